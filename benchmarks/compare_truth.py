"""How well lists are compared and merged, against the truth of generated families.

python benchmarks/compare_truth.py [ITEMS]
"""

import sys
from datetime import date

from basischeck.compare import BasisReader, compare_lists, merge_lists
from basischeck.testing.agreement import judge, recovered
from basischeck.testing.lists import Rates, list_family

RATES = {"usual": Rates(), "hard": Rates(drop=0.35, reword=0.5, rebase=0.3, own=0.2)}


def main() -> None:
    """Print F1 of 一致 and 相似 and the share of the catalogue that merging recovers, for five seeds and two settings."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{'rates':<8}{'seed':>5}{'一致 F1':>10}{'相似 F1':>10}{'precision':>11}{'recall':>9}{'recovered':>11}{'rows lost':>11}")
    for name, rates in RATES.items():
        for seed in range(1, 6):
            family = list_family(seed, size=items, lists=6, rates=rates)
            files = [one.read() for one in family.lists]
            reader = BasisReader(None, date(2026, 11, 22))
            claimed = []
            for group in compare_lists(files[:2], reader).groups:
                first = {member.list: member for member in reversed(group.members)}
                if len(first) > 1:
                    relation = "identical" if first[0].variant == first[1].variant else "similar"
                    claimed.append(((0, first[0].item.row), (1, first[1].item.row), relation))
            found = judge(family, claimed)
            general = merge_lists(files, reader)
            number = {file.file: n for n, file in enumerate(files)}
            rows = [[(number[origin.file], origin.row) for origin in row.origins] for row in general.rows]
            lost = sum(len(file.items) for file in files) - sum(map(len, rows))
            same, alike = found["identical"], found["similar"]
            print(
                f"{name:<8}{seed:>5}{same.f1:>10.4f}{alike.f1:>10.4f}{alike.precision:>11.4f}{alike.recall:>9.4f}"
                f"{recovered(family, rows).recall:>11.4f}{lost:>11}"
            )


if __name__ == "__main__":
    main()
