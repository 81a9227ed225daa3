"""A comparison of lists as one page: how far they agree, by category and department, and every entry to search and filter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import basischeck
from basischeck.compare.counts import Count, by_category, by_department, pairs, without_basis
from basischeck.compare.difference import item_name, nearness
from basischeck.compare.model import FIELD_WORDS, Comparison, Group, Relation
from basischeck.facts.categories import standard_category
from basischeck.report.charts import Part, bar

_WORDS: dict[Relation, str] = {"similar": "相似", "unique": "独有", "identical": "一致"}
"""What needs a decision first, what is agreed last."""

_NO_CATEGORY = "未写类型"


@dataclass(frozen=True, slots=True)
class _Row:
    """One category or department: items of each list, groups by relation, its bar, the share on which lists agree."""

    name: str
    items: tuple[int, ...]
    groups: tuple[int, ...]
    chart: Markup
    share: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """One group as the page shows it; `lists` are the numbers of the lists that have it."""

    group: Group
    name: str
    category: str
    lists: tuple[int, ...]
    fields: tuple[str, ...]


def to_html(comparison: Comparison) -> str:
    """Return the page. Everything is in the markup; what is agreed stands last, folded."""
    environment = Environment(
        loader=PackageLoader("basischeck.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    entries = {kind: [_entry(group) for group in comparison.of(kind)] for kind in _WORDS}
    total = sum(comparison.sizes)
    agreed = sum(len(group.members) for group in comparison.of("identical"))
    lone = sum(len(group.members) for group in comparison.of("unique"))
    return environment.get_template("compare.html").render(
        version=basischeck.__version__,
        names=comparison.names,
        sizes=comparison.sizes,
        counts={kind: len(groups) for kind, groups in entries.items()},
        words=_WORDS,
        share=f"{comparison.share_identical:.1%}",
        whole=bar([Part("ok", agreed, "一致"), Part("warning", total - agreed - lone, "相似"), Part("info", lone, "独有")], total),
        agreed=agreed,
        alike=total - agreed - lone,
        lone=lone,
        bare=without_basis(comparison),
        slight=sum(group.slight for group in comparison.of("similar")),
        tables=[(title, _rows(counts)) for title, counts in (("按权力类型", by_category(comparison)), ("按部门", by_department(comparison)))],
        pairs=[(i, j, found) for (i, j), found in pairs(comparison).items()] if len(comparison.names) > 2 else [],
        entries=entries,
        categories=sorted({entry.category for groups in entries.values() for entry in groups}),
        fields=FIELD_WORDS,
        item_name=item_name,
        nearness=nearness,
    )


def _entry(group: Group) -> _Entry:
    item = group.first
    fields = dict.fromkeys(FIELD_WORDS[one.field] for member in group.members for one in member.differences)
    lists = tuple(dict.fromkeys(member.list for member in group.members))
    return _Entry(group, item_name(item), standard_category(item.category) or item.category or _NO_CATEGORY, lists, tuple(fields))


def _rows(counts: Mapping[str, Count]) -> Sequence[_Row]:
    return [
        _Row(
            name,
            tuple(count.items),
            tuple(count.groups[kind] for kind in ("identical", "similar", "unique")),
            _agreement(count),
            f"{count.share_identical:.1%}",
        )
        for name, count in counts.items()
    ]


def _agreement(count: Count) -> Markup:
    """Return the bar of one category or department, 一致 against 不一致; what the latter holds is said with it."""
    total = sum(count.items)
    parts = [f"{word} {number}" for word, number in (("相似", count.alike), ("独有", sum(count.unique))) if number]
    return bar([Part("ok", count.agreed, "一致"), Part("warning", total - count.agreed, "不一致", "、".join(parts))], total)
