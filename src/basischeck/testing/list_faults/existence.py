"""Statutes and provisions that do not exist (BC2)."""

import random

from basischeck.citation import Locator
from basischeck.testing.dress import Cite
from basischeck.testing.list_faults.draft import Draft, Spot, kind
from basischeck.testing.truth import Act

_INVENTED_OBJECTS = ("夜间经济", "流动书摊", "共享滑板", "古村灯会", "河滩露营", "旧物集市", "社区菜园", "无人售货", "宠物殡葬", "手工作坊")
_INVENTED_ACTS = ("促进条例", "管理暂行办法", "监督管理规定", "管理办法", "服务管理条例")


def _act(draft: Draft) -> Act:
    """Return some act: of the list, or any other in force, local ones of the list's province among them."""
    rng = draft.rng
    found = draft.cite() if rng.random() < 0.4 else None
    act = draft.act_of(found[2]) if found else None
    if act is not None and act.skeleton.articles:
        return act
    among = rng.choices([draft.truth.national, draft.truth.rules, draft.truth.local("河南省")], weights=[7, 2, 1])[0]
    if among is draft.truth.national or among is draft.truth.rules:
        return draft.truth.any_act(rng, among)
    return draft.truth.any_act(rng, [s for s in among if s.title.startswith("河南省")])


def _put(draft: Draft, act: Act, *locators: Locator) -> Spot:
    spot = draft.put(Cite(act.title, locators))
    return Spot(spot.row, note=f"{act.title} {locators}")


@kind("条超出范围", "BC203")
def _beyond_articles(draft: Draft) -> Spot:
    act, rng = _act(draft), draft.rng
    beyond = act.last + rng.choice([1, 2, 3, rng.randint(4, 60)])
    paragraph = rng.choice([None, None, 1, 2])
    return _put(draft, act, Locator(article=str(beyond), paragraph=paragraph))


@kind("之一不存在", "BC203")
def _no_such_branch(draft: Draft) -> Spot:
    act, rng = _act(draft), draft.rng
    held = {article.number for article in act.skeleton.articles}
    number = f"{rng.randint(2, act.last)}-{rng.randint(1, 3)}"
    while number in held:
        number = f"{rng.randint(2, act.last)}-{rng.randint(1, 5)}"
    return _put(draft, act, Locator(article=number))


@kind("款不存在", "BC204")
def _beyond_paragraphs(draft: Draft) -> Spot:
    act, rng = _act(draft), draft.rng
    article = rng.choice(act.skeleton.articles)
    beyond = len(article.paragraphs) + rng.choice([1, 2, 3, 5])
    # 第二款 of an article of one paragraph is as wrong as 第九款.
    return _put(draft, act, Locator(article=article.number, paragraph=beyond))


@kind("项不存在", "BC205")
def _beyond_items(draft: Draft) -> Spot:
    act, rng = _act(draft), draft.rng
    article = rng.choice(act.skeleton.articles)
    place = rng.randrange(len(article.paragraphs))
    items = article.paragraphs[place].items
    beyond = max(items, default=0) + rng.choice([1, 2, 6])
    paragraph = place + 1 if len(article.paragraphs) > 1 else None
    return _put(draft, act, Locator(article=article.number, paragraph=paragraph, item=beyond))


@kind("目不存在", "BC205")
def _no_subitem(draft: Draft) -> Spot | None:
    rng = draft.rng
    for _ in range(60):
        act = _act(draft)
        with_items = [a for a in act.skeleton.articles if len(a.paragraphs) == 1 and a.paragraphs[0].items and not any(a.paragraphs[0].subitems)]
        if with_items:
            article = rng.choice(with_items)
            item = rng.choice(article.paragraphs[0].items)
            return _put(draft, act, Locator(article=article.number, item=item, subitem=rng.randint(1, 4)))
    return None


@kind("章不存在", "BC206")
def _beyond_chapters(draft: Draft) -> Spot | None:
    rng = draft.rng
    act = _with_chapters(draft)
    if act is None:
        return None
    return _put(draft, act, Locator(chapter=len(act.chapters) + rng.randint(1, 6)))


@kind("条不在所写的章", "BC206")
def _wrong_chapter(draft: Draft) -> Spot | None:
    rng = draft.rng
    act = _with_chapters(draft)
    if act is None:
        return None
    article = rng.choice([a for a in act.skeleton.articles if a.path[2]])
    other = rng.choice([number for number in act.chapters if number != article.path[2]])
    return _put(draft, act, Locator(chapter=other, article=article.number))


def _with_chapters(draft: Draft) -> Act | None:
    for _ in range(60):
        act = _act(draft)
        if len(act.chapters) > 1:
            return act
    return None


@kind("并列条款之一不存在", "BC203", "BC204")
def _one_of_several(draft: Draft) -> Spot:
    act, rng = _act(draft), draft.rng
    real = [Locator(article=a.number) for a in rng.sample(act.skeleton.articles[1:], 2)]
    wrong = Locator(article=str(act.last + rng.randint(1, 20)))
    real.insert(rng.randint(0, 2), wrong)
    return _put(draft, act, *real)


@kind("法规不在索引", "BC201")
def _unknown(draft: Draft) -> Spot:
    rng = draft.rng
    title = rng.choice(["", "河南省", "开封市"]) + rng.choice(_INVENTED_OBJECTS) + rng.choice(_INVENTED_ACTS)
    return draft.put(Cite(title, (Locator(article=str(rng.randint(2, 40))),)))


@kind("名称笔误", "BC202")
def _mistyped(draft: Draft) -> Spot | None:
    rng = draft.rng
    for _ in range(60):
        act = _act(draft)
        wrong = mistyped(act.title, rng)
        if len(act.title) >= 7 and draft.truth.index.find(wrong) is None:
            article = rng.choice(act.skeleton.articles)
            spot = draft.put(Cite(wrong, (Locator(article=article.number),)))
            return Spot(spot.row, note=f"{wrong} for {act.title}")
    return None


_LIKE = {"监督": "监管", "管理": "管里", "条例": "条列", "办法": "办发", "保护": "保户", "安全": "安会", "规定": "规订", "法": "发", "资源": "资原", "经营": "经菅", "许可": "许科", "检疫": "检役", "防治": "防冶", "食品": "食晶"}


def mistyped(title: str, rng: random.Random) -> str:
    """Return `title` with one slip as a typist makes it: a like letter, two letters turned, one left out or doubled."""
    start = len("中华人民共和国") if title.startswith("中华人民共和国") else 0
    if title[start:].startswith("河南省"):
        start += 3
    # A letter left out of a short title may give another title: only in long ones is it a slip beyond doubt.
    way = rng.randrange(4 if len(title) - start >= 9 else 3)
    likes = [(old, new) for old, new in _LIKE.items() if old in title[start:]]
    if way == 0 and likes:
        old, new = rng.choice(likes)
        head, tail = title[:start], title[start:]
        return head + new.join(tail.rsplit(old, 1))
    at = rng.randrange(start, max(start + 1, len(title) - 2))
    if way == 1 and title[at] != title[at + 1]:
        return title[:at] + title[at + 1] + title[at] + title[at + 2 :]
    if way == 3:
        return title[:at] + title[at + 1 :]
    return title[: at + 1] + title[at:]
