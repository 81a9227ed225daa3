"""Tags against levels, and levels from what is known of an act."""

from typing import Any

import pytest

from basischeck.facts.levels import levels_of
from basischeck.facts.tags import tag_facts


def _indexed(level: str, title: str = "某条例", **more: str) -> dict[str, Any]:
    return {"title": title, "statute": title, "statute_level": level} | more


@pytest.mark.parametrize(
    ("tag", "level"),
    [("法规", "行政法规"), ("法规", "地方性法规"), ("规章", "部门规章"), ("规章", "地方政府规章"), ("法律", "法律"), ("行政法规", "行政法规")],
)
def test_a_tag_in_use_for_the_level_fits(tag: str, level: str) -> None:
    assert tag_facts(_indexed(level) | {"level_tag": tag})["tag_fits"] is True


@pytest.mark.parametrize(("tag", "level"), [("法律", "行政法规"), ("法规", "部门规章"), ("规章", "地方性法规"), ("部门规章", "地方政府规章")])
def test_a_tag_of_another_level_does_not(tag: str, level: str) -> None:
    assert tag_facts(_indexed(level) | {"level_tag": tag})["tag_fits"] is False


def test_law_as_the_tag_of_a_decision_of_the_state_council_does_not_fit() -> None:
    row = _indexed("规范性文件", "国务院关于某事的决定", issuer="国务院") | {"level_tag": "法律"}
    assert tag_facts(row) == {"levels": "国务院文件", "level_from": "索引", "tag_fits": False}


def test_without_a_tag_or_a_known_level_nothing_is_said() -> None:
    assert "tag_fits" not in tag_facts(_indexed("法律"))
    assert "tag_fits" not in tag_facts({"title": "某管理办法", "level_tag": "法律"})


@pytest.mark.parametrize(
    ("row", "levels", "known_from"),
    [
        ({"title": "某厅关于某事的通知"}, "规范性文件", "名称"),
        ({"title": "河南省某条例"}, "地方性法规", "名称"),
        ({"title": "河南省某办法"}, "地方性法规、省级政府规章、规范性文件", "名称"),
        ({"title": "鹤壁市某办法"}, "地方性法规、市级政府规章、规范性文件", "名称"),
        ({"title": "某管理办法", "version_text": "某某部令2016年第3号"}, "部门规章", "文号"),
        ({"title": "某管理办法", "document_number": "某政发〔2016〕3号"}, "规范性文件", "文号"),
        ({"title": "某事项", "document_number": "国发〔2016〕3号"}, "国务院文件", "文号"),
        ({"title": "某管理办法", "document_number": "某政发〔1995〕3号"}, "", ""),
        ({"title": "某管理办法", "level_tag": "部门规章"}, "部门规章、规范性文件", "标签"),
        ({"title": "某条例"}, "", ""),
        ({"title": "某厅关于某事的通知", "suggested_title": "某厅关于某某的通知"}, "", ""),
    ],
)
def test_outside_the_index_a_level_is_known_only_as_far_as_number_title_and_tag_tell(
    row: dict[str, Any], levels: str, known_from: str
) -> None:
    found = levels_of(row)
    assert (str(found), found.known_from) == (levels, known_from)
