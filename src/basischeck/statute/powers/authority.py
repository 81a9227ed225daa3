"""Authorities as a statute's text names them: 县级以上人民政府食品安全监督管理部门, 公安机关, 海事管理机构.

Only what the words state is read: a level that is not stated stays unknown, and a phrase whose last noun is no organ of
administration（人民法院, 监察机关, 建设单位）is no holder.
"""

import re
from functools import lru_cache

_ORGAN = (
    r"(?:人民政府(?:负责|承担|履行)(?!本|全)[^，。；的]{2,20}的(?:部门|机构)|(?:工作|职责|事务)的机构|(?<=部门或者)机构|船舶检验机构|主管部门|部门|行政机关|公安机关|税务机关|机关|人民政府|(?<!人民)政府(?!性|采购|投资|信息|网站|储备|定价|指导|购买)|街道办事处|派出所|办事处"
    r"|(?:管理|监督|监管|执法|主管|检疫|派出|救援|海警|统计|稽查|征收|登记|监察|消防|审批|许可|经办|指挥|检查|保障|防治|防疫|港务|渔政|渔港|植保|种子|公证管理|电影审查|驻外|驻外外交)机构|(?:大使|领事|使|领)馆"
    r"|(?:监督管理|管理|监管|国有资产监督管理|证券监督管理|卫生健康|发展和改革|发展改革|劳动能力鉴定|鉴定|审定|评审|(?:遗传|自然)资源|事务|经济贸易|体育运动|证券|水利)委员会|[证银保]监会|证券委(?!员)|原子能机构|管委会"
    r"|海关|人民银行(?:及其分支机构)?|国务院|(?:监督|管理|海事|税务|邮政管理|气象|地震|文物|林业|烟草专卖|铁路|民航|市场监管|公安|交通|卫生|水利|农业|财政|审计|统计|药监|工商|质监|城管|监察|外汇管理|能源|海洋|渔业)局"
    r"|(?:管理|公安|交通|财政|教育|司法|民政|水利|农业|商务|卫生|住房)厅"
    r"|(?:商务|公安|财政|教育|交通运输|农业农村|农业|自然资源|生态环境|应急管理|文化和旅游|民政|司法|水利|工业和信息化|人力资源社会保障|住房城乡建设|国土资源|卫生|外交|国防|文化)部(?![门分级队长位])"
    r"|海关总署|体委(?!员)|业务主管单位|(?<=审批|审查|批准|审核|核准|发证)单位|(?:征兵|人民防空|民防|外事|侨务)办公室|船检局|商检机构|总局|总署(?!令)|公积金管理中心|(?:边防|超限)检查站|检疫局|核安全局|国务院办公厅|民航局|交通警察|人民警察|执法人员|检查人员|监督检查人员|(?:行政|综合)执法队|执法总队|监察大队|管理所(?!需|必|列)|监督所(?!需)|管理处(?!理|罚|分)|管理站|海事局)"
)
_GAP = (
    r"(?:(?!应当|可以|有权|不得|必须|征得|责令|处以|处理|没收|吊销|给予|予以|根据|按照|依照|依据|接到|发现|进行|认为|规定|编制(?!委)|批准|备案|报告|申请|"
    r"提出|取得|变更|办理|造成|并且|经(?!济|贸|办|营|信)|是(?!否)|由|被|将|向|违反|(?<!相)对(?!外)|报(?!废)|应(?!急)|凭|持有|超过|未(?!成年)|(?<!或)者(?!权益)|为了|以及其|及其)[\u4e00-\u9fff、（）()〇])"
)
_PHRASE = re.compile(rf"{_GAP}{{0,34}}?{_ORGAN}(?:(?:、|和|及|与|或者|或|以及|会同|，)?(?:(?!(?<!所)在国家){_GAP}){{0,30}}?{_ORGAN})*")
_JOIN = re.compile(r"、|和(?!改革|信息化|社会保障|旅游|城乡|草原|出版|计划生育|国土|体育|技术)|或者(?!机构$)|或|以及|及(?!其|时)|与|会同")
_ENDS = re.compile(rf"{_ORGAN}$")
_ALONG = re.compile(r"会同|商同|征求|征得|(?<=部门|机关|机构|政府|.局)(?:组织|商(?!务|标|品|业|检|会|用|贸))")
_STEM = re.compile(r"(?:行政|管理|主管|监督|执法)$")
_TAIL = re.compile(r"(?:行政主管|行政管理|主管|行政)?部门$")
_DECIDES = re.compile(r"(?:审批|批准|核准|备案|许可|登记|发证)$")
_LIST = re.compile(r"、|和(?!规划|改革|信息化|社会保障|旅游|城乡|草原|体育|技术)|或者|(?<!以)及(?!其|时)")
_FIELD = re.compile(r"^(?!.*地$|省$|市|县|区|乡|自治|直辖|设区|旗|各|其他|有关|相关|本级|所在|依法|负有)[\u4e00-\u9fff]{2,16}$")
_NO_HOLDER = re.compile(
    r"(?:组织人事部门|监察机关|司法机关|检察机关|审判机关|权力机关|有权机关|任免机关|立法机关|国家机关|上级机关|上级行政机关|上级主管机关|上级主管部门|上级部门"
    r"|上一级行政机关|上级人民政府|中央人民政府|派出部门|上一级人民政府|本级人民政府|同级人民政府|军事机关|仲裁机构|(?:评价|检测|检验|认证|认可)[^，。；]{0,6}职责的机构|(?<!船舶)检验机构|出资人职责的机构|服务机构|医疗机构|经营管理机构|物业管理机构)$"
)
_DISCIPLINE = re.compile(r"监察|司法机关|任免机关|上级|检察|审判|有权机关")
_OFFENDER = re.compile(r"(?:部门|机关|机构|政府|人员|单位)(?:及其|和其|的)?(?:直接负责的主管人员|工作人员|执法人员|负责人)")
_STAFF_ACTS = re.compile(r"^的?工作人员(?:应当|可以|有权|实施|进行|在[^，。]{0,20}(?:监督|检查)|依法(?:进行|实施|履行))")
_QUALIFIED = re.compile(
    r"^(?:的(?!工作人员)|、[^，。；、]{2,8}(?:机构|单位|企业)及其(?:直接负责的)?(?:工作人员|主管人员)|设置|委托|聘请|规定|批准(?!后|，)|及其|所属|颁发|核发|制定的|公布的|确定|认定的|指定|授权|许可的|签发|依法实施(?!(?:行政)?处罚)|认可|、团体|[、和]企业|[、和]事业|、[^，。；、]{0,6}(?:实验室|公司|学校))"
)
_NOT_AFTER = re.compile(r"^(?:(?:认可|资质认定|指定|委托|批准|授权)的?[^，。]{0,8}(?:认证|检验|检测|中介|医疗|鉴定|服务|专业)机构|的?(?:直接)?(?:工作人员(?!应当|可以|有权|实施|进行|在[^，。]{0,20}(?:监督|检查)|依法(?:进行|实施|履行))|负责人|主要负责人|领导|主管人员)|及其(?:工作人员|所属)|和(?:其)?工作人员|以外|之间|之外|外的)")
_ACCOMPANIED = re.compile(r"^(?:是指|当事人(?!所在地|住所地|居住地)|不影响|需要|在(?!地)(?![^，。；]{2,16}设立的)|(?:定期|及时|统一)?组织|会同|责成|要求|指定|委托(?!方|人|单位)|授权|协调|督促|通知|指导|配合|协助|请|提请|报请|建议|到(?!期)|送|拒绝|阻碍|阻挠|妨碍|妨害|冒充|伪造|殴打|支持|认可的|指定的)(?!部)")
_LEAD = re.compile(r"^(?:并|并且|同时|应当|应|可以|可|必须|须|直至|依法|其|但|但是|其中|必要时|也|均|都|还|再|分别|视情)+(?!管|急)")
_BROUGHT = re.compile(r"^(?:并?接受(?![^，。；]{1,6}的)|移送|(?:人民法院|人民检察院|仲裁机构|监察委员会)(?:、|或者|和|以及))+(?=[\u4e00-\u9fff]{2})")
_GOVERNMENT = re.compile(r"^(?:(?:县级|设区的市级|市级|省级)(?:以上)?|省、自治区、直辖市)(?:地方)?(?:各级)?人民政府")
_OF_COUNCIL = re.compile(r"^国务院[\u4e00-\u9fff]{2,16}部门$")
_SISTER = re.compile(r"^(?!其|国家|军队|有关|负责|相关|该|原|中央|各)[\u4e00-\u9fff]{2,12}(?:主管|行政|管理)部门$")
_OF_GOVERNMENT = re.compile(r"人民政府的?([\u4e00-\u9fff]{2,}部门)$")
_BARE = re.compile(r"^(?!.*(?:政府|国务院|级|市(?!场)|县|省|区|海关|公安机关|原))[\u4e00-\u9fff、]{2,20}部门$")
_STAFF = re.compile(r"(?<=部门|机关|机构)(?:监督检查|行政执法|执法|检查)人员$")
_FORMER = re.compile(
    r"^原?(?:(?:发证|批准|备案|审批|颁证)(?:、|或者)?)+(?:部门|机关)(?!的(?!同意|批准))|^(?:所在地的?|对[^，。；]{1,8})?有(?:审批|批准|管辖|核准|许可|管理)权(?:限)?的[^，。；的]{0,16}?(?:人民政府|部门|机关|机构)(?!的)|^(?:国务院|[^，。；]{0,14}?人民政府)规定的[^，。；的]{0,12}?(?:部门|机关|机构)(?!的)|^(?:本法|本条例|本办法|本规定)第[^，。；的]{1,12}[条款]规定的[^，。；的]{0,12}?(?:部门|机关|机构)(?!的)|^原(?:审批|批准|发证|登记|许可|备案|核发|审核|审查|公告|设立|颁发)[^，。；的]{0,10}?(?:部门|机关|机构|(?<=审批|批准|审核|审查|许可)单位)(?!的)"
)
_BEFORE = re.compile(
    r"^(?:当地(?=[\u4e00-\u9fff]{4})|依照前款规定)?(?:(?:收到|接到|受理|接受)[^，。；]{0,16}(?:申请|备案|报告|材料)的(?=[\u4e00-\u9fff]{4})|前款规定的|(?:(?!经(?!营)|[由向报持对在应须])[\u4e00-\u9fff]){0,16}?(?:(?<!口岸)所在地|住所地|居住地)的?(?=[\u4e00-\u9fff]{4}|省、))"
)

