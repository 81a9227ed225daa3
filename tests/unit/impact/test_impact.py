"""What changed in law between two days, and the items it touches."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from basischeck.cli.main import main
from tests.unit.cli.test_check import write_list

REPEALED = "《中华人民共和国大气污染防治法》第九十九条第（一）项"
FOOD = "《中华人民共和国食品安全法》第一百二十二条"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["impact", *map(str, args)])


def impact_of(folder: Path, *bases: str, start: str = "2026-08-01", end: str = "2026-11-22") -> dict[str, Any]:
    result = run(write_list(folder, *bases), "--from", start, "--to", end, "--format", "json")
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.output)
    return document


def only(document: dict[str, Any]) -> dict[str, Any]:
    """Return the one touched basis of a document."""
    ((basis,),) = ([basis for item in statute["items"] for basis in item["bases"]] for statute in document["statutes"])
    return basis  # type: ignore[no-any-return]


def test_an_item_on_a_repealed_statute_is_named_with_its_successor_provision(tmp_path: Path) -> None:
    document = impact_of(tmp_path, REPEALED, FOOD)
    (statute,) = document["statutes"]
    assert (statute["change"], statute["day"]) == ("repealed", "2026-08-15")
    assert statute["by"] == {"title": "中华人民共和国生态环境法典", "article": "1242"}
    basis = only(document)
    assert basis["cell"] == "D2"
    assert basis["old"]["citation"] == REPEALED
    assert basis["new"][0]["citation"].startswith("《中华人民共和国生态环境法典》第")
    assert document["summary"]["touched_items"] == 1


def test_nothing_is_touched_where_the_days_see_the_same_law(tmp_path: Path) -> None:
    document = impact_of(tmp_path, REPEALED, start="2026-08-15")
    assert document["statutes"] == []
    assert document["ended_before"] == [{"title": "中华人民共和国大气污染防治法", "bases": 1}]


def test_an_article_that_only_got_another_number_is_followed(tmp_path: Path) -> None:
    # The decision of 2025-10-28 put two new articles before it into 网络安全法.
    document = impact_of(tmp_path, "《网络安全法》第二十一条第二项", start="2025-12-31", end="2026-01-01")
    basis = only(document)
    assert document["statutes"][0]["change"] == "amended"
    assert (basis["change"], basis["similarity"]) == ("renumbered", 1.0)
    assert basis["new"][0]["citation"] == "《中华人民共和国网络安全法》第二十三条第（二）项"


def test_a_paragraph_is_followed_inside_a_revised_article(tmp_path: Path) -> None:
    # Article 18 of 网络安全法 became 19 and lost its second paragraph; the first stayed word for word.
    bases = [f"《网络安全法》第十八条第{number}款" for number in "一二"]
    (statute,) = impact_of(tmp_path, *bases, start="2025-12-31", end="2026-01-01")["statutes"]
    first, second = (item["bases"][0] for item in statute["items"])
    assert (first["change"], first["new"][0]["citation"]) == ("renumbered", "《中华人民共和国网络安全法》第十九条第一款")
    assert (second["change"], second["new"]) == ("deleted", [])


def test_a_paragraph_that_was_written_anew_is_not_called_deleted(tmp_path: Path) -> None:
    # Article 7 of 野生动物保护法 has three 款 since 2022; none of the clauses of the old second one is in them.
    basis = only(impact_of(tmp_path, "《野生动物保护法》第七条第二款", start="2022-01-01", end="2024-01-01"))
    assert basis["change"] == "revised"
    assert [one["citation"] for one in basis["new"]] == ["《中华人民共和国野生动物保护法》第七条"]


def test_an_article_of_an_older_text_is_followed_to_the_last_one_before_its_successor(tmp_path: Path) -> None:
    # Article 76 of 2017 (coral reefs) is 96 of 2023; article 76 of 2023 (dumping) went word for word into article 376.
    written = ["", "（2017年修正）", "（2023年修订）"]
    bases = [f"《海洋环境保护法》{bracket}第七十六条" for bracket in written]
    (statute,) = impact_of(tmp_path, *bases, start="2022-01-01")["statutes"]
    new = [item["bases"][0]["new"][0]["citation"] for item in statute["items"]]
    code = "《中华人民共和国生态环境法典》"
    assert new == [f"{code}第一千二百一十六条", f"{code}第一千二百一十六条", f"{code}第三百七十六条"]


def test_a_bracket_that_names_the_new_text_needs_nothing(tmp_path: Path) -> None:
    text = "《网络安全法》（2025年修正）第二十三条"
    basis = only(impact_of(tmp_path, text, start="2025-12-31", end="2026-01-01"))
    assert basis["already_new"]
    assert basis["old"]["citation"] == "《中华人民共和国网络安全法》第二十一条"


def test_a_bracket_of_a_text_that_is_not_held_gives_no_successor(tmp_path: Path) -> None:
    basis = only(impact_of(tmp_path, "《中华人民共和国固体废物污染环境防治法》（2016年修正）第六十八条"))
    assert basis["change"] == "unknown"
    assert basis["new"] == []
    assert "2016年" in basis["note"]


def test_a_quotation_that_is_not_of_the_cited_article_gives_no_successor(tmp_path: Path) -> None:
    quote = "：从事飞行器租赁的单位应当在每年三月前报告下列事项；逾期不报告的，由登记机关责令改正，并处警告。"
    basis = only(impact_of(tmp_path, f"《中华人民共和国大气污染防治法》第九十九条{quote}"))
    assert basis["change"] == "unknown"
    assert basis["note"]


def test_a_mistyped_title_is_taken_for_what_it_means_and_told_so(tmp_path: Path) -> None:
    basis = only(impact_of(tmp_path, "《中华人民共和国大气污染防冶法》第九十九条"))
    assert basis["title_as_written"] == "中华人民共和国大气污染防冶法"


def test_a_statute_named_in_quoted_text_is_told_apart(tmp_path: Path) -> None:
    text = "《建设项目环境保护管理条例》第二十三条：违反本条例规定的，依照《中华人民共和国大气污染防治法》第九十九条的规定处罚。"
    document = impact_of(tmp_path, text)
    assert only(document)["quoted"]
    assert document["summary"]["touched_items"] == 0
    assert document["summary"]["items_quoting"] == 1


def test_what_is_not_in_the_index_is_counted(tmp_path: Path) -> None:
    document = impact_of(tmp_path, "《某县某事项管理办法》第三条")
    assert document["not_checked"] == [{"title": "某县某事项管理办法", "bases": 1}]


def test_the_text_names_statute_provision_cell_and_item(tmp_path: Path) -> None:
    output = run(write_list(tmp_path, REPEALED), "--from", "2026-08-01", "--to", "2026-11-22").output
    joined = "".join(output.split())
    assert "《中华人民共和国大气污染防治法》2026年8月15日被《中华人民共和国生态环境法典》第一千二百四十二条废止" in joined
    assert "D2对行为1的处罚" in joined


def test_days_in_the_wrong_order_are_one_clear_error(tmp_path: Path) -> None:
    result = run(write_list(tmp_path, FOOD), "--from", "2026-11-22", "--to", "2026-08-01")
    assert result.exit_code == 2
    assert "应当早于" in result.output


# Quoted as a field of .csv, for its line breaks; the words are not those of any text.
UNSEEN = (
    '"《中华人民共和国固体废物污染环境防治法》（2016年修正）第七十五条第一款第（{}）项：\n有下列行为之一的，处以罚款：\n'
    '（{}）{}；\n有前款行为之一的，处一万元以上十万元以下的罚款。"'
)


def test_a_reworded_act_of_a_text_that_is_not_held_is_proposed_by_what_it_is_about(tmp_path: Path) -> None:
    basis = only(impact_of(tmp_path, UNSEEN.format("九", "九", "让旅客与危险废物同在一个运输工具上载运")))
    (new,) = basis["new"]
    assert new["citation"] == "《中华人民共和国生态环境法典》第一千一百七十五条第一款第（九）项"
    assert (basis["change"], new["certain"]) == ("unknown", False)
    assert 0.5 <= new["similarity"] <= 0.85
    assert "按清单的引文比对" in new["how"]
    assert "没有掌握" in basis["note"]


def test_only_the_cited_item_of_a_quotation_leads_anywhere(tmp_path: Path) -> None:
    both = "任何人在夜间奏乐扰民；\n（九）让旅客与危险废物同在一个运输工具上载运"
    assert only(impact_of(tmp_path, UNSEEN.format("八", "八", both)))["new"] == []


def test_words_that_no_penalty_is_like_lead_nowhere_and_the_reason_and_the_place_to_look_are_said(tmp_path: Path) -> None:
    basis = only(impact_of(tmp_path, UNSEEN.format("九", "九", "任何人在夜间奏乐扰民的")))
    assert basis["new"] == []
    assert "没有与清单的文字足够相近的处罚条款" in basis["note"]
    assert "违反固体废物污染防治规定" in basis["note"]


def test_a_wrong_that_was_reworded_throughout_has_candidates_to_be_checked_and_none_that_is_claimed(tmp_path: Path) -> None:
    words = "不向环保部门申报登记危险废物的"
    basis = only(impact_of(tmp_path, UNSEEN.format("二", "二", words)))
    assert basis["new"] == []
    articles = [one["citation"] for one in basis["candidates"]]
    assert "《中华人民共和国生态环境法典》第一千一百七十五条第一款第（二）项" in articles
    weights = [one["weight"] for one in basis["candidates"]]
    assert weights == sorted(weights, reverse=True)
    assert len({one.partition("条")[0] for one in articles}) == len(articles) <= 3


def test_candidates_are_told_as_such_under_the_place_that_they_are_for(tmp_path: Path) -> None:
    file = write_list(tmp_path, UNSEEN.format("二", "二", "不向环保部门申报登记危险废物的"))
    lines = run(file, "--from", "2026-08-01", "--to", "2026-11-22").output.splitlines()
    at = next(n for n, line in enumerate(lines) if "候选条文（最可能的在前），须人工核对" in line)
    assert "第七十五条第一款第（二）项" in "".join(lines[at - 2 : at])
    assert lines[at + 1].strip().startswith("1. 《中华人民共和国生态环境法典》第一千")
    assert not any("可能是" in line for line in lines)


def test_a_provision_that_is_proposed_has_no_candidates_beside_it(tmp_path: Path) -> None:
    basis = only(impact_of(tmp_path, UNSEEN.format("九", "九", "让旅客与危险废物同在一个运输工具上载运")))
    assert basis["new"]
    assert basis["candidates"] == []


def test_words_that_nothing_is_like_have_no_candidates(tmp_path: Path) -> None:
    assert only(impact_of(tmp_path, UNSEEN.format("九", "九", "任何人在夜间奏乐扰民的")))["candidates"] == []


def test_the_items_name_leads_where_the_quotation_says_too_little(tmp_path: Path) -> None:
    basis = UNSEEN.format("二", "二", "有上述情况的")
    file = tmp_path / "清单.csv"
    names = ("某行为", "对不向环保部门申报登记危险废物的处罚")
    file.write_text("序号,事项名称,权力类型,设定依据\n" + "".join(f"{n},{name},行政处罚,{basis}\n" for n, name in enumerate(names)), encoding="utf-8")
    result = run(file, "--from", "2026-08-01", "--to", "2026-11-22", "--format", "json")
    (statute,) = json.loads(result.output)["statutes"]
    without, named = ([one["citation"] for one in item["bases"][0]["candidates"]] for item in statute["items"])
    wanted = "《中华人民共和国生态环境法典》第一千一百七十五条第一款第（二）项"
    assert wanted in named
    assert wanted not in without


def test_the_duty_that_a_quoted_wrong_breaks_is_named_as_no_penalty(tmp_path: Path) -> None:
    words = "对暂时不利用、不能利用的工业固体废物，没有建设贮存设施、场所，没有安全分类存放，没有采取无害化处置措施的"
    basis = only(impact_of(tmp_path, UNSEEN.format("二", "二", words)))
    assert basis["new"] == []
    assert "该款没有规定处罚" in basis["note"]


def test_a_name_leads_where_nothing_is_quoted_with_less_confidence(tmp_path: Path) -> None:
    name, words = "对让旅客与危险废物同在一个运输工具上载运的处罚", "《固体废物污染环境防治法》（2016年修正）第七十五条第一款第九项"
    file = tmp_path / "清单.csv"
    file.write_text(f"序号,事项名称,权力类型,设定依据\n1,{name},行政处罚,{words}\n", encoding="utf-8")
    result = run(file, "--from", "2026-08-01", "--to", "2026-11-22", "--format", "json")
    (new,) = only(json.loads(result.output))["new"]
    assert new["citation"].endswith("第一千一百七十五条第一款第（九）项")
    assert "事项名称" in new["how"]
    assert new["similarity"] < 0.7


def test_a_proposal_by_words_is_told_as_one(tmp_path: Path) -> None:
    file = write_list(tmp_path, UNSEEN.format("九", "九", "让旅客与危险废物同在一个运输工具上载运"))
    told = "".join(run(file, "--from", "2026-08-01", "--to", "2026-11-22").output.split())
    assert "可能是《中华人民共和国生态环境法典》第一千一百七十五条第一款第（九）项" in told
    assert "已收录的旧文本中没有所抄的文字，请核实" in told


def test_what_was_deleted_before_is_no_change_of_these_days(tmp_path: Path) -> None:
    # Article 22 of 海洋环境保护法 of 2017 was left out in 2023; the act itself was repealed in 2026.
    old = "《中华人民共和国海洋环境保护法》（2017年修正）第二十二条"
    basis = only(impact_of(tmp_path, old))
    assert basis["change"] == "deleted"
    assert "更早的修改中已经删去" in basis["note"]
    assert "更早的修改中已经删去" in run(write_list(tmp_path, old), "--from", "2026-08-01", "--to", "2026-11-22").output
