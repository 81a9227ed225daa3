"""How deep a list cites: by department and category, within an item, and for one provision across the list.

A norm is what at least 80 % of the founding bases of one category of one department do, counted over those whose article is
divided: where the text has one paragraph there is nothing to choose. Below that share there is no norm.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from basischeck.catalog.wording import row_name

Reach = Literal["到底", "到款", "到条"]
Group = tuple[str, str, str]
"""File, department, category."""

NORM_SHARE: Final = 0.8
NORM_BASES: Final = 5
DEPTHS: Final = ("法规", "编", "分编", "章", "节", "条", "款", "项", "目", "附件")
_BELOW_ARTICLE: Final = frozenset(("款", "项", "目"))
_ORDER: Final[dict[Reach, int]] = {"到条": 0, "到款": 1, "到底": 2}
_SHOWN = 5
_SAME_TITLE = 85
_OTHER_TEXT: Final = frozenset(("旧版本", "新版本", "其他条", "大部分不一致", "查无"))
_REWORDED: Final = "所抄原文与现行文本不一致，先按现行文本核对，再定是哪一款、项"
SHOWN_BY: Final = ("quote_stands", "quoted_parts", "quoted_part")
"""What a quotation shows of the parts of an article that are meant: one quotation may show it for several bases."""
_KINDS: Final[tuple[tuple[str, str | None], ...]] = (
    ("原文可定", "quoted_part"),
    ("偏离通行", "off_norm"),
    ("事项不一", "deeper_in_item"),
    ("清单不一", "deeper_elsewhere"),
    ("未说明", None),
)
"""Why a basis that stops above is a fault, the surest first: each is reported once, by the first that holds."""


@dataclass(frozen=True, slots=True)
class DepthRow:
    """One row of the table of depths: how many bases end at each level, and what is usual.

    `bases` counts all founding bases, `depths` them by level, `comparable` those that could be held against a divided
    article; `reach` counts the comparable ones; `norm` is None where no reach has 80 % of at least 5 comparable bases,
    `share` then that of the most frequent.
    """

    file: str
    department: str
    category: str
    bases: int
    depths: dict[str, int]
    comparable: int
    reach: dict[Reach, int]
    norm: Reach | None
    share: float | None


def reach_of(row: Mapping[str, Any]) -> Reach | None:
    """Return how far a basis goes into a divided article, None where the article is undivided or was not checked."""
    if not row.get("divided") or row.get("stops_above") is None:
        return None
    if not row.get("stops_above"):
        return "到底"
    return "到条" if row["depth"] == "条" else "到款"


def depth_table(rows: Iterable[Mapping[str, Any]]) -> list[DepthRow]:
    """Return the table of depths of the founding bases in `rows` (table `basis`), in the order of the lists."""
    groups: dict[Group, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["role"] == "设定依据" and row.get("title") is not None:
            groups[_group(row)].append(row)
    return [_depth_row(group, members) for group, members in groups.items()]


def _group(row: Mapping[str, Any]) -> Group:
    return row["file"], row["department"], row.get("standard_category") or row["category"]


def _depth_row(group: Group, members: Sequence[Mapping[str, Any]]) -> DepthRow:
    depths = Counter(row["depth"] for row in members)
    reach = Counter(known for row in members if (known := reach_of(row)) is not None)
    count = reach.total()
    norm, share = _norm(reach, count)
    return DepthRow(*group, len(members), {d: depths[d] for d in DEPTHS if depths[d]}, count, dict(reach), norm, share)


def _norm(reach: Counter[Reach], count: int) -> tuple[Reach | None, float | None]:
    """Return the norm and its share: down to the last level, else beyond the article, else to the article alone."""
    if not count:
        return None, None
    beyond = reach["到底"] + reach["到款"]
    candidates: tuple[tuple[Reach, int], ...] = (("到底", reach["到底"]), ("到款", beyond), ("到条", reach["到条"]))
    for norm, held in candidates:
        if count >= NORM_BASES and held >= NORM_SHARE * count:
            return norm, held / count
    return None, max(reach.values()) / count


def judge_depths(rows: Sequence[MutableMapping[str, Any]]) -> None:
    """Fill the columns of table `basis` that need the other bases of the list."""
    _located(rows)
    deep = [row for row in rows if row["depth"] in _BELOW_ARTICLE and row.get("divided") and row.get("found")]
    _stop_above(rows, deep)
    above = [row for row in rows if row.get("stops_above")]
    whole = [row for row in above if row["depth"] == "条"]
    _in_items(whole, deep)
    _across(whole, deep)
    _against_norms(rows)
    for row in above:
        row["above_note"] = _REWORDED if row.get("quote_state") == "部分不一致" else None
        row["above_kind"] = next(kind for kind, column in _KINDS if column is None or row.get(column))
    _in_cells(above)


def _located(rows: Sequence[MutableMapping[str, Any]]) -> None:
    """Say of each act named without a provision whether the same cell cites a provision of it as well.

    A title written twice, the second time with a slip（《甲办法》《甲辨法》第十条）, is one act.
    """
    named = [row for row in rows if row["depth"] == "法规" and row.get("title") is not None]
    located: dict[tuple[Any, Any], list[MutableMapping[str, Any]]] = {(row["item"], row["cell"]): [] for row in named}
    for row in rows if named else ():
        beside = located.get((row["item"], row["cell"]))
        if beside is not None and row["depth"] != "法规" and row.get("title") is not None:
            beside.append(row)
    for row in named:
        row["located_in_cell"] = any(_same_act(row, other) for other in located[row["item"], row["cell"]])


def _same_act(row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if row.get("statute_id") or other.get("statute_id"):
        return row.get("statute_id") == other.get("statute_id")
    from rapidfuzz import fuzz  # here because a title is rarely written twice

    return bool(fuzz.ratio(row["title"], other["title"], score_cutoff=_SAME_TITLE))


def _stop_above(rows: Sequence[MutableMapping[str, Any]], deep: Sequence[Mapping[str, Any]]) -> None:
    """Say of each basis whether the text goes on below it and nothing shows that all of it is meant."""
    narrower = {_in_cell(row) for row in deep}
    same: dict[tuple[Any, ...], list[MutableMapping[str, Any]]] = {}
    for row in rows:
        if row.get("found") and row.get("article") is not None:
            same.setdefault((*_in_cell(row), row["locator"]), []).append(row)
    for members in same.values():
        # 第三十四条、第六十九条：第三十四条 消防设施……: named first, quoted later; what the quotation shows holds for both.
        shown = {name: held for row in members for name in SHOWN_BY if (held := row.get(name)) is not None}
        for row in members:
            if len(members) > 1:
                row.update(shown)
            if shown.get("quote_stands") is False or (not shown.get("quote_stands") and _older(row)):
                continue
            if row.get("quote_state") in _OTHER_TEXT and not shown.get("quoted_part"):
                # What is quoted is to be copied anew, and only then is it known which part of the article is meant.
                continue
            # 第十六条第一款第（二）项：第十六条 机关、团体……: the second only heads the quotation of the first.
            heading = row["depth"] == "条" and bool(narrower) and _in_cell(row) in narrower
            whole = heading or row.get("ranged") or (shown.get("quoted_parts") or 0) >= 2
            row["stops_above"] = bool(row.get("below")) and not whole


def _older(row: Mapping[str, Any]) -> bool:
    """Return whether a basis names an older text in which the article may have been another, or divided otherwise."""
    return row.get("named") == "旧版" and row.get("named_last_change") != "same"


def _in_cells(above: Sequence[MutableMapping[str, Any]]) -> None:
    cells: dict[tuple[Any, ...], list[MutableMapping[str, Any]]] = defaultdict(list)
    for row in above:
        cells[row["item"], row["cell"], row["above_kind"]].append(row)
    for members in cells.values():
        cited = list(dict.fromkeys(row["citation"] for row in members))
        more = f"等{len(cited)}条" if len(cited) > _SHOWN else ""
        for row in members:
            row["above_count"] = len(cited)
            if len(cited) > 1:
                row["above_in_cell"] = "、".join(cited[:_SHOWN]) + more


def chapter_facts(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return for each (file, sheet) how many items cite no more than a chapter for duties or liability, with one example."""
    items: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for row in rows:
        if row["role"] != "设定依据" and row["depth"] in ("编", "分编", "章", "节"):
            items[row["file"], row["sheet"]].setdefault(row["item"], row["citation"])
    return {
        place: {"chapter_items": len(held), "chapter_example": next(iter(held.values()))} for place, held in items.items()
    }


