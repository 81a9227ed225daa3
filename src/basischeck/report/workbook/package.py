"""A workbook as its parts (Office Open XML, ECMA-376 part 2): what is not changed is written back byte for byte.

Libraries that read a workbook into a model and write it anew lose what the model does not know: drawings, the formats of
single characters, stored results of formulas, the edges of merged cells. A list has to keep its layout.
"""

import io
import posixpath
import zipfile
from typing import Final

from lxml import etree

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART: Final = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class PackageError(ValueError):
    """The bytes are no workbook of the transitional kind that office programs write."""


class Package:
    """The parts of a workbook by name; parts that were changed are written anew on `save`, all others as they were."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = [entry for entry in archive.infolist() if not entry.is_dir()]
                self._parts = {entry.filename.replace("\\", "/"): archive.read(entry) for entry in entries}
        except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
            raise PackageError(str(error)) from None
        self._trees: dict[str, etree._Element] = {}
        self._read: dict[str, bytes] = {}

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._parts)

    def raw(self, name: str) -> bytes:
        """Return a part as it was read or last put."""
        return self._parts[name]

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; changes to it are saved.

        Raises PackageError where the part is missing or no XML.
        """
        if name not in self._trees:
            try:
                self._trees[name] = etree.fromstring(self._parts[name], _PARSER)
            except (KeyError, etree.XMLSyntaxError) as error:
                raise PackageError(f"{name}: {error}") from None
            self._read[name] = etree.tostring(self._trees[name])
        return self._trees[name]

    def put(self, name: str, content: bytes | etree._Element, content_type: str | None = None) -> None:
        """Add or replace a part; `content_type` is stated for this part alone."""
        if isinstance(content, bytes):
            self._parts[name] = content
            self._trees.pop(name, None)
        else:
            self._parts[name] = b""
            self._trees[name] = content
            self._read.pop(name, None)
        if content_type:
            self._override(name, content_type)

    def remove(self, name: str) -> None:
        """Take away a part with its relationships and its content type."""
        gone = (name, rels_name(name))
        for part in gone:
            self._parts.pop(part, None)
            self._trees.pop(part, None)
        types = self.tree(_TYPES_PART)
        for entry in types.findall(f"{{{_TYPES}}}Override"):
            if entry.get("PartName", "").lstrip("/") in gone:
                types.remove(entry)

    def free_name(self, pattern: str) -> str:
        """Return the first name of the form `pattern` (with one {}) that no part has."""
        taken = {name.casefold() for name in self._parts}
        return next(name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).casefold() not in taken)

    def default_type(self, extension: str, content_type: str) -> None:
        """State the content type of all parts with an extension, where none is stated yet."""
        types = self.tree(_TYPES_PART)
        known = {entry.get("Extension", "").casefold() for entry in types.findall(f"{{{_TYPES}}}Default")}
        if extension not in known:
            types.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type))

    def _override(self, name: str, content_type: str) -> None:
        types = self.tree(_TYPES_PART)
        for entry in types.findall(f"{{{_TYPES}}}Override"):
            if entry.get("PartName", "").lstrip("/") == name:
                entry.set("ContentType", content_type)
                return
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)

    def content_type(self, name: str) -> str:
        """Return the content type that is stated for this part alone, "" where none is."""
        for entry in self.tree(_TYPES_PART).findall(f"{{{_TYPES}}}Override"):
            if entry.get("PartName", "").lstrip("/") == name:
                return entry.get("ContentType", "")
        return ""

    def related(self, name: str) -> list[tuple[str, str, str]]:
        """Return what a part refers to inside the package: (id, last word of the type, part name)."""
        if rels_name(name) not in self._parts:
            return []
        found = []
        for entry in self.tree(rels_name(name)):
            if entry.get("TargetMode") != "External" and entry.get("Target"):
                target = entry.get("Target", "").replace("\\", "/")
                full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
                found.append((entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], full))
        return found

    def relate(self, name: str, kind: str, target: str) -> str:
        """Let part `name` refer to part `target`; return the relationship's id."""
        rels = rels_name(name)
        if rels not in self._parts:
            self.put(rels, etree.Element(f"{{{_RELS}}}Relationships", nsmap={None: _RELS}))
        tree = self.tree(rels)
        taken = {entry.get("Id") for entry in tree}
        key = next(word for number in range(1, len(taken) + 2) if (word := f"rId{number}") not in taken)
        relative = posixpath.relpath(target, posixpath.dirname(name) or ".")
        etree.SubElement(tree, f"{{{_RELS}}}Relationship", Id=key, Type=f"{OFFICE}/{kind}", Target=relative)
        return key

    def unrelate(self, name: str, key: str) -> None:
        """Take away one relationship of a part."""
        tree = self.tree(rels_name(name))
        for entry in list(tree):
            if entry.get("Id") == key:
                tree.remove(entry)

    def save(self) -> bytes:
        """Return the package as one file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts.items():
                tree = self._trees.get(name)
                if tree is not None and etree.tostring(tree) == self._read.get(name):
                    tree = None
                data = content if tree is None else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
                # A fixed time: the same list and findings make the same file.
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        return stream.getvalue()


def rels_name(name: str) -> str:
    """Return the name of the part that holds the relationships of part `name`."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
