import pytest
from hypothesis import given
from hypothesis import strategies as st

from basischeck.facts.clauses import match, quoted_clauses
from basischeck.statute.fingerprint import hashes

TEXT = "花木主管部门检查时，有权采取下列措施：进入栽种场所查看；处一千元以上二万元以下罚款。"


@pytest.mark.parametrize(
    "quote",
    [
        "花木主管部门检查时，有权采取下列措施：（一）进入栽种场所查看；处一千元以上二万元以下罚款。",
        "花木主管部门检查时,有权采取下列措施:\n  (1)进入栽种场所查看;\n处一千元以上二万元以下罚款",
        "花木主管部门检查时，有权\n采取下列措施：一、进入栽种 场所查看；处1000元以上2万元以下罚款。",
        "花木主管部门检查时有权采取下列措施：进入栽种场所查看，处一千元以上，二万元以下罚款。",
        "有权采取下列措施：第一项：进入栽种场所查看",
    ],
)
def test_writing_alone_is_no_difference(quote: str) -> None:
    assert match(quoted_clauses(quote), set(hashes(TEXT))).whole


@pytest.mark.parametrize(("text", "quote"), [("处合同价款百分之二以上罚款。", "处合同价款2%以上罚款"), ("处合同价款2%以上罚款。", "处合同价款百分之二以上罚款")])
def test_a_percentage_is_the_same_in_figures_and_in_words(text: str, quote: str) -> None:
    assert match(quoted_clauses(quote), set(hashes(text))).whole


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("花木主管部门检查时，有权采取下列措拖", (True, False)),
        ("处一千元以上三万元以下罚款", (False,)),
        ("处一千元以上罚款", (False,)),
        ("主管部门检查时，有权采取下列措施", (False, True)),
    ],
)
def test_a_wrong_or_missing_word_is_one(quote: str, found: tuple[bool, ...]) -> None:
    assert match(quoted_clauses(quote), set(hashes(TEXT))).flags == found


@given(st.lists(st.sampled_from(["甲应当登记", "乙可以处罚", "丙报告", "情节严重的", "处以罚款"]), min_size=1, max_size=6))
def test_引文与原文相同则全部相符(parts: list[str]) -> None:
    text = "，".join(parts) + "。"
    assert match(quoted_clauses(text), set(hashes(text))).whole


@given(st.text(max_size=300))
def test_任何文字都能分句(text: str) -> None:
    assert all(clause.folded for clause in quoted_clauses(text))


def test_a_clause_may_lack_more_than_one_comma() -> None:
    held = frozenset(hashes("发生事故，应当立即报告，并做好现场保护工作。"))
    assert match(quoted_clauses("发生事故应当立即报告并做好现场保护工作。"), held).whole
    assert not match(quoted_clauses("发生事故应当立即报告并做好善后工作。"), held).whole
