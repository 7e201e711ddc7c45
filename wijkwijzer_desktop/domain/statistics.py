"""What is counted of visits, and which of those counts may be shown.

A visit adds one to each of its counters; which counters belong to one visit is nowhere kept. What is shown are counts of one
whole month. A count below ten is never shown, nor what it could be worked out from: how many visits there were, and the other
counts of which together there is one for each visit, and the counts that one holds within another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
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

    Of what was told of a service afterwards (see `domain.outcome`): TOLD holds all others. CAME holds HELPED. ANSWERED and
    WAITED: it was told how long that took, and within which time, each within the next longer.
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
    TOLD = "told"
    CAME = "came"
    HELPED = "helped"
    FULL = "full"
    NOT_FOR_ME = "not-for-me"
    WRONG_NUMBER = "wrong-number"
    ANSWERED = "answered"
    ANSWERED_MONTH = "answered-month"
    ANSWERED_2_WEEKS = "answered-2-weeks"
    ANSWERED_WEEK = "answered-week"
    ANSWERED_3_DAYS = "answered-3-days"
    WAITED = "waited"
    WAITED_MONTH = "waited-month"
    WAITED_2_WEEKS = "waited-2-weeks"
    WAITED_WEEK = "waited-week"
    WAITED_3_DAYS = "waited-3-days"


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
# The same of what was told of a service, all within TOLD. They come when a paper is brought back, whoever visits in that month.
REPLIES = (
    (Tallied.CAME, Tallied.HELPED),
    (Tallied.FULL,),
    (Tallied.NOT_FOR_ME,),
    (Tallied.WRONG_NUMBER,),
    (Tallied.ANSWERED, Tallied.ANSWERED_MONTH, Tallied.ANSWERED_2_WEEKS, Tallied.ANSWERED_WEEK, Tallied.ANSWERED_3_DAYS),
    (Tallied.WAITED, Tallied.WAITED_MONTH, Tallied.WAITED_2_WEEKS, Tallied.WAITED_WEEK, Tallied.WAITED_3_DAYS),
)
OF_REPLIES = frozenset({Tallied.TOLD, *chain.from_iterable(REPLIES)})
# What became of one step is one of these, so together they are all that told.
WAYS = (Tallied.CAME, Tallied.FULL, Tallied.NOT_FOR_ME, Tallied.WRONG_NUMBER)


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


# Counts of which the keys are services.
OF_SERVICES = frozenset({Tallied.ADVISED, Tallied.CHOSEN, Tallied.PRINTED}) | OF_REPLIES


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
        few = self.visits != Hidden.BESIDE or tallied in OF_REPLIES
        return self.cells.get(Cell(tallied, key), Hidden.FEW if few else Hidden.BESIDE)

    def keys_with_a_number(self, tallied: Tallied) -> frozenset[str]:
        """Those of which there is something to see."""
        return frozenset(cell.key for cell, shown in self.cells.items() if cell.tallied is tallied and isinstance(shown, int))


def protect(month: str, counts: Counts, known: Known) -> MonthShown:
    """What may be shown of the counts of one whole month.

    It follows from the numbers of ten and more alone (the counts, and their sums and differences), so that two months that
    differ only in what is below ten look the same.
    """
    visits = sum(count for cell, count in counts.items() if cell.tallied is Tallied.REACHED)
    cells = _replies(counts)
    if visits < FEWEST:
        return _shown(month, Hidden.FEW, cells)
    shares = [_shares(tallied, keys, counts, visits) for tallied, keys in known.one_for_each_visit.items()]
    if visits < FEWEST_AROUND or None in shares:
        return _shown(month, Hidden.BESIDE, cells)
    cells |= {cell: shown for share in shares if share is not None for cell, shown in share.items()}
    for wide in CHAINS:
        for key in {cell.key for cell in counts if cell.tallied is wide[0]}:
            cells |= _within(tuple(Cell(tallied, key) for tallied in wide), counts, visits)
    return _shown(month, visits, cells)


def _shown(month: str, visits: Shown, cells: Mapping[Cell, Shown]) -> MonthShown:
    # A count of nought has no place here either, so one below ten must not have one.
    return MonthShown(month, visits, MappingProxyType({cell: shown for cell, shown in cells.items() if shown != Hidden.FEW}))


def _replies(counts: Counts) -> dict[Cell, Shown]:
    """What was told of each service: nothing of fewer than ten, and of few more only how many told."""
    cells: dict[Cell, Shown] = {}
    for told in [cell for cell in counts if cell.tallied is Tallied.TOLD and counts[cell] >= FEWEST]:
        cells[told] = counts[told]
        for tallied in REPLIES:
            row = tuple(Cell(one, told.key) for one in tallied)
            few = counts[told] < FEWEST_AROUND
            cells |= dict.fromkeys(row, Hidden.BESIDE) if few else _within(row, counts, counts[told])
        ways = tuple(Cell(way, told.key) for way in WAYS)
        if not _are_vague(ways, cells, counts[told]):
            cells |= dict.fromkeys(ways, Hidden.BESIDE)
    return cells


def _are_vague(ways: tuple[Cell, ...], cells: Mapping[Cell, Shown], told: int) -> bool:
    """Whether what is shown of the ways leaves each of those below ten anything from nought to nine."""
    numbers = [shown for way in ways if isinstance(shown := cells[way], int)]
    few = sum(cells[way] == Hidden.FEW for way in ways)
    return len(numbers) == len(ways) or (len(numbers) + few == len(ways) and _is_vague(told - sum(numbers), few, 0))


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
