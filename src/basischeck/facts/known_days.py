"""Days of effect that a source states, told from those only presumed to be the day of publication: no message states these as a fact."""

from datetime import date

from basischeck.statute.model import Statute, Version


def presumed(version: Version) -> bool:
    """Whether the day of effect is only presumed to be that of publication."""
    return version.basis.get("effective", "").startswith("推定")


def ended_known(statute: Statute, version: Version) -> date | None:
    """Return the day on which a version ended, None where the day of effect of the next one is only presumed."""
    following = next((one for one in statute.versions if one.effective == version.ended), None)
    return None if following is not None and presumed(following) else version.ended


def named(version: Version) -> str:
    """Return how a text is named in a message: by its day of effect, by its publication where that day is not known."""
    if version.effective is not None and not presumed(version):
        return f"{_day(version.effective)}起施行的文本"
    return f"{_day(version.promulgated)}{version.kind}的文本" if version.promulgated else f"{version.kind}的文本"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
