"""What makes a spreadsheet program offer to repair a workbook: a check of our own against ECMA-376 (parts 1 and 2).

Elements in another order than the schema's sequence, parts without a content type, relationships that lead nowhere,
formats and shared strings that do not exist, two sheets of one name, two comments on one cell, cells out of order.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MOST_LINKS = 65_530
_SEQUENCES = {
    "worksheet": (
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
        "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations "
        "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches "
        "ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems "
        "tableParts extLst"
    ),
    "workbook": (
        "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames "
        "calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects "
        "extLst"
    ),
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "comments": "authors commentList extLst",
    "comment": "text commentPr",
    "text": "t r rPh phoneticPr",
    "is": "t r rPh phoneticPr",
    "r": "rPr t",
    "c": "f v is extLst",
    "row": "c extLst",
    "xf": "alignment protection extLst",
    "font": "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
    "fill": "patternFill gradientFill",
    "patternFill": "fgColor bgColor",
    "border": "start end left right top bottom diagonal vertical horizontal",
    "sheetView": "pane selection pivotSelection extLst",
    "sheetPr": "tabColor outlinePr pageSetUpPr",
}
# CT_Font is a choice in any order.
_FREE = {"font"}
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a workbook, one line a fault; empty where it opens without a question."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    found = [f"two parts {name}" for name in {n for n in names if [x.casefold() for x in names].count(n.casefold()) > 1}]
    trees = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels", ".vml"))}
    found += _content_types(names, trees["[Content_Types].xml"])
    for name, tree in trees.items():
        found += [f"{name}: {fault}" for fault in _order(tree)]
        if name.endswith(".rels"):
            found += _relationships(name, tree, set(names))
        else:
            found += _ids(name, tree, trees)
    found += _workbook(trees)
    return found


def _content_types(names: list[str], types: etree._Element) -> Iterator[str]:
    defaults = {each.get("Extension", "").casefold() for each in types.findall(f"{{{TYPES}}}Default")}
    overrides = [each.get("PartName", "").lstrip("/") for each in types.findall(f"{{{TYPES}}}Override")]
    yield from (f"two content types for {name}" for name in {n for n in overrides if overrides.count(n) > 1})
    yield from (f"content type for {name}, which is not there" for name in overrides if name not in names)
    for name in names:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2].casefold() not in defaults:
            yield f"no content type for {name}"


def _order(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(f"{{{MAIN}}}"):
            continue
        kind = element.tag.rpartition("}")[2]
        if kind not in _SEQUENCES or (kind == "r" and element.getparent().tag == f"{{{MAIN}}}c"):  # type: ignore[union-attr]
            continue
        order = _SEQUENCES[kind].split()
        children = [c.tag.rpartition("}")[2] for c in element if isinstance(c.tag, str) and c.tag.startswith(f"{{{MAIN}}}")]
        yield from (f"<{child}> does not belong in <{kind}>" for child in children if child not in order)
        places = [order.index(child) for child in children if child in order]
        if kind not in _FREE and places != sorted(places):
            yield f"order in <{kind}>: {children}"
        if kind in ("worksheet", "workbook", "styleSheet"):
            single = [child for child in children if child != "conditionalFormatting"]
            yield from (f"<{child}> more than once" for child in set(single) if single.count(child) > 1)


def _relationships(name: str, tree: etree._Element, names: set[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [each.get("Id") for each in tree]
    yield from (f"{name}: two relationships {key}" for key in {i for i in ids if ids.count(i) > 1})
    for each in tree:
        target = each.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if each.get("TargetMode") != "External" and full not in names:
            yield f"{name}: {target} is not there"


def _ids(name: str, tree: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    folder, _, last = name.rpartition("/")
    rels = trees.get(f"{folder}/_rels/{last}.rels")
    known = {each.get("Id") for each in rels} if rels is not None else set()
    for element in tree.iter():
        key = element.get(f"{{{R}}}id") if isinstance(element.tag, str) else None
        if key and key not in known:
            yield f"{name}: {element.tag.rpartition('}')[2]} refers to {key}, which is not there"


def _workbook(trees: dict[str, etree._Element]) -> Iterator[str]:
    book = trees["xl/workbook.xml"]
    sheets = book.findall(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")
    titles = [sheet.get("name", "").casefold() for sheet in sheets]
    yield from (f"two sheets {title}" for title in set(titles) if titles.count(title) > 1)
    yield from (f"name of sheet: {title}" for title in titles if not 0 < len(title) <= 31 or set(title) & set("[]:*?/\\"))
    numbers = [sheet.get("sheetId") for sheet in sheets]
    yield from (f"two sheets numbered {number}" for number in set(numbers) if numbers.count(number) > 1)
    keys = []
    for entry in book.iterfind(f"{{{MAIN}}}definedNames/{{{MAIN}}}definedName"):
        local = entry.get("localSheetId")
        keys.append((entry.get("name", "").casefold(), local))
        if local is not None and int(local) >= len(sheets):
            yield f"name {entry.get('name')} of sheet {local}, which is not there"
    yield from (f"two names {key}" for key in set(keys) if keys.count(key) > 1)
    active = book.find(f"{{{MAIN}}}bookViews/{{{MAIN}}}workbookView")
    if active is not None and sheets[int(active.get("activeTab", "0"))].get("state", "visible") != "visible":
        yield "opens on a hidden sheet"
    styles = trees.get("xl/styles.xml")
    formats = len(styles.find(f"{{{MAIN}}}cellXfs")) if styles is not None else 1  # type: ignore[arg-type]
    if styles is not None:
        yield from _styles(styles)
    strings = next((len(tree) for name, tree in trees.items() if name.lower() == "xl/sharedstrings.xml"), 0)
    for name, tree in trees.items():
        if tree.tag == f"{{{MAIN}}}worksheet":
            yield from (f"{name}: {fault}" for fault in _sheet(tree, formats, strings))
        elif tree.tag == f"{{{MAIN}}}comments":
            yield from (f"{name}: {fault}" for fault in _comments(tree))


def _styles(styles: etree._Element) -> Iterator[str]:
    sizes = {name: len(styles.find(f"{{{MAIN}}}{name}")) for name in ("fonts", "fills", "borders")}  # type: ignore[arg-type]
    for name in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs"):
        part = styles.find(f"{{{MAIN}}}{name}")
        if part is not None and part.get("count") not in (None, str(len(part))):
            yield f"count of {name} is {part.get('count')}, not {len(part)}"
    for xf in styles.iterfind(f"{{{MAIN}}}cellXfs/{{{MAIN}}}xf"):
        for key, name in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if int(xf.get(key, "0")) >= sizes[name]:
                yield f"{key} {xf.get(key)} of {sizes[name]}"


def _sheet(tree: etree._Element, formats: int, strings: int) -> Iterator[str]:
    rows = [int(row.get("r", "0")) for row in tree.iterfind(f"{{{MAIN}}}sheetData/{{{MAIN}}}row")]
    if any(one >= other for one, other in pairwise(r for r in rows if r)):
        yield "rows out of order"
    for row in tree.iterfind(f"{{{MAIN}}}sheetData/{{{MAIN}}}row"):
        places = [_place(cell.get("r", "")) for cell in row if cell.get("r")]
        if places != sorted(set(places)):
            yield f"cells of row {row.get('r')} out of order"
        for cell in row.iterfind(f"{{{MAIN}}}c"):
            if int(cell.get("s", "0")) >= formats:
                yield f"format {cell.get('s')} of {cell.get('r')} is not there"
            if cell.get("t") == "s" and int(cell.findtext(f"{{{MAIN}}}v") or "0") >= strings:
                yield f"text of {cell.get('r')} is not there"
            text = "".join(t.text or "" for t in cell.iterfind(f"{{{MAIN}}}is//{{{MAIN}}}t"))
            if len(text) > 32_767:
                yield f"text of {cell.get('r')} has {len(text)} characters"
    links = tree.findall(f"{{{MAIN}}}hyperlinks/{{{MAIN}}}hyperlink")
    if len(links) > _MOST_LINKS:
        yield f"{len(links)} links"
    filters = tree.find(f"{{{MAIN}}}autoFilter")
    if filters is not None and not re.fullmatch(r"[A-Z]+\d+:[A-Z]+\d+", filters.get("ref", "")):
        yield f"filter of {filters.get('ref')}"


def _place(name: str) -> tuple[int, int]:
    found = _CELL.fullmatch(name)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _comments(tree: etree._Element) -> Iterator[str]:
    authors = len(tree.find(f"{{{MAIN}}}authors"))  # type: ignore[arg-type]
    cells = [comment.get("ref") for comment in tree.iter(f"{{{MAIN}}}comment")]
    yield from (f"two comments on {cell}" for cell in set(cells) if cells.count(cell) > 1)
    for comment in tree.iter(f"{{{MAIN}}}comment"):
        if int(comment.get("authorId", "0")) >= authors:
            yield f"author {comment.get('authorId')} of {comment.get('ref')} is not there"
        if len("".join(t.text or "" for t in comment.iter(f"{{{MAIN}}}t"))) > 32_767:
            yield f"comment on {comment.get('ref')} is too long"
