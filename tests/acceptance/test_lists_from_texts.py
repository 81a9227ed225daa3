"""Lists made from the statutes' own texts by a second hand: no helper of `basischeck.testing`, other wordings, other sheets.

The texts are read from ../shared at run time; nothing of them is kept.
"""

import csv
import lzma
import random
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from basischeck.catalog import read_list
from basischeck.citation import NameSet, render_numeral
from basischeck.facts import build_facts
from basischeck.rules import Finding, in_profile, load_rules
from basischeck.rules.evaluate import evaluate
from basischeck.statute import open_index

DAY = date(2026, 11, 22)
_NO_TEXT = re.compile(r"第[一二三四五六七八九十百]+[条章]|本法|前款|废止|施行|^（[一二三四五六七八九十]+）")
_ACTS = ("未取得许可证从事", "擅自改变用途使用", "未按规定备案而开展", "伪造文书骗取", "拒不接受检查而继续", "未建立台账即行")
_TRADES = ("冷链仓储", "露天采石", "渡口渡运", "旧货典当", "疫苗配送", "幼儿托管", "印章刻制", "废油回收", "水产养殖", "温泉洗浴", "电梯维保", "苗木销售")


@dataclass
class Text:
    """One provision that can be quoted: its law, its locator, its words."""

    law: str
    article: str
    locator: str
    words: str


@dataclass
class Row:
    """One row of a list; `cell` stands for the basis cell once a fault was planted in it."""

    name: str
    category: str
    texts: list[Text]
    body: str
    serial: str
    cell: str | None = None


class Library:
    """The provisions of the laws in force, sorted by shape; read from the database itself, not by our readers."""

    def __init__(self, packed: Path, folder: Path) -> None:
        self.by_shape: dict[str, list[Text]] = {"plain": [], "paragraph": []}
        self.size: dict[str, int] = {}
        file = folder / "laws.sqlite"
        file.write_bytes(lzma.decompress(packed.read_bytes()))
        rows = sqlite3.connect(file).execute(
            "SELECT laws.law_name, article_no, article_text FROM articles JOIN laws USING (law_id)"
            " WHERE laws.status = '现行有效' AND laws.publish_date < '2025-04-01' ORDER BY article_no_arabic"
        )
        for law, article, words in rows:
            if re.fullmatch(r"中华人民共和国[\u4e00-\u9fff]{2,12}法", law):
                self.size[law] = self.size.get(law, 0) + 1
                self._add(law, article, [line.strip() for line in words.split("\n") if line.strip()])

    def _add(self, law: str, article: str, lines: list[str]) -> None:
        """Keep an article without items whose lines are whole paragraphs."""
        if "之" in article or any(_NO_TEXT.search(line) or not line.endswith("。") or not 25 < len(line) < 300 for line in lines):
            return
        if len(lines) == 1:
            self.by_shape["plain"].append(Text(law, article, article, lines[0]))
        elif len({line[:12] for line in lines}) == len(lines):
            for place, line in enumerate(lines, start=1):
                self.by_shape["paragraph"].append(Text(law, article, f"{article}第{render_numeral(place)}款", line))

    def pick(self, rng: random.Random, shape: str | None = None, law: str | None = None) -> Text:
        found = [text for name, held in self.by_shape.items() if shape in (None, name) for text in held if law in (None, text.law)]
        return rng.choice(found)


Fault = Callable[[Row, Library, random.Random], str | None]
FAULTS: dict[str, tuple[tuple[str, ...], Fault]] = {}


def fault(name: str, *rules: str) -> Callable[[Fault], Fault]:
    def keep(plant: Fault) -> Fault:
        FAULTS[name] = (rules, plant)
        return plant

    return keep


def _quoted(text: Text, locator: str | None = None, words: str | None = None) -> str:
    return f"【法律】《{text.law}》\n    {locator or text.locator}：{words or text.words}"


@fault("a word of the quotation is another", "BC603", "BC604")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng)
    place = rng.choice([n for n, c in enumerate(text.words) if "\u4e00" <= c <= "\u9fff" and c not in "一二三四五六七八九十百"])
    return _quoted(text, words=text.words[:place] + "某" + text.words[place + 1 :])


@fault("a word of the quotation is missing", "BC603", "BC604")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng)
    places = [n for n in range(3, len(text.words) - 3) if "\u4e00" <= text.words[n] <= "\u9fff" and text.words[n] != text.words[n - 1]]
    place = rng.choice(places)
    return _quoted(text, words=text.words[:place] + text.words[place + 1 :])


@fault("the words are those of another article", "BC601")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng, "plain")
    others = [other for other in library.by_shape["plain"] if other.law == text.law and other.article != text.article]
    return _quoted(text, locator=rng.choice(others).article) if others else _quoted(text, locator="第一条")


@fault("the words are those of another law", "BC604")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text, other = library.pick(rng, "plain"), library.pick(rng, "plain")
    return _quoted(text, words=other.words) if other.law != text.law else _quoted(text, words="任何人不得在夜间奏乐，违者罚酒三杯。")


@fault("one paragraph is quoted and the article is cited", "BC403")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng, "paragraph")
    return _quoted(text, locator=text.article)


@fault("an article beyond the text", "BC203")
def _(row: Row, library: Library, rng: random.Random) -> str:
    law = rng.choice(sorted(library.size))
    return f"《{law}》第{render_numeral(library.size[law] + rng.randrange(1, 30))}条"


