"""Regions of China: the 34 units of province level with their short names and codes (GB/T 2260).

Cities are learned from the documents themselves: 开封市 stands in 河南省 because its acts say who approved them.
"""


from basischeck.pattern import regex

PROVINCES: dict[str, tuple[str, str]] = {
    "北京市": ("北京", "11"),
    "天津市": ("天津", "12"),
    "河北省": ("河北", "13"),
    "山西省": ("山西", "14"),
    "内蒙古自治区": ("内蒙古", "15"),
    "辽宁省": ("辽宁", "21"),
    "吉林省": ("吉林", "22"),
    "黑龙江省": ("黑龙江", "23"),
    "上海市": ("上海", "31"),
    "江苏省": ("江苏", "32"),
    "浙江省": ("浙江", "33"),
    "安徽省": ("安徽", "34"),
    "福建省": ("福建", "35"),
    "江西省": ("江西", "36"),
    "山东省": ("山东", "37"),
    "河南省": ("河南", "41"),
    "湖北省": ("湖北", "42"),
    "湖南省": ("湖南", "43"),
    "广东省": ("广东", "44"),
    "广西壮族自治区": ("广西", "45"),
    "海南省": ("海南", "46"),
    "重庆市": ("重庆", "50"),
    "四川省": ("四川", "51"),
    "贵州省": ("贵州", "52"),
    "云南省": ("云南", "53"),
    "西藏自治区": ("西藏", "54"),
    "陕西省": ("陕西", "61"),
    "甘肃省": ("甘肃", "62"),
    "青海省": ("青海", "63"),
    "宁夏回族自治区": ("宁夏", "64"),
    "新疆维吾尔自治区": ("新疆", "65"),
    "台湾省": ("台湾", "71"),
    "香港特别行政区": ("香港", "81"),
    "澳门特别行政区": ("澳门", "82"),
}

_PLACE = regex(r"^[一-鿿]{2,12}?(市|自治州|自治县|县|区|盟|旗)")
_BY_NAME = {short: full for full, (short, _) in PROVINCES.items()} | {full: full for full in PROVINCES}


def province_of(text: str) -> str | None:
    """Return the full name of the province whose full or short name `text` begins with (新疆实施… → 新疆维吾尔自治区)."""
    for full, (short, _) in PROVINCES.items():
        if text.startswith((full, short)):
            return full
    return None


def full_province(name: str) -> str | None:
    """Return the full name of a province given in full or in short, None where `name` is none."""
    return _BY_NAME.get(name)


def names_place(title: str, province: str) -> bool:
    """Whether a title begins with the name of the province, or of a city or county."""
    short = PROVINCES.get(province, (province, ""))[0]
    return title.startswith(short) or bool(_PLACE.match(title))


def code_of(province: str | None) -> str | None:
    """Return the two digits of GB/T 2260 for a province, None where it is none."""
    return PROVINCES[province][1] if province in PROVINCES else None
