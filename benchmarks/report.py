"""How long each writer takes for many findings, and how large its report is, against the check itself.

    python benchmarks/report.py 清单.xlsx [--findings 5000]

The findings of the list are repeated until there are enough of them. Times are of one machine; the ratio to the time of
the check is what can be compared.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from basischeck.catalog import read_list
from basischeck.cli.check import run_check
from basischeck.cli.formats import FORMATS, Report, write_reports
from basischeck.rules import load_rules


def main() -> None:
    """Print a line a format: seconds, share of the check's time, bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", type=Path)
    parser.add_argument("--findings", type=int, default=5000)
    options = parser.parse_args()
    rules = load_rules()
    start = time.perf_counter()
    result = run_check([read_list(options.list)], rules, date.today(), None)
    checked = time.perf_counter() - start
    if not result.findings:
        sys.exit("the list has no findings")
    many = replace(result, findings=tuple(islice(cycle(result.findings), options.findings)))
    print(f"check: {checked:.2f} s, {len(result.findings)} findings, repeated to {len(many.findings)}")
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            target = Path(folder) / f"report.{form}"
            start = time.perf_counter()
            write_reports(many, rules, [Report(form, target)], verbose=True)
            taken = time.perf_counter() - start
            print(f"{form:<7}{taken:>7.2f} s {taken / checked:>6.2f} of the check {target.stat().st_size:>12,} bytes")


if __name__ == "__main__":
    main()
