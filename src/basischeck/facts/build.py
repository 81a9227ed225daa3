"""Lists and index to the fact tables that rules see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from basischeck.ahead import ENOUGH, Ahead
from basischeck.catalog.model import Item, ListFile
from basischeck.citation import NameSet, ParsedText
from basischeck.facts.bases import founding_counts, founding_provisions, read_bases
from basischeck.facts.columns import Scope
from basischeck.facts.depths import SHOWN_BY, chapter_facts, judge_depths
from basischeck.facts.frames import frame
from basischeck.facts.horizon import HORIZON
from basischeck.facts.items import add_doubles, item_rows, list_rows
from basischeck.facts.judgement import judge_bases
from basischeck.facts.named_places import mark_named_places
from basischeck.facts.provision import Day, Provisions
from basischeck.facts.territory import list_province, region_of
from basischeck.statute import Index


@dataclass(frozen=True, slots=True)
class Facts:
    """The fact tables of one run, with the items their rows belong to (`item` is an index into `items`).

    `quoted` counts references inside quoted statute text (no bases), `relative` references such as 前款 that no
    statute named in the text could be bound to.
    """

    as_of: date
    items: tuple[Item, ...]
    tables: dict[Scope, pl.DataFrame]
    quoted: int
    relative: int


def _parsed(
    lists: Sequence[ListFile], names: NameSet | None, ahead: Ahead[ParsedText] | None
) -> Mapping[str, ParsedText]:
    if ahead is None:
        from basischeck.citation.many import parse_many

        return parse_many((text for read in lists for text in read.basis_texts()), names)

    def here(text: str) -> ParsedText:
        # Nothing may be left to be read here; then the parser is not needed.
        from basischeck.citation import parse

        return parse(text, names)

    return ahead.result(here, enough=ENOUGH)


def build_facts(
    lists: Sequence[ListFile],
    index: Index,
    as_of: date,
    *,
    region: str | None = None,
    names: NameSet | None = None,
    horizon: int = HORIZON,
    ahead: Ahead[ParsedText] | None = None,
) -> Facts:
    """Build the tables for `lists` on the day `as_of`.

    `region` is the list's province or city, used to resolve titles that leave it out; None takes each file's own.
    `horizon` is the number of days within which a coming change of law is told. `ahead` is reading the bases already.
    """
    items = tuple(item for read in lists for item in read.items)
    columns = {
        (read.file, sheet.name): frozenset(sheet.columns.values()) for read in lists for sheet in read.sheets
    }
    # What no reading of the bases is needed for goes first: the other process is at them.
    table = item_rows(items, columns)
    places = [region or region_of(read.region, read.basis_texts()) for read in lists]
    parsed = _parsed(lists, names, ahead)
    by_region: dict[str | None, Provisions] = {}
    cells: list[dict[str, Any]] = []
    forms: list[dict[str, Any]] = []
    bases: list[dict[str, Any]] = []
    cited: list[Mapping[str, Any]] = []
    counts: dict[int, int] = {}
    quoted = relative = offset = 0
    for read, where in zip(lists, places, strict=True):
        provisions = by_region.setdefault(where, Provisions(Day(index, as_of, list_province(where), horizon, where)))
        rows = read_bases(read.items, provisions, names, parsed)
        mark_named_places(rows.bases, read.items, index, provisions.quotations, as_of)
        judge_bases(rows.bases, rows.cells, read.items, as_of)
        for gathered, more in ((cells, rows.cells), (forms, rows.forms), (bases, rows.bases)):
            for row in more:
                row["item"] += offset
            gathered.extend(more)
        cited += rows.provisions
        quoted += rows.quoted
        relative += rows.relative
        counts |= founding_counts(rows)
        offset += len(read.items)
    judge_depths(bases)
    chapters = chapter_facts(bases)
    add_doubles(table, items, founding_provisions(bases))
    for row in table:
        row["founding_bases"] = counts.get(row["item"], 0)
    tables: dict[Scope, pl.DataFrame] = {
        "list": frame("list", (row | chapters.get((row["file"], row["sheet"]), {"chapter_items": 0}) for row in list_rows(lists))),
        "item": frame("item", table),
        "cell": frame("cell", cells),
        "form": frame("form", forms),
        "basis": frame("basis", bases, shared=cited, own=SHOWN_BY),
    }
    return Facts(as_of, items, tables, quoted, relative)
