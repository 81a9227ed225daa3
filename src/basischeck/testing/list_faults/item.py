"""Faults of the item and of the list itself (BC7, BC531)."""

import random

from basischeck.testing.dress import BasisCell
from basischeck.testing.list_faults.draft import Draft, Spot, kind
from basischeck.testing.sheets import Row


def _copy(row: Row) -> Row:
    return Row(row.organ, row.category, row.name, BasisCell(list(row.basis.cites), row.basis.manner), code=row.code, actor=row.actor)


def _basis(draft: Draft, texts: list[str]) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    row.basis.whole = draft.rng.choice(texts)
    return Spot(number, note=row.basis.whole)


@kind("依据为空", "BC701")
def _empty(draft: Draft) -> Spot:
    return _basis(draft, ["", "", " ", "\n", "　"])


@kind("依据写作无", "BC701", "BC702")
def _none(draft: Draft) -> Spot:
    return _basis(draft, ["无", "/", "—", "--", "暂无", "无。", " 无 ", "／", "没有", "无依据", "－", "不涉及", "略", "空"])


@kind("依据没有读出", "BC703")
def _unreadable(draft: Draft) -> Spot:
    texts = ["按照上级有关规定执行", "部门三定方案", "根据工作需要", "历年惯例", "上级主管部门授权", "依法行使", "参照周边地市做法", "领导班子会议研究决定", "见附件", "相关法律法规", "按有关文件精神办理"]
    return _basis(draft, texts)


@kind("依据写作同上", "BC704")
def _ditto(draft: Draft) -> Spot:
    return _basis(draft, ["同上", "同上。", "同前", "见上", "同上一项", "同上条", "依据同上", "同第12项", "〃", "详见上一行", "同序号5", "同第3项"])


@kind("必备内容为空", "BC711")
def _field(draft: Draft) -> Spot | None:
    number, row = draft.row() or (0, draft.rows[0])
    name = draft.rng.choice(["事项名称", "行使主体", "权力类型"])
    if name == "权力类型" and draft.layout.by_category:
        return None
    blank = draft.rng.choice(["", "", " ", "/", "无"]) if name != "事项名称" else draft.rng.choice(["", " "])
    if name == "事项名称":
        row.name = blank
    elif name == "行使主体":
        row.actor = blank
    else:
        row.category = blank
    return Spot(number, name, blank)


@kind("责任事项为空", "BC714")
def _duty(draft: Draft) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    name = draft.rng.choice(["责任事项", "追责情形"])
    if name == "责任事项":
        row.duties = ""
    else:
        row.blame = ""
    return Spot(number, name)


@kind("类型不在九加其他", "BC713")
def _category(draft: Draft) -> Spot | None:
    if draft.layout.by_category:
        return None
    number, row = draft.row() or (0, draft.rows[0])
    row.category = draft.rng.choice(["日常工作", "内部管理", "执法", "监管", "综合", "业务工作", "行政管理", "行政处理", "行政命令", "便民服务类事项", "党务", "行政处分", "一般事项", "待定", "重点工作"])
    return Spot(number, "权力类型", row.category)


@kind("类型与名称矛盾", "BC531")
def _contradiction(draft: Draft) -> Spot | None:
    sure = ("行政处罚", "行政许可", "行政检查", "行政奖励")
    found = draft.row(lambda row: row.category in sure and row.name.endswith(("的处罚", "许可", "的监督检查", "的表彰奖励", "的奖励", "许可证核发")))
    if found is None or draft.layout.by_category:
        return None
    number, row = found
    # A confirmation may be called by the certificate it issues, a reward by what is paid.
    near = {"行政许可": "行政确认", "行政奖励": "行政给付"}.get(row.category)
    categories = ("行政许可", "行政处罚", "行政强制", "行政检查", "行政确认", "行政奖励", "行政给付")
    others = [c for c in categories if c not in (row.category, near)]
    row.category = draft.rng.choice(others)
    return Spot(number, "权力类型", f"{row.category}: {row.name}")


@kind("事项重复", "BC721")
def _duplicate(draft: Draft) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    copy = _copy(row)
    copy.code = _next_code(draft, row)
    at = draft.rng.randint(number + 1, len(draft.rows))
    if draft.rng.random() < 0.5:
        copy.name = draft.rng.choice([copy.name + " ", copy.name.replace("、", "、 "), " " + copy.name])
    draft.rows.insert(at, copy)
    return Spot(at, "事项名称", copy.name)


@kind("事项实质相同", "BC723", "BC721", "BC724")
def _near_duplicate(draft: Draft) -> Spot | None:
    found = draft.row(lambda row: row.name.endswith("的处罚"))
    if found is None:
        return None
    number, row = found
    copy = _copy(row)
    copy.code = _next_code(draft, row)
    body = row.name.removesuffix("的处罚")
    copy.name = draft.rng.choice([f"{body}行为的处罚", f"{body}的行政处罚", f"{body}等行为的处罚", f"{body}行为的行政处罚", f"{body}处罚", row.name.replace("未按照规定", "未按规定").replace("、", "和")])
    if copy.name == row.name:
        return None
    at = draft.rng.randint(number + 1, len(draft.rows))
    draft.rows.insert(at, copy)
    return Spot(at, "事项名称", f"{row.name} / {copy.name}")


def _next_code(draft: Draft, row: Row) -> str:
    return f"{row.code[:-5]}{90000 + draft.rng.randint(0, 9999)}"


@kind("编码重复", "BC731")
def _code(draft: Draft) -> Spot | None:
    first, second = sorted(draft.rng.sample(range(len(draft.rows)), 2))
    if draft.layout.by_category and draft.rows[first].category != draft.rows[second].category:
        # The later of the two in the workbook is flagged; sheets by category are in another order than the rows.
        return None
    draft.rows[second].code = draft.rows[first].code
    return Spot(second, "编码", draft.rows[second].code)


