"""One article to the powers it confers: one fact a provision, category and holder."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from basischeck.citation import parse
from basischeck.statute.model import ArticleText, ItemText, ParagraphText
from basischeck.statute.powers.acting import acting
from basischeck.statute.powers.addressed import addressed, rewards
from basischeck.statute.powers.clauses import Piece, read_pieces
from basischeck.statute.powers.level import level_of
from basischeck.statute.powers.licence import licences
from basischeck.statute.powers.model import CATEGORIES, Power, PowerCategory
from basischeck.statute.powers.penalty import orders, penalties, punishes

_FULL_WIDTH = str.maketrans(",;:", "，；：")
_SHORT_NAME = re.compile(r"[（(]以下(?:简称|统称|称)[^）)]*[）)]|[ \u3000]")
_WITHIN = re.compile(
    r"(?:依照|按照|依据|根据|适用)(?:本(?:法|条|办法|规定|细则|规则|决定)|前[一二两三四五]?[款条项]|第[一二三四五六七八九十百]+[条款项])"
)
"""What is punished by a provision of the same act（依照前款规定给予处罚）."""
_AT_SEA = re.compile(r"海上(?!执法)|海域|海洋(?!执法)|沿海|远洋|海港|领海|海岸|外国籍|外籍|国际航行|国际航线|国际运输")
_INLAND = re.compile(r"内河|内陆|内水|江河|湖泊|淡水")
_VIOLATED = re.compile(r"(?:违反|未(?:按照|依照|履行|落实|遵守|执行)|不符合)(?:了)?本[^，。；第]{1,6}第[^，。；]*?(?:规定|的)")
_PREVIOUS = re.compile(r"违反(?:了)?(?:本条)?前款")
_OFFENCES = re.compile(r"下列(?:情形|行为|情况|违法行为|规定)?[^，。；]{0,8}之一|下列行为|下列情形")
_DUTY_FIRST = re.compile(r"(?:(?!违反|罚|责令|吊销|没收|处分|拘留|构成)[^；])*应当(?:(?!违反|罚|责令|吊销|没收|处分|拘留|构成)[^；])*(?:申请|批准)(?:(?!违反|罚|责令|吊销|没收|处分|拘留|构成)[^；])*(?=；)")
_ISSUES = re.compile(r"^[^。；]{0,60}(?:合格|符合|批准|同意|准予|受理|通过|予以许可)[^，。；]{0,20}的，[^。]{0,50}(?:发给|颁发|核发|发放|换发|签发|许可的决定)")
_CONDITIONS = re.compile(r"条件[：:]?$|^(?!.*下列规定).*提交[^。，]{0,20}[：:]?$")
_PUBLISHES = re.compile("(?:公开|公布|公示|告知)[^，。；]{0,12}[：:]?$")
_PENALTIES_LISTED = re.compile("(?:给予|处以|予以|作出)(?:以下|(?:以)?下列)(?:行政)?处罚[^，。；]{0,4}[：:]?$")
_EXAMINED = re.compile(r"^有?经[^，。；]{4,}(?:考试|考核)合格")
_CONFERS_BY_ITEM = re.compile(r"(?:批准|许可|审批|申请|核准|备案|登记|办理|报)[^。]{0,30}[：:]?$|(?:规定|程序|权限|方式)[^。]{0,12}[：:]?$")
_LISTS = re.compile(r"(?:条件|材料|文件|资料|证件|内容|事项|含义|用语|职责|职权|原则|情形|情况|之一|行为|义务|权利|措施|包括|是指|载明|证明|准则|任务|不得|禁止)[^。]{0,8}[：:]?$")


@dataclass(slots=True)
class _Draft:
    """The facts of one paragraph while they are gathered, in order of first mention."""

    facts: dict[tuple[PowerCategory, str | None], tuple[dict[str, None], int | None, bool]] = field(default_factory=dict)

    def add(self, category: PowerCategory, holders: Iterable[str], act: str, item: int | None, refers: bool = False) -> None:
        for holder in tuple(holders) or (None,):
            acts, first, by_reference = self.facts.setdefault((category, holder), ({}, item, refers))
            acts[act] = None
            self.facts[category, holder] = (acts, first, by_reference and refers)


def powers_of(article: ArticleText) -> list[Power]:
    """Return the powers that an article's paragraphs confer, in order."""
    found: list[Power] = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        found.extend(_paragraph(article.number, number, paragraph))
    return found


