"""How clerks write one power in other words, and how powers that look the same are not.

`reworded` keeps the power: frames, words of one meaning, order, what is left out because everybody knows it, brackets, numbers.
`neighbour` makes another power in nearly the same words: for 企业 instead of 个体工商户, 变更 instead of 设立, a second class
instead of a first. Both are invented and serve as the truth against which comparing is measured; neither knows how the
comparing is done.
"""

import random
import re
from collections.abc import Callable
from typing import Final

_PUNISHED: Final = re.compile(r"^(?:对)?(?P<act>.+?)(?:等)?(?:行为)?的?(?:行政)?处罚$")
_CHECKED: Final = re.compile(r"^(?:对)?(?P<act>.+?)的?(?:行政|监督)?检查$")
_LICENSED: Final = re.compile(r"^(?P<act>.+?)(?:的)?(?:行政)?(?:许可证核发|许可|审批|核准|批准|核发)$")
_FORCED: Final = re.compile(r"^(?:对)?(?P<act>.+?)的?(?:行政)?强制(?:措施|执行)?$")
_REWARDED: Final = re.compile(r"^(?:对)?(?P<act>.+?)的?(?:表彰|奖励|表彰奖励|表彰、奖励)$")

_FRAMES: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (
        _PUNISHED,
        (
            "对{}的处罚",
            "对{}行为的处罚",
            "对{}的行政处罚",
            "对{}等行为的行政处罚",
            "{}的处罚",
            "{}行为的处罚",
            "对{}行为处罚",
            "{}处罚",
            "对有{}行为的处罚",
            "对违反规定{}的处罚",
            "对违反法律法规规定，{}的行政处罚",
        ),
    ),
    (_CHECKED, ("对{}的监督检查", "对{}的行政检查", "{}监督检查", "对{}进行监督检查", "{}的检查", "对{}实施行政检查")),
    (_LICENSED, ("{}许可", "{}审批", "{}核准", "{}的批准", "{}行政许可", "{}的审批", "{}（许可）")),
    (_FORCED, ("对{}的行政强制", "对{}的强制", "{}的行政强制措施", "对{}采取行政强制措施", "对{}实施行政强制")),
    (_REWARDED, ("对{}的奖励", "对{}的表彰奖励", "对{}给予表彰、奖励", "{}奖励", "对{}给予奖励")),
)

SAME: Final[tuple[tuple[str, ...], ...]] = (
    ("未按照规定", "未按规定", "不按规定", "未按照有关规定", "未依照规定", "未依法", "不依照规定"),
    ("未取得", "没有取得", "未依法取得", "不具有"),
    ("擅自", "未经批准擅自", "未经批准", "未经许可"),
    ("从事", "开展", "进行"),
    ("销售", "出售", "售卖"),
    ("伪造、变造", "变造、伪造", "伪造或者变造"),
    ("拒绝、阻碍", "阻碍", "拒绝、阻挠", "拒绝或者阻碍", "拒不接受"),
    ("涂改、倒卖、出租、出借", "倒卖、涂改、出租、出借", "涂改、出租、出借、倒卖"),
    ("提供虚假材料", "提交虚假材料", "提供虚假资料", "弄虚作假"),
    ("隐瞒有关情况", "隐瞒真实情况", "瞒报有关情况"),
    ("造成", "导致", "致使"),
    ("未建立", "没有建立", "不建立"),
    ("未履行", "不履行"),
    ("不符合", "未达到", "违反"),
    ("超出", "超越", "超过"),
    ("规定", "要求"),
    ("逾期不改正", "逾期未改正", "逾期仍不改正", "拒不改正"),
    ("有关", "相关"),
    ("单位和个人", "单位或者个人", "单位、个人"),
    ("直接负责的主管人员和其他直接责任人员", "直接负责的主管人员及其他直接责任人员", "直接责任人员"),
    ("情况", "情形"),
    ("聘用", "雇用", "聘请"),
    ("档案", "台账档案"),
    ("未配备", "没有配备"),
    ("设施、设备", "设备设施", "设施设备"),
    ("法律、法规", "法律法规"),
    ("市场监督管理", "市场监管"),
    ("许可证", "许可证件", "许可"),
    ("经营活动", "经营"),
    ("生产活动", "生产"),
    ("贮存", "储存"),
    ("设立", "新办", "开办"),
    ("申请", "申办"),
    ("人民政府", "政府"),
    ("教育培训", "培训"),
    ("标准", "规范"),
)
"""Words and what clerks write in their place without meaning anything else."""

