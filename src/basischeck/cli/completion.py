"""`basischeck completion`: the script that has a shell complete commands, options, rule ids and file names."""

import click
from click.shell_completion import get_completion_class

from basischeck.cli.errors import InputError
from basischeck.cli.help import Command

_SHELLS = ("bash", "zsh", "fish")


@click.command(cls=Command, short_help="命令行补全")
@click.argument("shell", type=click.Choice(_SHELLS), metavar="bash|zsh|fish")
def completion(shell: str) -> None:
    """写出补全脚本：以后按 Tab 键补全命令、选项、规则编号和文件名。运行对应的一行，重新打开终端即可。

    \b
    basischeck completion bash >> ~/.bashrc
    basischeck completion zsh >> ~/.zshrc
    basischeck completion fish > ~/.config/fish/completions/basischeck.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise InputError(f"不支持 {shell} 的补全。")
    from basischeck.cli.main import main

    click.echo(kind(main, {}, "basischeck", "_BASISCHECK_COMPLETE").source())
