"""Marks in workbooks full of other things: nothing of the user's is lost, no program has anything to repair."""

import io
import re
import zipfile

import pytest
from lxml import etree
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from basischeck.catalog import read_bytes
from basischeck.report.workbook import to_xlsx
from basischeck.report.workbook.package import MAIN
from basischeck.report.workbook.table import MOST_LINKS
from basischeck.rules import Finding
from tests.unit.report.results import FILE, finding, result_of, workbook
from tests.unit.report.workbook.faults import faults
from tests.unit.report.workbook.odd_books import LONG, NAME, changed, crowded

pytestmark = pytest.mark.filterwarnings("ignore:.*will be removed:UserWarning:openpyxl")

FOUND = [
    finding(cell="D4", row=4, sheet=NAME),
    finding(cell="D5", row=5, sheet=NAME),
    finding(cell="D6", row=6, sheet=NAME, severity="warning", message="=1+1"),
    finding(cell="D7", row=7, sheet=NAME, message="很" * 40_000),
    finding(cell="D8", row=8, sheet=NAME, severity="info"),
    finding(cell="J12", row=12, sheet=NAME),
]


def annotated(data: bytes, findings: list[Finding] = FOUND) -> bytes:
    read = read_bytes(data, FILE)
    return to_xlsx(result_of(read, findings), read, data)


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_nothing_is_to_be_repaired_before_or_after() -> None:
    data = crowded()
    assert faults(data) == []
    assert faults(annotated(data)) == []
    assert faults(annotated(annotated(data))) == []


def test_only_the_parts_that_hold_marks_change() -> None:
    before, after = parts(crowded()), parts(annotated(crowded()))
    different = {name for name in before if before[name] != after[name]}
    assert different == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
        # The sheet that was open is no longer the selected one.
        "xl/worksheets/sheet2.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert {name for name in after if name not in before} == {
        "xl/worksheets/basischeck1.xml", "xl/worksheets/basischeck2.xml",
    }  # fmt: skip


