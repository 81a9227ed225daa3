"""A small index built from invented acts, shared by the tests of lookup and commands."""

from pathlib import Path

import pytest

from basischeck.statute import Index, open_index
from basischeck.statute.build import build_corpus
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.shards import write_corpus

_OLD = """# 中华人民共和国测绘样品法

2001年3月1日 第九届全国人民代表大会常务委员会第二十次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了规范样品活动，制定本法。

第二条 从事样品活动，应当登记。

登记办法由国务院规定。

第三条 有下列情形之一的，处一千元以下罚款：

（一）不登记的；

（二）拒绝检查的。

## 第二章 附则

第四条 本法自2001年6月1日起施行。《样品管理暂行条例》同时废止。
"""

_NEW = (
    _OLD.replace(
        "第二十次会议通过\n",
        "第二十次会议通过\n\n2019年4月23日 第十三届全国人民代表大会常务委员会第十次会议《关于修改〈中华人民共和国测绘样品法〉的决定》修正\n",
    )
    .replace("一千元以下罚款", "一万元以下罚款")
    .replace(
        "## 第二章 附则\n\n第四条", "第四条 国家鼓励样品活动，具体措施由省级人民政府规定。\n\n## 第二章 附则\n\n第五条"
    )
)

_LOCAL = """# 河南省实施《中华人民共和国测绘样品法》办法

2003年5月1日 河南省第十届人民代表大会常务委员会第二次会议通过

<!-- INFO END -->

第一条 根据《中华人民共和国测绘样品法》，制定本办法。

第二条 本办法自2003年7月1日起施行。
"""

_RULE = """# 样品登记办法（试行）

（2004年9月19日国家样品总局令2004年第7号公布 自2004年11月1日起施行）

第一条 根据《中华人民共和国测绘样品法》，制定本办法。

第二条 本办法自2004年11月1日起施行。
"""


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sources of the small index."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in {
        "测绘样品法(2001-03-01).md": _OLD,
        "测绘样品法(2019-04-23).md": _NEW,
        "河南实施办法(2003-05-01).md": _LOCAL,
        "样品登记办法（试行）.md": _RULE,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def corpus(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the records of the small index."""
    folder = tmp_path_factory.mktemp("corpus")
    report = BuildReport()
    write_corpus(build_corpus(read_sources([sources], report, lambda _: None), report), folder)
    return folder


@pytest.fixture(scope="session")
def index(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Open the small index, with its database in a folder of the test's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        return open_index(corpus)
