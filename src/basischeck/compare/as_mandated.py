"""Whether mandated lists are covered, as JSON and as text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import basischeck
from basischeck.catalog.model import Item
from basischeck.compare.as_json import item_json
from basischeck.compare.difference import item_name
from basischeck.compare.mandated import Coverage, MandatedEntry, MandatedResult
from basischeck.compare.model import FIELD_WORDS
from basischeck.terminal import wrap

COVERAGES: tuple[Coverage, ...] = ("已覆盖", "名称不同", "类型不同", "层级不同", "待核实", "缺少")


def document(result: MandatedResult, names: Sequence[str]) -> dict[str, Any]:
    """Return the result as plain values: every entry with what covers it."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "lists": list(names),
        "summary": _summary(result),
        "entries": [_entry(entry) for entry in result.entries],
        "false_claims": [
            {"mandated_list": one.source, "claim": one.claim, "item": item_json(one.item)} for one in result.claims
        ],
    }


def _summary(result: MandatedResult) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for entry in result.entries:
        counts.setdefault(entry.source, Counter())[entry.coverage] += 1
    return {source: {name: found[name] for name in COVERAGES} for source, found in counts.items()}


def _entry(found: MandatedEntry) -> dict[str, Any]:
    return {
        "mandated_list": found.source,
        "entry": item_json(found.entry),
        "coverage": found.coverage,
        "item": found.item and item_json(found.item),
        "score": found.score,
        "with_others": found.with_others,
        "differences": [{"field": one.field, "how": one.how, "ours": one.ours, "theirs": one.theirs} for one in found.differences],
        "nearest": found.nearest and item_json(found.nearest),
    }


def to_text(result: MandatedResult, *, width: int = 80, verbose: bool = False) -> str:
    """Return the result in lines of at most `width` cells: what is missing first; `verbose` shows what is covered too."""
    lines: list[str] = []
    files = {one.file for entry in result.entries for one in (entry.item, entry.nearest) if one} | {claim.item.file for claim in result.claims}
    many = len(files) > 1
    for source, counts in _summary(result).items():
        told = "，".join(f"{name} {number}" for name, number in counts.items() if number)
        lines += wrap(f"共 {sum(counts.values())} 项：{told}。", width, f"{source}  ", "  ")
        for coverage in reversed(COVERAGES if verbose else COVERAGES[1:]):
            found = [entry for entry in result.of(coverage) if entry.source == source]
            if found:
                lines += ["", f"{coverage}（{len(found)} 项）"]
                lines += [line for entry in found for line in _lines(entry, width, many)]
        lines.append("")
    if result.claims:
        lines.append(f"自称来自目录而目录中没有（{len(result.claims)} 项）")
        for claim in result.claims:
            lines += wrap(f"{item_name(claim.item)}（{_place(claim.item, many)}，“{claim.source}”）", width, "  ", "    ")
    return "\n".join(lines).rstrip("\n") + "\n"


def _place(item: Item, many: bool) -> str:
    """Return where an item stands: the file too where there are many."""
    return f"{Path(item.file).name}，第{item.row}行" if many else f"第{item.row}行"


def _lines(found: MandatedEntry, width: int, many: bool) -> Iterator[str]:
    entry = found.entry
    yield from wrap(f"第{entry.row}行 {item_name(entry)}（{entry.category or '未写类型'}）", width, "  ", "    ")
    if found.item is not None and found.coverage != "已覆盖":
        yield from wrap(f"{item_name(found.item)}（{_place(found.item, many)}，把握 {found.score:.2f}）", width, "      对应：", " " * 10)
    if found.nearest is not None:
        yield from wrap(f"{item_name(found.nearest)}（{_place(found.nearest, many)}）", width, "      最接近：", " " * 10)
    for one in found.differences:
        yield from wrap(one.how, width, f"      {FIELD_WORDS[one.field]}：", " " * 10)
