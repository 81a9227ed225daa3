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


def give_back_gaps(drafts: list[Draft]) -> list[Draft]:
    """Take back what sub-items share of their item's basis where their own cell is a gap; return those of which it cannot be told.

    A list that merges cells for what is shared, and fills the basis of its sub-items, shares none by a blank cell.
    """
    group = 0
    subs: list[tuple[int, Draft]] = []
    for draft in drafts:
        if draft.inherited and draft.below_merged:
            subs.append((group, draft))
        else:
            group += 1
    own = [number for number, draft in subs if draft.lent is None and draft.founded]
    lent = [(number, draft) for number, draft in subs if draft.lent is not None]
    filled = set(own)
    unsure = [draft for number, draft in lent if number not in filled]
    unsure = unsure if 0 < len(own) < len(unsure) else []
    for number, draft in lent if own else ():
        if number in filled or not unsure:
            draft.give_back()
    return unsure


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
    if not draft.sub_name and draft.serial and after.serial.startswith((f"{draft.serial}.", f"{draft.serial}-")):
        # 1 over 1.1: counted as a part of it, though both stand in one column of names.
        return not draft.bases
    if draft.sub_name or draft.inherited or not after.inherited or squeezed(after.name) != squeezed(draft.name):
        return False
    return all(texts == after.bases.get(column) for column, texts in draft.bases.items())
