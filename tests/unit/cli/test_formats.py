import io
import json
from dataclasses import replace
from pathlib import Path

import click
import pytest
from openpyxl import load_workbook

from basischeck.catalog import read_list
from basischeck.cli.choices import MARKED_SHEETS, form_of
from basischeck.cli.formats import Report, check_targets, parse_formats, write_reports
from basischeck.cli.lists import read_lists
from basischeck.cli.settings import Settings
from tests.unit.report.results import result_of, workbook


def test_without_a_format_the_screen_gets_text() -> None:
    assert parse_formats((), None) == [Report("text", None)]


@pytest.mark.parametrize(
    ("file", "form"), [("a.json", "json"), ("a.jsonl", "jsonl"), ("a.SARIF", "sarif"), ("a.xlsx", "xlsx"), ("a.html", "html"), ("a.txt", "text")]
)
def test_without_a_format_the_file_name_tells_it(file: str, form: str) -> None:
    assert parse_formats((), Path(file)) == [Report(form, Path(file))]


def test_several_formats_go_to_several_files_in_one_run() -> None:
    assert parse_formats(("sarif=a.sarif", "xlsx=b.xlsx", "text"), None) == [
        Report("sarif", Path("a.sarif")),
        Report("xlsx", Path("b.xlsx")),
        Report("text", None),
    ]


def test_commas_separate_formats_and_a_dash_is_the_screen() -> None:
    assert parse_formats(("json=-,html=a.html",), None) == [Report("json", None), Report("html", Path("a.html"))]


def test_the_output_option_is_the_file_of_the_one_format_without() -> None:
    assert parse_formats(("sarif=a.sarif", "json"), Path("b.json")) == [Report("sarif", Path("a.sarif")), Report("json", Path("b.json"))]


@pytest.mark.parametrize(
    ("values", "output", "message"),
    [
        (("json", "sarif"), None, "只有一种格式可以输出到屏幕"),
        (("jsno",), None, "是否指 json"),
        (("sarif=",), None, "没有写文件名"),
        (("sarif=a.json", "json=a.json"), None, "同一个文件"),
        (("json", "html"), "a.json", "-o 只能为一个"),
        (("json=b.json",), "a.json", "-o 只能为一个"),
    ],
)
def test_formats_that_cannot_be_meant_are_named(values: tuple[str, ...], output: str | None, message: str) -> None:
    with pytest.raises(click.ClickException, match=message):
        parse_formats(values, Path(output) if output else None)


def test_a_report_is_never_written_over_its_list(tmp_path: Path) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    with pytest.raises(click.ClickException, match="是清单本身"):
        check_targets([Report("xlsx", tmp_path / "." / "清单.xlsx")], [str(source)])


def test_an_annotated_workbook_needs_a_file_to_annotate() -> None:
    with pytest.raises(click.ClickException, match="标准输入"):
        check_targets([Report("xlsx", Path("a.xlsx"))], ["-"])


def test_all_formats_are_written_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(before := workbook())
    result = result_of(read_list(source))
    forms = [Report(form, tmp_path / f"out.{form}") for form in ("text", "json", "jsonl", "sarif", "github", "xlsx", "html")]
    write_reports(result, [], [*forms, Report("jsonl", None)])
    assert all(report.target and report.target.stat().st_size for report in forms)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == len(result.findings)
    assert said.err.splitlines() == [f"已写入 {tmp_path / name}" for name in ("out.xlsx", "out.html")]
    assert source.read_bytes() == before


def test_without_a_file_the_annotated_workbook_gets_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    write_reports(result_of(read_list(source)), [], [Report("xlsx", None)])
    book = load_workbook(io.BytesIO((tmp_path / "清单.核查.xlsx").read_bytes()))
    assert book.sheetnames[0] == "核查结果"


def test_a_file_that_cannot_be_written_is_one_chinese_sentence(tmp_path: Path) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    (tmp_path / "占用").write_text("")
    with pytest.raises(click.ClickException, match="无法写入"):
        write_reports(result_of(read_list(source)), [], [Report("json", tmp_path / "占用" / "a.json")])


def test_a_marked_workbook_beside_its_list_is_no_second_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    write_reports(result_of(read_list(source)), [], [Report("xlsx", tmp_path / "标注.xlsx")])
    capsys.readouterr()
    assert [Path(read.file).name for read in read_lists([str(tmp_path)], Settings())] == ["清单.xlsx"]
    assert "没有核查标注的工作簿" in capsys.readouterr().err
    assert len(read_lists([str(tmp_path / "标注.xlsx")], Settings())) == 1


def test_a_folder_of_marked_workbooks_alone_is_not_passed_over(tmp_path: Path) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    write_reports(result_of(read_list(source)), [], [Report("xlsx", tmp_path / "标注.xlsx")])
    source.unlink()
    with pytest.raises(click.ClickException, match="只有标注的工作簿"):
        read_lists([str(tmp_path)], Settings())


def test_the_sheets_that_tell_a_marked_workbook_are_those_that_are_added(tmp_path: Path) -> None:
    source = tmp_path / "清单.xlsx"
    source.write_bytes(workbook())
    write_reports(result_of(read_list(source)), [], [Report("xlsx", tmp_path / "标注.xlsx")])
    added = set(load_workbook(tmp_path / "标注.xlsx").sheetnames) - set(load_workbook(source).sheetnames)
    assert added == MARKED_SHEETS


def test_several_lists_are_marked_in_one_folder(tmp_path: Path) -> None:
    lists = [str(tmp_path / folder / "清单.xlsx") for folder in ("甲", "乙")]
    results = tmp_path / "标注"
    for file in lists:
        Path(file).parent.mkdir()
        Path(file).write_bytes(workbook())
    result = result_of(read_list(lists[0]))
    both = replace(result, lists=tuple(read_list(file) for file in lists))
    write_reports(both, [], [Report("xlsx", results)])
    assert sorted(file.name for file in results.iterdir()) == ["清单.核查.xlsx", "清单2.核查.xlsx"]
    with pytest.raises(click.ClickException, match="换成文件夹名"):
        check_targets([Report("xlsx", tmp_path / "标注.xlsx")], lists)


def test_a_marked_workbook_is_called_xlsx() -> None:
    with pytest.raises(click.ClickException, match=r"请写成 标注\.xlsx"):
        check_targets([Report("xlsx", Path("标注.xls"))], ["清单.xls"])


@pytest.mark.parametrize(("name", "form"), [("a.json", "json"), ("a.XLSX", "xlsx"), ("a.txt", "text"), ("a", "text"), (None, "text")])
def test_the_name_of_a_file_tells_its_format(name: str | None, form: str) -> None:
    assert form_of(Path(name) if name else None, ("text", "json", "xlsx")) == form


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.sarif"])
def test_a_name_that_asks_for_what_cannot_be_written_is_refused(name: str) -> None:
    with pytest.raises(click.UsageError, match="不知道"):
        form_of(Path(name), ("text", "json", "xlsx"))
