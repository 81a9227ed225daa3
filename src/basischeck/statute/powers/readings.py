"""Powers as readers judged them, paragraph by paragraph, where somebody has read an act; they stand above what the program reads.

A reading is kept by the act and by the words of the paragraph（its clause fingerprint, hashed to 48 bits）, not by its number: it
holds for every version in which the paragraph has these words and is silent where they were changed. Committed as one line an act
in corpus/readings: the holders once, then `key:facts` a paragraph, facts in the form of `encoding` joined by "+", none where the
paragraph confers nothing. How the acts were read: docs/coverage.md.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from basischeck.statute.powers.encoding import decode_fact, encode_fact
from basischeck.statute.powers.model import Power

Places = Iterable[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of one act: its id in the index, and the powers of each paragraph by key, without place."""

    statute: str
    paragraphs: Mapping[str, tuple[Power, ...]]


def key_of(encoded: str) -> str:
    """Return the key of a paragraph: 8 characters of base64url over its encoded fingerprint（`fingerprint.encode`）."""
    return base64.urlsafe_b64encode(hashlib.blake2b(encoded.encode(), digest_size=6).digest()).decode()


def readings_to_line(readings: Readings) -> str:
    """Return the committed line of an act's readings."""
    holders: dict[str, int] = {}
    words = [
        f"{key}:{'+'.join(encode_fact(power, holders) for power in powers)}"
        for key, powers in sorted(readings.paragraphs.items())
    ]
    record = {"statute": readings.statute, "holders": list(holders), "read": " ".join(words)}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def readings_from_line(line: str) -> Readings:
    """Read the line of an act's readings; raises ValueError on one that `readings_to_line` cannot have written."""
    record = json.loads(line)
    holders = record["holders"]
    paragraphs = {}
    for word in record["read"].split():
        key, _, facts = word.partition(":")
        paragraphs[key] = tuple(decode_fact(holders, "0", 0, fact) for fact in facts.split("+") if fact)
    return Readings(record["statute"], paragraphs)


def places_of(articles: Sequence[str], prints: str) -> Iterator[tuple[str, int, str]]:
    """Yield article number, paragraph and key of each paragraph of a version: `articles` are its numbers in order.

    The key is empty where the paragraph has no clause to tell it by.
    """
    for number, article in zip(articles, prints.split(" "), strict=True):
        for paragraph, encoded in enumerate(article.split("/"), 1):
            yield number, paragraph, key_of(encoded) if encoded.strip("=,.") else ""


def read_over(powers: Iterable[Power], readings: Readings, places: Places) -> list[Power]:
    """Put what was read in the place of what the program found, in the paragraphs that were read.

    What a penalty is for, that it refers, and that the paragraph is on the sea is not judged by readers: they stay as the program found
    them for that category, and that holder.
    """
    found = {place: [*group] for place, group in groupby(powers, key=lambda power: (power.article, power.paragraph))}
    merged: list[Power] = []
    for article, paragraph, key in places:
        ours = found.get((article, paragraph), [])
        theirs = readings.paragraphs.get(key)
        merged += ours if theirs is None else [_placed(power, article, paragraph, ours) for power in theirs]
    return merged


def _placed(power: Power, article: str, paragraph: int, ours: Sequence[Power]) -> Power:
    same = [known for known in ours if known.category == power.category]
    alike = [known for known in same if known.holder == power.holder]
    return replace(
        power,
        article=article,
        paragraph=paragraph,
        violated=same[0].violated if same else (),
        refers=alike[0].refers if alike else power.acts == ("处罚",),
        elsewhere=power.acts == ("处罚",) and any(known.elsewhere for known in same),
        at_sea=any(known.at_sea for known in ours),
        judged=True,
    )
