"""`basischeck rule list` and `rule show`: the rules, from the same YAML entries that the check runs."""

import json
from difflib import get_close_matches
from pathlib import Path

import click

from basischeck.cli.output import write_output
from basischeck.rules import Rule, load_rules
from basischeck.rules.page import SEVERITY_WORDS, contents, page


@click.group(short_help="列出规则、查看规则说明")
def rule() -> None:
    """列出规则、查看规则说明。"""


@rule.command("list", short_help="列出全部规则")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。")
def list_rules(form: str) -> None:
    """列出全部规则：编号、级别、名称。"""
    rules = load_rules()
    if form == "json":
        click.echo(json.dumps([_json(r) for r in rules], ensure_ascii=False, indent=2))
        return
    for entry in rules:
        click.echo(f"{entry.id}  {SEVERITY_WORDS[entry.severity]}  {entry.title}")


@rule.command("show", short_help="查看一条规则的说明")
@click.argument("rule_id", metavar="编号")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。")
def show(rule_id: str, form: str) -> None:
    """查看一条规则：检查什么、为什么、反例、正例、依据、怎样处理。"""
    rules = {entry.id: entry for entry in load_rules()}
    entry = rules.get(rule_id.upper())
    if entry is None:
        near = get_close_matches(rule_id.upper().replace("O", "0").replace("I", "1"), rules, 1)
        raise click.UsageError(f"没有规则 {rule_id}" + (f"，是否指 {near[0]}？" if near else "。"))
    click.echo(json.dumps(_json(entry), ensure_ascii=False, indent=2) if form == "json" else page(entry), nl=form == "json")


@rule.command("pages", short_help="生成全部规则的说明页")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
def pages(folder: Path) -> None:
    """把每条规则的说明写成一个 Markdown 文件（docs/rules 就是这样生成的）。"""
    rules = load_rules()
    for entry in rules:
        write_output(page(entry), folder / f"{entry.id}.md")
    write_output(contents(rules), folder / "README.md")
    click.echo(f"已写入 {len(rules)} 条规则的说明：{folder}")


def _json(entry: Rule) -> dict[str, object]:
    return entry.model_dump(mode="json", by_alias=True)
