"""`basischeck rule list` and `rule show`: the rules, from the same YAML entries that the check runs."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basischeck.cli.completing import rule_ids
from basischeck.cli.help import Group
from basischeck.cli.nearest import guess

if TYPE_CHECKING:
    from basischeck.rules import Rule


@click.group(cls=Group, short_help="列出规则、查看规则说明")
def rule() -> None:
    """列出规则、查看规则说明。

    \b
    basischeck rule list
    basischeck rule show BC301
    """


@rule.command("list", short_help="列出全部规则")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。")
def list_rules(form: str) -> None:
    """列出全部规则：编号、级别、名称。

    \b
    basischeck rule list
    """
    from basischeck.rules import load_rules
    from basischeck.rules.page import SEVERITY_WORDS

    rules = load_rules()
    if form == "json":
        click.echo(json.dumps([_json(r) for r in rules], ensure_ascii=False, indent=2))
        return
    for entry in rules:
        click.echo(f"{entry.id}  {SEVERITY_WORDS[entry.severity]}  {entry.title}")


@rule.command("show", short_help="查看一条规则的说明")
@click.argument("rule_id", metavar="编号", shell_complete=rule_ids)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。")
def show(rule_id: str, form: str) -> None:
    """查看一条规则：检查什么、为什么、反例、正例、依据、怎样处理。

    \b
    basischeck rule show BC301
    """
    from basischeck.rules import load_rules
    from basischeck.rules.page import page
    from basischeck.rules.select import SLIPS

    rules = {entry.id: entry for entry in load_rules()}
    entry = rules.get(rule_id.upper())
    if entry is None:
        hint = guess(rule_id.translate(SLIPS), rules) or "用 basischeck rule list 查看全部规则。"
        raise click.UsageError(f"没有规则 {rule_id}。{hint}")
    click.echo(json.dumps(_json(entry), ensure_ascii=False, indent=2) if form == "json" else page(entry), nl=form == "json")


@rule.command("pages", short_help="生成全部规则的说明页")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
def pages(folder: Path) -> None:
    """把每条规则的说明写成一个 Markdown 文件（docs/rules 就是这样生成的）。

    \b
    basischeck rule pages 规则说明
    """
    from basischeck.cli.output import write_output
    from basischeck.rules import load_rules
    from basischeck.rules.page import contents, page

    rules = load_rules()
    for entry in rules:
        write_output(page(entry), folder / f"{entry.id}.md")
    write_output(contents(rules), folder / "README.md")
    click.echo(f"已写入 {len(rules)} 条规则的说明：{folder}")


def _json(entry: "Rule") -> dict[str, object]:
    from basischeck.rules.checked import rule_to_plain

    return rule_to_plain(entry, json=True)
