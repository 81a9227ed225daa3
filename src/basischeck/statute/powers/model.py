"""What a conferred power is: a fact about one provision, without its words.

The categories are those of the 9+X catalogue (国务院办公厅 2015, 关于推行地方各级政府工作部门权力清单制度的指导意见, part 2).
"""

from dataclasses import dataclass
from typing import Literal, get_args

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

CATEGORIES: tuple[PowerCategory, ...] = get_args(PowerCategory)
"""In the order of the 9+X catalogue; the committed form of the index counts on it."""


@dataclass(frozen=True, slots=True)
class Power:
    """One power that one provision confers on one holder.

    `article` is "35" or "133-1", `paragraph` counts from 1, `item` is the first 项 that confers it, None where the
    paragraph's own words do. `acts` are standard words（罚款, 没收, 查封 …; see `ACTS`）in order of mention. `holder` is the
    authority as the paragraph writes it, None where it names none; `level` what its words state（国家, 省级, 市级, 县级, 乡级,
    市县级, 县级以上, 县级以上地方, 市级以上, 省级以上）, None where they state nothing. `violated` are the provisions of the
    same act that a penalty is for, as "33" or "33.1" or "33.1.2". `refers` is true where the power is conferred by
    reference（依照前款规定给予处罚）, `elsewhere` where what is referred to is another act（由价格主管部门依照《价格法》的规定给予处罚, 依法处罚）.
    `at_sea` is true where the paragraph is on the sea, or on ships that come from abroad（在沿海水域作业的外国籍船舶）. `judged` is true
    where a reader judged the paragraph (see `readings`), false where the program alone has read it; `doubted` where the reader found
    it arguable, or readers differed.
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
    elsewhere: bool = False
    at_sea: bool = False
    judged: bool = False
    doubted: bool = False


ACTS: tuple[str, ...] = (
    "警告",
    "通报批评",
    "罚款",
    "没收",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "拘留",
    "驱逐出境",
    "限制开展生产经营活动",
    "处罚",
    "许可",
    "查封",
    "扣押",
    "冻结",
    "封存",
    "先行登记保存",
    "强制拆除",
    "代履行",
    "强制执行",
    "加收滞纳金",
    "限制人身自由",
    "停止供应",
    "紧急措施",
    "检查",
    "征收",
    "征用",
    "给付",
    "确认",
    "奖励",
    "裁决",
    "备案",
    "约谈",
    "撤销",
    "调解",
    "责令",
    "责令改正",
    "取消资格",
    "决定处罚",
    "取缔",
)
"""The standard words for acts: kinds of penalty as 行政处罚法第九条 has them, measures as 行政强制法第九条、第十二条; 决定处罚 is the clause that
says only who decides on the penalties of an act. Only added to at the end."""