_PLACE = re.compile(r"^(?:依照前款规定)?(?:(?!经(?!营)|[由向报持对在应须])[\u4e00-\u9fff]){0,16}?(?:(?<!口岸)所在地|住所地|居住地)的?(?=[\u4e00-\u9fff]{4}|省、)|^当地(?=[^，。；]{0,4}级)")
_LEVELS = re.compile(r"^(省级|设区的市级|市级|县级)(?:或者|、|和)(设区的市级|市级|县级|乡级)(人民政府.+)$")
_DESCRIBED = re.compile(r"^原?(?:批准|审批|核准|颁发|核发|发放|作出|受理)[^，。；]{2,30}?的(?=[\u4e00-\u9fff]{0,20}?(?:部门|机关|机构|政府))")


def find_authority(text: str) -> str | None:
    """Return the authority that a piece of text begins with, as written and without adverbs before it; None for none."""
    former = _FORMER.match(text)
    if former is not None:
        return former[0]
    place = _BEFORE.match(text) or _DESCRIBED.match(text)
    match = (_PHRASE.match(text, place.end()) if place else None) or _PHRASE.match(text)
    if match is None or _ACCOMPANIED.match(text) or _NOT_AFTER.match(text[match.end() :]):
        return None
    found = text[: match.end()]
    if sum(map(found.count, "（(")) == sum(map(found.count, "）)")):
        return found
    head = re.split("[（()）]", found)[0]  # 街道办事处（乡镇人民政府）
    return head if _ENDS.search(head) else None


