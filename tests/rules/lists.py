"""A list in a few words, for tests: items as mappings of field to text, without a file."""

from collections.abc import Mapping, Sequence

from basischeck.catalog.model import BasisText, FieldText, Item, ListFile, SheetInfo

_BASES = {"设定依据": ("E", "设定依据"), "责任事项依据": ("L", "责任事项依据"), "追责依据": ("N", "追责依据")}
_DEFAULTS = {
    "事项名称": "对某行为的处罚",
    "权力类型": "行政处罚",
    "行使主体": "某市某局",
    "设定依据": "《中华人民共和国行政处罚法》第九条",
}


def list_of(
    items: Sequence[Mapping[str, str | None]],
    *,
    sheet: str = "清单",
    region: str = "",
    count: int | None = None,
    file: str = "清单.xlsx",
) -> ListFile:
    """Return a list file of `items`; what an item leaves out is filled with a sound value, "" leaves a cell empty.

    A field that is None in the first item is no column of the list at all.
    """
    absent = {field for field, text in items[0].items() if text is None}
    filled = [{**_DEFAULTS, **{name: text or "" for name, text in given.items()}} for given in items]
    built = tuple(_item(number, given, sheet, file) for number, given in enumerate(filled, start=2))
    columns = {field: field for given in filled for field in given if field != "部门" and field not in absent}
    info = SheetInfo(sheet, len(items) + 1, (1,), columns, count)
    return ListFile(file, (info,), built, (), region=region)


def _item(row: int, given: Mapping[str, str], sheet: str, file: str) -> Item:
    bases = tuple(
        BasisText(role, given[field], f"{column}{row}", row, field)  # type: ignore[arg-type]
        for field, (column, role) in _BASES.items()
        if given.get(field)
    )
    fields = {name: FieldText(text, f"B{row}", row) for name, text in given.items() if name not in _BASES and text}
    return Item(
        file=file,
        sheet=sheet,
        row=row,
        rows=(row,),
        key=f"{given['权力类型']}|{given['事项名称']}",
        name=given["事项名称"],
        sub_name=given.get("子项名称", ""),
        code=given.get("编码", ""),
        category=given["权力类型"],
        category_from="column",
        department=given.get("部门", "某市某局"),
        department_from="column",
        fields=fields,
        bases=bases,
        serials=tuple(filter(None, given.get("序号", "").split(","))),
    )
