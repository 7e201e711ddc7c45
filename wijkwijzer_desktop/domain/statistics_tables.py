"""The counts that may be shown as tables: never more than two dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from wijkwijzer_desktop.domain.outcome import ANSWERED, WAITED
from wijkwijzer_desktop.domain.statistics import SHOWN, Hidden, Known, MonthShown, Shown, Tallied


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
    OUTCOMES = "outcomes"
    ANSWERS = "answers"
    WAITING = "waiting"


# Of these there may be something to see in a month with hardly a visit.
OF_PAPERS_BROUGHT_BACK = (TableKind.OUTCOMES, TableKind.ANSWERS, TableKind.WAITING)
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
        TableKind.OUTCOMES: (
            Tallied.TOLD,
            Tallied.PRINTED,
            Tallied.CAME,
            Tallied.HELPED,
            Tallied.FULL,
            Tallied.NOT_FOR_ME,
            Tallied.WRONG_NUMBER,
        ),
        TableKind.ANSWERS: (Tallied.TOLD, *ANSWERED.values()),
        TableKind.WAITING: (Tallied.TOLD, *WAITED.values()),
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
    else is listed whole. NEVER_CHOSEN: advised, but chosen in fewer than ten visits, which may be none. Of papers that were
    brought back: services of which ten told or more."""
    columns = COLUMNS[kind]
    rows = [Row(key, tuple(month.shown(column, key) for column in columns)) for key in _keys(columns, (month,), known)]
    if kind is TableKind.NEVER_CHOSEN:
        rows = [row for row in rows if isinstance(row.shown[0], int) and row.shown[1] == Hidden.FEW]
    if kind in OF_PAPERS_BROUGHT_BACK:
        rows = [row for row in rows if isinstance(row.shown[0], int)]
    if columns[0] in {Tallied.ADVISED, Tallied.TOLD}:
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
