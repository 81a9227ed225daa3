"""A provision that no item cites and whose offence one names: under another act it is a question, under another number a slip."""

from basischeck.coverage.model import Coverage, HeldPower
from tests.unit.coverage.conftest import Holding

_RULE = "样品经营监督管理办法"
_NAME = "对样品经营企业未按规定保存台账的处罚"


def _fourth(found: Coverage) -> HeldPower:
    return next(one for one in found.powers if (one.power.article, one.power.category) == ("4", "行政处罚"))


def test_what_an_item_of_another_act_names_is_not_said_to_be_missing(holding: Holding) -> None:
    one = _fourth(holding([(_NAME, "行政处罚", "《样品质量法》第十五条")], _RULE))
    assert (one.state, one.how) == ("待核", f"事项“{_NAME}”写的是同一行为，依据《中华人民共和国样品质量法》")


def test_what_an_item_names_under_another_number_is_missing_with_that_item(holding: Holding) -> None:
    one = _fourth(holding([(_NAME, "行政处罚", f"《{_RULE}》第五条")], _RULE))
    assert (one.state, one.how) == ("未列", f"事项“{_NAME}”写的是这一行为，引的是第五条，可能是旧条号")


def test_names_that_only_begin_as_the_provision_does_name_nothing(holding: Holding) -> None:
    for name, basis in (("对样品经营企业未按规定的处罚", "《样品质量法》第十五条"), (_NAME.replace("台账", "账簿"), f"《{_RULE}》第五条")):
        one = _fourth(holding([(name, "行政处罚", basis)], _RULE))
        assert (one.state, one.how) == ("未列", "")


def test_an_inspection_of_that_name_is_no_penalty(holding: Holding) -> None:
    assert _fourth(holding([(_NAME.replace("处罚", "检查"), "行政检查", "《样品质量法》第七条")], _RULE)).state == "未列"
