"""Statutes that may not found the power, or do not bind in the place (BC5)."""

from collections.abc import Sequence

from basischeck.citation import Locator
from basischeck.statute.model import Statute
from basischeck.testing.dress import BasisCell, Cite
from basischeck.testing.list_faults.draft import Draft, Spot, kind

_OBJECTS = ("网络预约车辆", "再生资源", "民宿", "户外广告", "二次供水设施", "汽车租赁", "家政服务机构", "洗浴场所", "电动自行车", "散装水泥", "古树名木", "老旧电梯")
_CONDUCT = ("未按规定备案", "超范围经营", "伪造记录", "拒不改正安全隐患", "擅自停业", "虚报材料", "使用不合格原料")


def _refound(draft: Draft, category: str, name: str, among: Sequence[Statute]) -> Spot:
    """Give some item another category and name, and nothing but statutes of `among` for a basis."""
    rng = draft.rng
    number, row = draft.row(lambda row: row.category == category) or draft.row() or (0, draft.rows[0])
    acts = [draft.truth.any_act(rng, list(among)) for _ in range(rng.choice([1, 1, 2]))]
    cites = [Cite(act.title, (Locator(article=rng.choice(act.skeleton.articles).number),)) for act in acts]
    row.category, row.name = category, name
    row.basis = BasisCell(cites, row.basis.manner)
    return Spot(number, note=f"{name}: {'、'.join(act.title for act in acts)}")


def _thing(draft: Draft) -> str:
    return draft.rng.choice(_OBJECTS)


def _local(draft: Draft) -> list[Statute]:
    return [s for s in draft.truth.local("河南省") if s.title.startswith("河南省")]


@kind("部门规章设定许可", "BC501")
def _licence(draft: Draft) -> Spot:
    name = draft.rng.choice(["{}经营许可", "{}许可证核发", "{}设立审批", "{}从业资格许可", "{}建设项目审批"]).format(_thing(draft))
    return _refound(draft, "行政许可", name, draft.truth.rules)


@kind("规章设定强制措施", "BC507")
def _measure(draft: Draft) -> Spot:
    name = draft.rng.choice(["对{}的查封、扣押", "查封、扣押涉嫌违法的{}", "对涉嫌违法使用的{}的扣押", "对{}场所的查封", "扣留{}"]).format(_thing(draft))
    return _refound(draft, "行政强制", name, draft.truth.rules)


@kind("行政法规设定人身自由罚", "BC503")
def _liberty(draft: Draft) -> Spot:
    name = draft.rng.choice(["对{c}的行政拘留", "对{o}{c}处以行政拘留的处罚", "对{c}情节严重的拘留", "对{o}经营者{c}的行政拘留处罚"])
    regulations = [s for s in draft.truth.national if s.level == "行政法规"]
    return _refound(draft, "行政处罚", name.format(c=draft.rng.choice(_CONDUCT), o=_thing(draft)), regulations)


@kind("地方性法规设定吊销营业执照", "BC504")
def _licence_revoked(draft: Draft) -> Spot:
    name = draft.rng.choice(["对{o}{c}的吊销营业执照", "对{o}{c}吊销营业执照的处罚", "吊销{c}的{o}企业营业执照", "吊销营业执照（{o}{c}）"])
    return _refound(draft, "行政处罚", name.format(c=draft.rng.choice(_CONDUCT), o=_thing(draft)), _local(draft))


@kind("规章设定没收等处罚", "BC505")
def _beyond_fines(draft: Draft) -> Spot:
    what = draft.rng.choice(["没收违法所得", "吊销许可证件", "责令停产停业", "暂扣许可证件", "没收非法财物", "责令关闭"])
    name = draft.rng.choice(["对{o}{c}{w}的处罚", "对{o}{c}的{w}"])
    return _refound(draft, "行政处罚", name.format(c=draft.rng.choice(_CONDUCT), o=_thing(draft), w=what), draft.truth.rules)


