"""Errors that end a command: one Chinese message on standard error, exit status 2."""

from typing import IO, Any

import click


class InputError(click.ClickException):
    """Something given to the command cannot be used; the message names it and says what to do.

    click's own UsageError would print its usage line above the message: for a workbook that cannot be read that is noise.
    """

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message on standard error."""
        click.echo(f"错误：{self.format_message()}", file=file, err=file is None)
