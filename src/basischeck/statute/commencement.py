"""When each act of a statute took effect: what decisions, closing articles, 题注 and sources say, weighed.

Dates are taken in this order: the amending decision itself, the closing article, the 题注, a source's own field, and
last the day of promulgation as a presumption that is marked as such (立法法第六十一条: 法律应当明确规定施行日期).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from basischeck.statute.claims import Claim
from basischeck.statute.decisions import Decision
from basischeck.statute.history import Act
from basischeck.statute.stage import SAME_ACT_DAYS, Stage
from basischeck.statute.witness import COMMENCEMENT_DAYS, Witness, near

PRESUMED = "推定：自公布之日起施行"


def hear(stages: list[Stage], claims: Sequence[Claim]) -> None:
    """Take what lists without texts say: days of effect of known acts, and acts that no text tells of."""
    for claim in sorted((c for c in claims if c.promulgated), key=lambda c: c.promulgated or date.min):
        day = claim.promulgated or date.min
        whence = f"来源标注（{claim.source}）"
        fitting = [s for s in stages if any(near(day, d, SAME_ACT_DAYS) for d in s.act.days)]
        fitting = fitting or [s for s in stages if s.act.effective == day or (claim.effective and s.act.promulgated == claim.effective)]
        if not fitting:
            stage = Stage(Act(day, "修改" if stages else "公布", (day,), whole=not stages, basis=whence))
            stages.append(stage)
            stages.sort(key=lambda s: s.act.promulgated)
            fitting = [stage]
        if claim.effective and 0 <= (claim.effective - fitting[-1].act.days[0]).days <= COMMENCEMENT_DAYS:
            rank = 2.5 if claim.effective > fitting[-1].act.promulgated else 4
            fitting[-1].claims.append((rank, claim.effective, whence))


def weigh(stages: list[Stage], decisions: Sequence[Decision]) -> None:
    """Collect what is said of each act's day of effect: (rank, day, whence); a lower rank is better evidence."""
    for k, stage in enumerate(stages):
        act = stage.act
        for decision in decisions:
            if decision.promulgated is None or not any(near(decision.promulgated, d, 10) for d in act.days):
                continue
            if decision.effective:
                stage.claims.append((0, decision.effective, f"《{decision.title}》"))
            kind = act.kind if act.kind in ("修正", "修订") else "修正"
            stage.act = act = replace(act, kind=kind, whole=False, decision=act.decision or decision.title)
        if act.effective:
            stage.claims.append((2, act.effective, "题注"))
        for witness in stage.texts:
            _weigh_closing(stages[: k + 1], witness)
            claimed = witness.document.source.effective
            if claimed is None:
                continue
            if 0 <= (claimed - act.days[0]).days <= COMMENCEMENT_DAYS:
                rank = 2.5 if claimed > act.promulgated else 4
                stage.claims.append((rank, claimed, f"来源标注（{witness.document.source.name}）"))
            else:
                facts = ((witness.name, str(claimed)),)
                stage.notes.append(("施行日期", facts, "早于该次修改，为原法施行日期，不采"))


def _weigh_closing(stages: list[Stage], witness: Witness) -> None:
    """Give the closing article's day to the act that wrote it: the last whole act not after that day."""
    closing = witness.closing
    if closing is None:
        return
    where = f"第{closing.article}条" if closing.article else "文末"
    whole = [s for s in stages if s.act.whole] or stages[:1]
    if closing.day is None:
        target = whole[-1]
        day = closing.from_promulgation(target.act.promulgated)
        if day:
            # 自公布之日起施行 counts from a publication whose day may not be known; a stated day is better evidence.
            target.claims.append((3, day, f"{where}：{closing.words}"))
        return
    waited = {id(s): (closing.day - s.act.days[0]).days for s in stages}
    fitting = [s for s in whole if 0 <= waited[id(s)] <= COMMENCEMENT_DAYS]
    amending = [s for s in stages if 0 <= waited[id(s)] <= COMMENCEMENT_DAYS]
    # A decision, too, may give the closing article a new day: so it is where the last whole act would have waited long.
    if amending and (not fitting or (waited[id(fitting[-1])] > 400 and waited[id(amending[-1])] < 200)):
        fitting = amending
    if fitting:
        fitting[-1].claims.append((1, closing.day, where))


def settle(stages: list[Stage]) -> dict[int, str]:
    """Decide each act's day of effect; return whence each is known, by position."""
    basis: dict[int, str] = {}
    for k, stage in enumerate(stages):
        if k and stage.act.basis.startswith("来源") and stage.act.kind == "公布":
            # Only a source's date tells of this act; a closing article of its own shows that the whole text was remade.
            remade = any(rank == 1 for rank, _, _ in stage.claims)
            stage.act = replace(stage.act, kind="修订" if remade else "修改")
        if not stage.claims:
            stage.effective, basis[k] = stage.act.promulgated, PRESUMED
            continue
        rank = min(c[0] for c in stage.claims)
        votes = Counter(c[1] for c in stage.claims if c[0] == rank)
        day = max(votes, key=lambda d: (votes[d], d))
        stage.effective = day
        basis[k] = next(c[2] for c in stage.claims if c[0] == rank and c[1] == day)
        others = {(whence, str(d)) for _, d, whence in stage.claims if d != day}
        if others:
            stage.notes.append(("施行日期", tuple(sorted(others)), f"{day}（{basis[k]}）"))
    for k in range(1, len(stages)):
        before, here = stages[k - 1].effective, stages[k].effective
        if before and here and here < before and basis[k] == PRESUMED:
            # Amended before it took effect: the amended text takes effect with the act.
            stages[k].effective, basis[k] = before, "推定：随原法施行"
    return basis
