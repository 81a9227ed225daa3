"""An index of invented acts in which each kind of power and of mention stands once, and a list held against it."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from basischeck.catalog import read_bytes
from basischeck.citation import render_numeral
from basischeck.coverage.coverage import Wanted, find_coverage
from basischeck.coverage.model import Coverage
from basischeck.statute import Index, open_index
from basischeck.statute.build import build_corpus
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.shards import write_corpus

Row = tuple[str, str, str]
Holding = Callable[..., Coverage]
_HEAD = ("序号", "事项名称", "权力类型", "实施依据", "行使主体", "部门")

_CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("第一章 总则", ("为了规范样品活动，制定本法。", "对在样品活动中做出突出贡献的单位和个人，给予奖励。", "对违反样品管理秩序的单位，依法给予行政处罚。")),
    (
        "第二章 监督管理",
        (
            "从事样品经营，应当经县级以上人民政府市场监督管理部门批准，取得样品经营许可证。",
            "市场监督管理部门应当自受理申请之日起二十日内作出是否准予许可的决定；准予许可的，颁发样品经营许可证。",
            "样品经营许可证有效期届满，应当向原发证机关申请换发许可证。",
            "县级以上人民政府市场监督管理部门应当对样品经营进行监督检查。",
            "市场监督管理部门可以对样品进行抽查。",
            "市场监督管理部门进行监督检查，可以采取下列措施：\n\n（一）进入样品经营场所实施现场检查；\n\n（二）查封、扣押不合格的样品；\n\n（三）责令暂停销售可能危害健康的样品。",
            "对查证属实的举报，市场监督管理部门应当给予举报人奖励。",
            "从事样品运输，应当经公安机关交通管理部门批准。",
            "从事样品进口，应当经国家样品管理局批准。",
            "样品单位应当缴纳样品费。",
        ),
    ),
    (
        "第三章 法律责任",
        (
            "有下列情形之一的，由市场监督管理部门处一万元以下罚款：\n\n（一）不标明产地的；\n\n（二）不标明日期的。\n\n明知有前款规定情形仍予发布的，由市场监督管理部门处五千元以下罚款。",
            "生产不合格样品的，没收样品，并处一万元以下罚款。",
            "服务业的经营者使用本法第十五条规定的样品的，处五千元以下罚款。",
            "未取得许可证从事样品经营的，没收违法所得，可以由公安机关处五日以下拘留。\n\n对专门用于生产不合格样品的设备，予以没收。",
            "作为样品经营者的单位或者个人隐匿样品的，由市场监督管理部门处三千元以下罚款，扣押样品；由市场监督管理部门追缴样品费。",
            "医疗机构违反本法规定的，除由市场监督管理部门依照本法处罚外，由卫生健康主管部门处一千元以下罚款。",
            "本法规定的行政处罚，由县级以上人民政府市场监督管理部门决定。",
        ),
    ),
)
_OLD_PENALTY = "向境外寄送样品而不登记其来源、去向和数量的，由市场监督管理部门处二百元以下罚款。"
_TAKEN = ("从事样品运输", "从事样品进口")
"""What the version of 2019 added: two articles before the penalties, so that these moved by two, less one that it left out."""


def _law(revised: bool) -> str:
    """Return the act as of 2019, or as of 2010: without what was added, with a penalty that was left out later."""
    history = "2010年3月1日 第十一届全国人民代表大会常务委员会第十三次会议通过"
    lines = ["# 中华人民共和国样品质量法", history]
    if revised:
        lines.append("2019年3月1日 第十三届全国人民代表大会常务委员会第九次会议修订")
    lines.append("<!-- INFO END -->")
    number = 0
    for title, articles in _CHAPTERS:
        lines.append(f"## {title}")
        kept = articles if revised else tuple(one.partition("\n\n明知")[0] for one in articles if not one.startswith(_TAKEN))
        if title.startswith("第三章") and not revised:
            kept = (*kept, _OLD_PENALTY)
        for text in kept:
            number += 1
            lines.append(f"第{render_numeral(number)}条 {text}")
    day = "2019年6月1日" if revised else "2010年6月1日"
    return "\n\n".join([*lines, "## 第四章 附则", f"第{render_numeral(number + 1)}条 本法自{day}起施行。"]) + "\n"


_RULE = """# 样品经营监督管理办法

（2020年3月1日国家市场监督管理总局令第20号公布）

<!-- INFO END -->

第一条 根据《中华人民共和国样品质量法》，制定本办法。

第二条 样品经营企业变更地址的，应当经市场监督管理部门批准。

第三条 市场监督管理部门应当对样品经营企业进行监督检查。

第四条 样品经营企业未按规定保存台账的，由市场监督管理部门处一千元以下罚款。

第五条 样品经营企业伪造台账的，由市场监督管理部门没收违法所得，并处一万元以下罚款。

第六条 未按规定报送样品信息的，处五百元以下罚款。

第七条 本办法自2020年6月1日起施行。
"""


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("coverage")
    texts = {
        "法律/样品质量法(2010-03-01).md": _law(False),
        "法律/样品质量法(2019-03-01).md": _law(True),
        "部门规章/样品经营监督管理办法.md": _RULE,
    }
    for name, text in texts.items():
        (folder / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    report = BuildReport()
    corpus = build_corpus(read_sources([folder / "texts"], report, lambda _: None), report)
    (folder / "index").mkdir()
    write_corpus(corpus, folder / "index")
    return open_index(folder / "index")


def held_against(index: Index, rows: Sequence[Row], *titles: str, level: str | None = None, department: str = "鹤壁市市场监督管理局") -> Coverage:
    """Hold items (name, category, basis) of a department against the acts of an index."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(_HEAD)
    for number, (name, category, basis) in enumerate(rows, 1):
        writer.writerow((number, name, category, basis, department, department))
    read = read_bytes(stream.getvalue().encode("utf-8-sig"), "清单.csv")
    return find_coverage([read], index, date(2026, 11, 22), Wanted(titles, level, "河南省"))


@pytest.fixture(scope="session")
def holding(invented: Index) -> Holding:
    """Hold items against the invented acts, 样品质量法 where no title is given."""

    def held(rows: Sequence[Row], *titles: str, department: str = "鹤壁市市场监督管理局") -> Coverage:
        return held_against(invented, rows, *(titles or ("样品质量法",)), department=department)

    return held
