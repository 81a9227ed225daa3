"""A law on an act's matter that is younger than the act: what the act confers is often in the law by now."""

from collections.abc import Iterable, Iterator
from datetime import date

from basischeck.coverage.units import subject_of
from basischeck.statute import Index
from basischeck.statute.model import Statute, Version

_SHORTEST = 2


def newer_law(act: Statute, others: Iterable[Statute], as_of: date) -> str:
    """Return the title of that of the others which is a law on the act's matter and younger than it, "" for none.

    Its name stands in the act's（《特种设备安全法》 in 特种设备安全监察条例）.
    """
    own = act.in_force(as_of)
    for law, text in _laws(act, others, as_of):
        core = law.title.removeprefix("中华人民共和国").removesuffix("法")
        if own is None or text.effective is None or own.effective is None or len(core) < _SHORTEST:
            continue
        if core in act.title and text.effective > own.effective:
            return law.title
    return ""


def law_with_chapter(act: Statute, others: Iterable[Statute], index: Index, as_of: date) -> str:
    """Return the title of that of the others which is a law made after the act with a chapter on its subject（失业保险 in 社会保险法）, "" for none.

    The law then has penalties of its own for the same offences, in other words; whatever was amended of the act since in passing.
    """
    subject = subject_of(act.title)
    for law, text in _laws(act, others, as_of):
        first, its = act.versions[0].effective, law.versions[0].effective
        skeleton = index.skeleton(text.id) if subject and text.held and first and its and its > first else None
        if skeleton is not None and any("".join(heading.title.split()) == subject for heading in skeleton.headings):
            return law.title
    return ""


def _laws(act: Statute, others: Iterable[Statute], as_of: date) -> Iterator[tuple[Statute, Version]]:
    for law in others if act.level != "法律" else ():
        text = law.in_force(as_of) if law.level == "法律" else None
        if text is not None:
            yield law, text
