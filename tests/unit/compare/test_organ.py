import pytest

from basischeck.compare.organ import field_of


@pytest.mark.parametrize(
    ("department", "field"),
    [
        ("临川市农业农村局", "农业农村"),
        ("地州市农业农村局", "农业农村"),
        ("市市场监督管理局", "市场监管"),
        ("市场监督管理局", "市场监管"),
        ("望河县住建局", "住房城乡建设"),
        ("城市管理局", "城市管理"),
        ("临川市南湖区应急管理局", "应急管理"),
        ("", ""),
    ],
)
def test_a_department_is_told_by_its_field_not_by_its_place(department: str, field: str) -> None:
    assert field_of(department) == field
