import re

from click.testing import CliRunner

from basischeck.cli.main import main
from basischeck.compare import compare_lists
from basischeck.compare.model import Comparison
from basischeck.report.compare_html import to_html
from tests.unit.compare.lists import FOOD, SEED, a_list, reader

OTHER = ("对无证从事食品生产行为的行政处罚", *FOOD[1:])
ONLY = ("<b>粮食收购</b>备案", "其他职权", "《粮食流通管理条例》第九条", "市发展改革委", "市级")


def three_lists() -> Comparison:
    """Return a comparison with one entry of each kind, and a category that only one list has."""
    return compare_lists(
        [a_list(FOOD, SEED, file="市.json"), a_list(OTHER, SEED, file="县一.json"), a_list(OTHER, SEED, ONLY, file="县二.json")],
        reader(),
    )


def test_the_page_shows_bars_of_agreement_by_category_and_department() -> None:
    page = to_html(three_lists())
    labels = re.findall(r'<svg class="bar" role="img" aria-label="(.*?)"', page)
    assert labels[0] == "一致 3，相似 3，独有 1"
    assert "一致 3，不一致 3（相似 3）" in labels
    assert labels.count("不一致 1（独有 1）") == 2


def test_shares_are_as_exact_below_as_above() -> None:
    page = to_html(three_lists())
    assert page.count("42.9%") == 1
    assert ">50.0%<" in page
    assert not re.search(r">\d+%<", page)


def test_a_list_that_states_no_basis_is_said_to_state_none() -> None:
    bare = (FOOD[0], FOOD[1], "", *FOOD[3:])
    for lists in ([FOOD, bare], [bare, FOOD]):
        page = to_html(compare_lists([a_list(row, SEED, file=f"{n}.json") for n, row in enumerate(lists)], reader()))
        assert "一方没有写依据的 1 组" in page
        assert page.count("者没有写依据") == 1
    assert "没有写依据" not in to_html(three_lists())


def test_every_entry_is_in_the_markup_once_with_what_differs() -> None:
    page = to_html(three_lists())
    kinds = re.findall(r"<article data-k=([isu]) ", page)
    assert sorted(kinds) == ["i", "s", "u"]
    assert "<b>名称</b>：" in page
    assert "&lt;b&gt;粮食收购&lt;/b&gt;备案" in page
    assert not re.search(r"""(src|href)=["']?(https?:|//)|@import|url\(""", page)


def test_three_lists_are_also_counted_in_pairs() -> None:
    page = to_html(three_lists())
    assert re.search(r"<td>县一 与 县二</td><td class=\"n\">2</td>", page)


def test_the_command_writes_a_page_to_a_file_only() -> None:
    told = CliRunner().invoke(main, ["compare", "甲.json", "乙.json", "--format", "html"])
    assert told.exit_code == 2
    assert "-o" in told.output
