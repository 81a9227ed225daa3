"""The powers that a statute's provisions confer, read from its text when the index is built.

`powers_of` reads an article; what it gives are facts（`Power`）, kept in the index without a word of the text.
"""

from basischeck.statute.powers.extract import powers_of, powers_of_text
from basischeck.statute.powers.model import CATEGORIES, Power, PowerCategory

__all__ = ["CATEGORIES", "Power", "PowerCategory", "powers_of", "powers_of_text"]
