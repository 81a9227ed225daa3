"""Errors that end a command: one Chinese message on standard error, exit status 2."""

import errno
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


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EBUSY: "正被其他程序占用",
    errno.EROFS: "所在的磁盘只能读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.ENAMETOOLONG: "名称太长",
    errno.EINVAL: "名称无效",
    errno.ELOOP: "链接绕成了圈",
}


def reason(error: OSError) -> str:
    """Say in Chinese why the system refused."""
    return _REASONS.get(error.errno or 0) or error.strerror or "原因不明"


def said(error: OSError | UnicodeError) -> str:
    """Say in Chinese why a text file cannot be read."""
    return reason(error) if isinstance(error, OSError) else "不是 UTF-8 编码，请另存为 UTF-8"
