"""Every fault of a configuration in one run, each with its line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.cli.main import main
from basischeck.cli.toml_lines import line_of, places

_TOML = """region = 5
horizon = -3
profil = "strict"
ignore = ["BC9999", "BC305"]
rules = ["own.yaml"]

[severity]
BC401 = "fatal"
BC4O2 = "info"

[[waivers]]
rule = "BC301"
item = "甲"
reason = "理由"
reviewer = "某人"
stage = "编办复核"

[[waivers]]
rule = "BC40l"
item = "甲"
reason = "理由"
reviewer = "某人"
stage = "终审"
"""
_RULE = """- id: MY001
  name: mine
  title: 自定
  scope: basis
  severity: error
  when: statsu = '有效'
  message: 有误
  what: 查什么
  why: 为什么
  source: 出处
  remedy: 办法
  examples: {flag: [{status: 有效}], pass: [{status: 未收录}]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "basischeck.toml").write_text(_TOML, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(_RULE, encoding="utf-8")
    (tmp_path / "清单.csv").write_text("序号,事项名称,实施依据\n1,对甲行为的处罚,《行政处罚法》第九条\n", encoding="utf-8")
    return tmp_path


def test_every_fault_is_said_in_one_run_with_file_and_line(folder: Path) -> None:
    result = CliRunner().invoke(main, ["check", "清单.csv", "--select", "BC77"])
    assert result.exit_code == 2
    for said in (
        "第1行：region",
        "第2行：horizon",
        "第3行：profil：没有这个设置。是否指 profile",
        "第4行：ignore：没有编号为 BC9999",
        "第8行：severity.BC401",
        "第9行：severity：没有编号为 BC4O2 或以它开头的规则。是否指 BC402",
        "第11行：第1条豁免：BC301（依据已废止）必须写明截止日期 until",
        "第18行：第2条豁免：没有规则 BC40l，是否指 BC401",
        "第23行：waivers.1.stage",
        "own.yaml 第6行：规则 MY001 的 when：没有字段 statsu，是否指 status",
        "命令行：没有编号为 BC77",
    ):
        assert said in result.output
    assert len(result.output.splitlines()) == 12


def test_a_sound_configuration_has_no_faults(folder: Path) -> None:
    (folder / "own.yaml").write_text(_RULE.replace("statsu", "status"), encoding="utf-8")
    (folder / "basischeck.toml").write_text('rules = ["own.yaml"]\nhorizon = 30\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "清单.csv", "--select", "MY001"])
    assert result.exit_code == 1
    assert "MY001" in result.output


def test_a_change_within_the_horizon_is_told_and_none_beyond_it(folder: Path) -> None:
    (folder / "清单.csv").write_text("序号,事项名称,实施依据\n1,对甲行为的处罚,《商标法》第五十二条\n", encoding="utf-8")
    told = []
    for days in (39, 40):
        (folder / "basischeck.toml").write_text(f"horizon = {days}\n", encoding="utf-8")
        found = CliRunner().invoke(main, ["check", "清单.csv", "--as-of", "2026-11-22", "--select", "BC304", "-v"])
        told.append("BC304" in found.output)
    assert told == [False, True]


def test_the_line_of_a_setting_is_that_on_which_it_begins() -> None:
    found = places('# 说明\na = 1\n\n[b."丙 丁"]\nx = [\n  1,\n]\n[[c]]\ny = 2\n[[c]]\ny = 3\n')
    assert [line_of(found, place) for place in (("a",), ("b", "丙 丁", "x", 0), ("c", 0, "y"), ("c", 1, "y"), ("d",))] == [2, 5, 9, 11, None]
