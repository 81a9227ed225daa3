"""A rule's page: the same skeleton on the terminal and in docs/rules/（检查内容 · 为什么 · 反例 · 正例 · 依据 · 处理办法）."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from basischeck.rules.model import Rule

PROFILE_WORDS = {"basic": "基本", "standard": "标准", "strict": "从严"}
SEVERITY_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
CONFIDENCE_WORDS = {"high": "高", "medium": "中", "low": "低"}


def page(rule: Rule) -> str:
    """Return the page of `rule` as Markdown."""
    parts = [
        f"# {rule.id} {rule.title}",
        f"`{rule.name}` · 级别：{SEVERITY_WORDS[rule.severity]} · 把握：{CONFIDENCE_WORDS[rule.confidence]} · "
        f"事实表：`{rule.scope}` · 适用：{PROFILE_WORDS[rule.profile]}（`{rule.profile}`）及以上",
        f"## 检查内容\n\n{rule.what}",
        f"## 为什么\n\n{rule.why}",
        "## 反例\n\n" + "\n".join(_example(row) for row in rule.examples.flag),
        "## 正例\n\n" + "\n".join(_example(row) for row in rule.examples.ok),
        f"## 依据\n\n{rule.source}",
        f"## 处理办法\n\n{rule.remedy}",
        f"## 条件\n\n```sql\n{rule.when}\n```",
    ]
    return "\n\n".join(parts) + "\n"


def _example(row: Mapping[str, Any]) -> str:
    return "- " + "，".join(f"`{name}` = {_show(value)}" for name, value in row.items())


def _show(value: Any) -> str:
    if value is None:
        return "空"
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.isoformat() if isinstance(value, date) else str(value)
