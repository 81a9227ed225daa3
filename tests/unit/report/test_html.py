import json
import re
import zlib
from base64 import b64decode
from dataclasses import replace

from basischeck.report.html import to_html
from basischeck.report.html_data import departments
from basischeck.report.html_problems import lay_out
from basischeck.rules import load_rules
from tests.unit.report.results import finding, result_of, small_result


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = to_html(small_result(), load_rules())
    assert not re.search(r"""(src|href)=["']?(https?:|//)|@import|url\(""", page)


def test_every_finding_is_in_the_markup_without_scripts() -> None:
    page = to_html(small_result())
    assert len(re.findall(r"<li class=[ewi]>", page)) == 4
    assert "《某法》没有第九十九条：现行文本为第一条至第十条。" in page
    assert "建议写作：第九条" in page


def test_text_of_a_list_cannot_become_markup() -> None:
    odd = finding(name="<script>alert(1)</script>", message="a<b & \"c\"", department="</section>")
    page = to_html(result_of(small_result().lists[0], [odd]))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "a&lt;b &amp; &#34;c&#34;" in page


def test_the_depth_table_counts_founding_bases_by_department_and_category() -> None:
    page = to_html(small_result())
    rows = re.findall(r"<tr>(?:<td rowspan=\"2\">某局</td>)?<td>(.*?)</td><td class=\"n\">(\d*)</td>", page)
    assert rows == [("行政处罚", "1"), ("行政许可", "1")]


def test_a_list_without_findings_says_so() -> None:
    assert "没有发现问题" in to_html(result_of(small_result().lists[0], []))


def test_the_page_states_what_the_index_is_current_to_and_what_was_not_checked() -> None:
    page = to_html(small_result())
    assert "某来源 2026-07-31" in page
    assert "不属于事项的行" in page


def test_departments_with_most_errors_come_first() -> None:
    findings = [finding(department="甲局", severity="warning"), finding(department="乙局"), finding(department="乙局", row=5)]
    page = to_html(result_of(small_result().lists[0], findings))
    assert page.index("<h3>乙局") < page.index("<h3>甲局")


def test_the_statutes_of_findings_have_a_time_line() -> None:
    page = to_html(small_result())
    assert "<b>《某法》</b>" in page
    assert "2020年1月1日起施行" in page
    assert "核查日 2026-11-22" in page


def test_the_explanation_of_a_rule_is_linked_where_it_found_something() -> None:
    rule = next(rule for rule in load_rules() if rule.id == "BC203")
    page = to_html(result_of(small_result().lists[0], [replace(finding(), rule=rule.id)]), [rule])
    assert f'<details id="{rule.id}">' in page
    assert f'<a href=#{rule.id}>' in page


def test_more_problems_than_a_page_can_hold_are_packed_and_counted() -> None:
    findings = [finding(row=row, name=f"第{row}项", department=f"第{row % 3}局") for row in range(3, 63)]
    groups = departments(result_of(small_result().lists[0], findings))
    laid = lay_out(groups, lambda group: f"<p>{group.first.location.row}：一样的文字</p>", plain=900)
    later = json.loads(zlib.decompress(b64decode(laid.packed)))
    assert len(zlib.decompress(b64decode(laid.packed))) == laid.size
    rows = [re.findall(r"<p>(\d+)：", shown + more) for (_, shown), more in zip(laid.shown, later, strict=True)]
    assert [list(map(int, each)) for each in rows] == [[g.first.location.row for g in department.groups] for department in groups]
    assert laid.rest == sum(more.count("<p>") for more in later) > 0
    assert sum(len(shown.encode()) for _, shown in laid.shown) <= 900
