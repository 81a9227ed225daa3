"""The file of `-o`: "-" is standard output, as it is standard input among the lists."""

from pathlib import Path
from typing import Any

import click


class _Target(click.Path):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip():
            self.fail("没有写文件名。", param, ctx)
        return None if str(value) == "-" else super().convert(value, param, ctx)


TARGET = _Target(path_type=Path, dir_okay=False)
