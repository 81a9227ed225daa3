"""From a title as one act writes it to the statute it means: by normalised title, and by who is speaking.

A local act that repeals《土地监察条例》does not repeal a national one of that name: where the act that repeals is local
and the title is that of a national statute, another act of that place is meant, known only by this reference.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache

from basischeck.statute.classify import Class
from basischeck.statute.model import Document
from basischeck.statute.regions import province_of
from basischeck.statute.relations import read_relations
from basischeck.statute.titles import normalise_title

_COURTS = ("最高人民法院", "最高人民法院最高人民检察院", "最高人民检察院", "最高人民检察院最高人民法院")
_LOCAL = ("地方性法规", "地方政府规章")
_NATIONAL = ("宪法", "法律", "行政法规", "监察法规", "司法解释")


def statute_id(key: str) -> str:
    """Return the id of the statute with a normalised title: 10 hexadecimal digits."""
    return hashlib.blake2b(key.encode(), digest_size=5).hexdigest()


class Referring:
    """Resolves titles inside texts; remembers what it was asked for titles of no held statute."""

    def __init__(self, groups: Mapping[str, Sequence[Document]], classes: Mapping[str, Class]) -> None:
        self._ids = {normalise_title(d.title): name for name, documents in groups.items() for d in documents}
        self._classes = classes
        self._speaker = {id(d): name for name, documents in groups.items() for d in documents}
        self._repealed = cache(self._read_repealed)
        self._documents: dict[int, Document] = {}
        self.titles: dict[str, str] = {}
        self.regions: dict[str, str] = {}
        self.speakers: dict[str, Class] = {}

    def __call__(self, title: str, document: Document) -> str:
        """Return the id of the statute that `title` means in `document`."""
        key = normalise_title(title)
        speaker = self._classes.get(self._speaker.get(id(document), ""))
        found = self._ids.get(key)
        if found is None and speaker is not None and speaker.level == "司法解释" and key.startswith("关于"):
            # Courts cite one another's interpretations without naming the court.
            found = next((self._ids[court + key] for court in _COURTS if court + key in self._ids), None)
        local = speaker is not None and speaker.level in _LOCAL
        if found is not None and not (local and self._repeals_other(found, key, document)):
            return found
        if (
            speaker is not None
            and local
            and speaker.region
            and province_of(key) is None
            and not _names_place(key, speaker)
        ):
            name = statute_id(f"{speaker.place or speaker.region}:{key}")
            self.regions[name] = speaker.region
        else:
            name = statute_id(key)
        self.titles.setdefault(name, title)
        if speaker is not None:
            self.speakers.setdefault(name, speaker)
        return name

    def _repeals_other(self, found: str, key: str, document: Document) -> bool:
        """Whether a local document repeals what cannot be the national statute of that title."""
        target = self._classes.get(found)
        if target is None or target.level not in _NATIONAL:
            return False
        self._documents[id(document)] = document
        return key in self._repealed(id(document))

    def _read_repealed(self, document: int) -> frozenset[str]:
        relations = read_relations(self._documents[document])
        parents = {normalise_title(r.title) for r in relations if r.kind != "废止"}
        return frozenset(normalise_title(r.title) for r in relations if r.kind == "废止") - parents


def _names_place(key: str, speaker: Class) -> bool:
    return bool(speaker.place) and key.startswith((speaker.place or "").rstrip("省市县"))
