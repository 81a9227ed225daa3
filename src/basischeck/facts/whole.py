"""Citations that name an act and no provision: what kind of act, and what follows the name.

Laws, regulations and rules are divided into 条 (《行政法规制定程序条例》 article 6, 《规章制定程序条例》 article 7); notices, replies and
plans are numbered in their own ways or not at all (《党政机关公文处理工作条例》 article 9), so the 条 cannot be asked of them.
"""

from typing import Literal

from basischeck.pattern import regex

Tail = Literal["编号", "文字", "无"]

_ARTICLED = regex(r"(?:法|法典|条例|规定|办法|细则|规则|章程)(?:[（(][^（）()]*[）)])?$")
_NOTICE = regex(r"^(?:关于)?(?:印发|转发|批转|公布|发布|同意|请求)|(?:通知|意见|批复|函|公告|通告|决定|命令|纪要|方案|要求|纲要|目录|清单)$")
_PAPER = regex(
    r"(?:许可证|资格证|登记证|合格证|执业证|工作证|执法证|操作证|驾驶证|行驶证|从业证|通行证|准运证|检疫证|证书|证明|执照|合同|协议书?|(?:申请|登记|备案|审批|申报|报告|统计|调查|验收|检验|审查|呈批)表"
    r"|(?:申请|通知|决定|告知|责任|意见|承诺|报告|委托|说明|鉴定|批准)书)(?:[（(][^（）()]*[）)])?$"
)
_END = regex(r"[《【\[]")
_NEXT = regex(r"\n\s*(?:[\d一二三四五六七八九十（()）、.．\s]{0,8})?[《【\[]")
_BETWEEN = regex(r"(?:[\s:：，,。.；;、]|[（(](?![一二三四五六七八九十百\d]{1,4}[)）])[^（）()]*[)）]|文件?(?=第)|的?附件?(?=第))+")
_NUMBER = regex(
    r"第?[一二三四五六七八九十百零〇\d]+(?:[条款项章节编页]|部分|号项)|第\s*[一二三四五六七八九十百零〇\d]+(?![一二三四五六七八九十百零〇\d号次届批期])|附件|附表|附录|目录|序号|"
    r"[（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百\d]+[、.．]|\d{1,3}(?=[\u4e00-\u9fff])"
)
_HEADED = regex(r"[\u4e00-\u9fff]{2,14}(?:事项|项目)(?:目录)?[:：]\s*[\u4e00-\u9fff]{0,20}\d{1,3}[.．、]")
"""调整的行政许可事项：人力资源和社会保障厅1.…: an entry under its heading."""
_ANNEX = regex(r"\n\s*附[件表录]\s*[\d一二三四五六七八九十]*\s*[:：]")
"""A line further down that names the annex the passage above it, or below, is of."""
_ENTRY = regex(r"[（(]?[一二三四五六七八九十百\d]+[)）、.．]")
_WORDS = regex(r"[\u4e00-\u9fff]{8,}")
_WINDOW, _CELL = 80, 4000


def tail_of(text: str, end: int) -> Tail:
    """Return what follows a citation that ends at `end`: a number that no locator was read from, words of the act, nothing.

    Only a number at the head counts: one further on stands in the words quoted（违反本办法第二十九条）.
    """
    rest = text[end : end + _WINDOW]
    stop = _END.search(rest)
    tail = rest[: stop.start()] if stop else rest
    gap = _BETWEEN.match(tail)
    number = _NUMBER.match(tail, gap.end() if gap else 0)
    # A number right before the next title counts the entries of the cell（2.《…》）, not the provisions of this act.
    if number and not (stop and _ENTRY.fullmatch(number[0]) and not tail[number.end() :].strip()):
        return "编号"
    if _HEADED.match(tail, gap.end() if gap else 0) or _names_annex(text, end):
        return "编号"
    return "文字" if _WORDS.search(tail) else "无"


def _names_annex(text: str, end: int) -> bool:
    stop = _NEXT.search(text, end, end + _CELL)
    return _ANNEX.search(text, end, stop.start() if stop else end + _CELL) is not None


def is_paper(title: str) -> bool:
    """Return whether a name between 《》 is that of a licence, a form or a letter, which founds nothing.

    >>> is_paper("种畜禽生产经营许可证"), is_paper("行政处罚决定书"), is_paper("许可证管理办法"), is_paper("行政处罚裁量基准表")
    (True, True, False, False)
    """
    return _PAPER.search("".join(title.split())) is not None


def is_articled(title: str, level: str | None) -> bool:
    """Return whether an act of this title is divided into 条, as far as title and level tell.

    >>> is_articled("某某管理条例", None), is_articled("关于印发某某管理办法的通知", None), is_articled("某某市某某决定", None)
    (True, False, False)
    """
    words = "".join(title.split())  # 《某管理条 例》, torn by a table's column
    if _NOTICE.search(words):
        return False
    return bool(_ARTICLED.search(words)) or level == "法律"
