"""Whole processes of the main job, side by side: `--help`, one workbook, a folder of workbooks, a large made-up list.

    python benchmarks/check.py [FOLDER] [--runs N]

Prints user + system seconds (medians) and each as a ratio to an interpreter that does nothing, so that a table from a
slow machine can be read beside one from a fast machine.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_STATUTES = [
    ("中华人民共和国行政处罚法", 86),
    ("中华人民共和国行政许可法", 83),
    ("中华人民共和国食品安全法", 150),
    ("中华人民共和国产品质量法", 74),
    ("中华人民共和国安全生产法", 119),
    ("建设工程质量管理条例", 82),
    ("物业管理条例", 67),
    ("农药管理条例", 66),
]


def write_list(path: Path, items: int) -> int:
    """Write a list of `items` made-up items to a CSV file; return how many bases it cites (about 2.6 an item)."""
    bases = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["序号", "事项名称", "权力类型", "实施依据", "行使主体"])
        for number in range(items):
            cited = []
            for step in range(2 + (number % 5 > 1)):
                title, articles = _STATUTES[(number + step) % len(_STATUTES)]
                cited.append(f"《{title}》第{1 + (number * 7 + step * 13) % articles}条")
            bases += len(cited)
            writer.writerow([number + 1, f"对第{number}号行为的处罚", "行政处罚", "；".join(cited), "某市某局"])
    return bases


def run(command: list[str], runs: int) -> tuple[float, float]:
    """Return the median CPU and wall seconds of `command` over `runs` runs after a warm-up."""
    cpu, wall = [], []
    for number in range(runs + 1):
        before, start = os.times(), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = os.times()
        if number:
            wall.append(time.perf_counter() - start)
            cpu.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return statistics.median(cpu), statistics.median(wall)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of real lists")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    tool = [sys.executable, "-m", "basischeck.cli.main"]
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.csv"
        bases = write_list(large, 4646)
        rows = {
            "an interpreter that does nothing": [sys.executable, "-c", "pass"],
            "--help": [*tool, "--help"],
            f"4,646 items, {bases:,} bases": [*tool, "check", "--no-cache", str(large)],
            "the same again, unchanged": [*tool, "check", str(large)],
        }
        if options.folder:
            rows[f"all lists in {options.folder.name}"] = [*tool, "check", "--no-cache", str(options.folder)]
        base = 0.0
        print(f"{'':<36}{'cpu s':>8}{'wall s':>8}{'ratio':>8}")
        for name, command in rows.items():
            cpu, wall = run(command, options.runs)
            base = base or cpu
            print(f"{name:<36}{cpu:>8.2f}{wall:>8.2f}{cpu / base:>8.0f}")


if __name__ == "__main__":
    main()
