"""Coverage for people: how much of each statute the list holds, what no item claims, which items claim without a provision."""

from collections.abc import Iterator
from itertools import groupby

from basischeck.catalog.wording import row_name
from basischeck.compare.difference import item_name
from basischeck.coverage.model import Coverage, HeldPower, StatuteCount
from basischeck.statute.powers.model import CATEGORIES, PowerCategory
from basischeck.terminal import padded, wrap

_SHOWN = 20
_CELL, _LEAST = 8, 24
_NAMED = 5


def to_text(found: Coverage, *, current_to: str, width: int = 80, verbose: bool = False) -> str:
    """Return the result in lines of at most `width` terminal cells; `verbose` shows every statute and every gap."""
    lines = [*_head(found, width), "", *_table(found, width, verbose)]
    gaps = found.of("未列")
    lines += _gaps(f"没有列入清单的职权，条款写明由本部门行使（{len(gaps)} 项）", gaps, width, verbose)
    lines += _gaps(f"列在另一类型之下的职权（{len(found.of('类型不同'))} 项）", found.of("类型不同"), width, verbose)
    doubtful = found.of("待核")
    lines += _gaps(f"没有事项引用，是否漏列请核实的职权（{len(doubtful)} 项）", doubtful, width, verbose)
    lines += _unfounded(found, width, verbose)
    lines += _foot(found, current_to, width, verbose)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(found: Coverage, width: int) -> Iterator[str]:
    told = "、".join(found.fields) or "没有辨认出来，用 --holder 写明"
    yield from wrap(f"{'、'.join(found.files)}（{found.items} 项）", width, "清单  ", "      ")
    yield from wrap(f"{told}；层级：{found.level or '没有辨认出来，用 --level 写明'}；核查日 {found.as_of}", width, "领域  ", "      ")
    held, wanted = sum(one.state == "已列" for one in found.judged()), len(found.judged())
    other = {"待核": "待核实", "他机关": "属于其他机关", "非本级": "属于其他层级", "附带": "附随或者重复于其他职权", "未写机关": "没有写明机关"}
    rest = "，".join(f"{words} {number}" for state, words in other.items() if (number := len(found.of(state))))  # type: ignore[arg-type]  # keys of a literal
    if others := sum(not one.theirs for one in found.of("已列")):
        rest += f"{'，' if rest else ''}有事项引用而条款写的是其他机关、层级的 {others}"
    share = f"，{held / wanted:.0%}" if wanted else ""
    yield from wrap(
        f"所依据的法规授予本部门、本级 {wanted} 项职权，已列 {held} 项{share}。" + (f"另有 {rest}，不计。" if rest else ""),
        width, "结果  ", "      ",
    )  # fmt: skip


