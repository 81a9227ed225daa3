"""What `fix` did and what it left, as JSON and as text; the fields are described in docs/impact.md."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import basischeck
from basischeck.impact.plan import PROPOSED, CellEdit, Plan, Proposal
from basischeck.terminal import wrap

_KINDS = {"BC202": "名称笔误", "BC307": "条号变动", "BC601": "条号变动"}


def document(plan: Plan, source: str, target: Path | None, day: date) -> dict[str, Any]:
    """Return the log as plain values; `target` is None where nothing was written."""
    return {
        "tool": {"name": "basischeck", "version": basischeck.__version__},
        "as_of": day.isoformat(),
        "input": source,
        "output": None if target is None else str(target),
        "summary": {
            "changes": len(plan.edits),
            "cells": len({(edit.sheet, edit.cell) for edit in plan.edits}),
            "by_rule": dict(sorted(Counter(edit.finding.rule for edit in plan.edits).items())),
            "proposals": len(plan.proposals),
        },
        "changes": [_edit(edit) for edit in plan.edits],
        "proposals": [_proposal(one) for one in plan.proposals],
    }


def _edit(edit: CellEdit) -> dict[str, Any]:
    item = edit.finding.item
    return {
        "rule": edit.finding.rule,
        "sheet": edit.sheet,
        "cell": edit.cell,
        "row": edit.row,
        "span": [edit.start, edit.end],
        "from": edit.old,
        "to": edit.new,
        "why": edit.why,
        "item": item.name if item else None,
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    finding, item = one.finding, one.finding.item
    return {
        "rule": finding.rule,
        "sheet": finding.location.sheet,
        "cell": finding.location.cell,
        "row": finding.location.row,
        "span": list(finding.span) if finding.span else None,
        "citation": finding.citation,
        "message": finding.message,
        "text": finding.fix.text if finding.fix else None,
        "confidence": finding.fix.confidence if finding.fix else None,
        "reason": one.reason,
        "item": item.name if item else None,
    }


def to_text(
    plan: Plan, source: str, target: Path | None, *, width: int = 80, shown: int | None = None, dry: bool = False
) -> str:
    """Return the log in lines of at most `width` cells; `shown` limits how many proposals are listed.

    `dry` says that nothing was written.
    """
    name = Path(source).name
    cells = len({(edit.sheet, edit.cell) for edit in plan.edits})
    if not plan.edits:
        lines = wrap(f"{name}：没有可以直接改动的地方，没有写出新文件。", width)
    elif dry:
        lines = wrap(f"{name}：可以直接改动 {len(plan.edits)} 处，在 {cells} 个单元格（--dry-run：只列出，没有写文件）：", width)
    else:
        lines = wrap(f"{name}：改动 {len(plan.edits)} 处，在 {cells} 个单元格。原文件没有改动。", width)
        lines += wrap(f"{target}", width, "新文件：", "        ")
    for (rule, old, new), places in _same_edits(plan.edits).items():
        lines += wrap(f"“{old}”改为“{new}”（{_KINDS.get(rule, '书写')}，{rule}）", width, "  · ", "    ")
        lines += wrap(_places(places), width, "    位置：", "          ")
    groups = _same_proposals(plan.proposals)
    if groups:
        lines += ["", *wrap(f"另有 {len(plan.proposals)} 处建议没有改动，需要人工决定：", width)]
    for (what, text, reason), places in groups[:shown]:
        lines += wrap(what, width, "  · ", "    ")
        lines += wrap(text, width, "    建议写作：", "          ") if text else []
        lines += wrap(f"{reason}。", width, "    没有改的原因：", "          ") if reason != PROPOSED else []
        lines += wrap(_places(places), width, "    位置：", "          ")
    if shown is not None and len(groups) > shown:
        rest = sum(len(places) for _, places in groups[shown:])
        lines.append(f"  · 还有 {rest} 处，" + ("加 -v 全部列出。" if dry or not plan.edits else "见改动记录，或者加 -v 全部列出。"))
    return "\n".join(lines) + "\n"


def _same_edits(edits: Sequence[CellEdit]) -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    """Return each correction once, (rule, old, new), with all cells in which it is made."""
    groups: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for edit in edits:
        groups.setdefault((edit.finding.rule, _shown(edit.old), _shown(edit.new)), []).append((edit.sheet, edit.cell))
    return groups


def _same_proposals(proposals: Sequence[Proposal]) -> list[tuple[tuple[str, str, str], list[tuple[str, str]]]]:
    """Return what is proposed, each once as (what is wrong, text, reason), with all places that it is proposed for."""
    groups: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for one in proposals:
        finding, fix = one.finding, one.finding.fix
        repealed = finding.citation and finding.rule.startswith("BC3")
        what = f"{finding.title}：{finding.citation}（{finding.rule}）" if repealed else f"{finding.message}（{finding.rule}）"
        text = f"{_shown(fix.text)}（把握 {fix.confidence:.0%}）" if fix else ""
        where = (finding.location.sheet, finding.location.cell or "")
        groups.setdefault((" ".join(what.split()), text, one.reason), []).append(where)
    return list(groups.items())


def _places(places: Sequence[tuple[str, str]]) -> str:
    """Name cells sheet by sheet: 工作表“某局”E4、E5."""
    by_sheet: dict[str, dict[str, None]] = {}
    for sheet, cell in places:
        by_sheet.setdefault(sheet, {})[cell] = None
    return "；".join((f"工作表“{sheet}”" if sheet else "") + "、".join(cells) for sheet, cells in by_sheet.items())


def _shown(text: str) -> str:
    return " ".join(text.split())