APART: Final[tuple[tuple[str, ...], ...]] = (
    ("个体工商户", "企业", "农民专业合作社"),
    ("县级", "市级", "省级"),
    ("设立", "变更", "注销", "延续"),
    ("新建", "改建", "扩建"),
    ("生产", "经营", "使用", "进口"),
    ("销售", "运输"),
    ("甲级", "乙级"),
    ("一级", "二级", "三级"),
    ("第一类", "第二类", "第三类"),
    ("首次", "延续"),
    ("内资", "外资"),
    ("单位", "个人"),
    ("经营者", "消费者"),
    ("建设单位", "施工单位", "监理单位"),
    ("勘察", "设计"),
    ("道路", "水路"),
    ("旅客", "货物"),
    ("客运", "货运"),
    ("国有", "集体"),
    ("批发", "零售"),
    ("大型", "小型"),
    ("一般", "较大", "重大"),
    ("种子", "苗木"),
    ("兽药", "农药", "饲料"),
    ("药品", "医疗器械", "化妆品"),
    ("食品", "食品添加剂"),
    ("电梯", "锅炉"),
    ("陆生", "水生"),
    ("中级", "高级"),
    ("安装", "改造", "维修"),
    ("招标人", "投标人"),
    ("出租人", "承租人"),
    ("用人单位", "劳务派遣单位"),
    ("企业", "社会团体"),
    ("船舶", "车辆"),
    ("城市", "农村"),
    ("生产企业", "经营企业"),
    ("公路", "航道"),
    ("医疗机构", "养老机构"),
    ("幼儿园", "小学"),
    ("地下水", "地表水"),
    ("草原", "林地"),
    ("危险废物", "医疗废物"),
    ("烟花爆竹", "危险化学品"),
    ("演出", "展览"),
)
"""Words of which each makes another power of a name."""

_Change = Callable[[str, random.Random], str]


def reworded(name: str, rng: random.Random) -> str:
    """Return a name in other words, by one to three changes of different kinds; the same name where none fits."""
    for change in rng.sample(_CHANGES, rng.choice((1, 1, 2, 2, 3))):
        name = change(name, rng)
    return name


def neighbour(name: str, category: str, rng: random.Random) -> tuple[str, str] | None:
    """Return name and category of another power that nearly has this name, None where nothing in the name tells it."""
    found = [(old, new) for words in APART for old in words for new in words if old != new and _lone(old, name)]
    punished = _PUNISHED.match(name)
    if punished and (not found or rng.random() < 0.15):
        return f"对{punished['act']}的行政强制", "行政强制"
    licensed = _LICENSED.match(name)
    if licensed and not found:
        return f"{licensed['act']}{rng.choice(('变更', '注销', '延续'))}{name[len(licensed['act']):]}", category
    if not found:
        return None
    old, new = rng.choice(found)
    return name.replace(old, new), category


def _lone(word: str, name: str) -> bool:
    """Whether a word stands in a name by itself, not inside a longer word that it is no part of in sense."""
    return word in name and not any(longer in name for longer in _LONGER.get(word, ()))


_LONGER: Final[dict[str, tuple[str, ...]]] = {
    "生产": ("安全生产", "生产经营单位", "生产安全"),
    "经营": ("生产经营", "经营者", "经营许可"),
    "使用": ("投入使用", "使用权", "使用前"),
    "食品": ("食品添加剂", "食品生产经营"),
    "单位": ("建设单位", "施工单位", "监理单位", "用人单位", "单位和个人", "派遣单位"),
    "个人": ("单位和个人", "个人信息"),
    "设计": ("设计文件",),
    "集体": ("集体合同",),
    "一般": ("一般工业",),
    "重大": ("重大危险源",),
    "运输": ("交通运输", "道路运输", "运输企业"),
    "企业": ("生产企业", "经营企业"),
    "设立": ("设立人",),
    "药品": ("药品生产", "麻醉药品"),
}


