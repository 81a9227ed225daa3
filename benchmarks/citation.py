r"""How fast citations are read: cold and repeated, against length, on odd input.

Run: python benchmarks/citation.py [STRINGS.tsv]; each line of the file is a text (up to a tab), the two characters \n in it a
line break. Without an argument made-up cells are read. Figures in code points a second depend on the machine; the ratios
(repeated against cold, a million code points against ten thousand) do not.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from basischeck.citation import forget, parse

CELL = (
    "【法规】《甲省渡口管理条例》（2004年4月30日公布，根据2016年2月6日《甲省关于修改部分条例的决定》修正）\n"
    "    第六条第一款第（二）项、第三项：渡口经营者应当建立检查制度，并遵守有关规定。违反本条例第九条的，依照《乙法》第二条处罚。\n"
    "    第二款规定的制度由县级以上人民政府备案。\n"
    "    第四十一条：拒绝检查的，处一万元以上三万元以下罚款。\n"
)
ODD = list(
    "《》〈〉<>（）()【】〔〕第笫条款项目章节编之一二十百零12３.．、，和及至-～本前上该同附件法办规定 \n\t　：:；。“”"
)


def texts(argument: str | None) -> list[str]:
    """Load the texts to read."""
    if argument is None:
        return [CELL.replace("六条", f"{number}条") for number in range(1, 2000)]
    lines = Path(argument).read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[0].replace("\\n", "\n") for line in lines if line]


def seconds(action: Callable[[], object]) -> float:
    """Give the time of one run."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def read_all(cells: Sequence[str]) -> None:
    """Read every text."""
    for cell in cells:
        parse(cell)


def throughput(cells: Sequence[str]) -> None:
    """Print code points a second, cold and with every string ten times."""
    size = sum(map(len, cells))
    cold = []
    for _ in range(3):
        forget()
        cold.append(seconds(lambda: read_all(cells)))
    forget()
    repeated = seconds(lambda: read_all([cell for cell in cells for _ in range(10)]))
    print(f"{len(cells)} texts, {size} code points")
    print(f"  cold              {size / min(cold):>14,.0f} code points/s")
    print(f"  ten times each    {10 * size / repeated:>14,.0f} code points/s   {10 * min(cold) / repeated:.1f} x")


def growth() -> None:
    """Print how the time of one text grows with its length."""
    print("one text of n code points: microseconds a code point")
    print(f"  {'made of':<28}{'10,000':>10}{'100,000':>10}{'1,000,000':>10}{'ratio':>8}")
    for name, piece in (
        ("cells", CELL),
        ("one line", CELL.replace("\n", "")),
        ("plain text", "渡口经营者应当建立检查制度。"),
        ("locators", "第一条、"),
    ):
        costs = []
        for size in (10_000, 100_000, 1_000_000):
            text = (piece * (size // len(piece) + 1))[:size]
            costs.append(1e6 * min(cold_seconds(text) for _ in range(2)) / size)
        print(f"  {name:<28}" + "".join(f"{cost:>10.2f}" for cost in costs) + f"{costs[2] / costs[0]:>8.2f}")


def mutated(rng: random.Random, cells: Sequence[str]) -> str:
    """Damage a cell at up to thirty places."""
    text = list(rng.choice(cells))
    for _ in range(rng.randrange(1, 30)):
        at = rng.randrange(len(text) + 1)
        if rng.random() < 0.4:
            del text[at : at + 1]
        elif rng.random() < 0.6:
            text.insert(at, rng.choice(ODD))
        else:
            text[at:at] = text[at : at + 100] * rng.randrange(1, 4)
    return "".join(text[:4000])


def slowest(cells: Sequence[str], count: int = 20_000) -> None:
    """Print the slowest of many random and mutated texts; one that seems slow is read again, for the machine may have paused."""
    rng = random.Random(20240229)  # noqa: S311 - repeatable input, no secret
    worst, total = (0.0, 0), 0
    for number in range(count):
        text = "".join(rng.choices(ODD, k=rng.randrange(1, 2000))) if number % 4 == 0 else mutated(rng, cells)
        total += len(text)
        cost = cold_seconds(text)
        if cost > 0.01:
            cost = min(cost, *(cold_seconds(text) for _ in range(3)))
        worst = max(worst, (cost, len(text)))
    print(
        f"{count} random and mutated texts, {total} code points: slowest {worst[0] * 1000:.1f} ms ({worst[1]} code points)"
    )


def cold_seconds(text: str) -> float:
    """Give the time of reading one text that is not cached."""
    forget()
    return seconds(lambda: parse(text))


def main() -> None:
    """Run all of it."""
    cells = texts(sys.argv[1] if len(sys.argv) > 1 else None)
    parse("《甲法》第一条")
    throughput(cells)
    growth()
    slowest(cells)


if __name__ == "__main__":
    main()
