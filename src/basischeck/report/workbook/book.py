"""The workbook part: which sheets there are, in what order, under what names."""

from typing import Final

from lxml import etree

from basischeck.report.workbook.package import OFFICE, Package, PackageError
from basischeck.report.workbook.styles import Styles, main

_BOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ID: Final = f"{{{OFFICE}}}id"


class Book:
    """A workbook by its sheets.

    Raises PackageError where the package is no workbook of the transitional kind (the strict kind has other names).
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        top = next((part for _, kind, part in self.package.related("") if kind == "officeDocument"), "xl/workbook.xml")
        self._part = top
        self.root = self.package.tree(top)
        if self.root.tag != main("workbook") or self.root.find(main("sheets")) is None:
            raise PackageError(f"{top} is no workbook of the transitional kind")
        styles = next((part for _, kind, part in self.package.related(top) if kind == "styles"), None)
        if styles is None:
            raise PackageError("no styles")
        self.styles = Styles(self.package.tree(styles))
        self.notes = self._plain()
        self._known: dict[str, str] | None = None

    def _plain(self) -> list[str]:
        """Make a workbook with macros, or a template, a plain one: programs refuse such content under the name .xlsx."""
        if self.package.content_type(self._part) in (_BOOK, ""):
            return []
        self.package.put(self._part, self.root, _BOOK)
        macros = [(key, part) for key, kind, part in self.package.related(self._part) if kind == "vbaProject"]
        for key, part in macros:
            self.package.unrelate(self._part, key)
            self.package.remove(part)
        return ["原文件带有宏，标注的工作簿没有带入宏。"] if macros else []

    @property
    def _sheets(self) -> etree._Element:
        found = self.root.find(main("sheets"))
        if found is None:
            raise PackageError("no sheets")
        return found

    def parts(self) -> dict[str, str]:
        """Return the part of every sheet by the sheet's name, in order."""
        if self._known is None:
            self._known = self._find()
        return self._known

    def _find(self) -> dict[str, str]:
        known = {key: part for key, _, part in self.package.related(self._part)}
        return {
            sheet.get("name", ""): known[key]
            for sheet in self._sheets
            if (key := sheet.get(_ID, "")) in known and known[key] in self.package.names()
        }

    def is_table(self, part: str) -> bool:
        """Whether a part is a worksheet: charts have sheets of their own."""
        return self.package.tree(part).tag == main("worksheet")

    def free_name(self, wanted: str) -> str:
        """Return a name like `wanted` that no sheet has."""
        taken = {sheet.get("name", "").casefold() for sheet in self._sheets}
        names = [wanted, *(f"{wanted}{number}" for number in range(2, len(taken) + 3))]
        return next(name for name in names if name.casefold() not in taken)

    def add(self, name: str, content: etree._Element, *, first: bool, ranges: dict[str, str]) -> None:
        """Add a sheet at the beginning or at the end; `ranges` are its built-in names（_xlnm.Print_Area）."""
        self._known = None
        part = self.package.free_name("xl/worksheets/basischeck{}.xml")
        self.package.put(part, content, _SHEET)
        key = self.package.relate(self._part, "worksheet", part)
        number = max((int(sheet.get("sheetId", "0")) for sheet in self._sheets), default=0) + 1
        sheet = etree.Element(main("sheet"), name=name, sheetId=str(number))
        sheet.set(_ID, key)
        place = 0 if first else len(self._sheets)
        if first:
            self._shift(0, 1)
        self._sheets.insert(place, sheet)
        for word, text in ranges.items():
            entry = etree.SubElement(self._names(), main("definedName"), name=word, localSheetId=str(place))
            if word == "_xlnm._FilterDatabase":
                entry.set("hidden", "1")
            entry.text = f"{quoted(name)}!{text}"

    def remove(self, name: str) -> None:
        """Take away a sheet with its names."""
        for place, sheet in enumerate(list(self._sheets)):
            if sheet.get("name") != name:
                continue
            part = self.parts().get(name)
            self._known = None
            self._sheets.remove(sheet)
            self.package.unrelate(self._part, sheet.get(_ID, ""))
            if part:
                self.package.remove(part)
            self._shift(place, -1)
            return

    def _names(self) -> etree._Element:
        found = self.root.find(main("definedNames"))
        if found is None:
            found = etree.Element(main("definedNames"))
            before = [main(n) for n in ("functionGroups", "externalReferences", "sheets")]
            anchor = next(child for tag in before for child in self.root.iterchildren(tag))
            anchor.addnext(found)
        return found

    def _shift(self, place: int, by: int) -> None:
        """Let the names that belong to sheets from `place` on follow their sheets; names of a removed sheet go with it."""
        names = self.root.find(main("definedNames"))
        for entry in list(names) if names is not None else ():
            local = entry.get("localSheetId")
            if local is None or int(local) < place:
                continue
            if by < 0 and int(local) == place:
                entry.getparent().remove(entry)  # type: ignore[union-attr]
            else:
                entry.set("localSheetId", str(int(local) + by))
        if names is not None and not len(names):
            self.root.remove(names)

    def show_first(self) -> None:
        """Open on the first sheet, alone: two selected tabs are a group in which typing changes both sheets."""
        for view in self.root.iterfind(f"{main('bookViews')}/{main('workbookView')}"):
            view.set("activeTab", "0")
            view.set("firstSheet", "0")
        for number, part in enumerate(self.parts().values()):
            if number and any("tabSelected" in view.attrib for view in self._views(part)):
                for view in self._views(part):
                    view.attrib.pop("tabSelected", None)

    def _views(self, part: str) -> list[etree._Element]:
        return self.package.tree(part).findall(f"{main('sheetViews')}/{main('sheetView')}")


def quoted(name: str) -> str:
    """Return a sheet's name as it stands in a reference."""
    return "'" + name.replace("'", "''") + "'"


