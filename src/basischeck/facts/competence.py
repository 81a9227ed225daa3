"""Which level of statute may found which power: the decision tables of rules/competence/founding.yaml, applied.

A basis is judged by every level it may have (`levels`), an item by all its founding bases: it is at fault only where
none of them may found its power. A basis that details what a higher one has founded is no fault beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from basischeck.catalog.model import Item
from basischeck.facts.categories import standard_category
from basischeck.facts.levels import LEVELS, levels_of
from basischeck.facts.naming import imposes_kind, states_kind
from basischeck.facts.tables import shipped_table
from basischeck.pattern import regex

MAY, FOR_A_TIME, MAY_NOT, OPEN = "可以", "临时", "不可以", "不判断"
_RELIABLE = ("索引", "文号", "名称", "标签")
_ACT_NAMED = regex(r"[《〈<]([^《》〈〉<>]{2,40}(?:法|法典|条例))[》〉>]")
# These say who may found a power; they found none of the powers on a list by themselves.
_GENERAL = regex(r"行政许可法$|行政处罚法$|立法法$")
_NOT_THERE = "（现行文本的该条没有这一句，请先按现行文本核对原文）"
_VERDICTS = frozenset((MAY, FOR_A_TIME, MAY_NOT, OPEN))


class TableError(ValueError):
    """A decision table that cannot be used; the message is Chinese and names the entry."""


@dataclass(frozen=True, slots=True)
class Power:
    """One kind of power: the category it belongs to, the words by which a name states it, a verdict and a source a level.

    A word counts `anywhere` in a name, or only where it stands as the power itself.
    """

    name: str
    category: str
    words: tuple[str, ...]
    anywhere: bool
    cells: Mapping[str, tuple[str, str]]
    competent: str
    """The levels that may found it, in order, as they are shown."""

    def is_stated_by(self, name: str) -> bool:
        """Return whether an item of that name, in the category, is of this power; without words every one is."""
        if self.anywhere:
            return any(word in name for word in self.words)
        return not self.words or states_kind(name, self.words) is not None

    def verdict(self, level: str) -> str:
        """Return whether a statute of `level` may found the power; a level without a cell is left open."""
        return self.cells.get(level, (OPEN, ""))[0]


def read_powers(entries: Iterable[Mapping[str, Any]]) -> tuple[Power, ...]:
    """Return the powers that a decision table lists, in order.

    Raises TableError on an unknown level or verdict and on a cell without its source.
    """
    return tuple(_power(entry) for entry in entries)


def _power(entry: Mapping[str, Any]) -> Power:
    cells: dict[str, tuple[str, str]] = {}
    for level, cell in entry["cells"].items():
        if level not in LEVELS or cell.get("may") not in _VERDICTS or not cell.get("source"):
            raise TableError(f"设定权限表中“{entry['power']}”的“{level}”一格不完整或者写错：{dict(cell)}")
        cells[level] = (cell["may"], cell["source"])
    competent = "、".join(level for level in LEVELS if cells.get(level, ("", ""))[0] in (MAY, FOR_A_TIME))
    words = tuple(entry.get("words", ()))
    return Power(entry["power"], entry["category"], words, entry.get("anywhere", False), cells, competent)


@lru_cache(maxsize=1)
def powers() -> tuple[Power, ...]:
    """Return the shipped decision tables."""
    return read_powers(shipped_table("founding.yaml"))


def power_of(category: str | None, name: str) -> Power | None:
    """Return the power of an item of `category` called `name`, None where no table is about its category."""
    for power in powers():
        if power.category == category and power.is_stated_by(name):
            return power
    return None


def add_competence(
    bases: Sequence[dict[str, Any]], cells: Sequence[Mapping[str, Any]], items: Sequence[Item], as_of: date
) -> None:
    """Write the columns about competence into the founding rows of table `basis`; `item` numbers run over `items`.

    An item is left open where one of its founding cells holds text that names no statute, or names a law or regulation
    that is no basis (in the text a rule is quoted with): what was not read as a basis may found the power.
    """
    unread = {
        cell["item"] for cell in cells if cell["role"] == "设定依据" and not cell["citations"] and not cell["absent"]
    }
    founding: dict[int, list[dict[str, Any]]] = {}
    for row in bases:
        if row["role"] == "设定依据":
            founding.setdefault(row["item"], []).append(row)
    for number, rows in founding.items():
        item = items[number]
        category = standard_category(item.category)
        power = power_of(category, item.sub_name or item.name)
        if power is None:
            continue
        open_ = number in unread or _names_another_act(rows, item)
        levels = tuple(_possible(row) for row in rows)
        _judge(power, rows, levels, open_, as_of)
        if not open_ and not power.words:
            _judge_quotes(category, rows, levels, item)


def _possible(row: Mapping[str, Any]) -> frozenset[str]:
    """Return the levels that the act cited may have; where they are few the row says them already."""
    return _said(row["levels"]) if row.get("levels") else levels_of(row).possible


@lru_cache(maxsize=1024)
def _said(levels: str) -> frozenset[str]:
    return frozenset(levels.split("、"))


def _judge(
    power: Power, rows: Sequence[dict[str, Any]], levels: Sequence[frozenset[str]], unread: bool, as_of: date
) -> None:
    for row, possible in zip(rows, levels, strict=True):
        verdict, source = _verdict_on(power.name, possible)
        row |= {"power": power.name, "competent_levels": power.competent, "may_found": verdict, "competence_source": source}
    whole = OPEN if unread else _together([row["may_found"] for row in rows])
    known_from = _weakest([row.get("level_from") for row in rows])
    for row in rows:
        row |= {"item_may_found": whole, "item_level_from": known_from}
        if whole == FOR_A_TIME and row["may_found"] == FOR_A_TIME:
            row["days_in_force"] = _days_in_force(row, as_of)


def _days_in_force(row: Mapping[str, Any], as_of: date) -> int | None:
    """Return for how many days at least an act has been in force: outside the index by the year its bracket names."""
    begins = row.get("effective")
    if begins is None and row.get("version_year"):
        # It may have come into force at the end of the year after the one that the bracket names.
        begins = date(row["version_year"] + 1, 12, 31)
    return max((as_of - begins).days, 0) if begins is not None else None


def _judge_quotes(
    category: str | None, rows: Sequence[dict[str, Any]], levels: tuple[frozenset[str], ...], item: Item
) -> None:
    """Write `quoted_kind` where the quoted text imposes a kind that none of the item's bases may found."""
    barred = _barred(category, levels)
    if not barred:
        return
    quotes = _quotes(rows, item)
    for power in barred:
        for row, quote in zip(rows, quotes, strict=True):
            kind = imposes_kind(quote, power.words)
            if kind and "quoted_kind" not in row:
                row |= {
                    "quoted_kind": kind,
                    "quoted_kind_said": _who_imposes(rows, row, kind),
                    "quoted_kind_levels": power.competent,
                }


