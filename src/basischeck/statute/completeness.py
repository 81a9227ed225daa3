"""Whether a text is whole: collections hold texts that break off in the middle."""

import re
from typing import TYPE_CHECKING

from basischeck.pattern import regex

if TYPE_CHECKING:
    from basischeck.statute.structure import Structure

INCOMPLETE = "文本可能不完整"
"""How the fault begins that says a text breaks off: no closing provision, no 附则."""
_CLOSING = regex(
    r"自.{0,40}(施行|实施|生效|执行|实行|适用|起)|(公布|发布|颁布|印发|批准|通过|下发)之?(日|时)|之日起"
    r"|(施行|实施|执行|生效|废止|失效|为准|不再适用|解释|备案)。?$|同时(废止|失效)"
)


def breaks_off(structure: "Structure", title: str) -> str | None:
    """Say that a text of 条 ends without closing provision and without 附则: its source has probably lost the end.

    Only of acts that by custom have one (立法法 article 61, 2023): 条例, 规定, 办法 and the like, not of judicial interpretations.
    """
    if structure.numbering != "条" or not structure.articles or not re.search(r"(条例|办法|规定|规则|细则|法)$", title):
        return None
    if title.startswith("最高人民") or title.endswith(("宪法", "组织法", "基本法")):
        return None
    last = structure.articles[-3:]
    words = [t for a in last for p in a.paragraphs for t in (p.text, *(i.text for i in p.items))]
    closing = any(_CLOSING.search(text) for text in words)
    if closing or (structure.headings and structure.headings[-1].title.endswith("附则")):
        return None
    return f"{INCOMPLETE}：止于第{structure.articles[-1].number}条，没有施行条款，也没有附则"
