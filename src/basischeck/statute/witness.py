"""One document as a witness of its statute's life: the acts it tells of, and the act whose text it holds.

A source's own dates are weighed last: a date in a file name may be that of promulgation or of effect, and a collection's
history lines may stop short of the amendment whose text it holds.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from basischeck.pattern import regex
from basischeck.statute.history import WAITING_DAYS, Act, Commencement, read_acts, read_commencement
from basischeck.statute.model import Document
from basischeck.statute.wording import article_words, fold

PUBLICATION_DAYS = 150
"""A source's date so many days behind the last act of the 题注 is the publication of that act, not another act."""
COMMENCEMENT_DAYS = WAITING_DAYS

_FILE_DAY = regex(r"[（(]\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*[)）]")


@dataclass(frozen=True, slots=True)
class Witness:
    """A document with what it tells: all acts, the act whose text it is, its closing article, the hash of its words.

    `own` is None where neither the text nor the source gives any date.
    """

    document: Document
    acts: tuple[Act, ...]
    own: Act | None
    closing: Commencement | None
    words: str

    @property
    def presumed(self) -> bool:
        """Say whether the document gives no day of its act, only one of its effect."""
        return self.own is not None and self.own.basis.startswith("推定")

    @property
    def name(self) -> str:
        """Return the source and the place in it, as evidence is cited."""
        return f"{self.document.source.name}:{self.document.source.path}"


def claimed_day(document: Document) -> date | None:
    """Return the day that the source gives the text: its field, else the day in the file's name."""
    if document.source.promulgated:
        return document.source.promulgated
    match = _FILE_DAY.search(document.source.path.rsplit("/", 1)[-1])
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def words_hash(document: Document) -> str:
    """Return a hash of the folded words of the whole text: equal hashes are one version, whatever the layout."""
    digest = hashlib.blake2b(digest_size=12)
    for article in document.articles:
        digest.update(f"{article.number}:{article_words(article)}\n".encode())
    if not document.articles:
        for line in (*document.preamble, *document.tail):
            digest.update(fold(line).encode())
    return digest.hexdigest()


def _is_effect_day(day: date, acts: tuple[Act, ...], closing: Commencement | None) -> bool:
    """Say whether a source's date is a day of effect that the text itself states."""
    return bool(closing and closing.day == day) or any(a.effective == day for a in acts)


def _claimed_act(day: date, source: str, *, first: bool) -> Act:
    """Return the act that only a source's date tells of."""
    return Act(day, "公布" if first else "修改", (day,), whole=first, basis=f"来源标注（{source}）")


def _dateless(document: Document, closing: Commencement | None) -> tuple[Act, ...]:
    """Return the act of a document that gives no day but, perhaps, that of its effect."""
    day = (closing.day if closing else None) or document.source.effective
    if day is None:
        return ()
    basis = "推定：终条施行日期" if closing and closing.day else f"推定：来源施行日期（{document.source.name}）"
    return (Act(day, "公布", (day,), whole=True, effective=day, basis=basis),)


def read_witness(document: Document) -> Witness:
    """Read one document as a witness."""
    acts, closing = read_acts(document.history), read_commencement(document)
    claimed = claimed_day(document)
    if not acts:
        acts = (_claimed_act(claimed, document.source.name, first=True),) if claimed else _dateless(document, closing)
        if claimed and closing and closing.day == claimed:
            acts = _dateless(document, closing)
    elif claimed is not None:
        last, effect = acts[-1], _is_effect_day(claimed, acts, closing)
        behind = (claimed - last.promulgated).days
        # A court adopts an interpretation and publishes it a year later, just before its day of effect.
        waits = max(d for d in (last.effective, closing.day if closing else None, last.promulgated) if d) >= claimed
        if 0 < behind <= (COMMENCEMENT_DAYS if waits else PUBLICATION_DAYS) and last.number is None and not effect:
            # 通过 or 批准 is the last that the 题注 tells; the source has the day of publication.
            published = replace(last, promulgated=claimed, days=(*last.days, claimed), basis=f"题注；公布日期据{document.source.name}")
            acts = (*acts[:-1], published)
        elif behind > PUBLICATION_DAYS and not effect:
            acts = (*acts, _claimed_act(claimed, document.source.name, first=False))
    return Witness(document, acts, acts[-1] if acts else None, closing, words_hash(document))


def shared_words(one: Document, other: Document) -> float:
    """Return the share of articles, of the longer text, whose folded words the two texts have in common, 0 to 1."""
    first, second = ({article_words(a) for a in d.articles} for d in (one, other))
    longest = max(len(first), len(second))
    return len(first & second) / longest if longest else float(words_hash(one) == words_hash(other))


def near(first: date, second: date, days: int) -> bool:
    """Say whether two days are at most `days` apart."""
    return abs(first - second) <= timedelta(days=days)
