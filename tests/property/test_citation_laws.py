"""Laws of reading citations."""

from hypothesis import given, settings
from hypothesis import strategies as st

import basischeck.testing  # registers the strategies by type
from basischeck.citation import (
    Citation,
    Locator,
    NameSet,
    normalise,
    parse,
    parse_numeral,
    provision_id,
    render,
    render_locator,
    render_numeral,
    to_json,
)
from basischeck.testing import BasisString, FaultyCitation, basis_strings, faults, titles, written_numbers
from basischeck.testing.citations import write

# What citations are made of, thrown together: more of it goes wrong than in any list.
PIECES = st.lists(
    st.sampled_from(
        [
            *list(
                "《》〈〉<>（）()【】〔〕第笫条款项目章节编之一二十百零1２.．、，和及至-～本前上该同附件法款 \n\t\u3000：:；。“”"
            ),
            "第一条",
            "第（二）项",
            "本法",
            "前款",
            "该办法",
            "《甲法》",
            "（2021年修正）",
            "国务院令第9号",
            "第3.2条",
            "附件1",
            "以及",
            "规定",
        ]
    ),
    max_size=40,
).map("".join)


@given(titles(), st.from_type(Locator))
def test_渲染再解析不变(title: str, locator: Locator) -> None:
    parsed = parse(render(title, locator))
    assert [(c.title, c.locators) for c in parsed.citations] == [(title, (locator,))]
    assert not parsed.diagnostics


@given(st.from_type(Citation))
def test_展开已展开的列表不变(citation: Citation) -> None:
    assert citation.title is not None
    text = write(citation.title, list(citation.locators))
    (read,) = parse(text).citations
    assert (read.title, read.locators, read.span) == (citation.title, citation.locators, citation.span)


@given(st.text() | PIECES)
def test_规范化两次与一次相同(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(max_examples=400)
@given(st.text() | PIECES)
def test_任何文本都能解析(text: str) -> None:
    parsed = parse(text)
    assert parsed.text == text
    to_json(parsed)


@settings(max_examples=400)
@given(st.text() | PIECES)
def test_片段首尾相接覆盖全文(text: str) -> None:
    reached = 0
    for segment in parse(text).segments:
        assert segment.span[0] == reached < segment.span[1]
        reached = segment.span[1]
    assert reached == len(text)


@settings(max_examples=400)
@given(PIECES)
def test_所有位置都在文本之内(text: str) -> None:
    parsed = parse(text)
    for citation in parsed.citations:
        spans = [citation.span, *(locator.span for locator in citation.locators)]
        spans += [span for span in (citation.title_span, citation.quote) if span]
        for start, end in spans:
            assert 0 <= start < end <= len(text)
        for locator in citation.locators:
            assert text[slice(*locator.span)] == text[slice(*locator.span)].strip()
    for found in parsed.diagnostics:
        assert 0 <= found.span[0] < found.span[1] <= len(text)


@given(basis_strings())
def test_依据单元格逐条读出(cell: BasisString) -> None:
    parsed = parse(cell.text)
    basis = [citation for citation in parsed.citations if not citation.quoted]
    read = [
        (citation.level_tag, citation.title, locator, cell.text[slice(*citation.quote)] if citation.quote else "")
        for citation in basis
        for locator in citation.locators
    ]
    assert read == [(tag, title, locator, quote) for tag, title, locator, quote in cell.bases]


@given(basis_strings())
def test_引文内的引用不是依据(cell: BasisString) -> None:
    parsed = parse(cell.text)
    quotes = [citation.quote for citation in parsed.citations if citation.quote]
    for citation in parsed.citations:
        inside = any(start <= citation.span[0] < end for start, end in quotes)
        assert citation.quoted == inside


@given(faults())
def test_缺陷各有其码(fault: FaultyCitation) -> None:
    assert fault.code in {found.code for found in parse(fault.text).diagnostics}


@given(faults())
def test_改正之后没有缺陷(fault: FaultyCitation) -> None:
    if fault.corrected is not None:
        assert fault.code not in {found.code for found in parse(fault.corrected).diagnostics}


@given(written_numbers())
def test_数字怎么写都是同一个数(written: tuple[int, str]) -> None:
    number, text = written
    assert parse_numeral(text) == number


@given(st.integers(0, 9999))
def test_数字渲染再解析不变(number: int) -> None:
    assert parse_numeral(render_numeral(number)) == number


@given(titles(), st.from_type(Locator), st.from_type(Locator))
def test_不同条款标识不同(title: str, one: Locator, other: Locator) -> None:
    alike = render_locator(one) == render_locator(other)
    assert (provision_id(title, one) == provision_id(title, other)) == alike


@given(titles().filter(lambda title: "〈" not in title and "（" not in title), st.from_type(Locator))
def test_已知名称不加书名号也能读出(title: str, locator: Locator) -> None:
    (read,) = parse(f"依照{title}{render_locator(locator)}", NameSet([title])).citations
    assert (read.title, read.bracketed, read.locators) == (title, False, (locator,))


def test_strategies_are_registered_by_type() -> None:
    assert basischeck.testing.register is not None
    st.from_type(BasisString).validate()
    st.from_type(FaultyCitation).validate()
