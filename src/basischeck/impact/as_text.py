"""An impact for people: statute by statute what became of the cited provisions, and which items cite them where."""

from collections.abc import Iterator
from pathlib import Path

from basischeck.catalog.model import Item
from basischeck.citation import Locator, render
from basischeck.compare.difference import item_name
from basischeck.impact.counts import counts
from basischeck.impact.impact import touched_items
from basischeck.impact.model import Impact, ProvisionChange, StatuteChange, TouchedBasis
from basischeck.impact.word_diff import marked, word_diff
from basischeck.statute.days import write_day
from basischeck.terminal import wrap

_SHOWN = 40
_KINDS = {"repealed": "废止", "amended": "施行新的文本", "begun": "开始施行"}
_WORDS = {
    "same": "未变",
    "renumbered": "内容未变，条号变动",
    "revised": "有修改",
    "split": "拆分",
    "merged": "合并",
    "added": "新增",
    "whole": "只引到法规，没有引到条",
}


def to_text(impact: Impact, *, current_to: str = "", width: int = 80, verbose: bool = False) -> str:
    """Return the impact in lines of at most `width` terminal cells.

    Provisions with which nothing is to be done are counted, and of one provision the first 40 places are shown;
    `verbose` lists all.
    """
    lines = list(_head(impact, current_to, width))
    for number, change in enumerate(impact.statutes, 1):
        lines += ["", *_statute(impact, change, number, width, verbose)]
    for title, rows in (("没有核对（索引未收录，或者名称有误）", impact.outside), (f"{impact.start} 之前已经失效，不在本期变动之内", impact.before)):
        if rows:
            lines += ["", f"{title}："]
            lines += [line for name, count in rows for line in wrap(f"《{name}》 {count} 条", width, "  ", "    ")]
    return "\n".join(lines) + "\n"


def _head(impact: Impact, current_to: str, width: int) -> Iterator[str]:
    total = counts(impact)
    names = "、".join(Path(read.file).name for read in impact.lists)
    yield from wrap(f"{names}：{impact.start} 之后至 {impact.end} 法规变动的影响", width)
    if not impact.statutes:
        yield from wrap(f"{total['items']} 个事项、{total['bases']} 条依据所在的法规，索引中没有发现变动。", width)
    else:
        kinds = "、".join(f"{_KINDS[kind]} {n} 部" for kind, n in total["statutes_by_change"].items())
        yield from wrap(
            f"{total['items']} 个事项、{total['bases']} 条依据中，{total['touched_items']} 个事项的 {total['touched_bases']} 条依据"
            f"所在的法规有变动（{kinds}），{total['items_to_review']} 个事项需要处理或者复核。",
            width,
        )
        if total["items_quoting"]:
            yield from wrap(f"另有 {total['items_quoting']} 个事项只在引文中提到有变动的法规。", width)
    if total["bases_not_checked"] or total["bases_ended_before"]:
        yield from wrap(
            f"{total['bases_not_checked']} 条依据没有核对，{total['bases_ended_before']} 条此前已经失效，见文末。", width
        )
    if current_to:
        yield from wrap(f"索引的时间范围：{current_to}。此后的变动不在其内，此前的也可能没有收全。", width)


def _statute(impact: Impact, change: StatuteChange, number: int, width: int, verbose: bool) -> Iterator[str]:
    found = touched_items(impact, change.id)
    yield from wrap(f"《{change.title}》{_event(change)}，涉及 {len(found)} 个事项", width, f"{number}. ", "   ")
    quiet = 0
    for told, rows in _by_provision(found).items():
        if not verbose and all(_is_quiet(change, basis) for _, basis in rows):
            quiet += len(rows)
            continue
        yield from wrap(told, width, "   ", "      ")
        change_told = rows[0][1].change
        yield from _texts(change_told, width)
        places = {_place(item, basis, many=len(impact.lists) > 1): basis.change for item, basis in rows}
        for place in places if verbose else list(places)[:_SHOWN]:
            yield from wrap(place, width, "      · ", "        ")
            yield from _candidates(places[place], width)
        if not verbose and len(places) > _SHOWN:
            yield f"      · 另有 {len(places) - _SHOWN} 处（加 -v 全部列出，JSON 总是全部列出）"
    if quiet:
        yield f"   另有 {quiet} 条所引条款没有变动，或者清单已按新的文本引用（加 -v 列出）。"


def _is_quiet(change: StatuteChange, basis: TouchedBasis) -> bool:
    """Whether nothing is due: the provision is the same, or cited as it is now, or a living act is only named in a quotation."""
    named = basis.quoted and basis.change.kind == "whole" and change.kind == "amended"
    return basis.change.kind == "same" or basis.change.already or named


def _event(change: StatuteChange) -> str:
    day = f"{write_day(change.day)}" if change.day else ""
    if change.kind != "repealed":
        return f"{day}{'起' if day else ''}{_KINDS[change.kind]}"
    if change.by is None:
        return f"{day}失效"
    article = Locator(article=change.by[1]) if change.by[1] and change.by[1].isdigit() else None
    return f"{day}被{render(change.by[0], article)}废止"


