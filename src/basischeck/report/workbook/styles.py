"""The style sheet of a workbook: cell formats are only added, never changed, so no cell looks different by chance."""

from copy import deepcopy
from typing import Final

from lxml import etree

from basischeck.report.workbook.package import MAIN

_NO_FILL: Final = ""


def main(name: str) -> str:
    """Return the full name of an element of SpreadsheetML."""
    return f"{{{MAIN}}}{name}"


class Styles:
    """The part xl/styles.xml; formats are numbers into its list `cellXfs`."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._filled: dict[tuple[int, str], int] = {}
        self._made: dict[str, int] = {}
        if not len(self._list("cellXfs")):
            etree.SubElement(self._list("cellXfs"), main("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0")

    def _list(self, name: str) -> etree._Element:
        found = self._root.find(main(name))
        if found is None:
            found = etree.Element(main(name))
            # The order of the lists is fixed (CT_Stylesheet).
            order = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
            before = [main(other) for other in order[: order.index(name)]]
            place = max((i + 1 for i, child in enumerate(self._root) if child.tag in before), default=0)
            self._root.insert(place, found)
        return found

    def _add(self, name: str, element: etree._Element) -> int:
        parent = self._list(name)
        parent.append(element)
        parent.set("count", str(len(parent)))
        return len(parent) - 1

    def fill_of(self, style: int) -> str:
        """Return the fill of a cell format as the XML of its pattern, "" for none."""
        xfs, fills = self._list("cellXfs"), self._list("fills")
        number = int(xfs[style].get("fillId", "0")) if style < len(xfs) else 0
        if number >= len(fills) or not len(fills[number]):
            return _NO_FILL
        pattern = fills[number][0]
        if pattern.tag == main("patternFill") and pattern.get("patternType", "none") == "none":
            return _NO_FILL
        plain = etree.tostring(pattern, encoding="unicode").replace(f' xmlns="{MAIN}"', "")
        return plain if len(plain) < 400 else _NO_FILL

    def with_fill(self, style: int, fill: str) -> int:
        """Return the cell format that is `style` but for its fill, the XML of a pattern or "" for none."""
        if (style, fill) not in self._filled:
            xfs = self._list("cellXfs")
            xf = deepcopy(xfs[style if style < len(xfs) else 0])
            xf.set("fillId", str(self._fill(fill)))
            xf.set("applyFill", "1")
            self._filled[style, fill] = self._add("cellXfs", xf)
        return self._filled[style, fill]

    def _fill(self, fill: str) -> int:
        if fill == _NO_FILL:
            return 0
        if fill not in self._made:
            try:
                pattern = etree.fromstring(f'<fill xmlns="{MAIN}">{fill}</fill>')
            except etree.XMLSyntaxError:
                return 0
            self._made[fill] = self._add("fills", pattern)
        return self._made[fill]

    def make(self, *, font: str = "", fill: str = "", border: str = "", alignment: str = "") -> int:
        """Return a new cell format from the XML of its parts."""
        xf = etree.Element(main("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        for name, key, text in (("fonts", "fontId", font), ("fills", "fillId", fill), ("borders", "borderId", border)):
            if text:
                wrapped = f'<x xmlns="{MAIN}">{text}</x>'
                number = self._fill(text) if name == "fills" else self._add(name, etree.fromstring(wrapped)[0])
                xf.set(key, str(number))
                xf.set({"fonts": "applyFont", "fills": "applyFill", "borders": "applyBorder"}[name], "1")
        if alignment:
            xf.set("applyAlignment", "1")
            xf.append(etree.fromstring(f'<x xmlns="{MAIN}">{alignment}</x>')[0])
        return self._add("cellXfs", xf)


def solid(colour: str) -> str:
    """Return the XML of a pattern filled with a colour (RRGGBB)."""
    return f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill>'
