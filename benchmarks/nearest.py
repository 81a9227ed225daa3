"""How often a quotation of a text that is not held leads to the right article of the text that took its place.

    python benchmarks/nearest.py SOURCE...

Texts that are held are quoted as if they were not, 款 by 款 and 项 by 项, and looked for by what they are about in the next text of
the statute (pairs that were revised throughout) and in the successor, and those of an earlier text in the successor by way of the
last. The truth is the index's own comparison of the two texts, article by article, which for successors is itself a proposal: it
names none for many an article that has a counterpart (see judged-leads.tsv, which holds such ones drawn and judged by hand). SOURCE are the sources of the index (see docs/corpus.md).
"""

import csv
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from basischeck.citation import render_numeral
from basischeck.facts.leads import by_article, find_leads
from basischeck.statute import Index, open_index
from basischeck.statute.fingerprint import encode
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.matter import decode_matter, encode_matter
from basischeck.statute.model import ArticleChange, Document, Version
from basischeck.statute.nearest import Nearest, passage

NEXT, SUCCESSOR, BY_WAY = "the next text", "the successor", "the successor, by way of the last held text"
JUDGED = "judged by hand, where the comparison of the texts names none or nothing is proposed"
JUDGED_FILE = Path(__file__).with_name("judged-leads.tsv")
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


@dataclass(frozen=True, slots=True)
class _Case:
    """One quotation: the text it stands in, the last text before `new` of which it may be, and the right articles of `new`.

    None among them says that the comparison of the texts found nothing like the article.
    """

    kind: str
    last: Version
    new: str
    article: str
    item: int | None
    quote: str
    right: frozenset[str | None]


def _cases(index: Index, documents: dict[str, Document]) -> Iterator[_Case]:
    for statute in index.statutes():
        held = {v.id: v for v in statute.versions if v.id in documents}
        for version in held.values() if statute.level in ("法律", "行政法规") else ():
            for record in index._changes(version.id):
                if record.new not in documents:
                    continue
                truth = _truth(record.changes)
                if record.successor:
                    yield from _quoted(SUCCESSOR, version, version, record.new, documents, truth)
                    for first in held.values():
                        earlier = index.changes(statute.id, first.id, version.id) if first is not version else []
                        through = {
                            old: frozenset().union(*(truth.get(n, {None}) for n in news))
                            for old, news in _truth(earlier).items()
                        }
                        yield from _quoted(BY_WAY, first, version, record.new, documents, through)
                elif sum(c.similarity for c in record.changes if c.old) < _REVISED * sum(
                    1 for c in record.changes if c.old
                ):
                    yield from _quoted(NEXT, version, version, record.new, documents, truth)


def _truth(changes: Sequence[ArticleChange]) -> dict[str | None, frozenset[str | None]]:
    found: dict[str | None, set[str | None]] = defaultdict(set)
    for change in changes:
        if change.old is not None:
            found[change.old].add(change.new)
    return {old: frozenset(new) for old, new in found.items()}


def _quoted(
    kind: str,
    version: Version,
    last: Version,
    new: str,
    documents: dict[str, Document],
    truth: dict[str | None, frozenset[str | None]],
) -> Iterator[_Case]:
    for article, item, quote in _quotations(documents[version.id]) if truth else ():
        yield _Case(kind, last, new, article, item, quote, truth.get(article, frozenset({None})))


def _judged(index: Index, documents: dict[str, Document]) -> Iterator[_Case]:
    """Yield the quotations that were judged by hand, of articles that the comparison of the texts finds no counterpart of."""
    with JUDGED_FILE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            statute = index.statute(row["old"].partition("@")[0])
            version = next((v for v in statute.versions if v.id == row["old"]), None) if statute else None
            document = documents.get(row["old"])
            if version is None or document is None or row["new"] not in documents:
                continue
            article = next(one for one in document.articles if one.number == row["article"])
            paragraph = article.paragraphs[int(row["paragraph"]) - 1]
            item = int(row["item"]) if row["item"] else None
            words = next((one.text for one in paragraph.items if one.number == item), "")
            quote = f"{paragraph.text}\n（{render_numeral(item)}）{words}" if item is not None else paragraph.text
            right = frozenset({None} if row["right"] == "-" else row["right"].split(","))
            yield _Case(JUDGED, version, row["new"], article.number, item, quote, right)


def _ranked(index: Index, nearest: Nearest, case: _Case) -> tuple[list[tuple[str | None, float]], bool]:
    """Return the articles with their weights, best first, and whether the quotation imposes penalties."""
    wanted = passage(case.quote, case.item)
    penal = bool(wanted.acts)
    if case.kind not in (BY_WAY, JUDGED):
        return [(one.locator.article, one.weight) for one in by_article(nearest.rank(case.new, wanted, penal))], penal
    statute = index.statute(case.new.partition("@")[0])
    version = next((v for v in statute.versions if v.id == case.new), None) if statute else None
    if statute is None or version is None:
        return [], penal
    return [
        (one.locator.article, one.weight)
        for one in find_leads(nearest, case.last, ((statute, version),), wanted, "", penal)
    ], penal


def main() -> None:
    """Print for each kind of pair, by the weight of the first place, how often it and one of the first three are right."""
    index = open_index()
    documents = _held(index, [Path(name) for name in sys.argv[1:]])
    nearest = Nearest(_WithMatter(index, documents))  # type: ignore[arg-type]
    bins: dict[tuple[str, bool], dict[int, list[tuple[bool, bool, bool]]]] = defaultdict(lambda: defaultdict(list))
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for case in (*_judged(index, documents), *_cases(index, documents)):
        ranked, penal = _ranked(index, nearest, case)
        pairs[case.kind].add((case.last.id, case.new))
        if ranked:
            articles = [article for article, _ in ranked[:3]]
            first, three = articles[0] in case.right, not case.right.isdisjoint(articles)
            bins[case.kind, penal][min(int(ranked[0][1] * 10), 9)].append((first, three, case.right != {None}))
    for (kind, penal), tenths in sorted(bins.items()):
        print(f"{kind}, {'penalties' if penal else 'no penalties'} ({len(pairs[kind])} pairs of texts)")
        for tenth, hits in sorted(tenths.items()):
            some = [hit for hit in hits if hit[2]]
            share = [
                f"{sum(hit[n] for hit in rows) / len(rows):6.1%}" if rows else "     –"
                for rows in (hits, some)
                for n in (0, 1)
            ]
            print(
                f"  weight {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: first {share[0]}, in three {share[1]} of {len(hits)};"
                f" where there is a right one {share[2]}, {share[3]} of {len(some)}"
            )


if __name__ == "__main__":
    main()
