"""Comments of one sheet: their text, and the drawing（VML）that shows them (ECMA-376 part 1, 18.7; part 4, 14)."""

import re

from lxml import etree
from rich.cells import cell_len

from basischeck.report.workbook.cells import Cells, place_of
from basischeck.report.workbook.package import MAIN, OFFICE, Package
from basischeck.report.workbook.styles import main
from basischeck.report.workbook.text import clean

AUTHOR = "basischeck"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_LEGACY = ("legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_WIDTH, _LINE, _LINE_PIXELS, _MAX_HEIGHT = 400, 52, 18, 640
_VML_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/></o:shapelayout>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE_TEXT = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:{width}px;height:{height}px;'
    'z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


class Comments:
    """The comments of the sheet in part `sheet`; `number` is the sheet's place, by which its shapes are numbered."""

    def __init__(self, package: Package, sheet: str, cells: Cells, number: int) -> None:
        self._package, self._sheet, self._cells = package, sheet, cells
        self._number = number
        self._part = next((part for _, kind, part in package.related(sheet) if kind == "comments"), None)

    def cut(self, mark: str) -> list[str]:
        """Take away what stands from `mark` on in every comment, and comments of nothing else; return the cells concerned."""
        if self._part is None:
            return []
        changed = []
        for comment in list(self._list()):
            where, text = comment.get("ref", ""), _text_of(comment)
            theirs, found, _ = text.partition(mark)
            if not found:
                continue
            changed.append(where)
            if theirs.strip():
                _cut_text(comment, len(theirs.rstrip()))
            else:
                self._list().remove(comment)
                self._remove_shape(where)
        return changed

    def add(self, where: str, text: str) -> None:
        """Add a comment to a cell, below the one that is there."""
        self._ensure()
        for comment in self._list():
            if comment.get("ref") == where:
                _append_text(comment, f"\n\n{text}")
                return
        comment = etree.SubElement(self._list(), main("comment"), ref=where, authorId=str(self._author()))
        etree.SubElement(comment, main("text"))
        _append_text(comment, text)
        self._add_shape(where, text)

    def _list(self) -> etree._Element:
        root = self._package.tree(self._part or "")
        found = root.find(main("commentList"))
        return found if found is not None else etree.SubElement(root, main("commentList"))

    def _author(self) -> int:
        root = self._package.tree(self._part or "")
        authors = root.find(main("authors"))
        if authors is None:
            authors = etree.Element(main("authors"))
            root.insert(0, authors)
        names = [author.text for author in authors]
        if AUTHOR not in names:
            etree.SubElement(authors, main("author")).text = AUTHOR
            return len(names)
        return names.index(AUTHOR)

    def _ensure(self) -> None:
        if self._part is None:
            root = etree.Element(main("comments"), nsmap={None: MAIN})
            etree.SubElement(root, main("authors"))
            etree.SubElement(root, main("commentList"))
            self._part = self._package.free_name("xl/basischeckComments{}.xml")
            self._package.put(self._part, root, _TYPE)
            self._package.relate(self._sheet, "comments", self._part)

    def _drawing(self) -> str:
        """Return the part with the shapes, made where there is none."""
        legacy = self._cells.root.find(main("legacyDrawing"))
        if legacy is not None:
            key = legacy.get(f"{{{OFFICE}}}id")
            known = next((part for name, _, part in self._package.related(self._sheet) if name == key), None)
            if known is not None and known in self._package.names():
                return known
        part = self._package.free_name("xl/drawings/basischeckDrawing{}.vml")
        self._package.default_type("vml", _VML_TYPE)
        self._package.put(part, (_VML_HEAD.format(data=self._number) + _SHAPE_TYPE + "</xml>").encode())
        if legacy is None:
            legacy = etree.Element(main("legacyDrawing"))
            later = {main(name) for name in _AFTER_LEGACY}
            following = next((child for child in self._cells.root if child.tag in later), None)
            if following is None:
                self._cells.root.append(legacy)
            else:
                following.addprevious(legacy)
        legacy.set(f"{{{OFFICE}}}id", self._package.relate(self._sheet, "vmlDrawing", part))
        return part

    def _add_shape(self, where: str, text: str) -> None:
        part = self._drawing()
        drawing = self._package.raw(part).decode("utf-8", "surrogateescape")
        taken = [int(found) for found in re.findall(r"_x0000_s(\d+)", drawing)]
        row, column = place_of(where)
        height = min(_MAX_HEIGHT, 30 + _LINE_PIXELS * sum(1 + cell_len(line) // _LINE for line in text.splitlines()))
        shape = _SHAPE_TEXT.format(
            number=max(taken, default=1024 * self._number) + 1,
            width=_WIDTH,
            height=height,
            anchor=", ".join(map(str, self._anchor(row, column, height))),
            row=row - 1,
            column=column - 1,
        )
        kind = "" if "_x0000_t202" in drawing else _SHAPE_TYPE
        head, end, tail = drawing.rpartition("</xml>")
        self._package.put(part, f"{head}{kind}{shape}{end}{tail}".encode("utf-8", "surrogateescape"))

    def _anchor(self, row: int, column: int, height: int) -> tuple[int, ...]:
        """Return where the box stands: column, pixels into it, row, pixels into it, of its first and its last corner."""
        right, rest = column + 1, _WIDTH + 15
        while rest >= self._cells.width(right) and right < 16_384:
            rest -= self._cells.width(right)
            right += 1
        bottom, down = row, height
        while down >= self._cells.height(bottom) and bottom < 1_048_576:
            down -= self._cells.height(bottom)
            bottom += 1
        return column, 15, row - 1, 2, right - 1, rest, bottom - 1, down

    def _remove_shape(self, where: str) -> None:
        legacy = self._cells.root.find(main("legacyDrawing"))
        if legacy is None:
            return
        part = self._drawing()
        row, column = place_of(where)
        here = (f"<x:Row>{row - 1}</x:Row>", f"<x:Column>{column - 1}</x:Column>")

        def keep(shape: re.Match[str]) -> str:
            return "" if all(mark in re.sub(r"\s", "", shape[0]) for mark in here) else shape[0]

        drawing = self._package.raw(part).decode("utf-8", "surrogateescape")
        self._package.put(part, _SHAPE.sub(keep, drawing).encode("utf-8", "surrogateescape"))


def _text_of(comment: etree._Element) -> str:
    return "".join(part.text or "" for part in comment.iterfind(f"{main('text')}//{main('t')}"))


def _cut_text(comment: etree._Element, length: int) -> None:
    """Keep the first `length` characters of a comment with their formats."""
    for piece in comment.iterfind(f"{main('text')}//{main('t')}"):
        piece.text = (piece.text or "")[: max(0, length)]
        length -= len(piece.text)
    body = comment.find(main("text"))
    for run in body.findall(main("r")) if body is not None else ():
        if not any(piece.text for piece in run.iterfind(main("t"))):
            run.getparent().remove(run)  # type: ignore[union-attr]


def _append_text(comment: etree._Element, text: str) -> None:
    body = comment.find(main("text"))
    if body is None:
        body = etree.SubElement(comment, main("text"))
    for plain in body.findall(main("t")):
        # A text may be one plain piece or several runs, never both.
        run = etree.Element(main("r"))
        plain.addprevious(run)
        run.append(plain)
    piece = etree.SubElement(etree.SubElement(body, main("r")), main("t"))
    piece.text = clean(text)
    piece.set(_SPACE, "preserve")
