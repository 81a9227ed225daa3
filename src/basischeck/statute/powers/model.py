"""What a conferred power is: a fact about one provision, without its words.

The categories are those of the 9+X catalogue (国务院办公厅 2015, 关于推行地方各级政府工作部门权力清单制度的指导意见, part 2).
"""

from dataclasses import dataclass
from typing import Literal

PowerCategory = Literal[
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
    "其他职权",
]

CATEGORIES: tuple[PowerCategory, ...] = (
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
    "其他职权",
)
"""In the order of the 9+X catalogue; the committed form of the index counts on it."""


@dataclass(frozen=True, slots=True)
class Power:
    """One power that one provision confers on one holder.

    `article` is "35" or "133-1", `paragraph` counts from 1, `item` is the first 项 that confers it, None where the
    paragraph's own words do. `acts` are standard words（罚款, 没收, 查封 …）in the order of `vocabulary`. `holder` is the
    authority as the paragraph writes it, None where it names none; `level` what its words state（国家, 省级, 市级, 县级, 乡级,
    县级以上, 县级以上地方, 市级以上, 省级以上）, None where they state nothing. `violated` are the provisions of the
    same act that a penalty is for, as "33" or "33.1" or "33.1.2". `refers` is true where the power is conferred by
    reference（依照前款规定给予处罚）.
    """

    article: str
    paragraph: int
    item: int | None
    category: PowerCategory
    acts: tuple[str, ...]
    holder: str | None = None
    level: str | None = None
    violated: tuple[str, ...] = ()
    refers: bool = False
