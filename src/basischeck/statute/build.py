"""Build the index: sources → documents → statutes with versions, skeletons, fingerprints, changes → corpus/.

The order matters: titles are settled before documents are grouped, groups are classified before references in their
texts are resolved (who speaks decides what a title means), and lives are read from all groups at once.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from basischeck.pattern import regex
from basischeck.statute.claims import Claim
from basischeck.statute.classify import Class, classify, learn_cities
from basischeck.statute.fingerprint import encode
from basischeck.statute.gather import BuildReport, Say
from basischeck.statute.identity import article_words, group, settle_titles, text_digest
from basischeck.statute.life import Life, read_changes, read_lives
from basischeck.statute.manifest import current_days, make_manifest
from basischeck.statute.matter import encode_matter
from basischeck.statute.model import Document, Statute, Version
from basischeck.statute.numbers import read_numbers
from basischeck.statute.powers.encoding import encode_powers
from basischeck.statute.powers.extract import all_powers
from basischeck.statute.powers.scope import confers_powers
from basischeck.statute.records import ChangeRecord, PowersRecord, TextRecord
from basischeck.statute.referring import Referring, statute_id
from basischeck.statute.shards import Corpus
from basischeck.statute.skeleton import encode_skeleton
from basischeck.statute.successor import align_into
from basischeck.statute.titles import display_title, is_amendment, normalise_title


def build_corpus(
    documents: Sequence[Document],
    report: BuildReport | None = None,
    say: Say = lambda _: None,
    supplement: Mapping[str, str] = MappingProxyType({}),
) -> Corpus:
    """Build the records of an index from documents; `supplement` gives order numbers by title that no source states."""
    report = report if report is not None else BuildReport()
    settled, notes = settle_titles(documents)
    report.settled = [(f"{d.source.name}:{d.source.path}", words) for d, words in notes]
    cities = learn_cities(settled)
    groups = {statute_id(normalise_title(_main_title(g))): g for g in group(settled)}
    classes = {name: classify(g, cities) for name, g in groups.items()}
    say(f"{len(groups)} 部法规")
    referring = Referring(groups, classes)
    current = current_days(settled)
    claims = {name: _claims(members) for name, members in groups.items()}
    spoken = {name: _with_text(members) for name, members in groups.items()}
    lives = {name: _texts_first(life) for name, life in read_lives(spoken, referring, current, claims).items()}
    say(f"{len(lives) - len(groups)} 部仅由其他法规提及")
    corpus = Corpus()
    numbers = _paired_numbers(settled, referring, groups)
    for name, number in supplement.items():
        numbers.setdefault(statute_id(normalise_title(name)), []).append(number)
    for name, life in lives.items():
        # Parents that the index has not stay as titles: there is no statute to point to.
        life.parents = tuple(p if p in lives else referring.titles.get(p, p) for p in life.parents)
        kind = classes.get(name) or _class_of_reference(name, life, referring, classes)
        _add_statute(corpus, name, life, groups.get(name, []), kind, numbers.get(name, []))
    say("比较各版本条文")
    _add_changes(corpus, lives)
    _add_matter(corpus, lives)
    texts = sum(len({text_digest(d) for d in g if d.articles or d.preamble}) for g in groups.values())
    corpus.manifest = make_manifest(corpus, report, current, texts)
    return corpus


def _main_title(documents: Sequence[Document]) -> str:
    """Return the title a statute is shown by: the one most of its documents bear, the fuller one among equals."""
    counts = Counter(display_title(d.title) for d in documents)
    return max(counts, key=lambda t: (counts[t] + (2 if t.startswith("中华人民共和国") else 0), len(t), t))


def _with_text(documents: Sequence[Document]) -> list[Document]:
    """Return the documents that say something themselves; all, where none does."""
    return [d for d in documents if d.articles or d.preamble or d.history] or list(documents)


def _claims(documents: Sequence[Document]) -> list[Claim]:
    """Return what catalogues without text say of a statute that others give the text of."""
    silent = [d for d in documents if not (d.articles or d.preamble or d.history)]
    if len(silent) == len(documents):
        return []
    return [Claim(d.title, d.source.promulgated, d.source.effective, d.source.expired, d.source.name) for d in silent]


def _texts_first(life: Life) -> Life:
    """Put the documents that hold text before those of catalogues, which hold none."""
    documents = {
        version: tuple(sorted(held, key=lambda d: not (d.articles or d.preamble)))
        for version, held in life.timeline.documents.items()
    }
    return replace(life, timeline=replace(life.timeline, documents=documents))


def _add_statute(
    corpus: Corpus, name: str, life: Life, documents: Sequence[Document], kind: Class, paired: Sequence[str]
) -> None:
    title = _main_title(documents) if documents else display_title(life.title)
    spellings = dict.fromkeys(display_title(d.title) for d in documents)
    keys = {normalise_title(title)}
    aliases = []
    for alias in [*spellings, *map(display_title, life.former)]:
        if normalise_title(alias) not in keys:
            keys.add(normalise_title(alias))
            aliases.append(alias)
    versions = tuple(
        _settled_version(version, life.timeline.documents.get(version.id, ())) for version in life.timeline.versions
    )
    for version in versions:
        if version.held:
            document = life.timeline.documents[version.id][0]
            corpus.texts[version.id] = _text_record(version, document)
            if confers_powers(kind.level, title):
                holders, words = encode_powers(all_powers(document.articles))
                if words:
                    corpus.powers[version.id] = PowersRecord(version.id, tuple(holders), words)
    corpus.statutes.append(
        Statute(
            id=name,
            title=title,
            aliases=tuple(aliases),
            level=kind.level,
            issuer=kind.issuer,
            region=kind.region,
            versions=versions,
            repealed_by=life.repealed_by,
            successors=life.successors,
            document_numbers=tuple(dict.fromkeys([*_numbers(documents, versions), *paired])),
            parents=life.parents,
        )
    )


def _settled_version(version: Version, documents: Sequence[Document]) -> Version:
    """Mark as not held what a source names without giving its text, and shorten where each text was read."""
    held = version.held and any(d.articles or d.preamble for d in documents)
    sources = tuple(dict.fromkeys(source.partition(":")[0] for source in version.sources))
    number = next(iter(read_numbers(version.document_number or "")), version.document_number)
    return replace(
        version, held=held, articles=len(documents[0].articles) if held else 0, sources=sources, document_number=number
    )


def _text_record(version: Version, document: Document) -> TextRecord:
    annexes = tuple((label, tuple(number for number, _ in entries if number)) for label, entries in document.annexes)
    return TextRecord(
        version.id, encode_skeleton(document), annexes, document.numbering, document.faults, encode(document.articles)
    )


def _numbers(documents: Sequence[Document], versions: Sequence[Version]) -> tuple[str, ...]:
    """Return the numbers under which the act itself was promulgated; those of amending decisions are no key to it."""
    found: dict[str, None] = {}
    for document in documents:
        for line in document.history:
            for piece in line.replace("；", "，").replace(" ", "，").split("，"):
                if "《" not in piece and "决定" not in piece and "根据" not in piece:
                    found.update(dict.fromkeys(read_numbers(piece)))
    for version in versions[:1]:
        found.update(dict.fromkeys(read_numbers(version.document_number or "")))
    return tuple(found)


_PAIRED = regex(r"《((?:[^《》]|《[^《》]*》)+)》\s*[（(]([^（）()《》]{2,40}?号)")


def _paired_numbers(
    documents: Sequence[Document], referring: Referring, groups: Mapping[str, Sequence[Document]]
) -> dict[str, list[str]]:
    """Read the numbers that acts give behind another's title:《道路交通事故处理程序规定》（公安部令第104号）.

    A number given to two titles is left out, and so is one of an act that amends.
    """
    seen: dict[str, set[str]] = {}
    for document in documents:
        words = (w for article in document.articles for w in article_words(article))
        for text in (*document.preamble, *words, *document.tail):
            if "》" not in text or "号" not in text:
                continue
            for match in _PAIRED.finditer(text):
                if not is_amendment(match[1]):
                    for number in read_numbers(match[2]):
                        seen.setdefault(number, set()).add(referring(match[1], document))
    found: dict[str, list[str]] = {}
    for number, names in seen.items():
        name = next(iter(names))
        if len(names) == 1 and name in groups:
            found.setdefault(name, []).append(number)
    return found


def _class_of_reference(name: str, life: Life, referring: Referring, classes: dict[str, Class]) -> Class:
    """Classify a statute known only by reference: by its title, and by the level of the act that repeals it."""
    speaker = next((classes[s] for s in life.successors if s in classes), None) or referring.speakers.get(name)
    region = referring.regions.get(name) or (speaker.region if speaker else None)
    title = life.title
    if speaker is None or speaker.level is None:
        return Class(None, None, region)
    if speaker.level == "法律" and title.endswith(("法", "通则", "总则")):
        return Class("法律", None, None)
    if speaker.level == "司法解释" and title.startswith("最高人民"):
        return Class("司法解释", None, None)
    if speaker.level == "法律" and re.search(r"(暂行|实施)条例$", title):
        return Class("行政法规", None, None)
    same = title.endswith("条例") and speaker.level in ("行政法规", "地方性法规")
    return Class(speaker.level if same else None, None, region)


def _add_changes(corpus: Corpus, lives: dict[str, Life]) -> None:
    """Compare consecutive held versions, and the last text of a repealed statute with each successor that is held."""
    for life in lives.values():
        for old, new, changes in read_changes(life):
            corpus.changes.append(ChangeRecord(old.id, new.id, False, tuple(changes)))
        last = _last_text(life)
        for successor in life.successors:
            following = lives.get(successor)
            first = _first_text(following, life) if following else None
            if last is None or first is None or first[1] is last[1]:
                continue
            changes = align_into(last[1], first[1])
            corpus.changes.append(ChangeRecord(last[0].id, first[0].id, True, tuple(changes)))


_WITH_MATTER = ("宪法", "法律", "行政法规", "部门规章")
"""Acts that lists of the whole country cite; local acts would double what is kept for the lists of a few provinces."""


def _add_matter(corpus: Corpus, lives: dict[str, Life]) -> None:
    """Keep what the provisions are about of the texts that a provision of a text which is not held may have gone into.

    Those are texts revised as a whole（修订）after such a text, and successors; what is only amended（修正）keeps its clauses,
    and by their fingerprints a quotation is found.
    """
    levels = {statute.id: statute.level for statute in corpus.statutes}
    for name, life in lives.items():
        found = [(name, text) for text in (_last_text(life),) if text is not None and _follows_unseen(life, text[0])]
        for successor in life.successors:
            following = lives.get(successor)
            texts = (_first_text(following, life), _last_text(following)) if following else ()
            found += [(successor, text) for text in texts if text is not None]
        for statute, (version, document) in found:
            if levels.get(statute) in _WITH_MATTER:
                corpus.matter[version.id] = encode_matter(document.articles)


def _follows_unseen(life: Life, last: Version) -> bool:
    versions = life.timeline.versions
    before = versions[: next(n for n, version in enumerate(versions) if version.id == last.id)]
    return any(not version.held for version in before) and any(version.kind == "修订" for version in versions[1:])


def _last_text(life: Life) -> tuple[Version, Document] | None:
    held = [(v, d[0]) for v in life.timeline.versions if (d := life.timeline.documents.get(v.id)) and d[0].articles]
    return held[-1] if held else None


def _first_text(life: Life, ended: Life) -> tuple[Version, Document] | None:
    """Return the text of the successor that took the place of the ended statute: the first from that day on."""
    held = [(v, d[0]) for v in life.timeline.versions if (d := life.timeline.documents.get(v.id)) and d[0].articles]
    day = next((r.date for r in ended.repealed_by if r.date), None)
    after = [(v, d) for v, d in held if day is None or v.ended is None or v.ended > day]
    return after[0] if after else None
