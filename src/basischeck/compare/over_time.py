"""Two states of one list: what was added, taken out and changed, and what changed in law between the two days.

动态调整 asks for both directions: a change of law that makes a citation wrong has to be followed by the list, and a list
does not change its powers without a cause in law (《关于推行地方各级政府工作部门权力清单制度的指导意见》，中办发〔2015〕21号).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from basischeck.catalog.model import Item, ListFile
from basischeck.citation import normalise
from basischeck.compare.basis import UNKNOWN, BasisReader, missing, same_basis
from basischeck.compare.compare import prepare
from basischeck.compare.difference import item_name, wording
from basischeck.compare.entry import Entry
from basischeck.compare.law import REQUIRES, LawBetween, LawChange
from basischeck.compare.match import Match, match
from basischeck.compare.score import Scorer
from basischeck.compare.vocabulary import Vocabulary

State = Literal["新增", "取消", "修改", "未改"]
Verdict = Literal["", "应改未改", "应当复核", "没有法律原因"]

_NAMED = 2
_WHOLE = 40
"""Characters of a field that is shown whole, as it was and as it is."""
_FROM_OUTSIDE = "部门"
_NO_CONTENT = frozenset({"序号", "编序"})
_SUBSTANCE = frozenset({"事项名称", "子项名称", "权力类型", "设定依据"})

_GONE_OVER = _SUBSTANCE | {"责任事项", "责任事项依据", "追责情形", "追责依据", "部门职责"}
"""Fields that somebody changes who goes over an item for a new law: another office or remark is no sign of that."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an item that reads otherwise; `how` says it in Chinese."""

    field: str
    old: str
    new: str
    how: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item over time. `laws` are the changes of law that touch its provisions; `verdict` sets both side by side.

    `unheld` are the titles of cited acts that the index does not hold, and whose changes are not known.
    """

    state: State
    old: Item | None
    new: Item | None
    fields: tuple[FieldChange, ...] = ()
    laws: tuple[LawChange, ...] = ()
    verdict: Verdict = ""
    unheld: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """Return the item as it is now, as it was where it is no more."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  # one of the two is always there
        return found


def over_time(old: ListFile, new: ListFile, reader: BasisReader, law: LawBetween | None = None) -> tuple[ItemChange, ...]:
    """Return what became of every item from one state of a list to the next; items that nothing touches are left out.

    Without `law` no verdict is given.
    """
    before = [Entry(0, item, reader) for item in old.items]
    after = [Entry(1, item, reader) for item in new.items]
    pairs = _pair(before, after)
    kept = {id(pair.theirs): pair.ours for pair in pairs}
    changes = []
    for entry in after:
        earlier = kept.get(id(entry))
        changes.append(_added(entry, law) if earlier is None else _changed(earlier, entry, law))
    gone = {id(pair.ours) for pair in pairs}
    changes.extend(_removed(entry, law) for entry in before if id(entry) not in gone)
    return tuple(change for change in changes if change.state != "未改" or change.verdict)


def _pair(before: Sequence[Entry], after: Sequence[Entry]) -> list[Match]:
    """Pair the items of two states: word for word first, then by name or code, then as items of two lists."""
    prepare([*before, *after])
    pairs: list[Match] = []
    left, right = list(before), list(after)
    for key in (_whole, _named, _coded):
        pairs.extend(_same(left, right, key))
        done = {id(pair.ours) for pair in pairs} | {id(pair.theirs) for pair in pairs}
        left = [entry for entry in left if id(entry) not in done]
        right = [entry for entry in right if id(entry) not in done]
    for number, entry in enumerate(left):
        entry.group = number
    return pairs + match(left, right, Scorer(Vocabulary([*before, *after])))


def _whole(entry: Entry) -> object:
    return entry.words, entry.item.department, tuple(sorted(_texts(entry.item).items()))


def _named(entry: Entry) -> object:
    return entry.name.key, entry.category, entry.item.department


def _coded(entry: Entry) -> object:
    return ("编码", entry.item.code) if len(entry.item.code) >= 6 else id(entry)  # shorter: a serial number


def _same(before: Sequence[Entry], after: Sequence[Entry], key: Callable[[Entry], object]) -> Iterator[Match]:
    waiting: dict[object, list[Entry]] = {}
    for entry in before:
        waiting.setdefault(key(entry), []).append(entry)
    for entry in after:
        found = waiting.get(key(entry))
        if found:
            # Of several rows with one name, the one whose basis stayed.
            place = next((n for n, one in enumerate(found) if one.basis_text == entry.basis_text), 0)
            yield Match(found.pop(place), entry, 1.0)


def _texts(item: Item) -> dict[str, str]:
    """Return all of an item's texts by field, bases by role."""
    texts = {name: field.text for name, field in item.fields.items() if name not in _NO_CONTENT}
    for name, more in item.also.items():
        texts[name] = "\n".join([texts.get(name, ""), *(one.text for one in more)])
    for role in ("设定依据", "责任事项依据", "追责依据"):
        found = [basis.text for basis in item.bases if basis.role == role]
        if found or role in texts:
            texts[role] = "\n".join(found)
    texts |= {"事项名称": item.name, "子项名称": item.sub_name, "权力类型": item.category}
    if item.department_from != "column":
        texts[_FROM_OUTSIDE] = item.department  # else it is among the fields, under the column's own name
    return texts


