"""The skeleton of a statute's text: lines to articles, paragraphs, items and subitems, headings and annexes.

Terms follow 立法法 article 65 (2023): 编、章、节、条、款、项、目, where 款 carry no number, 项 are numbered （一） and 目 1.
款 are paragraphs, not lines; a cross reference at the start of a line is no heading. Gaps and doubles in the numbering
are reported as faults, never repaired: they are facts about the source.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from basischeck.citation.numerals import render_numeral
from basischeck.statute.marks import (
    ArticleMark,
    HeadingMark,
    annex_label,
    article_mark,
    heading_mark,
    item_mark,
    refers,
)
from basischeck.statute.model import ArticleText, Heading
from basischeck.statute.paragraphs import read_paragraphs

Path = tuple[int | None, int | None, int | None, int | None]
_ROOT: Path = (None, None, None, None)
_DEPTH = {"part": 0, "subpart": 1, "chapter": 2, "section": 3}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a source, stripped; `heading` is 0 or the depth at which the source marks it as a heading."""

    text: str
    heading: int = 0


@dataclass(slots=True)
class Structure:
    """What was read: see the fields of `Document` of the same names. `numbering` is 条, or the style that stands for it."""

    preamble: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    articles: list[ArticleText] = field(default_factory=list)
    annexes: list[tuple[str, tuple[tuple[int, str], ...]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    numbering: str = "条"


def read_structure(lines: Iterable[Line], title: str = "") -> Structure:
    """Read the body of a statute. Never raises; what is odd is in `faults`."""
    rows = [line for line in lines if line.text]
    reader = _Reader(_numbering(rows, title))
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        reader.following = following
        for piece in reader.split(row):
            reader.feed(piece)
    return reader.finish()


def _numbering(rows: list[Line], title: str) -> str:
    """Tell what numbers the provisions: 条, or in acts without 条 (decisions, amendments) 一、 or （一）."""
    first_article = next((n for n, row in enumerate(rows) if _opens_articles(row.text)), None)
    marks = [
        (n, mark)
        for n, row in enumerate(rows[:first_article])
        if (mark := item_mark(row.text)) and mark.style != "circled" and mark.number in (1, 2)
    ]
    first = next(((n, mark) for n, mark in marks if mark.number == 1), None)
    if first is None:
        return "条"
    position, mark = first
    if first_article is None:
        return mark.style
    # 一、 and 二、 before 第一条: that is the first article of an annex.
    if any(other.style == mark.style and other.number == 2 for _, other in marks):
        return mark.style
    amends = re.search(r"修正案|关于(修改|修订|废止)|决定$", title)
    sentence = not rows[position].heading and rows[position].text[-1] in '。：；:;”"'
    return mark.style if amends and sentence else "条"


def _opens_articles(text: str) -> bool:
    mark = article_mark(text)
    return mark is not None and mark.number == 1 and not mark.suffix and not refers(mark.rest, expected=mark.gap)


@dataclass(slots=True)
class _Article:
    """An article while its lines are being read."""

    number: str
    path: Path
    lines: list[str] = field(default_factory=list)


class _Reader:
    """Reads lines in order; what a line is depends on what stood before it."""

    def __init__(self, numbering: str) -> None:
        self.out = Structure(numbering=numbering)
        self.path: Path = _ROOT
        self.last = (0, 0)
        self.article: _Article | None = None
        self.annex: tuple[str, list[str]] | None = None
        self.untitled: Heading | None = None
        self.following: Line | None = None

    def feed(self, row: Line) -> None:
        """Take the next line."""
        text = row.text
        if self.annex is not None and not self._resumes(text):
            self._feed_annex(text)
            return
        if self._takes_heading(row) or self._takes_article(row):
            return
        if self.article is None:
            if not re.fullmatch(r"目\s*[录次]", text):
                self.out.preamble.append(text)
            return
        label = annex_label(text)
        if label is not None:
            self._close_article()
            self.annex = (label[0], [label[1]] if label[1] else [])
        elif self._before_article(row) and item_mark(text) is None:
            # The title of a chapter whose number the source has lost.
            self._close_article()
            self.path = (self.path[0], self.path[1], None, None)
            heading = Heading("chapter", 0, re.sub(r"\s+", "", text), self.path, len(self.out.articles))
            self.out.headings.append(heading)
            self.out.faults.append(f"标题“{heading.title}”缺章节号")
        elif re.fullmatch(r"附\s*则", text):
            self._close_article()
            self.path = _ROOT if 0 < row.heading <= 2 and self.path[0] else (self.path[0], self.path[1], None, None)
            level = "part" if self.path == _ROOT and any(h.level == "part" for h in self.out.headings) else "chapter"
            self.out.headings.append(Heading(level, 0, "附则", self.path, len(self.out.articles)))
        else:
            self.article.lines.append(text)

    def split(self, row: Line) -> list[Line]:
        """Split a line that runs on into the next article（…除外。 第八条 …）: its number stands behind a stop or blank."""
        if self.out.numbering != "条" or row.heading or "条" not in row.text[4:]:
            return [row]
        last, _ = self.last
        own = article_mark(row.text)
        following = (own.number if own and own.gap else last) + 1
        at = row.text.find(f"第{render_numeral(following)}条 ", 1)
        if at < 0 or row.text[at - 1] not in "。；） " or (own is None and not last):
            return [row]
        mark = article_mark(row.text[at:])
        if mark is None or not mark.rest or refers(mark.rest, expected=True):
            return [row]
        return [Line(row.text[:at].strip()), *self._rest(Line(row.text[at:].strip()), following)]

    def _rest(self, row: Line, number: int) -> list[Line]:
        """Split the rest of a line that runs on, as if the article before that number had been read."""
        before, self.last = self.last, (number - 1, 0)
        pieces = self.split(row)
        self.last = before
        return pieces

    def _takes_heading(self, row: Line) -> bool:
        if self.untitled is not None and self._is_title(row):
            self.out.headings[-1] = replace(self.untitled, title=re.sub(r"\s+", "", row.text))
            self.untitled = None
            return True
        self.untitled = None
        mark = heading_mark(row.text, bool(row.heading)) or self._section_mark(row)
        if mark is None:
            return False
        self._close_article()
        depth = _DEPTH[mark.level]
        path = (*self.path[:depth], mark.number, *([None] * (3 - depth)))
        self.path = (path[0], path[1], path[2], path[3])
        if not self.out.articles and any(h.path == self.path and h.level == mark.level for h in self.out.headings):
            self.out.headings.clear()  # what came before was the table of contents
            self.path = (*([None] * depth), mark.number, *([None] * (3 - depth)))  # type: ignore[assignment]
        heading = Heading(mark.level, mark.number, mark.title, self.path, len(self.out.articles))
        self.out.headings.append(heading)
        if not mark.title:
            self.untitled = heading
        return True

    def _section_mark(self, row: Line) -> HeadingMark | None:
        """Read 一、一般规定 as a chapter where the source marks it as a heading and 条 number the provisions."""
        if self.out.numbering != "条" or not (row.heading or self._before_article(row)):
            return None
        mark = item_mark(row.text)
        return (
            HeadingMark("chapter", mark.number, re.sub(r"\s+", "", mark.rest)) if mark and mark.style == "cn" else None
        )

    def _before_article(self, row: Line) -> bool:
        """Whether a short line without a stop stands just before the next article: a heading the source does not mark."""
        if len(row.text) > 24 or row.text[-1] in "。；：，、" or self.following is None:
            return False
        mark = article_mark(self.following.text)
        return mark is not None and mark.gap and mark.number == self.last[0] + 1

    def _is_title(self, row: Line) -> bool:
        text = row.text
        return (
            len(text) <= 20 and not re.search(r"[。；：，]$", text) and article_mark(text) is None and not row.heading
        )

    def _takes_article(self, row: Line) -> bool:
        mark = self._article_mark(row.text)
        if mark is None or not self._is_article(mark):
            return False
        if mark.number == 1 and self.last[0] >= 3 and not mark.suffix:
            self.out.faults.append("正文之后另有从第一条起编号的文件，作为附件收录")
            self._close_article()
            self.annex = ("附件", [row.text])
            return True
        self._note_sequence(mark)
        self._close_article()
        number = str(mark.number) + (f"-{mark.suffix}" if mark.suffix else "")
        self.article = _Article(number, self.path, [mark.rest] if mark.rest else [])
        self.last = (mark.number, mark.suffix)
        return True

    def _article_mark(self, text: str) -> ArticleMark | None:
        if self.out.numbering == "条":
            return article_mark(text)
        mark = item_mark(text)
        if mark is None or mark.style != self.out.numbering:
            return None
        return ArticleMark(mark.number, 0, mark.number == self.last[0] + 1, mark.rest)

    def _is_article(self, mark: ArticleMark) -> bool:
        number, suffix = self.last
        follows = (mark.number, mark.suffix) in ((number + 1, 0), (number, suffix + 1))
        if self.out.numbering != "条":
            return follows
        return (follows or mark.gap) and not refers(mark.rest, expected=follows and mark.gap)

    def _note_sequence(self, mark: ArticleMark) -> None:
        number, suffix = self.last
        if (mark.number, mark.suffix) in ((number + 1, 0), (number, suffix + 1)):
            return
        here = f"第{mark.number}条" + (f"之{mark.suffix}" if mark.suffix else "")
        there = f"第{number}条" + (f"之{suffix}" if suffix else "") if number else "开头"
        kind = "条号重复或倒退" if mark.number <= number else "条号不连续"
        self.out.faults.append(f"{kind}：{there}之后是{here}")

    def _resumes(self, text: str) -> bool:
        """Whether the main body goes on behind what looked like an annex: its next article number follows."""
        mark = self._article_mark(text) if self.out.numbering == "条" else None
        return (
            mark is not None
            and mark.number == self.last[0] + 1 > 2
            and mark.gap
            and not refers(mark.rest, expected=True)
        )

    def _feed_annex(self, text: str) -> None:
        assert self.annex is not None  # noqa: S101 - for the type checker; the caller has looked
        label = annex_label(text)
        if label is not None:
            self._close_annex()
            self.annex = (label[0], [label[1]] if label[1] else [])
        else:
            self.annex[1].append(text)

    def _close_annex(self) -> None:
        if self.annex is not None:
            self.out.annexes.append((self.annex[0], _entries(self.annex[1])))
            self.annex = None

    def _close_article(self) -> None:
        self._close_annex()
        if self.article is None:
            return
        paragraphs, faults = read_paragraphs(self.article.lines)
        number, path = self.article.number, self.article.path
        self.out.articles.append(ArticleText(number, paragraphs, *path))
        self.out.faults.extend(f"第{number}条：{fault}" for fault in faults)
        self.article = None

    def finish(self) -> Structure:
        """Close what is open and return the structure."""
        self._close_article()
        return self.out


def _entries(lines: list[str]) -> tuple[tuple[int, str], ...]:
    """Return the entries of an annex by number; lines before the first number are entry 0."""
    style = next((m.style for m in map(item_mark, lines) if m and m.number == 1), "")
    entries: list[tuple[int, str]] = []
    for line in lines:
        mark = item_mark(line)
        last = entries[-1][0] if entries else 0
        if mark and mark.style == style and mark.number == last + 1:
            entries.append((mark.number, mark.rest))
        elif entries:
            entries[-1] = (last, f"{entries[-1][1]}\n{line}")
        else:
            entries.append((0, line))
    return tuple(entries)
