"""How often a clause of one statute is taken for one of another: fingerprints of 24 bits, measured on the index itself.

    python benchmarks/index_prints.py

Random hashes are looked for in the versions of the index; the share of hits is compared with what 24 bits promise.
"""

import random
import sqlite3

from basischeck.statute import open_index
from basischeck.statute.fingerprint import WIDTH, clause_hash, decode

_SAMPLE = 2_000


def main() -> None:
    """Print measured and expected odds, and the size of the fingerprints."""
    index = open_index()
    connection = sqlite3.connect(index.file)
    dice = random.Random(20261122)  # noqa: S311 - a fixed sample, no secret
    strangers = {clause_hash(f"没有任何法规写过的短句{dice.random()}") for _ in range(_SAMPLE)}
    versions = hits = clauses = size = 0
    distinct: set[str] = set()
    for (prints,) in connection.execute("SELECT prints FROM text"):
        own = {one.hash for one in decode(prints)}
        versions += 1
        hits += len(own & strangers)
        clauses += len(own)
        size += len(prints)
        distinct |= own
    expected = clauses / versions / 2 ** (6 * WIDTH)
    print(f"{versions} versions, {clauses / versions:.0f} different clauses each, {len(distinct)} different hashes, {size / 1e6:.1f} MB")
    print(f"a clause that is in none is found in a given version: measured {hits / versions / _SAMPLE:.2e}, expected {expected:.2e}")


if __name__ == "__main__":
    main()
