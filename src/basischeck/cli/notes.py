"""What a command says on standard error beside its report."""

import click

_SAID: list[str] = []


def note(words: str) -> None:
    """Say something on standard error, once."""
    if words in _SAID:
        return
    _SAID.append(words)
    click.echo(words, err=True)


def notes() -> list[str]:
    """Return what was said since the command began."""
    return list(_SAID)


def begin() -> None:
    """Forget what an earlier command of this process said."""
    _SAID.clear()
