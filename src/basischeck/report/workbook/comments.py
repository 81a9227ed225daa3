"""Comments of one sheet (ECMA-376 part 1, 18.7)."""

from collections.abc import Mapping

from lxml import etree

from basischeck.report.workbook.cells import Cells
from basischeck.report.workbook.package import MAIN, Package
from basischeck.report.workbook.shapes import Shapes
from basischeck.report.workbook.styles import main
from basischeck.report.workbook.text import clean

AUTHOR = "basischeck"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """The comments of the sheet in part `sheet`; `number` is the sheet's place, by which its shapes are numbered."""

    def __init__(self, package: Package, sheet: str, cells: Cells, number: int) -> None:
        self._package, self._sheet = package, sheet
        self._shapes = Shapes(package, sheet, cells, number)
        self._part = next((part for _, kind, part in package.related(sheet) if kind == "comments"), None)

    def cut(self, mark: str) -> list[str]:
        """Take away what stands from `mark` on in every comment, and comments of nothing else; return the cells concerned."""
        if self._part is None:
            return []
        changed: list[str] = []
        gone: list[str] = []
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
                gone.append(where)
        self._shapes.remove(gone)
        return changed

    def add(self, texts: Mapping[str, str]) -> None:
        """Add comments by cell, each below the one that is there."""
        if not texts:
            return
        self._ensure()
        known = {comment.get("ref", ""): comment for comment in self._list()}
        author = str(self._author())
        for where, text in texts.items():
            if where in known:
                _append_text(known[where], f"\n\n{text}")
                continue
            comment = etree.SubElement(self._list(), main("comment"), ref=where, authorId=author)
            etree.SubElement(comment, main("text"))
            _append_text(comment, text)
        self._shapes.add({where: text for where, text in texts.items() if where not in known})

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
