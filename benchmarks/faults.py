"""How many planted faults are flagged by the right rule at the right cell, kind by kind, and what is called wrong beside them.

Run: python benchmarks/faults.py [--each 25] [--organs 4] [--seed 0] [KIND...]; with --texts, the folder of statute sources, faults of
quotation are planted too (see docs/testing.md).
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from basischeck.testing.checked import findings_in, flagged_elsewhere, flags_rightly, known_rules
from basischeck.testing.list_faults import KINDS, planted
from basischeck.testing.list_faults.shelf import fill_shelf


@dataclass
class Score:
    """What became of the faults of one kind."""

    planted: int = 0
    flagged: int = 0
    beside: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def score(name: str, seeds: range, organs: int | None) -> Score:
    """Plant one fault of a kind for each seed, each in a list of its own, and check the list."""
    result = Score()
    for seed in seeds:
        try:
            one = planted(name, seed, organs=organs)
        except LookupError:
            continue
        findings = findings_in(one.written.read())
        result.planted += 1
        if flags_rightly(one, findings):
            result.flagged += 1
        else:
            row = one.rows[one.spot.row]
            result.missed.append(f"{seed}: {row.values('')[one.spot.field or '事项名称'][:120]!r} {one.spot.note[:80]}")
        result.beside.update(finding.rule for finding in flagged_elsewhere(one, findings))
    return result


def main() -> int:
    """Print the table; the exit status is 1 where less than 99 % are flagged."""
    options = argparse.ArgumentParser()
    options.add_argument("kinds", nargs="*")
    options.add_argument("--each", type=int, default=25)
    options.add_argument("--organs", type=int, default=4)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--texts", type=Path)
    options.add_argument("--misses", type=int, default=3)
    given = options.parse_args()
    if given.texts:
        print(f"texts of {fill_shelf(given.texts)} statutes")
    began, total, right = time.perf_counter(), 0, 0
    seeds = range(given.seed, given.seed + given.each)
    for name, kind in KINDS.items():
        if given.kinds and not any(part in name for part in given.kinds):
            continue
        if not kind.rules & known_rules():
            print(f"{name}  pending: no rule yet of {'、'.join(sorted(kind.rules))}")
            continue
        result = score(name, seeds, given.organs or None)
        total, right = total + result.planted, right + result.flagged
        beside = f"  beside: {dict(result.beside)}" if result.beside else ""
        print(f"{name}  {'、'.join(sorted(kind.rules))}  {result.flagged}/{result.planted}{beside}")
        for miss in result.missed[: given.misses]:
            print(f"    missed {miss}")
    share = right / total if total else 0.0
    print(f"{right} of {total} flagged by the right rule at the right cell: {share:.2%} ({time.perf_counter() - began:.0f} s)")
    return 0 if share >= 0.99 else 1


if __name__ == "__main__":
    sys.exit(main())