def _frame(name: str, rng: random.Random) -> str:
    for rule, frames in _FRAMES:
        found = rule.match(name)
        if found and len(found["act"]) > 2:
            return rng.choice(frames).format(found["act"])
    return name


def _synonym(name: str, rng: random.Random) -> str:
    fitting = [(old, new) for words in SAME for old in words for new in words if old != new and old in name]
    if not fitting:
        return name
    # The longest word that fits: 未取得 in 未依法取得 is no word of its own.
    length = max(len(old) for old, _ in fitting)
    old, new = rng.choice([pair for pair in fitting if len(pair[0]) == length])
    return name.replace(old, new, 1)


def _joints(name: str, rng: random.Random) -> str:
    """Join what is listed otherwise: 、 和 及 以及 或 或者."""
    pairs = [("、", "和"), ("和", "、"), ("或者", "或"), ("或", "或者"), ("及", "和"), ("、", "及"), ("，", "、"), ("以及", "及")]
    inside = {"或": "或者", "及": "以及"}
    fitting = [(old, new) for old, new in pairs if old in name and inside.get(old, name + old) not in name]
    if not fitting:
        return name
    old, new = rng.choice(fitting)
    return name.replace(old, new, 1)


_LISTED: Final = re.compile(r"(?<![一-鿿])?([一-鿿]{2,6})、([一-鿿]{2,6})(?=的|等|，|、|和|或)")


def _order(name: str, rng: random.Random) -> str:
    """Turn round what is listed, or put the condition before the one who acts."""
    del rng
    found = _LISTED.search(name)
    if found and len(found[1]) == len(found[2]) == 2:
        return name[: found.start()] + f"{found[2]}、{found[1]}" + name[found.end() :]
    head = re.match(r"^对(?P<who>[一-鿿]{2,10}?(?:单位|企业|者|机构|人员|人|公司|经营者))(?P<what>(?:未|不|擅自|违反|拒).+?)的处罚$", name)
    if head:
        return f"对{head['what']}的{head['who']}的处罚"
    return name


def _subject(name: str, rng: random.Random) -> str:
    """Say who acts where that goes without saying, or leave it out."""
    if re.match(r"^对(?:单位和个人|单位或者个人|有关单位|当事人)", name):
        return re.sub(r"^对(?:单位和个人|单位或者个人|有关单位|当事人)", "对", name)
    if re.match(r"^对(?:未|擅自|拒|违反|伪造|不)", name):
        return f"对{rng.choice(('单位和个人', '有关单位', '当事人'))}{name[1:]}"
    return name


def _law(name: str, rng: random.Random) -> str:
    """Leave 中华人民共和国 and the marks of a title out, or name what is violated."""
    if "《" in name:
        return name.replace("中华人民共和国", "") if "中华人民共和国" in name else name.replace("《", "").replace("》", "")
    if re.match(r"^对(?:未|擅自|拒)", name):
        return f"对违反{rng.choice(('本条例', '国家', '有关管理'))}规定，{name[1:]}"
    return name


def _shorter(name: str, rng: random.Random) -> str:
    """Leave out the last of several acts and say 等 instead."""
    del rng
    found = re.match(r"^(对.{8,}[、，][^、，]{4,}[、，])([^、，]{2,})的处罚$", name)
    return f"{found[1].rstrip('、，')}等行为的处罚" if found and len(found[2]) <= len(found[1]) // 3 else name


def _outside(name: str, rng: random.Random) -> str:
    """Put a number before the name, or a bracket behind it."""
    number = rng.randint(1, 30)
    return rng.choice((f"{number}.{name}", f"{number}、{name}", f"{name}（市级权限）", f"{name}（本级）", f"{name}（含委托下放）"))


_CHANGES: Final[tuple[_Change, ...]] = (_frame, _synonym, _joints, _order, _subject, _law, _shorter, _outside)
