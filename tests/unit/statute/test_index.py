"""The index: titles, versions, provisions, changes, quotations, on a small one built from invented acts."""

from datetime import date

import pytest

from basischeck.citation import Locator, VersionMark
from basischeck.statute import open_index
from basischeck.statute.index import Index
from basischeck.statute.matching import match_version
from basischeck.statute.model import Statute


@pytest.fixture
def law(index: Index) -> Statute:
    found = index.find("中华人民共和国测绘样品法")
    assert found is not None
    return found


@pytest.mark.parametrize("title", ["测绘样品法", "《中华人民共和国测绘样品法》", " 测绘 样品法（2019年修正）"])
def test_a_title_is_found_in_every_spelling(index: Index, title: str) -> None:
    found = index.find(title)
    assert found is not None
    assert found.title == "中华人民共和国测绘样品法"


@pytest.mark.parametrize(
    "title", ["测绘样品法实施条例", "测绘样品", "样品法", "河北省实施《测绘样品法》办法", "条例", ""]
)
def test_a_title_that_is_only_like_another_is_not_found(index: Index, title: str) -> None:
    assert index.find(title) is None


def test_a_title_without_its_region_is_found_with_the_region_of_the_list(index: Index) -> None:
    assert index.find("省实施《测绘样品法》办法") is None
    found = index.find("省实施《测绘样品法》办法", region="河南省")
    assert found is not None
    assert found.region == "河南省"
    assert index.find("省实施《测绘样品法》办法", region="河北省") is None


def test_an_issuer_may_stand_before_the_title_and_trial_may_be_left_out(index: Index) -> None:
    for title in ("国家样品总局《样品登记办法（试行）》", "样品登记办法"):
        found = index.find(title)
        assert found is not None
        assert found.title == "样品登记办法（试行）"


def test_an_order_number_with_a_year_finds_its_act(index: Index) -> None:
    found = index.find_number("国家样品总局令2004年第7号")
    assert found is not None
    assert found.title == "样品登记办法（试行）"
    assert index.find_number("国务院令第9999号") is None


def test_a_mistyped_title_is_suggested_and_another_subject_is_not(index: Index) -> None:
    assert index.suggest("测会样品登记办法") is None
    assert index.suggest("河南省实施中华人民共和国测绘祥品法办法") == "河南省实施《中华人民共和国测绘样品法》办法"
    assert index.suggest("河北省实施中华人民共和国测绘样品法办法") is None


def test_the_version_in_force_is_a_question_of_the_day(law: Statute) -> None:
    assert law.in_force(date(2001, 5, 31)) is None
    first, second = law.in_force(date(2001, 6, 1)), law.in_force(date(2026, 1, 1))
    assert first is not None
    assert second is not None
    assert (first.articles, second.articles) == (4, 5)
    assert first.ended == second.effective


def test_status_tells_the_four_cases_apart(index: Index, law: Statute) -> None:
    assert index.status(law, date(2001, 4, 1)) == "尚未生效"
    assert index.status(law, date(2020, 1, 1)) == "有效"
    assert index.status(index.find("样品管理暂行条例"), date(2020, 1, 1)) == "已废止"
    assert index.status(index.find("并不存在的法"), date(2020, 1, 1)) == "未收录"


def test_a_statute_known_only_by_its_repeal_is_in_the_index(index: Index) -> None:
    repealed = index.find("样品管理暂行条例")
    assert repealed is not None
    assert [(r.title, r.article) for r in repealed.repealed_by] == [("中华人民共和国测绘样品法", "4")]


@pytest.mark.parametrize(
    ("locator", "missing"),
    [
        (Locator(article="3", paragraph=1, item=2), None),
        (Locator(article="2", paragraph=2), None),
        (Locator(chapter=2), None),
        (Locator(article="6"), "article"),
        (Locator(article="2", paragraph=3), "paragraph"),
        (Locator(article="3", item=3), "item"),
        (Locator(article="3", item=1, subitem=1), "subitem"),
        (Locator(chapter=3), "chapter"),
        (Locator(annex="附件1"), "annex"),
    ],
)
def test_the_first_level_that_is_missing_is_named(
    index: Index, law: Statute, locator: Locator, missing: str | None
) -> None:
    found = index.exists(law.versions[-1], locator)
    assert (found.exists, found.missing) == (missing is None, missing)


def test_the_valid_range_is_given_in_words(index: Index, law: Statute) -> None:
    assert index.exists(law.versions[-1], Locator(article="9")).valid == "第一条至第五条"
    assert (
        index.exists(law.versions[-1], Locator(article="3", paragraph=1, item=5)).valid
        == "该款有第（一）项至第（二）项"
    )


def test_a_version_that_is_not_held_cannot_be_checked(index: Index) -> None:
    repealed = index.find("样品管理暂行条例")
    assert repealed is not None
    found = index.exists(repealed.versions[0], Locator(article="500"))
    assert found.certain is False


def test_a_bracket_is_matched_against_the_timeline(index: Index, law: Statute) -> None:
    (second,) = index.match_version(law, VersionMark("（2019年修正）", year=2019, kind="修正")) or []
    assert second == law.versions[-1]
    (dated,) = index.match_version(law, VersionMark("", year=2001, dates=("2001-03-01",))) or []
    assert dated == law.versions[0]
    assert index.match_version(law, VersionMark("（2010年修正）", year=2010, kind="修正")) is None


def test_the_order_of_the_first_text_does_not_outweigh_the_year_of_the_amendment() -> None:
    act = open_index().find("招标投标法实施条例")
    assert act is not None
    mark = VersionMark("2011年12月国务院令第613号，2019年3月第三次修订", year=2019, kind="修订", orders=("国务院令第613号",))
    (found,) = match_version(act, mark) or []
    assert found == act.versions[-1]


def test_changes_between_versions_are_stored_by_article(index: Index, law: Statute) -> None:
    changes = {c.old: (c.new, c.change) for c in index.changes(law.id, law.versions[0].id)}
    assert changes["1"] == ("1", "same")
    assert changes["3"] == ("3", "revised")
    assert changes["4"] == ("5", "renumbered")
    fate = index.change(law.versions[0].id, "4")
    assert fate.articles == ("5",)


def test_a_quotation_is_traced_to_its_version_and_provision(index: Index, law: Statute) -> None:
    old = "有下列情形之一的，处一千元以下罚款：（一）不登记的"
    traces = index.trace(law.id, old)
    assert (traces[0].version, traces[0].article, traces[0].share) == (law.versions[0].id, "3", 1.0)
    quotation = index.quote_match(law.versions[-1], Locator(article="3"), old)
    assert quotation is not None
    assert (quotation.clauses, quotation.inside) == (3, 2)
    wrong = index.quote_match(law.versions[-1], Locator(article="2"), "国家鼓励样品活动，具体措施由省级人民政府规定。")
    assert wrong is not None
    assert (wrong.inside, wrong.found) == (0, ("4", 1, None))


def test_information_names_sources_and_levels(index: Index) -> None:
    info = index.info()
    assert info["levels"]["法律"] == 1
    assert info["regions"] == {"河南省": 1}
    assert info["counts"]["held_versions"] == 4
