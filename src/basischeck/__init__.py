"""basischeck checks lists of administrative powers (权责清单) against the statutes they cite."""

__version__ = "0.1.0"
