"""A list held against the powers of statutes: what it holds, what it lacks, what it claims without a provision."""

import io

import pytest

from basischeck.coverage.as_json import document
from basischeck.coverage.as_text import to_text
from basischeck.coverage.findings import of_coverage
from basischeck.coverage.model import Coverage
from basischeck.coverage.workbook import coverage_book
from basischeck.rules import load_rules
from basischeck.rules.load import shipped_files
from basischeck.statute import Index, open_index
from tests.unit.coverage.conftest import held_against


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def _states(found: Coverage, article: str) -> dict[tuple[int, str], str]:
    return {(p.power.paragraph, p.power.category): p.state for p in found.powers if p.power.article == article}


def test_a_penalty_that_an_item_cites_is_held_and_its_neighbour_is_not(index: Index) -> None:
    found = held_against(index, [("对伪造广告审查批准文件的处罚", "行政处罚", "《中华人民共和国广告法》第六十五条")], "广告法")
    assert _states(found, "65") == {(1, "行政处罚"): "已列"}
    assert _states(found, "63") == {(1, "行政处罚"): "未列"}


def test_an_item_at_one_paragraph_leaves_the_other_open(index: Index) -> None:
    found = held_against(index, [("对无证经营食品的处罚", "行政处罚", "《食品安全法》第一百二十二条第一款")], "食品安全法")
    states = _states(found, "122")
    assert states[1, "行政处罚"] == "已列"
    assert states[2, "行政处罚"] == "待核"  # the item may take it in


def test_an_item_at_the_whole_article_holds_all_its_paragraphs(index: Index) -> None:
    found = held_against(index, [("对无证经营食品的处罚", "行政处罚", "《食品安全法》第一百二十二条")], "食品安全法")
    assert {state for (_, category), state in _states(found, "122").items() if category == "行政处罚"} == {"已列"}


def test_a_power_of_another_authority_is_not_asked_of_the_list(index: Index) -> None:
    found = held_against(index, [("对无证经营食品的处罚", "行政处罚", "《食品安全法》第一百二十二条")], "食品安全法")
    detained = [p for p in found.powers if p.power.article == "123" and p.power.paragraph == 3]
    assert [(p.power.acts, p.state) for p in detained] == [(("拘留",), "他机关")]


def test_a_power_of_the_state_is_not_asked_of_a_city(index: Index) -> None:
    found = held_against(index, [("药品零售企业许可", "行政许可", "《药品管理法》第五十一条")], "药品管理法")
    assert found.level == "市级"
    assert _states(found, "24") == {(1, "行政许可"): "非本级"}


def test_one_inspection_item_stands_for_all_inspections_of_an_act(index: Index) -> None:
    found = held_against(index, [("药品监督检查", "行政检查", "《药品管理法》第一百零三条")], "药品管理法")
    assert _states(found, "99")[1, "行政检查"] == "已列"


def test_a_measure_claimed_as_inspection_alone_is_said(index: Index) -> None:
    found = held_against(index, [("广告监督检查", "行政检查", "《广告法》第四十九条第一款")], "广告法")
    assert _states(found, "49")[1, "行政强制"] == "类型不同"


def test_an_item_resting_on_a_provision_that_confers_nothing_is_found(index: Index) -> None:
    found = held_against(index, [("对虚假广告的处罚", "行政处罚", "《广告法》第三条"), ("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条")])
    assert [(u.item.name, u.confers) for u in found.unfounded] == [("对虚假广告的处罚", "")]


def test_an_item_resting_on_an_act_outside_the_index_is_not_judged(index: Index) -> None:
    found = held_against(index, [("对某行为的处罚", "行政处罚", "《广告法》第三条、《某某市广告管理暂行规定》第五条")])
    assert not found.unfounded
    assert found.unjudged == 1
    assert [title for title, _ in found.unread] == ["某某市广告管理暂行规定"]


def test_items_without_a_basis_are_counted_and_said(index: Index) -> None:
    found = held_against(index, [("对虚假广告的处罚", "行政处罚", "《广告法》第五十五条"), ("对违法广告的处罚", "行政处罚", "/")])
    assert found.bare == 1
    assert "1 个事项没有写设定依据" in to_text(found, current_to="2026-08-28")