def find_subject(text: str) -> str | None:
    """Return the authority that a sentence or piece has as its subject; one that only qualifies a noun is none.

    国务院…部门规定应当申请审查的工程 is about works, 机关、团体、企业等单位 are bound as any unit is.
    """
    found = find_authority(text)
    return None if found is None or qualifies(text, found) else found


def qualifies(text: str, found: str) -> bool:
    """Say whether the phrase only qualifies another noun（公安机关的工作人员, 人民政府规定的条件）."""
    return (_OFFENDER.match(text[max(0, len(found) - 4) :]) is not None and not _STAFF_ACTS.match(text[len(found) :])) or _QUALIFIED.match(text[len(found) :]) is not None


def names_officials(text: str) -> bool:
    """Say whether the words speak of an authority's own staff, whose misconduct is a matter of discipline."""
    return _OFFENDER.search(text) is not None


def is_holder(phrase: str) -> bool:
    """Say whether the phrase's last noun is an organ that can hold administrative powers."""
    return _ENDS.search(phrase) is not None and not _NO_HOLDER.search(phrase)


def is_discipline(phrase: str) -> bool:
    """Say whether the phrase names who disciplines officials（监察机关, 任免机关, 上级机关）."""
    return _DISCIPLINE.search(phrase) is not None


@lru_cache(maxsize=1 << 16)
def split_authorities(phrase: str) -> tuple[str, ...]:
    """Split a phrase into its holders: 公安机关或者交通运输主管部门 are two; 省、自治区、直辖市人民政府 is one.

    Of 食品安全监督管理、卫生行政部门 both are departments; those who only act along（会同）are no holders.
    """
    phrase = _LEAD.sub("", phrase).strip("、，")
    phrase = _BROUGHT.sub("", phrase)
    phrase = _PLACE.sub("", _ALONG.split(phrase)[0])
    if levels := _LEVELS.match(phrase):
        return tuple(part for level in levels.groups()[:2] for part in split_authorities(level + levels[3]))
    parts: list[str] = []
    start = 0
    for match in _JOIN.finditer(phrase):
        head = phrase[start : match.start()]
        if _ENDS.search(head) and phrase[match.end() :]:
            parts.append(head)
            start = match.end()
    parts.append(phrase[start:])
    parts = [_STAFF.sub("", part) for part in parts]
    if parts[0] == "国务院" and len(parts) > 1 and (noun := _OF_GOVERNMENT.search(parts[-1])):
        parts[0] += noun[1]  # 国务院和县级以上地方人民政府建设主管部门
    found = [part for whole in parts for part in _shared_noun(whole) if _ENDS.search(part) and not _NO_HOLDER.search(part)]
    return tuple(dict.fromkeys(_with_level(found)))


