"""What `check` says of a list beside others that the configuration names: mandated lists, peers, service items, levels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from basischeck.catalog.model import ListFile
from basischeck.cli.lists import read_lists
from basischeck.cli.settings import Settings

if TYPE_CHECKING:
    from basischeck.compare.basis import BasisReader
    from basischeck.compare.levels import LevelProblem
    from basischeck.rules import Finding, Rule

_LEVEL = "行使层级"


@dataclass(frozen=True, slots=True)
class Others:
    """The lists that a list is held against. `level` is at which level the list itself is kept（县级）."""

    mandated: list[ListFile] = field(default_factory=list)
    peers: list[ListFile] = field(default_factory=list)
    services: list[ListFile] = field(default_factory=list)
    level: str = ""

    @property
    def scopes(self) -> set[str]:
        """The tables of which rows can come."""
        return {"peer", *(("mandated",) if self.mandated else ())}


def read_others(settings: Settings) -> Others:
    """Read the lists that the configuration names. Raises InputError (exit 2) with all that cannot be read."""
    return Others(
        read_lists([str(path) for path in settings.mandated], settings, founded=False),
        read_lists([str(path) for path in settings.peers], settings),
        read_lists([str(path) for path in settings.services], settings, founded=False),
        settings.level or "",
    )


def agreement_findings(
    lists: Sequence[ListFile], others: Others, rules: "Sequence[Rule]", reader: "Callable[[], BasisReader]"
) -> "list[Finding]":
    """Return what the rules BC8 and BC9 find: what is mandated and missing, not divided, or another thing elsewhere."""
    if not (others.mandated or others.peers or others.services or _has_levels(lists)):
        return []
    # Comparing is imported for lists that there is something to compare with.
    from basischeck.compare.findings import of_levels, of_mandated
    from basischeck.compare.mandated import check_mandated

    read = reader()
    found = of_mandated(check_mandated(lists, others.mandated, read), rules) if others.mandated else []
    return found + of_levels(_problems(lists, others, read), rules)


def _has_levels(lists: Sequence[ListFile]) -> bool:
    return any(_LEVEL in item.fields or _LEVEL in item.also for read in lists for item in read.items)


def _problems(lists: Sequence[ListFile], others: Others, reader: "BasisReader") -> "list[LevelProblem]":
    from basischeck.compare.compare import compare_lists
    from basischeck.compare.levels import against_services, between_levels, within_list

    problems = [one for read in lists for one in within_list(read, reader)]
    for read in lists:
        for peer in others.peers:
            problems.extend(between_levels(compare_lists([read, peer], reader), reader, (others.level,)))
    if others.services:
        problems.extend(against_services(lists, others.services, reader))
    return problems
