"""Regular expressions that are compiled when they are first used.

A run needs a third of those that its modules hold, and compiling is most of what importing these modules costs.
"""

import re
from typing import TYPE_CHECKING, Any

_OWN = ("match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer", "pattern", "flags", "groups", "groupindex")


class _Pattern:
    """Stands for `re.compile(pattern, flags)`, and is it but for its type once something of it has been asked for."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag = 0) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OWN:
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        for own in _OWN:
            setattr(self, own, getattr(compiled, own))
        return getattr(compiled, name)


if TYPE_CHECKING:

    def regex(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return what `re.compile` would; a fault of the expression shows at its first use."""
        raise NotImplementedError

else:
    regex = _Pattern
