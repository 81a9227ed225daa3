"""What a locator leaves out because the words before it say it: coordination, amendment, the heading above."""


from basischeck.citation.draft import Draft
from basischeck.citation.model import Locator
from basischeck.pattern import regex

# 第三十条第二款…以及第五款规定: the same construction goes on, and higher levels are left out.
_SAME = regex(r"(?:规定|所列|所|的|情形|行为|之一)[^。；，、]{0,14}[，,]?(?:以及|或者|和|及|或|与)")
_SAME_ARTICLE = regex(r"(?:规定|所列|之规定)(?:的[^。；，、]{0,8})?(?:以及|或者|和|及|或|与)")
_AMENDED = regex(
    r"[^。；：]{0,3}?[，,]?(?:(?:增加|增设|新增|添加)[^，。；：]{0,8}[，,]?(?:作为|为)"
    r"|(?:修改为|分为|改为|合并为)[一二两三四五六七八九十][条款项][，,]?(?:分别)?作为"
    r"|(?:分别|依次|相应|顺次)?(?:改为|调整为|作为|改作|变更为|改成)(?:修改后的?|修订后的?)?)"
)
_FARTHEST = 30


def left_out(text: str, last: Draft | None, draft: Draft, level: str) -> Locator | None:
    """Return the locator whose higher levels a bare one goes on with, and bind the draft to its statute.

    Three constructions: 第三十条第二款规定…以及第五款; 第三十三条增加一款，作为第三款; 第十八条除第四项以外. None in all others: then
    inheritance stops.
    """
    if last is None or not last.locators or draft.start - last.end > _FARTHEST:
        return None
    between = text[last.end : draft.start]
    same = _SAME_ARTICLE if level == "article" else _SAME
    if not (_AMENDED.fullmatch(between) or between == "除" or same.fullmatch(between)):
        return None
    draft.title, draft.bracketed = last.title, last.bracketed
    draft.self_reference, draft.relative = last.self_reference, last.relative
    draft.antecedent = last.antecedent
    return last.locators[-1]


def under(above: Locator, locator: Locator) -> Locator:
    """Give a locator that starts below the article the article (and paragraph) of the heading above it."""
    if locator.article is not None or locator.annex is not None:
        return locator
    paragraph, item = locator.paragraph, locator.item
    if paragraph is None:
        paragraph = above.paragraph
    if item is None and locator.paragraph is None:
        item = above.item
    return Locator(
        part=above.part,
        subpart=above.subpart,
        chapter=above.chapter,
        section=above.section,
        article=above.article,
        annex=above.annex,
        paragraph=paragraph,
        item=item,
        subitem=locator.subitem,
        span=locator.span,
    )
