"""The shape of all JSON that the commands write as models, and the JSON schemas generated from them (`*.schema.json`).

After a change: `python -m basischeck.report.schemas` writes the schema files anew.
"""

from pydantic import BaseModel

from basischeck.report.schemas.check import CheckReport, FindingRecord
from basischeck.report.schemas.cite import CiteLine
from basischeck.report.schemas.compare import CompareReport, LevelsReport, MandatedReport, MergeReport, OverTimeReport
from basischeck.report.schemas.corpus import CorpusDiff, CorpusInfo, CorpusSearch, CorpusShow, CorpusVerify
from basischeck.report.schemas.coverage import CoverageReport
from basischeck.report.schemas.impact import FixLog, ImpactReport
from basischeck.report.schemas.record import Record, schema_of
from basischeck.report.schemas.tool import BaselineFile, FactTables, RuleList, RuleRecord

SCHEMAS: dict[str, tuple[type[BaseModel], str]] = {
    "check": (CheckReport, "basischeck check --format json"),
    "finding": (FindingRecord, "basischeck check --format jsonl，每行一个"),
    "cite": (CiteLine, "basischeck cite --format json，每行一个"),
    "corpus-show": (CorpusShow, "basischeck corpus show --format json"),
    "corpus-search": (CorpusSearch, "basischeck corpus search --format json"),
    "corpus-info": (CorpusInfo, "basischeck corpus info --format json"),
    "corpus-diff": (CorpusDiff, "basischeck corpus diff --format json"),
    "corpus-verify": (CorpusVerify, "basischeck corpus verify --format json"),
    "compare": (CompareReport, "basischeck compare --format json"),
    "compare-mandated": (MandatedReport, "basischeck compare --mandated 目录 --format json"),
    "compare-over-time": (OverTimeReport, "basischeck compare --over-time --format json"),
    "compare-levels": (LevelsReport, "basischeck compare --levels、--services --format json"),
    "merge": (MergeReport, "basischeck merge -o 文件.json"),
    "coverage": (CoverageReport, "basischeck coverage --format json"),
    "impact": (ImpactReport, "basischeck impact --format json"),
    "fix": (FixLog, "basischeck fix --format json 和改动记录.json"),
    "rule-list": (RuleList, "basischeck rule list --format json"),
    "rule": (RuleRecord, "basischeck rule show 编号 --format json"),
    "facts": (FactTables, "basischeck facts --format json"),
    "baseline": (BaselineFile, "basischeck check --write-baseline 写出的基线"),
}
"""Schema name → its model, and the command that writes such a document."""

__all__ = ["SCHEMAS", "CheckReport", "FindingRecord", "Record", "schema_of"]
