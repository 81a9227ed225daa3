"""The classes of our commands: help pages in Chinese that fit the terminal, and errors that say what to write."""

import inspect
import re
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.cells import cell_len

from basischeck.cli.chinese import speak_chinese
from basischeck.cli.nearest import guess
from basischeck.pattern import regex
from basischeck.terminal import wrap

speak_chinese()  # here, for whichever command is imported first: click names its types when they are made

_OURS: dict[str, Any] = {"options_metavar": "[选项]", "context_settings": {"help_option_names": ["-h", "--help"]}}
_WIDE = regex(r"[ᄀ-￦]")


class Formatter(click.HelpFormatter):
    """Writes help pages by terminal cells: click itself counts a Chinese character as one column."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        self._lines(wrap(args, self.width, f"{prefix or '用法：'}{prog} ", " " * 6))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        r"""Write paragraphs; one that begins with \b keeps its lines."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(text))):
            lines = paragraph.splitlines()
            if number:
                self.write("\n")
            if lines[:1] == ["\b"]:
                self._lines([f"{indent}{line}" for line in lines[1:]])
            else:
                self._lines(wrap(_joined(lines), self.width, indent, indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms, each with what it means beside it, or below where the term is long."""
        rows = list(rows)
        column = max((cell_len(term) for term, _ in rows if cell_len(term) <= col_max), default=0) + col_spacing
        left, right = " " * self.current_indent, " " * (self.current_indent + column)
        for term, meaning in rows:
            head = f"{left}{term}"
            if cell_len(term) + col_spacing > column:
                self.write(f"{head}\n")
                head = right
            head += " " * (cell_len(right) - cell_len(head))
            self._lines(wrap(_joined(meaning.splitlines()), self.width, head, right))

    def _lines(self, lines: Sequence[str]) -> None:
        self.write("".join(f"{line.rstrip()}\n" for line in lines))


def _joined(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph; between Chinese characters there is no space."""
    text = ""
    for line in map(str.strip, lines):
        tight = not text or not line or _WIDE.match(text[-1]) or _WIDE.match(line)
        text += line if tight else f" {line}"
    return text


class Context(click.Context):
    """A context whose help pages are ours."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with a Chinese help page; what is missing in a call is named together with an example."""

    context_class = Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **_OURS | settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises click.UsageError (exit 2)."""
        try:
            return super().parse_args(ctx, args)
        except click.MissingParameter as error:
            if error.param is None:
                raise
            param = error.param
            name = max(param.opts, key=len) if isinstance(param, click.Option) else (param.metavar or param.name or "")
            example = self.examples()[:1]
            hint = f"例如：{example[0]}" if example else ""
            raise click.UsageError(f"没有写{' ' if name.startswith('-') else ''}{name.strip('[].')}。{hint}", ctx) from None

    def examples(self) -> list[str]:
        """Return the calls that stand in the help text."""
        lines = map(str.strip, (self.help or "").splitlines())
        return [line for line in lines if line.startswith("basischeck ")]


class Group(click.Group):
    """A group of commands; a mistyped one gets the nearest name."""

    context_class = Context
    command_class = Command

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **_OURS | {"subcommand_metavar": "命令 [参数]..."} | settings)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command. Raises click.UsageError (exit 2) with the nearest name, or with all of them."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(f"没有命令 {args[0]}。{guess(args[0], known, cutoff=0.5) or '可用：' + '、'.join(known)}", ctx)
        return super().resolve_command(ctx, args)
