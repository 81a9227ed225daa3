"""How well powers are read: precision and recall by category against provisions judged by hand, draw by draw.

    python benchmarks/powers.py

Measured is first what the program reads, then what the index gives, where readers judged（corpus/readings）above that: with the draws that
other readers made of the acts that were read. A provision counts once a
category; "with holder" counts facts (category, holder). The judgements and what each draw gave
when it was first measured are in tests/acceptance/powers/README.md.
"""

import json
import re
from collections import Counter
from pathlib import Path

from basischeck.data import data_dir
from basischeck.statute import open_index
from basischeck.statute.powers.encoding import decode_powers
from basischeck.statute.powers.model import CATEGORIES, Power
from basischeck.statute.shards import read_powers

_OF_READ_ACTS = 18
"""The first draw of acts that had been read paragraph by paragraph."""
_JUDGED = Path(__file__).resolve().parents[1] / "tests" / "acceptance" / "powers" / "judged.jsonl"
_AT = re.compile(r"^[\u4e00-\u9fff]{0,14}?所在地的?(?=[\u4e00-\u9fff]{4}|省、)")

Pair = tuple[str, str | None]


def main() -> None:
    """Print the table."""
    read = {record.version: decode_powers(record.holders, record.powers) for record in read_powers(data_dir("corpus"))}
    rows = [json.loads(line) for line in _JUDGED.read_text(encoding="utf-8").splitlines()]
    draws = sorted({row["draw"] for row in rows})
    print(f"{'':<10}{'draw':<6}{'judged':>8}{'precision':>11}{'recall':>8}{'with holder: precision':>24}{'recall':>8}")
    for category in CATEGORIES:
        for chosen in ([draw] for draw in draws) if category in ("行政许可", "行政处罚") else ():
            _line(read, rows, category, chosen)
        _line(read, rows, category, draws)
    index = open_index()
    later = [draw for draw in draws if draw >= _OF_READ_ACTS]
    given = {version: index.powers(version) for version in sorted({str(row["version"]) for row in rows if row["draw"] in later})}
    print(f"the index, draws {later[0]} to {later[-1]}")
    for category in CATEGORIES:
        _line(given, rows, category, later)


def _line(read: dict[str, tuple[Power, ...]], rows: list[dict[str, object]], category: str, draws: list[int]) -> None:
    plain: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for row in rows:
        powers = read.get(str(row["version"]))
        if row["draw"] not in draws or not powers:
            continue
        here = [p for p in powers if (p.article, p.paragraph) == (row["article"], row["paragraph"]) and p.category == category]
        ours: set[Pair] = {(p.category, p.holder) for p in here}
        theirs: set[Pair] = {(c, _AT.sub("", h) if h else None) for c, h in row["powers"] if c == category}  # type: ignore[attr-defined]
        _count(plain, {c for c, _ in ours}, {c for c, _ in theirs})
        _count(held, ours, theirs)
    name = "all" if len(draws) > 1 else str(draws[0])
    print(
        f"{category:<8}{name:<6}{plain['both'] + plain['theirs']:>8}{_share(plain, 'ours'):>11}{_share(plain, 'theirs'):>8}"
        f"{_share(held, 'ours'):>24}{_share(held, 'theirs'):>8}"
    )


def _count(counts: Counter[str], ours: set[object], theirs: set[object]) -> None:  # type: ignore[type-arg]
    counts["both"] += len(ours & theirs)
    counts["ours"] += len(ours - theirs)
    counts["theirs"] += len(theirs - ours)


def _share(counts: Counter[str], other: str) -> str:
    total = counts["both"] + counts[other]
    return f"{counts['both'] / total:.3f}" if total else "-"


if __name__ == "__main__":
    main()
