"""What titles, headings, sheet and file names say about a list: category, count, department, region."""

import re

from basischeck.catalog.wording import one_line, squeezed
from basischeck.pattern import regex

NINE_PLUS_X = (
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
)
"""The nine kinds of power of 《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）; X is 其他职权."""

_CATEGORY_WORDS = (
    r"行政许可|行政处罚|行政强制(?:措施|执行)?|行政征收|行政征用|行政给付|行政检查|行政监督检查|行政确认|行政奖励|行政裁决|行政命令"
    r"|行政调解|行政复议|行政备案|行政监督|行政指导|行政规划|公共服务|审核转报|其[他它](?:行政)?(?:权力|职权|权责|类|事项|类别)"
)
_CATEGORY = regex(_CATEGORY_WORDS)
_SHORT_CATEGORY = {kind[2:]: kind for kind in NINE_PLUS_X}
_COUNT = regex(r"[(（\[【]?\s*(?:共计?|合计|总计|计)?\s*(\d{1,5})\s*(?:大项|小项|子项|项|条|个|类)")

_LIST_WORDS = regex(
    r"(?:通用|基本|动态调整|政府部门|行政)?(?:权责|权力|责任|职权|行政权力|行政职权|行政执法|政务服务|公共服务|行政许可|行政处罚|行政检查|执法|监管|事项|监督执法)"
    r"[^，。；]{0,12}?(?:清单|目录|一览表|汇总表|事项表|统计表|明细表|表)|清单|裁量(?:基准)?表?"
)
_NOISE = regex(
    r"附件\d*[:：]?|附表\d*[:：]?|\d{4}\s*年(?:度|版)?|[(（]\d+[)）]|[(（][^()（）]*(?:版|稿|年)[)）]|关于(?:印发|公布|公示)?|的通知|^\d+[.、\s_-]*"
)
_STATED_COUNT = r"[(（][共合总计]*\d+\s*[大小子]?[项条类个件][)）]"
_ORGAN = regex(
    r"[\u4e00-\u9fff]{1,40}(?:委员会|办公室|局|总队|支队|大队|中心|街道办事处|人民政府|联合会|管委会|委(?!托)|厅|办(?![理事结])|署|院|社(?!会)"
    rf"|(?<!查)处(?![罚理置分])|站|队(?!伍))(?:(?!{_STATED_COUNT})[(（][^()（）]{{1,30}}[)）])?"
)
_LABELLED_ORGAN = regex(
    r"(?<!编制)(?<!制表)(?<!汇总)(?<!主办)(?<!审核)(?:部门|单位|机构)(?:名称)?\s*(?:[(（][^()（）]{1,8}[)）])?\s*[：:]\s*"
    r"(?![万亿千百]*元|人民币|[项件个条类])([\u4e00-\u9fff（）()]{2,40})"
)
_SEVERAL_CATEGORIES = regex(rf"(?:{_CATEGORY_WORDS})(?:类|事项|职权)?[、，,和及与/](?:{_CATEGORY_WORDS})")
_NO_ORGAN = frozenset({"国务院"})
"""What a title names as the maker of the rules（国务院决定设定的行政许可）, not of the list."""
_REGION = regex(
    r"(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}?自治区)?"
    r"(?:[\u4e00-\u9fff]{2,10}?(?:自治州|地区|盟|市(?![场政容]))"
    r"(?:[\u4e00-\u9fff]{1,6}?(?:区|县|市(?![场政容])|旗))?|[\u4e00-\u9fff]{1,8}?(?:自治县|自治旗|县|旗|新区|区)(?=[\u4e00-\u9fff]))"
)
_PROVINCE = regex(r"[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}?自治区|(?:北京|上海|天津|重庆)市")
_NO_REGION = regex(r"^(?:自治区|省)$|^(?:各|本|我|全|地州|县市|市区|设区|区县|有关|相关|城|超|集|门|都|该|省)?(?:市|区|县|州)|地州市|县市区|全[省市区县]|[省市]级")


def category_in(text: str) -> str:
    """Return the category named in a heading or a sheet's name（行政许可（11项） → 行政许可）, "" where none or several are."""
    plain = squeezed(text)
    found = _CATEGORY.search(plain)
    if found:
        return "" if names_several(plain) else found.group()
    return category_of_short(plain)


def category_of_short(text: str) -> str:
    """Return the category that a text names in short（处罚, 许可类 → 行政处罚, 行政许可）, "" where it names none."""
    return _SHORT_CATEGORY.get(re.sub(r"[(（].*|[一二三四五六七八九十]+[、.]|类$|\d+项?$", "", squeezed(text)), "")


def names_several(text: str) -> bool:
    """Whether a title or heading names several categories one beside the other（行政许可、行政处罚事项清单）."""
    return bool(_SEVERAL_CATEGORIES.search(squeezed(text)))


def count_in(text: str) -> int | None:
    """Return the number of items that a sheet's name or a heading states about itself, or None."""
    found = _COUNT.search(text)
    return int(found.group(1)) if found else None


def organ_in(text: str) -> str:
    """Return the department named in a title, heading or file name（克拉玛依市商务局2024年权责清单 → 克拉玛依市商务局）, "" if none."""
    plain = one_line(text)
    plain = re.sub(r"\.[A-Za-z]{2,5}$", "", plain)
    if labelled := labelled_organ_in(plain):
        return labelled
    plain = _NOISE.sub("", plain.replace(" ", ""))
    plain = _LIST_WORDS.sub("|", plain)
    for piece in re.split(r"[|、，,《》\s_—-]+", plain):
        found = _ORGAN.match(piece)
        if found and len(found.group()) >= 2 and found.group() not in _NO_ORGAN:
            return found.group()
    return ""


def labelled_organ_in(text: str) -> str:
    """Return the department that a row states with its label（填报单位（印章）：某市教育局 → 某市教育局）, "" if none."""
    found = _LABELLED_ORGAN.search(without_count(one_line(text)))
    return found.group(1).strip() if found else ""


def without_count(text: str) -> str:
    """Return a heading without the number of items that it states（市水务局（共8项） → 市水务局）."""
    return re.sub(_STATED_COUNT, "", text)


def region_in(text: str) -> str:
    """Return the region that a title, file name or department begins with（克拉玛依市, 广东省江门市）, "" where none is stated."""
    plain = _NOISE.sub("", one_line(text).replace(" ", ""))
    plain = re.sub(r"^[^\u4e00-\u9fff]+", "", plain)
    found = _REGION.match(plain) or _PROVINCE.match(plain)
    if not found or _NO_REGION.search(found.group()):
        return ""
    return found.group()
