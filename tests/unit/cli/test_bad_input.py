"""Whatever is given to a command that it cannot use ends as one Chinese message and exit 2; nothing is half written."""

import os
import random
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.main import main
from tests.unit.cli.test_check import write_list

GOOD = "好.csv"
# What stands in the place of a list, settings, a baseline, an index.
UNUSABLE = ["不在.xlsx", "空夹", "空.xlsx", "乱.xlsx", "话.csv", "表头.csv", "坏.json", "图.png", "不在/深/a.xlsx", f"{GOOD}/x", "x" * 300 + ".xlsx"]
CALLS = [
    "check {}",
    "fix {} -o 改.csv",
    "impact {} --from 2025-01-01",
    "coverage {}",
    "compare {} 好.csv",
    "merge {} 好.csv -o 合.xlsx",
    "init {}",
    "check 好.csv --baseline {}",
    "compare 好.csv --mandated {}",
    "corpus show 食品安全法 --index {}",
    "corpus info --index {}",
    "corpus verify --index {}",
    "corpus diff 食品安全法 --from 2020-01-01 --to 2025-01-01 --index {}",
    "corpus build {} -o 索引",
    "corpus add {} --into 我的",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_list(tmp_path, "《中华人民共和国行政处罚法》第九条", name=GOOD)
    write_list(tmp_path, "《中华人民共和国行政处罚法》第十条", name="又.csv")
    (tmp_path / "空夹").mkdir()
    (tmp_path / "空.xlsx").write_bytes(b"")
    (tmp_path / "乱.xlsx").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "话.csv").write_text("只是一段话\n没有表头\n", encoding="utf-8")
    (tmp_path / "表头.csv").write_text("序号,职权名称,设定依据\n", encoding="utf-8")
    (tmp_path / "坏.json").write_text('{"a":', encoding="utf-8")
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return tmp_path


def run(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(main, list(words), input=given)


def refused(result: Result) -> bool:
    return result.exit_code == 2 and "错误：" in result.output and "程序内部错误" not in result.output and "Traceback" not in result.output


@pytest.mark.parametrize("call", CALLS)
def test_a_file_that_cannot_be_used_is_one_message(folder: Path, call: str) -> None:
    before = sorted(os.listdir(folder))
    for name in UNUSABLE:
        result = run(*(name if word == "{}" else word for word in call.split()))
        assert refused(result), (name, result.exit_code, result.output)
        assert sorted(os.listdir(folder)) == before, name


@pytest.mark.parametrize("call", ["check -", "impact - --from 2025-01-01", "compare - 好.csv", "fix -", "init -"])
def test_an_empty_standard_input_is_one_message(folder: Path, call: str) -> None:
    assert refused(run(*call.split()))


WRITERS = [
    "check 好.csv -o {}",
    "check 好.csv --format json={}",
    "check 好.csv --baseline {} --write-baseline",
    "fix 好.csv -o {}",
    "impact 好.csv --from 2025-01-01 -o {}",
    "compare 好.csv 又.csv -o {}",
    "compare 好.csv 又.csv --format xlsx -o {}",
    "merge 好.csv 又.csv -o {}",
]


@pytest.mark.parametrize("call", WRITERS)
@pytest.mark.parametrize("target", ["空夹", GOOD, f"{GOOD}/a.xlsx", "x" * 300 + ".xlsx"])
def test_what_cannot_be_written_to_is_one_message_and_no_list_is_overwritten(folder: Path, call: str, target: str) -> None:
    before = (folder / GOOD).read_bytes()
    assert refused(run(*(word.replace("{}", target) for word in call.split())))
    assert (folder / GOOD).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="devices are of Unix")
def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    # Writing a report to /dev/null as root once put an ordinary file in its place.
    os.mkfifo(folder / "管道")
    reader = os.open(folder / "管道", os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("check", GOOD, "--format", "json", "-o", "管道")
        assert os.read(reader, 1) == b"{"
    finally:
        os.close(reader)
    assert (folder / "管道").is_fifo()


def test_a_list_in_a_folder_that_is_also_named_is_read_once(folder: Path) -> None:
    (folder / "夹").mkdir()
    shutil.copy(GOOD, folder / "夹")
    assert '"items": 1,' in run("check", "夹", f"夹/{GOOD}", "--format", "json", "--fail-on", "never").output


def test_an_empty_list_beside_others_is_said(folder: Path) -> None:
    (folder / "夹").mkdir()
    shutil.copy(GOOD, folder / "夹")
    shutil.copy("表头.csv", folder / "夹")
    assert "表头.csv：没有读到任何事项" in run("check", "夹").output


ALPHABET = ["check", "corpus", "show", "--as-of", "--format", "-o", "--", "-", "", "好.csv", "2026-02-30", "json", "xlsx=", "=", "--select", "BC9", "*", "-x", "--config", "《", "第一条", "x" * 300, "\n", "--from", "rule"]


@pytest.mark.parametrize("seed", range(30))
def test_any_words_end_as_a_report_or_one_message(folder: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # test data, no secret
    words = [chance.choice(ALPHABET) for _ in range(chance.randint(1, 7))]
    result = run(*words, given="《行政处罚法》第九条\n")
    assert result.exit_code in (0, 1, 2)
    assert "程序内部错误" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
