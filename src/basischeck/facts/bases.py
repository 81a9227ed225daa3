"""Tables `cell`, `form` and `basis`: what stands in the basis cells, read by the parser and held against the index."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from basischeck.catalog.model import Item
from basischeck.citation import Citation, Locator, NameSet, ParsedText
from basischeck.facts import place
from basischeck.facts.categories import standard_category
from basischeck.facts.provision import Provisions
from basischeck.facts.whole import is_articled, is_paper, tail_of
from basischeck.pattern import regex

_ABSENT = regex(
    r"^[\s/／\\\-—–－。.]*(?:(?:暂?无|暂?没有|空|略|不涉及|未填|待定|待补充?|待完善|N/?A|none|null)(?:(?:相关|法定|法律|设定|实施)?依据)?)?[\s/／\\\-—–－。.]*$", re.I
)
# “同上”, 〃, 同第3项, 见序号5: with nothing else in the cell the words 第3项 are no provision.
_REFERS = regex(
    r"^\s*[（(]?(?:依据)?(?:[同见如][上前]|[〃″]|同左|同(?:第|序号|本表|以上|上述|前述)?\s*[0-9一二三四五六七八九十]+[项条行号款]?|参见|详见|[见与同](?:第|序号)\s*[0-9一二三四五六七八九十]+)"
)
_RANGE = regex(r"\s*[至到—―－–~～-]+\s*")
_AMENDED = regex(r"\s*(?:修改为|改为|修正为)")
_LISTED = regex(r"[、，,和及与]")
_EXCERPT = 60


@dataclass(slots=True)
class BasisRows:
    """The rows of three tables, and what became of every citation: nothing is passed over in silence."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    forms: list[dict[str, Any]] = field(default_factory=list)
    bases: list[dict[str, Any]] = field(default_factory=list)
    provisions: list[Mapping[str, Any]] = field(default_factory=list)
    """For each row of `bases` what it says of the provision: the same object for rows that cite the same."""
    quoted: int = 0
    relative: int = 0


def read_bases(
    items: Sequence[Item], provisions: Provisions, names: NameSet | None, parsed_before: Mapping[str, ParsedText]
) -> BasisRows:
    """Parse every basis cell of `items` and look up every cited provision.

    `parsed_before` holds what has been parsed already, by text.
    """
    rows = BasisRows()
    for number, item in enumerate(items):
        category = standard_category(item.category)
        for basis in item.bases:
            if not basis.text.strip():
                continue
            parsed = parsed_before.get(basis.text) or _parse(basis.text, names)
            refers = bool(_REFERS.match(parsed.text))
            where = place.of_basis(number, item, basis)
            rows.cells.append(where | _cell(parsed, refers))
            rows.forms.extend(where | _form(parsed, i) for i in range(len(parsed.diagnostics)))
            where["standard_category"] = category
            for citation in parsed.citations:
                if citation.quoted or _is_paper(citation):
                    rows.quoted += 1
                elif _is_unbound(citation, refers, parsed.text):
                    rows.relative += 1
                else:
                    _add(rows, where, citation, provisions, parsed.text)
    return rows


def _parse(text: str, names: NameSet | None) -> ParsedText:
    from basischeck.citation import parse  # the parser is imported where something is left to be parsed

    return parse(text, names)


def _cell(parsed: ParsedText, refers: bool) -> dict[str, Any]:
    text = parsed.text
    return {
        "text": _excerpt(text),
        "length": len(text),
        "citations": sum(not (one.quoted or _is_paper(one) or _is_unbound(one, refers, text)) for one in parsed.citations),
        "standards": "standard" in parsed.kinds,
        "refers": refers,
        "absent": bool(_ABSENT.match(text)),
    }


def _is_paper(citation: Citation) -> bool:
    """Whether what stands between 《》 is a licence or a form, named like an act（核发《某某许可证》）: no law, but words of the text."""
    named = citation.title if not (citation.locators or citation.version or citation.document_number or citation.antecedent) else None
    return named is not None and is_paper(named)