def _in_items(whole: Sequence[MutableMapping[str, Any]], deep: Sequence[Mapping[str, Any]]) -> None:
    """Say of the articles cited whole beside which other basis of the item they are that goes down to the last level."""
    cited: dict[tuple[int, str], str] = {}
    for row in deep:
        if reach_of(row) == "到底":
            cited.setdefault((row["item"], row["role"]), row["citation"])
    for row in whole:
        row["deeper_in_item"] = cited.get((row["item"], row["role"]))


def _across(whole: Sequence[MutableMapping[str, Any]], deep: Sequence[Mapping[str, Any]]) -> None:
    """Find the articles that one item of the list cites whole and another by paragraph or item."""
    cited: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in deep:
        cited[_article(row)].append(row)
    for row in whole if cited else ():
        other = next((held for held in cited.get(_article(row), ()) if held["item"] != row["item"]), None)
        if other is not None:
            row["deeper_elsewhere"] = f"{row_name(other['sheet'], other['row'])}引到{other['locator']}"


def _in_cell(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["item"], row["cell"], row.get("statute_id"), row.get("article")


def _article(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["file"], row["role"], row["statute_id"], row["article"]


def _against_norms(rows: Sequence[MutableMapping[str, Any]]) -> None:
    norms = {(row.file, row.department, row.category): row for row in depth_table(rows) if row.norm is not None}
    for row in rows if norms else ():
        reach = reach_of(row)
        if row["role"] != "设定依据" or reach is None:
            continue
        usual = norms.get(_group(row))
        if usual is None or usual.norm is None:
            continue
        row.update(norm=usual.norm, norm_share=int(100 * (usual.share or 0)), norm_bases=usual.comparable)
        if _ORDER[reach] < _ORDER[usual.norm]:
            row["off_norm"] = "偏浅"
        elif usual.norm == "到条" and reach != "到条" and row["depth"] != "条":
            row["off_norm"] = "偏深"
