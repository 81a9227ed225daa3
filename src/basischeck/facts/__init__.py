"""Items, citations and statutes to the fact tables that rules see."""

from basischeck.facts.build import Facts, build_facts
from basischeck.facts.columns import TABLE_DOCS, TABLES, Column, Scope
from basischeck.facts.frames import frame, schema

__all__ = ["TABLES", "TABLE_DOCS", "Column", "Facts", "Scope", "build_facts", "frame", "schema"]
