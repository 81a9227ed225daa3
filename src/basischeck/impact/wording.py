"""The text of provisions, where the user's own index holds the document (`corpus add`); the embedded index holds none."""

from functools import lru_cache

from basischeck.citation import Locator
from basischeck.statute import Index, normalise_title
from basischeck.statute.fingerprint import decode, encode
from basischeck.statute.model import ArticleText, Document, Statute, Version

_SAME_TEXT = 0.98


class OwnTexts:
    """The user's own documents by statute and version; they are read when first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._documents: dict[str, list[Document]] | None = None
        self._of_version = lru_cache(maxsize=None)(self._document)

    def provision(self, statute: Statute, version: Version, locator: Locator) -> str | None:
        """Return the text of a provision, None where no document of the user's own is that version's text."""
        if self._index.own is None or self._index.own.find(statute.title) is None:
            return None
        document = self._of_version(statute.title, version.id)
        article = next((a for a in document.articles if a.number == locator.article), None) if document else None
        return text_of(article, locator) if article is not None else None

    def _document(self, title: str, version: str) -> Document | None:
        wanted = {one.hash for one in self._index.prints(version)}
        for document in self._read().get(normalise_title(title), []):
            held = {one.hash for one in decode(encode(document.articles))}
            # The clauses say which version a document is: a user's file may have any date in its name.
            if wanted and len(wanted & held) >= _SAME_TEXT * max(len(wanted), len(held)):
                return document
        return None

    def _read(self) -> dict[str, list[Document]]:
        if self._documents is None:
            from basischeck.statute.gather import BuildReport, read_sources
            from basischeck.statute.own import own_folder
            from basischeck.statute.readers import SourceError

            folder = own_folder() / "documents"
            try:
                documents = read_sources([folder], BuildReport(), lambda _: None) if folder.is_dir() else []
            except SourceError:
                documents = []
            self._documents = {}
            for document in documents:
                self._documents.setdefault(normalise_title(document.title), []).append(document)
        return self._documents


def text_of(article: ArticleText, locator: Locator) -> str | None:
    """Return the text of the article, or of the paragraph or item of it that `locator` names; None where it has none."""
    paragraphs = article.paragraphs
    if locator.paragraph is not None:
        paragraphs = paragraphs[locator.paragraph - 1 : locator.paragraph]
    if locator.item is not None:
        items = [item for paragraph in paragraphs for item in paragraph.items if item.number == locator.item]
        return items[0].text if items else None
    lines = [line for paragraph in paragraphs for line in (paragraph.text, *(item.text for item in paragraph.items))]
    return "\n".join(lines) or None
