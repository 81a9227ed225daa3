"""What items share with the one above where the list gives it once for several of them."""

from basischeck.catalog.draft import Draft
from basischeck.catalog.wording import squeezed


def fill_down(drafts: list[Draft], name: str) -> None:
    """Fill a field from the item above where the list gives it once for each group（first row of a department only）.

    Only where most items leave it blank: a single blank in a filled column is a gap for the report to tell of.
    """
    filled = [draft for draft in drafts if draft.short(name)]
    if not filled or filled[0] is not drafts[0] or len(filled) * 2 > len(drafts):
        return
    last = drafts[0].fields[name]
    for draft in drafts:
        if draft.short(name):
            last = draft.fields[name]
        else:
            draft.fields[name] = last


def share_with_names(drafts: list[Draft]) -> list[Draft]:
    """Give items of which the list has only the name what the item above has, where the list is made of such groups.

    Only where at least half of the items are bare names: a few among full rows are items whose cells were left out. Returns
    those that were given something.
    """
    bare = [draft for draft in drafts if draft.bare]
    if not bare or len(bare) * 2 < len(drafts) or drafts[0].bare:
        return []
    head = drafts[0]
    for draft in drafts:
        if draft.bare:
            draft.serial = draft.serial or head.serial
            draft.inherit(head)
        else:
            head = draft
    return bare


def without_main_rows(drafts: list[Draft]) -> tuple[list[Draft], list[int]]:
    """Return the items without those that only name one whose sub-items follow with the bases, and the rows of these.

    They claim no power of their own.
    """
    kept: list[Draft] = []
    rows: list[int] = []
    for place, draft in enumerate(drafts):
        after = drafts[place + 1] if place + 1 < len(drafts) else None
        if after and not draft.founded and _heads(draft, after):
            rows += draft.rows
        else:
            kept.append(draft)
    return kept, rows


def _heads(draft: Draft, after: Draft) -> bool:
    """Tell whether `draft` only names what `after` is a part of, and holds no basis that `after` does not hold too."""
    if draft.sub_name or draft.inherited or not after.inherited or squeezed(after.name) != squeezed(draft.name):
        return False
    return all(texts == after.bases.get(column) for column, texts in draft.bases.items())
