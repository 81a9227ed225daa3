"""A list under someone's hand: sound rows, and the means to plant one fault in them."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from basischeck.testing.drafting import sound_rows, truth
from basischeck.testing.dress import Cite
from basischeck.testing.sheets import Layout, Row, Written, layouts, write
from basischeck.testing.truth import Act, Truth


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a fault was planted: a row and the field whose cell is wrong; field None is the sheet itself."""

    row: int
    field: str | None = "设定依据"
    note: str = ""


@dataclass(slots=True)
class Draft:
    """Sound rows and a layout; all chance comes from `rng`."""

    rng: random.Random
    rows: list[Row]
    layout: Layout
    stated: dict[str, int] = field(default_factory=dict)

    @property
    def truth(self) -> Truth:
        """What is known of statutes."""
        return truth()

    def row(self, fits: Callable[[Row], bool] = lambda row: True) -> tuple[int, Row] | None:
        """Return some row that fits, with its position."""
        fitting = [n for n, row in enumerate(self.rows) if fits(row)]
        if not fitting:
            return None
        number = self.rng.choice(fitting)
        return number, self.rows[number]

    def cite(self, fits: Callable[[Cite], bool] = lambda cite: True) -> tuple[int, Row, Cite] | None:
        """Return some citation that fits, with its row."""
        fitting = [(n, row, cite) for n, row in enumerate(self.rows) for cite in row.basis.cites if fits(cite)]
        return self.rng.choice(fitting) if fitting else None

    def put(self, cite: Cite, *, alone: bool = False) -> Spot:
        """Put a citation into some row's basis: instead of what stands there, or at some place beside it."""
        number, row = self.row() or (0, self.rows[0])
        if alone or self.rng.random() < 0.5:
            row.basis.cites = [cite]
        else:
            row.basis.cites.insert(self.rng.randint(0, len(row.basis.cites)), cite)
        return Spot(number, note=cite.title)

    def act_of(self, cite: Cite) -> Act | None:
        """Return the act in force that a citation names."""
        return self.truth.act(cite.title)


Planter = Callable[[Draft], Spot | None]
"""Plants a fault in a draft and says where, None where this draft offers no place for it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: its name in Chinese, the rules any of which says it rightly, and how it is planted."""

    name: str
    rules: frozenset[str]
    plant: Planter


KINDS: dict[str, Kind] = {}
"""All kinds, by name."""


def kind(name: str, *rules: str) -> Callable[[Planter], Planter]:
    """Register the planter that follows as the kind `name`."""

    def register(plant: Planter) -> Planter:
        if name in KINDS:
            raise ValueError(name)
        KINDS[name] = Kind(name, frozenset(rules), plant)
        return plant

    return register


@dataclass(frozen=True, slots=True)
class Planted:
    """A list with one fault: the workbook, the kind, and the cell it stands in (None: the sheet)."""

    kind: Kind
    written: Written
    rows: tuple[Row, ...]
    spot: Spot
    sheet: str
    cell: str | None


def planted(name: str, seed: int, *, organs: int | None = 4) -> Planted:
    """Return a sound list with one fault of the kind `name`, the same for the same arguments.

    `organs` is how many organs' items the list has, None for all. Raises LookupError where no draft of a hundred offers a place.
    """
    for attempt in range(100):
        rng = random.Random(f"{name}{seed}.{attempt}")  # noqa: S311  # test data, no secret
        draft = Draft(rng, sound_rows(rng, organs=organs), layouts(rng))
        spot = KINDS[name].plant(draft)
        if spot is not None:
            return _placed(name, draft, spot)
    raise LookupError(f"no place for {name} in any draft")


def _placed(name: str, draft: Draft, spot: Spot) -> Planted:
    written = write(draft.rows, draft.layout, draft.stated)
    place = written.places[spot.row][spot.field or "事项名称"]
    return Planted(KINDS[name], written, tuple(draft.rows), spot, place.sheet, place.cell if spot.field else None)
