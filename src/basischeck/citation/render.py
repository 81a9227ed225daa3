"""Canonical writing of a citation, and the identifier of a provision."""

from basischeck.citation.model import Citation, Locator
from basischeck.citation.normalise import normalise
from basischeck.citation.numerals import render_numeral


def render(cited: Citation | str | None, locator: Locator | None = None) -> str:
    """Write a citation canonically: 《中华人民共和国食品安全法》第一百二十四条第一款第（一）项.

    `cited` is a title, or a citation (its antecedent or title; 本法 and 前款 keep their word). Items are written in brackets, as
    the statutes print them; subitems without, as 立法技术规范 has them.
    """
    return _name(cited) + (render_locator(locator) if locator is not None else "")


def _name(cited: Citation | str | None) -> str:
    if isinstance(cited, Citation):
        title = cited.antecedent or cited.title
        if title is None:
            return cited.relative or ("本法" if cited.self_reference else "")
        return f"《{title}》"
    return f"《{cited}》" if cited else ""


def render_locator(locator: Locator) -> str:
    """Write a locator canonically, from the widest level to the narrowest."""
    written = [
        f"第{_number(number)}{unit}"
        for number, unit in (
            (locator.part, "编"),
            (locator.subpart, "分编"),
            (locator.chapter, "章"),
            (locator.section, "节"),
        )
        if number is not None
    ]
    if locator.annex is not None:
        written.append(locator.annex)
    if locator.article is not None:
        number, _, branch = locator.article.partition("-")
        written.append(f"第{_number(int(number))}条" + (f"之{_number(int(branch))}" if branch else ""))
    if locator.paragraph is not None:
        written.append(f"第{_number(locator.paragraph)}款")
    if locator.item is not None:
        number_word = _number(locator.item)
        written.append(f"第{number_word}项" if locator.annex is not None else f"第（{number_word}）项")
    if locator.subitem is not None:
        written.append(f"第{_number(locator.subitem)}目")
    return "".join(written)


def _number(number: int) -> str:
    """Write a number as statutes do; one beyond any statute (BC108) stays in digits."""
    return render_numeral(number) if number <= 9999 else str(number)


def provision_id(title: str, locator: Locator | None = None) -> str:
    """Return a stable identifier: 中华人民共和国刑法/art:133-1/para:1/item:2.

    The title is normalised, levels above the article are left out where an article is stated (an article's number is
    unique in its statute), so that two ways of writing one provision have one identifier.
    """
    parts = [normalise(title)]
    if locator is None:
        return parts[0]
    if locator.article is None:
        parts += _parts(
            ("part", locator.part), ("subpart", locator.subpart), ("ch", locator.chapter), ("sec", locator.section)
        )
    parts += _parts(
        ("annex", normalise(locator.annex) if locator.annex else None),
        ("art", locator.article),
        ("para", locator.paragraph),
        ("item", locator.item),
        ("sub", locator.subitem),
    )
    return "/".join(parts)


def _parts(*levels: tuple[str, int | str | None]) -> list[str]:
    return [f"{name}:{number}" for name, number in levels if number is not None]
