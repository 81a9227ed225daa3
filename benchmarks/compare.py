"""Time of comparing lists, whole process, as ratios: to reading the same lists, and of six lists to two.

    python benchmarks/compare.py [ITEMS]

Prints seconds too; only the ratios mean something on another machine.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from basischeck.testing.lists import DerivedList, list_family


def write_book(derived: DerivedList, path: Path) -> None:
    """Write a derived list as a workbook."""
    records = derived.records()
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, list(records[0]))
    for number, record in enumerate(records, 1):
        sheet.write_row(number, 0, list(record.values()))
    book.close()


def seconds(*arguments: str) -> float:
    """Return how long one run of a command takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "from basischeck.cli.main import main; main()", *arguments], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Make a family of six lists and time each command."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, derived in enumerate(list_family(1, size=items, lists=6).lists):
            paths.append(str(Path(folder) / f"{number}{derived.place}.xlsx"))
            write_book(derived, Path(paths[-1]))
        started = seconds("--help")
        two = seconds("compare", *paths[:2], "--format", "json", "-o", f"{folder}/2.json")
        six = seconds("compare", *paths, "--format", "json", "-o", f"{folder}/6.json")
        merged = seconds("merge", *paths, "-o", f"{folder}/general.xlsx")
    print(f"{'start':<24}{started:8.2f} s")
    print(f"{f'compare 2 x {items}':<24}{two:8.2f} s")
    print(f"{f'compare 6 x {items}':<24}{six:8.2f} s {six / two:8.1f} times two lists")
    print(f"{f'merge 6 x {items}':<24}{merged:8.2f} s {merged / six:8.1f} times compare")


if __name__ == "__main__":
    main()
