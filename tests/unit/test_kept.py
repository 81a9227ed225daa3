"""What is kept is read again as it was kept, or not at all."""

from pathlib import Path

import pytest

from basischeck.kept import keep, read_kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BASISCHECK_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_a_value_comes_back_as_it_was() -> None:
    keep("表", "甲", {"名称": ["一", 2, None]})
    assert read_kept("表", "甲") == {"名称": ["一", 2, None]}
    assert read_kept("表", "乙") is None


@pytest.mark.parametrize("text", ["", "{", '{"名称": 1}', '[1]', "\n[1]", "0" * 24 + '\n{"名称": 1}'])
def test_what_somebody_else_wrote_there_is_nothing(cache: Path, text: str) -> None:
    keep("表", "甲", {"名称": 1})
    (file,) = (cache / "表").iterdir()
    file.write_text(text, encoding="utf-8")
    assert read_kept("表", "甲") is None
