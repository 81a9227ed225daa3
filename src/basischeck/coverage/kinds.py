"""How deep lists tell their items apart, by category of power."""

from basischeck.statute.powers.model import PowerCategory

BY_ARTICLE: frozenset[PowerCategory] = frozenset({"行政许可", "行政强制", "行政奖励", "其他职权"})
"""One item rests on an article as a whole: its paragraphs say who applies, who examines, and how."""
BY_STATUTE: frozenset[PowerCategory] = frozenset({"行政检查", "行政征收", "行政给付", "行政确认", "行政裁决"})
"""One item stands for all that an act says of these; lists do not keep one for each sentence that speaks of inspecting."""
FOUNDED: frozenset[PowerCategory] = frozenset({"行政处罚", "行政强制"})
"""Categories of which an item without a conferring provision is reported: what confers them is read surely enough. Licences are granted
in too many words（应当进行验收, 授权…承担）."""
IMPOSED: frozenset[PowerCategory] = frozenset({"行政处罚", "行政强制"})
"""What is done to somebody, one thing an article: an item that cites only the statute is one of these, not all of them."""
POORLY_READ: frozenset[PowerCategory] = frozenset({"行政征收", "行政给付", "行政确认", "行政裁决"})
"""Categories of which, where no reader judged the provision, too many facts are wrong for a missing one to be said to be missing（benchmarks/powers.py）."""
LICENCE_TAKEN: frozenset[str] = frozenset({"吊销许可证件", "暂扣许可证件"})
TAKEN: frozenset[str] = LICENCE_TAKEN | {"降低资质等级", "取消资格"}
"""What only who granted a licence or a qualification can take back."""
