import pytest

from basischeck.facts.categories import STANDARD, standard_category


@pytest.mark.parametrize("category", STANDARD)
def test_a_standard_category_is_itself(category: str) -> None:
    assert standard_category(category) == category


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("行政许可类", "行政许可"),
        ("行政\n处罚", "行政处罚"),
        ("行政强制（12项）", "行政强制"),
        ("检查", "行政检查"),
        ("其他行政权力", "其他职权"),
        ("一、行政许可", "行政许可"),
        ("行政强制措施", "行政强制"),
    ],
)
def test_forms_in_use_are_brought_to_the_standard(written: str, meant: str) -> None:
    assert standard_category(written) == meant


@pytest.mark.parametrize("written", ["", "日常工作", "许可和处罚", "行政"])
def test_what_is_no_category_is_none(written: str) -> None:
    assert standard_category(written) is None
