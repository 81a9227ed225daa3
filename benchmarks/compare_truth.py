"""How well lists are compared and merged, against the truth of generated families.

python benchmarks/compare_truth.py [ITEMS]
"""

import sys
from collections.abc import Callable
from datetime import date

from basischeck.compare import BasisReader, compare_lists, merge_lists
from basischeck.testing.agreement import judge, recovered
from basischeck.testing.clerk_lists import ClerkRates, clerk_family, sound_catalogue
from basischeck.testing.lists import ListFamily, Rates, list_family

LISTS = 5
HARD = Rates(drop=0.35, reword=0.5, rebase=0.3, own=0.2)
HARD_CLERKS = ClerkRates(drop=0.3, reword=0.6, rebase=0.35, recategorise=0.05, move=0.2, split=0.08, neighbours=0.5)


def families(items: int) -> dict[str, Callable[[int], ListFamily]]:
    """Return the families by name: invented catalogues of `items` powers, and the sound list as clerks would write it."""
    return {
        "invented": lambda seed: list_family(seed, size=items, lists=LISTS),
        "invented, hard": lambda seed: list_family(seed, size=items, lists=LISTS, rates=HARD),
        "clerks": lambda seed: clerk_family(seed, sound_catalogue(), lists=LISTS),
        "clerks, hard": lambda seed: clerk_family(seed, sound_catalogue(), lists=LISTS, rates=HARD_CLERKS),
    }


def main() -> None:
    """Print F1 of 一致 and 相似 and the share of the catalogue that merging recovers, for five seeds of each family."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{'family':<16}{'seed':>5}{'一致 F1':>10}{'相似 F1':>10}{'precision':>11}{'recall':>9}{'recovered':>11}{'rows lost':>11}")
    for name, make in families(items).items():
        for seed in range(1, 6):
            _measure(name, seed, make(seed))


def _measure(name: str, seed: int, family: ListFamily) -> None:
    files = [one.read() for one in family.lists]
    reader = BasisReader(None, date(2026, 11, 22))
    claimed = []
    for group in compare_lists(files[:2], reader).groups:
        first = {member.list: member for member in reversed(group.members)}
        if len(first) > 1:
            relation = "identical" if first[0].variant == first[1].variant else "similar"
            claimed.append(((0, first[0].item.row), (1, first[1].item.row), relation))
    found = judge(family, claimed)
    number = {file.file: n for n, file in enumerate(files)}
    general = merge_lists(files, reader)
    rows = [[(number[origin.file], origin.row) for origin in row.origins] for row in general.rows]
    lost = sum(len(file.items) for file in files) - sum(map(len, rows))
    same, alike = found["identical"], found["similar"]
    print(
        f"{name:<16}{seed:>5}{same.f1:>10.4f}{alike.f1:>10.4f}{alike.precision:>11.4f}{alike.recall:>9.4f}"
        f"{recovered(family, rows).recall:>11.4f}{lost:>11}"
    )


if __name__ == "__main__":
    main()