@fault("a paragraph beyond the article", "BC204")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng, "plain")
    return f"《{text.law}》{text.article}第{render_numeral(rng.randrange(2, 6))}款"


@fault("an item of an article that has none", "BC205")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng, "plain")
    return f"《{text.law}》{text.article}第（{render_numeral(rng.randrange(1, 6))}）项"


@fault("two characters of the title change places", "BC202")
def _(row: Row, library: Library, rng: random.Random) -> str:
    text = library.pick(rng)
    while len(text.law) < 12 or text.law[8] == text.law[9]:
        text = library.pick(rng)
    law = text.law
    return f"《{law[:8]}{law[9]}{law[8]}{law[10:]}》{text.locator}"


@fault("the bracket names a law to come", "BC311")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return "《中华人民共和国商标法》（2026年6月26日修订）第五十二条"


@fault("a State Council decision is tagged as a law", "BC121", "BC122")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return f"{_quoted(row.texts[0])}\n【法律】《国务院关于加强食品等产品安全监督管理的特别规定》第三条"


@fault("the range is backwards", "BC107")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return f"《{row.texts[0].law}》第十五条至第十二条"


@fault("no provision is cited", "BC401")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return f"《{row.texts[0].law}》"


@fault("the brackets are not closed", "BC101")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return _quoted(row.texts[0]).replace("》", "", 1)


@fault("the law was repealed by the code", "BC301")
def _(row: Row, library: Library, rng: random.Random) -> str:
    return rng.choice(("《中华人民共和国水污染防治法》第八十三条", "《中华人民共和国物权法》第三条", "《中华人民共和国合同法》第五十二条"))


def _rows(rng: random.Random, library: Library, count: int = 24) -> list[Row]:
    pairs = [(act, trade) for act in _ACTS for trade in _TRADES]
    rng.shuffle(pairs)
    rows = []
    for number, (act, trade) in enumerate(pairs[:count], start=1):
        texts = [library.pick(rng) for _ in range(1 + (number % 3 == 0))]
        rows.append(Row(f"对{act}{trade}行为的处罚", "行政处罚", texts, "云泽市农业农村局", str(number)))
    return rows


def _cell(row: Row, dress: str) -> str:
    if row.cell is not None:
        return row.cell
    if dress == "inline":
        return "；".join(f"《{text.law}》{text.locator}" for text in row.texts)
    if dress == "bare":
        return "\n".join(f"《{text.law}》\n{text.locator}　{text.words}" for text in row.texts)
    return "\n".join(_quoted(text) for text in row.texts)


def _write(rows: list[Row], dress: str, folder: Path) -> tuple[Path, Callable[[int], str]]:
    """Write the list; return its file and where the basis cell of a row is."""
    if dress == "inline":
        file = folder / "清单.csv"
        with file.open("w", encoding="gb18030", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(["权力类型", "职权名称", "执法依据", "实施主体", "序号"])
            writer.writerows([row.category, row.name, _cell(row, dress), row.body, row.serial] for row in rows)
        return file, lambda number: f"C{number + 2}"
    file, book = folder / "清单.xlsx", openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"行政处罚（{len(rows)}项）"
    sheet.append(["云泽市农业农村局权责清单"])
    sheet.merge_cells("A1:D1")
    sheet.append(["序号", "事项名称", "法定依据", "行使主体"])
    for row in rows:
        sheet.append([row.serial, row.name, _cell(row, dress), row.body])
    book.save(file)
    return file, lambda number: f"C{number + 3}"


@pytest.fixture(scope="module")
def check() -> Callable[[Path], list[Finding]]:
    index = open_index()
    names, rules = NameSet(index.names()), in_profile(load_rules(), "standard")

    def findings(file: Path) -> list[Finding]:
        return evaluate(rules, build_facts([read_list(file)], index, DAY, region="河南省", names=names))

    return findings


@pytest.fixture(scope="module")
def library(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(shared / "statutes" / "china-law-2026-08.sqlite.xz", tmp_path_factory.mktemp("laws"))


DRESSES = ("tagged", "inline", "bare")


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("seed", range(4))
def test_a_list_that_cites_and_quotes_the_texts_in_force_is_sound(
    dress: str, seed: int, library: Library, check: Callable[[Path], list[Finding]], tmp_path: Path
) -> None:
    rows = _rows(random.Random(f"{dress}{seed}"), library)  # noqa: S311
    file, _ = _write(rows, dress, tmp_path)
    assert [(f.rule, f.citation, f.message) for f in check(file) if f.severity != "info"] == []


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_one_fault_is_said_by_its_rule_at_its_cell(
    name: str, library: Library, check: Callable[[Path], list[Finding]], tmp_path: Path
) -> None:
    rules, plant = FAULTS[name]
    for seed, dress in enumerate((*DRESSES, *DRESSES)):
        rng = random.Random(f"{name}{seed}")  # noqa: S311
        rows = _rows(rng, library)
        at = rng.randrange(2, 20)
        rows[at].cell = plant(rows[at], library, rng)
        file, place = _write(rows, dress, tmp_path)
        found = {f.rule for f in check(file) if f.location.cell == place(at)}
        assert found & set(rules), (dress, rows[at].cell, found)
