"""Citations as they are written in the wild."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from basischeck.citation import ParsedText, parse


@pytest.fixture(scope="module")
def strings(shared: Path) -> list[ParsedText]:
    lines = (shared / "catalogs" / "basis_strings.tsv").read_text(encoding="utf-8").split("\n")
    return [parse(line.split("\t")[0].replace("\\n", "\n")) for line in lines if line]


def test_annotated_references_are_found_and_nothing_else_is(shared: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, str(shared / "citations" / "score.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    score = json.loads(done.stdout.splitlines()[-1])
    assert score["article"]["f1"] >= 0.99
    assert score["full"]["f1"] >= 0.98
    assert score["full"]["snippet_exact"] >= 0.93


def test_every_code_point_of_every_basis_string_is_accounted_for(strings: list[ParsedText]) -> None:
    for parsed in strings:
        assert "".join(parsed.text[slice(*segment.span)] for segment in parsed.segments) == parsed.text


def test_hardly_a_basis_string_has_an_unread_locator(strings: list[ParsedText]) -> None:
    unread = [parsed for parsed in strings if any(found.code in ("BC112", "BC113") for found in parsed.diagnostics)]
    assert len(unread) <= 0.005 * len(strings)


def test_almost_every_basis_with_a_tag_has_its_locators(strings: list[ParsedText]) -> None:
    tagged = [cited for parsed in strings for cited in parsed.citations if cited.level_tag in ("法律", "法规", "规章")]
    assert sum(not cited.locators for cited in tagged) <= 0.01 * len(tagged)


def test_a_heading_below_the_first_line_is_never_left_without_its_statute(strings: list[ParsedText]) -> None:
    lost = [
        cited
        for parsed in strings
        for cited in parsed.citations
        if "\n" in parsed.text[: cited.span[0]] and not (cited.quoted or cited.title or cited.document_number)
    ]
    assert lost == []
