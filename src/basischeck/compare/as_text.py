"""A comparison for people: how far the lists agree, what is alike and how it differs, what only one has."""

from collections.abc import Iterator

from rich.cells import cell_len

from basischeck.catalog.model import Item
from basischeck.catalog.wording import row_name
from basischeck.compare.counts import Count, by_category, by_department, pairs, without_basis
from basischeck.compare.difference import item_name, nearness
from basischeck.compare.model import FIELD_WORDS, Comparison, Group
from basischeck.terminal import padded, wrap

_SHOWN = 30
_BAR = 20
_NUMBER = 7
"""Terminal cells of a column of counts."""


def to_text(comparison: Comparison, *, width: int = 80, verbose: bool = False) -> str:
    """Return the comparison in lines of at most `width` terminal cells.

    Of what is alike and what only one list has the first 30 are shown; `verbose` shows all, and what agrees too.
    """
    lines = [*_heads(comparison, width), ""]
    for title, counts in (("按类型", by_category(comparison)), ("按部门", by_department(comparison))):
        lines.extend(_table(title, counts, comparison, width))
        lines.append("")
    if verbose:
        lines.extend(_identical(comparison, width))
    lines.extend(_similar(comparison, width, verbose))
    lines.extend(_unique(comparison, width, verbose))
    return "\n".join(lines).rstrip("\n") + "\n"


def _heads(comparison: Comparison, width: int) -> Iterator[str]:
    for number, (name, size) in enumerate(zip(comparison.names, comparison.sizes, strict=True), 1):
        yield from wrap(f"{name}：{size} 项", width, f"清单{number}  ", " " * 7)
    moved = sum(any(m.differences for m in group.members) for group in comparison.of("identical"))
    counts = {word: len(comparison.of(kind)) for word, kind in (("一致", "identical"), ("相似", "similar"), ("独有", "unique"))}  # type: ignore[arg-type]  # keys of a literal
    slight = sum(group.slight for group in comparison.of("similar"))
    told = f"一致 {counts['一致']} 组" + (f"（其中部门或层级不同 {moved} 组）" if moved else "")
    bare = without_basis(comparison)
    parts = [f"只是名称用字不同 {slight} 组" if slight else "", f"一方没有写依据 {bare} 组" if bare else ""]
    alike = f"相似 {counts['相似']} 组" + (f"（其中{'，'.join(filter(None, parts))}）" if any(parts) else "")
    yield ""
    yield from wrap(
        f"{told}，{alike}，独有 {counts['独有']} 项；一致的事项占全部事项的 {comparison.share_identical:.1%}。", width
    )
    if len(comparison.names) > 2:
        for (i, j), found in pairs(comparison).items():
            yield f"  清单{i + 1} 与 清单{j + 1}：一致 {found['identical']}，相似 {found['similar']}"


def _table(title: str, counts: dict[str, Count], comparison: Comparison, width: int) -> Iterator[str]:
    first = min(max(cell_len(key) for key in [title, *counts]), 24) if counts else 8
    lists, rest = [f"清单{n}" for n in range(1, len(comparison.names) + 1)], ["一致", "相似", "独有", "一致率"]
    heads = [*lists, *rest]
    room = max(1, (width - first) // _NUMBER)
    # What does not fit beside stands below, in further tables with the same rows.
    starts = [0] if len(heads) <= room else [*range(0, len(lists), room), len(lists)]
    bar = min(_BAR, width - first - _NUMBER * (len(heads) - starts[-1]) - 2)
    for start, end in zip(starts, [*starts[1:], len(heads)], strict=True):
        if start:
            yield ""
        yield padded(title, first) + "".join(padded(head, _NUMBER, right=True) for head in heads[start:end])
        for key, count in counts.items():
            share = count.share_identical
            numbers = [*count.items, count.groups["identical"], count.groups["similar"], count.groups["unique"]]
            cells = [*map(str, numbers), f"{share:.1%}"]
            line = padded(key, first) + "".join(padded(cell, _NUMBER, right=True) for cell in cells[start:end])
            drawn = end == len(heads) and bar >= 5
            yield line + ("  " + "#" * round(share * bar) + "." * (bar - round(share * bar)) if drawn else "")


def _identical(comparison: Comparison, width: int) -> Iterator[str]:
    groups = comparison.of("identical")
    yield f"一致（{len(groups)} 组）"
    for group in groups:
        places = "；".join(f"清单{m.list + 1} {_place(m.item)}" for m in group.members)
        yield from wrap(f"{item_name(group.first)}（{group.first.category}） {places}", width, "  ", "    ")
        for member in group.members[1:]:
            for one in member.differences:
                yield from wrap(f"清单{member.list + 1} {FIELD_WORDS[one.field]}：{one.how}", width, "      ", "        ")
    yield ""


def _similar(comparison: Comparison, width: int, verbose: bool) -> Iterator[str]:
    groups = comparison.of("similar")
    if not groups:
        return
    yield f"相似（{len(groups)} 组）"
    for group in groups if verbose else groups[:_SHOWN]:
        yield ""
        yield from _alike(group, width)
    if not verbose and len(groups) > _SHOWN:
        yield f"  …… 其余 {len(groups) - _SHOWN} 组用 --verbose、--format json 或 --format xlsx 列出"
    yield ""


def _alike(group: Group, width: int) -> Iterator[str]:
    for member in group.members:
        head = f"  清单{member.list + 1} "
        where = f"{_place(member.item)}" + (f" 相似度 {member.score:.2f}" if member.variant else "")
        yield from wrap(f"{item_name(member.item)}（{member.item.category or '未写类型'}） {where}", width, head, " " * 8)
        for one in member.differences:
            yield from wrap(one.how, width, f"        {FIELD_WORDS[one.field]}：", " " * 14)


def _unique(comparison: Comparison, width: int, verbose: bool) -> Iterator[str]:
    for number, name in enumerate(comparison.names):
        groups = [group for group in comparison.of("unique") if group.members[0].list == number]
        if not groups:
            continue
        yield from wrap(f"只有清单{number + 1}（{name}）有：{len(groups)} 项", width)
        for group in groups if verbose else groups[:_SHOWN]:
            item = group.first
            yield from wrap(f"{item_name(item)}（{item.category or '未写类型'}） {_place(item)}", width, "  ", "    ")
            near = group.members[0].near
            if near is not None and (verbose or near.why != "word"):
                told = f"清单{near.list + 1} {_place(near.item)} {item_name(near.item)}：{nearness(near)}"
                yield from wrap(told, width, "    最接近：", " " * 12)
        if not verbose and len(groups) > _SHOWN:
            yield f"  …… 其余 {len(groups) - _SHOWN} 项用 --verbose、--format json 或 --format xlsx 列出"
        yield ""


def _place(item: Item) -> str:
    return row_name(item.sheet, item.row)
