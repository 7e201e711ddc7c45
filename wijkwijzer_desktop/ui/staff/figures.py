"""What can be looked at of the counts: tables and charts of them, as values."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.desk.statistics import Figures
from wijkwijzer_desktop.domain.statistics import Shown, Tallied
from wijkwijzer_desktop.domain.statistics_tables import Row, Table, TableKind
from wijkwijzer_desktop.i18n.statistics_words import column_title, hidden_words, table_title
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.staff.chart import MOST_BARS, Bar, ChartData
from wijkwijzer_desktop.ui.staff.table import Sheet


class Looked(StrEnum):
    """What is looked at. The first four month after month, the others one month at a time."""

    TOPICS = "topics"
    WITHOUT_HELP = "without-help"
    LANGUAGES = "languages"
    REACHED = "reached"
    NEVER_CHOSEN = "never-chosen"
    SERVICES = "services"
    OUTCOMES = "outcomes"
    ANSWERS = "answers"
    WAITING = "waiting"


OVER_MONTHS = {
    Looked.TOPICS: Tallied.TOPIC,
    Looked.WITHOUT_HELP: Tallied.WITHOUT_HELP,
    Looked.LANGUAGES: Tallied.LANGUAGE,
    Looked.REACHED: Tallied.REACHED,
}
BY_MONTH = {
    Looked.NEVER_CHOSEN: TableKind.NEVER_CHOSEN,
    Looked.SERVICES: TableKind.SERVICES,
    Looked.OUTCOMES: TableKind.OUTCOMES,
    Looked.ANSWERS: TableKind.ANSWERS,
    Looked.WAITING: TableKind.WAITING,
}


def look_name(looked: Looked, translator: Translator) -> str:
    """What stands on its button."""
    t = translator.text
    return {
        Looked.TOPICS: t("Onderwerpen"),
        Looked.WITHOUT_HELP: t("Zonder hulp dichtbij"),
        Looked.LANGUAGES: t("Talen"),
        Looked.REACHED: t("Hoe ver"),
        Looked.NEVER_CHOSEN: t("Niet gekozen"),
        Looked.SERVICES: t("Adviezen"),
        Looked.OUTCOMES: t("Hielp het?"),
        Looked.ANSWERS: t("Antwoord"),
        Looked.WAITING: t("Wachttijd"),
    }[looked]


@dataclass(frozen=True, slots=True)
class View:
    """steps: what can be walked through one by one: the rows of a table over months, or the months; the charts, one for each."""

    sheet: Sheet
    steps: tuple[str, ...]
    charts: tuple[ChartData, ...]
    start: int


def view_of(figures: Figures, looked: Looked, month: str, translator: Translator) -> View:
    """month: which one is in the table, where it is one at a time."""
    if looked in OVER_MONTHS:
        return _over_months(figures, looked, translator)
    return _by_month(figures, looked, month, translator)


def _over_months(figures: Figures, looked: Looked, translator: Translator) -> View:
    table = figures.over_months(OVER_MONTHS[looked])
    names = _names(figures, table, translator)
    about = hidden_words(translator)
    heading = look_name(looked, translator)
    charts = tuple(
        ChartData(f"{heading}: {name}", tuple(map(Bar, table.columns, row.shown)), about)
        for name, row in zip(names, table.rows, strict=True)
    )
    most = max(range(len(table.rows)), key=_Weights(table.rows), default=0)
    return View(_sheet(names, table, table.columns, translator), names, charts, most)


def _by_month(figures: Figures, looked: Looked, month: str, translator: Translator) -> View:
    kind = BY_MONTH[looked]
    months = tuple(shown.month for shown in figures.months)
    charts = []
    for one in months:
        table = figures.table(kind, one)
        names = _names(figures, table, translator)
        bars = tuple(Bar(name, row.shown[0]) for name, row in zip(names, table.rows, strict=True))[:MOST_BARS]
        charts.append(ChartData(f"{table_title(kind, translator)}, {one}", bars, hidden_words(translator)))
    table = figures.table(kind, month)
    titles = tuple(column_title(Tallied(column), translator) for column in table.columns)
    sheet = _sheet(_names(figures, table, translator), table, titles, translator)
    return View(sheet, months, tuple(charts), len(months) - 1)


def _sheet(names: tuple[str, ...], table: Table, titles: tuple[str, ...], translator: Translator) -> Sheet:
    rows = tuple((name, *map(str, row.shown)) for name, row in zip(names, table.rows, strict=True))
    return Sheet((translator.text("Wat"), *titles), rows, numbers=1)


def _names(figures: Figures, table: Table, translator: Translator) -> tuple[str, ...]:
    return tuple(figures.name(table.rows_are, row.key, translator) for row in table.rows)


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much there is to see of each row."""

    rows: tuple[Row, ...]

    def __call__(self, index: int) -> int:
        return sum(map(_number, self.rows[index].shown))


def _number(shown: Shown) -> int:
    return shown if isinstance(shown, int) else 0
