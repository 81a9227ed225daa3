"""The wording of item names: what says the same in other words, and what tells two powers apart.

Lists of neighbouring places name one power in many ways（对未取得许可从事…的处罚 / 对无证从事…行为的行政处罚）. What is folded
here never changes which power is meant. What stands in `GROUPS` does: a power over enterprises is none over 个体工商户,
setting up is not closing down, and what a county does a city does not.
"""

import re
from collections.abc import Iterator, Sequence
from operator import add
from typing import Final, NamedTuple

from basischeck.pattern import regex

# Kinds of power as a name ends with them; two names of different kinds are two powers (9+X, 中办发〔2015〕21号).
KINDS: Final[tuple[tuple[str, str], ...]] = (
    ("处罚", r"(?:行政)?处罚|处以罚款|罚款|警告|予以没收"),
    ("强制", r"行政强制(?:措施|执行)?|强制措施|强制执行|强制|代履行|(?:先行登记)?(?:查封|扣押|封存|冻结)(?:[、或和及]+(?:查封|扣押|封存|冻结))*|扣留|暂扣"),
    ("检查", r"行政检查|监督检查|检查|监督抽查|抽查|抽样检验|抽检|监督管理|监管|巡查|稽查"),
    ("许可", r"行政许可|许可|审批|核准|核发|批准|审核批准|许可证(?:的)?(?:核发|发放|办理)|许可证"),
    ("确认", r"行政确认|确认|认定|鉴定"),
    ("奖励", r"行政奖励|表彰奖励|奖励|表彰|表扬"),
    ("裁决", r"行政裁决|裁决"),
    ("调解", r"行政调解|调解"),
    ("征收", r"行政征收|征收|收取|征缴"),
    ("征用", r"行政征用|征用"),
    ("给付", r"行政给付|给付|补助|补贴|救助"),
    ("备案", r"备案"),
    ("登记", r"登记"),
)
# 登记 is licensed in one list and confirmed in another: it stands against no other kind.
NEUTRAL_KINDS: Final = frozenset({"登记"})

# Wordings of one meaning; applied in order, long ones first.
SYNONYMS: Final[tuple[tuple[str, str], ...]] = (
    (r"监督管理", "监管"),
    (r"农业机械", "农机"),
    (r"旅客运输", "客运"),
    (r"货物运输", "货运"),
    (r"监督检查", "检查"),
    (r"监督抽查", "抽查"),
    (r"(?:县级|市级|省级)?(?:以上)?(?:地方)?人民政府", "政府"),
    (r"未经(?:依法)?(?:批准|许可|审批|同意|核准)?擅自|擅自|私自|未经(?:依法)?(?:批准|许可|审批|同意|核准)", "擅自"),
    (r"未依法取得|未取得|没有取得|未获得|未领取|未办理取得|不具有|未持有|无有效", "未取得"),
    (r"无证(?:照)?|未取得(?:许可证|证照|许可)|无许可证?", "未取得许可"),
    (r"未按照|未依照|未依据|未根据|未遵照|未遵守|未依|未按|不按照|不按|不依照|不遵守|不符合|违反|违背", "未按"),
    (r"按照|依照|依据|根据|遵照", "按"),
    (r"(?:有关|相关|国家)?(?:的)?(?:规定|要求)(?:要求)?", "规定"),
    (r"从事|开展|进行|实施|实行|予以|给予|采取", "从事"),
    (r"使用|利用|采用", "使用"),
    (r"(?:弄虚作假|隐瞒(?:有关|真实)?情况|提供虚假材料|提供虚假信息)", "虚假"),
    (r"欺骗|诈骗|蒙骗", "欺骗"),
    (r"拒绝、阻挠|拒绝或者阻挠|拒不接受|拒不配合|拒绝、阻碍|拒不|拒绝|阻挠|阻碍|妨碍", "拒绝"),
    (r"销售|出售|售卖|贩卖", "销售"),
    (r"建立健全|建立|制定", "建立"),
    (r"新办|开办|新设", "设立"),
    (r"书写|编造|变造|伪造、变造|伪造或者变造|伪造", "伪造"),
    (r"转让|转借|出借|出租", "转让"),
    (r"超出|超越|超过", "超"),
    (r"企事业单位|事业单位|单位", "单位"),
    (r"经营者|经营单位|经营主体|经营商户", "经营者"),
    (r"生产者|生产单位|生产主体", "生产者"),
    (r"不履行|未履行|未尽|不尽", "未履行"),
    (r"不及时|未及时|逾期未|逾期不", "未及时"),
    (r"情形|情况", "情况"),
    (r"活动|业务|工作", ""),
    (r"违法违规|违法|违规", "违法"),
    (r"审批|核准|核发|批准", "审批"),
)


