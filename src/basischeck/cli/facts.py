"""`basischeck facts`: the tables and columns that rules may use."""

import json

import click

from basischeck.cli.help import Command


@click.command(cls=Command, short_help="列出规则可用的事实表和字段")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。")
def facts(form: str) -> None:
    """列出规则的 when、message 可以使用的事实表和字段。

    \b
    basischeck facts
    """
    from basischeck.facts import TABLE_DOCS, TABLES

    if form == "json":
        tables = {
            scope: {
                "doc": TABLE_DOCS[scope],
                "columns": [{"name": c.name, "type": c.kind, "doc": c.doc} for c in columns],
            }
            for scope, columns in TABLES.items()
        }
        click.echo(json.dumps(tables, ensure_ascii=False, indent=2))
        return
    for scope, columns in TABLES.items():
        click.echo(f"{scope}：{TABLE_DOCS[scope]}")
        for column in columns:
            click.echo(f"  {column.name:<22}{column.kind:<6}{column.doc}")
        click.echo()