def _table(found: Coverage, width: int, verbose: bool) -> Iterator[str]:
    """Yield statute by category, held / to hold; statutes with most missing first."""
    if not found.counts:
        return
    used = [name for name in CATEGORIES if any(name in count.by_category for count in found.counts)]
    counts = sorted(found.counts, key=lambda count: (count.held - count.all, count.title))
    shown = counts if verbose else counts[:_SHOWN]
    # As many categories side by side as the lines hold; the others in a table below.
    room = max(1, (width - _LEAST) // _CELL - 1)
    yield "各法规授予的职权（已列/应列）"
    for first in range(0, len(used), room):
        some = used[first : first + room]
        name_width = width - _CELL * (len(some) + 1)
        short = [name.removeprefix("行政").removesuffix("职权") for name in some]
        rows = [count for count in shown if first == 0 or any(name in count.by_category for name in some)]
        yield padded("法规", name_width) + "".join(padded(name, _CELL, right=True) for name in [*short, "合计" if first == 0 else ""])
        for count in rows:
            yield padded(count.title.removeprefix("中华人民共和国"), name_width) + _cells(count, some, whole=first == 0)
    if len(counts) > len(shown):
        yield f"……还有 {len(counts) - len(shown)} 部，用 -v 全部列出"


def _cells(count: StatuteCount, used: list[PowerCategory], *, whole: bool) -> str:
    cells = [f"{held}/{number}" if number else "" for held, number in (count.by_category.get(name, (0, 0)) for name in used)]
    return "".join(padded(cell, _CELL, right=True) for cell in [*cells, f"{count.held}/{count.all}" if whole else ""]).rstrip()


def _gaps(title: str, gaps: "tuple[HeldPower, ...] | list[HeldPower]", width: int, verbose: bool) -> Iterator[str]:
    if not gaps:
        return
    yield ""
    yield title
    left = len(gaps) if verbose else _SHOWN
    for statute, group in groupby(gaps, key=lambda one: one.title):
        if left <= 0:
            break
        yield f"  《{statute}》"
        for one in list(group)[:left]:
            left -= 1
            yield from _gap(one, width)
    if not verbose and len(gaps) > _SHOWN:
        yield f"  ……还有 {len(gaps) - _SHOWN} 项，用 -v 全部列出"


def _gap(one: HeldPower, width: int) -> Iterator[str]:
    place = one.citation.partition("》")[2]
    who = "、".join(one.holders)
    acts = [act for act in one.power.acts if f"行政{act}" != one.power.category]
    told = one.power.category + (f"：{'、'.join(acts)}" if acts else "")
    told += f"（{'推定' if one.inferred else ''}{who}）" if who else ""
    if one.items:
        told += f"；引用它的事项：{item_name(one.items[0])}（{one.items[0].category}）" + (f"等 {len(one.items)} 项" if len(one.items) > 1 else "")
    if one.how:
        told += f"；{one.how}"
    yield from wrap(told, width, f"    {place}  ", " " * 8)


def _unfounded(found: Coverage, width: int, verbose: bool) -> Iterator[str]:
    if not found.unfounded:
        return
    yield ""
    yield f"所引条款没有授予该类职权的事项（{len(found.unfounded)} 项）"
    shown = found.unfounded if verbose else found.unfounded[:_SHOWN]
    for one in shown:
        yield from wrap(f"{row_name(one.item.sheet, one.item.row)} {item_name(one.item)}（{one.category}）", width, "  ", "    ")
        given = f"授予的是{one.confers}" if one.confers else "都没有授予职权"
        yield from wrap(f"{'、'.join(one.citations)}：{given}", width, "      ", " " * 8)
    if len(found.unfounded) > len(shown):
        yield f"  ……还有 {len(found.unfounded) - len(shown)} 项，用 -v 全部列出"


def _foot(found: Coverage, current_to: str, width: int, verbose: bool) -> Iterator[str]:
    yield ""
    if found.unread:
        shown = found.unread if verbose else found.unread[:_NAMED]
        names = "、".join(f"《{title}》（{reason}）" for title, reason in shown)
        more = f"等 {len(found.unread)} 部（用 -v 全部列出）" if len(found.unread) > len(shown) else ""
        yield from wrap(f"{names}{more}：它们授予哪些职权没有核对。", width, "没有核对  ", " " * 10)
    if found.unjudged:
        yield from wrap(f"{found.unjudged} 个处罚、强制事项依据这些法规，或者只引到法规，没有判断所引条款是否授权。", width, " " * 10, " " * 10)
    if found.bare:
        yield from wrap(f"{found.bare} 个事项没有写设定依据，行使什么职权无从对照，其中的职权可能也算作没有列入。", width, "没有依据  ", " " * 10)
    read = sum(one.power.judged for one in found.powers)
    told = f"职权从条文读出，{read} 项所在的款经逐款核读。推定属于本部门的、没有核读的处罚以外的类别把握较低，请对照条文核实。"
    yield from wrap(told, width, "说明      ", " " * 10)
    yield from wrap(current_to, width, "索引截至  ", " " * 10)
