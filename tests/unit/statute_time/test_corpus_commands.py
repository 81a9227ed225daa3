"""`corpus diff` and `corpus verify` on a small index of invented acts."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.corpus_diff import diff
from basischeck.cli.corpus_verify import verify
from basischeck.statute import Index
from basischeck.statute.build import build_corpus
from basischeck.statute.database import build_database
from basischeck.statute.model import Repeal, Statute, Version
from basischeck.statute.shards import write_corpus
from basischeck.statute.verify import check_intervals, check_references

from .acts import act

BODY = [
    "为了加强凤凰管理，保护凤凰资源，制定本法。",
    "凤凰的饲养应当取得许可，许可的有效期为五年。",
    "饲养人应当建立档案，记录来源、数量和去向。",
    "主管部门应当定期检查，检查结果应当公布。",
]
DECISION = "全国人民代表大会常务委员会关于修改《中华人民共和国凤凰法》的决定"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    title = "中华人民共和国凤凰法"
    old = act(title, ["2016年11月7日 某会通过"], [*BODY, "本法自2017年6月1日起施行。"])
    new = [BODY[0], "国家鼓励凤凰保护的科学研究。", BODY[1], BODY[2], BODY[3] + "任何人可以查阅。", "本法自2017年6月1日起施行。"]
    later = act(title, articles=new, source="乙来源", path="乙", promulgated=date(2025, 10, 28))
    steps = ["增加一条，作为第二条：“国家鼓励凤凰保护的科学研究。”", "本决定自2026年1月1日起施行。"]
    decision = act(DECISION, articles=steps, source="乙来源", path="丙", promulgated=date(2025, 10, 28))
    ended = act("凤凰管理条例", ["2001年1月1日 国务院令第900号公布"], [*BODY[:3], "本条例自2001年2月1日起施行。"], path="丁")
    closing = "本条例自2020年1月1日起施行。《凤凰管理条例》同时废止。"
    following = act("凤凰保护条例", ["2019年12月1日 国务院令第901号公布"], ["总则条款之一。", *BODY[1:3], closing], path="戊")
    write_corpus(build_corpus([old, later, decision, ended, following]), folder)
    file = tmp_path_factory.mktemp("index") / "index.sqlite"
    build_database(folder, file)
    return file


def run(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(diff, [*arguments, "--index", str(place)])


def test_the_record_has_a_row_for_each_article(place: Path) -> None:
    result = run(place, "凤凰法", "--from", "2025-12-31", "--to", "2026-01-01", "--format", "json")
    assert result.exit_code == 0, result.output
    record = json.loads(result.output)
    assert [(a["old"], a["new"], a["change"]) for a in record["articles"]] == [
        ("1", "1", "same"),
        (None, "2", "added"),
        ("2", "3", "renumbered"),
        ("3", "4", "renumbered"),
        ("4", "5", "revised"),
        ("5", "6", "renumbered"),
    ]
    assert record["articles"][1]["stated"]
    assert record["from"]["effective"] == "2017-06-01"
    assert record["to"]["effective"] == "2026-01-01"


def test_the_text_lists_what_changed_in_chinese(place: Path) -> None:
    output = run(place, "凤凰法", "--from", "2025-12-31", "--to", "2026-01-01").output
    assert "— → 第二条　新增（修改决定载明）" in output
    assert "第二条 → 第三条　仅条号变动" in output
    assert "第一条 → 第一条" not in output


def test_a_repealed_statute_is_followed_into_its_successor(place: Path) -> None:
    record = json.loads(run(place, "凤凰管理条例", "--into", "凤凰保护条例", "--format", "json").output)
    assert {"old": "2", "new": "2"}.items() <= record["articles"][1].items()
    assert record["into"] == "凤凰保护条例"
    assert all("certain" in a for a in record["articles"])


def test_one_version_on_both_days_is_said_to_be_one(place: Path) -> None:
    record = json.loads(run(place, "凤凰法", "--from", "2018-01-01", "--to", "2019-01-01", "--format", "json").output)
    assert {a["change"] for a in record["articles"]} == {"same"}
    assert "两日施行的是同一版本" in record["notes"]


def test_a_day_before_the_act_is_said_to_be_that(place: Path) -> None:
    output = run(place, "凤凰法", "--from", "2010-01-01", "--to", "2026-01-01").output
    assert "2010年1月1日该法规尚未施行" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["没有的法", "--from", "2020-01-01", "--to", "2021-01-01"], "索引未收录《没有的法》"),
        (["凤凰法"], "请用 --from 和 --to"),
        (["凤凰法", "--from", "2026-01-01", "--to", "2020-01-01"], "晚于"),
        (["凤凰法", "--into", "凤凰保护条例"], "没有《中华人民共和国凤凰法》到《凤凰保护条例》的条文对照"),
        (["凤凰法", "--from", "昨天", "--to", "2020-01-01"], "昨天"),
    ],
)
def test_what_cannot_be_compared_is_one_chinese_error(place: Path, arguments: list[str], message: str) -> None:
    result = run(place, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


def test_a_sound_index_is_verified(place: Path) -> None:
    result = CliRunner().invoke(verify, ["--format", "json", "--index", str(place)])
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["errors"] == 0
    assert "错误 0" in CliRunner().invoke(verify, ["--index", str(place)]).output


def version(effective: date, ended: date | None) -> Version:
    return Version(f"a@{effective}", effective, effective, ended, "公布", None, 0, False)


def statute(*versions: Version, repealed_by: tuple[Repeal, ...] = (), successors: tuple[str, ...] = ()) -> Statute:
    return Statute("a", "甲法", (), None, None, None, versions, repealed_by, successors)


def test_overlaps_and_inversions_are_errors_and_gaps_are_not() -> None:
    first, second = date(2010, 1, 1), date(2015, 1, 1)
    overlap = statute(version(first, date(2016, 1, 1)), version(second, None))
    assert [(f.kind, f.error) for f in check_intervals(overlap)] == [("区间重叠", True)]
    endless = statute(version(first, None), version(second, None))
    assert [f.kind for f in check_intervals(endless)] == ["区间重叠"]
    inverted = statute(version(second, first))
    assert [(f.kind, f.error) for f in check_intervals(inverted)] == [("区间倒置", True)]
    gap = statute(version(first, date(2014, 1, 1)), version(second, None))
    assert [(f.kind, f.error) for f in check_intervals(gap)] == [("区间空缺", False)]


def test_a_successor_that_is_not_in_the_index_is_an_error() -> None:
    found = list(check_references(statute(successors=("b",), repealed_by=(Repeal("", None, None, "来源标注"),)), lambda _: False))
    assert [(f.kind, f.error) for f in found] == [("指向缺失", True), ("废止依据不明", False)]


def test_the_small_index_opens(place: Path) -> None:
    assert Index(place).find("凤凰法") is not None
