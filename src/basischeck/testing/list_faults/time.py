"""Statutes not in force, versions not in force, brackets and tags that belong to something else (BC12, BC3)."""

from datetime import date, timedelta

from basischeck.citation import Locator
from basischeck.statute.model import Statute, Version
from basischeck.testing.drafting import right_mark
from basischeck.testing.dress import TAGS, Cite
from basischeck.testing.list_faults.draft import Draft, Spot, kind
from basischeck.testing.truth import DAY, Act

REPEALED = (
    "中华人民共和国婚姻法", "中华人民共和国合同法", "中华人民共和国物权法", "中华人民共和国担保法", "中华人民共和国继承法", "中华人民共和国收养法",
    "中华人民共和国侵权责任法", "中华人民共和国民法通则", "中华人民共和国民法总则", "中华人民共和国环境保护法", "中华人民共和国水污染防治法",
    "中华人民共和国大气污染防治法", "中华人民共和国固体废物污染环境防治法", "中华人民共和国土壤污染防治法", "中华人民共和国噪声污染防治法",
    "中华人民共和国海洋环境保护法", "中华人民共和国放射性污染防治法", "中华人民共和国清洁生产促进法", "中华人民共和国契税暂行条例",
    "中华人民共和国城市维护建设税暂行条例", "中华人民共和国印花税暂行条例", "中华人民共和国耕地占用税暂行条例", "中华人民共和国资源税暂行条例",
    "中华人民共和国增值税暂行条例", "中华人民共和国企业法人登记管理条例", "中华人民共和国公司登记管理条例", "中华人民共和国合伙企业登记管理办法",
    "企业法人法定代表人登记管理规定", "个体工商户条例", "农民专业合作社登记管理条例", "城市房屋拆迁管理条例",
    "化妆品卫生监督条例", "中华人民共和国治安管理处罚条例", "中华人民共和国企业劳动争议处理条例", "中华人民共和国进出口关税条例",
)  # fmt: skip
"""Acts of which it is known without any index that they no longer bind on the day."""


def _provision(draft: Draft) -> tuple[Locator, ...]:
    rng = draft.rng
    return (Locator(article=str(rng.randint(3, 20)), paragraph=rng.choice([None, None, 1])),)


@kind("已废止的法规", "BC301", "BC306")
def _repealed(draft: Draft) -> Spot:
    rng = draft.rng
    title = rng.choice(draft.truth.repealed).title
    mark = rng.choice(["", "", "", "（1999年修正）"])
    return draft.put(Cite(title if rng.random() < 0.7 else title.removeprefix("中华人民共和国"), _provision(draft), mark=mark))


@kind("众所周知已废止的法规", "BC301")
def _well_known(draft: Draft) -> Spot:
    title = draft.rng.choice(REPEALED)
    return draft.put(Cite(title if draft.rng.random() < 0.6 else title.removeprefix("中华人民共和国"), _provision(draft)))


@kind("尚未生效的法规", "BC303")
def _coming(draft: Draft) -> Spot | None:
    if not draft.truth.coming:
        return None
    return draft.put(Cite(draft.rng.choice(draft.truth.coming).title, _provision(draft)))


@kind("即将修改的法规", "BC304")
def _changing(draft: Draft) -> Spot | None:
    soon = [
        s
        for s in draft.truth.national
        if any(v.effective and DAY < v.effective <= DAY + timedelta(days=90) for v in s.versions)
    ]
    if not soon:
        return None
    statute = draft.rng.choice(soon)
    act = draft.truth.act(statute.title)
    article = draft.rng.choice(act.skeleton.articles).number if act else "5"
    return draft.put(Cite(statute.title, (Locator(article=article),)))


def _amended(draft: Draft) -> tuple[Act, Version]:
    """Return an act whose version in force is an amendment, and an earlier amended version of it with another year."""
    while True:
        act = draft.truth.any_act(draft.rng)
        earlier = [v for v in act.statute.versions if v.promulgated and v.kind in ("修正", "修订") and _before(v, act.version)]
        if earlier:
            return act, draft.rng.choice(earlier)


def _before(version: Version, later: Version) -> bool:
    return bool(version.promulgated and later.promulgated and version.promulgated.year < later.promulgated.year)


def _held_article(draft: Draft, act: Act) -> Locator:
    article = draft.rng.choice(act.skeleton.articles)
    paragraph, item = draft.truth.deepest(article, draft.rng)
    return Locator(article=article.number, paragraph=paragraph, item=item)