def _with_level(parts: list[str]) -> list[str]:
    """Let the level that stands before the first department hold for those behind it: 县级以上人民政府教育行政部门、民政部门."""
    if parts and _OF_COUNCIL.match(parts[0]):
        return [parts[0], *("国务院" + part if _BARE.match(part) and _SISTER.match(part) else part for part in parts[1:])]
    head = _GOVERNMENT.match(parts[0]) if parts else None
    if head is None or head[0] == parts[0]:
        return parts
    return [parts[0], *(head[0] + part if _BARE.match(part) else part for part in parts[1:])]


def _shared_noun(part: str) -> list[str]:
    """Give 卫生行政、农业行政部门 as two departments, with the level words that stand before the first."""
    tail = _TAIL.search(part)
    if tail is None or _DESCRIBED.match(part) or not _LIST.search(part) or part.endswith(("等部门", "的部门", "有关部门")):
        return [part]
    head = re.match(r"^(.*(?:人民政府|国务院))", part)
    level, rest = (head[1], part[head.end() :]) if head else ("", part)
    names = _LIST.split(rest[: len(rest) - len(tail[0])])
    if len(names) < 2 or _DECIDES.search(names[-1]) or not all(_FIELD.match(name) for name in names):
        return [part]
    return [f"{level}{name}{'部门' if _STEM.search(name) else tail[0]}" for name in names]
