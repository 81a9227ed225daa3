"""The embedded index against what is known of real statutes: dates, repeals, provisions."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from basischeck.citation import Locator
from basischeck.statute import Index, open_index

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


@pytest.mark.parametrize(
    ("title", "day", "status", "promulgated"),
    [
        ("商标法", "2026-11-22", "有效", 2019),
        ("商标法", "2027-01-01", "有效", 2026),
        ("食品安全法", "2025-11-30", "有效", 2021),
        ("食品安全法", "2025-12-01", "有效", 2025),
        ("生态环境法典", "2026-08-14", "尚未生效", None),
        ("生态环境法典", "2026-08-15", "有效", 2026),
        ("环境保护法", "2026-08-14", "有效", 2014),
        ("环境保护法", "2026-11-22", "已废止", None),
        ("婚姻法", "2026-11-22", "已废止", None),
        ("合同法", "2020-12-31", "有效", None),
        ("执业医师法", "2026-11-22", "已废止", None),
        ("医疗保障法", "2026-11-22", "尚未生效", None),
        ("网络安全法", "2025-12-31", "有效", 2016),
        ("网络安全法", "2026-01-01", "有效", 2025),
        ("行政处罚法", "2021-07-14", "有效", 2017),
        ("行政处罚法", "2021-07-15", "有效", 2021),
        ("绝无此名管理条例", "2026-11-22", "未收录", None),
    ],
)
def test_status_and_version_on_a_day(index: Index, title: str, day: str, status: str, promulgated: int | None) -> None:
    statute = index.find(title)
    assert index.status(statute, date.fromisoformat(day)) == status
    if promulgated is not None:
        assert statute is not None
        version = statute.in_force(date.fromisoformat(day))
        assert version is not None
        assert version.promulgated is not None
        assert version.promulgated.year == promulgated


@pytest.mark.parametrize(
    ("title", "by", "article"),
    [
        ("环境保护法", "中华人民共和国生态环境法典", "1242"),
        ("婚姻法", "中华人民共和国民法典", "1260"),
        ("物权法", "中华人民共和国民法典", "1260"),
        ("治安管理处罚条例", "中华人民共和国治安管理处罚法", None),
    ],
)
def test_a_repeal_names_the_act_and_the_article(index: Index, title: str, by: str, article: str | None) -> None:
    statute = index.find(title)
    assert statute is not None
    repeals = {(r.title, r.article if article else None) for r in statute.repealed_by}
    assert (by, article) in repeals


@pytest.mark.parametrize(
    ("title", "locator", "missing"),
    [
        ("食品安全法", Locator(article="154"), None),
        ("食品安全法", Locator(article="155"), "article"),
        ("食品安全法", Locator(article="34", item=13), None),
        ("食品安全法", Locator(article="34", item=14), "item"),
        ("刑法", Locator(article="133-1"), None),
        ("刑法", Locator(article="133-9"), "article"),
        ("民法典", Locator(part=7, article="1165"), None),
        ("民法典", Locator(article="1261"), "article"),
        ("生态环境法典", Locator(article="1120"), None),
    ],
)
def test_provisions_exist_or_the_missing_level_is_named(
    index: Index, title: str, locator: Locator, missing: str | None
) -> None:
    statute = index.find(title)
    assert statute is not None
    version = next(v for v in reversed(statute.versions) if v.held)
    assert index.exists(version, locator).missing == missing


def test_the_index_is_as_large_as_its_sources_allow(index: Index) -> None:
    counts = index.info()["counts"]
    assert counts["held_statutes"] >= 3_850
    assert counts["known_by_reference"] >= 300
    assert counts["held_versions"] >= 4_050
    assert counts["held_texts"] >= 4_150


def test_versions_do_not_overlap(index: Index) -> None:
    for statute in index.statutes():
        dated = [v for v in statute.versions if v.effective]
        for before, after in pairwise(dated):
            assert before.ended is not None, statute.title
            assert before.ended <= after.effective, statute.title  # type: ignore[operator]


def test_the_committed_records_are_small() -> None:
    files = [file for file in (ROOT / "corpus").rglob("*") if file.is_file() and file.suffix != ".sqlite"]
    assert sum(file.stat().st_size for file in files) < 25_000_000


def test_order_numbers_name_their_act(index: Index) -> None:
    found = {number: index.find_number(number) for number in ("国务院令第591号", "国务院364号令", "国务院令第721号")}
    titles = [statute.title if statute else None for statute in found.values()]
    assert titles == ["危险化学品安全管理条例", "禁止使用童工规定", "中华人民共和国食品安全法实施条例"]
    assert index.find_number("主席令第三十四号") is None
