"""Families of lists out of any catalogue, as clerks of several places would have made them.

A second generator beside `basischeck.testing.lists`, and none of its ways: the catalogue is given (the sound list, or a real
workbook at hand), every power may get neighbours that are other powers in nearly the same words, and a place may have the
one without the other.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from basischeck.catalog.model import Item
from basischeck.citation import Locator, parse, render_locator, render_numeral
from basischeck.testing.clerks import neighbour, reworded
from basischeck.testing.lists import Basis, DerivedList, ListFamily, Row, TruePower
from basischeck.testing.sound import sound_items

_PLACES = ("临川市", "望河县", "东岭县", "南湖区", "北塘区", "石桥区", "青原县", "白沙市")
_PLACE_BEFORE = re.compile(r"^(?:克拉玛依市|克拉玛依|地州市|市(?![场容政]))(?=.{4})")
_RENAMED = {
    "市场监督管理局": ("市场监管局", "行政审批服务局", "综合行政执法局"),
    "农业农村局": ("农业农村和水利局", "农业局", "综合行政执法局"),
    "交通运输局": ("交通局", "交通运输综合行政执法支队"),
    "人力资源和社会保障局": ("人社局", "人力资源社会保障局"),
    "住房和城乡建设局": ("住建局", "城市管理局"),
    "卫生健康委员会": ("卫健委", "疾病预防控制局"),
}
_BRACKETS = ("", "", "（2018年修正）", "（2019年4月23日修订）", "（主席令第二十二号）", "(2021年修正)", "（2007年8月30日第十届全国人民代表大会常务委员会第二十九次会议通过）")
_TAGS = ("", "", "【法律】", "【行政法规】", "1.", "（一）", "[法律]")
_QUOTES = ("", "", "", "：有下列行为之一的，由主管部门责令改正，给予警告，可以并处罚款。", "。", "规定")
_OTHER_CATEGORY = {"行政许可": "其他职权", "其他职权": "行政确认", "行政确认": "其他职权", "行政检查": "其他职权", "行政强制": "行政处罚"}


@dataclass(frozen=True, slots=True)
class ClerkRates:
    """How often each thing happens, 0 to 1; `neighbours` is how many powers in a hundred have one that looks the same."""

    drop: float = 0.15
    reword: float = 0.35
    rebase: float = 0.15
    recategorise: float = 0.03
    move: float = 0.1
    split: float = 0.04
    neighbours: float = 0.2


def sound_catalogue() -> tuple[TruePower, ...]:
    """Return the sound list as a catalogue."""
    return tuple(
        TruePower(number, one.organ, one.category, one.name, tuple((one.title, render_locator(part)) for part in one.locators))
        for number, one in enumerate(sound_items())
    )


def catalogue_of(items: Sequence[Item]) -> tuple[TruePower, ...]:
    """Return a real list as a catalogue: one power for each different name and category, with the provisions it cites."""
    found: dict[tuple[str, str], TruePower] = {}
    for item in items:
        basis: list[tuple[str, str]] = []
        for text in (one.text for one in item.bases if one.role == "设定依据"):
            for citation in parse(text).citations:
                title = citation.antecedent or citation.title
                if title and not citation.quoted:
                    basis.extend((title, render_locator(one)) for one in citation.locators if one.article)
        name = "".join(item.name.split())
        if name and basis and not item.sub_name:
            power = TruePower(len(found), item.department, item.category, name, tuple(dict.fromkeys(basis)))
            found.setdefault((name, item.category), power)
    return tuple(found.values())


def clerk_family(seed: int, catalogue: Sequence[TruePower], *, lists: int = 2, rates: ClerkRates | None = None) -> ListFamily:
    """Return lists that clerks of `lists` places made of a catalogue and its neighbours; the same for the same arguments."""
    rng = random.Random(seed)  # noqa: S311  # test data, no secret
    used = rates or ClerkRates()
    powers = _with_neighbours(catalogue, used, rng)
    known = {_bare(power.name): power.number for power in powers}
    derived = []
    for number in range(lists):
        clerk = _Clerk(random.Random(rng.random()), _PLACES[number % len(_PLACES)], used, known)  # noqa: S311
        mine = list(powers)
        clerk.rng.shuffle(mine)
        for power in mine:
            clerk.write(power)
        derived.append(DerivedList(clerk.place, tuple(clerk.rows)))
    return ListFamily(powers, tuple(derived))


def _bare(name: str) -> str:
    return "".join(char for char in name if char.isalnum())


def _with_neighbours(catalogue: Sequence[TruePower], rates: ClerkRates, rng: random.Random) -> tuple[TruePower, ...]:
    powers = [replace(power, number=number) for number, power in enumerate(catalogue)]
    names = {_bare(power.name) for power in powers}
    for power in list(powers):
        other = neighbour(power.name, power.category, rng) if rng.random() < rates.neighbours else None
        if other is None or _bare(other[0]) in names:
            continue
        names.add(_bare(other[0]))
        basis = power.basis if rng.random() < 0.6 else (_elsewhere(power.basis[0], rng), *power.basis[1:])
        powers.append(TruePower(len(powers), power.field, other[1], other[0], basis))
    return tuple(powers)


def _locator(text: str) -> Locator:
    return parse(f"《法》{text}").citations[0].locators[0]


def _elsewhere(provision: tuple[str, str], rng: random.Random) -> tuple[str, str]:
    """Return another provision of the same statute: the next article, or another paragraph of the same one."""
    title, text = provision
    locator = _locator(text)
    if rng.random() < 0.5:
        return title, render_locator(replace(locator, paragraph=(locator.paragraph or 1) + 1, item=None, subitem=None))
    return title, f"第{render_numeral(int((locator.article or '1').split('-')[0]) + rng.randint(1, 9))}条"


@dataclass
class _Clerk:
    """Writes one place's list."""

    rng: random.Random
    place: str
    rates: ClerkRates
    known: dict[str, int]
    rows: list[Row] = field(default_factory=list)

    def happens(self, rate: float) -> bool:
        return self.rng.random() < rate

    def write(self, power: TruePower) -> None:
        if self.happens(self.rates.drop):
            return
        name, basis, category, department = power.name, power.basis, power.category, self._organ(power.field)
        if self.happens(self.rates.reword):
            name = self._reworded(power)
        if self.happens(self.rates.rebase):
            basis = self._rebased(basis)
        if self.happens(self.rates.recategorise):
            category = _OTHER_CATEGORY.get(category, category)
        if self.happens(self.rates.move):
            department = self._organ(self.rng.choice(_RENAMED.get(power.field, ("综合行政执法局", "行政审批服务局"))))
        level = "市级" if self.place.endswith("市") else "县级"
        row = Row(power.number, self._width(name), category, basis, self._written(basis), department, level)
        self.rows.append(row)
        if self.happens(self.rates.split):
            self.rows[-1] = replace(row, level="市级")
            self.rows.append(replace(row, level="县级"))

    def _organ(self, name: str) -> str:
        return self.place + _PLACE_BEFORE.sub("", name)

    def _reworded(self, power: TruePower) -> str:
        name = reworded(power.name, self.rng)
        # A wording that is another power's name would make the truth untrue.
        return name if self.known.get(_bare(name), power.number) == power.number else power.name

    def _rebased(self, basis: Basis) -> Basis:
        parts = list(basis)
        place = self.rng.randrange(len(parts))
        title, text = parts[place]
        way = self.rng.randrange(5)
        if way == 0 and len(parts) > 1:
            parts.pop(place)
        elif way == 1:
            parts.append((self.rng.choice(("新疆维吾尔自治区平安建设条例", "优化营商环境条例", "中华人民共和国行政处罚法")), f"第{render_numeral(self.rng.randint(5, 60))}条"))
        elif way == 2:
            parts[place] = self._deeper(title, text)
        elif way == 3:
            parts[place] = (self.rng.choice(("综合行政执法暂行办法", "安全生产违法行为处罚办法", f"{title}实施细则")), f"第{render_numeral(self.rng.randint(5, 60))}条")
        else:
            parts[place] = _elsewhere(parts[place], self.rng)
        self.rng.shuffle(parts)
        return tuple(dict.fromkeys(parts))

    def _deeper(self, title: str, text: str) -> tuple[str, str]:
        """Cite the same article deeper, or whole where it is cited in part."""
        locator = _locator(text)
        if locator.paragraph or locator.item:
            return title, render_locator(Locator(article=locator.article))
        return title, render_locator(replace(locator, paragraph=self.rng.randint(2, 3)))

    def _width(self, name: str) -> str:
        if not self.happens(0.3):
            return name
        pairs = [("，", ","), ("（", "("), ("）", ")"), ("、", "、 "), ("的处罚", "的处罚 "), ("《", " 《"), ("；", ";")]
        for old, new in self.rng.sample(pairs, 3):
            name = name.replace(old, new)
        return name

    def _written(self, basis: Basis) -> str:
        parts = list(basis)
        if self.happens(0.3):
            self.rng.shuffle(parts)
        texts = []
        for title, locator in parts:
            shown = title.removeprefix("中华人民共和国") if self.happens(0.25) else title
            text = f"{self.rng.choice(_TAGS)}《{shown}》{self.rng.choice(_BRACKETS)}{locator}{self.rng.choice(_QUOTES)}"
            texts.append(text.translate(str.maketrans("（）", "()")) if self.happens(0.1) else text)
        return self.rng.choice(("\n", "\n", "；\n")).join(texts)
