"""Writing reports: to standard output, or to a file that is either complete or not there."""

import os
import tempfile
from pathlib import Path

import click

from basischeck.cli.errors import InputError


def write_output(text: str, target: Path | None) -> None:
    """Write `text` to `target`, atomically, or to standard output where it is None.

    Raises InputError (exit 2) where the file cannot be written.
    """
    if target is None:
        click.echo(text, nl=False)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"无法写入 {target}：{error.strerror}。请检查文件夹是否存在、是否有写入权限。") from None