def pairs(text: str) -> Iterator[str]:
    """Return the pairs of neighbouring characters in a text: what is asked before a pattern is looked for."""
    return map(add, text, text[1:])


def needed(pattern: str) -> frozenset[str]:
    """Return pairs of characters one of which at least is in whatever a pattern matches: one of each of its alternatives."""
    found = set()
    for alternative in _alternatives(_AROUND.sub("", pattern)):
        # What may be left out, and what is no character, breaks an alternative into the runs that it cannot do without.
        found.add(max(_BREAK.sub(" ", alternative).split(), key=len)[-2:])
    return frozenset(found)


def _alternatives(pattern: str) -> list[str]:
    """Return a pattern with its groups written out; what may be left out is left out."""
    group = _GROUP.search(pattern)
    if group is None:
        return pattern.split("|")
    parts = [" "] if group[2] else group[1].split("|")
    return [one for part in parts for one in _alternatives(f"{pattern[: group.start()]}{part}{pattern[group.end() :]}")]


_AROUND = regex(r"\(\?<?[!=][^()]*\)")
_GROUP = regex(r"\(\?:([^()]*)\)([?*]?)")
_BREAK = regex(r"\[[^\]]*\][?*+]?|.[?*]|[^\u2160-\uffff]")
SYNONYM_RULES: Final = tuple((regex(pattern), short, needed(pattern)) for pattern, short in SYNONYMS)

# What may stand before the act and says nothing of it: who everybody is, and that some provision is violated.
OPENING: Final = regex(
    r"^(?:关于)?对?(?:(?:有关|相关|任何)?(?:单位(?:和|、|或者|或|及)个人|单位|当事人)(?=未|不|擅自|违反|拒|伪造|非法|超|逾期))?"
    r"(?:违反(?:本法|本条例|本办法|本规定|国家|法律|法规|规章|有关|相关|管理|行政|的|、|和|及|或者)*规定、?(?=.{4}))?"
)

FILLER: Final = regex(r"有?下列|之一|等(?=行为|的|$|活动|情)|行为|以及|或者|并且|及其|及|和|与|或|并|的|对于|关于|对|在|中|所|其|者(?=$)|应当|应|依法|有关|相关|国家|法律[、和及]?法规(?:[、和及]?规章)?|[、，,；;。:：（）()《》〈〉<>“”\"'‘’\-—/·\[\]【】〔〕]")

