"""A check of what has not changed shows the earlier report; a change of anything that it rests on is checked anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli import check as module
from basischeck.cli.main import main
from tests.unit.cli.test_check import write_list

LIST = "清单.csv"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A folder with a list and a cache of its own; the list grows by one with each check that is really made."""
    made: list[int] = []
    real = module.run_check

    def counted(*args: object, **named: object) -> object:
        made.append(1)
        return real(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "run_check", counted)
    monkeypatch.delenv("BASISCHECK_NO_CACHE")
    # The index is not built anew: only the reports are kept in a folder of the test.
    monkeypatch.setattr("basischeck.kept.cache_dir", lambda: tmp_path / "缓存")
    monkeypatch.setattr("basischeck.cli.recall.cache_dir", lambda: tmp_path / "缓存")
    monkeypatch.chdir(tmp_path)
    write_list(tmp_path, "《中华人民共和国行政处罚法》第九百条", name=LIST)
    return made


def check(*words: str) -> Result:
    return CliRunner().invoke(main, ["check", LIST, "--as-of", "2026-11-22", *words])


def test_the_same_is_shown_and_not_checked_again(runs: list[int]) -> None:
    first, second = check(), check()
    assert (first.exit_code, first.output) == (second.exit_code, second.output)
    assert first.exit_code == 1
    assert len(runs) == 1


def change_list() -> None:
    write_list(Path(), "《中华人民共和国行政处罚法》第九条", name=LIST)


def touch_only() -> None:
    os.utime(LIST, (1, 1))


def write_settings() -> None:
    Path("basischeck.toml").write_text('fail_on = "never"\n', encoding="utf-8")


def add_own_index() -> None:
    own = Path(os.environ["BASISCHECK_DATA_DIR"]) / "corpus"
    own.mkdir(parents=True)
    (own / "新.txt").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words", "again"),
    [
        (change_list, [], 2),
        (write_settings, [], 2),
        (add_own_index, [], 2),
        (lambda: None, ["--select", "BC2"], 2),
        (lambda: None, ["-v"], 2),
        (lambda: None, ["--format", "json"], 2),
        (lambda: None, ["--strict"], 2),
        (lambda: None, ["--fail-on", "never"], 2),
        (lambda: None, ["--as-of", "2026-11-23"], 2),
        (lambda: None, ["--no-cache"], 2),
        (touch_only, [], 1),
    ],
)
def test_what_the_report_rests_on_is_what_counts(
    runs: list[int], change: Callable[[], None], words: list[str], again: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BASISCHECK_DATA_DIR", str(tmp_path / "数据"))
    check()
    change()
    check(*words)
    assert len(runs) == again


def test_a_mandated_list_and_a_baseline_count_by_their_content(runs: list[int]) -> None:
    write_list(Path(), "《中华人民共和国行政处罚法》第九条", name="目录.csv")
    Path("basischeck.toml").write_text('mandated = ["目录.csv"]\n', encoding="utf-8")
    CliRunner().invoke(main, ["check", LIST, "--as-of", "2026-11-22", "--baseline", "基线.json", "--write-baseline"])
    check("--baseline", "基线.json")
    check("--baseline", "基线.json")
    assert len(runs) == 2
    write_list(Path(), "《中华人民共和国行政处罚法》第十条", name="目录.csv")
    check("--baseline", "基线.json")
    assert len(runs) == 3
    Path("基线.json").write_text('{"basischeck_baseline": 1, "findings": {}}', encoding="utf-8")
    assert check("--baseline", "基线.json").exit_code == 1
    assert len(runs) == 4


@pytest.mark.parametrize("setting", ["peers", "services"])
def test_the_lists_that_a_list_is_held_against_count_by_their_content(setting: str, runs: list[int]) -> None:
    write_list(Path(), "《中华人民共和国行政处罚法》第九条", name="另一份.csv")
    Path("basischeck.toml").write_text(f'{setting} = ["另一份.csv"]\n', encoding="utf-8")
    check()
    check()
    assert len(runs) == 1
    write_list(Path(), "《中华人民共和国行政处罚法》第十条", name="另一份.csv")
    check()
    assert len(runs) == 2


def test_a_newly_installed_program_checks_anew(runs: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    monkeypatch.setattr("basischeck.cli.recall._installed", lambda: iter(["another"]))
    check()
    assert len(runs) == 2


def test_what_was_said_beside_the_report_is_said_again(runs: list[int]) -> None:
    Path("basischeck.toml").write_text('columns = { "没有的列" = "设定依据" }\n', encoding="utf-8")
    assert "没有的列" in check().output
    assert "没有的列" in check().output
    assert len(runs) == 1


def test_a_file_is_written_each_time(runs: list[int]) -> None:
    check("-o", "报告.txt")
    Path("报告.txt").unlink()
    check("-o", "报告.txt")
    assert Path("报告.txt").is_file()
    assert len(runs) == 2


def test_the_eldest_reports_go(runs: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("basischeck.cli.recall._KEPT", 2)
    for rule in ("BC2", "BC3", "BC1"):
        check("--select", rule)
    assert len(list((tmp_path / "缓存" / "checks").glob("*.json"))) == 2


def test_a_kept_report_that_is_spoilt_is_made_anew(runs: list[int], tmp_path: Path) -> None:
    first = check()
    for file in (tmp_path / "缓存" / "checks").glob("*.json"):
        file.write_text("[", encoding="utf-8")
    assert check().output == first.output
    assert len(runs) == 2