@kind("版本括号是旧版本", "BC302")
def _superseded(draft: Draft) -> Spot:
    act, old = _amended(draft)
    made = old.promulgated or DAY
    forms = [f"（{made.year}年{old.kind}）", f"({made.year}{old.kind})"]
    if act.level == "法律":
        forms.append(f"（{_day(made)}{old.kind}）")
    mark = draft.rng.choice(forms)
    cite = Cite(act.title, (_held_article(draft, act),), mark=mark)
    if draft.rng.random() < 0.15:
        cite.title, cite.mark = f"{act.title}{mark}", ""  # as databases write titles: 《某法（2018年修正）》
    return Spot(draft.put(cite).row, note=f"{act.title}{mark}")


@kind("版本括号只写最初公布", "BC305")
def _first_only(draft: Draft) -> Spot:
    while True:
        act, _ = _amended(draft)
        first = act.statute.versions[0]
        if first.promulgated and first.kind not in ("修正", "修订"):
            break
    mark = f"（{first.promulgated.year}年公布）" if draft.rng.random() < 0.5 else f"（{_day(first.promulgated)}公布）"
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


@kind("版本括号年份没有修改", "BC124")
def _no_such_year(draft: Draft) -> Spot:
    rng = draft.rng
    while True:
        act, _ = _amended(draft)
        years = {day.year for v in act.statute.versions for day in (v.promulgated, v.effective) if day}
        years |= {year - 1 for year in years}
        last = max(v.promulgated.year for v in act.statute.versions if v.promulgated)
        free = [year for year in range(min(years) + 1, last) if year not in years]
        if free and all(v.promulgated for v in act.statute.versions):
            break
    mark = f"（{rng.choice(free)}年{rng.choice(['修正', '修订'])}）"
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


def _law(draft: Draft, kinds: tuple[str, ...] = ("修正", "修订")) -> Act:
    while True:
        act = draft.truth.any_act(draft.rng, [s for s in draft.truth.national if s.level == "法律"])
        if act.version.promulgated and act.version.kind in kinds:
            return act


@kind("版本括号日期不符", "BC126", "BC125")
def _wrong_day(draft: Draft) -> Spot:
    act = _law(draft)
    made = act.version.promulgated or DAY
    other = made
    same_year = {v.promulgated for v in act.statute.versions} | {v.effective for v in act.statute.versions}
    while other in same_year or other == made or abs((other - made).days) <= 1:
        other = date(made.year, draft.rng.randint(1, 12), draft.rng.randint(1, 28))
    mark = f"（{_day(other)}{act.version.kind}）"
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


@kind("施行日写作修改日", "BC125")
def _effective_day(draft: Draft) -> Spot:
    while True:
        act = _law(draft)
        made, effective = act.version.promulgated, act.version.effective
        if made and effective and (effective - made).days > 2 and not any(
            v.promulgated and abs((v.promulgated - effective).days) <= 2 for v in act.statute.versions
        ):
            break
    mark = f"（{_day(effective)}{act.version.kind}）"
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


@kind("修正修订写混", "BC129")
def _mixed_kind(draft: Draft) -> Spot:
    act = _law(draft)
    made = act.version.promulgated or DAY
    wrong = "修订" if act.version.kind == "修正" else "修正"
    mark = draft.rng.choice([f"（{made.year}年{wrong}）", f"（{_day(made)}{wrong}）"])
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


@kind("别的法规的修改决定", "BC127")
def _other_decision(draft: Draft) -> Spot:
    rng = draft.rng
    act, other = _law(draft), _law(draft)
    while other.title == act.title or other.title in act.title or act.title in other.title:
        other = _law(draft)
    made = other.version.promulgated or DAY
    body = "全国人民代表大会常务委员会"
    mark = rng.choice(
        [
            f"（根据{_day(made)}《{body}关于修改〈{other.title}〉的决定》修正）",
            f"（{_day(made)}第十三届{body}第三次会议《关于修改〈{other.title}〉的决定》修正）",
            f"（根据《关于修改〈{other.title}〉的决定》修正）",
        ]
    )
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


