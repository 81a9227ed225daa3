from collections import Counter

from basischeck.statute.parts import Clauses, PartChange, compare_parts


def clauses(*paragraphs: str) -> Clauses:
    """Write 款 as words between blanks, 项 behind "|"."""
    found: Clauses = {}
    for p, text in enumerate(paragraphs, 1):
        items = text.split("|")[1:]
        found[p, None] = Counter(text.replace("|", " ").split())
        found.update({(p, n): Counter(item.split()) for n, item in enumerate(items, 1)})
    return found


def rows(changes: tuple[PartChange, ...]) -> list[tuple[object, object, str]]:
    return [(c.old, c.new, c.change) for c in changes]


def test_a_paragraph_put_in_moves_the_ones_behind_it() -> None:
    assert rows(compare_parts(clauses("a b", "c d"), clauses("a b", "x y", "c d"))) == [
        ((1, None), (1, None), "same"),
        ((2, None), (3, None), "renumbered"),
        (None, (2, None), "added"),
    ]


def test_a_paragraph_left_over_between_two_is_its_new_wording() -> None:
    assert rows(compare_parts(clauses("a", "b", "c"), clauses("a", "z", "c")))[1] == ((2, None), (2, None), "revised")


def test_items_are_followed_inside_their_paragraph() -> None:
    found = rows(compare_parts(clauses("h |a b|c d|e f"), clauses("h |a b|e f|g k")))
    assert ((1, 2), None, "deleted") in found
    assert ((1, 3), (1, 2), "renumbered") in found
    assert (None, (1, 3), "added") in found


def test_a_paragraph_dropped_is_deleted() -> None:
    assert rows(compare_parts(clauses("a b", "c d"), clauses("c d"))) == [
        ((1, None), None, "deleted"),
        ((2, None), (1, None), "renumbered"),
    ]


def test_an_unknown_article_has_no_parts() -> None:
    assert compare_parts({}, {}) == ()


def test_the_record_names_paragraph_and_item() -> None:
    assert PartChange((1, 2), None, "deleted", 0.0).to_json() == {
        "old": {"paragraph": 1, "item": 2},
        "new": None,
        "change": "deleted",
        "similarity": 0.0,
    }
