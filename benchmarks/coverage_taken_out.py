"""What `coverage` asks for when half the items of real lists are taken out, by category: the bureaus' own items are the truth.

    python benchmarks/coverage_taken_out.py [FOLDER]

FOLDER holds lists; default the lists of Karamay in ../shared. Run it from the root of the project.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.acceptance.coverage.taken_out import Outcome, table

from basischeck.statute import open_index

_OUTCOMES: tuple[Outcome, ...] = ("claimed", "to be looked at", "not asked", "in another item", "no power")


def main() -> None:
    """Print how many items of each category came to each outcome, each item taken out with two seeds."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/catalogs/karamay")
    found = table(sorted(folder.iterdir()), open_index(), seeds=2)
    print(f"{'':<8}" + "".join(f"{one:>17}" for one in _OUTCOMES))
    for category, counts in sorted(found.items(), key=lambda pair: -pair[1].total()):
        print(f"{category or '无':<8}" + "".join(f"{counts[one]:>17}" for one in _OUTCOMES))


if __name__ == "__main__":
    main()
