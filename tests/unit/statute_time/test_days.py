from datetime import date

import pytest

from basischeck.statute.days import FIND_DAY, after, read_day, write_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2015年10月1日", date(2015, 10, 1)),
        ("２０１５年１０月１日", date(2015, 10, 1)),
        ("一九九三年十月一日", date(1993, 10, 1)),
        ("二〇〇四年十二月三十一日", date(2004, 12, 31)),
        ("一九八七年廿日", None),
        ("2021年2月30日", None),
        ("2012 年 3 月 5 日", date(2012, 3, 5)),
    ],
)
def test_a_day_is_read_in_either_kind_of_digits_and_none_where_the_calendar_has_none(words: str, day: date | None) -> None:
    assert read_day(words) == day


def test_days_are_found_inside_text() -> None:
    assert [m.group() for m in FIND_DAY.finditer("自2015年10月1日起，一九九三年十月一日止")] == ["2015年10月1日", "一九九三年十月一日"]


def test_months_after_a_month_end_stay_in_the_month() -> None:
    assert after(date(2023, 8, 31), 6, "个月") == date(2024, 2, 29)
    assert after(date(2024, 2, 29), 1, "年") == date(2025, 2, 28)
    assert after(date(2024, 2, 28), 30, "日") == date(2024, 3, 29)


def test_a_day_is_written_without_zeros() -> None:
    assert write_day(date(2026, 1, 1)) == "2026年1月1日"
