"""A rule's page: the same skeleton on the terminal and in docs/rules/（检查内容 · 为什么 · 反例 · 正例 · 依据 · 处理办法）."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from basischeck.rules.model import Rule

PROFILE_WORDS = {"basic": "基本", "standard": "标准", "strict": "从严"}
SEVERITY_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
FAMILIES = {
    "BC0": "输入与配置",
    "BC1": "书写",
    "BC2": "存在",
    "BC3": "时间",
    "BC4": "颗粒度",
    "BC5": "权限",
    "BC6": "引文",
    "BC7": "事项本身",
    "BC8": "清单的完整",
    "BC9": "清单之间的一致",
}
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


def contents(rules: Sequence[Rule]) -> str:
    """Return the list of all rules as Markdown, a table a family."""
    parts = ["# 规则", "由 `basischeck rule pages docs/rules` 从 rules/ 生成，请勿手改。"]
    for family, title in FAMILIES.items():
        mine = [rule for rule in rules if rule.id.startswith(family)]
        if mine:
            rows = [f"| [{r.id}]({r.id}.md) | {SEVERITY_WORDS[r.severity]} | {r.title} |" for r in mine]
            parts.append("\n".join([f"## {family}xx {title}", "", "| 编号 | 级别 | 名称 |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _example(row: Mapping[str, Any]) -> str:
    return "- " + "，".join(f"`{name}` = {_show(value)}" for name, value in row.items())


def _show(value: Any) -> str:
    if value is None:
        return "空"
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.isoformat() if isinstance(value, date) else str(value)
