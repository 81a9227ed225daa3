"""Faults in the writing of a citation (BC1)."""

from dataclasses import replace

from basischeck.citation import Locator, render_numeral
from basischeck.testing.dress import Cite, Manner
from basischeck.testing.list_faults.draft import Draft, Spot, kind

_CANON = Manner()


def _any_cite(draft: Draft) -> tuple[int, Cite]:
    """Return some citation: one that stands in the list, or one of another statute put into it."""
    if draft.rng.random() < 0.5:
        number, _, cite = draft.cite() or (0, draft.rows[0], draft.rows[0].basis.cites[0])
        return number, cite
    act = draft.truth.any_act(draft.rng)
    article = draft.rng.choice(act.skeleton.articles)
    paragraph, item = draft.truth.deepest(article, draft.rng)
    cite = Cite(act.title, (Locator(article=article.number, paragraph=paragraph, item=item),))
    return draft.put(cite).row, cite


def _article(cite: Cite) -> str:
    """Return the article of a citation's first provision in letters, with 第 and 条."""
    return _CANON.locator(Locator(article=cite.locators[0].article))


@kind("缺右书名号", "BC101")
def _no_right(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    cite.right = ""
    return Spot(number)


@kind("缺左书名号", "BC101")
def _no_left(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    cite.left = ""
    return Spot(number)


@kind("书名号不成对", "BC101")
def _mismatched(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    cite.left, cite.right = draft.rng.choice([("《", "〉"), ("〈", "》"), ("（", "》"), ("<<", ">>"), ("〈", "〉")])
    return Spot(number, note=f"{cite.left}{cite.title}{cite.right}")


@kind("书名号重复", "BC102")
def _doubled(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    if draft.rng.random() < 0.6:
        cite.right = "》》"
    else:
        cite.left, cite.right = "《《", draft.rng.choice(["》", "》》"])
    return Spot(number)


@kind("没有书名号", "BC104")
def _bare(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    cite.left = cite.right = ""
    return Spot(number)


@kind("第误写为笫", "BC103")
def _wrong_di(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    written = draft.rows[number].basis.manner.locators(cite.locators)
    places = [i for i, letter in enumerate(written) if letter == "第"]
    at = draft.rng.choice(places)
    cite.where = written[:at] + "笫" + written[at + 1 :]
    return Spot(number, note=cite.where)


@kind("缺第", "BC105")
def _no_di(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    whole = _CANON.locators(cite.locators)
    arabic = Manner(arabic=True, item="第{}项").locators(cite.locators)
    cite.where = draft.rng.choice([whole.replace("第", "", 1), whole.replace("第", "", 1), arabic.replace("第", "", 1)])
    return Spot(number, note=cite.where)


@kind("缺条", "BC105")
def _no_tiao(draft: Draft) -> Spot | None:
    number, cite = _any_cite(draft)
    if cite.locators[0].paragraph is None:
        cite.locators = (replace(cite.locators[0], paragraph=draft.rng.randint(1, 3)),)
    manner = draft.rng.choice([_CANON, _CANON, Manner(arabic=True, item="第{}项")])
    cite.where = manner.locators(cite.locators).replace("条", "", 1)
    return Spot(number, note=cite.where)


@kind("范围颠倒", "BC107")
def _backwards(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    rng = draft.rng
    first = int((cite.locators[0].article or "1").partition("-")[0]) + rng.randint(1, 9)
    second = rng.randint(1, first - 1)
    to = rng.choice(["至", "到", "—", "至", "-"])
    if rng.random() < 0.75:
        high, low = render_numeral(first), render_numeral(second)
        cite.where = rng.choice([f"第{high}条{to}第{low}条", f"第{high}条{to}第{low}条", f"第{high}至第{low}条", f"第{first}-{second}条"])
    else:
        least, most = sorted(rng.sample(range(1, 10), 2))
        cite.where = f"{_article(cite)}第（{render_numeral(most)}）项至第（{render_numeral(least)}）项"
    return Spot(number, note=cite.where)


@kind("条款没有序号", "BC112", "BC113")
def _empty_locator(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    article = _article(cite)
    cite.where = draft.rng.choice(["第条", "第 条", "第  条", f"{article}第款", f"{article}第 款", f"{article}第一款第项", f"{article}第（）项", "第条第一款", "第__条", "第X条", "第××条", "第…条", "第　条"])
    return Spot(number, note=cite.where)


@kind("序号不可能", "BC108", "BC204")
def _impossible(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    rng = draft.rng
    big = rng.randint(3000, 99999)
    cite.where = rng.choice([f"第{render_numeral(big) if big < 10000 else big}条", f"第{big}条", "第一万条", f"{_article(cite)}第{rng.randint(300, 9999)}款"])
    return Spot(number, note=cite.where)


@kind("标签不是层级", "BC110")
def _no_level(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    word = draft.rng.choice(["依据", "设定依据", "主要依据", "实施依据", "处罚依据", "法条", "其他依据", "职权依据", "参考"])
    cite.tag = draft.rng.choice(["【{}】", "【{}】"]).format(word)
    return Spot(number, note=cite.tag)


@kind("层级次序不对", "BC106")
def _out_of_order(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    article, rng = _article(cite), draft.rng
    paragraph, item = render_numeral(rng.randint(1, 4)), render_numeral(rng.randint(1, 9))
    cite.where = rng.choice([f"第{paragraph}款{article}", f"{article}第（{item}）项第{paragraph}款", f"第（{item}）项{article}", f"第{paragraph}款第（{item}）项{article}"])
    return Spot(number, note=cite.where)


@kind("会议次序作令号", "BC111")
def _meeting(draft: Draft) -> Spot | None:
    found = draft.cite(lambda cite: (act := draft.act_of(cite)) is not None and act.level == "行政法规")
    rng = draft.rng
    if found is not None and rng.random() < 0.5:
        number, _, cite = found
    else:
        act = draft.truth.any_act(rng, [s for s in draft.truth.national if s.level == "行政法规"])
        cite = Cite(act.title, (Locator(article=act.skeleton.articles[1].number),))
        number = draft.put(cite).row
    meeting = rng.randint(2, 240)
    cite.mark = rng.choice([f"（国务院令第{meeting}次常务会议通过）", f"（国务院令第{meeting}次会议）", f"（{rng.randint(1990, 2020)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日国务院令第{meeting}次常务会议通过）"])
    return Spot(number, note=cite.mark)


@kind("末款末项", "BC109")
def _last_paragraph(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    cite.where = _article(cite) + draft.rng.choice(["末款", "最后一款", "第一款末项", "第一款最后一项"])
    return Spot(number, note=cite.where)


@kind("版本括号缺一半", "BC114")
def _half_bracket(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    year = draft.rng.randint(2005, 2024)
    inside = draft.rng.choice([f"{year}年修正", f"{year}年修订", f"{year}年{draft.rng.randint(1, 12)}月1日施行"])
    cite.mark = draft.rng.choice([f"（{inside}", f"{inside}）"])
    return Spot(number, note=cite.mark)


@kind("没有读懂的条款", "BC113")
def _unread(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    rng = draft.rng
    a, b = rng.randint(3, 40), rng.randint(1, 9)
    cite.where = rng.choice([f"第{a}．{b}条", f"第{a}.{b}条", f"第{a}·{b}条"])
    return Spot(number, note=cite.where)


@kind("看不见的字符", "BC116")
def _invisible(draft: Draft) -> Spot:
    number, cite = _any_cite(draft)
    written = draft.rows[number].basis.manner.locators(cite.locators)
    place = draft.rng.randint(1, len(written) - 1)
    cite.where = written[:place] + draft.rng.choice("\u200b\ufeff\u200f\u2060") + written[place:]
    return Spot(number, note=cite.where)
