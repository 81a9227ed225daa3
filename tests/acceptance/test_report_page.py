"""The page in a browser: what is packed, what filters do, what a keyboard reaches, what comes out on paper."""

import io
import random
import re
import shutil
import subprocess
import zlib
from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from basischeck.catalog import read_bytes
from basischeck.cli.check import run_check
from basischeck.cli.formats import Report, write_reports
from basischeck.report import CheckResult, compare_html
from basischeck.report.html import to_html
from basischeck.rules import load_rules
from tests.unit.report.results import finding, result_of, small_result
from tests.unit.report.test_compare_html import three_lists

TEN = (
    "环境保护法", "环境影响评价法", "海洋环境保护法", "大气污染防治法", "水污染防治法", "土壤污染防治法",
    "固体废物污染环境防治法", "噪声污染防治法", "放射性污染防治法", "清洁生产促进法",
)  # fmt: skip
DAY = date(2026, 11, 22)
_SHOWN = "[...document.querySelectorAll('article li')].filter(li => li.checkVisibility()).length"


def many_findings(number: int, letters: int) -> CheckResult:
    """Return a result with long findings no two of which are alike, in fifty departments."""
    random_letters = random.Random(7)  # noqa: S311 - nothing secret
    alphabet = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
    found = []
    for n in range(number):
        message = "".join(random_letters.choices(alphabet, k=letters))
        one = finding(
            f"BC{200 + n % 40}", ("error", "warning", "info")[n % 3], f"D{n + 3}", n + 3, name=f"对第{n // 3}种行为的处罚",
            department=f"第{n % 50}局", message=f"《某部名称很长的法律》：{message}。",
        )  # fmt: skip
        found.append(one)
    return result_of(small_result().lists[0], found)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[CheckResult, Path]:
    """A page of 5,000 findings of 450 bytes of text each, in which nothing is said twice."""
    result = many_findings(5000, 140)
    target = tmp_path_factory.mktemp("large") / "page.html"
    write_reports(result, [], [Report("html", target)])
    return result, target


def opened(browser: Any, target: Path, width: int = 1280) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(target.as_uri())
    page.wait_for_function("!document.getElementById('filters').hidden")
    return page


def test_what_is_packed_comes_out_byte_for_byte(browser: Any) -> None:
    script = (Path(__file__).parents[2] / "src/basischeck/report/templates/inflate.js").read_text(encoding="utf-8")
    page = browser.new_page()
    page.set_content("<p></p>")
    page.add_script_tag(content=script)
    noise = random.Random(1)  # noqa: S311 - nothing secret
    samples = [
        b"", b"a", b"a" * 100_000, noise.randbytes(70_000), ("《某法》第三条；" * 5000).encode(),
        bytes(noise.choices(b"abcdefgh<>", k=200_000)), b"".join(b"%d," % n for n in range(60_000)),
    ]  # fmt: skip
    unfold = """([text, size]) => {
      const out = inflate(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), size);
      let text_out = ""; for (let i = 0; i < out.length; i += 5000) text_out += String.fromCharCode(...out.subarray(i, i + 5000));
      return btoa(text_out); }"""
    for sample in samples:
        for level in (0, 1, 6, 9):
            packed = b64encode(zlib.compress(sample, level)).decode()
            assert page.evaluate(unfold, [packed, len(sample)]) == b64encode(sample).decode()
    page.close()


def test_a_page_of_5000_findings_no_two_alike_is_below_three_megabytes(large: tuple[CheckResult, Path]) -> None:
    assert large[1].stat().st_size < 3_000_000


def test_5000_findings_are_all_there_and_filter(large: tuple[CheckResult, Path], browser: Any) -> None:
    result, target = large
    page = opened(browser, target)
    page.click("button[type=reset]")
    assert page.text_content("output").startswith("显示 5000 / 5000 处")
    assert page.evaluate("document.querySelectorAll('article li').length") == 5000
    said = page.evaluate("[...document.querySelectorAll('article li')].map(li => li.textContent).join('\\n')")
    assert all(one.message in said for one in result.findings)
    page.uncheck("input[value=w]")
    page.uncheck("input[value=i]")
    errors = sum(one.severity == "error" for one in result.findings)
    page.wait_for_function(f"document.querySelector('output').textContent.startsWith('显示 {errors} ')")
    page.close()


