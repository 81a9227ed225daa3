"""What the shell may complete that click does not know of itself: rule ids, formats."""

import click
from click.shell_completion import CompletionItem

from basischeck.cli.choices import FORMATS


def rule_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the rules whose id begins with what is typed, in capitals or not."""
    from basischeck.rules import load_rules

    begun = incomplete.upper()
    return [CompletionItem(rule.id, help=rule.title) for rule in load_rules() if rule.id.startswith(begun)]


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats of a report whose name begins with what is typed."""
    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]
