"""A day on the command line, as people write it: 2026-11-22, 2026/11/22, 2026年11月22日, 20261122."""

from typing import Any

import click


class _Day(click.DateTime):
    def get_metavar(self, *_: Any, **__: Any) -> str:
        return "日期"


DAY = _Day(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"])
