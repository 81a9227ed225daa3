"""What of a workbook's parts did not survive its being rewritten: said to the user, never lost in silence."""

import io
import re
import zipfile
from collections import Counter

_KINDS = (
    (re.compile(r"xl/charts/chart\d*\.xml"), "图表"),
    (re.compile(r"xl/media/"), "图片"),
    (re.compile(r"xl/drawings/drawing\d*\.xml"), "图形（文本框、形状等）"),
    (re.compile(r"xl/embeddings/"), "嵌入的对象"),
    (re.compile(r"xl/(ctrlProps|activeX)/"), "控件"),
    (re.compile(r"xl/vbaProject\.bin"), "宏"),
    (re.compile(r"xl/pivotTables/pivotTable\d*\.xml"), "数据透视表"),
    (re.compile(r"xl/(slicers|timelines)/"), "切片器"),
    (re.compile(r"xl/threadedComments/"), "会话式批注（保留为普通批注）"),
)


def losses(before: bytes, after: bytes) -> list[str]:
    """Return in Chinese what parts `before` had and `after` has not, and how many formulas wait to be worked out again."""
    had, has = _count(before), _count(after)
    notes = [f"{kind} {had[kind] - has[kind]} 个" for _, kind in _KINDS if has[kind] < had[kind]]
    return [f"标注后的文件没有保留原文件中的：{'、'.join(notes)}。请以原文件为准。"] if notes else []


def _count(data: bytes) -> Counter[str]:
    counts: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            for pattern, kind in _KINDS:
                if pattern.match(entry.filename) and not entry.is_dir() and _holds(archive, entry):
                    counts[kind] += 1
    return counts


def _holds(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a part holds anything: office programs leave empty drawings behind."""
    if "/drawings/" not in entry.filename:
        return True
    return b"Anchor" in archive.read(entry)
