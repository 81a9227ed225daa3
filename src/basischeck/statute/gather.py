"""Reading the sources of an index: all their documents, and an account of what was left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from basischeck.pattern import regex
from basischeck.statute.model import Document
from basischeck.statute.readers import SourceReport, read_source

Say = Callable[[str], None]


@dataclass(slots=True)
class BuildReport:
    """What was met while building: documents by source, files left out and why, titles settled by the text."""

    documents: dict[str, int] = field(default_factory=dict)
    skipped: list[tuple[str, str, str]] = field(default_factory=list)
    settled: list[tuple[str, str]] = field(default_factory=list)


def read_sources(paths: Iterable[Path], report: BuildReport, say: Say) -> list[Document]:
    """Read all sources; raises SourceError where one holds nothing readable."""
    documents: list[Document] = []
    for path in paths:
        noted = SourceReport()
        found = [d for d in read_source(path, noted) if _is_statute(d, report)]
        say(f"{path.name}：{len(found)} 个文档，{len(noted.skipped)} 个文件未收")
        for document in found:
            report.documents[document.source.name] = report.documents.get(document.source.name, 0) + 1
        report.skipped.extend((path.name, file, reason) for file, reason in noted.skipped)
        documents.extend(found)
    return documents


_KINDS = regex(
    r"(法|条例|规定|办法|细则|规则|规范|标准|意见|方案|纲要|通知|决定|决议|规划|导则|制度|章程|程序|解释|批复|指南|目录|公告|安排|答复|要求|措施)"
    r"([（(][^）)]*[）)])*$"
)


def _is_statute(document: Document, report: BuildReport) -> bool:
    """Leave out what is no act: a title that names no kind of act, without issue data or a source that vouches for it."""
    source = document.source
    if not re.search(r"[一-鿿]{2}", document.title):
        report.skipped.append((source.name, source.path, "不是法规文本（标题不是中文）"))
        return False
    if _is_of_another_act(document):
        report.skipped.append((source.name, source.path, "正文不是标题所写的法规（正文自称本法）"))
        return False
    vouched = source.level not in (None, "其他", "案例") or source.promulgated or source.effective
    if _KINDS.search(document.title) or document.history or vouched:
        return True
    report.skipped.append((source.name, source.path, "不是法规文本（标题不是法规名称，也没有发布信息）"))
    return False


_BELOW_LAW = regex(r"(?:条例|规定|办法|细则|规则)(?:[（(][^）)]*[）)])?$")
_PURPOSE_OF_LAW = regex(r"制定本法[。，]")


def _is_of_another_act(document: Document) -> bool:
    """Whether the text under a regulation's title is that of a law: its purpose clause says 制定本法."""
    opening = [p.text for article in document.articles[:2] for p in article.paragraphs]
    return _BELOW_LAW.search(document.title) is not None and any(_PURPOSE_OF_LAW.search(text) for text in opening)
