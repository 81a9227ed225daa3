"""Marks in the user's own cells: a fill by severity and a comment with message, evidence and proposed text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from basischeck.report.evidence import cited, evidence_text
from basischeck.report.workbook.book import Book
from basischeck.report.workbook.cells import Cells, place_of
from basischeck.report.workbook.comments import Comments
from basischeck.report.workbook.copy import sheet_name
from basischeck.report.workbook.styles import main, solid
from basischeck.rules import SEVERITIES, Finding, ProposedFix
from basischeck.rules.page import SEVERITY_WORDS

COLOURS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
RESULT_SHEET, STATISTICS_SHEET = "核查结果", "核查统计"
RESULT_TITLE, STATISTICS_TITLE = "权责清单核查结果", "核查统计"
FILL_COLUMN = "原底色"
_RULE = "—— 核查意见（basischeck）——"
_SHOWN = 12


def mark_cells(book: Book, findings: Sequence[Finding]) -> dict[tuple[str, str], str]:
    """Mark every cell that a finding names; return the fill each had before, by (sheet, cell) as shown.

    A finding about a cell hidden under a merged range is marked at the range's first cell, where it can be seen.
    """
    before: dict[tuple[str, str], str] = {}
    by_sheet: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_sheet[sheet_of(book, finding.location.sheet)].append(finding)
    for number, (sheet, part) in enumerate(book.parts().items(), start=1):
        if not book.is_table(part):
            continue
        cells = Cells(book.package.tree(part))
        texts: dict[str, str] = {}
        for where, group in sorted(_by_cell(cells, by_sheet[sheet]).items(), key=lambda pair: place_of(pair[0])):
            worst = min(group, key=lambda finding: SEVERITIES.index(finding.severity)).severity
            style = cells.style(where)
            before[sheet, where] = book.styles.fill_of(style)
            cells.set_style(where, book.styles.with_fill(style, solid(COLOURS[worst])))
            texts[where] = comment_text(group)
        Comments(book.package, part, cells, number).add(texts)
    return before


def _by_cell(cells: Cells, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    places: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.location.cell:
            places[cells.seen(finding.location.cell)].append(finding)
    return places


def sheet_of(book: Book, name: str) -> str | None:
    """Return the sheet a finding names; a list without sheets (.csv, .json) has one sheet in its workbook."""
    names = [sheet for sheet in book.parts() if sheet not in (RESULT_SHEET, STATISTICS_SHEET)]
    accepted = sheet_name(name)
    if name in names or accepted in names:
        return name if name in names else accepted
    return names[0] if len(names) == 1 else None


def comment_text(findings: Iterable[Finding]) -> str:
    """Return the comment of a cell: its findings, gravest first, each with message, evidence and proposed text."""
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    parts = [_RULE]
    for finding in ordered[:_SHOWN]:
        lines = [f"【{SEVERITY_WORDS[finding.severity]}】{finding.title}（{finding.rule}）", finding.message]
        if citation := cited(finding):
            lines.append(f"所引：{citation}")
        if finding.fix:
            lines.append(f"建议写作：{finding.fix.text}（把握 {confidence(finding.fix)}）")
        if finding.severity != "info" and (evidence := evidence_text(finding)):
            lines.append(f"证据：{evidence}")
        parts.append("\n".join(lines))
    if len(ordered) > _SHOWN:
        parts.append(f"此格另有 {len(ordered) - _SHOWN} 处，见“{RESULT_SHEET}”表。")
    return "\n\n".join(parts)


def confidence(fix: ProposedFix) -> str:
    """Return how sure a proposed text is, in words for people."""
    return f"{fix.confidence:.0%}"


def remove_marks(book: Book) -> None:
    """Take away the sheets, comments and fills of an earlier run; the fills that cells had before come back."""
    had: dict[tuple[str, str], str] = {}
    for sheet, part in book.parts().items():
        title = {RESULT_SHEET: RESULT_TITLE, STATISTICS_SHEET: STATISTICS_TITLE}.get(sheet)
        if title and book.is_table(part):
            rows = _texts(book, part)
            if rows and title in rows[0].values():
                had |= _fills(rows)
                book.remove(sheet)
    ours = {solid(colour) for colour in COLOURS.values()}
    for number, (sheet, part) in enumerate(book.parts().items(), start=1):
        if not book.is_table(part):
            continue
        cells = Cells(book.package.tree(part))
        for where in Comments(book.package, part, cells, number).cut(_RULE):
            style = cells.style(where)
            if _colour(book.styles.fill_of(style)) in {_colour(fill) for fill in ours}:
                cells.set_style(where, book.styles.with_fill(style, had.get((sheet, where), "")))


def _colour(fill: str) -> str:
    # Another program may write the same fill with other attributes.
    return next((colour for colour in COLOURS.values() if colour in fill.upper()), "")


def _fills(rows: Sequence[dict[str, str]]) -> dict[tuple[str, str], str]:
    head: dict[str, str] = {}
    fills = {}
    for row in rows:
        if FILL_COLUMN in row.values():
            head = {text: column for column, text in row.items()}
        elif head and (fill := row.get(head[FILL_COLUMN])):
            fills[row.get(head["工作表"], ""), row.get(head["单元格"], "")] = fill
    return fills


def _texts(book: Book, part: str) -> list[dict[str, str]]:
    """Return the texts of a sheet row by row, by column letters: shared strings where another program saved them so."""
    strings = next((name for name in book.package.names() if name.lower() == "xl/sharedstrings.xml"), None)
    shared = (
        ["".join(t.text or "" for t in entry.iter(main("t"))) for entry in book.package.tree(strings).findall(main("si"))] if strings else []
    )
    rows = []
    for row in book.package.tree(part).iterfind(f"{main('sheetData')}/{main('row')}"):
        texts = {}
        for cell in row.iterfind(main("c")):
            text = "".join(t.text or "" for t in cell.iter(main("t")))
            value = cell.findtext(main("v"))
            if cell.get("t") == "s" and value and int(value) < len(shared):
                text = shared[int(value)]
            if text:
                texts[cell.get("r", "").rstrip("0123456789")] = text
        rows.append(texts)
    return rows