@kind("行政法规设定冻结", "BC508")
def _freezing(draft: Draft) -> Spot:
    name = draft.rng.choice(["冻结{o}经营者的存款、汇款", "对{o}违法资金的冻结", "冻结涉嫌违法的{o}账户", "对{o}从业人员限制人身自由"])
    regulations = [s for s in draft.truth.national if s.level == "行政法规"]
    return _refound(draft, "行政强制", name.format(o=_thing(draft)), regulations)


@kind("行政法规设定强制执行", "BC509")
def _enforcement(draft: Draft) -> Spot:
    name = draft.rng.choice(["对逾期不清除的{o}代履行", "加处罚款（{o}）", "对违法设置的{o}强制拆除", "对拒不缴纳{o}费用的加收滞纳金"])
    regulations = [s for s in draft.truth.national if s.level == "行政法规"]
    return _refound(draft, "行政强制", name.format(o=_thing(draft)), regulations)


@kind("地方性法规设定税的征收", "BC510")
def _tax(draft: Draft) -> Spot:
    name = draft.rng.choice(["房产税的征收", "契税征收", "对{o}增值税的征收", "土地增值税征收", "对{o}经营者印花税的征收"]).format(o=_thing(draft))
    return _refound(draft, "行政征收", name, _local(draft))


@kind("规章授权行政裁决", "BC511")
def _adjudication(draft: Draft) -> Spot:
    name = draft.rng.choice(["对{o}纠纷的裁决", "{o}权属争议裁决", "{o}补偿争议的行政裁决"]).format(o=_thing(draft))
    return _refound(draft, "行政裁决", name, draft.truth.rules)


@kind("通知设定许可", "BC513")
def _licence_by_notice(draft: Draft) -> Spot:
    thing, rng = _thing(draft), draft.rng
    category, form = rng.choice([("行政许可", "{}经营许可"), ("行政处罚", "对{}违法经营的处罚"), ("行政强制", "对{}的查封、扣押")])
    number, row = draft.row() or (0, draft.rows[0])
    title = rng.choice([f"关于加强{thing}管理工作的通知", f"关于规范{thing}市场秩序的意见", f"河南省人民政府办公厅关于做好{thing}监管工作的通知"])
    where = rng.choice(["", "第三条", "第二条第一款"])
    row.category, row.name = category, form.format(thing)
    row.basis = BasisCell([Cite(title, (), where=where)], row.basis.manner)
    return Spot(number, note=f"{row.name}: {title}")


@kind("外省的地方性法规", "BC521")
def _other_province(draft: Draft) -> Spot:
    rng = draft.rng
    if rng.random() < 0.7:
        region = rng.choice(["山东省", "浙江省", "上海市", "北京市", "重庆市", "广东省"])
        act = draft.truth.any_act(rng, [s for s in draft.truth.local(region) if s.title.startswith(region)])
        cite = Cite(act.title, (Locator(article=rng.choice(act.skeleton.articles).number),))
    else:
        place = rng.choice(["四川省", "湖北省", "陕西省", "江苏省", "内蒙古自治区", "成都市", "南京市", "深圳经济特区", "西安市", "杭州市", "哈尔滨市"])
        cite = Cite(place + rng.choice(["物业管理条例", "养犬管理条例", "市容环境卫生管理条例", "消费者权益保护条例", "燃气管理条例"]), (Locator(article=str(rng.randint(3, 40))),))
    return draft.put(cite)


@kind("外市的地方性法规", "BC522")
def _other_city(draft: Draft) -> Spot:
    rng = draft.rng
    cities = ("郑州市", "洛阳市", "安阳市", "商丘市", "焦作市", "鹤壁市", "濮阳市", "许昌市", "新乡市", "驻马店市", "漯河市", "平顶山市")
    if rng.random() < 0.7:
        act = draft.truth.any_act(rng, [s for s in draft.truth.local("河南省") if s.title.startswith(cities)])
        cite = Cite(act.title, (Locator(article=rng.choice(act.skeleton.articles).number),))
    else:
        cite = Cite(rng.choice(cities) + rng.choice(["城市供热管理办法", "停车场管理条例", "城市绿化条例", "户外广告管理办法"]), (Locator(article=str(rng.randint(3, 40))),))
    return draft.put(cite)
