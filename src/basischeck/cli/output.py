"""Writing reports: to standard output, or to a file that is either complete or not there."""

import os
import stat
import tempfile
from pathlib import Path

import click

from basischeck.cli.errors import InputError, reason

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_output(text: str, target: Path | None) -> None:
    """Write `text` to `target`, atomically, or to standard output where it is None.

    Raises InputError (exit 2) where the file cannot be written.
    """
    if target is None:
        click.echo(text, nl=False)
    else:
        write_file(text.encode(), target)


def write_file(data: bytes, target: Path) -> None:
    """Write `data` to `target`, atomically.

    Raises InputError (exit 2) where the file cannot be written.
    """
    try:
        check_target(target)
        if target.exists() and not target.is_file():
            # A device or a pipe（/dev/null）is written to: to put a file in its place would take it away.
            target.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(data, target)
    except PermissionError:
        raise InputError(f"无法写入 {target}：没有写入权限，或文件正在 Excel、WPS 中打开。请关闭后重试，或另写一个文件名。") from None
    except OSError as error:
        raise InputError(f"无法写入 {target}：{reason(error)}。请检查路径，或另写一个文件名。") from None


def check_target(target: Path) -> None:
    """Raise InputError (exit 2) where a file cannot be written, as far as can be told before: of several all are asked first."""
    if target.is_dir():
        raise InputError(f"{target} 是文件夹。请写明文件名。")
    if target.is_file() and not target.stat().st_mode & _WRITABLE:
        raise InputError(f"{target} 是只读文件，没有改动。请取消只读，或另写一个文件名。")


def _replace(data: bytes, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes a file for its owner alone; a report is for whoever may read the folder.
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
