"""The skeleton of a text, on texts invented for the purpose."""

import pytest

from basischeck.statute.completeness import breaks_off
from basischeck.statute.marks import annex_label, article_mark, heading_mark, item_mark, to_int
from basischeck.statute.paragraphs import read_paragraphs
from basischeck.statute.structure import Line, Structure, read_structure


def _read(*lines: str, title: str = "测试条例") -> Structure:
    return read_structure([Line(line.lstrip("# "), len(line) - len(line.lstrip("#"))) for line in lines], title)


def _numbers(structure: Structure) -> list[str]:
    return [article.number for article in structure.articles]


def test_chapters_and_sections_stand_above_their_articles() -> None:
    structure = _read(
        "第一章 总则", "第一条 甲。", "第二章 管理", "第一节 登记", "第二条 乙。", "第三章 附则", "第三条 丙。"
    )
    assert [(a.number, a.chapter, a.section) for a in structure.articles] == [
        ("1", 1, None),
        ("2", 2, 1),
        ("3", 3, None),
    ]


def test_a_table_of_contents_is_not_read_as_headings() -> None:
    structure = _read("目 录", "第一章 总则", "第二章 附则", "第一章 总则", "第一条 甲。", "第二章 附则", "第二条 乙。")
    assert [heading.title for heading in structure.headings] == ["总则", "附则"]
    assert structure.preamble == []


def test_a_cross_reference_at_the_start_of_a_line_is_no_article() -> None:
    structure = _read("第一条 甲。", "第二条 乙：", "第五条规定的情形除外。", "第三条 丙。")
    assert _numbers(structure) == ["1", "2", "3"]


def test_an_article_may_begin_with_a_reference_to_another() -> None:
    structure = _read("第一条 甲。", "第二条 第一条所称甲，是指乙。", "第三条 修改规划，应当报告。")
    assert _numbers(structure) == ["1", "2", "3"]
    assert structure.faults == []


def test_articles_inserted_later_keep_their_suffix() -> None:
    assert _numbers(_read("第一条 甲。", "第一条之一 乙。", "第一条之二 丙。", "第二条 丁。")) == [
        "1",
        "1-1",
        "1-2",
        "2",
    ]


def test_a_gap_is_reported_and_not_repaired() -> None:
    structure = _read("第一条 甲。", "第二条 乙。", "第四条 丙。")
    assert _numbers(structure) == ["1", "2", "4"]
    assert structure.faults == ["条号不连续：第2条之后是第4条"]


def test_a_line_that_runs_on_into_the_next_article_is_two_articles() -> None:
    structure = _read("第一条 甲。 第二条 乙。", "第三条 丙。")
    assert _numbers(structure) == ["1", "2", "3"]


def test_a_second_text_behind_the_first_is_an_annex() -> None:
    structure = _read("第一条 甲。", "第二条 乙。", "第三条 丙。", "第一条 示范文本。", "第二条 示范文本。")
    assert _numbers(structure) == ["1", "2", "3"]
    assert len(structure.annexes) == 1
    assert structure.faults


def test_an_annex_behind_the_last_article_is_kept_with_its_entries() -> None:
    structure = _read("第一条 甲。", "第二条 乙。", "附件1：目录", "1. 子", "2. 丑", "附件2", "一、寅")
    assert [(label, [n for n, _ in entries]) for label, entries in structure.annexes] == [
        ("附件1", [0, 1, 2]),
        ("附件2", [1]),
    ]


def test_a_decision_without_articles_is_numbered_by_its_items() -> None:
    structure = _read(
        "现决定如下：", "一、第一条修改为：“甲。”", "二、删去第二条。", title="关于修改《测试条例》的决定"
    )
    assert structure.numbering == "cn"
    assert _numbers(structure) == ["1", "2"]
    assert structure.preamble == ["现决定如下："]


def test_sections_numbered_like_items_are_headings_where_articles_follow() -> None:
    structure = _read("一、一般规定", "第一条 甲。", "二、附则", "第二条 乙。")
    assert [(a.number, a.chapter) for a in structure.articles] == [("1", 1), ("2", 2)]


def test_paragraphs_are_not_lines() -> None:
    paragraphs, _ = read_paragraphs(["从事生产、", "经营的，应当登记。", "登记机关应当公示。"])
    assert [p.text for p in paragraphs] == ["从事生产、经营的，应当登记。", "登记机关应当公示。"]


