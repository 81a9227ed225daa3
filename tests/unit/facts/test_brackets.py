"""A version bracket against a statute's history, on statutes made up for the purpose."""

from collections.abc import Sequence
from datetime import date

import pytest

from basischeck.citation import VersionMark
from basischeck.facts.bracket_days import dated_clauses, lies_before
from basischeck.facts.brackets import bracket_facts
from basischeck.facts.variants import add_variants
from basischeck.statute.model import Statute, Version


def _version(made: str, begins: str, kind: str, number: str | None = None) -> Version:
    return Version(f"x@{begins}", date.fromisoformat(made), date.fromisoformat(begins), None, kind, number, 10, True)


LAW = Statute(
    "x",
    "中华人民共和国某法",
    ("某法",),
    "法律",
    None,
    None,
    (_version("2001-04-28", "2001-07-01", "通过"), _version("2009-08-27", "2009-08-27", "修正"), _version("2018-10-26", "2019-01-01", "修订")),
)
REGULATION = Statute("y", "某条例", (), "行政法规", None, None, (_version("2004-04-30", "2004-07-01", "公布", "国务院令第406号"),))
OTHER = Statute("z", "另一条例", (), "行政法规", None, None, (_version("2003-09-03", "2003-11-01", "公布", "国务院令第390号"),))


def _match(statute: Statute, mark: VersionMark) -> Sequence[Version]:
    return [v for v in statute.versions if v.promulgated and v.promulgated.year == mark.year]


def _fault(statute: Statute, mark: VersionMark) -> str | None:
    owner = {"国务院令第390号": OTHER, "国务院令第406号": REGULATION}.get
    found: str | None = bracket_facts(statute, mark, _match, owner).get("bracket_fault")
    return found


@pytest.mark.parametrize(
    ("text", "year", "kind", "fault"),
    [
        ("2009年修正", 2009, "修正", None),
        ("2018年10月26日修订，2019年1月1日起施行", 2018, "修订", None),
        ("2015年修正", 2015, "修正", "年份"),
        ("2024年修正", 2024, "修正", None),
        ("2018年修正", 2018, "修正", "方式"),
        ("2019年1月1日修订", 2019, "修订", "施行日"),
        ("2018年10月16日修订", 2018, "修订", "日期"),
        ("2018年10月26日修订，2019年1月2日起施行", 2018, "修订", "日期"),
        ("2001年7月2日起施行", 2001, "施行", "日期"),
        ("根据2009年8月27日《关于修改〈另一法〉的决定》修正", 2009, "修正", "修改决定"),
        ("根据2009年8月27日《关于修改部分法律的决定》修正", 2009, "修正", None),
        ("2009年国务院令第55号", 2009, None, "制定机关"),
    ],
)
def test_a_bracket_is_at_fault_only_where_the_history_leaves_no_doubt(text: str, year: int, kind: str | None, fault: str | None) -> None:
    assert _fault(LAW, VersionMark(text, year, kind)) == fault


def test_the_order_of_another_act_is_told_its_own_is_not() -> None:
    assert _fault(REGULATION, VersionMark("国务院令第390号公布", 2004, "公布")) == "令号"
    assert _fault(REGULATION, VersionMark("国务院令第406号公布", 2004, "公布")) is None


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("2004年国务院令第405号公布", "公布", "令号"),
        ("2004年国务院令第405号修订", "修订", None),
        ("2004年国务院令第405号公布，2016年施行", "公布", None),
        ("2004年国务院令第404号、国务院令第405号", None, None),
        ("2004年7月2日起施行", "施行", "日期"),
        ("2004年4月20日通过", "通过", None),
    ],
)
def test_the_order_and_the_day_of_effect_of_the_first_text_are_known(text: str, kind: str | None, fault: str | None) -> None:
    assert _fault(REGULATION, VersionMark(text, 2004, kind)) == fault


@pytest.mark.parametrize(
    ("text", "kind", "older"),
    [
        ("2001年4月28日通过", "通过", 2001),
        ("2018年10月26日修订", "修订", None),
        ("2018年6月1日通过", "通过", None),
        ("2017年11月20日修订", "修订", 2017),
        ("2001年通过，历经修订", "修订", 2001),
        ("国务院令第1号", None, None),
    ],
)
def test_a_bracket_lies_before_a_text_where_all_it_tells_of_does(text: str, kind: str | None, older: int | None) -> None:
    assert lies_before(LAW.versions[-1], VersionMark(text, older, kind)) == older


def test_a_day_that_no_calendar_has_is_passed_over() -> None:
    assert [clause.day for clause in dated_clauses("2019年4月36日修正，2020年1月1日起施行")] == [date(2020, 1, 1)]


def test_a_bracket_that_differs_is_told_where_it_first_stands_with_both_counts() -> None:
    rows = [
        {"file": "f", "sheet": "s", "cell": f"E{n}", "title": "某办法", "version_text": text, "version_year": year, "version_kind": "修正"}
        for n, (text, year) in enumerate([("2018年修正", 2018), ("2021年修正", 2021), ("2021年1月修正", 2021), ("2018年修正", 2018), ("2021年修正", 2021)])
    ]
    add_variants(rows)
    told = [(row["cell"], row["bracket_this"], row["bracket_usual"], row["bracket_count"], row["bracket_usual_count"]) for row in rows if "bracket_this" in row]
    assert told == [("E0", "2018年修正", "2021年修正", 2, 3)]
