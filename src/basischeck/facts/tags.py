"""The level tag in front of a title against the level that the act has.

【法规】 is in use for 行政法规 and 地方性法规 alike, 【规章】 for rules of ministries and of governments: no fault.
"""

from collections.abc import Mapping
from typing import Any

from basischeck.facts.levels import (
    CITY,
    COUNCIL,
    COURT,
    DOCUMENT,
    LAW,
    LOCAL,
    MINISTRY,
    PROVINCE,
    REGULATION,
    levels_of,
)

_REGULATIONS = frozenset((REGULATION, LOCAL, "监察法规"))
_RULES = frozenset((MINISTRY, PROVINCE, CITY))
_DOCUMENTS = frozenset((DOCUMENT, COUNCIL))

_MEANING: dict[str, frozenset[str]] = {
    "宪法": frozenset(("宪法",)),
    "法律": frozenset((LAW, "宪法")),
    "法律解释": frozenset((LAW,)),
    "行政法规": frozenset((REGULATION,)),
    "监察法规": frozenset(("监察法规",)),
    "法规": _REGULATIONS,
    "地方性法规": frozenset((LOCAL,)),
    "自治条例": frozenset((LOCAL,)),
    "单行条例": frozenset((LOCAL,)),
    "经济特区法规": frozenset((LOCAL,)),
    "司法解释": frozenset((COURT,)),
    "规章": _RULES,
    "部门规章": frozenset((MINISTRY,)),
    "国务院部门规章": frozenset((MINISTRY,)),
    "部委规章": frozenset((MINISTRY,)),
    "地方政府规章": frozenset((PROVINCE, CITY)),
    "政府规章": frozenset((PROVINCE, CITY)),
    "地方规章": frozenset((PROVINCE, CITY)),
    "规范性文件": _DOCUMENTS,
    "行政规范性文件": _DOCUMENTS,
    "其他规范性文件": _DOCUMENTS,
    "政策文件": _DOCUMENTS,
    # Decisions of the State Council stand in lists under their own tag, as documents, and by those who hold that a
    # decision with the force of 行政许可法第十四条第二款 ranks as a regulation, as such.
    "国务院决定": frozenset((COUNCIL, REGULATION)),
    "国务院文件": frozenset((COUNCIL,)),
    "国务院规范性文件": frozenset((COUNCIL,)),
}
"""The levels that a tag may stand for; tags about standards, treaties and the Party are left out: never judged."""


def tag_facts(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns `levels`, `level_from` and `tag_fits` for a row of table `basis`.

    `tag_fits` is false only where no level that the act may have goes by its tag, null where nothing can be said.
    """
    levels = levels_of(row)
    facts: dict[str, Any] = {"levels": str(levels) or None, "level_from": levels.known_from or None}
    meant = _MEANING.get(row.get("level_tag") or "")
    if meant is None or levels.known_from in ("", "标签"):
        return facts
    allowed = meant | {COUNCIL} if REGULATION in meant else meant
    return facts | {"tag_fits": bool(levels.possible & allowed)}
