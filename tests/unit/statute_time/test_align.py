from basischeck.statute.align import Stated, align, align_versions
from basischeck.statute.model import ArticleChange, Document
from basischeck.statute.successor import CERTAIN, align_into

from .acts import act, article

ONE = "生产经营单位应当建立安全管理制度，配备专职管理人员，定期组织检查并保存记录。"
TWO = "县级以上地方人民政府负责本行政区域内的监督管理工作，所需经费列入本级预算。"
THREE = "违反本办法规定的，由主管部门责令改正，处一万元以上五万元以下的罚款。"
FOUR = "任何单位和个人发现违法行为的，有权向主管部门举报；接到举报的部门应当及时处理。"
FIVE = "主管部门应当通过信息平台公布检查结果，公众可以免费查询、下载。"


def rows(changes: list[ArticleChange]) -> list[tuple[str | None, str | None, str]]:
    return [(c.old, c.new, c.change) for c in changes]


def versions(old: list[str], new: list[str], stated: list[Stated] | None = None) -> list[tuple[str | None, str | None, str]]:
    return rows(align(act("甲办法", articles=old), act("甲办法", articles=new), stated or []))


def test_an_added_article_renumbers_the_rest() -> None:
    assert versions([ONE, TWO, THREE], [ONE, FOUR, TWO, THREE]) == [
        ("1", "1", "same"),
        (None, "2", "added"),
        ("2", "3", "renumbered"),
        ("3", "4", "renumbered"),
    ]


def test_a_change_of_punctuation_and_width_is_none() -> None:
    assert versions([ONE], [ONE.replace("，", ", ").replace("。", ".")]) == [("1", "1", "same")]


def test_a_changed_reference_is_a_revision() -> None:
    old, new = ONE + "依照第三条执行。", ONE + "依照第四条执行。"
    assert versions([old], [new]) == [("1", "1", "revised")]


def test_an_article_that_moved_across_the_order_is_found() -> None:
    assert versions([ONE, TWO, THREE], [TWO, THREE, ONE]) == [
        ("2", "1", "renumbered"),
        ("3", "2", "renumbered"),
        ("1", "3", "renumbered"),
    ]


def test_an_article_kept_whole_inside_a_longer_one_is_revised_not_lost() -> None:
    longer = FOUR + TWO * 3 + "此外还应当遵守国家有关规定。"
    assert ("2", "2", "revised") in versions([ONE, FOUR, THREE], [ONE, longer, THREE])


def test_an_article_taken_in_by_another_is_merged_into_it() -> None:
    assert ("2", "1", "merged") in versions([ONE, FOUR], [ONE + FOUR])


def test_clauses_that_went_to_a_new_article_split_the_old_one() -> None:
    assert versions([ONE + FIVE, TWO], [ONE, TWO, FIVE]) == [("1", "1", "split"), ("2", "2", "same"), ("1", "3", "split")]


def test_what_the_decision_states_overrides_likeness() -> None:
    stated = [Stated("merged", "1", "1"), Stated("merged", "2", "1"), Stated("added", None, "2")]
    assert versions([ONE, TWO], ["全新的文字，与旧文字没有任何相同之处。", TWO], stated) == [
        ("1", "1", "merged"),
        ("2", "1", "merged"),
        (None, "2", "added"),
    ]


def test_a_statement_about_articles_that_the_texts_lack_is_passed_over() -> None:
    assert versions([ONE], [ONE], [Stated("renumbered", "88", "99")]) == [("1", "1", "same")]


def test_the_rest_of_an_article_of_which_a_part_was_merged_is_followed() -> None:
    stated = [Stated("merged", "1", "1"), Stated("merged", "2", "1", True)]
    found = versions([ONE, TWO + FOUR], [ONE + TWO, FOUR], stated)
    assert {("1", "1", "merged"), ("2", "1", "merged"), ("2", "2", "split")} <= set(found)


def test_empty_texts_are_compared_without_error() -> None:
    assert versions([], []) == []
    assert versions([ONE], []) == [("1", None, "deleted")]
    assert versions([], [ONE]) == [(None, "1", "added")]


def test_a_statute_is_followed_into_its_successor_with_confidence() -> None:
    old = act("甲防治法", articles=[ONE, TWO, THREE])
    new = act("乙法典", articles=["总则。", "其他。", ONE.replace("安全", "生态安全"), TWO, FIVE])
    found = {c.old: c for c in align(old, new)}
    assert (found["1"].new, found["2"].new, found["3"].new) == ("3", "4", None)
    assert found["2"].similarity > CERTAIN
    assert found["3"].change == "deleted"
    assert align_into(old, new) == align(old, new)


def test_a_renamed_statute_is_compared_as_versions() -> None:
    old, new = act("甲暂行条例", articles=[ONE]), act("甲条例", articles=[ONE, TWO])
    assert rows(align_versions(old, new)) == [("1", "1", "same"), (None, "2", "added")]


def test_items_are_part_of_the_wording() -> None:
    old = Document("甲", act("甲").source, articles=(article("1", "下列行为：|甲行为|乙行为"),))
    new = Document("甲", act("甲").source, articles=(article("1", "下列行为：|甲行为|丙行为"),))
    assert rows(align(old, new)) == [("1", "1", "revised")]
