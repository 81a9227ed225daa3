from dataclasses import replace

from basischeck.report.github import to_github
from tests.unit.report.results import finding, result_of, small_result


def test_each_severity_has_its_command_and_the_gravest_come_first() -> None:
    lines = to_github(small_result()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::notice", "::notice"]


def test_an_annotation_names_file_row_and_rule() -> None:
    line = to_github(small_result()).splitlines()[0]
    assert line.startswith("::error file=清单.xlsx,line=4,title=BC203 问题BC203::某局权责清单!D4：某事项许可%0A")


def test_what_github_would_read_as_syntax_is_escaped() -> None:
    odd = replace(finding(message="100%\n::error::假的"), title="甲:乙,丙")
    lines = to_github(result_of(small_result().lists[0], [odd])).splitlines()
    assert len(lines) == 2
    assert "title=BC203 甲%3A乙%2C丙::" in lines[0]
    assert "100%25%0A::error::假的" in lines[0]


def test_the_last_line_counts_what_was_not_checked() -> None:
    assert "没有核对" in to_github(small_result()).splitlines()[-1]


def test_more_than_github_shows_is_said() -> None:
    small, many = (to_github(result_of(small_result().lists[0], [finding()] * count)) for count in (10, 11))
    assert "只显示 10 条" not in small
    assert "只显示 10 条" in many.splitlines()[-1]
    assert len(many.splitlines()) == 12
