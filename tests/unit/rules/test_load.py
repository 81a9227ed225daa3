from pathlib import Path

import pytest

from basischeck.rules import RuleError, load_rules

SOUND = """\
- id: XX101
  name: own-rule
  title: 自己的规则
  scope: basis
  severity: warning
  when: status = '已废止'
  message: "《{statute}》已废止"
  what: 某
  why: 某
  source: 《中华人民共和国立法法》第六十三条
  remedy: 某
  examples:
    flag: [{status: 已废止}]
    pass: [{status: 有效}]
"""


def _faults(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules([path])
    return error.value.faults


def test_a_sound_rule_of_the_users_own_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert [rule.id for rule in load_rules([path])] == ["XX101"]


def test_a_wrong_column_is_named_with_its_line_and_the_nearest_right_one(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, SOUND.replace("when: status", "when: statu"))
    assert "own.yaml 第6行" in fault
    assert "没有字段 statu，是否指 status" in fault


def test_all_faults_of_a_file_are_said_in_one_run(tmp_path: Path) -> None:
    second = SOUND.replace("XX101", "XX102").replace("severity: warning", "severity: fatal")
    faults = _faults(tmp_path, SOUND.replace("{statute}", "{statut}") + second)
    assert len(faults) == 2
    assert "第19行" in faults[1]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("status", "真或假"),
        ("status = 1", "类型不符"),
        ("effective > 'x'", "类型不符"),
        ("1 = 1", "没有用到任何字段"),
        ("status == = 1", "无法读懂"),
        ("unknown_function(status) = 1", "无法读懂"),
    ],
)
def test_a_condition_that_is_no_boolean_over_the_columns_is_an_error(tmp_path: Path, condition: str, said: str) -> None:
    (fault,) = _faults(tmp_path, SOUND.replace("status = '已废止'", condition))
    assert said in fault


def test_an_id_used_twice_is_an_error(tmp_path: Path) -> None:
    assert "重复" in _faults(tmp_path, SOUND + SOUND)[0]


def test_a_misspelt_field_is_an_error_with_the_right_name(tmp_path: Path) -> None:
    faults = _faults(tmp_path, SOUND.replace("remedy:", "remdy:"))
    assert any("remdy：没有这个字段，是否指 remedy" in fault for fault in faults)


@pytest.mark.parametrize("text", ["a: 1", "- 1", "- id: [", ""])
def test_a_file_that_is_no_list_of_rules_is_an_error(tmp_path: Path, text: str) -> None:
    assert "own.yaml 第" in _faults(tmp_path, text)[0]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="无法读取规则文件"):
        load_rules([tmp_path / "none.yaml"])
