"""How often a quotation of a text that is not held leads to the right article of the text that took its place.

    python benchmarks/nearest.py SOURCE...

Texts that are held are quoted as if they were not, 款 by 款 and 项 by 项, and looked for by what they are about in the next text of
the statute (pairs that were revised throughout) and in the successor. The truth is the index's own comparison of the two texts,
article by article, which for successors is itself a proposal. SOURCE are the sources of the index (see docs/corpus.md).
"""

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from basischeck.citation import render_numeral
from basischeck.statute import Index, open_index
from basischeck.statute.fingerprint import encode
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.matter import decode_matter, encode_matter
from basischeck.statute.model import Document
from basischeck.statute.nearest import Nearest, passage

_LEAST = 10
_REVISED = 0.8
"""Mean similarity of its articles below which a pair was revised throughout."""


class _WithMatter:
    """The index, with what the provisions of all documents at hand are about."""

    def __init__(self, index: Index, documents: dict[str, Document]) -> None:
        self._index, self._documents = index, documents

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def matter(self, version: str) -> tuple[Any, ...]:
        return tuple(decode_matter(encode_matter(self._documents[version].articles)))


def _held(index: Index, sources: list[Path]) -> dict[str, Document]:
    """Return the document that each held version was read from: the one with its fingerprint."""
    rows = sqlite3.connect(index.file).execute("SELECT version, prints FROM text WHERE prints <> ''")
    by_print = {prints: version for version, prints in rows}
    documents = read_sources(sources, BuildReport(), lambda _: None)
    return {version: d for d in documents if d.articles and (version := by_print.get(encode(d.articles)))}


def _quotations(document: Document) -> Iterator[tuple[str, int | None, str]]:
    """Yield article, 项 and quotation of each provision, as lists quote them: an item with the words that lead in to it."""
    for article in document.articles:
        for paragraph in article.paragraphs:
            if len(paragraph.text) >= _LEAST and not paragraph.items:
                yield article.number, None, paragraph.text
            for item in paragraph.items:
                if len(item.text) >= _LEAST:
                    yield article.number, item.number, f"{paragraph.text}\n（{render_numeral(item.number)}）{item.text}"


def main() -> None:
    """Print the share of right first places by weight, for the two kinds of pairs."""
    index = open_index()
    documents = _held(index, [Path(name) for name in sys.argv[1:]])
    nearest = Nearest(_WithMatter(index, documents))  # type: ignore[arg-type]
    bins: dict[bool, dict[int, list[bool]]] = {False: defaultdict(list), True: defaultdict(list)}
    pairs = {False: 0, True: 0}
    for statute in index.statutes():
        for version in statute.versions if statute.level in ("法律", "行政法规") else ():
            for record in index._changes(version.id):
                old = [change for change in record.changes if change.old is not None]
                throughout = record.successor or sum(c.similarity for c in old) < _REVISED * len(old)
                if not throughout or version.id not in documents or record.new not in documents:
                    continue
                pairs[record.successor] += 1
                truth: dict[str, set[str | None]] = defaultdict(set)
                for change in old:
                    truth[change.old or ""].add(change.new)
                for article, item, quote in _quotations(documents[version.id]):
                    wanted = passage(quote, item)
                    found = nearest.rank(record.new, wanted, bool(wanted.acts))
                    if found:
                        right = found[0].locator.article in truth[article]
                        bins[record.successor][min(int(found[0].weight * 10), 9)].append(right)
    for successor, name in ((False, "the next text"), (True, "the successor")):
        print(f"{name}: {pairs[successor]} pairs")
        for tenth, hits in sorted(bins[successor].items()):
            print(f"  weight {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {sum(hits) / len(hits):6.1%} of {len(hits)}")


if __name__ == "__main__":
    main()
