"""How long reading lists takes, as ratios: against loading the same cells only, and a long list against a short one.

Run: python benchmarks/lists.py [FOLDER OR FILE...]; without arguments the example list and made-up lists are read.
"""

import csv
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import python_calamine

from basischeck.catalog import read_bytes, read_list

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "示例清单.xlsx"


def seconds(action: Callable[[], object], repeat: int = 5) -> float:
    """Give the least time of several runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


def cells_only(path: Path) -> None:
    """Load all cells of a workbook as the reader below does, without understanding them."""
    book = python_calamine.load_workbook(io.BytesIO(path.read_bytes()))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def made_up(rows: int) -> bytes:
    """Give a CSV list with so many items, each with a basis of 400 characters as real ones have on average."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["序号", "事项名称", "权力类型", "行使主体", "行使层级", "实施依据", "责任事项", "责任事项依据"])
    for number in range(rows):
        basis = f"《某法》第{number % 90 + 1}条：" + "某" * 390
        writer.writerow([number, f"对第{number}类行为的处罚", "行政处罚", "某局", "市级", basis, "某" * 100, "《某法》第一条"])
    return text.getvalue().encode()


def main(arguments: list[str]) -> None:
    """Print one line a list and the growth with length."""
    named = [Path(argument) for argument in arguments] or [EXAMPLE]
    paths = [inner for path in named for inner in (sorted(path.iterdir()) if path.is_dir() else [path])]
    total = 0.0
    for path in paths:
        reading, loading = seconds(lambda path=path: read_list(path)), seconds(lambda path=path: cells_only(path))
        total += reading
        items = len(read_list(path).items)
        print(f"{path.name}: {items} items, reading takes {reading / loading:.1f} times the loading of its cells")
    print(f"all {len(paths)}: {total:.3f} s")
    few, many = made_up(2_000), made_up(20_000)
    short, long = seconds(lambda: read_bytes(few, "x.csv"), 3), seconds(lambda: read_bytes(many, "x.csv"), 3)
    print(f"ten times the items take {long / short:.1f} times as long ({long:.2f} s for 20,000)")


if __name__ == "__main__":
    main(sys.argv[1:])
