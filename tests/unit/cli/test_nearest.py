"""Did you mean: files, rules, columns, settings."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.main import main
from basischeck.cli.nearest import missing_file, nearest
from tests.unit.cli.test_check import write_list


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_list(tmp_path, "《中华人民共和国行政处罚法》第九条", name="市监局权责清单.csv")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("name", ["市监局权责清单", "市监局权贵清单.csv", "市监局权责清单.xlsx", "./市监局权责清单.CSV"])
def test_the_nearest_file_of_the_folder_is_named(folder: Path, name: str) -> None:
    assert "是否指 市监局权责清单.csv？" in missing_file(name)


def test_a_name_like_no_other_gets_the_files_that_are_there(folder: Path) -> None:
    assert "里有：市监局权责清单.csv" in missing_file("abc.xlsx", [".csv"])


def test_the_folder_that_is_not_there_is_named(folder: Path) -> None:
    assert "找不到文件夹 清单" in missing_file("清单/市监局.xlsx")


@pytest.mark.parametrize("call", ["check {}", "fix {}", "compare {} {}", "impact {} --from 2025-01-01", "init {}", "merge {} {} -o 甲.xlsx"])
def test_every_command_names_the_nearest_file(folder: Path, call: str) -> None:
    result = run(*call.replace("{}", "市监局权责清单.xls").split())
    assert result.exit_code == 2
    assert "是否指 市监局权责清单.csv" in result.output


@pytest.mark.parametrize("wrong", ["BC3O1", "bc30l", "BC3011"])
def test_the_nearest_rule_is_named(folder: Path, wrong: str) -> None:
    result = run("check", "市监局权责清单.csv", "--select", wrong)
    assert result.exit_code == 2
    assert "是否指 BC30" in result.output


def test_rule_ids_may_be_in_small_letters(folder: Path) -> None:
    assert run("check", "市监局权责清单.csv", "--select", "bc203").exit_code == 0


def test_a_column_of_the_settings_that_no_list_has_is_said_with_the_nearest(folder: Path) -> None:
    (folder / "basischeck.toml").write_text('columns = { "实施依剧" = "设定依据" }\n', encoding="utf-8")
    result = run("check", "市监局权责清单.csv")
    assert "配置的列“实施依剧”" in result.output
    assert "是否指 实施依据" in result.output


def test_a_field_that_is_none_gets_the_nearest(folder: Path) -> None:
    (folder / "basischeck.toml").write_text('columns = { "实施依据" = "设定依剧" }\n', encoding="utf-8")
    result = run("check", "市监局权责清单.csv")
    assert result.exit_code == 2
    assert "是否指 设定依据" in result.output


def test_faults_of_the_settings_are_all_named_in_chinese(folder: Path) -> None:
    (folder / "basischeck.toml").write_text(
        'regio = "某省"\nfail_on = "bad"\nignore = "BC3"\nmandated = [3]\n[[waivers]]\nrule = "BC301"\nitme = "x"\n', encoding="utf-8"
    )
    said = run("check", "市监局权责清单.csv").output
    for part in ("regio：没有这个设置。是否指 region", "fail_on：不能是 'bad'", "ignore：应为方括号", "waivers.0.itme：没有这个设置。是否指 item", "waivers.0.reason：没有写"):
        assert part in said


def test_width_and_capitals_do_not_hide_the_nearest_name() -> None:
    assert nearest("ＳＡＲＩＦ", ["sarif", "text"]) == "sarif"