def test_where_no_script_runs_the_page_says_what_it_does_not_show(large: tuple[CheckResult, Path], browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(large[1].as_uri())
    shown = page.locator("article li").count()
    assert 1000 < shown < 5000
    assert f"另有 {5000 - shown} 处问题压缩保存" in page.locator("#rest").inner_text()
    assert page.locator(".card").first.inner_text()
    context.close()


def test_paper_shows_what_is_filtered_and_no_controls(large: tuple[CheckResult, Path], tmp_path: Path) -> None:
    chromium, reader = shutil.which("chromium"), shutil.which("pdftotext")
    if chromium is None or reader is None:
        pytest.skip("no Chromium or no poppler on this machine")
    target = tmp_path / "page.html"
    result = many_findings(30, 20)
    target.write_text(to_html(result), encoding="utf-8")
    words = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={tmp_path / 'page.pdf'}", target.as_uri()]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    told = subprocess.run([reader, "-layout", tmp_path / "page.pdf", "-"], check=True, capture_output=True).stdout.decode()
    plain = re.sub(r"\s", "", told)
    assert "权责清单核查报告" in plain
    assert "全部显示" not in plain
    for one in result.findings:
        assert (one.message[11:25] in plain) == (one.severity != "info")


def test_a_keyboard_reaches_everything_in_the_order_of_reading(browser: Any, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text(to_html(small_result(), load_rules()), encoding="utf-8")
    page = opened(browser, target)
    names: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const el = document.activeElement; if (el === document.body) return null;
               const style = getComputedStyle(el);
               return [el.name || el.tagName, style.outlineStyle, parseFloat(style.outlineWidth)]; }"""
        )
        if seen is None:
            break
        assert seen[1] != "none"
        assert seen[2] >= 1
        names.append(seen[0])
    order = [names.index(name) for name in ("A", "severity", "rule", "department", "category", "words", "BUTTON", "SUMMARY")]
    assert order == sorted(order)
    assert page.locator("[tabindex]:not([tabindex='0'])").count() == 0
    page.close()


def test_space_enter_slash_and_escape_do_what_they_do_elsewhere(browser: Any, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text(to_html(small_result(), load_rules()), encoding="utf-8")
    page = opened(browser, target)
    assert page.evaluate(_SHOWN) == 2
    page.focus("input[value=i]")
    page.keyboard.press("Space")
    page.wait_for_function(f"{_SHOWN} === 4")
    page.focus("a.row[data-rule=BC203]")
    page.keyboard.press("Enter")
    page.wait_for_function(f"{_SHOWN} === 1")
    assert page.evaluate("document.querySelector('select[name=rule]').value") == "BC203"
    page.focus("button[type=reset]")
    page.keyboard.press("Enter")
    page.wait_for_function(f"{_SHOWN} === 4")
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.name") == "words"
    page.keyboard.type("没有这个词")
    page.wait_for_function(f"{_SHOWN} === 0")
    page.keyboard.press("Escape")
    page.wait_for_function(f"{_SHOWN} === 4")
    fold = page.locator("#rules details").first
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert fold.evaluate("el => el.open")
    page.close()


def test_the_time_lines_tell_when_each_of_the_ten_repealed_statutes_held_and_what_the_list_names(browser: Any, tmp_path: Path) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("某局")
    sheet.write_row(0, 0, ["序号", "事项名称", "权力类型", "实施依据", "部门"])
    for number, title in enumerate(TEN, start=1):
        bracket = "（2014年修订）" if title == "环境保护法" else ""
        sheet.write_row(number, 0, [str(number), f"对违反{title}的处罚", "行政处罚", f"《中华人民共和国{title}》{bracket}第三条", "某局"])
    book.close()
    result = run_check([read_bytes(stream.getvalue(), "清单.xlsx")], load_rules(), DAY, None)
    target = tmp_path / "page.html"
    write_reports(result, [], [Report("html", target)])
    page = opened(browser, target)
    lines = {
        line.query_selector("b").inner_text(): (line.inner_text(), line.query_selector("svg.time").get_attribute("aria-label"))
        for line in page.query_selector_all("#statutes .line:not(.head)")
    }
    assert set(lines) == {f"《中华人民共和国{title}》" for title in TEN}
    for told, drawn in lines.values():
        assert "2026年8月15日废止；由《中华人民共和国生态环境法典》废止；接替：《中华人民共和国生态环境法典》" in told
        assert "2026年8月15日废止" in drawn
    assert "清单写的是2014年修订版本（2015年1月1日起施行，2026年8月15日失效），1 处" in lines["《中华人民共和国环境保护法》"][0]
    assert "以前的版本：1989年12月26日公布" in lines["《中华人民共和国环境保护法》"][0]
    assert "清单没有写版本 1 处" in lines["《中华人民共和国水污染防治法》"][0]
    # The line ends left of the day of the check.
    for line in page.query_selector_all("#statutes .line:not(.head)"):
        ends = line.evaluate("el => { const r = el.querySelector('rect.past'); return r.x.baseVal.value + r.width.baseVal.value; }")
        today = line.evaluate("el => el.querySelector('line.today').x1.baseVal.value")
        assert ends < today
    page.close()


def test_the_page_of_a_comparison_filters_by_kind_list_and_word(browser: Any, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text(compare_html.to_html(three_lists()), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(target.as_uri())
    seen = "[...document.querySelectorAll('article')].filter(el => el.checkVisibility()).map(el => el.dataset.k).join('')"
    assert page.evaluate(seen) == "su"
    page.check("input[value=i]")
    page.wait_for_function(f"{seen} === 'sui'")
    page.select_option("select[name=list]", "0")
    page.wait_for_function(f"{seen} === 'si'")
    page.select_option("select[name=field]", "名称")
    page.wait_for_function(f"{seen} === 's'")
    page.click("button[type=reset]")
    page.locator("body").press("/")
    page.keyboard.type("粮食")
    page.wait_for_function(f"{seen} === 'u'")
    page.keyboard.press("Escape")
    page.wait_for_function(f"{seen} === 'sui'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert said == []
    page.close()
