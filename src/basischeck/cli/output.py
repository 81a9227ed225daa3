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
    else:
        write_file(text.encode(), target)


def write_file(data: bytes, target: Path) -> None:
    """Write `data` to `target`, atomically.

    Raises InputError (exit 2) where the file cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            # mkstemp makes a file for its owner alone; a report is for whoever may read the folder.
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except PermissionError:
        raise InputError(f"无法写入 {target}：没有写入权限，或文件正在 Excel、WPS 中打开。请关闭后重试，或另写一个文件名。") from None
    except OSError as error:
        raise InputError(f"无法写入 {target}：{error.strerror}。请检查文件夹是否存在、是否有写入权限。") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
