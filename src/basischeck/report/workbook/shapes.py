"""The boxes that show the comments of a sheet: a drawing in VML, the form that office programs keep for it (ECMA-376 part 4)."""

import re
from collections.abc import Collection, Mapping

from lxml import etree
from rich.cells import cell_len

from basischeck.pattern import regex
from basischeck.report.workbook.cells import Cells, place_of
from basischeck.report.workbook.package import OFFICE, Package
from basischeck.report.workbook.styles import main

_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER = ("legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_SHAPE = regex(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_ROW, _COLUMN = regex(r"<x:Row>\s*(\d+)\s*</x:Row>"), regex(r"<x:Column>\s*(\d+)\s*</x:Column>")
_WIDTH, _LINE, _LINE_PIXELS, _MAX_HEIGHT = 400, 52, 18, 640
_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/></o:shapelayout>'
)
_BOX_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:{width}px;height:{height}px;'
    'z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


class Shapes:
    """The comment boxes of the sheet in part `sheet`; `number` is the sheet's place, by which new boxes are numbered."""

    def __init__(self, package: Package, sheet: str, cells: Cells, number: int) -> None:
        self._package, self._sheet, self._cells = package, sheet, cells
        self._number = number

    def add(self, texts: Mapping[str, str]) -> None:
        """Add a box for each cell, as large as its text."""
        if not texts:
            return
        part = self._part() or self._make()
        drawing = self._read(part)
        number = max(map(int, re.findall(r"_x0000_s(\d+)", drawing)), default=1024 * self._number)
        boxes = "".join(self._box(number + step, where, text) for step, (where, text) in enumerate(texts.items(), start=1))
        kind = "" if "_x0000_t202" in drawing else _BOX_TYPE
        head, end, tail = drawing.rpartition("</xml>")
        self._write(part, f"{head}{kind}{boxes}{end}{tail}")

    def remove(self, cells: Collection[str]) -> None:
        """Take away the boxes of some cells."""
        part = self._part()
        if part is None or not cells:
            return
        places = {place_of(where) for where in cells}

        def keep(shape: re.Match[str]) -> str:
            row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
            return "" if row and column and (int(row[1]) + 1, int(column[1]) + 1) in places else shape[0]

        self._write(part, _SHAPE.sub(keep, self._read(part)))

    def _read(self, part: str) -> str:
        return self._package.raw(part).decode("utf-8", "surrogateescape")

    def _write(self, part: str, drawing: str) -> None:
        self._package.put(part, drawing.encode("utf-8", "surrogateescape"))

    def _part(self) -> str | None:
        """Return the part with the boxes; form controls share it."""
        legacy = self._cells.root.find(main("legacyDrawing"))
        if legacy is None:
            return None
        key = legacy.get(f"{{{OFFICE}}}id")
        known = next((part for name, _, part in self._package.related(self._sheet) if name == key), None)
        return known if known in self._package.names() else None

    def _make(self) -> str:
        part = self._package.free_name("xl/drawings/basischeckDrawing{}.vml")
        self._package.default_type("vml", _TYPE)
        self._package.put(part, (_HEAD.format(data=self._number) + _BOX_TYPE + "</xml>").encode())
        legacy = self._cells.root.find(main("legacyDrawing"))
        if legacy is None:
            legacy = etree.Element(main("legacyDrawing"))
            later = {main(name) for name in _AFTER}
            following = next((child for child in self._cells.root if child.tag in later), None)
            if following is None:
                self._cells.root.append(legacy)
            else:
                following.addprevious(legacy)
        legacy.set(f"{{{OFFICE}}}id", self._package.relate(self._sheet, "vmlDrawing", part))
        return part

    def _box(self, number: int, where: str, text: str) -> str:
        row, column = place_of(where)
        height = min(_MAX_HEIGHT, 30 + _LINE_PIXELS * sum(1 + cell_len(line) // _LINE for line in text.splitlines()))
        anchor = ", ".join(map(str, self._anchor(row, column, height)))
        return _BOX.format(number=number, width=_WIDTH, height=height, anchor=anchor, row=row - 1, column=column - 1)

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
