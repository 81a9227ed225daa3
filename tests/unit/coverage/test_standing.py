"""Whose a power is where its authority's name does not tell: what the list's own items exercise."""

import pytest

from basischeck.coverage.model import SHOWN, Coverage, HeldPower
from basischeck.statute import Index, open_index
from tests.unit.coverage.conftest import held_against

_TRANSPORT = "鹤壁市交通运输局"


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _penalties(*places: str, act: str) -> list[tuple[str, str, str]]:
    return [(f"对违反{act}行为的处罚之{place}", "行政处罚", f"《{act}》{place}") for place in places]


def _at(found: Coverage, article: str, paragraph: int = 1) -> HeldPower:
    (one,) = [
        p for p in found.powers if (p.power.article, p.power.paragraph, p.power.category) == (article, paragraph, "行政处罚")
    ]
    return one


def test_what_items_exercise_of_an_authority_of_another_name_makes_the_rest_of_it_a_question(index: Index) -> None:
    held = ("第九十七条", "第九十八条", "第九十九条", "第一百条", "第一百零一条", "第一百零二条")
    found = held_against(index, _penalties(*held, act="安全生产法"), "安全生产法", department=_TRANSPORT)
    gap = _at(found, "103")
    assert (gap.state, gap.how, gap.foreign, gap.exercised) == ("待核", SHOWN, True, True)
    assert "其他负有安全生产监督管理职责的部门" in gap.holders


def test_one_item_does_not_make_another_authority_the_department(index: Index) -> None:
    found = held_against(index, _penalties("第九十七条", act="安全生产法"), "安全生产法", department=_TRANSPORT)
    gap = _at(found, "103")
    assert (gap.state, gap.foreign, gap.exercised) == ("他机关", False, False)


def test_items_on_penalties_do_not_make_the_authoritys_licences_the_departments(index: Index) -> None:
    held = ("第五十八条", "第五十九条", "第六十条")
    found = held_against(index, _penalties(*held, act="消防法"), "消防法", department="鹤壁市消防救援支队")
    licences = [p for p in found.powers if p.power.category == "行政许可" and p.holders == ("住房和城乡建设主管部门",)]
    assert licences
    assert {p.state for p in licences} <= {"他机关", "已列"}


def test_a_presumed_authority_is_sure_where_the_items_exercise_its_powers(index: Index) -> None:
    act = "反不正当竞争法"
    asked = _at(held_against(index, _penalties(*(f"第二十{n}条" for n in "三四五六七九"), act=act), act), "28")
    assert (asked.state, asked.inferred, asked.exercised) == ("未列", True, True)
    alone = _at(held_against(index, [("对食品的处罚", "行政处罚", "《食品安全法》第一百二十二条")], act), "28")
    assert (alone.state, alone.inferred, alone.exercised) == ("待核", True, False)


def test_the_clause_that_says_who_decides_states_the_authority_and_its_level(index: Index) -> None:
    one = _at(held_against(index, [("对生产假药的处罚", "行政处罚", "《药品管理法》第一百一十六条")], "药品管理法"), "119")
    assert (one.state, one.inferred, one.level) == ("未列", False, "县级以上")


def test_where_nobody_is_named_the_title_may_tell(index: Index) -> None:
    found = held_against(index, _penalties("第四十条", act="公路水运工程质量监督管理规定"), "公路水运工程质量监督管理规定", department=_TRANSPORT)
    unnamed = [p for p in found.powers if p.power.holder is None and p.power.category == "行政处罚"]
    assert unnamed
    assert not [p for p in unnamed if p.state == "他机关"]


def test_an_item_on_another_authoritys_power_is_listed_and_not_counted(index: Index) -> None:
    rows = [("对商业特许经营违法行为的处罚", "行政处罚", "《商业特许经营管理条例》第二十九条")]
    found = held_against(index, rows, "商业特许经营管理条例", department="鹤壁市商务局")
    police = [p for p in found.of("已列") if p.holders == ("公安机关",)]
    assert police
    assert not [p for p in police if p.theirs]
    assert not set(map(id, police)) & set(map(id, found.judged()))
    assert sum(count.all for count in found.counts) == len(found.judged())
