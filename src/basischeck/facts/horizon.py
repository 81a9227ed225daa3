"""How far ahead coming changes of law are told."""

HORIZON = 90
"""What changes in law within so many days is told beforehand, where the configuration names no other number."""
