"""What is counted of visits, and which of those counts may be shown.

A visit adds one to each of its counters; which counters belong to one visit is nowhere kept. What is shown are counts of one
whole month. A count below ten is never shown, nor what it could be worked out from: how many visits there were, and the other
counts of which together there is one for each visit, and the counts that one holds within another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

FEWEST = 10
# Within fewer visits than this a count of ten or more would give itself away, by being nearly all of them.
FEWEST_AROUND = 2 * FEWEST - 1
MOST_HIDDEN = FEWEST - 1


class Tallied(StrEnum):
    """What a counter counts: visits, by something about them.

    REACHED: how far the visitor came. AREA: where the visitor lives. TOPIC: it weighed. WITHOUT_HELP: it weighed, and there was
    advice, but nothing nearby. URGENT: something urgent was shown. ADVISED, CHOSEN, PRINTED: of a service, the later within the
    earlier.
    """

    REACHED = "reached"
    LANGUAGE = "language"
    AREA = "area"
    MODE = "mode"
    TOPIC = "topic"
    WITHOUT_HELP = "without-help"
    URGENT = "urgent"
    ADVISED = "advised"
    CHOSEN = "chosen"
    PRINTED = "printed"


class Reached(StrEnum):
    """How far a visitor came. The papers stand beside it as three last steps, under the names of `Paper`: apart they could be
    worked out from each other."""

    QUESTIONS = "questions"
    BEGIN_WITH = "begin-with"
    RESULTS = "results"
    PREVIEW = "preview"
    PRINTING = "printing"
    A4 = "a4"
    A5 = "a5"
    RECEIPT = "receipt"


class Mode(StrEnum):
    """Alone, or with a volunteer at a screen of their own."""

    ALONE = "alone"
    TOGETHER = "together"


AREA_UNKNOWN = "unknown"
SHOWN = "shown"

# Within one visit the later is only counted where the earlier is.
CHAINS = (
    (Tallied.TOPIC, Tallied.WITHOUT_HELP),
    (Tallied.ADVISED, Tallied.CHOSEN, Tallied.PRINTED),
    (Tallied.URGENT,),
)


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One counter. key: id of a topic, service or place, code of a language, or a value of Reached or Mode."""

    tallied: Tallied
    key: str


Counts = Mapping[Cell, int]


@dataclass(frozen=True, slots=True)
class VisitCount:
    """All that one visit adds: one to each of these. No answer, no time, no order."""

    cells: frozenset[Cell]


@dataclass(frozen=True, slots=True)
class Known:
    """What can be counted, whether or not it ever was: what is listed must not tell what was counted. languages: codes, the
    commonest first. areas, topics: ids."""

    languages: tuple[str, ...]
    areas: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def one_for_each_visit(self) -> Mapping[Tallied, tuple[str, ...]]:
        """Of these every visit has exactly one. The first keys are the first to be hidden beside a count below ten."""
        return {
            Tallied.REACHED: tuple(Reached),
            Tallied.LANGUAGE: self.languages,
            Tallied.AREA: (AREA_UNKNOWN, *self.areas),
            Tallied.MODE: tuple(Mode),
        }


class Hidden(StrEnum):
    """FEW: below ten. BESIDE: ten or more, or not to be said, because something below ten could be worked out from it."""

    FEW = "<10"
    BESIDE = "–"


Shown = int | Hidden


@dataclass(frozen=True, slots=True)
class MonthShown:
    """month: "2026-11". visits: how many there were. cells: those that may be shown, and those hidden beside others; what is
    not among them is below ten."""

    month: str
    visits: Shown
    cells: Mapping[Cell, Shown] = field(default_factory=lambda: MappingProxyType({}))

    def shown(self, tallied: Tallied, key: str) -> Shown:
        """What may be shown of one counter."""
        return self.cells.get(Cell(tallied, key), Hidden.FEW if self.visits != Hidden.BESIDE else Hidden.BESIDE)

    def keys_with_a_number(self, tallied: Tallied) -> frozenset[str]:
        """Those of which there is something to see."""
        return frozenset(cell.key for cell, shown in self.cells.items() if cell.tallied is tallied and isinstance(shown, int))


def protect(month: str, counts: Counts, known: Known) -> MonthShown:
    """What may be shown of the counts of one whole month.

    It follows from the numbers of ten and more alone (the counts, and their sums and differences), so that two months that
    differ only in what is below ten look the same.
    """
    visits = sum(count for cell, count in counts.items() if cell.tallied is Tallied.REACHED)
    if visits < FEWEST:
        return MonthShown(month, Hidden.FEW)
    cells: dict[Cell, Shown] = {}
    for tallied, keys in known.one_for_each_visit.items():
        shares = _shares(tallied, keys, counts, visits)
        if shares is None or visits < FEWEST_AROUND:
            return MonthShown(month, Hidden.BESIDE)
        cells |= shares
    for chain in CHAINS:
        for key in {cell.key for cell in counts if cell.tallied is chain[0]}:
            row = tuple(Cell(tallied, key) for tallied in chain)
            cells |= _within(row, counts, visits)
    # A count of nought has no place here either, so one below ten must not have one.
    return MonthShown(month, visits, MappingProxyType({cell: shown for cell, shown in cells.items() if shown != Hidden.FEW}))


