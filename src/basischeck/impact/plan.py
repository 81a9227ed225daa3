"""What may be put right in a list unattended, and what is only proposed: frozen types without behaviour."""

from dataclasses import dataclass

from basischeck.rules import Finding

PROPOSED = "只是建议，需要人工决定"
"""The reason of a proposal that is none but what it says."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A stretch of a text and what it is replaced by; `start` and `end` count code points."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One replacement in one cell; `start` and `end` count code points in the cell's own text, where `old` stands.

    `why` is Chinese; `finding` is what the edit answers.
    """

    sheet: str
    cell: str
    row: int
    start: int
    end: int
    old: str
    new: str
    why: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding with a replacement text that somebody has to look at; `reason` says why it was not applied."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits of one list, in order of place, none overlapping, and the proposals that are left."""

    edits: tuple[CellEdit, ...]
    proposals: tuple[Proposal, ...]


class NotSafeError(Exception):
    """A finding that is not put right unattended; the message says why, in Chinese."""
