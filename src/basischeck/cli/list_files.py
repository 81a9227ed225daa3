"""Which files the paths of a command stand for: files as named, and the lists inside folders; what is passed over is said."""

import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from basischeck.cli.choices import SUFFIXES
from basischeck.cli.errors import reason
from basischeck.cli.nearest import missing_file
from basischeck.cli.places import is_utf8, real, shown

_OTHER = (".xlsm", ".xlsb", ".et", ".doc", ".docx", ".wps", ".pdf", ".txt", ".tsv", ".zip", ".rar", ".7z")
"""What a list may also be kept in, and what is not looked for in folders."""
_SHOWN = 5


@dataclass(slots=True)
class ListFiles:
    """`files` are to be read, each with whether it was found in a folder; `faults` end the command, `notes` are to be said."""

    files: list[tuple[str, bool]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_folder(self, folder: str, left_out: frozenset[str]) -> None:
        """Add the lists inside a folder, in the order of their names, without those of `left_out`（real paths）."""
        found = sorted(self._inside(Path(folder)))
        lists = [file for file in found if file.suffix.lower() in SUFFIXES and file.is_file()]
        ours = [file for file in lists if real(file) not in left_out and _is_written_by_us(file)]
        others = [file for file in found if file.suffix.lower() in _OTHER and real(file) not in left_out]
        odd = [file for file in found if file.suffix.lower() in SUFFIXES and not file.is_file()]
        if not lists:
            self.faults.append(f"{folder}：文件夹里没有清单文件（{'、'.join(SUFFIXES)}）。")
        for files, why in ((ours, "是 basischeck 写出的结果"), (others, "不是文件夹里要找的格式；是清单的，请写明文件名"), (odd, "不是普通文件，或者链接所指的文件不在")):
            if said := [file for file in files if file.suffix.lower() != ".json"]:
                self.notes.append(f"没有核查 {_named(said, Path(folder))}：{why}。")
        self.files += [(str(file), True) for file in lists if real(file) not in left_out and file not in ours]

    def _inside(self, folder: Path) -> Iterator[Path]:
        for place, folders, names in os.walk(folder, onerror=self._unreadable):
            folders[:] = [name for name in folders if name[0] not in ".~"]
            yield from (Path(place) / name for name in names if name[0] not in ".~")

    def _unreadable(self, error: OSError) -> None:
        self.faults.append(f"{error.filename}：无法读取文件夹（{reason(error)}），其中的清单没有核查。请检查权限。")


def list_files(paths: Sequence[str], against: Iterable[Path]) -> ListFiles:
    """Return the files that `paths` stand for; "-" is standard input, and a file named twice is one.

    Of a folder are left out the lists that the others are held against (`against`), and what this program writes.
    """
    found = ListFiles()
    left_out = frozenset([*map(real, paths), *map(real, against)])
    seen: set[str] = set()
    for path in paths:
        if path != "-" and real(path) in seen:
            found.notes.append(f"{path} 写了两次，只算一份。")
            continue
        seen.add(real(path))
        if path == "-" or Path(path).is_file():
            found.files.append((path, False))
        elif Path(path).is_dir():
            found.add_folder(path, left_out)
        elif Path(path).exists():
            found.faults.append(f"{path}：不是普通文件（设备或者管道）。请先存成文件，或者用“-”从标准输入读取。")
        else:
            found.faults.append(missing_file(path, SUFFIXES))
    found.files = list(dict.fromkeys(found.files))
    for path, _ in found.files:
        if not is_utf8(path):
            found.faults.append(f"{shown(path)}：文件名不是 UTF-8 编码。请改名后再运行。")
    return found


def _named(files: Sequence[Path], folder: Path) -> str:
    names = [shown(str(file.relative_to(folder))) for file in files[:_SHOWN]]
    return "、".join(names) + (f"等 {len(files)} 个文件" if len(files) > _SHOWN else "")


def _is_written_by_us(file: Path) -> bool:
    """Whether a file is a baseline, a report, a log or a workbook of this program. A merged list is a list."""
    try:
        if file.suffix.lower() == ".xlsx":
            with zipfile.ZipFile(file) as archive:
                return MARK in archive.read("docProps/core.xml")
        if file.suffix.lower() != ".json":
            return False
        with file.open("rb") as stream:
            start = stream.read(200)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return False
    return b'"basischeck_baseline"' in start or b'"name": "basischeck"' in start


MARK = b"<cp:keywords>basischeck "
"""What the properties of our own workbooks begin their keywords with."""
