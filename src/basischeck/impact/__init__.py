"""What a change of law means for a list: which items it touches, and which of their cells can be put right unattended."""

from basischeck.impact.impact import find_impact
from basischeck.impact.model import Impact, ItemImpact, ProvisionChange, StatuteChange, Successor, TouchedBasis

__all__ = ["Impact", "ItemImpact", "ProvisionChange", "StatuteChange", "Successor", "TouchedBasis", "find_impact"]
