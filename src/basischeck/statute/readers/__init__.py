"""Readers of statute sources: a file, a folder or an archive of any dialect to documents.

The dialect is told by content, never by the name of file or folder (`detect`).
"""

from basischeck.statute.readers.source import SourceError, SourceReport, read_source

__all__ = ["SourceError", "SourceReport", "read_source"]
