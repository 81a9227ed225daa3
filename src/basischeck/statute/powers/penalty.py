"""行政处罚: penalties that a provision sets or refers to（行政处罚法第九条）, and orders that stand beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from basischeck.statute.powers.clauses import Piece

PENALTIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("警告", re.compile(r"警告")),
    ("通报批评", re.compile(r"通报批评")),
    ("罚款", re.compile(r"罚款")),
    ("没收", re.compile(r"没收|予以收缴|收缴其|收缴非法持有|追缴违法所得")),
    ("暂扣许可证件", re.compile(r"暂扣.{0,30}(?:证|执照|许可)|吊扣|扣留.{0,12}证|暂停.{0,12}(?:资格|资质|许可)")),
    ("降低资质等级", re.compile(r"降低.{0,10}(?:资质|等级|信用)|降低其")),
    ("吊销许可证件", re.compile(r"吊销")),
    (
        "责令停产停业",
        re.compile(
            r"责令.{0,10}(?:停产|停业|停止执业|停止营业|暂停营业|暂停执业|停工整顿|停业整顿|停止经营活动|停止生产经营|暂停(?:相关|有关|部分|其)?(?:业务|经营|生产)|停止招生|停止办学)|依法停止(?:相关|有关)业务|^停[产业](?:整顿|$)"
        ),
    ),
    ("责令关闭", re.compile(r"责令.{0,8}关闭|(?:予以|依法|决定|并)关闭")),
    ("取缔", re.compile(r"取缔")),
    (
        "限制从业",
        re.compile(
            r"(?:年|月)(?:以内|内|之内)(?:不得|禁止|不予受理|不受理|不予|限制)|终身不得|终身禁止|禁止(?:其)?从事|限制(?:其)?从业|市场禁入"
        ),
    ),
    ("取消资格", re.compile(r"(?:取消|撤销|停止|终止|限制).{0,16}(?:资格|资质|备案)")),
    ("拘留", re.compile(r"拘留")),
    ("驱逐出境", re.compile(r"驱逐出境|限期出境")),
    ("限制开展生产经营活动", re.compile(r"限制.{0,8}(?:开展)?(?:生产经营|业务)活动")),
)
_REFERRED = re.compile(
    r"(?<!不)(?:依照|按照|依据|根据|适用|依|按|参照|比照).{2,160}?(?:处罚|处以)(?!种类|决定|程序|的规定办理)|(?:给予|予以|进行|实施|从重|依法)(?:行政|治安管理|治安|相应|其他)?(?:的)?(?:行政)?处罚(?!决定|种类|法|程序|权|结果|信息)"
    r"|适用本[^，。；]{1,3}有关[^，。；]{2,24}法律责任的规定|(?:依照|按照)[^，。；]{2,30}第[^，。；]{1,12}条[^，。；]{0,8}规定追究法律责任"
    r"|(?:依照|按照).{2,50}规定(?:查处|予以查处)|依法(?:予以)?查处取缔"
)
_MENTION = re.compile(
    r"被(?:依法)?(?:处以?|吊销|暂扣|没收|责令|给予|撤销|取消|降低|吊扣|行政拘留|拘留)|受到?.{0,12}(?:处罚|警告|罚款)|(?:缴纳|收缴|缴付|上缴|收取|收到|退还).{0,8}(?:罚款|没收)|罚款(?:缴纳|收缴|决定|的?(?:收缴|缴纳|幅度|数额|额度|实施|收入|票据|收据|数量))"
    r"|(?:罚款|没收).{0,20}(?:上缴|缴入|收归|全部上交|全额上缴|纳入|应当?出具)|加处罚款|(?<!依法)(?:作出|实施|执行|拟作出|适用|受到|接受|送达|不服|遵守|设定|撤销|变更|违法|减轻|免予|不予|免除|从轻或者减轻|从轻|减轻或者免除)"
    r"(?:了|的|其)?(?:行政|治安管理)?(?:处罚|罚款|警告|吊销|没收)|除.{0,60}(?:处罚|罚款)外|(?:被决定|决定)给予[^，。；]{0,8}拘留|(?:行政)?处罚(?:决定|的?时效|案卷|的种类|种类|程序|幅度(?!内)|裁量|结果|信息|权|法|案件|信用|信息|情况|记录|文书|公示)|有期徒刑|拘役|罚金|刑事拘留|司法拘留|违约金"
    r"|建议[^，。；]{2,24}(?:吊销|暂扣|给予[^，。；]{0,6}处罚)|当场(?:作出)?(?:行政)?处罚(?:决定)?|幅度内(?:予以|给予)?从[重轻](?:给予|予以)?(?:行政)?处罚|吊销[^，。；]{0,24}的?(?:情况|信息|名单)|自愿认错认罚|(?:不得|禁止|不再).{0,10}(?:给予|罚款|没收|处罚)|航行警告|警告(?:标志|标识|牌|语|信号|性|说明|用语|灯)|预警|拘留所|处分(?!或者)|(?:吊销|没收|罚款|警告)(?:的(?!(?:行政)?处罚(?!决定))|后|之日|等行政处罚(?:的|决定|应|前))"
)
_DISCIPLINE = re.compile(r"处分|记过|撤职|开除|政务处分")
_BESIDE_DISCIPLINE = re.compile("警告处罚|对单位(?:予以|给予)通报批评|处罚、处分|可以?(?:给予|处以)?通报批评或者?给予[^，。；]{0,8}行政处分")
_PURSUED = re.compile("取缔、处罚|查处取缔|取缔和处罚")
_PUBLISHES = re.compile(r"公开|公示|公布")
_ELSEWHERE = re.compile(r"违法行为的(?:处罚)?，?(?:依照|按照)[^，。；]+执行|违法行为，?(?:依照|按照)[^，。；]+执行|违反本[^。；]{0,40}的，?(?:依照|按照)(?:前款|本条|第)[^，。；]{0,16}规定承担(?:法律)?责任$|违反本[^，。；]{1,3}[^。；]{0,40}的，?(?:依照|按照)[^，。；]{2,24}(?:法|条例)》?的(?:有关)?规定处理$")
_CERTIFIES = re.compile(r"^[^，。；]{0,10}(?:认证|检验|检测|认可)机构应当|^(?:支持|鼓励)[^，。；]{0,10}协会")
_OFFENDS = re.compile(r"违反|违法|未按|情形|行为")
_FILING = re.compile(r"(?:取消|撤销)[^，。；]{0,8}备案")
_REFERENCE = re.compile(r"^(?:依照|按照)")
_PUNISHES = re.compile(r"依[照据]本(?:法|条例|办法)[^，。；]{0,8}对[^，。；]{0,16}违法行为(?:实施|给予|进行)(?:行政)?处罚|对[^，。；]{2,30}违法行为作出(?!的)[^，。；]{0,6}处罚决定|^依[照据][^，。；]{2,40}规定作出行政处罚决定$|(?:依照|按照)[^，。；]{0,20}规定处理、处罚|对[^，。；]{2,30}违法行为依法(?:实施|给予)(?:行政)?处罚")
_DUTY_TO_PUNISH = re.compile(r"^处罚违反[^，。；]{2,20}的(?:单位|个人|行为)|^对[^，。；]{2,30}违反[^，。；]{2,14}的行为(?:依法)?(?:给予|实施|进行)(?:行政)?处罚$|^(?:依照[^，。；]{2,14})?实施行政(?:奖励和)?处罚$")
_SPARED = re.compile(r"免(?:予|除)(?:行政)?处罚")
_MEASURED = re.compile(r"(?:依照|按照|依据)[^，。；]{2,70}规定[^，。；]{0,4}处以?罚款的，?(?:分别)?按[^，。；]{0,16}执行")
_BY_PENAL_ACT = re.compile("^(?:依照|按照)《[^》]{0,20}处罚[^》]*》的?(?:有关)?规定处理$")
_SPLIT = re.compile("罚款决定与(?:罚款)?收缴(?:相)?分离|罚款，?(?:一律|应当|不得)?[从在][^，。；]{0,20}(?:支付|列支|核销|开支)|已经作出的[^。]{0,80}处罚决定|集体讨论决定")
_AMONG_AUTHORITIES = re.compile("上级|本级人民政府")
_PROHIBITS = re.compile("^(?:严禁|禁止)(?:任何|在|非法|违法|擅自|乱|以)")
_PROCEEDS = re.compile("^(?:罚款|罚没)(?!，)[^，。；]{0,16}(?:所得|收入|财物|款|款项)$")
_HANDED_IN = re.compile("上[缴交]|缴入|收归|国库|财政")
_HALTED = re.compile("^(?:依法)?责令(?:暂停|停止)(?:生产|销售|经营|进口|使用|、|和|或者)+的[^，。；]+$")
_NEGLECT = re.compile("失职|渎职|玩忽职守|滥用职权")
_URGENT = re.compile("紧急|突发|控制措施|风险控制|安全风险")
_MONEY = re.compile(r"罚款|没收")
_CRIMINAL = re.compile(r"刑事责任|有期徒刑|拘役|罚金|没收财产|死刑")
_PLAIN_ORDER = re.compile(
    r"责令(?:其|当事人|有关单位|责任单位|行为人|违法行为人|相关单位|单位|经营者)?(?:其)?(?:立即|及时|依法|停止违法行为并|限期)*"
    r"(?:改正|整改|停止(?:违法|侵权|侵害|该|其违法|上述|相关违法|违规)行为|停止违法|纠正|改进|改善|予以改正|限期改正|停止实施违法)"
)
_STOPS_BUSINESS = (
    r"停产|停业|停止执业|停止营业|停止经营|停止生产经营|停止招生|停止办学|停工整顿|暂停营业|暂停执业"
    r"|暂停(?:相关|有关|部分|其)?(?:业务|经营|生产)|关闭"
)
_ORDER = re.compile(rf"责令(?!(?:其|经营者|当事人|立即|限期|依法){{0,2}}(?:{_STOPS_BUSINESS}))[^，。；、]{{2,20}}")
_PENALTIES_OF_THE_ACT = re.compile(r"(?:本法|本条例|本办法|本规定|本细则|本章|前款|第[^，。；]{1,20}条)[^，。；]{0,20}规定的[^，。；]{0,24}(?:行政)?处罚|(?:本法|本条例|本办法|本规定)的?(?:行政)?处罚|(?:本法|本条例|本办法|本规定|本细则|本章)规定由[^，。；]{2,24}(?:作出|实施|决定|给予|行使)的(?:行政)?处罚|(?:^|(?<=决定)其他|本条规定的其他)[^，。；]{0,16}行政处罚，?由|违法[^，。；]{0,12}的行政处罚，?由")
_ENTRUSTED = re.compile("^本[^，。；]{1,3}规定由[^，。；]{2,40}的行政处罚")
_DECIDES = re.compile(r"^[^，。；]{0,40}?(?:决定|实施|作出|执行|行使|负责)")
_BARRED = re.compile(r"年(?:以内|内|之内)不得|终身不得|终身禁止")
_BARRED_LATER = re.compile(r"年(?:以内|内|之内)其?[^，。；]{0,24}(?:法定代表人|负责人|人员|当事人)[^，。；]{0,16}不得(?:担任|从事)")
_OFFICE_AT_FAULT = re.compile("[^，。；]{0,24}(?:部门|机关|政府)(?:及其工作人员)?有下列")
_PURSUES = re.compile(r"^(?:有权)?(?:依法)?(?:予以)?查处$")
_AGAINST = re.compile("对(?:侵犯|违反|擅自|假冒)[^，。；]{2,30}行为$")
_REPORTED = re.compile("举报|接到|投诉|报告|协助|配合")
_AFTER_PENALTY = re.compile(r"被?吊销|取缔|处罚决定|判处|撤销|处罚")


def penalties(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece, bool]]:
    """Yield each penalty with the piece that sets it, and whether it is set by reference."""
    for piece in pieces:
        text = piece.acts if piece.named else piece.text
        sentence = "".join(p.text for p in pieces if p.sentence == piece.sentence)
        if _CERTIFIES.match(sentence) or _SPLIT.search(sentence):
            continue
        if _MEASURED.search(sentence):
            if piece.text.startswith(("按", "分别按")):
                yield "罚款", piece, True
            continue
        if _BY_PENAL_ACT.match(piece.text) or (_ELSEWHERE.search(sentence.rstrip("。")) and _REFERENCE.match(piece.text)):
            yield "处罚", piece, True
            continue
        if _bars(piece, sentence):
            yield "限制从业", piece, False
        if piece.named and not _ENTRUSTED.match(piece.text) and _DECIDES.match(text) and _PENALTIES_OF_THE_ACT.search(sentence):
            yield "决定处罚", piece, False
            continue
        if _SPARED.search(sentence):
            continue
        if _pursues(piece, text, sentence):
            yield "处罚", piece, True
            continue
        if piece.consequence:
            yield from _set_in(piece, text, sentence)


def _bars(piece: Piece, sentence: str) -> bool:
    """Say whether somebody is barred after a penalty（被吊销许可证的，五年内不得…; 自被吊销之日起5年内，其负责人不得…）."""
    if _AFTER_PENALTY.search(sentence) is None:
        return False
    return _BARRED.search(piece.text) is not None or ("不得" in piece.text and _BARRED_LATER.search(sentence) is not None)


def _pursues(piece: Piece, text: str, sentence: str) -> bool:
    """Say whether an authority punishes by other provisions: 依照…处罚, or behind an offence 由公安机关依法查处."""
    if piece.subject and _PUNISHES.search(piece.text):
        return True
    offence = sentence[: sentence.find(piece.text)]
    return piece.named and _PURSUES.match(text) is not None and (offence.endswith("的") or _AGAINST.search(offence) is not None) and not _REPORTED.search(sentence)


def punishes(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield each piece that only says of its authority that it punishes（依照…规定作出行政处罚决定）."""
    for piece in pieces:
        if piece.subject and (_PUNISHES.search(piece.text) or _DUTY_TO_PUNISH.search(piece.text)):
            yield piece


