"""The faults of form, BC1xx: one line of words for each, in Chinese."""

from basischeck.citation.model import Diagnostic, Span

MESSAGES = {
    "BC101": "书名号不成对",
    "BC102": "书名号重复",
    "BC103": "“笫”应为“第”",
    "BC104": "法规名称未加书名号",
    "BC105": "缺少“第”或者“条”“项”",
    "BC106": "编、章、节、条、款、项的层级次序不可能成立，或者并列条款之间缺少顿号",
    "BC107": "条款范围前后颠倒",
    "BC108": "条款序号超出任何法规的范围",
    "BC109": "“末款”一类的写法没有序号，应写明第几款、第几项",
    "BC110": "方括号内的标签不是效力层级",
    "BC111": "会议次序误写为令的文号",
    "BC112": "条款序号为空",
    "BC113": "形似条款但无法识别",
    "BC114": "括号不成对",
    "BC115": "日期不存在",
    "BC116": "引用中有看不见的字符",
}
"""Code → what is wrong. BC113 is the one that means: this was not read."""

LEVEL_TAGS = frozenset(
    (
        "宪法",
        "法律",
        "行政法规",
        "监察法规",
        "司法解释",
        "法规",
        "地方性法规",
        "自治条例",
        "单行条例",
        "经济特区法规",
        "规章",
        "部门规章",
        "地方政府规章",
        "政府规章",
        "地方规章",
        "国务院部门规章",
        "规范性文件",
        "国务院决定",
        "国务院文件",
        "党内法规",
        "国际条约",
        "法律解释",
        "国务院规范性文件",
        "行政规范性文件",
        "其他规范性文件",
        "部委规章",
        "政策文件",
        "国家标准",
        "行业标准",
        "地方标准",
    )
)
"""What a tag may say: the levels of 立法法 and the words lists use for them."""


ANGLE_BRACKETS = "法规名称用了尖括号，应当用书名号"
"""BC101 where both brackets are there, but are those for a title inside a title."""

ENCLOSED = "条款写进了书名号"
"""BC101 where 》 stands behind the article: 《某法第三条》."""


def diagnostic(
    code: str, span: Span, suggestion: str | None = None, detail: str = "", message: str | None = None
) -> Diagnostic:
    """Make a diagnostic of a known code; `message` says more than the code's own words."""
    message = (message or MESSAGES[code]) + (f"：{detail}" if detail else "")
    return Diagnostic(code=code, message=message, span=span, suggestion=suggestion)
