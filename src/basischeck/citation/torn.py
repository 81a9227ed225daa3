"""Text out of a PDF with a blank between all its characters（第 三 条）: read without the blanks, and put back in its places."""

from collections.abc import Sequence
from dataclasses import replace

from basischeck.citation.model import Citation, Locator, ParsedText, Span
from basischeck.pattern import regex

_BLANK = regex(r"(?<=\S)[^\S\n](?=\S)")
_CHINESE = regex(r"[\u4e00-\u9fff]")
_TOGETHER = regex(r"[\u4e00-\u9fff]{2}")
_SHORTEST = 20
_WHOLE = 20
"""One pair of characters that stand together to so many characters is let pass: what was typed into the text later."""


def closed_up(text: str) -> tuple[str, Sequence[int]] | None:
    """Return the text without those blanks, and where each of its characters stands; None where it is no such text."""
    if len(text) < _SHORTEST or text.count(" ") * 5 < len(text) * 2:
        return None
    chinese = len(_CHINESE.findall(text))
    if chinese < _SHORTEST // 2 or len(_TOGETHER.findall(text)) * _WHOLE > chinese:
        return None
    blanks = {found.start() for found in _BLANK.finditer(text)}
    places = [place for place in range(len(text)) if place not in blanks]
    return "".join(map(text.__getitem__, places)), places


def put_back(parsed: ParsedText, text: str, places: Sequence[int]) -> ParsedText:
    """Return what was read in the closed text with its spans in `text`."""

    def span(of: Span) -> Span:
        return (places[of[0]], places[of[1] - 1] + 1) if of[0] < of[1] else of

    def locator(of: Locator) -> Locator:
        return replace(of, span=span(of.span))

    def citation(of: Citation) -> Citation:
        return replace(
            of,
            span=span(of.span),
            title_span=of.title_span and span(of.title_span),
            quote=of.quote and span(of.quote),
            version=of.version and replace(of.version, span=span(of.version.span)),
            locators=tuple(map(locator, of.locators)),
        )

    ends = (*(places[end] for end in parsed.ends[:-1]), len(text))
    diagnostics = tuple(replace(found, span=span(found.span)) for found in parsed.diagnostics)
    return ParsedText(text, tuple(map(citation, parsed.citations)), diagnostics, parsed.kinds, ends)
