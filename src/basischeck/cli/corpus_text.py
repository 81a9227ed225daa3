"""What the `corpus` commands print: JSON as in DESIGN, and text for people."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from basischeck.statute.gather import BuildReport
    from basischeck.statute.index import Index
    from basischeck.statute.model import Statute

_NO_TEXT = "索引中没有《{title}》。未收录不等于不存在：请核对名称，并查看 basischeck corpus info 的收录范围。"


def dump(value: object) -> str:
    """Write JSON for machines, in Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def shown(index: "Index", report: dict[str, Any], title: str, day: date, region: str | None) -> str:
    """Write what `corpus show` found."""
    statute = index.find(title, region=region)
    if "locator" in report:
        return _provision(report, title)
    if statute is None:
        hint = index.suggest(title, region)
        return _NO_TEXT.format(title=title) + (f"\n是否指《{hint}》？" if hint else "")
    return "\n".join(_life(statute, report, day))


def _provision(report: dict[str, Any], title: str) -> str:
    status = report.get("status", "有效")
    where = f"《{report.get('title') or title}》" + (f"（{status}）" if status != "有效" else "") + report["locator"]
    if report["exists"] is None:
        return f"{where}：无法核对。{report.get('valid') or ''}"
    if not report["exists"]:
        return f"{where}：不存在。{report.get('valid') or ''}"
    counts = [
        f"{report['paragraphs']}款" if report["paragraphs"] else "",
        f"{report['items']}项" if report["items"] else "",
    ]
    return f"{where}：存在。" + ("本条共" + "、".join(c for c in counts if c) if any(counts) else "")


def _life(statute: "Statute", report: dict[str, Any], day: date) -> list[str]:
    lines = [f"{report['title']}　{report['status']}（{day.isoformat()}）"]
    facts = [report["level"], report["issuer"], report["region"]]
    lines.append("　" + ("　".join(fact for fact in facts if fact) or "层级未定"))
    if report["aliases"]:
        lines.append("　又作：" + "、".join(report["aliases"]))
    for version in statute.versions:
        mark = "→" if report["in_force"] and version == statute.in_force(day) else "　"
        ended = f"至 {version.ended}" if version.ended else ""
        text = f"{version.articles}条" if version.held else "未收条文"
        lines.append(
            f"{mark} {version.promulgated or '日期不详'} {version.kind}　{version.effective or '日期不详'} 起施行{ended}　{text}"
            + (f"　{version.document_number}" if version.document_number else "")
        )
        basis = version.basis.get("effective")
        if basis:
            lines.append(f"　　施行日期：{basis}")
    for repeal in report["repealed_by"]:
        article = f"第{repeal['article']}条" if repeal["article"] else ""
        by = f"《{repeal['title']}》{article}" if repeal["title"] else "来源标注"
        lines.append(f"　废止：{by}（{repeal['date'] or '日期不详'}）")
    if report["successors"]:
        lines.append("　承继：" + "、".join(f"《{title}》" for title in report["successors"]))
    return lines


def listed(found: Sequence[dict[str, Any]]) -> str:
    """Write what `corpus search` found."""
    if not found:
        return "没有名称含有这些词的法规。"
    return "\n".join(
        f"{s['status']}　{s['title']}　{s['level'] or '层级未定'}" + (f"　{s['region']}" if s["region"] else "")
        for s in found
    )


def about(report: dict[str, Any]) -> str:
    """Write the coverage of an index."""
    counts = report["counts"]
    lines = [
        f"法规 {counts.get('statutes', 0)} 部，其中收有条文的 {counts.get('held_statutes', 0)} 部，"
        f"仅由其他法规提及的 {counts.get('known_by_reference', 0)} 部；",
        f"版本 {counts.get('versions', 0)} 个，其中收有条文的 {counts.get('held_versions', 0)} 个，共 {counts.get('articles', 0)} 条。",
        f"收录至 {report['current_to'] or '日期不详'}（各来源不同，见下）。未收录不等于不存在，此前的修改、废止也可能没有收全。",
        "",
        "层级",
        *(
            f"　{level}　{count}" + (f"　最近一件 {day}" if (day := report["levels_current_to"].get(level)) else "")
            for level, count in report["levels"].items()
        ),
        "地区",
        *(f"　{region}　{count}" for region, count in report["regions"].items()),
        "来源",
    ]
    for name, source in report["sources"].items():
        lines.append(f"　{name}　{source['documents']} 个文档　收录至 {source.get('current_to') or '日期不详'}")
    return "\n".join(lines)


def built(report: "BuildReport", output: Path) -> str:
    """Write what `corpus build` did."""
    lines = [f"索引已写入 {output}：{sum(report.documents.values())} 个文档。"]
    if report.skipped:
        lines.append(f"未收 {len(report.skipped)} 个文件：")
        lines.extend(f"　{source}/{file}：{reason}" for source, file, reason in report.skipped)
    lines.extend(f"　{file}：{words}" for file, words in report.settled)
    return "\n".join(lines)


def added(titles: Sequence[tuple[str, int]], folder: Path) -> str:
    """Write what `corpus add` did."""
    lines = [f"已加入 {len(titles)} 个文本（{folder}）："]
    lines.extend(f"　《{title}》　{articles} 条" for title, articles in titles)
    return "\n".join(lines)
