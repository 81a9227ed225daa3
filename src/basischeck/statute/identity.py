"""Which documents are of one statute: by normalised title, and by equal text under two titles.

Similarity never decides: a title that is only like another is another statute.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from basischeck.statute.folding import fold_text
from basischeck.statute.model import ArticleText, Document
from basischeck.statute.titles import is_amendment, normalise_title, ordinals


def article_words(article: ArticleText) -> Iterator[str]:
    """Yield the texts of one article in order: paragraphs, items, subitems."""
    for paragraph in article.paragraphs:
        yield paragraph.text
        for item in paragraph.items:
            yield item.text
            for _, text in item.subitems:
                yield text


def text_digest(document: Document) -> str:
    """Return a digest of the folded text of all articles: equal where two documents hold the same text."""
    digest = hashlib.sha256()
    for article in document.articles:
        digest.update(article.number.encode())
        digest.update(fold_text("".join(article_words(article))).encode())
    return digest.hexdigest()[:20]


def group(documents: Iterable[Document]) -> list[list[Document]]:
    """Sort documents into statutes, in order of first appearance.

    Documents with the same normalised title are one statute. So are documents whose whole text is equal under two titles
    that are near each other (with and without issuer or 试行), and documents of nearly the same title of which half the
    provisions are equal (a misspelt title, a word changed in a revision); acts that amend others never are. Equal text
    under two titles that have little in common is a file under a wrong name (see `settle_titles`).
    """
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(normalise_title(document.title), []).append(document)
    joined = _same_text(groups)
    joined |= {key: main for key, main in _misspelt(groups).items() if key not in joined and main not in joined}
    merged: dict[str, list[Document]] = {}
    for key, members in groups.items():
        merged.setdefault(joined.get(key, key), []).extend(members)
    return list(merged.values())


def _misspelt(groups: dict[str, list[Document]]) -> dict[str, str]:
    """Map the key of each group to that of another of nearly the same title and half the same provisions."""
    texts = {key: _paragraphs(members[0]) for key, members in groups.items() if _comparable(key, members)}
    keys = list(texts)
    joined: dict[str, str] = {}
    for position, key in enumerate(keys):
        near = process.extract(key, keys[position + 1 :], scorer=fuzz.ratio, score_cutoff=94, limit=4)
        for other, _, _ in near:
            shared = len(texts[key] & texts[other]) / max(1, min(len(texts[key]), len(texts[other])))
            same = key[:3] == other[:3] and ordinals(groups[key][0].title) == ordinals(groups[other][0].title)
            letter = abs(len(key) - len(other)) == 1 and Levenshtein.distance(key, other) == 1
            if same and shared >= (0.2 if letter else 0.5):
                fewer, more = sorted((key, other), key=lambda k: (len(groups[k]), k))
                joined.setdefault(fewer, more)
    return joined


def _comparable(key: str, members: list[Document]) -> bool:
    return len(key) >= 8 and len(members[0].articles) >= 5 and not is_amendment(members[0].title)


def _same_text(groups: dict[str, list[Document]]) -> dict[str, str]:
    """Map the key of each group whose text stands under a near title too to the key that more documents bear."""
    owners: dict[str, list[str]] = {}
    for key, members in groups.items():
        for digest in {text_digest(d) for d in members if len(d.articles) >= 5 and not is_amendment(d.title)}:
            owners.setdefault(digest, []).append(key)
    joined: dict[str, str] = {}
    for keys in owners.values():
        main = max(keys, key=lambda k: (len(groups[k]), len(k)))
        for key in keys:
            if key != main and key not in joined and main not in joined and _near(key, main):
                joined[key] = main
    return joined


def _near(key: str, other: str) -> bool:
    """Whether two titles of one text are spellings of one title, not of two files under one name."""
    return key.endswith(other) or other.endswith(key) or fuzz.ratio(key, other) >= 75


def titles_of(documents: Sequence[Document]) -> list[str]:
    """Return the different titles of one statute's documents as written, the most frequent first."""
    counts: dict[str, int] = {}
    for document in documents:
        counts[document.title] = counts.get(document.title, 0) + 1
    return sorted(counts, key=lambda t: (-counts[t], t))


def settle_titles(documents: Sequence[Document]) -> tuple[list[Document], list[tuple[Document, str]]]:
    """Correct titles that contradict the text; return the documents and those changed or left out, with the reason.

    A collection may file a text under another act's title. What tells: the same text stands under the title that the
    file's name bears, or under another title whose further texts resemble it while those of its own title do not.
    """
    texts: dict[str, list[Document]] = {}
    titles: dict[str, list[Document]] = {}
    for document in documents:
        if len(document.articles) >= 5 and not is_amendment(document.title):
            texts.setdefault(text_digest(document), []).append(document)
            titles.setdefault(normalise_title(document.title), []).append(document)
    settled: dict[int, Document | None] = {}
    notes: list[tuple[Document, str]] = []
    for same in texts.values():
        keys = {normalise_title(d.title) for d in same}
        if len(keys) < 2:
            continue
        for document in same:
            own = normalise_title(document.title)
            other = next(
                (d for d in same if normalise_title(d.title) != own and not _near(own, normalise_title(d.title))), None
            )
            if other is None or _at_home(document, titles[own]) >= _at_home(
                other, titles[normalise_title(other.title)]
            ):
                continue
            settled[id(document)] = replace(document, title=other.title)
            notes.append((document, f"标题作《{document.title}》，正文是《{other.title}》，按正文归入"))
    for document in documents:
        own, named = normalise_title(document.title), normalise_title(_file_title(document))
        if own == named or named not in titles or own not in titles or id(document) in settled or _near(own, named):
            continue
        if _at_home(document, titles[own]) < _at_home(document, titles[named]):
            title = titles[named][0].title
            settled[id(document)] = replace(document, title=title)
            notes.append((document, f"标题作《{document.title}》，文件名和正文是《{title}》，按正文归入"))
    return [settled.get(id(d)) or d for d in documents], notes


def _file_title(document: Document) -> str:
    """Return the title that the file's name bears."""
    name = document.source.path.rpartition("/")[2]
    return re.sub(r"\.\w{1,5}$", "", name) if "#" not in name else document.title


def _at_home(document: Document, group: Sequence[Document]) -> float:
    """Return how well a text fits the other texts of its title: 1 where one is equal, the share of equal paragraphs else."""
    own = _paragraphs(document)
    others = [_paragraphs(d) for d in group if d is not document]
    return max((len(own & other) / max(1, min(len(own), len(other))) for other in others), default=0.0)


def _paragraphs(document: Document) -> set[str]:
    return {fold_text(words) for article in document.articles for words in article_words(article)}
