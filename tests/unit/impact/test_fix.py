"""Safe corrections: the original stays, only logged cells change, a second run finds nothing to do."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from basischeck.cli.main import main
from tests.unit.cli.test_check import write_list

DOUBLED = "《中华人民共和国行政处罚法》》第九条"
CHARACTER = "《中华人民共和国行政处罚法》笫九条"
MISTYPED = "《中华人民共和国行政处罚发》第九条"
SOUND = "《中华人民共和国行政处罚法》第九条"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["fix", "--as-of", "2026-11-22", *map(str, args)])


def fixed(path: Path, target: Path) -> dict[str, Any]:
    result = run(path, "-o", target, "--format", "json")
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.output)
    return document


def column_d(path: Path) -> list[str]:
    return [line.split(",")[3] for line in path.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("wrong", [DOUBLED, CHARACTER, MISTYPED])
def test_a_plain_fault_is_mended(tmp_path: Path, wrong: str) -> None:
    path, target = write_list(tmp_path, wrong, SOUND), tmp_path / "改后.csv"
    before = path.read_bytes()
    log = fixed(path, target)
    assert column_d(target) == [SOUND, SOUND]
    assert path.read_bytes() == before
    assert log["summary"]["cells"] == 1
    assert [change["cell"] for change in log["changes"]] == ["D2"]


def test_a_second_run_finds_nothing_to_do(tmp_path: Path) -> None:
    path, target = write_list(tmp_path, DOUBLED, CHARACTER, MISTYPED), tmp_path / "改后.csv"
    assert fixed(path, target)["summary"]["changes"] == 3
    again = fixed(target, tmp_path / "再改.csv")
    assert again["summary"]["changes"] == 0
    assert again["output"] is None
    assert not (tmp_path / "再改.csv").exists()


CANDIDATE = (
    '"《中华人民共和国固体废物污染环境防治法》（2016年修正）第七十五条第一款第（二）项：\n有下列行为之一的，处以罚款：\n'
    '（二）不向环保部门申报登记危险废物的；\n有前款行为之一的，处一万元以上十万元以下的罚款。"'
)


def test_a_candidate_provision_is_told_to_people_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "清单.csv"
    path.write_text(f"序号,事项名称,权力类型,设定依据\n1,对某行为的处罚,行政处罚,{CANDIDATE}\n", encoding="utf-8")
    log = fixed(path, tmp_path / "改后.csv")
    assert (log["changes"], log["output"]) == ([], None)
    assert not any("生态环境法典" in (one["text"] or "") for one in log["proposals"])
    report = CliRunner().invoke(main, ["check", str(path), "--as-of", "2026-11-22", "--select", "BC301", "--format", "json"])
    (told,) = json.loads(report.output)["findings"]
    assert "候选条文（最可能的在前），须人工核对" in told["message"]
    assert "第一千一百七十五条第一款第（二）项" in told["message"]
    assert told["fix"] is None


def test_the_log_stands_beside_the_new_file(tmp_path: Path) -> None:
    log = fixed(write_list(tmp_path, DOUBLED), tmp_path / "改后.csv")
    assert json.loads((tmp_path / "改后.改动记录.json").read_text(encoding="utf-8")) == log
    assert "D2" in (tmp_path / "改后.改动记录.txt").read_text(encoding="utf-8")


def test_a_mistyped_title_whose_article_is_not_there_is_only_proposed(tmp_path: Path) -> None:
    log = fixed(write_list(tmp_path, "《中华人民共和国行政处罚发》第九百条"), tmp_path / "改后.csv")
    assert log["changes"] == []
    assert [(one["rule"], bool(one["reason"])) for one in log["proposals"]] == [("BC202", True)]


def test_a_title_with_a_word_left_out_is_only_proposed(tmp_path: Path) -> None:
    log = fixed(write_list(tmp_path, "《公路安全条例》第六十四条"), tmp_path / "改后.csv")
    assert log["changes"] == []
    assert [(one["rule"], one["reason"]) for one in log["proposals"]] == [("BC202", "名称不只是错了一两个字")]


def test_a_successor_is_only_proposed(tmp_path: Path) -> None:
    log = fixed(write_list(tmp_path, "《中华人民共和国大气污染防治法》第九十九条"), tmp_path / "改后.csv")
    assert log["changes"] == []
    assert log["proposals"][0]["rule"] == "BC301"
    assert log["proposals"][0]["text"].startswith("《中华人民共和国生态环境法典》")


def test_the_list_itself_is_never_written_to(tmp_path: Path) -> None:
    path = write_list(tmp_path, DOUBLED)
    before = path.read_bytes()
    result = run(path, "-o", path)
    assert result.exit_code == 2
    assert "清单本身" in result.output
    assert path.read_bytes() == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    path = write_list(tmp_path, DOUBLED)
    assert "改为" in run(path, "--dry-run").output
    assert list(tmp_path.iterdir()) == [path]


def test_delimited_text_keeps_its_encoding(tmp_path: Path) -> None:
    path = write_list(tmp_path, DOUBLED)
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    fixed(path, tmp_path / "改后.csv")
    assert SOUND in (tmp_path / "改后.csv").read_bytes().decode("gb18030")


def _workbook(path: Path, basis: object) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "事项名称", "权力类型", "实施依据", "行使主体"])
    for number in (1, 2):
        sheet.append([number, f"对行为{number}的处罚", "行政处罚", None, "某市某局"])
        sheet.cell(number + 1, 4).value = basis  # type: ignore[assignment]  # rich text is a value
    sheet["D3"] = SOUND
    sheet["F1"] = "=1+1"
    sheet.column_dimensions["D"].width = 44
    book.save(path)


def test_a_workbook_keeps_its_layout_and_every_other_cell(tmp_path: Path) -> None:
    path, target = tmp_path / "清单.xlsx", tmp_path / "改后.xlsx"
    _workbook(path, DOUBLED)
    fixed(path, target)
    before, after = (load_workbook(one).active for one in (path, target))
    assert before is not None
    assert after is not None
    texts = [{cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row} for sheet in (before, after)]
    assert {cell for cell in texts[0] if texts[0][cell] != texts[1][cell]} == {"D2"}
    assert texts[1]["D2"] == SOUND
    assert after.column_dimensions["D"].width == 44


def test_the_formats_of_characters_stay(tmp_path: Path) -> None:
    path, target = tmp_path / "清单.xlsx", tmp_path / "改后.xlsx"
    _workbook(path, CellRichText(TextBlock(InlineFont(b=True), "《中华人民共和国行政处罚法》"), "》第九条"))
    fixed(path, target)
    sheet = load_workbook(target, rich_text=True).active
    assert sheet is not None
    value = sheet["D2"].value
    assert isinstance(value, CellRichText)
    assert str(value) == SOUND
    assert isinstance(value[0], TextBlock)
    assert value[0].font.b


def test_json_lists_are_mended_where_they_are_made(tmp_path: Path) -> None:
    path = tmp_path / "清单.json"
    path.write_text(json.dumps([{"事项名称": "对行为的处罚", "实施依据": DOUBLED}], ensure_ascii=False), encoding="utf-8")
    result = run(path)
    assert result.exit_code == 2
    assert "JSON" in result.output


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("《中华人民共和国公司法》（2018年修正）第三十六条", "《中华人民共和国公司法》（2023年修订）第五十八条"),
        ("《公司法》(2018年修正)第36条", "《公司法》(2023年修订)第58条"),
        (
            "《中华人民共和国立法法》（2015年修正）第十条、第十一条、第十二条",
            "《中华人民共和国立法法》（2023年修正）第十三条、第十四条、第十五条",
        ),
    ],
)
def test_a_provision_that_only_moved_gets_its_new_number_with_the_new_bracket(tmp_path: Path, before: str, after: str) -> None:
    target = tmp_path / "改后.csv"
    log = fixed(write_list(tmp_path, before), target)
    assert column_d(target) == [after]
    assert {change["rule"] for change in log["changes"]} == {"BC307"}
    assert fixed(target, tmp_path / "再改.csv")["changes"] == []


def test_a_bracket_stays_where_another_provision_behind_it_was_revised(tmp_path: Path) -> None:
    # Article 1 of 公司法 was revised in 2023: the bracket cannot be renewed for article 36 alone.
    log = fixed(write_list(tmp_path, "《中华人民共和国公司法》（2018年修正）第三十六条、第一条"), tmp_path / "改后.csv")
    assert log["changes"] == []
    assert "BC307" in {one["rule"] for one in log["proposals"]}


def test_a_correction_that_corrects_nothing_is_not_made(tmp_path: Path) -> None:
    path, target = write_list(tmp_path, "《关于<行政处罚法>的《通知》》》第九条"), tmp_path / "改后.csv"
    log = fixed(path, target)
    assert all(change["from"] != change["to"] for change in log["changes"])
    if log["changes"]:
        assert fixed(target, tmp_path / "再改.csv")["changes"] == []


def test_several_faults_of_one_cell_are_mended_together(tmp_path: Path) -> None:
    path, target = write_list(tmp_path, "《中华人民共和国行政处罚法》》笫九条、笫十条"), tmp_path / "改后.csv"
    fixed(path, target)
    assert column_d(target) == ["《中华人民共和国行政处罚法》第九条、第十条"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("《中华人民共和国行政处罚法》第九条、十条", "《中华人民共和国行政处罚法》第九条、第十条"),
        ("（中华人民共和国行政处罚法》第九条", SOUND),
    ],
)
def test_a_fault_of_form_is_mended_where_the_provision_shows_that_it_is_one(tmp_path: Path, wrong: str, right: str) -> None:
    target = tmp_path / "改后.csv"
    fixed(write_list(tmp_path, wrong), target)
    assert column_d(target) == [right]


@pytest.mark.parametrize("wrong", ["（某市从未有过的规定》第九条", "（中华人民共和国行政处罚法》第九百条"])
def test_a_fault_of_form_is_only_proposed_where_nothing_shows_what_was_meant(tmp_path: Path, wrong: str) -> None:
    log = fixed(write_list(tmp_path, wrong), tmp_path / "改后.csv")
    assert log["changes"] == []
    assert "BC101" in {proposal["rule"] for proposal in log["proposals"]}


def test_what_is_left_is_marked_in_a_workbook_of_its_own(tmp_path: Path) -> None:
    path = write_list(tmp_path, DOUBLED, "《中华人民共和国大气污染防治法》第九十九条第（一）项")
    marked = tmp_path / "标注.xlsx"
    result = run(path, "-o", tmp_path / "改后.csv", "--marked", marked)
    assert result.exit_code == 0, result.output
    book = load_workbook(marked)
    sheet = book.worksheets[1]
    assert sheet["D2"].value == SOUND
    assert "BC102" not in (sheet["D2"].comment.text if sheet["D2"].comment else "")
    assert "建议写作：《中华人民共和国生态环境法典》" in sheet["D3"].comment.text
    assert "（把握 " in sheet["D3"].comment.text


@pytest.mark.parametrize("name", ["标注.csv", "清单.csv", "改后.csv"])
def test_marks_are_not_written_over_a_list_nor_into_text(tmp_path: Path, name: str) -> None:
    path = write_list(tmp_path, DOUBLED)
    before = path.read_bytes()
    result = run(path, "-o", tmp_path / "改后.csv", "--marked", tmp_path / name)
    assert result.exit_code == 2
    assert path.read_bytes() == before
    assert not (tmp_path / "改后.csv").exists()


def test_the_same_correction_is_told_once_with_all_its_places(tmp_path: Path) -> None:
    told = run(write_list(tmp_path, DOUBLED, SOUND, DOUBLED), "-o", tmp_path / "改后.csv").output
    assert told.count("改为") == 1
    assert "D2、D4" in told
    assert "新文件：" in told


def test_a_dry_run_says_in_its_first_line_that_nothing_is_written(tmp_path: Path) -> None:
    told = run(write_list(tmp_path, DOUBLED), "--dry-run").output
    assert "只列出，没有写文件" in "".join(told.split())
    assert "新文件" not in told