def test_a_repealed_basis_claims_what_it_went_into(index: Index) -> None:
    rows = [("对超标排放大气污染物的处罚", "行政处罚", "《中华人民共和国大气污染防治法》第九十九条")]
    found = held_against(index, rows, department="鹤壁市生态环境局")
    titles = {p.title for p in found.powers if p.state == "已列"}
    assert titles == {"中华人民共和国生态环境法典"}


def test_a_title_that_the_index_has_not_is_an_error_that_says_so(index: Index) -> None:
    with pytest.raises(LookupError, match="索引中没有《广告法施行规程》"):
        held_against(index, [("某处罚", "行政处罚", "《广告法》第三条")], "广告法施行规程")


def test_every_power_has_one_state_and_the_counts_add_up(index: Index) -> None:
    rows = [("对无证经营食品的处罚", "行政处罚", "《食品安全法》第一百二十二条"), ("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条")]
    found = held_against(index, rows)
    told = document(found)["summary"]
    assert sum(told["states"].values()) == told["powers"] == len(found.powers)
    assert sum(count.all for count in found.counts) == told["to_hold"]
    assert sum(count.held for count in found.counts) == told["held"]


def test_the_rules_say_each_kind_once(index: Index) -> None:
    rows = [("对虚假广告的处罚", "行政处罚", "《广告法》第三条"), ("广告监督检查", "行政检查", "《广告法》第四十九条第一款")]
    found = held_against(index, rows, "广告法")
    findings = of_coverage(found, load_rules(shipped_files()))
    said = {finding.rule for finding in findings}
    assert {"BC821", "BC823", "BC824"} <= said
    gaps = [f for f in findings if f.rule in ("BC821", "BC822")]
    assert len(gaps) == len(found.of("未列"))
    assert all("None" not in finding.message for finding in findings)


def test_the_text_fits_80_columns_and_names_the_gap(index: Index) -> None:
    from rich.cells import cell_len

    found = held_against(index, [("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条第一款")], "广告法")
    text = to_text(found, current_to="2026-08-28", width=80)
    assert max(map(cell_len, text.splitlines())) <= 80
    assert "第六十五条第一款  行政处罚：没收、罚款（市场监督管理部门）" in text


def test_the_workbook_opens_and_lists_every_power(index: Index) -> None:
    import python_calamine

    found = held_against(index, [("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条第一款")], "广告法")
    book = python_calamine.load_workbook(io.BytesIO(coverage_book(found, "2026-08-28")))
    assert book.sheet_names == ["热图", "没有列入的职权", "待核的职权", "没有授权条款的事项", "全部职权", "没有核对的法规"]
    assert len(book.get_sheet_by_name("全部职权").to_python()) == len(found.powers) + 1


def test_who_asks_for_one_act_is_told_of_no_other(index: Index) -> None:
    rows = [("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条第一款"), ("对某行为的处罚", "行政处罚", "《食品安全法》第三条"), ("对某行为的处罚", "行政处罚", "《没有这部法》第三条")]
    assert held_against(index, rows).unfounded or held_against(index, rows).unread
    found = held_against(index, rows, "广告法")
    assert found.unfounded == ()
    assert found.unread == ()


def test_categories_that_no_line_holds_stand_in_a_second_table(index: Index) -> None:
    from rich.cells import cell_len

    rows = [("发布虚假广告的处罚", "行政处罚", "《广告法》第五十五条第一款"), ("某许可", "行政许可", "《药品管理法》第四十一条第一款")]
    found = held_against(index, rows)
    used = {name for count in found.counts for name in count.by_category}
    narrow = to_text(found, current_to="2026-08-28", width=48, verbose=True).splitlines()
    heads = [line for line in narrow if line.startswith("法规 ")]
    assert len(used) > 2
    assert len(heads) > 1
    assert sum("合计" in line for line in heads) == 1
    assert max(map(cell_len, [*heads, *narrow[narrow.index(heads[0]) : narrow.index(heads[1])]])) <= 48
