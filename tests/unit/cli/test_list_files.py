"""Which files a command reads, and what it says of those, and of the sheets and rows, that it does not read."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.main import main
from basischeck.rules.baseline import write_baseline
from tests.unit.catalog.sheets import Rows, workbook
from tests.unit.cli.test_check import write_list

ROWS: Rows = [["序号", "事项名称", "权力类型", "设定依据"], ["1", "对行为一的处罚", "行政处罚", "《中华人民共和国行政处罚法》第九条"]]
OTHER: Rows = [["姓名", "电话", "住址", "备注"], ["某人", "1", "2", "3"]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.xlsx").write_bytes(workbook(("清单", ROWS), ("通讯录", OTHER), ("Sheet3", [])))
    (tmp_path / "乙.xlsx").write_bytes(workbook(("清单", [*ROWS, ["2", "对行为二的处罚", "行政处罚", "《中华人民共和国行政处罚法》第十条"]])))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


CALLS = [
    "check 甲.xlsx --format json",
    "compare 甲.xlsx 乙.xlsx",
    "compare 甲.xlsx --levels",
    "compare 乙.xlsx --mandated 甲.xlsx",
    "merge 甲.xlsx 乙.xlsx -o 目录.xlsx",
    "coverage 甲.xlsx --statute 行政处罚法",
    "impact 甲.xlsx --from 2025-01-01",
    "fix 甲.xlsx -o 改.xlsx",
    "init 甲.xlsx",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_sheet_that_holds_no_list_is_named_by_every_command(folder: Path, call: str) -> None:
    result = run(*call.split())
    assert result.exit_code in (0, 1), result.output
    said = [line for line in result.stderr.splitlines() if "没有读取" in line]
    assert len(said) == 1
    assert said[0].startswith("甲.xlsx：工作表“通讯录”（2 行）没有读取：")


def test_the_report_for_people_names_it_once(folder: Path) -> None:
    result = run("check", "甲.xlsx")
    assert result.output.count("没有读取") == 1
    assert "读取时的说明" in result.stdout


def test_a_list_named_twice_is_one(folder: Path) -> None:
    assert "写了两次" in run("check", "甲.xlsx", "./甲.xlsx").stderr
    assert json.loads(run("check", "甲.xlsx", "./甲.xlsx", "--format", "json").stdout)["summary"]["files"] == 1
    result = run("compare", "甲.xlsx", "./甲.xlsx")
    assert result.exit_code == 2
    assert "两份或者多份" in result.stderr


def test_what_a_folder_holds_besides_lists_is_named(folder: Path) -> None:
    for name in ("旧.xlsm", "说明.docx", "读我.md", ".隐藏.pdf"):
        (folder / name).write_bytes(b"x")
    said = run("check", ".").stderr
    assert "旧.xlsm" in said
    assert "说明.docx" in said
    assert "读我" not in said
    assert "隐藏" not in said


def test_our_own_workbooks_in_a_folder_are_no_lists(folder: Path) -> None:
    assert run("compare", "甲.xlsx", "乙.xlsx", "-o", "比较.xlsx").exit_code == 0
    assert run("coverage", "甲.xlsx", "--statute", "行政处罚法", "-o", "覆盖.xlsx", "--fail-on", "never").exit_code == 0
    result = run("check", ".", "--format", "json", "--fail-on", "never")
    assert json.loads(result.stdout)["summary"]["files"] == 2
    assert "是 basischeck 写出的结果" in result.stderr


def test_a_merged_list_is_a_list(folder: Path) -> None:
    assert run("merge", "甲.xlsx", "乙.xlsx", "-o", "目录.xlsx").exit_code == 0
    result = run("check", ".", "--format", "json", "--fail-on", "never")
    assert json.loads(result.stdout)["summary"]["files"] == 3


def test_json_in_a_folder_is_a_fault_only_where_it_speaks_of_a_list(folder: Path) -> None:
    (folder / "a.json").write_text('{"version": 1,', encoding="utf-8")
    assert run("check", ".", "--fail-on", "never").exit_code == 0
    (folder / "b.json").write_text('[{"事项名称": "甲", "设定依据": "乙"', encoding="utf-8")
    result = run("check", ".", "--fail-on", "never")
    assert result.exit_code == 2
    assert "b.json" in result.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_cannot_be_read_is_a_fault(folder: Path) -> None:
    (folder / "夹").mkdir(mode=0)
    assert "没有权限" in run("check", ".").stderr


@pytest.mark.skipif(os.name != "posix", reason="links and bytes in names are of Unix")
def test_odd_names_and_links_are_one_message(folder: Path) -> None:
    os.symlink("圈.xlsx", folder / "圈.xlsx")
    assert run("check", "圈.xlsx").exit_code == 2
    assert "没有核查 圈.xlsx：不是普通文件" in run("check", ".", "--fail-on", "never").stderr
    (folder / "圈.xlsx").unlink()
    os.mkfifo(folder / "管.csv")
    assert "没有核查 管.csv" in run("check", ".", "--fail-on", "never").stderr
    assert "不是普通文件" in run("check", "管.csv").stderr
    (folder / "管.csv").unlink()
    name = os.fsdecode("旧.xlsx".encode("gbk"))
    shutil.copy("甲.xlsx", name)
    for words in (["check", name], ["check", "."], ["fix", name]):
        result = run(*words)
        assert result.exit_code == 2
        assert "不是 UTF-8 编码" in result.output


@pytest.mark.parametrize("target", ["basischeck.toml", "夹/须列.xlsx", "夹/我的.yaml"])
def test_what_the_settings_name_is_never_written_over(folder: Path, target: str) -> None:
    (folder / "夹").mkdir()
    shutil.copy("乙.xlsx", "夹/须列.xlsx")
    (folder / "夹/我的.yaml").write_text("[]\n", encoding="utf-8")
    (folder / "basischeck.toml").write_text('mandated = ["夹/须列.xlsx"]\nrules = ["夹/我的.yaml"]\n', encoding="utf-8")
    before = (folder / target).read_bytes()
    form = ["--format", "json"]
    for words in (["check", "甲.xlsx", *form], ["compare", "甲.xlsx", "乙.xlsx", *form], ["coverage", "甲.xlsx", *form]):
        result = run(*words, "-o", target)
        assert result.exit_code == 2
        assert "不会覆盖它" in result.stderr
    assert (folder / target).read_bytes() == before


def test_a_baseline_is_written_over_a_baseline_alone(folder: Path) -> None:
    (folder / "有用.json").write_text('{"a": 1}', encoding="utf-8")
    assert "不是基线文件" in run("check", "甲.xlsx", "--baseline", "有用.json", "--write-baseline").stderr
    (folder / "基线.json").write_text(write_baseline([]), encoding="utf-8")
    assert run("check", "甲.xlsx", "--baseline", "基线.json", "--write-baseline").exit_code == 0


def test_a_read_only_file_is_left_alone(folder: Path) -> None:
    (folder / "定稿.json").write_text("{}", encoding="utf-8")
    (folder / "定稿.json").chmod(0o444)
    assert "只读" in run("check", "甲.xlsx", "-o", "定稿.json").stderr


def test_a_dash_is_standard_output(folder: Path) -> None:
    assert json.loads(run("check", "甲.xlsx", "--format", "json", "-o", "-", "--fail-on", "never").stdout)["findings"] is not None
    assert not (folder / "-").exists()


def test_no_report_is_written_where_one_cannot_be(folder: Path) -> None:
    write_list(folder, "《中华人民共和国行政处罚法》第九条", name="丙.csv")
    result = run("check", "丙.csv", "--format", "json=r.json", "--format", "xlsx=丙.pdf")
    assert result.exit_code == 2
    assert not (folder / "r.json").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("horizon = true\n", "应为整数"),
        ('horizon = "90"\n', "应为整数"),
        ('services = [""]\n', "文件名不能为空"),
        ('rules = ["a\\u0000b"]\n', "文件名不能为空"),
        ("x = " + "[" * 9000, "嵌套过深"),
        ('[columns]\n"甲" = "设定依剧"\n', "是否指 设定依据"),
        ("waivers = [1]\n", "应为一组"),
        ('region = "火星"\n', "不认识地区“火星”"),
        ('region = "某省\n', "第 1 行"),
        ('ignore = ["BC"]\n', "没有一条规则可用"),
    ],
)
def test_settings_that_mean_nothing_are_said(folder: Path, text: str, said: str) -> None:
    (folder / "basischeck.toml").write_text(text, encoding="utf-8")
    assert said in run("check", "甲.xlsx").stderr


def test_an_empty_choice_of_rules_is_refused(folder: Path) -> None:
    assert "没有写编号" in run("check", "甲.xlsx", "--select", "").stderr


@pytest.mark.parametrize("data", ["id: [规则\n".encode("gbk"), b"- id: \0", b"[" * 3000, b"- id: A1\n  day: 2026-13-45\n"])
def test_a_rule_file_that_is_none_is_one_message(folder: Path, data: bytes) -> None:
    (folder / "我的.yaml").write_bytes(data)
    (folder / "basischeck.toml").write_text('rules = ["我的.yaml"]\n', encoding="utf-8")
    result = run("check", "甲.xlsx")
    assert result.exit_code == 2
    assert "我的.yaml" in result.stderr
    assert "程序内部错误" not in result.stderr


def test_columns_that_a_general_list_has_no_place_for_are_named(folder: Path) -> None:
    (folder / "丙.csv").write_text("事项名称,权力类型,设定依据,责任事项\n对行为三的处罚,行政处罚,《某法》第一条,立案\n", encoding="utf-8")
    assert "只在各清单中：责任事项。" in run("merge", "甲.xlsx", "丙.csv", "-o", "目录.xlsx").output
    assert "只在各清单中" not in run("merge", "甲.xlsx", "乙.xlsx", "-o", "目录.xlsx").output


def test_a_condition_that_fails_on_the_rows_names_its_rule(folder: Path) -> None:
    rule = {
        "id": "XX001", "name": "a-rule", "title": "某规则", "scope": "item", "severity": "info", "when": "CAST(name AS INT) = 1",
        "message": "某问题", "what": "某事", "why": "某因", "source": "某法", "remedy": "某法",
        "examples": {"flag": [{"name": "1"}], "pass": [{"name": "2"}]},
    }  # fmt: skip
    (folder / "我的.yaml").write_text(json.dumps([rule], ensure_ascii=False), encoding="utf-8")
    (folder / "basischeck.toml").write_text('rules = ["我的.yaml"]\n', encoding="utf-8")
    result = run("check", "甲.xlsx")
    assert result.exit_code == 2
    assert "XX001" in result.stderr
    assert "程序内部错误" not in result.stderr


def test_a_list_that_changes_meanwhile_is_not_marked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from basischeck.cli import check as command

    def changed(*args: object, **kwargs: object) -> object:
        result = checked(*args, **kwargs)  # type: ignore[arg-type]
        shutil.copy("乙.xlsx", "甲.xlsx")
        return result

    checked = command.run_check
    monkeypatch.setattr(command, "run_check", changed)
    result = run("check", "甲.xlsx", "-o", "标注.xlsx")
    assert result.exit_code == 2
    assert "有变动" in result.stderr
    assert not (folder / "标注.xlsx").exists()


def test_nothing_is_written_where_one_of_several_reports_cannot_be(folder: Path) -> None:
    (folder / "夹").mkdir()
    assert run("check", "甲.xlsx", "--format", "json=a.json", "--format", "html=夹").exit_code == 2
    (folder / "定稿.html").write_text("", encoding="utf-8")
    (folder / "定稿.html").chmod(0o444)
    assert run("check", "甲.xlsx", "--format", "json=a.json", "--format", "html=定稿.html").exit_code == 2
    assert not (folder / "a.json").exists()


@pytest.mark.parametrize("text", ["'repos':\n- {repo: x}\n", "repos:\n- repo: x\n  hooks: 5\n", "x: 2024-13-45\nrepos: []\n", "[" * 400, "repos:\n- 5\n"])
def test_init_leaves_what_it_cannot_add_to(folder: Path, text: str) -> None:
    hooks = folder / ".pre-commit-config.yaml"
    hooks.write_text(text, encoding="utf-8")
    result = run("init", "甲.xlsx")
    assert "程序内部错误" not in result.output
    if result.exit_code:
        assert hooks.read_text(encoding="utf-8") == text
        assert not (folder / "basischeck.toml").exists()


def test_init_below_the_root_of_a_repository_writes_no_hook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".git").mkdir()
    (folder / "清单").mkdir()
    shutil.copy("甲.xlsx", "清单")
    monkeypatch.chdir(folder / "清单")
    result = run("init", "甲.xlsx")
    assert result.exit_code == 0
    assert "仓库根目录" in result.output
    assert not Path(".pre-commit-config.yaml").exists()
    monkeypatch.chdir(folder)
    assert run("init", "清单").exit_code == 0
    assert "json" in Path(".pre-commit-config.yaml").read_text(encoding="utf-8")


def test_a_holder_that_no_act_names_is_refused(folder: Path) -> None:
    result = run("coverage", "甲.xlsx", "--holder", "没有的机关")
    assert result.exit_code == 2
    assert "没有的机关" in result.stderr


def test_days_of_two_states_need_two_states(folder: Path) -> None:
    assert "--over-time" in run("compare", "甲.xlsx", "乙.xlsx", "--from", "2020-01-01").stderr


def test_cells_of_nothing_that_shows_are_empty(folder: Path) -> None:
    unseen = "\u200b\ufeff\u2060"
    (folder / "空.xlsx").write_bytes(workbook(("清单", [*ROWS, [unseen, unseen, unseen, unseen], ["2", unseen, "行政处罚", unseen]])))
    found = json.loads(run("check", "空.xlsx", "--format", "json").stdout)
    assert found["summary"]["items"] == 2
    assert {"BC701", "BC711"} <= {one["rule"] for one in found["findings"] if one["location"]["row"] == 4}


def test_a_dry_run_looks_though_a_new_list_is_there(folder: Path) -> None:
    (folder / "甲.改.xlsx").write_bytes(b"")
    assert run("fix", "甲.xlsx").exit_code == 2
    assert run("fix", "甲.xlsx", "--dry-run").exit_code == 0


def test_every_file_at_fault_is_named_in_one_message(folder: Path) -> None:
    (folder / "坏.xlsx").write_bytes(b"")
    said = run("check", "没有.xlsx", "坏.xlsx", "甲.xlsx").stderr
    assert "没有.xlsx" in said
    assert "坏.xlsx" in said


def test_rows_of_a_general_list_s_other_sheets_are_counted(folder: Path) -> None:
    assert run("merge", "甲.xlsx", "乙.xlsx", "-o", "目录.xlsx").exit_code == 0
    result = run("check", "目录.xlsx")
    assert "没有读取" not in result.output
    assert "不属于事项的行" in result.output
    unread = [part for part in json.loads(run("check", "目录.xlsx", "--format", "json").stdout)["input"][0]["skipped"] if part["sheet"] != "通用目录"]
    assert len(unread) == 2
    line = "".join(result.stdout.partition("不属于事项的行：")[2].split())
    assert all("".join(f"{part['reason']} {part['last']} 行".split()) in line for part in unread)
