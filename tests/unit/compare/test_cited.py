"""What texts cite is the same, whichever process has read them."""

from basischeck.ahead import Ahead
from basischeck.compare.cited import CitedTexts, begin_reading, read_cited

TEXTS = [f"《食品安全法》（2021年修正）第{n}条第二款\n《产品质量法》第{n}条：违反规定的，责令改正。" for n in range(1, 1600)]


def test_what_was_begun_elsewhere_is_what_is_read_here() -> None:
    with Ahead(begin_reading) as ahead:
        cited = CitedTexts(ahead)
        ahead.give(TEXTS[:1000])
        cited.read(TEXTS)
        assert [cited.of(text) for text in TEXTS] == [read_cited(text) for text in TEXTS]


def test_many_texts_are_read_at_once_though_nobody_began_with_them() -> None:
    cited = CitedTexts()
    cited.read(TEXTS)
    assert [cited.of(text) for text in TEXTS] == [read_cited(text) for text in TEXTS]
    assert [one.title for one in cited.of("《计量法》第一条")] == ["计量法"]