# Groups of words of which a name has to have the same ones. Value: the word as it is compared.
GROUPS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "主体": (
        ("个体工商户", r"个体工商户|个体户"),
        ("合作社", r"合作社"),
        ("社会团体", r"社会团体"),
        ("民办非企业", r"民办非企业(?:单位)?"),
        ("基金会", r"基金会"),
        ("企业", r"企业|公司"),
    ),
    "单位个人": (("单位", r"单位|企业|公司|法人|机构|组织"), ("个人", r"自然人|公民|个人")),
    "相对人": (
        ("经营者", r"经营者"),
        ("消费者", r"消费者"),
        ("生产者", r"生产者"),
        ("用人单位", r"用人单位"),
        ("劳动者", r"劳动者"),
        ("出租人", r"出租人|出租方"),
        ("承租人", r"承租人|承租方"),
        ("招标人", r"招标人"),
        ("投标人", r"投标人"),
        ("中标人", r"中标人"),
        ("评标委员会", r"评标委员会"),
    ),
    "年龄": (("未成年", r"未成年"), ("成年", r"(?<!未)成年")),
    "律师": (("律师事务所", r"律师事务所"), ("律师", r"律师(?!事务所|协会)")),
    "举办": (("公办", r"公办"), ("民办", r"民办(?!非企业)")),
    "建设": (("新建", r"新建"), ("改建", r"改建"), ("扩建", r"扩建"), ("迁建", r"迁建")),
    "权属": (("国有", r"国有土地"), ("集体", r"集体土地")),
    "水陆": (("陆生", r"陆生"), ("水生", r"水生")),
    "车辆": (("非机动车", r"非机动车"), ("机动车", r"(?<!非)机动车")),
    "措施": (("查封", r"查封"), ("扣押", r"扣押"), ("冻结", r"冻结"), ("扣留", r"扣留|暂扣"), ("代履行", r"代履行")),
    "罚种": (
        ("罚款", r"罚款$"),
        ("警告", r"警告$"),
        ("没收", r"^没收|予以没收$"),
        ("吊销", r"^(?:对)?吊销"),
        ("责令停产", r"责令停产停业$"),
    ),
    "范围": (("跨省", r"跨省|省际"), ("省内", r"省内"), ("市际", r"市际"), ("县际", r"县际"), ("市内", r"市内|县内")),
    "设置": (("设置", r"设置(?:审批|批准|许可|审查)"), ("执业", r"执业(?:登记|许可|注册)")),
    "职级": (("初级", r"初级"), ("中级", r"中级"), ("高级", r"高级|正高")),
    "办理": (
        ("设立", r"设立|新办|首次|开办|新设|成立"),
        ("变更", r"变更"),
        ("延续", r"延续|续展|延期|续期|换证|换发"),
        ("注销", r"注销|终止|歇业"),
        ("补发", r"补发|补办|补证|遗失"),
        ("撤销", r"撤销|撤回|吊销"),
        ("分立", r"分立"),
        ("合并", r"合并"),
    ),
    "层级": (
        ("国家", r"国家级|部级"),
        ("省", r"省级|自治区级"),
        ("市", r"市级|设区的市|地州市级|州级|地级"),
        ("县", r"县级(?!以上)|区县级|县市级|区级"),
        ("乡", r"乡镇级|镇级|乡级"),
    ),
    "环节": (
        ("生产", r"生产(?!单位|安全|经营单位)"),
        ("经营", r"经营(?!者|单位)|销售|出售|批发|零售"),
        ("使用", r"使用"),
        ("运输", r"运输"),
        ("贮存", r"贮存|储存|存储"),
        ("进口", r"进口"),
        ("出口", r"(?<!进)出口"),
    ),
    "来源": (("进口", r"进口"), ("出口", r"出口"), ("国产", r"国产")),
    "类别": (
        ("一", r"第?一类|Ⅰ类|甲级|甲类|一级|一等"),
        ("二", r"第?二类|Ⅱ类|乙级|乙类|二级|二等"),
        ("三", r"第?三类|Ⅲ类|丙级|丙类|三级|三等"),
        ("四", r"第?四类|四级"),
    ),
    "方式": (("公路", r"公路"), ("水路", r"水路|水运"), ("铁路", r"铁路"), ("航空", r"航空|民航")),
    "客货": (("客", r"客运|旅客|载客"), ("货", r"货运|货物|载货")),
    "地域": (("城市", r"城市|城镇"), ("农村", r"农村|乡村")),
    "内外": (("外资", r"外商投资|外资|境外|外国"), ("内资", r"内资|境内|国内")),
    "程序": (("初审", r"初审"), ("终审", r"终审|复审"), ("转报", r"转报")),
    "参建": (("建设单位", r"建设单位"), ("施工", r"施工(?!许可)"), ("监理", r"监理"), ("设计", r"设计"), ("勘察", r"勘察")),
}
class GroupRule(NamedTuple):
    """A group with a pattern of any of its words, one of each word, and the pairs of characters one of which every match has."""

    group: str
    any_word: re.Pattern[str]
    words: tuple[tuple[str, re.Pattern[str]], ...]
    needs: frozenset[str]


def _group_rule(name: str, words: Sequence[tuple[str, str]]) -> GroupRule:
    any_word = "|".join(pattern for _, pattern in words)
    each = tuple((word, regex(pattern)) for word, pattern in words)
    return GroupRule(name, regex(any_word), each, needed(any_word))


GROUP_RULES: Final = tuple(_group_rule(name, words) for name, words in GROUPS.items())

# In these groups a word that only one of two names has sets them apart as well; 设立 alone does not, it is what a name
# without any of them means（食品经营许可 is the new licence, 食品经营许可变更 is not）.
ONE_SIDED: Final[dict[str, frozenset[str]]] = {
    "办理": frozenset({"变更", "延续", "注销", "补发", "撤销", "分立", "合并"}),
    "程序": frozenset({"初审", "转报"}),
    "主体": frozenset({"个体工商户", "合作社"}),
}