def powers_of_text(text: str, article: str = "1", paragraph: int = 1, items: Iterable[tuple[int, str]] = ()) -> list[Power]:
    """Return the powers that one paragraph confers, given as its own words and the words of its items."""
    return _paragraph(article, paragraph, ParagraphText(text, tuple(ItemText(n, t) for n, t in items)))


def _paragraph(article: str, number: int, paragraph: ParagraphText) -> list[Power]:
    draft = _Draft()
    paragraph = _plain(paragraph)
    pieces = read_pieces(paragraph.text)
    penal = _penal(draft, pieces, None)
    _others(draft, paragraph.text, pieces, None)
    _items(draft, paragraph, pieces, penal)
    words = paragraph.text + "。".join(item.text for item in paragraph.items)
    violated = _violated(words, article, number)
    at_sea = _AT_SEA.search(paragraph.text) is not None and not _INLAND.search(paragraph.text)
    return [
        Power(
            article,
            number,
            item,
            category,
            tuple(acts),
            holder,
            level_of(holder) if holder else None,
            violated if category == "行政处罚" else (),
            refers,
            refers and tuple(acts) == ("处罚",) and not _WITHIN.search(words),
            at_sea,
        )
        for (category, holder), (acts, item, refers) in sorted(
            _without_namesakes(draft).items(), key=lambda entry: CATEGORIES.index(entry[0][0])
        )
    ]


def _plain(paragraph: ParagraphText) -> ParagraphText:
    """Fold marks to their full width, leave out spaces and the short names that a text gives（以下简称…）: an authority's words go on behind them."""

    def plain(text: str) -> str:
        return _SHORT_NAME.sub("", text.translate(_FULL_WIDTH))

    items = tuple(replace(item, text=plain(item.text), subitems=tuple((n, plain(t)) for n, t in item.subitems)) for item in paragraph.items)
    return replace(paragraph, text=plain(paragraph.text), items=items)


def _without_namesakes(draft: _Draft) -> dict[tuple[PowerCategory, str | None], tuple[dict[str, None], int | None, bool]]:
    """Leave out a fact without holder where another of its category names one: it is the same power."""
    named = {category for category, holder in draft.facts if holder is not None}
    first = dict(reversed(draft.facts))
    return {
        key: value
        for key, value in draft.facts.items()
        if key[1] is not None or key[0] not in named or (key[0] == "行政处罚" and first[key[0]] is None)
    }


def _penal(draft: _Draft, pieces: list[Piece], item: int | None) -> bool:
    """Add penalties and orders; return whether there is any penalty."""
    found = list(penalties(pieces))
    penal = bool(found)
    closed_down = {act for act, _, _ in found} == {"取缔"} and not any(category == "行政处罚" for category, _ in draft.facts)
    for act, piece, refers in found:
        if closed_down:  # 取缔 alone is no penalty of 行政处罚法第九条
            if piece.agents:
                draft.add("其他职权", piece.agents, act, item)
        else:
            draft.add("行政处罚", piece.agents, "责令关闭" if act == "取缔" else act, item, refers)
    plain = None
    for act, piece, mends in orders(pieces):
        if mends:
            plain = plain or piece
        else:
            draft.add("其他职权", piece.agents, act, item)
    fined = any(category == "行政处罚" for category, _ in draft.facts)
    if plain is not None and plain.agents and not fined:
        draft.add("其他职权", plain.agents, "责令改正", item)
    return penal


