"""Statutes in time as the embedded index has them: status on given days, versions in force, endings, successors."""

from datetime import date
from itertools import pairwise

import pytest

from basischeck.statute import Index, open_index
from basischeck.statute.difference import difference
from basischeck.statute.verify import verify


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


@pytest.mark.parametrize(
    ("title", "day", "status", "promulgated"),
    [
        ("商标法", date(2026, 11, 22), "有效", date(2019, 4, 23)),
        ("商标法", date(2027, 1, 1), "有效", date(2026, 6, 26)),
        ("食品安全法", date(2025, 11, 30), "有效", date(2021, 4, 29)),
        ("食品安全法", date(2025, 12, 1), "有效", date(2025, 9, 12)),
        ("网络安全法", date(2025, 12, 31), "有效", date(2016, 11, 7)),
        ("网络安全法", date(2026, 1, 1), "有效", date(2025, 10, 28)),
        ("生态环境法典", date(2026, 8, 14), "尚未生效", None),
        ("生态环境法典", date(2026, 8, 15), "有效", date(2026, 3, 12)),
        ("环境保护法", date(2026, 8, 14), "有效", date(2014, 4, 24)),
        ("环境保护法", date(2026, 11, 22), "已废止", None),
        ("婚姻法", date(2026, 11, 22), "已废止", None),
        ("合同法", date(2026, 11, 22), "已废止", None),
        ("执业医师法", date(2026, 11, 22), "已废止", None),
        ("医疗保障法", date(2026, 11, 22), "尚未生效", None),
        ("增值税暂行条例", date(2025, 12, 31), "有效", date(2017, 11, 19)),
        ("增值税暂行条例", date(2026, 1, 1), "已废止", None),
        ("学位条例", date(2025, 1, 1), "已废止", None),
        ("进出口关税条例", date(2024, 12, 1), "已废止", None),
        ("刑法", date(2021, 2, 28), "有效", date(2017, 11, 4)),
        ("刑法", date(2021, 3, 1), "有效", date(2020, 12, 26)),
        ("关于从来没有过的事情的条例", date(2026, 11, 22), "未收录", None),
    ],
)
def test_the_status_and_the_binding_version_on_a_day(
    index: Index, title: str, day: date, status: str, promulgated: date | None
) -> None:
    statute = index.find(title)
    assert index.status(statute, day) == status
    binding = statute.in_force(day) if statute else None
    assert (binding.promulgated if binding else None) == promulgated


@pytest.mark.parametrize(
    ("title", "by", "article", "day"),
    [
        ("环境保护法", "中华人民共和国生态环境法典", "1242", date(2026, 8, 15)),
        ("婚姻法", "中华人民共和国民法典", "1260", date(2021, 1, 1)),
        ("执业医师法", "中华人民共和国医师法", "67", date(2022, 3, 1)),
        ("环境噪声污染防治法", "中华人民共和国噪声污染防治法", "90", date(2022, 6, 5)),
        ("人体器官移植条例", "人体器官捐献和移植条例", "50", date(2024, 5, 1)),
    ],
)
def test_what_ended_a_statute_is_named_and_is_its_successor(index: Index, title: str, by: str, article: str, day: date) -> None:
    statute = index.find(title)
    assert statute is not None
    assert [(r.title, r.article, r.date) for r in statute.repealed_by] == [(by, article, day)]
    assert [found.title for name in statute.successors if (found := index.statute(name))] == [by]


def test_no_two_versions_of_a_statute_bind_on_one_day(index: Index) -> None:
    found = verify(index)
    assert [f for f in found.faults if f.error] == []
    assert found.checked["条号连续的版本"] >= 0.99 * found.checked["收有条文的版本"]
    for statute in index.statutes():
        dated = [v for v in statute.versions if v.effective]
        assert all(b.ended is not None and b.ended <= (a.effective or date.min) for b, a in pairwise(dated))


def test_at_least_sixty_per_cent_of_the_articles_of_the_codified_acts_have_a_successor_article(index: Index) -> None:
    titles = "环境保护法 环境影响评价法 海洋环境保护法 大气污染防治法 水污染防治法 土壤污染防治法 固体废物污染环境防治法"
    acts = [*titles.split(), "噪声污染防治法", "放射性污染防治法", "清洁生产促进法"]
    placed: dict[tuple[str, str], bool] = {}
    for title in acts:
        for change in difference(index, title, None, None, "生态环境法典").changes:
            assert change.old is not None
            placed[title, change.old] = placed.get((title, change.old), False) or change.new is not None
    assert len(placed) == 881
    assert sum(placed.values()) >= 0.6 * 881
