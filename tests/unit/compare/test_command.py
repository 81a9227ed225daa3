import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basischeck.cli.main import main
from tests.unit.compare.lists import FOOD, SEED


def _write(path: Path, *rows: tuple[str, ...]) -> str:
    heads = ("事项名称", "权力类型", "设定依据", "部门", "行使层级")
    path.write_text(json.dumps([dict(zip(heads, row, strict=False)) for row in rows], ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    other = ("对无证从事食品生产行为的行政处罚", *FOOD[1:])
    return _write(tmp_path / "市.json", FOOD, SEED), _write(tmp_path / "县.json", other, SEED)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_compare_gives_json_of_the_contract(lists: tuple[str, str]) -> None:
    result = _run("compare", *lists, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (len(found["identical"]), len(found["similar"])) == (1, 1)
    assert found["unique"] == {"市": [], "县": []}


def test_compare_of_one_list_is_refused(lists: tuple[str, str]) -> None:
    result = _run("compare", lists[0])
    assert result.exit_code == 2
    assert "两份或者多份" in result.stderr


def test_a_workbook_needs_a_file(lists: tuple[str, str]) -> None:
    assert _run("compare", *lists, "--format", "xlsx").exit_code == 2


def test_the_suffix_of_the_file_tells_the_format(lists: tuple[str, str], tmp_path: Path) -> None:
    assert _run("compare", *lists, "-o", str(tmp_path / "比较.xlsx")).exit_code == 0
    assert (tmp_path / "比较.xlsx").read_bytes()[:2] == b"PK"
    assert _run("compare", *lists, "-o", str(tmp_path / "比较.json")).exit_code == 0
    assert json.loads((tmp_path / "比较.json").read_text(encoding="utf-8"))["lists"]


def test_what_is_no_comparison_is_no_workbook(lists: tuple[str, str], tmp_path: Path) -> None:
    result = _run("compare", *lists, "--over-time", "-o", str(tmp_path / "前后.xlsx"))
    assert result.exit_code == 2
    assert "只能写成文本或者 .json" in result.stderr


def test_service_items_and_mandated_entries_need_no_basis(lists: tuple[str, str], tmp_path: Path) -> None:
    bare = tmp_path / "目录.json"
    bare.write_text(json.dumps([{"序号": "1", "事项名称": SEED[0], "权力类型": "行政处罚"}], ensure_ascii=False), encoding="utf-8")
    assert _run("compare", lists[0], "--mandated", str(bare)).exit_code == 0
    assert _run("compare", lists[0], str(bare), "--services").exit_code == 0
    assert _run("compare", lists[0], str(bare)).exit_code == 2


def test_merge_writes_a_list_that_merges_to_itself(lists: tuple[str, str], tmp_path: Path) -> None:
    first, second = str(tmp_path / "一.xlsx"), str(tmp_path / "二.xlsx")
    assert _run("merge", *lists, "-o", first).exit_code == 0
    assert _run("merge", first, "-o", second).exit_code == 0
    assert Path(first).read_bytes() == Path(second).read_bytes()


def test_merge_says_which_list_is_the_citys_or_that_none_was_recognised(tmp_path: Path) -> None:
    county, city, other = (
        _write(tmp_path / f"{n}.json", (*FOOD[:3], f"{place}市场监督管理局")) for n, place in enumerate(("县", "市", ""))
    )
    known = _run("merge", county, city, "-o", str(tmp_path / "一.xlsx")).stdout
    assert ("其次采用市级清单的写法" in known, "市级清单：1。" in known) == (True, True)
    unknown = _run("merge", county, other, "-o", str(tmp_path / "二.xlsx")).stdout
    assert ("采用市级清单的写法" in unknown, "没有认出市级清单，有的话用 --city 指明" in unknown) == (False, True)


def test_merge_knows_two_file_types(lists: tuple[str, str], tmp_path: Path) -> None:
    result = _run("merge", *lists, "-o", str(tmp_path / "目录.docx"))
    assert result.exit_code == 2
    assert ".xlsx" in result.stderr


def test_a_missing_mandated_entry_fails(lists: tuple[str, str], tmp_path: Path) -> None:
    catalogue = _write(tmp_path / "下放事项目录.json", ("养老机构设立审批", "行政许可", "《养老机构管理办法》第九条"))
    result = _run("compare", lists[0], "--mandated", catalogue, "--format", "json")
    assert result.exit_code == 1
    assert [finding["rule"] for finding in json.loads(result.stdout)["findings"]] == ["BC801"]


def test_two_states_are_compared(lists: tuple[str, str]) -> None:
    result = _run("compare", *lists, "--over-time", "--from", "2024-01-01", "--to", "2025-01-01", "--format", "json")
    found = json.loads(result.stdout)
    assert found["summary"]["修改"] == 1
    assert [one["field"] for one in found["changes"][0]["fields"]] == ["事项名称"]


def test_one_job_at_a_time(lists: tuple[str, str]) -> None:
    assert _run("compare", *lists, "--levels", "--services").exit_code == 2


def test_no_input_is_written_over(lists: tuple[str, str]) -> None:
    before = Path(lists[0]).read_bytes()
    for arguments in (("merge", *lists, "-o", lists[0]), ("compare", *lists, "--format", "json", "-o", lists[0])):
        result = _run(*arguments)
        assert result.exit_code == 2
        assert "不会覆盖" in result.stderr
    assert Path(lists[0]).read_bytes() == before


def test_a_general_list_may_be_brought_up_to_date_in_place(lists: tuple[str, str], tmp_path: Path) -> None:
    general = str(tmp_path / "通用目录.xlsx")
    assert _run("merge", lists[0], "-o", general).exit_code == 0
    assert _run("merge", general, lists[1], "-o", general).exit_code == 0
