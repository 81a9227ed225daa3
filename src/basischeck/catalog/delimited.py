"""Delimited text (.csv, .tsv and the like) to a grid: encoding, delimiter, quoted line breaks."""

import csv
import io

from basischeck.catalog.grid import Grid, make_grid
from basischeck.catalog.model import ListError
from basischeck.catalog.wording import cell_text

_DELIMITERS = ",\t;|，"
_PROSE = "，"
"""The delimiter that stands in every text too."""
_EVEN = 0.8
"""Share of records of one width from which another delimiter is the one that is meant."""
_MAX_CELL = 200_000_000
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`: by its byte order mark, else strict UTF-8, else GB18030 (which contains GBK and GB2312)."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strict(data, "gb18030", name)
    if "\0" in text:
        raise ListError(f"{name}：文件中有 NUL 字节，不是文本表格，或已损坏。请用 Excel 打开原表，另存为 .xlsx 或 CSV UTF-8。")
    return text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ListError(
            f"{name}：不是可读的文本表格（既不是 UTF-8 也不是 GBK/GB18030 编码，第 {error.start + 1} 个字节处无法解读）。"
            "请用 Excel 打开原表，另存为 .xlsx 或 CSV UTF-8。"
        ) from None


def read_delimited(data: bytes, name: str) -> list[Grid]:
    """One grid named after the file; its rows are records, so a quoted line break does not begin a row."""
    text = decode(data, name)
    _refuse_binary(text, name)
    delimiter = _delimiter_of(text)
    csv.field_size_limit(_MAX_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise ListError(f"{name}：{_open_quote(text, delimiter)}") from None
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return [make_grid("", [[cell_text(value) for value in row] for row in rows])]


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:20_000]
    controls = sum(char < " " and char not in "\t\r\n\f\x0b" for char in sample)
    if controls * 50 > len(sample):
        raise ListError(f"{name}：内容不是文本，也不是已知的表格格式。请提供 .xlsx、.xls、.ods、.docx、.csv 或 .json 格式的清单。")


def _delimiter_of(text: str) -> str:
    """Return the character that splits the first records into the most even columns; a comma where none does."""
    sample = text[:65_536]
    best, best_score, even = ",", 0.0, False
    for delimiter in _DELIMITERS:
        if delimiter not in sample or (delimiter == _PROSE and even):
            continue
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if any(row)][:50]
        usual = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 0
        even = even or (usual > 1 and widths.count(usual) >= _EVEN * len(widths))
        score = widths.count(usual) / len(widths) * min(usual, 12) if usual > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _open_quote(text: str, delimiter: str) -> str:
    """Says at which record the quote opens that nothing closes: from there on every row would be lost in one cell."""
    count, quoted = 1, False
    start = 1
    for line in text.splitlines():
        opened = quoted
        for _ in range(line.count('"')):
            quoted = not quoted
        if quoted and not opened:
            start = count
        count += 1
    return f"第 {start} 行起有一个双引号没有闭合，其后的内容会被并成一个单元格。请补上引号（单元格内的引号要写成两个）后再检查。"
