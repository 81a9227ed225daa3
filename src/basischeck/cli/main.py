"""The command `basischeck`: a click group that imports a command's module only when it is called.

`--help` has to answer at once (CRAFT, start-up), so nothing heavier than click is imported here.
"""

import importlib
import os
import sys
from typing import Any

import click

import basischeck
from basischeck.cli.errors import InputError, reason
from basischeck.cli.help import Group
from basischeck.cli.notes import begin
from basischeck.cli.places import is_utf8, shown

# name → (module, attribute, one line for --help); the help line is here so that --help imports nothing.
_COMMANDS = {
    "check": ("basischeck.cli.check", "check", "核查清单：依据是否存在、有效、引用是否准确"),
    "cite": ("basischeck.cli.cite", "cite", "解析文本中的法律引用"),
    "compare": ("basischeck.cli.compare", "compare", "比较清单：一致、相似、独有"),
    "merge": ("basischeck.cli.merge", "merge", "把多份清单合并为一份通用目录"),
    "coverage": ("basischeck.cli.coverage", "coverage", "法规授予的职权有哪些没有列入清单，哪些事项没有条款授权"),
    "impact": ("basischeck.cli.impact", "impact", "两个日期之间的法规变动涉及哪些事项"),
    "fix": ("basischeck.cli.fix", "fix", "改正有把握的问题，写入新文件和改动记录"),
    "init": ("basischeck.cli.init", "init", "写出配置文件、提交前检查和基线"),
    "corpus": ("basischeck.cli.corpus", "corpus", "法规索引：查询、检索、对比、构建、校验"),
    "facts": ("basischeck.cli.facts", "facts", "列出规则可用的事实表和字段"),
    "rule": ("basischeck.cli.rule", "rule", "列出规则、查看规则说明"),
    "completion": ("basischeck.cli.completion", "completion", "命令行补全：按 Tab 键补全命令、选项、文件名"),
}


_INTERRUPTED = 130
"""Exit status of a command that SIGINT has ended: 128 and its number."""


class LazyGroup(Group):
    """A group whose commands are imported when called, not when listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of their use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, None where the name is unknown."""
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words of the command line; a name in another encoding can be neither printed nor found again."""
        for word in args:
            if not is_utf8(word):
                raise InputError(f"{shown(word)}：不是 UTF-8 编码。文件名是别的编码的，请改名后再运行。")
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what nobody foresaw ends as one message, not as a traceback."""
        begin()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            # 1 would say that something was found.
            click.echo("\n已中断，没有完成。", err=True)
            ctx.exit(_INTERRUPTED)
        except OSError as error:
            if os.environ.get("BASISCHECK_DEBUG"):
                raise
            raise InputError(f"{error.filename or '输出'}：{reason(error)}。请检查路径和权限。") from error
        except Exception as error:
            if os.environ.get("BASISCHECK_DEBUG"):
                raise
            from basischeck.rules import RuleError

            if isinstance(error, RuleError):  # a rule of the user's own that the rows of a list have shown to be none
                raise InputError(str(error)) from error
            raise InputError(
                f"程序内部错误（{type(error).__name__}：{error}）。请把清单和命令反馈给开发者；"
                "设置环境变量 BASISCHECK_DEBUG=1 再运行一次可以看到详情。"
            ) from error

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; where not even a help page can be written, say so."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            click.echo(f"错误：无法输出：{reason(error)}。", err=True)
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # nothing is left to be flushed at the end
            sys.exit(2)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their help lines, without importing any."""
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, _, text) in _COMMANDS.items()])


@click.group("basischeck", cls=LazyGroup)
@click.version_option(basischeck.__version__, prog_name="basischeck")
def main() -> None:
    """在发布之前核查权责清单：每一项依据是否存在、现行有效、引用准确。

    \b
    basischeck check 清单.xlsx                  在屏幕上列出问题
    basischeck check 清单.xlsx -o 标注.xlsx     在清单的副本上标出问题
    basischeck check --help                     一条命令的全部选项
    """


def _utf8_output() -> None:
    """Write UTF-8 whatever the console's code page: the reports are Chinese. A closed stream takes what is written."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # it is the stream, to the end
        elif (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(encoding="utf-8", errors="replace")


_utf8_output()


if __name__ == "__main__":
    main()
