"""Order and document numbers: 国务院令第591号, 农业部令2016年第3号, 国发〔2000〕13号, as second keys of a statute.

One order may amend many statutes; a number is a key only where it belongs to one (see `index.lookup`).
"""

import re
import unicodedata
from functools import lru_cache

from basischeck.pattern import regex
from basischeck.statute.marks import to_int

_N = r"[0-9〇零○一二三四五六七八九十百]+"
_BODY = r"[一-鿿、]{2,60}"
_ORDERS = (
    # 国务院令第591号, 主席令第三十四号, 农业部令2016年第3号, 环境保护部令 第33号, 农业农村部令2022年第1号
    regex(
        rf"(?P<body>{_BODY})令\s*[（(\[〔]?\s*(?:(?P<year>(?:19|20)\d\d)\s*年?\s*[）)\]〕]?)?\s*第?\s*(?P<number>{_N})\s*号"
    ),
    # 国务院563号令, 省人民政府第252号令
    regex(rf"(?P<body>[一-鿿]{{2,24}}?)(?:第\s*)?(?P<number>{_N})\s*号令"),
    # 国发〔2000〕13号, 法释〔2022〕17号, 安监总财〔2018〕19号
    regex(
        r"(?P<body>[一-鿿]{1,10})\s*[〔\[(［【（]\s*(?P<year>(?:19|20)\d\d)\s*[〕\])］】）]\s*第?\s*(?P<number>\d+)\s*号"
    ),
)
_LEAD = regex(r"^(?:日|月|年|号|起|根据|依据|依照|按照|由|经|以|自|现|和|及|与|、|被|的|于|令|原)+")


_CONTINUOUS = regex(
    r"^(国务院(、中央军事委员会)?|公安部|卫生部|国家卫生和计划生育委员会|建设部|住房和城乡建设部|环境保护部|国家环境保护总局|生态环境部|"
    r"国家工商行政管理(总)?局|国家市场监督管理总局|国家质量监督检验检疫总局|国家安全生产监督管理(总)?局|应急管理部|"
    r"国家食品药品监督管理(总)?局|财政部|人力资源和社会保障部|劳动和社会保障部|民政部|水利部|国土资源部|自然资源部|文化部|文化和旅游部|"
    r"[一-鿿]{2,8}(省|市|自治区)人民政府)令第"
)


def is_key(number: str) -> bool:
    """Whether a canonical number can stand for one act: numbered with a year, or by an authority that counts on for ever.

    主席令 begin anew with each president's term, 交通部令 with each year: such a number alone names nothing.
    """
    return bool(_CONTINUOUS.match(number) or re.search(r"〔\d{4}〕|令\d{4}年第", number)) and not number.startswith(
        "主席令"
    )


@lru_cache(maxsize=4096)
def read_numbers(text: str) -> tuple[str, ...]:
    """Return all order and document numbers in `text` in canonical form, in order, without doubles."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).replace("〔", "〔"))
    found: list[tuple[int, str]] = []
    for pattern in _ORDERS:
        for match in pattern.finditer(text):
            number = to_int(match["number"])
            body = _body(match["body"])
            if number is None or len(body) < 2:
                continue
            year = match.groupdict().get("year")
            order = pattern is not _ORDERS[2]
            canonical = f"{body}令{f'{year}年' if year else ''}第{number}号" if order else f"{body}〔{year}〕{number}号"
            found.append((match.start(), canonical))
    return tuple(dict.fromkeys(canonical for _, canonical in sorted(found)))


def _body(words: str) -> str:
    """Cut from the words before 令 what belongs to the sentence, and the words 中华人民共和国."""
    words = words.rpartition("中华人民共和国")[2] if words.find("中华人民共和国", 1) > 0 else words
    words = _LEAD.sub("", words.removesuffix("第")).removeprefix("中华人民共和国").removesuffix("命")
    return words.replace("国务院中央军事委员会", "国务院、中央军事委员会")


def same_number(one: str, other: str) -> bool:
    """Whether two canonical numbers are one, where an issuer may be shortened: 安监总局令第41号."""
    if one == other:
        return True
    head, _, tail = one.partition("令")
    head2, _, tail2 = other.partition("令")
    if not tail or tail != tail2:
        return False
    short, long = sorted((head, head2), key=len)
    letters = iter(long)
    return len(short) >= 2 and all(letter in letters for letter in short)
