"""Text with a blank between all its characters, as PDFs give it, is read like the same text without."""

import pytest

from basischeck.citation import NameSet, parse
from basischeck.citation.torn import closed_up

PLAIN = "1.[行政法规]甲安全管理条例（2012年国务院令第617号）第十五条申请许可的，应当符合本条例第十四条规定的条件。\n【法律】《乙法》第三条第（二）项：应当申请。"


def torn(text):
    return "\n".join(" ".join(line) for line in text.split("\n"))


def test_a_torn_text_is_read_as_the_whole_one():
    whole, found = parse(PLAIN), parse(torn(PLAIN))

    assert [(c.title, c.level_tag, c.quoted, c.locators) for c in found.citations] == [
        (c.title, c.level_tag, c.quoted, c.locators) for c in whole.citations
    ]
    assert [c.version for c in found.citations] == [c.version for c in whole.citations]
    assert [(d.code, d.suggestion) for d in found.diagnostics] == [(d.code, d.suggestion) for d in whole.diagnostics]


def test_what_was_read_in_a_torn_text_stands_at_its_place():
    text = torn(PLAIN)
    whole, found = parse(PLAIN), parse(text)

    for here, there in zip(found.citations, whole.citations, strict=True):
        spans = [(here.span, there.span), (here.title_span, there.title_span), (here.quote, there.quote)]
        spans += [(one.span, other.span) for one, other in zip(here.locators, there.locators, strict=True)]
        spans += [(here.version.span, there.version.span)] if here.version and there.version else []
        for one, other in spans:
            assert (one is None) == (other is None)
            assert one is None or text[slice(*one)] == torn(PLAIN[slice(*other)])
    assert found.text == text
    assert "".join(text[slice(*piece.span)] for piece in found.segments) == text


@pytest.mark.parametrize(
    "text",
    ["", " " * 40, "《甲法》第 三 条", "《甲法》第三条" + " " * 40 + "《乙法》第五条规定应当申请", "a b c d e f g h i j k l m n o p", torn("《甲法》") + "第三条规定国家实行许可制度，应当申请"],
)
def test_blanks_alone_make_no_torn_text(text):
    assert closed_up(text) is None


def test_a_wide_gap_in_a_torn_text_stays_one():
    closed = closed_up(torn("《甲法》第三条应当申请许可") + "    " + torn("《乙法》第五条应当申请"))

    assert closed is not None
    assert closed[0] == "《甲法》第三条应当申请许可    《乙法》第五条应当申请"


def test_names_are_known_in_a_torn_text():
    (citation,) = parse(torn("依照甲安全生产管理条例第三条第二款规定处罚"), NameSet(["甲安全生产管理条例"])).citations

    assert citation.title == "甲安全生产管理条例"
    assert citation.title_span == (4, 21)
