"""Every output from real lists, opened by programs that are not ours: LibreOffice, sarif-tools, Chromium, jsonschema."""

import json
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sarif.loader import load_sarif_file

from basischeck.catalog import read_bytes, read_list
from basischeck.cli.check import run_check
from basischeck.cli.formats import Report, write_reports
from basischeck.report import CheckResult
from basischeck.report.schemas import CheckReport, FindingRecord, schema_of
from basischeck.report.workbook import to_xlsx
from basischeck.rules import load_rules
from tests.unit.report.results import FILE, result_of
from tests.unit.report.workbook.faults import faults
from tests.unit.report.workbook.odd_books import crowded
from tests.unit.report.workbook.test_odd_books import FOUND

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def largest(shared: Path) -> list[Path]:
    """The three largest department workbooks, and the largest of those that are .xlsx."""
    files = sorted((shared / "catalogs" / "karamay").iterdir(), key=lambda file: -file.stat().st_size)
    real_xlsx = [file for file in files if file.read_bytes().startswith(b"PK")]
    return [*files[:3], *[file for file in real_xlsx[:2] if file not in files[:3]]]


@pytest.fixture(scope="module")
def outputs(largest: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, tuple[CheckResult, Path]]:
    """For each workbook its result and the folder with all its reports."""
    rules = load_rules()
    made = {}
    for number, file in enumerate(largest):
        folder = tmp_path_factory.mktemp(f"list{number}")
        result = run_check([read_list(file)], rules, DAY, None)
        forms = ("text", "json", "jsonl", "sarif", "github", "xlsx", "html")
        write_reports(result, rules, [Report(form, folder / f"report.{form}") for form in forms])
        made[file] = (result, folder)
    return made


