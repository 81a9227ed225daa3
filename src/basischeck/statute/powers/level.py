"""The level of government that a holder's words state: 县级以上人民政府…部门 is 县级以上, 公安机关 states none."""

import re
from functools import lru_cache

_LEVELS = (
    (re.compile(r"县级以上地方|市、县级以上地方"), "县级以上地方"),
    (re.compile(r"(?:县级|县|区县|旗县|县（市、区）|区|州、县|市、区)(?:级)?以上"), "县级以上"),
    (re.compile(r"(?:设区的市|市级|地市级|市|地级市|州|地区|行署|自治州)(?:级)?(?:人民政府)?以上|设区的市级?、.{0,6}以上"), "市级以上"),
    (re.compile(r"(?:省级|直辖市|自治区|省)(?:级)?(?:人民政府)?以上"), "省级以上"),
    (re.compile(r"^国务院|^国家(?!机关)|^全国|总署|^中国人民银行|^中央|^中国(?!人民警察)|(?:商务|公安|财政|交通运输|农业农村|自然资源|生态环境|应急管理)部$"), "国家"),
    (re.compile(r"(?:直辖市|省级|省)(?:人民政府)?(?:、|和|或者|及|以及)(?:设区的市|市级)"), "市级以上"),
    (re.compile(r"(?<!直辖)(?<!（)(?<![区县]、)[市州](?:、|和|或者|及)(?:县|区)"), "市县级"),
    (re.compile(r"省、自治区、?(?:、|和)?(?:、)?直辖市|省级|^(?:所在地)?省|^自治区|直辖市"), "省级"),
    (re.compile(r"设区的市|市级|地级|自治州|^(?:所在地)?市(?!场|政|容|、|（)"), "市级"),
    (re.compile(r"县级|区、县|区（县）|区县|县（市|市、县|市（县|^(?:所在地)?[县区](?!域)|旗"), "县级"),
    (re.compile(r"(?<!城)乡(?!村)|(?<!城)镇(?!静)|街道"), "乡级"),
)


@lru_cache(maxsize=1 << 16)
def level_of(holder: str) -> str | None:
    """Return the level that a holder's words state, None where they state none.

    A district of a 直辖市 is named beside 设区的市 as its like（律师法第四十七条）; 市、县人民政府 are those of cities and of counties.

    >>> [level_of(name) for name in ("设区的市级或者直辖市的区人民政府司法行政部门", "城市、县人民政府城乡规划主管部门", "县（市、区）人民政府")]
    ['市级', '市县级', '县级']
    """
    holder = holder.replace("直辖市的区", "")
    for pattern, level in _LEVELS:
        if pattern.search(holder):
            return level
    return None
