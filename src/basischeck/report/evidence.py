"""What makes a finding true, in words for people: each fact of the evidence under the name the fact tables give it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from basischeck.facts import TABLES
from basischeck.pattern import regex
from basischeck.rules import Finding

_ISO = regex(r"\d{4}-\d{2}-\d{2}")
_SHORT = {
    "version_text": "版本括号原文",
    "named_effective": "旧版本施行日",
    "named_ended": "旧版本失效日",
    "issuer": "制定机关",
    "items": "项数",
    "paragraphs": "款数",
    "same_bases": "设定依据与那一事项相同",
    "quote_version_effective": "引文所在文本的施行日",
    "quote_version_ended": "引文所在文本的失效日",
    "quote_became": "那一条在现行文本中的条号",
}
_LABEL_END = regex(r"[（，；：。]")
_IN_MESSAGE = frozenset({"text", "suggested_title", "repealed_by_article"})
_DATES = {"promulgated": "公布", "effective": "起施行", "ended": "失效"}
_LAW = frozenset({"statute", "statute_level", "status", *_DATES})


@cache
def label(column: str) -> str:
    """Return the Chinese name of a fact column: the head of its documentation, or the column's own name."""
    if column in _SHORT:
        return _SHORT[column]
    for columns in TABLES.values():
        for known in columns:
            if known.name == column:
                return _LABEL_END.split(known.doc, maxsplit=1)[0]
    return column


def evidence_lines(finding: Finding) -> list[tuple[str, str]]:
    """Return the evidence of a finding as (label, text): the statute first, then what the message does not already say."""
    facts = finding.evidence
    law = _law(facts, said=f"{finding.message}{finding.citation or ''}")
    lines = [("法规", law)] if law else []
    for name, value in facts.items():
        text = _show(value)
        if name not in _IN_MESSAGE and not (facts.get("statute") and name in _LAW) and text not in finding.message:
            lines.append((label(name), text))
    return lines


def _law(facts: Mapping[str, Any], said: str) -> str:
    """Say the statute's facts in one phrase:《某法》（法律，有效，2015年10月1日起施行）, without what is `said` already."""
    if not facts.get("statute"):
        return ""
    parts = [str(facts[name]) for name in ("statute_level", "status") if facts.get(name)]
    for name, words in _DATES.items():
        # The day a version took effect tells which it is; the day it was made public only where that is not known.
        if facts.get(name) and not (name == "promulgated" and facts.get("effective")) and (text := _show(facts[name])) not in said:
            parts.append(f"{text}{words}")
    title = f"《{facts['statute']}》"
    return "，".join(parts) if title in said else title + (f"（{'，'.join(parts)}）" if parts else "")


def cited(finding: Finding) -> str:
    """Return the citation a finding is about: the provision alone where the message names its statute, "" where it names both."""
    citation = finding.citation or ""
    if citation in finding.message:
        return ""
    end = citation.rfind("》") + 1
    return citation[end:] if end and citation[:end] in finding.message else citation


def evidence_text(finding: Finding) -> str:
    """Return the evidence on one line."""
    return "；".join(f"{name}：{text}" for name, text in evidence_lines(finding))


_CHANGES = {"same": "没有变化", "renumbered": "条号变动", "revised": "文字修改", "deleted": "删去", "split": "拆分", "merged": "合并"}


def _show(value: object) -> str:
    if isinstance(value, str) and value in _CHANGES:
        return _CHANGES[value]
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str) and _ISO.fullmatch(value):
        return day(date.fromisoformat(value))
    return str(value)


def day(value: date) -> str:
    """Return a date as official documents write it (GB/T 15835): 2026年8月15日."""
    return f"{value.year}年{value.month}月{value.day}日"
