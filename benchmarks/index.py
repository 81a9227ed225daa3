"""Opening the index and looking titles up, as ratios to what the machine does anyway.

    python benchmarks/index.py

Opening is compared with starting Python itself; a lookup with one indexed query on the same database.
"""

import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

from basischeck.statute import open_index

_OPEN = "from basischeck.statute import open_index; open_index().find('食品安全法')"
_TITLES = [
    "食品安全法",
    "中华人民共和国行政许可法",
    "自治区实施《城乡规划法》办法",
    "没有这部法规的名称",
    "禁止使用童工规定",
]


def _seconds(call: Callable[[], object], times: int) -> float:
    """Return the median of `times` runs."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def _python(code: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)


def main() -> None:
    """Print the table."""
    index = open_index()
    bare = _seconds(_python("pass"), 7)
    opened = _seconds(_python(_OPEN), 7)
    connection = sqlite3.connect(index.file)
    query = _seconds(lambda: connection.execute("SELECT statute FROM name WHERE key = ?", ("x",)).fetchall(), 200)

    def cold() -> None:
        index._found.cache_clear()
        for title in _TITLES:
            index.find(title, region="新疆维吾尔自治区")

    def warm() -> None:
        for title in _TITLES:
            index.find(title, region="新疆维吾尔自治区")

    law = index.find("中华人民共和国食品安全法")
    if law is None:
        raise SystemExit("索引中没有食品安全法，不能计时")
    rows = [
        ("start, import, open and one lookup, beyond bare Python", opened - bare, opened / bare, "x bare start"),
        ("lookup, not seen before", _seconds(cold, 50) / len(_TITLES), None, ""),
        ("lookup, seen before", _seconds(warm, 50) / len(_TITLES), None, ""),
        ("version in force and status", _seconds(lambda: index.status(law, date(2026, 1, 1)), 200), None, ""),
        ("suggestion for a mistyped title", _seconds(lambda: index.suggest("食品安全法实施条列"), 10), None, ""),
    ]
    for name, seconds, ratio, unit in rows:
        against = f"{ratio:8.1f} {unit}" if ratio else f"{seconds / query:8.1f} x one query"
        print(f"{name:58s} {seconds * 1000:9.3f} ms {against}")


if __name__ == "__main__":
    main()
