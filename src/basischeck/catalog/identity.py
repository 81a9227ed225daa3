"""Drafts to items: category, department and the key that stays the same from one edition of a list to the next."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from basischeck.catalog import columns
from basischeck.catalog.draft import Draft
from basischeck.catalog.header import Header
from basischeck.catalog.model import Item
from basischeck.catalog.origin import organ_in, region_in
from basischeck.catalog.wording import squeezed
from basischeck.pattern import regex

_NUMBERS = regex(r"\d+")
_SEVERAL = regex(r"\d+(?:\s*[,，、;；]\s*\d+)+")
_KIND_OF_NAME = (
    (regex(r"违法|案由|处罚"), "行政处罚"),
    (regex(r"许可"), "行政许可"),
    (regex(r"强制"), "行政强制"),
    (regex(r"检查"), "行政检查"),
    (regex(r"征收"), "行政征收"),
    (regex(r"给付"), "行政给付"),
    (regex(r"确认"), "行政确认"),
    (regex(r"奖励"), "行政奖励"),
    (regex(r"裁决"), "行政裁决"),
)
"""What the header of the name column says about all its items: under 违法行为 stand punishments."""


@dataclass(frozen=True)
class Setting:
    """What is known of all items of a sheet from its name, title rows, header and file name; "" where not stated."""

    file: str
    sheet: str
    category: str = ""
    category_from: str = ""
    department: str = ""
    department_from: str = ""


def category_of_columns(header: Header) -> str:
    """Return the category that the wordings of the columns imply: of the names（违法行为 → 行政处罚）, else of the bases（处罚依据）."""
    if implied := category_of_header(header.labels[header.by_field[columns.NAME]]):
        return implied
    beside = (columns.FOUNDING, f"{columns.NAME}（另）")
    found = {category_of_header(header.labels[column]) for column, name in header.fields.items() if name in beside}
    return found.pop() if len(found) == 1 else ""


def category_of_header(label: str) -> str:
    """Return the category that one wording implies, or ""."""
    found = [kind for pattern, kind in _KIND_OF_NAME if pattern.search(label)]
    return found[0] if len(found) == 1 else ""


def to_items(drafts: Sequence[tuple[Draft, Setting]]) -> tuple[Item, ...]:
    """Return the items of a list in order, each with its key.

    The key is the code where it belongs to one item only, else category, name, sub-name, department.
    """
    names: dict[str, set[tuple[str, str]]] = {}
    for draft, _ in drafts:
        if code := _code(draft):
            names.setdefault(code, set()).add((squeezed(draft.name), squeezed(draft.sub_name)))
    own = {code for code, found in names.items() if len(found) == 1}
    return tuple(_item(draft, setting, own) for draft, setting in drafts)


def serials_of(text: str) -> tuple[str, ...]:
    """Return the serial numbers of a cell: "2,3" is two, "1-1" is one."""
    if not text.isdigit() and _SEVERAL.fullmatch(text):
        return tuple(_NUMBERS.findall(text))
    return (text,) if text else ()


def usual_actor(drafts: Iterable[Draft]) -> str:
    """Return the actor that most items name, used where nothing names the department; "" where there is none."""
    count = Counter(draft.fields[columns.ACTOR].text for draft in drafts if columns.ACTOR in draft.fields)
    count.pop("", None)
    return count.most_common(1)[0][0] if count else ""


def without_file_name(drafts: Sequence[tuple[Draft, Setting]]) -> Sequence[tuple[Draft, Setting]]:
    """Leave out the department that only the file's name（人社.csv）tells, without its place, where every item of the list names one and the same actor."""
    told = all(setting.department_from == "file" and not region_in(setting.department) for _, setting in drafts)
    actors = {draft.short(columns.ACTOR) for draft, _ in drafts} if told else set()
    if len(actors) != 1 or not all(actor and organ_in(actor) == actor for actor in actors):
        return drafts  # none, several, or a phrase of statutes（县级以上人民政府商务主管部门）
    return [(draft, replace(setting, department="", department_from="")) for draft, setting in drafts]


def _code(draft: Draft) -> str:
    return draft.short(columns.SUB_CODE) or draft.code


def _item(draft: Draft, setting: Setting, own_codes: Set[str]) -> Item:
    category, category_from = _category(draft, setting)
    department, department_from = _department(draft, setting)
    code = _code(draft)
    rows = tuple(sorted({row + 1 for row in draft.rows})) if len(draft.rows) > 1 else (draft.rows[0] + 1,)
    return Item(
        file=setting.file,
        sheet=setting.sheet,
        row=rows[0],
        rows=rows,
        key=f"编码:{code}" if code in own_codes else _key_by_name(category, draft.name, draft.sub_name, department),
        name=draft.name,
        sub_name=draft.sub_name,
        code=code,
        category=category,
        category_from=category_from,
        department=department,
        department_from=department_from,
        fields=draft.fields,
        bases=draft.all_bases(),
        serials=serials_of(draft.serial),
        also={name: tuple(texts) for name, texts in draft.also.items()},
    )


def _category(draft: Draft, setting: Setting) -> tuple[str, str]:
    own = "".join(draft.short(columns.CATEGORY).split())
    if own:
        return own, "column"
    if draft.heading_category:
        return draft.heading_category, "title"
    return setting.category, setting.category_from


def _department(draft: Draft, setting: Setting) -> tuple[str, str]:
    own = draft.short(columns.DEPARTMENT)
    if own:
        return own, "column"
    if draft.heading_department:
        return draft.heading_department, "title"
    if setting.department:
        return setting.department, setting.department_from
    actor = draft.short(columns.ACTOR)
    return actor, "column" if actor else ""


def _key_by_name(*parts: str) -> str:
    return "|".join(map(squeezed, parts))