def test_items_and_subitems_belong_to_their_paragraph() -> None:
    paragraphs, faults = read_paragraphs(
        ["有下列情形之一的：", "（一）甲：", "1. 子；", "2. 丑。", "（二）乙。", "前款规定除外。"]
    )
    assert [len(p.items) for p in paragraphs] == [2, 0]
    assert [n for n, _ in paragraphs[0].items[0].subitems] == [1, 2]
    assert faults == []


def test_text_between_two_items_belongs_to_the_first_of_them() -> None:
    paragraphs, _ = read_paragraphs(["应当具备：", "（一）甲。", "甲的标准另行规定。", "（二）乙。"])
    assert len(paragraphs) == 1
    assert [i.number for i in paragraphs[0].items] == [1, 2]


def test_items_written_in_one_line_are_found() -> None:
    paragraphs, _ = read_paragraphs(["应当具备：（一）甲；（二）乙；（三）丙。"])
    assert [i.number for i in paragraphs[0].items] == [1, 2, 3]


def test_a_gap_in_the_items_is_reported() -> None:
    _, faults = read_paragraphs(["应当具备：", "（一）甲；", "（三）丙。"])
    assert faults == ["项的编号不连续：1之后是3"]


def test_a_text_that_breaks_off_is_named_incomplete() -> None:
    whole = _read("第一条 甲。", "第二条 本条例自2020年1月1日起施行。")
    broken = _read("第一条 甲。", "第二条 任何单位不得乙。")
    assert breaks_off(whole, "测试条例") is None
    assert "止于第2条" in (breaks_off(broken, "测试条例") or "")


@pytest.mark.parametrize(
    ("text", "number"), [("一百三十三", 133), ("一百零三", 103), ("十", 10), ("二〇", 20), ("３３", 33)]
)
def test_numerals_are_read_in_every_spelling(text: str, number: int) -> None:
    assert to_int(text) == number


def test_marks_are_told_apart() -> None:
    article = article_mark("第一百三十三条之一　在道路上")
    assert article is not None
    assert (article.number, article.suffix, article.gap) == (133, 1, True)
    assert heading_mark("第二章规定的事项，由省政府规定。", hinted=False) is None
    heading = heading_mark("第二章　监督 管理", hinted=False)
    assert heading is not None
    assert heading.title == "监督管理"
    item = item_mark("（十二）其他")
    assert item is not None
    assert (item.style, item.number) == ("cn-paren", 12)
    assert item_mark("2.5米以上") is None


def test_a_heading_of_an_annex_is_no_closing_chapter() -> None:
    assert annex_label("附件一：目录") == ("附件1", "目录")
    assert annex_label("附则") is None
    assert annex_label("附带民事诉讼的，从其规定。") is None


def test_items_whose_first_number_is_lost_are_told_by_their_order() -> None:
    paragraphs, faults = read_paragraphs(
        ["有下列行为之一的，给予处分：", "不登记的；", "（二）不检查的；", "（三）其他行为。", "前款除外。"]
    )
    assert [[i.number for i in p.items] for p in paragraphs] == [[1, 2, 3], []]
    assert faults == ["部分项的编号缺失，按顺序推定"]


def test_items_whose_numbers_are_lost_in_the_middle_or_at_the_end_are_told_too() -> None:
    paragraphs, _ = read_paragraphs(["应当：", "（一）甲；", "乙；", "（三）丙；", "丁。"])
    assert [[(i.number, i.text) for i in p.items] for p in paragraphs] == [
        [(1, "甲；"), (2, "乙；"), (3, "丙；"), (4, "丁。")]
    ]


def test_definitions_behind_a_colon_are_paragraphs() -> None:
    paragraphs, faults = read_paragraphs(["下列用语的含义：", "甲，是指子。", "乙，是指丑。"])
    assert [len(p.items) for p in paragraphs] == [0, 0, 0]
    assert faults == []


def test_numbers_in_a_sentence_are_no_items() -> None:
    paragraphs, _ = read_paragraphs(["倾倒区分类管理。", "一、二类倾倒区由省管理。", "（一）至（三）项所列人员除外。"])
    assert [len(p.items) for p in paragraphs] == [0, 0, 0]


def test_the_title_of_a_chapter_without_its_number_is_no_paragraph() -> None:
    structure = _read("第一章 总则", "第一条 甲。", "监督检查", "第二条 乙。", "第三章 附则", "第三条 丙。")
    assert [len(a.paragraphs) for a in structure.articles] == [1, 1, 1]
    assert structure.faults == ["标题“监督检查”缺章节号"]
