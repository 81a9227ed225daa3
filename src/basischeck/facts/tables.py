"""The shipped tables in YAML, kept as JSON: the import of a YAML reader alone takes longer than the use of a table."""

from typing import Any

from basischeck.data import data_dir
from basischeck.kept import digest, keep, read_kept

_KIND = "tables"


def shipped_table(name: str) -> Any:
    """Return what `rules/competence/NAME` holds; YAML is read only where the file is new or changed."""
    text = (data_dir("rules") / "competence" / name).read_bytes()
    entries = read_kept(_KIND, digest(text))
    if entries is None:
        from ruamel.yaml import YAML

        entries = YAML(typ="safe").load(text)
        keep(_KIND, digest(text), entries)
    return entries
