"""The index against the lists of the sources, and the titles of real lists against the index."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from basischeck.citation import parse
from basischeck.statute import Index, normalise_title, open_index


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index()


def test_status_agrees_with_the_official_list_for_98_of_100_titles(shared: Path, index: Index) -> None:
    day = date(2025, 4, 10)
    agreed, rows = 0, 0
    with (shared / "statutes" / "flk-docx-2025-04.csv").open(encoding="utf-8-sig") as stream:
        for row in csv.DictReader(stream):
            status = index.status(index.find(row["法规名称"]), day)
            wanted = {"已修改": ("有效", "已废止")}.get(row["时效性"], (row["时效性"],))
            agreed += status in wanted
            rows += 1
    assert rows > 400
    assert agreed / rows >= 0.98


def test_titles_of_real_lists_are_found_by_their_form_alone(shared: Path, index: Index) -> None:
    titles: Counter[str] = Counter()
    for line in (shared / "catalogs" / "basis_strings.tsv").read_text(encoding="utf-8").splitlines():
        for citation in parse(line.partition("\t")[0].replace("\\n", "\n")).citations:
            if citation.title and not citation.quoted:
                titles[citation.title] += 1
    found = {title: index.find(title, region="新疆维吾尔自治区") for title in titles}
    assert sum(count for title, count in titles.items() if found[title]) / titles.total() > 0.65
    for title, statute in found.items():
        if statute is not None:
            own = {normalise_title(name) for name in (statute.title, *statute.aliases)}
            assert any(normalise_title(title) in name or name in normalise_title(title) for name in own), title
