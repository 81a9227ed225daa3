from datetime import date

import pytest

from basischeck.statute.align import Stated
from basischeck.statute.decisions import article_number, read_decision, read_statements

from .acts import act


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("增加一条，作为第三条：“某某。”", [Stated("added", None, "3")]),
        ("增加三条，分别作为第四十四条、第四十五条、第四十六条：", [Stated("added", None, str(n)) for n in (44, 45, 46)]),
        ("增加两条，作为第五条至第六条：", [Stated("added", None, "5"), Stated("added", None, "6")]),
        ("将第十八条改为第十九条，删去第二款。", [Stated("renumbered", "18", "19")]),
        ("将第二条修改为第六条：", [Stated("renumbered", "2", "6")]),
        ("原第四条作为第五条。", [Stated("renumbered", "4", "5")]),
        ("第一百三十三条改为第一百三十三条之一，修改为：“某。”", [Stated("renumbered", "133", "133-1")]),
        ("删去第七条。", [Stated("deleted", "7", None)]),
        ("删除第二百七十四条、第二百七十五条。", [Stated("deleted", "274", None), Stated("deleted", "275", None)]),
        ("将第一条修改为：“某。”", [Stated("revised", "1", None)]),
        ("第四十一条增加四款，作为第二款至第五款：“某。”", [Stated("revised", "41", None)]),
        (
            "将第六十四条、第六十六条、第七十条合并，作为第七十一条，修改为：“某。”",
            [Stated("merged", n, "71") for n in ("64", "66", "70")],
        ),
        (
            "将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“某。”",
            [Stated("merged", "37", "42", True), Stated("merged", "6", "42", True)],
        ),
        ("将第十条分为两条，作为第十二条、第十三条。", [Stated("split", "10", "12"), Stated("split", "10", "13")]),
        ("（二）将第十九条中的“第十五条”修改为“第十八条”。", [Stated("revised", "19", None)]),
    ],
)
def test_statements_are_read_and_the_wording_of_new_provisions_is_not(text: str, stated: list[Stated]) -> None:
    assert read_statements(text) == stated


def test_wording_of_several_paragraphs_is_passed_over_to_its_closing_mark() -> None:
    text = "将第三条修改为：“甲依照第九条。\n“乙依照第十条。\n“删去第十一条的规定。”\n将第五条改为第六条。"
    assert read_statements(text) == [Stated("revised", "3", None), Stated("renumbered", "5", "6")]


def test_article_numbers_are_read_with_their_suffix() -> None:
    assert article_number("第一百三十三条之一") == "133-1"
    assert article_number("第一千二百四十二条") == "1242"
    assert article_number("甲") is None


def test_parts_of_an_article_that_go_separate_ways_split_it() -> None:
    document = act(
        "关于修改《甲法》的决定",
        articles=["将第七条第二款和第六条第三款合并，作为第八条。", "将第七条第一款改为第九条。", "本决定自2026年1月1日起施行。"],
        promulgated=date(2025, 10, 28),
    )
    decision = read_decision(document)
    assert decision is not None
    assert (decision.targets, decision.effective) == (("甲法",), date(2026, 1, 1))
    assert {(s.change, s.old, s.new) for s in decision.changes["甲法"]} == {
        ("merged", "7", "8"),
        ("merged", "6", "8"),
        ("split", "7", "9"),
    }


def test_a_decision_on_several_acts_keeps_their_statements_apart() -> None:
    document = act(
        "关于修改《甲规定》等二件规定的决定",
        articles=["修改《甲规定》|1.将第三条改为第四条。", "修改《乙规定》|1.删去第五条。", "本决定自2021年1月1日起施行。"],
        promulgated=date(2020, 12, 23),
    )
    decision = read_decision(document)
    assert decision is not None
    assert decision.targets == ("甲规定", "乙规定")
    assert decision.changes["甲规定"] == (Stated("renumbered", "3", "4"),)
    assert decision.changes["乙规定"] == (Stated("deleted", "5", None),)


def test_an_amendment_act_dates_the_act_that_it_amends() -> None:
    document = act("甲刑法修正案（十一）", ["2020年12月26日 某会通过"], ["将某。", "本修正案自2021年3月1日起施行。"])
    decision = read_decision(document)
    assert decision is not None
    assert (decision.targets, decision.effective, decision.changes) == (("甲刑法",), date(2021, 3, 1), {})


def test_other_acts_are_no_decisions() -> None:
    assert read_decision(act("甲法", articles=["某。"])) is None
    assert read_decision(act("关于加强监督的决定", articles=["某。"])) is None
