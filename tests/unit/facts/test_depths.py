from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from basischeck.facts.depths import NORM_BASES, NORM_SHARE, chapter_facts, depth_table, judge_depths

_DEEP = {"depth": "款", "paragraph": 1, "below": None}
_WHOLE = {"depth": "条", "below": "款", "below_count": 3}
_PLAIN = {"depth": "条", "below": None, "divided": False}


def _row(item: int, article: int, how: dict[str, Any], **more: Any) -> dict[str, Any]:
    locator = f"第{article}条" + ("第一款" if how["depth"] == "款" else "")
    row = {
        "item": item, "file": "清单.xlsx", "sheet": "清单", "row": item + 2, "cell": f"E{item + 2}", "department": "某局",
        "category": "行政处罚", "standard_category": "行政处罚", "role": "设定依据", "title": "某法", "statute_id": "s",
        "article": str(article), "locator": locator, "citation": f"《某法》{locator}", "found": True, "divided": True,
    }  # fmt: skip
    return row | how | more


def _judged(rows: Sequence[dict[str, Any]]) -> list[str | None]:
    judge_depths(rows)
    return [row.get("above_kind") for row in rows]


def test_four_fifths_make_a_norm_and_the_fifth_departs_from_it() -> None:
    rows = [_row(n, n, _DEEP) for n in range(4)] + [_row(4, 4, _WHOLE)]
    assert _judged(rows) == [None, None, None, None, "偏离通行"]
    assert (rows[4]["norm"], rows[4]["norm_share"], rows[4]["norm_bases"]) == ("到底", 80, 5)


def test_three_of_five_make_none_and_the_table_says_so() -> None:
    rows = [_row(n, n, _DEEP) for n in range(3)] + [_row(n, n, _WHOLE) for n in (3, 4)]
    assert _judged(rows)[3:] == ["未说明", "未说明"]
    (table,) = depth_table(rows)
    assert (table.norm, table.share, table.reach) == (None, 0.6, {"到底": 3, "到条": 2})


def test_where_whole_articles_are_usual_a_paragraph_goes_deeper() -> None:
    rows = [_row(n, n, _WHOLE) for n in range(4)] + [_row(4, 4, _DEEP)]
    assert _judged(rows) == ["未说明"] * 4 + [None]
    assert rows[4]["off_norm"] == "偏深"


def test_undivided_articles_neither_make_nor_break_a_norm() -> None:
    rows = [_row(n, n, _PLAIN) for n in range(50)] + [_row(60, 60, _DEEP)]
    judge_depths(rows)
    (table,) = depth_table(rows)
    assert (table.bases, table.comparable, table.norm) == (51, 1, None)


def test_a_quotation_that_does_not_stand_in_the_article_leaves_the_depth_open() -> None:
    rows = [_row(0, 1, _WHOLE, quote_stands=False)]
    assert _judged(rows) == [None]
    assert rows[0].get("stops_above") is None


def test_what_a_quotation_shows_holds_for_the_same_provision_named_before_it() -> None:
    rows = [_row(0, 1, _WHOLE), _row(0, 1, _WHOLE, quote_stands=True, quoted_parts=3)]
    assert _judged(rows) == [None, None]


def test_an_article_that_heads_the_quotation_of_its_paragraph_is_no_citation_of_its_own() -> None:
    rows = [_row(0, 1, _DEEP), _row(0, 1, _WHOLE)]
    assert _judged(rows) == [None, None]


def test_the_surest_reason_is_the_one_reported() -> None:
    rows = [_row(0, 1, _DEEP), _row(0, 2, _WHOLE), _row(1, 3, _WHOLE, quote_stands=True, quoted_parts=1, quoted_part="第三条第一款")]
    assert _judged(rows) == [None, "事项不一", "原文可定"]


def test_one_article_at_two_depths_names_the_deeper_place() -> None:
    rows = [_row(0, 1, _DEEP), _row(1, 1, _WHOLE)]
    assert _judged(rows) == [None, "清单不一"]
    assert rows[1]["deeper_elsewhere"] == "清单 第2行引到第1条第一款"


def test_chapters_are_counted_by_item_in_the_columns_of_duties() -> None:
    chapter = {"depth": "章", "role": "责任事项依据"}
    rows = [_row(0, 1, chapter), _row(0, 2, chapter), _row(1, 1, chapter), _row(2, 1, {"depth": "章"})]
    assert chapter_facts(rows) == {("清单.xlsx", "清单"): {"chapter_items": 2, "chapter_example": "《某法》第1条"}}


@given(st.lists(st.sampled_from([_DEEP, _WHOLE, _PLAIN]), max_size=40))
def test_通行深度至少八成(kinds: list[dict[str, Any]]) -> None:
    rows = [_row(n, n, kind) for n, kind in enumerate(kinds)]
    judge_depths(rows)
    for table in depth_table(rows):
        assert table.bases == len(kinds)
        assert table.comparable == sum(kind is not _PLAIN for kind in kinds)
        if table.norm is not None:
            assert table.comparable >= NORM_BASES
            assert table.reach.get(table.norm, 0) >= NORM_SHARE * table.comparable


def test_an_act_whose_article_stands_in_the_same_cell_is_not_cited_whole() -> None:
    whole = {"depth": "法规", "article": None}
    rows = [_row(0, 1, whole), _row(0, 2, _PLAIN), _row(1, 1, whole)]
    judge_depths(rows)
    assert [row.get("located_in_cell") for row in rows] == [True, None, False]
