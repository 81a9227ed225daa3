"""What kind of file some bytes are, judged by the bytes alone: names of files lie (an OLE workbook called .xlsx)."""

import io
import zipfile
import zlib
from typing import Literal

from basischeck.catalog.model import ListError
from basischeck.pattern import regex

Kind = Literal["workbook", "xml", "page", "archived page", "word", "json", "text"]

XML_BOOK = "urn:schemas-microsoft-com:office:spreadsheet"
"""The namespace that tells an XML workbook（SpreadsheetML of Excel 2003）from other XML."""
WORD_XML = ("http://schemas.microsoft.com/office/word/2003/wordml", "http://schemas.microsoft.com/office/2006/xmlPackage")
"""What tells a Word document in one XML file from other XML."""
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_UNPACKED = 600_000_000
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再检查"
_TAG = regex(r"<(?:[a-z][\w:]*[\s/>]|!doctype|!--|\?xml)")
_HEAD = 4096
"""Bytes at the beginning that tell what a text file is."""
_FOREIGN = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"{\\rtf", "RTF 文档"),
    (b"SQLite format 3", "SQLite 数据库"),
)


def kind_of(data: bytes, name: str) -> Kind:
    """Return what `data` is. Raises `ListError` for anything that holds no list."""
    if not data.strip(b"\0 \t\r\n"):
        raise ListError(f"{name}：文件是空的，没有可检查的内容。请确认文件已完整保存或下载。")
    if data.startswith(b"PK"):
        return _kind_of_zip(data, name)
    if data.startswith(OLE_MAGIC):
        _check_ole(data, name)
        return "workbook"
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise ListError(f"{name}：这是{what}，不是表格。请提供 .xlsx、.xls、.ods、.docx、.csv 或 .json 格式的清单。")
    head = _head(data)
    if head.startswith("mime-version:") or "content-type: multipart/related" in head[:1000]:
        return "archived page"
    if _TAG.match(head):
        return _kind_of_markup(head, name)
    named_json = name.lower().endswith((".json", ".jsonl", ".ndjson"))
    if named_json or (head.startswith(("{", "[")) and '"' in head[:200]):
        return "json"
    return "text"


def _kind_of_markup(head: str, name: str) -> Kind:
    if "<html" in head:
        return "page"
    if XML_BOOK in head:
        return "xml"
    if any(namespace.lower() in head for namespace in WORD_XML):
        return "word"
    if head.startswith("<?xml"):
        raise ListError(f"{name}：这是 XML 文件，不是已知的表格格式。{_SAVE_AS}。")
    return "page"


def _head(data: bytes) -> str:
    """Return the first characters in lower case, those beyond ASCII as they come; UTF-16 is known by its mark alone."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode(encoding, "ignore").lstrip("\ufeff \t\r\n").lower()


def _kind_of_zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            is_text = any(entry.filename == "mimetype" for entry in entries) and b"opendocument.text" in archive.read("mimetype")[:100]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, RuntimeError, EOFError, zlib.error):
        raise ListError(f"{name}：文件已损坏或不完整（可能没有下载完）。请重新获取该文件。") from None
    if is_text:
        raise ListError(f"{name}：这是 OpenDocument 文字文档（.odt）。请用 Word 或 WPS 打开，另存为 .docx，再检查。")
    names = {entry.filename.replace("\\", "/").lower() for entry in entries}
    if any(entry.startswith("ppt/") for entry in names):
        raise ListError(f"{name}：这是演示文稿，不是表格。请提供 .xlsx、.xls、.ods、.docx、.csv 或 .json 格式的清单。")
    word = any(entry.startswith("word/") for entry in names)
    if not word and not any(entry.startswith("xl/") or entry == "content.xml" for entry in names):
        raise ListError(f"{name}：这是压缩包，里面没有工作表。请先解压，再检查其中的清单文件。")
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise ListError(f"{name}：解压后超过 {_MAX_UNPACKED // 1_000_000} MB，不像一份清单。请删除多余内容后再检查。")
    return "word" if word else "workbook"


def _check_ole(data: bytes, name: str) -> None:
    """Return an OLE file names its streams in UTF-16: the names tell a workbook from a Word file or an encrypted book."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ListError(f"{name}：文件设有打开密码，无法读取。请在 Excel、Word 或 WPS 中取消密码后另存，再检查。")
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return
    if "WordDocument".encode("utf-16-le") in data:
        raise ListError(f"{name}：这是旧格式的 Word 文档（.doc，扩展名可能被改过）。请用 Word 或 WPS 打开，另存为 .docx，再检查；也可以把其中的表格复制到 Excel。")
    raise ListError(f"{name}：文件已损坏、不完整，或不是工作簿。{_SAVE_AS}。")
