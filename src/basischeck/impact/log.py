"""What `fix` did and what it left, as JSON and as text; the fields are described in docs/impact.md."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import basischeck
from basischeck.impact.plan import CellEdit, Plan, Proposal
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


def to_text(plan: Plan, source: str, target: Path | None, *, width: int = 80, shown: int | None = None) -> str:
    """Return the log in lines of at most `width` cells; `shown` limits how many proposals are listed."""
    name = Path(source).name
    cells = len({(edit.sheet, edit.cell) for edit in plan.edits})
    if plan.edits:
        lines = wrap(f"{name}：改动 {len(plan.edits)} 处，在 {cells} 个单元格，写入 {target}。原文件没有改动。", width)
    else:
        lines = wrap(f"{name}：没有可以直接改动的地方，没有写出新文件。", width)
    for edit in plan.edits:
        head = f"{edit.sheet} {edit.cell} {edit.finding.rule} {_KINDS.get(edit.finding.rule, '书写')}：".lstrip()
        lines += wrap(f"{head}“{_shown(edit.old)}”改为“{_shown(edit.new)}”", width, "  · ", "    ")
    if plan.proposals:
        lines += ["", *wrap(f"另有 {len(plan.proposals)} 处建议没有改动，需要人工决定：", width)]
    groups = _groups(plan.proposals)
    for said, places in groups[:shown]:
        lines += wrap(f"{said}：{'、'.join(places)}", width, "  · ", "    ")
    if shown is not None and len(groups) > shown:
        rest = sum(len(places) for _, places in groups[shown:])
        lines.append(f"  · 还有 {rest} 处，见改动记录，或者加 -v 全部列出。")
    return "\n".join(lines) + "\n"


def _groups(proposals: Sequence[Proposal]) -> list[tuple[str, list[str]]]:
    """Return what is proposed, each once with all the places that it is proposed for."""
    groups: dict[str, list[str]] = {}
    for one in proposals:
        finding, fix = one.finding, one.finding.fix
        what = finding.citation if finding.citation and finding.rule.startswith("BC3") else finding.message
        text = f"“{_shown(fix.text)}”（把握 {fix.confidence:.0%}）" if fix else ""
        where = f"{finding.location.sheet} {finding.location.cell or ''}".strip()
        groups.setdefault(f"{finding.rule} {what} → {text}，{one.reason}", []).append(where)
    return list(groups.items())


def _shown(text: str) -> str:
    return " ".join(text.split())