@kind("编码格式不同", "BC732")
def _code_form(draft: Draft) -> Spot | None:
    number, row = draft.row() or (0, draft.rows[0])
    if sum(other.organ == row.organ for other in draft.rows) < 8:
        return None
    row.code = _mangled(row.code, draft.rng)
    return Spot(number, "编码", row.code)


def _mangled(code: str, rng: random.Random) -> str:
    return rng.choice([code[:-1], code + str(rng.randint(0, 9)), code[:6] + code[8:], code[:-2] + "O" + code[-1], code.replace("4102", "41O2"), code[:-3] + "-" + code[-3:]])


@kind("编码与类型不同", "BC733")
def _code_kind(draft: Draft) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    others = [letters for letters in ("CF", "XK", "QZ", "JC", "QR", "JL", "ZS") if letters not in row.code]
    row.code = row.code[:6] + draft.rng.choice(others) + row.code[8:]
    return Spot(number, "编码", row.code)


@kind("序号缺号", "BC742")
def _gap(draft: Draft) -> Spot | None:
    return _renumber(draft, draft.rng.randint(1, 4))


@kind("序号重复", "BC741")
def _twice(draft: Draft) -> Spot | None:
    return _renumber(draft, -1)


def _renumber(draft: Draft, step: int) -> Spot | None:
    """Count out the rows of one sheet, with a jump of `step` before some row."""
    row = draft.rng.choice(draft.rows)
    sheet = [n for n, other in enumerate(draft.rows) if not draft.layout.by_category or other.category == row.category]
    if len(sheet) < 4:
        return None
    at = draft.rng.randrange(2, len(sheet))
    for place, number in enumerate(sheet):
        draft.rows[number].serial = str(place + 1 + (step if place >= at else 0))
    return Spot(sheet[at], "序号", draft.rows[sheet[at]].serial or "")


@kind("序号乱序", "BC743", "BC742", "BC741")
def _disorder(draft: Draft) -> Spot | None:
    row = draft.rng.choice(draft.rows)
    sheet = [n for n, other in enumerate(draft.rows) if not draft.layout.by_category or other.category == row.category]
    if len(sheet) < 6:
        return None
    at = draft.rng.randrange(2, len(sheet) - 1)
    for place, number in enumerate(sheet):
        draft.rows[number].serial = str(place + 1)
    draft.rows[sheet[at]].serial = "" if draft.rng.random() < 0.5 else str(len(sheet) + draft.rng.randint(10, 400))
    return Spot(sheet[at], "序号")


@kind("自称项数不符", "BC722")
def _count(draft: Draft) -> Spot | None:
    if not draft.layout.counted:
        return None
    row = draft.rng.choice(draft.rows)
    number = next(n for n, other in enumerate(draft.rows) if other.category == row.category)
    count = sum(other.category == row.category for other in draft.rows)
    draft.stated[row.category] = max(1, count + draft.rng.choice([-3, -2, -1, 1, 2, 5]))
    if draft.stated[row.category] == count:
        return None
    return Spot(number, None, str(draft.stated))


@kind("名称没有对象", "BC751")
def _no_object(draft: Draft) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    names = {
        "行政处罚": ["行政处罚", "对违法行为的处罚", "对违反有关规定行为的处罚", "对违法违规行为的行政处罚", "违反本条例规定的处罚"],
        "行政许可": ["行政许可", "行政审批", "许可事项审批", "有关事项的许可"],
        "行政检查": ["监督检查", "行政检查", "日常监督检查", "对有关活动的监督检查"],
        "行政强制": ["行政强制", "行政强制措施", "采取行政强制措施"],
        "行政奖励": ["行政奖励", "表彰奖励", "给予奖励"],
    }
    row.name = draft.rng.choice(names.get(row.category, ["行政确认", "其他行政职权"]))
    return Spot(number, "事项名称", row.name)


@kind("名称没有行为", "BC752")
def _no_act(draft: Draft) -> Spot | None:
    found = draft.row(lambda row: row.category == "行政处罚" and row.name.endswith("的处罚"))
    if found is None:
        return None
    number, row = found
    if sum(other.category == "行政处罚" and other.organ == row.organ for other in draft.rows) < 6:
        return None
    row.name = row.name.removesuffix("的处罚").removeprefix("对")
    return Spot(number, "事项名称", row.name)


@kind("名称只写条号", "BC753")
def _only_provision(draft: Draft) -> Spot:
    number, row = draft.row() or (0, draft.rows[0])
    title = draft.truth.any_act(draft.rng).title
    row.name = draft.rng.choice(["对违反《{t}》第{n}条规定的处罚", "对违反《{t}》第{n}条的处罚", "对《{t}》第{n}条所列违法行为的处罚", "《{t}》第{n}条规定的处罚"]).format(t=title, n=draft.rng.randint(11, 60))
    row.category = "行政处罚"
    return Spot(number, "事项名称", row.name)


@kind("行使主体写法不一", "BC761", "BC762")
def _actor(draft: Draft) -> Spot | None:
    """Let a department's list name another body for one item, or the same body in other words."""
    organ = draft.rng.choice(draft.rows).organ
    draft.rows = [row for row in draft.rows if row.organ == organ]
    if len(draft.rows) < 8:
        return None
    number = draft.rng.randrange(len(draft.rows))
    row = draft.rows[number]
    row.actor = draft.rng.choice([row.organ, f"市{row.organ}", f"河南省{row.actor}", "开封市人民政府", "开封市档案局"])
    return Spot(number, "行使主体", row.actor)
