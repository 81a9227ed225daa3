"""Which acts are read for the powers that they confer."""

import re

_COURTS = re.compile(r"刑法|刑事|规章制定|诉讼.{0,6}法$|仲裁法|破产法|人民法院|人民检察院|宪法|立法法|组织法|代表法|选举法|行政许可法$|行政处罚法$|行政强制法$|行政复议法$|监察法$")
_LEVELS = frozenset({"法律", "行政法规", "地方性法规", "部门规章", "地方政府规章", "规范性文件", None})


def confers_powers(level: str | None, title: str) -> bool:
    """Say whether an act of this level and title can confer administrative powers on list items.

    Criminal law, procedure of courts, the organisation of the state, and the general acts on licences, penalties and measures
    themselves (they say how powers are used, not which there are) confer none.
    """
    return level in _LEVELS and not _COURTS.search(title)
