"""A list and what was found in it to a marked workbook.

What the user has is never written to: this module takes the bytes of the list and returns those of another file.
"""

from collections.abc import Sequence

from basischeck.catalog.model import ListFile
from basischeck.report.result import CheckResult
from basischeck.report.workbook.book import Book
from basischeck.report.workbook.copy import copy_book
from basischeck.report.workbook.marks import mark_cells, remove_marks
from basischeck.report.workbook.package import PackageError
from basischeck.report.workbook.tables import Looks, add_statistics, add_summary
from basischeck.rules import Rule

_AS_NEW = "原文件不是 .xlsx 格式，这是同样内容的新工作簿；原有的字体、颜色等格式没有带入。"
_UNREADABLE = "原文件的格式信息无法完整读取，这是同样内容的新工作簿；原有的字体、颜色等格式没有带入。"


def to_xlsx(result: CheckResult, read: ListFile, data: bytes, rules: Sequence[Rule] = ()) -> bytes:
    """Return `data`, the bytes that `read` was read from, as a workbook annotated with the findings of `result` in it.

    The first sheet holds the summary and a table of findings, the last the counts by rule and what was not checked.
    Marks of an earlier run are taken away first, so that a marked workbook can be corrected and checked again.
    """
    book, notes = _open(data, read)
    remove_marks(book)
    # What is about no list of this run (a waiver of the configuration, a mandated list) stands in the table of each.
    lists = {each.file for each in result.lists} - {read.file}
    findings = [finding for finding in result.findings if finding.location.file not in lists]
    fills = mark_cells(book, [finding for finding in findings if finding.location.file == read.file])
    looks = Looks(book.styles)
    add_summary(book, looks, result, read, findings, fills, [*notes, *book.notes])
    add_statistics(book, looks, result, read, findings, rules)
    book.show_first()
    return book.package.save()


def _open(data: bytes, read: ListFile) -> tuple[Book, list[str]]:
    if not data.startswith(b"PK"):
        return Book(copy_book(data, read)), [_AS_NEW]
    try:
        return Book(data), []
    except PackageError:
        # The names of its parts stand in a package as they are: .ods and .xlsb have no such part.
        return Book(copy_book(data, read)), [_UNREADABLE if b"xl/workbook.xml" in data else _AS_NEW]
