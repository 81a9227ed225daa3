"""The powers that a statute's provisions confer, read from its text when the index is built.

`powers_of` reads an article; what it gives are facts（`Power`）, kept in the index without a word of the text. Names are
imported when first used: whoever only looks powers up in the index should not pay for the reading of texts.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from basischeck.statute.powers.extract import all_powers, powers_of, powers_of_text
    from basischeck.statute.powers.model import CATEGORIES, Power, PowerCategory
    from basischeck.statute.powers.scope import confers_powers

__all__ = ["CATEGORIES", "Power", "PowerCategory", "all_powers", "confers_powers", "powers_of", "powers_of_text"]


def __getattr__(name: str) -> Any:
    """Import an exported name when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "model" if name[0].isupper() else "scope" if name == "confers_powers" else "extract"
    return getattr(import_module(f"{__name__}.{module}"), name)
