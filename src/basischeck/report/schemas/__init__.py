"""The shape of the JSON reports as models, and the JSON schemas generated from them (`check.schema.json`)."""

from basischeck.report.schemas.model import CheckReport, FindingRecord, schema_of

__all__ = ["CheckReport", "FindingRecord", "schema_of"]