@kind("别的法规的令号", "BC128")
def _other_order(draft: Draft) -> Spot:
    rng = draft.rng
    regulations = [s for s in draft.truth.national if s.level == "行政法规"]
    act = draft.truth.any_act(rng, regulations)
    other = _own_order(draft, regulations, act.statute)
    number = other.versions[0].document_number or ""
    mark = rng.choice([f"（{number}）", f"（{_day(other.versions[0].promulgated or DAY)}{number}公布）", f"（{number.replace('第', '')}）"])
    return Spot(draft.put(Cite(act.title, (_held_article(draft, act),), mark=mark)).row, note=f"{act.title}{mark}")


def _own_order(draft: Draft, regulations: list[Statute], besides: Statute) -> Statute:
    own = {v.document_number for v in besides.versions} | set(besides.document_numbers)
    fitting = [
        s
        for s in regulations
        if s.id != besides.id
        and s.versions[0].kind not in ("修正", "修订")
        and (s.versions[0].document_number or "").startswith("国务院令第")
        and s.versions[0].document_number not in own
    ]
    return draft.rng.choice(fitting)


@kind("标签与位阶不符", "BC121")
def _wrong_tag(draft: Draft) -> Spot:
    rng = draft.rng
    acts = [draft.truth.national, draft.truth.national, draft.truth.rules, draft.truth.local("河南省")]
    act = draft.truth.any_act(rng, rng.choice(acts))
    while act.level not in TAGS or ("条例" in act.title and act.level == "部门规章"):
        act = draft.truth.any_act(rng, rng.choice(acts))
    right = TAGS[act.level or ""]
    wrong = [tag for level, tags in TAGS.items() for tag in tags if tag not in right]
    tag = rng.choice(["【{}】", "[{}]"]).format(rng.choice(wrong))
    cite = Cite(act.title, (_held_article(draft, act),), tag=tag)
    return Spot(draft.put(cite).row, note=f"{tag}{act.title}")


@kind("同一法规版本括号不同", "BC123")
def _brackets_differ(draft: Draft) -> Spot | None:
    """Let every other citation of the statute bear the right bracket, and one of them an older one."""
    cites = [(n, cite) for n, row in enumerate(draft.rows) for cite in row.basis.cites]
    titles = sorted({cite.title for _, cite in cites})
    draft.rng.shuffle(titles)
    for title in titles:
        act = draft.truth.act(title)
        mine = [(n, cite) for n, cite in cites if cite.title == title]
        if act is None or len({n for n, _ in mine}) < 3 or act.version.kind not in ("修正", "修订"):
            continue
        older = [v for v in act.statute.versions if v.kind in ("修正", "修订") and _before(v, act.version)]
        if not older:
            continue
        mark = right_mark(act, draft.rng)
        for _, cite in mine:
            cite.mark = mark
        number, cite = draft.rng.choice(mine)
        old = draft.rng.choice(older)
        cite.mark = f"（{old.promulgated.year if old.promulgated else 0}年{old.kind}）"
        return Spot(number, note=f"{title}{cite.mark}")
    return None


@kind("旧版本的条款", "BC203", "BC207", "BC307", "BC308")
def _gone_since(draft: Draft) -> Spot | None:
    """Cite with an old bracket an article that the old text had and the text in force has not under that number."""
    rng = draft.rng
    for _ in range(400):
        act, old = _amended(draft)
        skeleton = draft.truth.index.skeleton(old.id) if old.held else None
        gone = [a.number for a in skeleton.articles if act.skeleton.article(a.number) is None] if skeleton else []
        if gone and old.promulgated:
            mark = f"（{old.promulgated.year}年{old.kind}）"
            return draft.put(Cite(act.title, (Locator(article=rng.choice(gone)),), mark=mark))
    return None


@kind("旧版本以来改了条号", "BC307", "BC308", "BC309", "BC310")
def _renumbered(draft: Draft) -> Spot | None:
    """Cite with an old bracket an article whose text stands under another number now."""
    rng = draft.rng
    for _ in range(400):
        act, old = _amended(draft)
        changes = draft.truth.index.changes(act.statute.id, old.id, act.version.id) if old.held else []
        moved = [c for c in changes if c.change == "renumbered" and c.old and c.old != c.new and act.skeleton.article(c.old)]
        if moved and old.promulgated:
            change = rng.choice(moved)
            mark = f"（{old.promulgated.year}年{old.kind}）"
            return Spot(draft.put(Cite(act.title, (Locator(article=change.old),), mark=mark)).row, note=f"{act.title}{mark}{change}")
    return None


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
