import pytest

from basischeck.facts.whole import is_articled, tail_of

_TITLE = "《某某市虚构事项管理办法》"


@pytest.mark.parametrize(
    ("rest", "tail"),
    [
        ("", "无"),
        ("。", "无"),
        ("（2022年5月26日某令第57号）\n", "无"),
        ("《另一办法》第三条", "无"),
        ("（2022年5月26日某令第57号）\n虚构的单位违反本办法第九条的，处以罚款。", "文字"),
        ("\n附件目录第183项：虚构审批", "编号"),
        ("（十八）虚构的职责", "编号"),
        ("一、虚构的职责", "编号"),
        ("三十八条：虚构的公司", "编号"),
        ("（某号）二、虚构的职责", "编号"),
        ("8站级核定", "编号"),
        ("（某号）\n下放的虚构许可事项：虚构厅3.虚构机构的审批。", "编号"),
        ("\n虚构的事项：由虚构厅办理的虚构审批，期限3.5日。", "文字"),
    ],
)
def test_what_follows_a_title_is_a_number_words_or_nothing(rest: str, tail: str) -> None:
    assert tail_of(_TITLE + rest, len(_TITLE)) == tail


@pytest.mark.parametrize(
    ("title", "articled"),
    [
        ("某某法", True),
        ("某某条例", True),
        ("某某条 例", True),
        ("关于某某的通 知", False),
        ("某某办法（试行）", True),
        ("关于印发某某办法的通知", False),
        ("某市人民政府关于某事的决定", False),
        ("某某工作方案", False),
    ],
)
def test_only_acts_divided_into_articles_can_be_asked_for_one(title: str, articled: bool) -> None:
    assert is_articled(title, None) is articled
