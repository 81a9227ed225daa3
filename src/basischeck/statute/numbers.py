"""Order and document numbers: 国务院令第591号, 农业部令2016年第3号, 国发〔2000〕13号, as second keys of a statute.

One order may amend many statutes; a number is a key only where it belongs to one (see `index.lookup`).
"""

import re
import unicodedata

from basischeck.statute.marks import to_int

_N = r"[0-9〇零○一二三四五六七八九十百]+"
_BODY = r"[一-鿿]{2,24}?"
_ORDERS = (
    # 国务院令第591号, 主席令第三十四号, 农业部令2016年第3号, 环境保护部令 第33号, 农业农村部令2022年第1号
    re.compile(
        rf"(?P<body>{_BODY})令\s*[（(\[〔]?\s*(?:(?P<year>(?:19|20)\d\d)\s*年?\s*[）)\]〕]?)?\s*第?\s*(?P<number>{_N})\s*号"
    ),
    # 国务院563号令, 省人民政府第252号令
    re.compile(rf"(?P<body>{_BODY})(?:第\s*)?(?P<number>{_N})\s*号令"),
    # 国发〔2000〕13号, 法释〔2022〕17号, 安监总财〔2018〕19号
    re.compile(
        r"(?P<body>[一-鿿]{1,10})\s*[〔\[(［【（]\s*(?P<year>(?:19|20)\d\d)\s*[〕\])］】）]\s*第?\s*(?P<number>\d+)\s*号"
    ),
)
_LEAD = re.compile(
    r"^.*?(?:日|根据|经|以|和|及|，|、|（|\(|《|》|由|年第?|月|自)(?=中华人民共和国|国务院|主席|[一-鿿]{1,12}(?:部|局|署|委|会|政府|院|发|办|字|函|释)$)"
)


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
    words = words.removesuffix("第")
    while match := _LEAD.match(words):
        words = words[match.end() :]
    words = re.sub(r"^.*[日月年](?=[一-鿿]{2})", "", words)
    return words.removeprefix("中华人民共和国").removesuffix("命")