def test_every_format_counts_the_same_findings(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    for result, folder in outputs.values():
        total = len(result.findings)
        assert total
        assert len(json.loads((folder / "report.json").read_text(encoding="utf-8"))["findings"]) == total
        assert len((folder / "report.jsonl").read_text(encoding="utf-8").splitlines()) == total
        assert len((folder / "report.github").read_text(encoding="utf-8").splitlines()) == total + 1
        assert (folder / "report.html").read_text(encoding="utf-8").count("<li class=") == total
        table = load_workbook(folder / "report.xlsx", read_only=True).worksheets[0]
        assert sum(row[:1] in (("错误",), ("警告",), ("提示",)) for row in table.iter_rows(values_only=True)) == total


def test_sarif_tools_reads_the_log_and_counts_the_same(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    levels = {"error": "error", "warning": "warning", "info": "note"}
    for result, folder in outputs.values():
        log = load_sarif_file(str(folder / "report.sarif"))
        expected = Counter(levels[finding.severity] for finding in result.findings)
        assert Counter(record["Severity"] for record in log.get_records()) == expected


def test_a_marked_workbook_is_the_same_list(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    for file, (_, folder) in outputs.items():
        before, after = read_list(file), read_list(folder / "report.xlsx")
        for old, new in zip(before.items, after.items, strict=True):
            assert (old.name, old.category, old.rows, old.bases) == (new.name, new.category, new.rows, new.bases)


def test_a_users_own_workbook_keeps_every_cell_width_height_and_merge(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    # openpyxl takes its time over merged ranges: the smallest of the workbooks that are .xlsx is enough.
    file = min((file for file in outputs if file.read_bytes().startswith(b"PK")), key=lambda file: file.stat().st_size)
    before, after = load_workbook(file), load_workbook(outputs[file][1] / "report.xlsx")
    assert before.sheetnames == after.sheetnames[1:-1]
    for sheet in before.worksheets:
        same = after[sheet.title]
        assert {str(area) for area in sheet.merged_cells.ranges} == {str(area) for area in same.merged_cells.ranges}
        assert {k: d.width for k, d in sheet.column_dimensions.items()} == {k: d.width for k, d in same.column_dimensions.items()}
        assert {k: d.height for k, d in sheet.row_dimensions.items()} == {k: d.height for k, d in same.row_dimensions.items()}
        for row, twin in zip(sheet.iter_rows(), same.iter_rows(), strict=False):
            assert [cell.value for cell in row] == [cell.value for cell in twin][: len(row)]


def test_no_program_has_anything_to_repair(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    for _, folder in outputs.values():
        assert faults((folder / "report.xlsx").read_bytes()) == []


def test_a_users_own_workbook_keeps_every_part_that_holds_no_mark(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    for file, (result, folder) in outputs.items():
        if not file.read_bytes().startswith(b"PK"):
            continue
        before, after = zipfile.ZipFile(file), zipfile.ZipFile(folder / "report.xlsx")
        different = {name for name in before.namelist() if not name.endswith("/") and before.read(name) != after.read(name)}
        marked = len({finding.location.sheet for finding in result.findings if finding.location.cell})
        sheets = {name for name in different if name.startswith("xl/worksheets/")}
        assert len([name for name in sheets if "_rels" not in name]) <= marked + 1
        assert different - sheets <= {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


@pytest.mark.filterwarnings("ignore:.*will be removed:UserWarning:openpyxl")
def test_libreoffice_opens_the_marked_workbooks_and_keeps_every_comment_and_link(
    outputs: dict[Path, tuple[CheckResult, Path]], tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    for number, (_, folder) in enumerate(outputs.values()):
        shutil.copy(folder / "report.xlsx", tmp_path / f"{number}.xlsx")
    odd = read_bytes(crowded(), FILE)
    (tmp_path / "odd.xlsx").write_bytes(to_xlsx(result_of(odd, FOUND), odd, crowded()))
    files = sorted(map(str, tmp_path.glob("*.xlsx")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [office, "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    for file in files:
        before = load_workbook(file)
        after = load_workbook(tmp_path / "out" / Path(file).name)
        assert before.sheetnames == after.sheetnames
        for sheet in before.worksheets:
            marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
            kept = {cell.coordinate for row in after[sheet.title].iter_rows() for cell in row if cell.comment}
            assert marked == kept
        assert _links(before.worksheets[0]) == _links(after.worksheets[0]) != {}
        assert after.worksheets[0].auto_filter.ref == before.worksheets[0].auto_filter.ref
        assert after.active.title == before.worksheets[0].title


def _links(sheet: Worksheet) -> dict[str, str]:
    """Return where the cells of a sheet lead; LibreOffice writes names of sheets without the quotes they do not need."""
    links = {cell.coordinate: cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    return {name: (link.location or link.ref).replace("'", "").replace("$", "") for name, link in links.items()}


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_runs_without_a_console_error_and_fits_the_screen(
    outputs: dict[Path, tuple[CheckResult, Path]], browser: object, width: int
) -> None:
    for _, folder in outputs.values():
        page = browser.new_page(viewport={"width": width, "height": 900})  # type: ignore[attr-defined]
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.on("request", lambda request, said=said: said.append(request.url) if not request.url.startswith("file:") else None)
        page.goto((folder / "report.html").as_uri())
        assert said == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_filters_search_and_keyboard_work_without_a_server(outputs: dict[Path, tuple[CheckResult, Path]], browser: object) -> None:
    result, folder = next(iter(outputs.values()))
    page = browser.new_page(viewport={"width": 1280, "height": 900})  # type: ignore[attr-defined]
    page.goto((folder / "report.html").as_uri())

    def shown() -> int:
        return int(page.evaluate("[...document.querySelectorAll('article li')].filter(li => li.checkVisibility()).length"))

    counts = Counter(finding.severity for finding in result.findings)
    assert shown() == counts["error"] + counts["warning"]
    page.click("button[type=reset]")
    assert shown() == len(result.findings)
    rule, times = Counter(finding.rule for finding in result.findings).most_common(1)[0]
    page.select_option("select[name=rule]", rule)
    page.wait_for_function(f"document.querySelector('output').textContent.startsWith('显示 {times} ')")
    assert shown() == times
    page.click("button[type=reset]")
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.name") == "words"
    page.keyboard.type("绝不会有的词")
    page.wait_for_function("document.querySelector('output').textContent.startsWith('显示 0 ')")
    page.keyboard.press("Escape")
    assert shown() == len(result.findings)
    page.close()


def test_the_json_reports_are_valid_against_their_schemas(outputs: dict[Path, tuple[CheckResult, Path]]) -> None:
    for _, folder in outputs.values():
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema_of(CheckReport)).validate(report)
        line = jsonschema.Draft202012Validator(schema_of(FindingRecord))
        for text in (folder / "report.jsonl").read_text(encoding="utf-8").splitlines():
            line.validate(json.loads(text))
