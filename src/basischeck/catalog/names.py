"""The names of items: whether one is whole, how a list numbers them."""

from basischeck.catalog.grid import Grid
from basischeck.catalog.header import Header
from basischeck.catalog.wording import is_blank, one_line, squeezed
from basischeck.pattern import regex

_ACT = (
    "处罚|许可|审批|审查|审核|核准|核发|核定|批准|同意|检查|抽查|巡查|核查|监督|监管|监测|管理|强制|查封|扣押|冻结|划拨|拆除|代履行|征收|征用|征缴|给付|确认|认定"
    "|登记|注册|备案|鉴定|检定|检验|检测|验收|奖励|表彰|裁决|调解|复议|仲裁|服务|咨询|发布|公告|公示|变更|延续|注销|换发|换证|补办|补发|受理|办理|申请|转报|初审"
)
_ENDS_WHOLE = regex(rf"(?:{_ACT})(?:[(（][^()（）]*[)）])?$")
_WHOLE_OF_A_SENTENCE = regex(rf"(?:的|进行|实施|予以|给予)(?:行政|监督|现场|随机|日常|专项)*(?:{_ACT})(?:[(（][^()（）]*[)）])?$")
"""A name that opens with 对 says what is done to whom（对……的处罚）; until that is said it goes on（对未取得许可 | 证……）."""
_GOES_ON = regex(r"[(（)）,，、;；:：。.》”’的和与及或等]")
_DIGITS = "〇一二三四五六七八九"
_NUMBERED = regex(
    r"(?:(\d{1,3})\s*[、.．](?!\d)|([一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十)[、.．]"
    r"|[(（]([一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十)[)）])\s*(?=[\u4e00-\u9fff《“(（])"
)


def is_whole(name: str) -> bool:
    """Tell whether a name ends as names of items do, so that what stands below it is another one."""
    plain = squeezed(name)
    return bool((_WHOLE_OF_A_SENTENCE if plain.startswith("对") else _ENDS_WHOLE).search(plain))


def continues(name: str, text: str, category: str) -> bool:
    """Whether `text`, alone below `name` in the column of names, is the rest of it: the name breaks off, or the text goes on."""
    # 未取得许可 names a permission only where it is no punishment: then 擅自经营的处罚 is the rest of it.
    punished = "处罚" in category and text.endswith("处罚") and not name.endswith(("处罚", "）", ")"))
    return punished or not is_whole(name) or bool(_GOES_ON.match(text.strip()))


def is_numbered(name: str) -> bool:
    """Whether a name opens with a number of its own（4.发布虚假广告的处罚）."""
    return _number(name) > 0


def without_number(name: str) -> str:
    """Return a name without the number that it opens with."""
    found = _NUMBERED.match(name)
    return name[found.end() :] if found else name


def numbered_as_an_item(grid: Grid, row: int, header: Header, column: int) -> bool:
    """Whether the number that opens a lone name（4.发布虚假广告的处罚）is one in the count of the names above and below it.

    A heading that is numbered alike has a count of its own: it does not stand between 3 and 5. One of the two has to be an item
    with other cells, but in a list of names alone.
    """
    number = _number(grid.rows[row][column])
    beside = [(_beside(grid, row, column, step, header.rows[-1]), step) for step in (-1, 1)]
    counted = [(place, step) for place, step in beside if place is not None]
    if not number or not counted or any(_number(grid.rows[place][column]) != number + step for place, step in counted):
        return False
    return len(header.fields) == 1 or any(len(grid.filled[place]) > 1 for place, _ in counted)


def _beside(grid: Grid, row: int, column: int, step: int, header_row: int) -> int | None:
    """Return the row of the next name in one direction, None where no name is left."""
    row += step
    while header_row < row < len(grid.rows):
        filled = grid.filled[row]
        if column in filled and not is_blank(grid.rows[row][column]):
            return row
        if len(filled) == 1:
            return None
        row += step
    return None


def _number(text: str) -> int:
    """Return the number that opens a name, 0 where none does; each way of counting（1. 一、 （一））has a range of its own."""
    found = _NUMBERED.match(one_line(text))
    if not found:
        return 0
    digits, chinese, bracketed = found.groups()
    return int(digits) if digits else 1000 + _chinese(chinese) if chinese else 2000 + _chinese(bracketed)


def _chinese(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(ones) if ones else 0)
