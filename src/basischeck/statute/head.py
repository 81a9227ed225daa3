"""The head of a document: title, lines of issue data (history), and where the body begins.

Issue data is what stands between title and body: dates with 通过/公布/修正/施行, order numbers, one bracket over one or
several lines. What else stands there (以下 preamble of a judicial interpretation, a notice) is left to the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from basischeck.pattern import regex
from basischeck.statute.marks import article_mark, heading_mark
from basischeck.statute.structure import Line

_DATE = regex(r"[0-9０-９〇○零一二三四五六七八九十]{4}\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月")
_ACT = regex(r"通过|公布|发布|颁布|修正|修订|修改|施行|实施|批准|印发|制定|生效|废止")
_NUMBER = regex(
    r"令(第|〔|\[|（|\()?|第\s*[0-9０-９一二三四五六七八九十百〇零]+\s*号|[发字函]〔\d{4}〕|[发字函]\[\d{4}\]"
)
_ORDER_LINE = regex(
    r"^.{2,40}(令|公告)\s*(（?第?\s*[0-9０-９〇零一二三四五六七八九十百]+\s*号）?|[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*第?\s*\d+\s*号)?$|^部令.{0,12}号$"
    r"|^.{1,12}[发字函令]?\s*[〔\[［]\s*\d{4}\s*[〕\]］]\s*\d+\s*号$|^(中华人民共和国)?(主席|国务院总理|总理|部长|省长|主任|局长|署长)\s*\S{2,5}$"
    r"|^[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """Title, history lines, and the lines that are left: preamble, table of contents, body."""

    title: str
    history: tuple[str, ...]
    body: tuple[Line, ...]


def split_head(title: str, lines: Sequence[Line]) -> Head:
    """Split the lines behind the title into issue data and body."""
    title = _retitled(title, lines)
    history, position = _notice(title, lines)
    while position < len(lines):
        taken = _history_at(lines, position)
        if not taken:
            break
        history.append(join_wrapped([line.text for line in lines[position : position + taken]]))
        position += taken
    return Head(title, tuple(history), tuple(lines[position:]))


def _retitled(title: str, lines: Sequence[Line]) -> str:
    """Return the title that stands before the body where it is that of the act which a decision above it amends.

    Collections file 《甲办法》 as amended under the name of another act; the decision printed before the text names it.
    """
    named: set[str] = set()
    for line in lines[:40]:
        if _begins_body(line):
            break
        if bare(line.text) in named and bare(line.text) != bare(title):
            return line.text
        if "关于修改" in line.text and (match := re.search(r"《(.+)》", line.text)):
            named.add(bare(match[1]))
    return title


def _notice(title: str, lines: Sequence[Line]) -> tuple[list[str], int]:
    """Take what stands before the title where the source repeats it: an order or a notice that promulgates the act."""
    wanted = bare(title)
    for start, line in enumerate(lines[:40]):
        if _begins_body(line):
            break
        if not wanted.startswith(bare(line.text)) or len(line.text) < 4:
            continue
        for count in range(1, 6):
            words = bare("".join(row.text for row in lines[start : start + count]))
            if words == wanted:
                return [row.text for row in lines[:start]], start + count
            if not wanted.startswith(words):
                break
    return [], 0


def bare(title: str) -> str:
    """Strip a title to its letters and digits, for comparing how two sources write it."""
    return re.sub(r"[\W_]", "", title)


def join_wrapped(texts: Sequence[str]) -> str:
    """Join the lines of one wrapped paragraph."""
    return "".join(texts) if len(texts) < 2 else re.sub(r"\s*\n\s*", " ", "\n".join(texts))


def _history_at(lines: Sequence[Line], position: int) -> int:
    """Count the lines from `position` on that are one entry of issue data; 0 where the body begins."""
    text = lines[position].text
    if _begins_body(lines[position]):
        return 0
    if text[:1] in "（(":
        end = _closing(lines, position)
        joined = "".join(line.text for line in lines[position : position + end])
        return end if end and (_DATE.search(joined) or _NUMBER.search(joined)) else 0
    if _ORDER_LINE.match(text):
        return 1
    if re.match(r"^(现(公布|发布)|《[^》]+》?.{0,12}已)", text) and re.search(r"(公布|发布|施行|生效)。?", text):
        return 1
    if _DATE.search(text) and _ACT.search(text) and (len(text) <= 260 or text.count("年") >= 3):
        return 1
    # the tail of an entry that the source broke over two lines
    return (
        1
        if position
        and len(text) < 80
        and re.match(r"^[，、,第《〈<根自并和].*(修正|修订|修改|公布|施行|通过|决定》?)", text)
        else 0
    )


def _begins_body(line: Line) -> bool:
    article = article_mark(line.text)
    if article is not None and article.number == 1 and article.gap:
        return True
    return bool(re.fullmatch(r"目\s*[录次]", line.text)) or heading_mark(line.text, bool(line.heading)) is not None


def _closing(lines: Sequence[Line], position: int) -> int:
    """Count the lines of a bracket that opens at `position` and may run over several; 0 where it never closes."""
    depth = 0
    for count, line in enumerate(lines[position : position + 14], 1):
        if count > 1 and _begins_body(line):
            return 1 if count == 2 else count - 1  # never closed in the source: the body's first heading ends it
        for char in line.text:
            depth += (char in "（(") - (char in "）)")
        if depth <= 0:
            return count
    return 1
