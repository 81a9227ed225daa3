"""Build hook of the wheel: turns the records of corpus/ into the database that is opened, so that no user waits for it.

An editable install gets none: there the database is built on first use, into the user's cache folder. What it gets instead is
its modules compiled, as pip compiles those of a wheel: where Python is told to write no bytecode, every run would compile them.
"""

import compileall
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexBuildHook(BuildHookInterface):
    """Adds `_data/corpus/index.sqlite` to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the database and include it; `version` is "editable" for editable installs."""
        root = Path(self.root)
        corpus = root / "corpus"
        if version == "editable":
            compileall.compile_dir(root / "src" / "basischeck", quiet=2)
        if version == "editable" or self.target_name != "wheel" or not (corpus / "manifest.json").is_file():
            return
        sys.path.insert(0, str(root / "src"))
        try:
            from basischeck.statute.database import build_database
        finally:
            sys.path.pop(0)
        self._scratch = tempfile.TemporaryDirectory(prefix="basischeck-index-")
        file = Path(self._scratch.name) / "index.sqlite"
        build_database(corpus, file)
        build_data["force_include"][str(file)] = "basischeck/_data/corpus/index.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop the scratch folder."""
        scratch = getattr(self, "_scratch", None)
        if scratch is not None:
            scratch.cleanup()