def _who_imposes(rows: Sequence[Mapping[str, Any]], row: Mapping[str, Any], kind: str) -> str:
    """Say who imposes a kind: the cited text in force where its words stand there, else what the list quotes.

    A quotation is compared once, at the first of the provisions that it is quoted for.
    """
    compared = [
        other
        for other in rows
        if other["cell"] == row["cell"] and other.get("title") == row.get("title") and other["start"] <= row["start"]
    ]
    last = next((other for other in reversed(compared) if other.get("quote_state")), None)
    if last is None or last["quote_state"] == "未核对":
        return f"所抄的原文规定了{kind}"
    return f"所抄的原文规定了{kind}{_NOT_THERE}" if kind in (last.get("quote_differing") or "") else f"规定了{kind}"


@lru_cache(maxsize=4096)
def _barred(category: str | None, levels: tuple[frozenset[str], ...]) -> tuple[Power, ...]:
    """Return the kinds of a category's power that no act of these levels may found."""
    return tuple(
        power for power in _kinds(category) if _together([_verdict_on(power.name, one)[0] for one in levels]) == MAY_NOT
    )


@lru_cache(maxsize=64)
def _kinds(category: str | None) -> tuple[Power, ...]:
    """Return the kinds of a category's power that words in a text tell."""
    return tuple(power for power in powers() if power.category == category and power.words and not power.anywhere)


def _names_another_act(rows: Sequence[Mapping[str, Any]], item: Item) -> bool:
    cited = " ".join(row.get("title") or "" for row in rows)
    texts = (basis.text for basis in item.bases if basis.role == "设定依据")
    named = {title for text in texts for title in _ACT_NAMED.findall(text)}
    return any(title not in cited and not _GENERAL.search(title) for title in named)


def _quotes(rows: Sequence[Mapping[str, Any]], item: Item) -> list[str]:
    """Return for each founding row of an item the text behind its citation, up to the next one in the cell."""
    texts = {basis.cell: basis.text for basis in item.bases if basis.role == "设定依据"}
    quotes = []
    for row in rows:
        text = texts.get(row["cell"], "")
        following = (other["start"] for other in rows if other["cell"] == row["cell"] and other["start"] >= row["end"])
        quotes.append(text[row["end"] : min(following, default=len(text))])
    return quotes


@lru_cache(maxsize=4096)
def _verdict_on(name: str, possible: frozenset[str]) -> tuple[str, str | None]:
    """Return whether an act of these levels may found the power, and the source of a verdict against it."""
    power = next(power for power in powers() if power.name == name)
    verdicts = {power.verdict(level) for level in possible}
    verdict = verdicts.pop() if len(verdicts) == 1 else OPEN
    sources = dict.fromkeys(power.cells[level][1] for level in LEVELS if level in possible & power.cells.keys())
    return verdict, "；".join(sources) if verdict in (MAY_NOT, FOR_A_TIME) else None


def _together(verdicts: Sequence[str]) -> str:
    for verdict in (MAY, OPEN, FOR_A_TIME):
        if verdict in verdicts:
            return verdict
    return MAY_NOT


def _weakest(known_from: Sequence[str | None]) -> str | None:
    """Return the least reliable of the grounds on which the levels of an item's bases are known."""
    return max(known_from, key=lambda ground: _RELIABLE.index(ground) if ground in _RELIABLE else len(_RELIABLE))
