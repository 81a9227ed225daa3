"""Citations that stop above what the text divides into, or go on where it does not (BC4)."""

from basischeck.citation import Locator
from basischeck.testing.dress import Cite
from basischeck.testing.list_faults.draft import Draft, Spot, kind


@kind("只引法规名称", "BC401")
def _whole_statute(draft: Draft) -> Spot:
    if draft.rng.random() < 0.6:
        number, _, cite = draft.cite() or (0, draft.rows[0], draft.rows[0].basis.cites[0])
        cite.locators = ()
        same = [other for other in draft.rows[number].basis.cites if other.title == cite.title and other is not cite]
        for other in same:
            other.locators = ()
        return Spot(number, note=cite.title)
    act = draft.truth.any_act(draft.rng)
    return draft.put(Cite(act.title), alone=draft.rng.random() < 0.5)


@kind("只引到章", "BC402")
def _whole_chapter(draft: Draft) -> Spot:
    act = draft.truth.any_act(draft.rng)
    while not act.chapters:
        act = draft.truth.any_act(draft.rng)
    return draft.put(Cite(act.title, (Locator(chapter=draft.rng.choice(act.chapters)),)))


@kind("只有一款引作第一款", "BC406", "BC413")
def _sole_paragraph(draft: Draft) -> Spot:
    act = draft.truth.any_act(draft.rng)
    sole = [a for a in act.skeleton.articles if len(a.paragraphs) == 1]
    while not sole:
        act = draft.truth.any_act(draft.rng)
        sole = [a for a in act.skeleton.articles if len(a.paragraphs) == 1]
    return draft.put(Cite(act.title, (Locator(article=draft.rng.choice(sole).number, paragraph=1),)))


@kind("条下有款没有引到款", "BC403", "BC404", "BC407", "BC408", "BC410")
def _above_paragraphs(draft: Draft) -> Spot:
    act = draft.truth.any_act(draft.rng)
    divided = [a for a in act.skeleton.articles if len(a.paragraphs) > 1]
    while not divided:
        act = draft.truth.any_act(draft.rng)
        divided = [a for a in act.skeleton.articles if len(a.paragraphs) > 1]
    return draft.put(Cite(act.title, (Locator(article=draft.rng.choice(divided).number),)))


@kind("款下有项没有引到项", "BC403", "BC405", "BC407", "BC408", "BC410")
def _above_items(draft: Draft) -> Spot:
    rng = draft.rng
    while True:
        act = draft.truth.any_act(rng)
        with_items = [a for a in act.skeleton.articles if len(a.paragraphs) == 1 and len(a.paragraphs[0].items) > 1]
        if with_items:
            return draft.put(Cite(act.title, (Locator(article=rng.choice(with_items).number),)))