def _by_provision(found: list[tuple[Item, list[TouchedBasis]]]) -> dict[str, list[tuple[Item, TouchedBasis]]]:
    groups: dict[str, list[tuple[Item, TouchedBasis]]] = {}
    for item, bases in found:
        for basis in bases:
            lost = basis.change.kind == "unknown" and not basis.change.already and not basis.change.new
            key = f"以下条款去向不详：{basis.change.note or '请查阅新的文本'}" if lost else provision_told(basis.change)
            groups.setdefault(key, []).append((item, basis))
    return groups


def provision_told(change: ProvisionChange) -> str:
    """Say what became of a cited provision, the old one and the new one side by side."""
    name = change.citation.partition("》")[2] or change.citation
    counted = f"（所引版本的条号；变动前为{change.counted}）" if change.counted else ""
    if change.already:
        if change.kind == "unknown":
            return f"{name}：清单已按新的文本引用，变动不详"
        was = f"原{change.old.partition('》')[2]}，" if change.old else ""
        return f"{name}：清单已按新的文本引用（{was}{_WORDS.get(change.kind, change.kind)}）"
    if change.kind == "unknown":
        if change.new:
            return f"{name} → {_proposed(change)}" + (f"。{change.note}" if change.note else "")
        return f"{name} → 去向不详：{change.note or '请查阅新的文本'}"
    if change.kind == "whole":
        return f"（{_WORDS['whole']}）"
    if change.kind == "deleted":
        also = f"；{_proposed(change)}" if change.new else ""
        return f"{name}{counted} → {change.note or '已删去，或者没有相近的条文'}{also}"
    return f"{name}{counted} → " + "；".join(_successors(change))


def _proposed(change: ProvisionChange) -> str:
    """Name the provisions that only the list's own words lead to."""
    first = change.new[0]
    names = "、".join(one.citation if n == 0 else one.citation.partition("》")[2] if one.title == first.title else one.citation for n, one in enumerate(change.new))
    return f"可能是{names}（{first.how or '按清单的引文比对'}，把握 {first.similarity:.0%}，已收录的旧文本中没有所抄的文字，请核实）"


def _successors(change: ProvisionChange) -> Iterator[str]:
    old = change.citation.partition("》")[0]
    for one in change.new:
        same_act = one.citation.partition("》")[0] == old
        name = one.citation.partition("》")[2] if same_act else one.citation
        told = [_WORDS.get(change.kind, change.kind)]
        if change.kind not in ("same", "renumbered"):
            told.append(f"{'相似' if same_act else '把握'} {one.similarity:.0%}")
        if change.stated:
            told.append("修改决定载明")
        if not one.certain:
            told.append("存疑，请核对")
        yield f"{name}（{'，'.join(told)}）"


def _candidates(change: ProvisionChange, width: int) -> Iterator[str]:
    """List what people may look at where nothing is proposed."""
    if change.candidates:
        yield "        候选条文（最可能的在前），须人工核对："
    title = None
    for number, one in enumerate(change.candidates, 1):
        name = one.citation if one.title != title else one.citation.partition("》")[2]
        title = one.title
        yield from wrap(f"{name}（权重 {one.weight:.2f}）" + (f"：{one.text}" if one.text else ""), width, f"        {number}. ", "           ")


def _texts(change: ProvisionChange, width: int) -> Iterator[str]:
    if change.old_text:
        yield from wrap(change.old_text, width, "      原文：", "        ")
    for one in change.new:
        if one.text and one.text == change.old_text:
            yield "      新文：与原文相同"
        elif one.text:
            yield from wrap(one.text, width, "      新文：", "        ")
            if pieces := word_diff(change.old_text or "", one.text):
                yield from wrap(marked(pieces), width, "      对照：", "        ")


def _place(item: Item, basis: TouchedBasis, *, many: bool) -> str:
    notes = []
    if basis.quoted:
        notes.append("引文中提到")
    if basis.meant:
        notes.append(f"清单写作《{basis.meant}》")
    if basis.role != "设定依据":
        notes.append(basis.role)
    shares = [one.quote_share for one in basis.change.new if one.quote_share is not None]
    if shares and basis.change.kind not in ("same", "renumbered", "unknown", "deleted"):
        notes.append(f"引用的文字有 {max(shares):.0%} 仍在新条文中" if max(shares) else "引用的文字不在新条文中")
    name = " ".join(item_name(item).split())
    where = f"{Path(item.file).name + ' ' if many else ''}{item.sheet} {basis.cell}".strip()
    if basis.change.kind == "unknown":
        where += f" {basis.change.citation.partition('》')[2]}".rstrip()
    return f"{where} {name}" + (f"（{'；'.join(notes)}）" if notes else "")
