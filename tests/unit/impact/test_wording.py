"""Text of provisions, where the user has added the documents."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.citation import Locator
from basischeck.cli.main import main
from basischeck.impact.wording import text_of
from basischeck.statute.model import ArticleText, ItemText, ParagraphText
from tests.unit.cli.test_check import write_list

ARTICLE = ArticleText(
    "3", (ParagraphText("船员应当：", (ItemText(1, "带灯；"), ItemText(2, "带绳。"))), ParagraphText("船长应当带图。"))
)
OLD = "# 鹤梦市船灯管理规定\n\n（2001年3月2日鹤梦市人民政府令第7号公布 自2001年5月1日起施行）\n\n第一条　船夜间航行应当点灯。\n\n第二条　点灯由船长负责，不得熄灭。\n\n第三条　本规定自2001年5月1日起施行。\n"
NEW = "# 鹤梦市船灯管理规定\n\n（2001年3月2日鹤梦市人民政府令第7号公布 2011年6月2日鹤梦市人民政府令第30号修订 自2011年8月1日起施行）\n\n第一条　船夜间航行应当点灯。\n\n第二条　灯油由码头供给。\n\n第三条　点灯由船长负责，不得熄灭。\n\n第四条　本规定自2011年8月1日起施行。\n"


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        (Locator(article="3"), "船员应当：\n带灯；\n带绳。\n船长应当带图。"),
        (Locator(article="3", paragraph=2), "船长应当带图。"),
        (Locator(article="3", paragraph=1, item=2), "带绳。"),
        (Locator(article="3", item=1), "带灯；"),
        (Locator(article="3", paragraph=4), None),
    ],
)
def test_the_text_is_that_of_the_cited_part(locator: Locator, text: str | None) -> None:
    assert text_of(ARTICLE, locator) == text


def test_old_and_new_text_stand_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASISCHECK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("basischeck.statute.opening._OPEN", {})
    files = [tmp_path / "旧.md", tmp_path / "新.md"]
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    added = CliRunner().invoke(main, ["corpus", "add", *map(str, files)])
    assert added.exit_code == 0, added.output
    monkeypatch.setattr("basischeck.statute.opening._OPEN", {})
    path = write_list(tmp_path, "《鹤梦市船灯管理规定》第二条")
    args = ["impact", str(path), "--from", "2010-01-01", "--to", "2012-01-01", "--format", "json"]
    document = json.loads(CliRunner().invoke(main, args).output)
    ((basis,),) = (item["bases"] for item in document["statutes"][0]["items"])
    assert basis["change"] == "renumbered"
    assert basis["new"][0]["citation"] == "《鹤梦市船灯管理规定》第三条"
    assert basis["old"]["text"] == basis["new"][0]["text"] == "点灯由船长负责，不得熄灭。"
    assert basis["new"][0]["diff"] == [{"kind": "same", "text": "点灯由船长负责，不得熄灭。"}]
    told = CliRunner().invoke(main, [*args[:-2], "--format", "text"]).output
    assert "原文：点灯由船长负责，不得熄灭。" in told
    assert "新文：与原文相同" in told