def _is_unbound(citation: Citation, refers: bool, text: str) -> bool:
    """Whether a citation is of nothing: 前款、本法 with nothing before it to refer to, 第3项 in a cell that says 同第3项.

    What an amending decision says of the act that it amends（将第十六条第一款修改为）cites nothing either.
    """
    names_none = citation.title is None and citation.antecedent is None
    return names_none and (bool(citation.relative) or citation.self_reference or refers or _AMENDED.match(text, citation.span[1]) is not None)


def _form(parsed: ParsedText, number: int) -> dict[str, Any]:
    diagnostic = parsed.diagnostics[number]
    start, end = diagnostic.span
    return {
        "start": start,
        "end": end,
        "diagnostic": diagnostic.code,
        "problem": diagnostic.message,
        "text": _excerpt(parsed.text[start:end]),
        "suggestion": diagnostic.suggestion,
    }


def _add(rows: BasisRows, where: dict[str, Any], citation: Citation, provisions: Provisions, text: str) -> None:
    quotation = provisions.quotation(citation, text[slice(*citation.quote)]) if citation.quote else {}
    ranged = _ranged(citation.locators, text)
    for number, locator in enumerate(citation.locators or (None,)):
        span = locator.span if locator is not None and locator.span != (0, 0) else citation.span
        facts = provisions.of(citation, locator)
        if citation.quote is not None and (facts.get("below") or facts.get("plain_locator")):
            facts = facts | provisions.shown_by(citation, locator, text[slice(*citation.quote)])
        if citation.quote is not None and locator is not None and facts.get("status") == "已废止":
            facts = facts | provisions.successor_shown_by(citation, locator, text[slice(*citation.quote)])
        if number in ranged:
            facts = facts | {"ranged": True}
        # One quotation is compared once, with all the provisions it is quoted for.
        if locator is None and facts["title"] is not None:
            # A technical standard has clauses（第5.2条）, and is none of the acts that are divided into 条.
            facts = facts | {
                "tail": "编号" if citation.clauses else tail_of(text, citation.span[1]),
                "articled": citation.standard is None and is_articled(facts["title"], facts.get("statute_level")),
            }
        if quotation:
            facts, quotation = facts | quotation, {}
        rows.bases.append({**where, "start": span[0], "end": span[1], **facts})
        rows.provisions.append(facts)


def _ranged(locators: Sequence[Locator], text: str) -> set[int]:
    """Return the positions of the locators that a range is written for（第十条至第十二条）: whole articles are meant by it."""
    found: set[int] = set()
    for number, (one, other) in enumerate(itertools.pairwise(locators)):
        if one.span == other.span:
            # 第30、32条 is a list written short, and says no more than one written out: only 第30至32条 is a range.
            ranged = _RANGE.search(text, *one.span) is not None or _LISTED.search(text, *one.span) is None
        else:
            ranged = _RANGE.fullmatch(text, one.span[1], other.span[0]) is not None
        if ranged:
            found |= {number, number + 1}
    return found


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


def founding_counts(rows: BasisRows) -> dict[int, int]:
    """Return for each item how many bases were read from its founding cells."""
    counts: dict[int, int] = {}
    for row in rows.bases:
        if row["role"] == "设定依据":
            counts[row["item"]] = counts.get(row["item"], 0) + 1
    return counts


def founding_provisions(bases: Sequence[Mapping[str, Any]]) -> dict[int, frozenset[str]]:
    """Return for each item, by its number, the provisions that its founding cells cite, in canonical form."""
    cited: dict[int, set[str]] = {}
    for row in bases:
        if row["role"] == "设定依据":
            cited.setdefault(row["item"], set()).add(row["citation"])
    return {item: frozenset(citations) for item, citations in cited.items()}


__all__ = ["BasisRows", "founding_counts", "founding_provisions", "read_bases"]
