"""`basischeck cite` as its users call it."""

import json

from click.testing import CliRunner

from basischeck.cli.cite import cite


def test_each_line_of_standard_input_gives_one_line_of_json() -> None:
    done = CliRunner().invoke(cite, [], input="《甲法》第三条\n\n没有引用\n")
    assert done.exit_code == 0
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["text"] for line in lines] == ["《甲法》第三条", "", "没有引用"]
    assert [len(line["citations"]) for line in lines] == [1, 0, 0]


def test_a_dash_is_standard_input() -> None:
    done = CliRunner().invoke(cite, ["-"], input="《甲法》第三条\n")
    assert json.loads(done.stdout)["citations"][0]["title"] == "甲法"


def test_a_written_line_break_is_one_and_keeps_the_places_of_the_line() -> None:
    line = "《甲法》（2020年修订）\\n    第三条：应当公示。\\n    第五条：应当备案。"
    done = CliRunner().invoke(cite, [], input=line + "\n")
    read = json.loads(done.stdout)
    assert read["text"] == line
    assert [line[slice(*cited["locators"][0]["span"])] for cited in read["citations"]] == ["第三条", "第五条"]
    assert [line[slice(*cited["quote"])] for cited in read["citations"]] == ["应当公示。", "应当备案。"]


def test_arguments_are_shown_for_reading() -> None:
    done = CliRunner().invoke(cite, ["《甲法》第三条至第四条", "《甲法》》第五条"])
    assert "《甲法》第三条" in done.stdout
    assert "《甲法》第四条" in done.stdout
    assert "BC102" in done.stdout


def test_the_statistics_account_for_every_code_point() -> None:
    done = CliRunner().invoke(cite, ["--stats", "--format", "json"], input="【法律】《甲法》第三条：应当\n其他\n")
    counted = json.loads(done.stdout)
    assert (counted["texts"], counted["code_points"], counted["unaccounted"]) == (2, 16, 0)
    assert counted["segments"]["quote"] == 2


def test_input_that_is_not_utf8_is_one_clear_error() -> None:
    done = CliRunner().invoke(cite, [], input="《甲法》".encode("gb18030"))
    assert done.exit_code == 2
    assert "UTF-8" in done.stderr
