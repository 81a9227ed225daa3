"""The annotated workbook: the user's own .xlsx with its cells marked, or a new workbook with the same sheets."""

from basischeck.report.workbook.annotate import to_xlsx

__all__ = ["to_xlsx"]