def _fields(ours: Entry, theirs: Entry) -> Iterator[FieldChange]:
    old, new = _texts(ours.item), _texts(theirs.item)
    for name in dict.fromkeys((*old, *new)):
        left, right = old.get(name, ""), new.get(name, "")
        if name == _FROM_OUTSIDE and (name not in old or name not in new):
            continue  # one state has a column of departments, the other a title: nothing to compare
        if normalise(left) == normalise(right):
            continue
        yield FieldChange(name, left, right, _how(name, ours, theirs, left, right))


def _how(name: str, ours: Entry, theirs: Entry, left: str, right: str) -> str:
    if not left.strip():
        return "原来没有填写"
    if not right.strip():
        return "现在没有填写"
    if name == "设定依据":
        gone, new = missing(ours.provisions, theirs.provisions), missing(theirs.provisions, ours.provisions)
        told = [f"{word}{'、'.join(one.label for one in found[:6])}" for word, found in (("去掉", gone), ("增加", new)) if found]
        return "，".join(told) or "所引条款未变，文字有改动"
    was, now = ("".join(text.split()) for text in (left, right))
    return f"“{was}”改为“{now}”" if max(len(was), len(now)) <= _WHOLE else wording(was, now)


def _laws(entry: Entry, law: LawBetween | None, *, new: bool) -> tuple[LawChange, ...]:
    if law is None:
        return ()
    found = (law.touching(provision, new=new) for provision in entry.provisions)
    return tuple(dict.fromkeys(change for change in found if change is not None))


def _added(entry: Entry, law: LawBetween | None) -> ItemChange:
    laws = _laws(entry, law, new=True)
    return ItemChange("新增", None, entry.item, (), laws, "没有法律原因" if law and not laws else "", _unheld(entry))


def _removed(entry: Entry, law: LawBetween | None) -> ItemChange:
    laws = _laws(entry, law, new=False)
    return ItemChange("取消", entry.item, None, (), laws, "没有法律原因" if law and not laws else "", _unheld(entry))


def _unheld(*entries: Entry) -> tuple[str, ...]:
    """Return the titles of acts that the index does not hold: of them nobody can say that nothing changed."""
    titles = (one.title for entry in entries for one in entry.provisions if one.statute.startswith(UNKNOWN[:2]))
    return tuple(dict.fromkeys(title for title in titles if title))


def _changed(ours: Entry, theirs: Entry, law: LawBetween | None) -> ItemChange:
    fields = tuple(_fields(ours, theirs))
    laws = _laws(ours, law, new=False)
    verdict: Verdict = ""
    if law is not None:
        verdict = _verdict(ours, theirs, fields, laws, law)
    return ItemChange("修改" if fields else "未改", ours.item, theirs.item, fields, laws, verdict, _unheld(ours, theirs))


def _verdict(
    ours: Entry, theirs: Entry, fields: Sequence[FieldChange], laws: Sequence[LawChange], law: LawBetween
) -> Verdict:
    moved = not same_basis(ours.provisions, theirs.provisions)
    if _left_as_it_was(ours, theirs, law, moved=moved):
        return "应改未改"
    if any(change.kind == "revised" for change in laws) and not any(one.field in _GONE_OVER for one in fields):
        return "应当复核"
    substance = any(one.field in _SUBSTANCE - {"设定依据"} for one in fields) or moved
    if substance and not laws and not _laws(theirs, law, new=True):
        return "没有法律原因"
    return ""


def _left_as_it_was(ours: Entry, theirs: Entry, law: LawBetween, *, moved: bool) -> bool:
    """Whether the list still cites what the law has made another provision, or none.

    Where 第五条 became 第七条 and 第七条 第九条, a basis that went from both to 第七条、第九条 has followed: its 第七条 is the old 第五条.
    """
    changes = [(one, law.touching(one)) for one in ours.provisions]
    followed = {(one.statute, change.becomes) for one, change in changes if moved and change is not None}
    return any(
        change is not None and change.kind in REQUIRES and one in theirs.provisions and (one.statute, one.article) not in followed
        for one, change in changes
    )


def changed_name(change: ItemChange) -> str:
    """Return the item's name, with what it was called before where that is another."""
    name = item_name(change.item)
    if change.old is None or change.new is None or item_name(change.old) == name:
        return name
    return f"{name}（原：{item_name(change.old)}）"


def not_known(change: ItemChange) -> str:
    """Return what is to be said beside the verdict that nothing in law has changed, "" where every act was looked up."""
    if change.verdict != "没有法律原因" or not change.unheld:
        return ""
    more = "等" if len(change.unheld) > _NAMED else ""
    return f"（{'、'.join(f'《{title}》' for title in change.unheld[:_NAMED])}{more}索引未收录，没有核对）"