def _set_in(piece: Piece, text: str, sentence: str) -> Iterator[tuple[str, Piece, bool]]:
    """Yield the penalties that one piece sets, `text` being its words behind the authority."""
    if _CRIMINAL.search(text) or (piece.discipline and not _MONEY.search(text)):
        return
    if _DISCIPLINE.search(piece.text) and not _MONEY.search(text) and not _BESIDE_DISCIPLINE.search(text):
        return
    if _PROHIBITS.match(text) or _HALTED.match(text) or (_PROCEEDS.match(text) and _HANDED_IN.search(sentence)):
        return
    clean = _MENTION.sub("　", text)
    found = [act for act, pattern in PENALTIES if pattern.search(clean)]
    if _none_of(found, clean, piece, sentence):
        return
    by = replace(piece, agents=("上级机关",)) if piece.discipline else piece  # 由其上级机关没收: no power of the offender's own
    for act in found:
        yield act, by, False
    if found == ["取缔"] and _PURSUED.search(text):
        yield "处罚", by, True
    if text.endswith("时") or (_NEGLECT.search(sentence) and "追究法律责任" in text):
        return
    if not found and _REFERRED.search(clean) and not _PUBLISHES.search(clean):
        yield "处罚", piece, True


def _none_of(found: list[str], clean: str, piece: Piece, sentence: str) -> bool:
    """Say whether what reads like a penalty is none where it stands: between authorities, against danger, of a filing."""
    if found == ["取消资格"]:
        return _FILING.search(clean) is not None and not _OFFENDS.search(sentence)
    if found == ["通报批评"] and _DISCIPLINE.search(sentence) and not _BESIDE_DISCIPLINE.search(piece.text):
        return True  # of one authority by another, beside the discipline of its officials
    if found == ["警告"] and _OFFICE_AT_FAULT.match(sentence) and _DISCIPLINE.search(sentence):
        return True
    if found and {*found} <= {"警告", "通报批评"} and _DISCIPLINE.search(sentence) and any(map(_AMONG_AUTHORITIES.match, piece.agents)):
        return True
    if found == ["责令停产停业"]:  # a measure against danger
        return _URGENT.search(sentence) is not None and not _OFFENDS.search(sentence)
    return found == ["暂扣许可证件"] and "记分" in sentence  # until the driver or seaman has passed his examination


def orders(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece, bool]]:
    """Yield orders（责令…）with the piece, and whether the order is the plain one to mend what is wrong（责令改正）."""
    for piece in pieces:
        if not piece.consequence or piece.discipline or "人民法院" in pieces[0].text:
            continue
        text = piece.acts if piece.named else piece.text
        if "责令" not in text or "被责令" in text:
            continue
        if _PLAIN_ORDER.search(text):
            sentence = "".join(p.text for p in pieces if p.sentence == piece.sentence)
            between = "通报批评" in sentence and _DISCIPLINE.search(sentence) is not None  # one authority mends another
            if not between and not any(agent.startswith("上级") for agent in piece.agents):
                yield "责令改正", piece, True
            continue
        if any(agent.startswith("上级") for agent in piece.agents):
            continue
        if _ORDER.search(text):
            yield "责令", piece, False
