"""The annotated workbook: the user's own .xlsx with its cells marked, or a new workbook with the same sheets.

What the user has is never written to: this module takes the bytes of the list and returns those of another file.
"""

import io
import zipfile
from collections.abc import Sequence

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from basischeck.catalog.container import OLE_MAGIC
from basischeck.catalog.model import ListFile
from basischeck.report.result import CheckResult
from basischeck.report.workbook_copy import copy_book
from basischeck.report.workbook_marks import mark_cells, remove_marks
from basischeck.report.workbook_parts import losses
from basischeck.report.workbook_tables import add_statistics, add_summary
from basischeck.rules import Rule

_AS_NEW = "原文件不是 .xlsx 格式，这是同样内容的新工作簿；原有的字体、颜色等格式没有带入。"
_UNREADABLE = "原文件的格式信息无法完整读取，这是同样内容的新工作簿；原有的字体、颜色等格式没有带入。"


def to_xlsx(result: CheckResult, read: ListFile, data: bytes, rules: Sequence[Rule] = ()) -> bytes:
    """Return `data`, the bytes that `read` was read from, as a workbook annotated with the findings of `result` in it.

    The first sheet holds the summary and a table of findings, the last what was not checked and the counts by rule.
    Marks of an earlier run are taken away first, so that a marked workbook can be corrected and checked again.
    """
    own, notes = _open(data, read)
    remove_marks(own)
    findings = [finding for finding in result.findings if finding.location.file == read.file]
    marked = mark_cells(own, findings)
    kept = losses(data, _save(own)) if not notes else []
    add_summary(own, result, read, findings, marked, [*notes, *kept])
    add_statistics(own, result, read, findings, rules)
    own.active = 0
    for sheet in own.worksheets[1:]:
        # Two selected tabs are a group in which typing changes both sheets.
        sheet.sheet_view.tabSelected = False
    return _save(own)


def _open(data: bytes, read: ListFile) -> tuple[Workbook, list[str]]:
    if not data.startswith(b"PK") or data.startswith(OLE_MAGIC) or not _is_xlsx(data):
        return load_workbook(io.BytesIO(copy_book(data, read))), [_AS_NEW]
    try:
        return load_workbook(io.BytesIO(data)), []
    except Exception:  # openpyxl raises whatever a foreign style sheet makes it stumble over; the list itself was read.
        return load_workbook(io.BytesIO(copy_book(data, read))), [_UNREADABLE]


def _is_xlsx(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.lower() == "xl/workbook.xml" for name in archive.namelist())


def _save(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
