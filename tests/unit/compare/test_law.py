from datetime import date

import pytest

from basischeck.compare.law import LawBetween
from basischeck.compare.model import Provision
from basischeck.statute import open_index
from tests.unit.compare.lists import reader


def _provision(text: str) -> Provision:
    from basischeck.compare import BasisReader

    (found,) = BasisReader(open_index(), date(2026, 11, 22)).provisions([text])
    return found


@pytest.fixture(scope="module")
def law() -> LawBetween:
    return LawBetween(open_index(), date(2025, 1, 1), date(2026, 1, 1))


def test_a_renumbered_article_is_followed(law: LawBetween) -> None:
    found = law.touching(_provision("《反不正当竞争法》第九条"))
    assert found is not None
    assert found.kind == "renumbered"
    assert "现为第十条" in found.told
    assert found.day == date(2025, 10, 15)


def test_a_citation_of_the_later_version_is_left_alone(law: LawBetween) -> None:
    assert law.touching(_provision("《反不正当竞争法》（2025年修订）第九条")) is None


def test_a_statute_that_did_not_change_has_no_changes(law: LawBetween) -> None:
    assert law.touching(_provision("《行政处罚法》第九条")) is None


def test_a_repealed_statute_is_said_to_be() -> None:
    found = LawBetween(open_index(), date(2020, 1, 1), date(2022, 1, 1)).touching(_provision("《婚姻法》第八条"))
    assert found is not None
    assert found.kind == "repealed"
    assert "民法典" in found.told


def test_of_what_the_index_does_not_hold_nothing_is_said(law: LawBetween) -> None:
    (unknown,) = reader().provisions(["《某市某办法》第三条"])
    assert law.touching(unknown) is None