def test_in_a_marked_sheet_only_the_formats_of_marked_cells_change() -> None:
    before, after = (etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"]) for data in (crowded(), annotated(crowded())))
    # The part about the cells aside, the sheet is the same but for what shows its comments.
    kept = {f"{{{MAIN}}}sheetData", f"{{{MAIN}}}sheetViews"}
    same = [[etree.tostring(each) for each in root if each.tag not in kept] for root in (before, after)]
    assert same[0] == same[1]
    cells = [{c.get("r"): (dict(c.attrib), [etree.tostring(x) for x in c]) for c in root.iter(f"{{{MAIN}}}c")} for root in (before, after)]
    touched = {name for name in cells[1] if cells[0].get(name) != cells[1][name]}
    assert touched == {"D3", "D5", "D6", "D7", "D8", "J12"}
    for name in touched - {"J12"}:
        assert cells[0][name][1] == cells[1][name][1]


def test_a_marked_cell_keeps_its_font_border_wrapping_and_number_format() -> None:
    before, after = (load_workbook(io.BytesIO(data))[NAME]["D5"] for data in (crowded(), annotated(crowded())))
    assert after.fill.start_color.rgb == "FFFFC7CE"
    for look in ("font", "border", "alignment", "number_format", "protection"):
        assert repr(getattr(before, look)) == repr(getattr(after, look))


def test_other_readers_find_the_same_texts_in_the_users_own_sheets() -> None:
    before, after = (CalamineWorkbook.from_filelike(io.BytesIO(data)) for data in (crowded(), annotated(crowded())))
    assert after.sheet_names[1:-1] == before.sheet_names
    for name in before.sheet_names:
        if name != "图":
            old = before.get_sheet_by_name(name).to_python(skip_empty_area=False)
            new = after.get_sheet_by_name(name).to_python(skip_empty_area=False)
            assert [row[: len(old[0])] for row in new[: len(old)]] == old if old else new == old
    sheet = load_workbook(io.BytesIO(annotated(crowded())))[NAME]
    assert sheet["D7"].value == LONG
    assert [sheet[f"F{row}"].value for row in (3, 4, 5)] == ["=1+1", "+86 990", "@某人"]
    assert sheet["D8"].data_type == "f"


def test_comments_of_others_stay_and_ours_stand_below_them_or_alone() -> None:
    sheet = load_workbook(io.BytesIO(annotated(crowded())))[NAME]
    assert sheet["D5"].comment.text.startswith("科室意见：待核\n\n—— 核查意见")
    assert sheet["B6"].comment.text == "不在依据格的批注"
    assert sheet["B6"].comment.author == "某科"
    assert sheet["D3"].comment.author == "basischeck"


def test_links_reach_cells_of_sheets_whose_names_have_quotes() -> None:
    book = load_workbook(io.BytesIO(annotated(crowded())))
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert links[0] == f"'{NAME.replace(chr(39), chr(39) * 2)}'!D3"
    assert len(links) == len(FOUND)


def test_a_sheet_holds_no_more_links_than_programs_accept_and_says_so() -> None:
    many = [finding(cell=f"D{3 + n % 2}", row=3 + n % 2, message=f"第{n}处") for n in range(MOST_LINKS + 30)]
    data = annotated(workbook(), many)
    assert faults(data) == []
    sheet = parts(data)["xl/worksheets/basischeck1.xml"]
    assert sheet.count(b"<hyperlink ") == MOST_LINKS
    assert f"前 {MOST_LINKS} 处".encode() in sheet
    assert f"第{MOST_LINKS + 29}处".encode() in sheet


def test_a_comment_box_is_as_large_as_its_text_and_no_larger_than_a_screen() -> None:
    drawing = parts(annotated(crowded()))["xl/drawings/vmlDrawing1.vml"].decode()
    ours = [(int(w), int(h)) for w, h in re.findall(r"width:(\d+)px;height:(\d+)px", drawing)]
    assert len(ours) == 5
    assert all(width == 400 and 100 <= height <= 640 for width, height in ours)


def test_threads_of_comments_stay_and_the_finding_is_in_the_table() -> None:
    key = "{11111111-1111-1111-1111-111111111111}"
    person = "{22222222-2222-2222-2222-222222222222}"
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="D5" dT="2026-01-01T00:00:00.00" personId="{person}" id="{key}">'
        "<text>请核</text></threadedComment></ThreadedComments>"
    )
    persons = f'<personList xmlns="{space}"><person displayName="某人" id="{person}" userId="某人" providerId="None"/></personList>'
    rel = "http://schemas.microsoft.com/office/2017/10/relationships"
    data = changed(crowded(), {
        "xl/threadedComments/threadedComment1.xml": thread.encode(),
        "xl/persons/person.xml": persons.encode(),
        "[Content_Types].xml": ("</Types>", '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>'),
        "xl/worksheets/_rels/sheet1.xml.rels": ("</Relationships>", f'<Relationship Id="rId99" Type="{rel}/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>'),
        "xl/_rels/workbook.xml.rels": ("</Relationships>", f'<Relationship Id="rId98" Type="{rel}/person" Target="persons/person.xml"/></Relationships>'),
        "xl/comments1.xml": ("<author>某科</author>", f"<author>tc={key}</author>"),
    })  # fmt: skip
    after = annotated(data)
    assert faults(after) == []
    assert parts(after)["xl/threadedComments/threadedComment1.xml"] == thread.encode()
    assert "D5" in [cell.value for row in load_workbook(io.BytesIO(after)).worksheets[0].iter_rows(max_col=5) for cell in row]


def test_marks_that_another_program_saved_with_relationships_of_its_own_go_away_whole() -> None:
    # LibreOffice states a content type for each part with relationships, and gives every sheet such a part.
    rels = "xl/worksheets/_rels/basischeck1.xml.rels"
    through = changed(annotated(crowded()), {
        rels: b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/{rels}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'),
    })  # fmt: skip
    assert faults(through) == []
    assert faults(annotated(through)) == []


@pytest.mark.parametrize("prefix", ["x", "ss"])
def test_a_workbook_whose_elements_have_a_prefix_is_marked_alike(prefix: str) -> None:
    before = parts(workbook())
    renamed = {}
    for name, content in before.items():
        if name.startswith("xl/") and name.endswith(".xml") and MAIN.encode() in content:
            text = content.decode().replace(f'xmlns="{MAIN}"', f'xmlns:{prefix}="{MAIN}"')
            renamed[name] = re.sub(r"<(/?)(?![?!/\w]+:)([A-Za-z])", rf"<\1{prefix}:\2", text).encode()
    after = annotated(changed(workbook(), renamed), [finding()])
    assert faults(after) == []
    cell = load_workbook(io.BytesIO(after)).worksheets[1]["D4"]
    assert cell.fill.start_color.rgb == "FFFFC7CE"
    assert cell.comment is not None
