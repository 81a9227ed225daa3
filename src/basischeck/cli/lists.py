"""The list files that a command was given, read; every file that cannot be read is named before anything is done."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from basischeck.catalog import ListError, read_bytes, read_list
from basischeck.catalog.model import ListFile, TakeBases
from basischeck.catalog.remarks import remarks
from basischeck.cli.choices import MARKED_SHEETS
from basischeck.cli.errors import InputError
from basischeck.cli.list_files import list_files
from basischeck.cli.nearest import guess
from basischeck.cli.notes import note
from basischeck.cli.progress import working
from basischeck.cli.settings import Settings

NO_ITEMS = "没有读到任何事项（只有表头，或者不是清单）。请检查是否选错了文件。"


def read_lists(
    paths: Sequence[str],
    settings: Settings,
    each: Callable[[ListFile], None] | None = None,
    *,
    founded: bool = True,
    bases: TakeBases | None = None,
    tell: bool = True,
) -> list[ListFile]:
    """Read every list named by `paths`; folders stand for the lists inside them, "-" for standard input.

    A marked workbook inside a folder is no second list: it is left out, and named on standard error, as is what of the lists
    was not read, where `tell` is true: a report that says it itself leaves it out. `each` is called with every list as soon as
    it is read, `bases` with the basis cells of every sheet before. Catalogues of names without bases are read where `founded`
    is false.

    Raises InputError (exit 2) that names every file that could not be read.
    """
    lists: list[ListFile] = []
    marked: list[str] = []
    empty: list[str] = []
    found = list_files(paths, (*settings.mandated, *settings.peers, *settings.services))
    faults = found.faults
    with working("读入清单") as step:
        for number, (path, in_folder) in enumerate(found.files):
            step(f"读入清单 {Path(path).name}", number, len(found.files))
            try:
                read = _read(path, settings, founded, bases)
            except ListError as error:
                # A folder of a repository holds other JSON than lists.
                other = in_folder and path.lower().endswith((".json", ".jsonl")) and not _seems_list(path)
                (empty if other else faults).append(f"{error}" if not other else f"没有核查 {path}：不是清单。")
                continue
            if in_folder and _is_marked(read):
                marked.append(path)
            elif not read.items:
                (empty if in_folder else faults).append(f"{path}：{NO_ITEMS}")
            else:
                lists.append(read)
                if each is not None:
                    each(read)
    if not lists and marked:
        faults.append(f"只有标注的工作簿：{'、'.join(marked)}。要核查它，请写明文件名。")
    if faults or (paths and not lists):
        raise InputError("\n".join([*faults, *empty]))
    for said in (*found.notes, *empty):
        note(said)
    for path in marked:
        note(f"没有核查标注的工作簿 {path}；要核查它，请写明文件名。")
    _say_unused_columns(lists, settings)
    if tell:
        say_remarks(lists)
    return lists


def say_remarks(lists: Sequence[ListFile]) -> None:
    """Say on standard error what of the lists was not read."""
    for read in lists:
        for remark in remarks(read):
            note(f"{Path(read.file).name}：{remark}")


def _seems_list(path: str) -> bool:
    """Whether a file that cannot be read speaks of items and bases all the same: a list that was damaged is a fault."""
    text = Path(path).read_bytes().decode(errors="replace")
    return "依据" in text and ("事项" in text or "职权" in text)


def _read(path: str, settings: Settings, founded: bool, bases: TakeBases | None) -> ListFile:
    if path == "-":
        if sys.stdin is None:
            raise ListError("没有标准输入可读。请写明清单文件。")
        return read_bytes(sys.stdin.buffer.read(), "-", columns=settings.columns, founded=founded, bases=bases)
    return read_list(path, columns=settings.columns, founded=founded, bases=bases)


def _say_unused_columns(lists: Sequence[ListFile], settings: Settings) -> None:
    """Say which headers of the configuration stand in no list: a mapping that maps nothing is a slip, and silent."""
    sheets = [sheet for read in lists for sheet in read.sheets]
    written = {_squeezed(header): header for sheet in sheets for header in (*sheet.headers.values(), *sheet.unmapped, *sheet.further)}
    for header, field in settings.columns.items():
        if written and _squeezed(header) not in written:
            hint = guess(header, written.values()) or f"清单中的列：{'、'.join(dict.fromkeys(written.values()))}。"
            note(f"配置的列“{header}”（{field}）在清单中没有。{' '.join(hint.split())}")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_marked(read: ListFile) -> bool:
    """Whether a workbook holds the sheets that an earlier run added to it."""
    return {sheet.name for sheet in read.sheets} >= MARKED_SHEETS
