"""Acts on the sea, which give the departments of a province without a coast nothing to do."""

import re

from basischeck.coverage.chapters import under
from basischeck.facts.territory import list_province
from basischeck.statute.skeleton import Skeleton

_OF_THE_SEA = re.compile(r"海上|海域|海洋|海岛|海岸|沿海|远洋|渔港水域")
_WITH_A_COAST = frozenset({
    "辽宁省", "河北省", "天津市", "山东省", "江苏省", "上海市", "浙江省", "福建省",
    "广东省", "广西壮族自治区", "海南省", "台湾省", "香港特别行政区", "澳门特别行政区",
})


def articles_of_the_sea(skeleton: Skeleton | None, region: str | None) -> frozenset[str]:
    """Return the articles of an act that stand under headings on the sea, where the list's region has none（生态环境法典“海洋污染防治”）."""
    return under(skeleton, _OF_THE_SEA) if is_inland(region) else frozenset()


def is_of_the_sea_alone(title: str, region: str | None) -> bool:
    """Say whether an act is on the sea only and the list's region has none; False where the region is not known.

    渔港水域 are those on the coast（渔港水域交通安全管理条例第二条）.

    >>> is_of_the_sea_alone("海上交通安全法", "克拉玛依市"), is_of_the_sea_alone("海上交通安全法", "青岛市")
    (True, False)
    """
    return is_inland(region) and _OF_THE_SEA.search(title) is not None


def is_inland(region: str | None) -> bool:
    """Say whether a region is in a province without a coast; False where it is not known."""
    province = list_province(region)
    return province is not None and province.endswith(("省", "市", "区")) and province not in _WITH_A_COAST
