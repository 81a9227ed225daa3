"""Indexes for the rule cases: the embedded one, and one built from the invented statutes in statutes/."""

from pathlib import Path

import pytest

from basischeck.statute import Index, open_index
from basischeck.statute.build import build_corpus
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.shards import write_corpus


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Index]:
    """Give the indexes that a case may name: none is the embedded one, "invented" the one with invented statutes."""
    folder = tmp_path_factory.mktemp("invented")
    report = BuildReport()
    documents = read_sources([Path(__file__).parent / "statutes"], report, lambda _: None)
    write_corpus(build_corpus(documents, report), folder)
    return {"": open_index(), "invented": open_index(folder)}
