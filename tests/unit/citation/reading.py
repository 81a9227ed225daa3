"""Short writing of what was read, so that a test's expectation is one line."""

from basischeck.citation import Citation, Locator, NameSet, parse
from basischeck.citation.render import render

_SIGNS = (
    ("part", "编"),
    ("subpart", "分编"),
    ("chapter", "章"),
    ("section", "节"),
    ("annex", ""),
    ("article", ""),
    ("paragraph", "款"),
    ("item", "项"),
    ("subitem", "目"),
)


def place(locator: Locator) -> str:
    """Write a locator as 124-1.1款.2项."""
    return ".".join(f"{getattr(locator, level)}{sign}" for level, sign in _SIGNS if getattr(locator, level) is not None)


def name(citation: Citation) -> str:
    """Write whom a citation is of: 《A》, a bare name, 本, or the relative word."""
    if citation.title is not None:
        return f"《{citation.title}》" if citation.bracketed else citation.title
    return "本" if citation.self_reference else citation.relative or ""


def read(text: str, names: NameSet | None = None) -> str:
    """Write all that was read: 《A》3 《A》5.2款, quoted references in [ ]."""
    written = []
    for citation in parse(text, names).citations:
        places = [place(locator) for locator in citation.locators] or [""]
        sign = "[{}]" if citation.quoted else "{}"
        written += [sign.format(name(citation) + one) for one in places]
    return " ".join(written)


def codes(text: str) -> list[str]:
    """List the codes of the diagnostics, in order."""
    return [found.code for found in parse(text).diagnostics]


def suggestions(text: str) -> list[str | None]:
    """List the corrections, in order."""
    return [found.suggestion for found in parse(text).diagnostics]


def bases(text: str) -> list[tuple[str | None, str, str]]:
    """Return the bases of a text: title, provisions, and what each quotes."""
    found = []
    for citation in parse(text).citations:
        if not citation.quoted:
            quote = text[slice(*citation.quote)] if citation.quote else ""
            provisions = "、".join(render(None, locator) for locator in citation.locators)
            found.append((citation.antecedent or citation.title, provisions, quote))
    return found