def _shares(tallied: Tallied, keys: tuple[str, ...], counts: Counts, visits: int) -> dict[Cell, Shown] | None:
    """Counts that make up all visits. None where none of them, nor the visits, can be shown."""
    values = {key: counts.get(Cell(tallied, key), 0) for key in keys}
    # What is no longer known (an area that was renamed) can't be listed without telling that it was counted.
    values[keys[0]] += visits - sum(values.values())
    few = [key for key in keys if values[key] < FEWEST]
    beside: list[str] = []
    enough = [key for key in keys if values[key] >= FEWEST]
    while few and not _is_vague(sum(values[key] for key in (*few, *beside)), len(few), len(beside)):
        if not enough:
            return None
        beside.append(enough.pop(0))
    shown: dict[str, Shown] = {key: values[key] for key in enough}
    shown |= dict.fromkeys(few, Hidden.FEW) | dict.fromkeys(beside, Hidden.BESIDE)
    return {Cell(tallied, key): shown[key] for key in keys}


def _is_vague(rest: int, few: int, beside: int) -> bool:
    """Whether each of `few` counts below ten could be anything from nought to nine, if they and `beside` counts of ten or more
    come to `rest`."""
    if beside:
        return rest >= FEWEST * beside + MOST_HIDDEN
    return FEWEST <= rest <= MOST_HIDDEN * (few - 1)


def _within(row: tuple[Cell, ...], counts: Counts, visits: int) -> dict[Cell, Shown]:
    """Counts each within the one before, and all within the visits. Of two that differ by less than ten the narrower is hidden;
    both, and what lies within them, where the wider is so small that it would give the narrower away."""
    shown: dict[Cell, Shown] = {}
    wider, gives_away = visits, False
    for place, cell in enumerate(row):
        count = counts.get(cell, 0)
        narrower = counts.get(row[place + 1], 0) if place + 1 < len(row) else 0
        gives_away = gives_away or (count < FEWEST_AROUND and narrower >= FEWEST)
        if count < FEWEST:
            shown[cell] = Hidden.FEW
        elif gives_away or wider - count < FEWEST:
            shown[cell] = Hidden.BESIDE
            # That what lies within this one is shown must not tell on which side of FEWEST_AROUND this one is.
            gives_away = gives_away or wider < FEWEST_AROUND + MOST_HIDDEN
        else:
            shown[cell] = wider = count
    return shown


class TableKind(StrEnum):
    """What can be asked of one month."""

    REACHED = "reached"
    TOPICS = "topics"
    SERVICES = "services"
    NEVER_CHOSEN = "never-chosen"
    LANGUAGES = "languages"
    AREAS = "areas"
    MODES = "modes"
    URGENT = "urgent"


COLUMNS: Mapping[TableKind, tuple[Tallied, ...]] = MappingProxyType(
    {
        TableKind.REACHED: (Tallied.REACHED,),
        TableKind.TOPICS: (Tallied.TOPIC, Tallied.WITHOUT_HELP),
        TableKind.SERVICES: (Tallied.ADVISED, Tallied.CHOSEN, Tallied.PRINTED),
        TableKind.NEVER_CHOSEN: (Tallied.ADVISED, Tallied.CHOSEN),
        TableKind.LANGUAGES: (Tallied.LANGUAGE,),
        TableKind.AREAS: (Tallied.AREA,),
        TableKind.MODES: (Tallied.MODE,),
        TableKind.URGENT: (Tallied.URGENT,),
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """key: of all its cells. shown: one for each column."""

    key: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Never more than two dimensions. rows: what the keys are of. columns: values of Tallied, or months."""

    rows_are: Tallied
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def month_table(kind: TableKind, month: MonthShown, known: Known) -> Table:
    """One month by what was counted. Services are listed where there is a number to see, by how often they were advised; all
    else is listed whole. NEVER_CHOSEN: advised, but chosen in fewer than ten visits, which may be none."""
    columns = COLUMNS[kind]
    rows = [Row(key, tuple(month.shown(column, key) for column in columns)) for key in _keys(columns, (month,), known)]
    if kind is TableKind.NEVER_CHOSEN:
        rows = [row for row in rows if isinstance(row.shown[0], int) and row.shown[1] == Hidden.FEW]
    if columns[0] is Tallied.ADVISED:
        rows.sort(key=_most_first)
    return Table(columns[0], tuple(columns), tuple(rows))


def over_months(tallied: Tallied, months: tuple[MonthShown, ...], known: Known) -> Table:
    """One kind of count, month after month. Nothing is added up: a year would tell of the month that is hidden in it."""
    keys = _keys((tallied,), months, known)
    rows = tuple(Row(key, tuple(month.shown(tallied, key) for month in months)) for key in keys)
    return Table(tallied, tuple(month.month for month in months), rows)


def months_until(month: str, count: int) -> tuple[str, ...]:
    """So many months in a row, this one ("2026-11") last."""
    year, number = map(int, month.split("-"))
    last = year * 12 + number - 1
    return tuple(f"{index // 12:04}-{index % 12 + 1:02}" for index in range(last - count + 1, last + 1))


def _keys(columns: tuple[Tallied, ...], months: tuple[MonthShown, ...], known: Known) -> tuple[str, ...]:
    listed = known.one_for_each_visit.get(columns[0])
    if listed is None and columns[0] in {Tallied.TOPIC, Tallied.WITHOUT_HELP}:
        listed = known.topics
    if listed is None:
        listed = (SHOWN,) if columns[0] is Tallied.URGENT else ()
    seen = {key for month in months for column in columns for key in month.keys_with_a_number(column)}
    return (*listed, *sorted(seen - set(listed)))


def _most_first(row: Row) -> tuple[int, str]:
    numbers = [shown for shown in row.shown if isinstance(shown, int)]
    return -max(numbers, default=0), row.key
