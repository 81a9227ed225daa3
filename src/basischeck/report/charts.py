"""Charts as inline SVG whose widths are percentages, so that text keeps its size on a telephone and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

_ROW = Markup('<rect class="{}" x="{:.2f}%" width="{:.2f}%" y="{}" height="{}"><title>{}</title></rect>')


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: its CSS class, its amount, what it is called in Chinese, and what of it there is to say in brackets."""

    kind: str
    amount: int
    name: str
    told: str = ""

    @property
    def label(self) -> str:
        """Return name and amount, with what there is to say."""
        return f"{self.name} {self.amount}" + (f"（{self.told}）" if self.told else "")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, `end` exclusive and None where it goes on; `kind` is the CSS class, `name` says what it is."""

    start: date
    end: date | None
    kind: str
    name: str


def bar(parts: Sequence[Part], full: int) -> Markup:
    """Return one horizontal bar of stacked `parts`; `full` is the amount that fills the whole width."""
    x = 0.0
    drawn = Markup("")
    for part in parts:
        if part.amount:
            width = 100 * part.amount / max(full, 1)
            drawn += _ROW.format(part.kind, x, width, 0, 14, part.label)
            x += width
    label = "，".join(part.label for part in parts if part.amount) or "无"
    return Markup('<svg class="bar" role="img" aria-label="{}" height="14">{}</svg>').format(label, drawn)


def timeline(spans: Sequence[Span], first: int, last: int, today: date) -> Markup:
    """Return a line of time from 1 January of year `first` to the end of year `last` with `spans` and the day `today`."""
    drawn = Markup("")
    for span in spans:
        left, right = _at(span.start, first, last), _at(span.end, first, last) if span.end else 100.0
        if right > left:
            y, height = (6, 6) if span.kind == "named" else (2, 14)
            drawn += _ROW.format(span.kind, left, max(right - left, 0.4), y, height, span.name)
    x = _at(today, first, last)
    drawn += Markup('<line class="today" x1="{0:.2f}%" x2="{0:.2f}%" y1="0" y2="18"><title>核查日 {1}</title></line>').format(
        x, today.isoformat()
    )
    label = "；".join(span.name for span in spans)
    return Markup('<svg class="time" role="img" aria-label="{}" height="18">{}</svg>').format(label, drawn)


def axis(first: int, last: int) -> Markup:
    """Return the years below the time lines: about six of them."""
    step = next(s for s in (1, 2, 5, 10, 20, 50) if (last - first) / s <= 7)
    marks = Markup("")
    for year in range(-(-first // step) * step, last + 1, step):
        x = _at(date(year, 1, 1), first, last)
        anchor = "start" if x < 4 else "end" if x > 96 else "middle"
        marks += Markup('<text x="{:.2f}%" y="11" text-anchor="{}">{}</text>').format(x, anchor, year)
    return Markup('<svg class="axis" aria-hidden="true" height="14">{}</svg>').format(marks)


def _at(day: date, first: int, last: int) -> float:
    begin, end = date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()
    return min(100.0, max(0.0, 100 * (day.toordinal() - begin) / (end - begin)))

