"""The categories of administrative powers: "9+X".

The nine are those of 《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）: 行政许可、行政处罚、行政强制、
行政征收、行政给付、行政检查、行政确认、行政奖励、行政裁决; the tenth is 其他. Lists write them with 类, with 其他行政权力, or short.
"""

from functools import lru_cache

from basischeck.catalog.origin import NINE_PLUS_X
from basischeck.pattern import regex

STANDARD = (*NINE_PLUS_X, "其他职权")

# X: categories that provinces add to the nine, and the forms of 其他 in use.
_EXTRA = {
    "其他": "其他职权",
    "其它": "其他职权",
    "其他权力": "其他职权",
    "其它权力": "其他职权",
    "其他行政权力": "其他职权",
    "其它行政权力": "其他职权",
    "其他行政职权": "其他职权",
    "其它职权": "其他职权",
    "其他类": "其他职权",
    "其他权责": "其他职权",
    "其他权责事项": "其他职权",
    "其他行政权责": "其他职权",
    "行政征用": "行政征用",
    "行政征收征用": "行政征收",
    "行政监督检查": "行政检查",
    "行政监督": "行政监督",
    "行政备案": "行政备案",
    "行政指导": "行政指导",
    "行政复议": "行政复议",
    "行政赔偿": "行政赔偿",
    "行政强制措施": "行政强制",
    "行政强制执行": "行政强制",
    "行政非许可审批": "其他职权",
    "审核转报": "其他职权",
    "公共服务": "公共服务",
    "行政规划": "行政规划",
    "行政收费": "行政征收",
    "内部审批": "其他职权",
}
_NOISE = regex(r"[\s　]+|（[^）]*）|\([^)]*\)|[、，,；;。]+$")
_ORDINAL = regex(r"^[一二三四五六七八九十\d]+[、.．]")


@lru_cache(maxsize=4096)
def standard_category(text: str) -> str | None:
    """Return the standard category that `text` writes, None where it writes none of 9+X.

    >>> standard_category("行政许可类"), standard_category("行政 处罚（12项）"), standard_category("许可")
    ('行政许可', '行政处罚', '行政许可')
    """
    short = _ORDINAL.sub("", _NOISE.sub("", text))
    for form in (short, short.removesuffix("类"), short.removesuffix("事项"), "行政" + short):
        if form in STANDARD:
            return form
        if form in _EXTRA:
            return _EXTRA[form]
    return None
