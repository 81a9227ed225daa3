"""The command as its user calls it: exit codes, outputs, and one clear Chinese message for every bad call."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.main import main

SOUND = "《中华人民共和国行政处罚法》第九条"
REPEALED = "《中华人民共和国环境保护法》第五十九条"


def write_list(folder: Path, *bases: str, name: str = "清单.csv") -> Path:
    path = folder / name
    lines = ["序号,事项名称,权力类型,实施依据,行使主体"]
    lines += [f"{n},对行为{n}的处罚,行政处罚,{basis},某市某局" for n, basis in enumerate(bases, start=1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*args: str | Path, text: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--as-of", "2026-11-22", *map(str, args)], input=text)


def test_a_sound_list_ends_with_0(tmp_path: Path) -> None:
    result = run(write_list(tmp_path, SOUND))
    assert result.exit_code == 0, result.output
    assert "错误 0 处" in result.output


def test_a_repealed_basis_ends_with_1_and_says_where_and_why(tmp_path: Path) -> None:
    result = run(write_list(tmp_path, SOUND, REPEALED))
    assert result.exit_code == 1
    assert "第3行" in result.output
    assert "BC301" in result.output
    assert "2026年8月15日" in result.output


def test_fail_on_never_ends_with_0(tmp_path: Path) -> None:
    assert run(write_list(tmp_path, REPEALED), "--fail-on", "never").exit_code == 0


def test_a_list_may_come_from_standard_input(tmp_path: Path) -> None:
    text = write_list(tmp_path, REPEALED).read_bytes()
    assert "BC301" in run("-", text=text).output


def test_the_json_has_the_fields_of_the_contract(tmp_path: Path) -> None:
    report = json.loads(run(write_list(tmp_path, REPEALED), "--format", "json").output)
    assert list(report) == ["tool", "as_of", "corpus", "input", "summary", "findings"]
    assert set(report["corpus"]) == {"coverage", "current_to"}
    assert set(report["input"][0]) == {"file", "sheets", "rows", "items", "skipped"}
    finding = next(f for f in report["findings"] if f["rule"] == "BC301")
    assert {"rule", "name", "severity", "message", "item", "location", "span", "citation", "evidence", "fix"} <= set(finding)
    assert set(finding["item"]) == {"code", "name", "department", "category"}
    assert finding["location"]["cell"] == "D2"
    start, end = finding["span"]
    assert REPEALED[start:end] in REPEALED
    assert finding["citation"] == REPEALED


def test_every_row_is_an_item_or_skipped_with_a_reason(tmp_path: Path) -> None:
    report = json.loads(run(write_list(tmp_path, SOUND, REPEALED), "--format", "json").output)
    (read,) = report["input"]
    skipped = sum(part["last"] - part["first"] + 1 for part in read["skipped"])
    assert all(part["reason"] for part in read["skipped"])
    assert read["items"] + skipped == read["rows"]


def test_every_basis_is_counted_once(tmp_path: Path) -> None:
    path = write_list(tmp_path, SOUND, REPEALED, "《某某市虚构事项管理规定》第三条", "《中华人民共和国行政处罚法》", "第三条")
    counts = json.loads(run(path, "--format", "json").output)["summary"]
    assert counts["bases"] == 5
    assert counts["bases"] == counts["resolved"] + counts["known"] + counts["outside_index"] + counts["untitled"]


def test_an_output_file_is_written_whole_and_the_screen_stays_empty(tmp_path: Path) -> None:
    target = tmp_path / "结果" / "结果.json"
    result = run(write_list(tmp_path, REPEALED), "--format", "json", "-o", target)
    assert result.output == ""
    assert json.loads(target.read_text(encoding="utf-8"))["findings"]
    assert [p.name for p in target.parent.iterdir()] == ["结果.json"]


def test_only_the_selected_rules_run(tmp_path: Path) -> None:
    path = write_list(tmp_path, REPEALED, "")
    report = json.loads(run(path, "--format", "json", "--select", "BC7").output)
    assert {f["rule"][:3] for f in report["findings"]} == {"BC7"}


def test_a_folder_stands_for_the_lists_in_it(tmp_path: Path) -> None:
    write_list(tmp_path, SOUND, name="甲.csv")
    write_list(tmp_path, SOUND, name="乙.csv")
    (tmp_path / "说明.txt").write_text("不是清单", encoding="utf-8")
    result = run(tmp_path, "--format", "json")
    assert len(json.loads(result.stdout)["input"]) == 2
    assert "没有核查 说明.txt" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["没有这个文件.xlsx"], "找不到"),
        (["{list}", "--select", "BC999"], "没有编号为 BC999"),
        (["{list}", "--config", "没有.toml"], "找不到配置文件"),
        (["{list}", "--baseline", "没有.json"], "找不到基线文件"),
        (["{list}", "--write-baseline"], "--baseline"),
        (["{text}"], "说明.txt"),
        (["{empty}"], "没有清单文件"),
    ],
)
def test_a_bad_call_ends_with_2_and_says_what_to_do(tmp_path: Path, args: list[str], said: str) -> None:
    (tmp_path / "空").mkdir()
    (tmp_path / "说明.txt").write_text("不是清单", encoding="utf-8")
    names = {"list": write_list(tmp_path, SOUND), "text": tmp_path / "说明.txt", "empty": tmp_path / "空"}
    result = run(*(arg.format(**names) for arg in args))
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_every_unreadable_file_is_named_and_no_report_is_written(tmp_path: Path) -> None:
    for name in ("甲.xlsx", "乙.xlsx"):
        (tmp_path / name).write_bytes(b"not a workbook")
    target = tmp_path / "结果.txt"
    result = run(tmp_path, "-o", target)
    assert result.exit_code == 2
    assert "甲.xlsx" in result.output
    assert "乙.xlsx" in result.output
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("region = ", "不是有效的 TOML"),
        ("colour = 1", "没有这个设置"),
        ('[severity]\nBC999 = "off"', "没有编号为 BC999"),
        ('rules = ["none.yaml"]', "无法读取规则文件"),
        ('[[waivers]]\nrule = "BC301"\nitem = "甲"\nreason = "理由"\nreviewer = "某人"\nstage = "编办复核"', "截止日期"),
    ],
)
def test_a_faulty_configuration_is_said(tmp_path: Path, text: str, said: str) -> None:
    config = tmp_path / "basischeck.toml"
    config.write_text(text, encoding="utf-8")
    result = run(write_list(tmp_path, SOUND), "--config", config)
    assert result.exit_code == 2
    assert said in result.output


def test_a_severity_of_the_configuration_holds(tmp_path: Path) -> None:
    config = tmp_path / "basischeck.toml"
    config.write_text('[severity]\nBC301 = "info"', encoding="utf-8")
    assert run(write_list(tmp_path, REPEALED), "--config", config).exit_code == 0


def test_a_waived_finding_is_counted_and_strict_shows_it(tmp_path: Path) -> None:
    config = tmp_path / "basischeck.toml"
    config.write_text(
        f'[[waivers]]\nrule = "BC301"\nitem = "对行为1的处罚"\ncitation = "{REPEALED}"\nreason = "上级正在修订"\n'
        'reviewer = "某人"\nstage = "编办复核"\nuntil = 2027-01-01\n',
        encoding="utf-8",
    )
    path = write_list(tmp_path, REPEALED)
    waived = run(path, "--config", config)
    assert waived.exit_code == 0, waived.output
    assert "1 处已豁免" in waived.output
    assert run(path, "--config", config, "--strict").exit_code == 1


def test_a_baseline_shows_only_what_is_new(tmp_path: Path) -> None:
    baseline = tmp_path / "基线.json"
    path = write_list(tmp_path, REPEALED)
    assert run(path, "--baseline", baseline, "--write-baseline").exit_code == 0
    assert run(path, "--baseline", baseline).exit_code == 0
    write_list(tmp_path, REPEALED, "《中华人民共和国行政处罚法》第九百条")
    result = run(path, "--baseline", baseline)
    assert result.exit_code == 1
    assert "BC203" in result.output
    assert "BC301" not in result.output