def _others(draft: _Draft, text: str, pieces: list[Piece], item: int | None) -> None:
    """Add the powers that are no penalties: of acting authorities by piece, of addressed ones by sentence."""
    for category, act, piece in acting(pieces):
        draft.add(category, piece.agents, act, item)
    sentences = re.findall(r"[^。！]+", text)
    for number, sentence in enumerate(sentences):
        penal = any(True for _ in penalties([p for p in pieces if p.sentence == number]))
        duty = _DUTY_FIRST.match(sentence)  # 应当…申请许可证；逾期不办理的，处罚款
        if penal and duty is None:
            continue
        if penal and duty is not None:
            sentence = duty[0]
        licensed: set[str] = set()
        for holders in licences(sentence, "。".join(sentences[:number])):
            if not holders and _ISSUES.search(sentence):  # 审查合格的，发给许可证: who examines was said before
                holders = next((p.agents for p in reversed(pieces) if p.sentence < number and p.subject), ())
            licensed.update(holders)
            draft.add("行政许可", holders, "许可", item)
        for category, act, holders in addressed(sentence):
            if act == "撤销" and holders and licensed.issuperset(holders):  # 向登记机关申请注销登记 is one power
                continue
            draft.add(category, holders, act, item)
        rewarded = rewards(sentence)
        if rewarded is not None:
            if not rewarded and "举报" in sentence:
                rewarded = next((p.agents for p in reversed(pieces) if p.sentence < number and p.agents), ())
            draft.add("行政奖励", rewarded, "奖励", item)


def _items(draft: _Draft, paragraph: ParagraphText, pieces: list[Piece], penal: bool) -> None:
    """Add what the items confer: penalties that stand in the items, powers of an authority that the opening names."""
    last = pieces[-1] if pieces else None
    agents = last.agents if last is not None else ()
    offences = penal or _OFFENCES.search(paragraph.text) is not None
    listed = _PENALTIES_LISTED.search(paragraph.text) is not None
    for item in paragraph.items:
        text = " ".join([item.text, *(words for _, words in item.subitems)])
        inner = read_pieces(text)
        if listed:
            _penal(draft, [replace(piece, agents=agents) for piece in read_pieces(text, agents or ("",))], item.number)
            continue
        if offences:
            if not penal or re.search(r"的，.{0,40}处.{0,60}罚款|的，处以", text):
                _penal(draft, _with_agents(inner, agents), item.number)
            continue
        acting_pieces = read_pieces(text, agents) if agents else inner
        if agents and last is not None and (last.subject or last.named):
            for category, act, piece in acting(acting_pieces):
                draft.add(category, piece.agents, act, item.number)
            if not _PUBLISHES.search(paragraph.text) and any(True for _ in licences(f"{agents[0]}应当{text}")):
                draft.add("行政许可", agents, "许可", item.number)
            for piece in punishes(acting_pieces):
                draft.add("行政处罚", piece.agents, "处罚", item.number, True)
            for act, piece, _ in orders(acting_pieces):
                draft.add("其他职权", piece.agents, act, item.number)
        elif (_CONFERS_BY_ITEM.search(paragraph.text) and not _CONDITIONS.search(paragraph.text)) or not _LISTS.search(paragraph.text) or (_CONDITIONS.search(paragraph.text) and _EXAMINED.search(text)):
            _others(draft, ("申请的，" if "申请" in paragraph.text else "") + text, inner, item.number)


def _with_agents(pieces: list[Piece], agents: tuple[str, ...]) -> list[Piece]:
    """Let the opening sentence's authority act where an item names none of its own."""
    return [replace(piece, agents=agents) if not piece.agents else piece for piece in pieces]


def _violated(text: str, article: str, paragraph: int) -> tuple[str, ...]:
    """Return the provisions of the same act that the text names as violated."""
    found: dict[str, None] = {}
    for match in _VIOLATED.finditer(text):
        for citation in parse(match[0]).citations:
            for locator in citation.locators if citation.title is None or citation.self_reference else ():
                if locator.article:
                    path = [locator.article, locator.paragraph, locator.item]
                    found[".".join(str(step) for step in path if step is not None)] = None
    if _PREVIOUS.search(text) and paragraph > 1:
        found[f"{article}.{paragraph - 1}"] = None
    return tuple(found)


def all_powers(articles: Iterable[ArticleText]) -> Iterator[Power]:
    """Yield the powers of all articles of a text."""
    for article in articles:
        yield from powers_of(article)
