"""Titles: one spelling for comparison, the variants under which a statute may be cited, and parts of a title.

What is folded away never tells two statutes apart: width, white space, book and quotation marks, punctuation, the words
中华人民共和国, and a bracket that names a version（2018年修正）. Ordinals（十一）and 试行 stay: they do tell apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from basischeck.pattern import regex
from basischeck.statute.model import Statute

_COUNTRY = "中华人民共和国"
_VERSION = regex(
    r"[（(\[【〔]\s*(?:(?:根据)?(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[^（()）]*?(?:修正|修订|修改|公布|发布|通过|施行|颁布|最新|第\d+号))?(?:版|本)?"
    r"|(?:最新|新)?(?:修订|修正|修改)(?:版|本|稿)?|已?(?:废止|失效|修改)|现行有效|节选|摘录)\s*[)）\]】〕]$"
)
_EDITION = regex(r"(修正案|目录|清单|名录|指南|名单|规划|计划|方案|纲要)[（(\[【〔]?[^（()）]*[)）\]】〕]?$")
_NUMBER_PREFIX = regex(r"^[一-鿿]{1,8}[〔\[［（(]\s*(?:19|20)\d{2}\s*[〕\]］）)]\s*第?\d+号\s*(?=[一-鿿《])")
_COURTS = regex(
    r"^(?:最高人民法院|最高人民检察院)(?:[、，\s]*(?:最高人民法院|最高人民检察院|公安部|国家安全部|司法部))*(?=关于)"
)
_TRIAL = regex(r"[（(]?(?:试行|暂行)[)）]?")
_DROP = dict.fromkeys(
    map(
        ord, " \t\n\r　《》〈〉<>＜＞«»‹›“”‘’\"'「」『』、，,。.．；;：:·•‧・—–-－~～_…!！?？/\\|()（）[]【】〔〕［］{}"
    ),
    None,
)


@lru_cache(maxsize=65536)
def normalise_title(title: str) -> str:
    """Return the form in which titles are compared. Two titles with the same form name the same statute."""
    text = unicodedata.normalize("NFKC", _NUMBER_PREFIX.sub("", strip_version(title)))
    text = text.translate(_DROP).replace(_COUNTRY, "")  # in this order: a line may break inside the words（中华 人民共和国）
    return text.replace("○", "〇") or unicodedata.normalize("NFKC", title).translate(_DROP)


def strip_version(title: str) -> str:
    """Drop the bracket that names a version at the end of a title, unless it names an edition（2019年本）or an amendment."""
    text = title.strip()
    if text[:1] == "《" and text[-1:] == "》" and text.count("《") == 1:
        text = text[1:-1].strip()
    while (match := _VERSION.search(text)) and not _EDITION.search(text):
        text = text[: match.start()].strip()
    return text


def display_title(title: str) -> str:
    """Return a title as it is shown: without version bracket and document number, inner marks as 〈〉 are《》."""
    text = _NUMBER_PREFIX.sub("", strip_version(title))
    text = re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", text)
    text = text.translate({ord("<"): "〈", ord(">"): "〉", ord("＜"): "〈", ord("＞"): "〉"})
    return text if "《" in text else text.translate({ord("〈"): "《", ord("〉"): "》"})


def without_trial(title: str) -> str | None:
    """Return the title without（试行）or（暂行）at its end, None where it has none."""
    match = re.search(r"[（(](?:试行|暂行)[)）]$", strip_version(title))
    return strip_version(title)[: match.start()] if match else None


def is_amendment(title: str) -> bool:
    """Whether the title is that of an act that amends or repeals others: a decision, an amendment（修正案）."""
    return bool(re.search(r"关于(修改|修订|修正|废止|宣布失效|部分修改)|修正案|的?修改决定$", title))


@lru_cache(maxsize=4096)
def ordinals(title: str) -> tuple[str, ...]:
    """Return the numbers in a title（十一）, 2019, in order: a suggestion has to have the same ones."""
    return tuple(
        re.findall(
            r"[〇零一二三四五六七八九十百]+(?=[)）]|号|届|次|批|编|章|条)|\d+", unicodedata.normalize("NFKC", title)
        )
    )


def name_keys(statute: Statute) -> Iterator[tuple[str, int, str]]:
    """Yield the keys under which a statute is found: (normalised form, rank, the title it is of).

    Rank 0 is its own title, 1 an alias from the sources, 2 a title that lacks what people leave out: （试行）, the court
    before a judicial interpretation.
    """
    yield normalise_title(statute.title), 0, statute.title
    for alias in statute.aliases:
        yield normalise_title(alias), 1, alias
    for title in (statute.title, *statute.aliases):
        short = without_trial(title)
        if short:
            yield normalise_title(short), 2, title
        if statute.level == "司法解释" and (match := _COURTS.match(title)):
            yield normalise_title(title[match.end() :]), 2, title
