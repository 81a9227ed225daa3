"""What options may be: known without importing the rules, so that a help page is there at once."""

FORMATS = ("text", "json", "jsonl", "sarif", "github", "xlsx", "html")
SEVERITIES = ("error", "warning", "info")
PROFILES = ("basic", "standard", "strict")
SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".json", ".jsonl")
"""What lists are called: what is read is told by the content."""
MARKED_SHEETS = frozenset({"核查结果", "核查统计"})
"""The sheets that an annotated workbook has besides those of the list."""
