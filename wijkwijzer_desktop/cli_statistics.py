"""The counts of visits by command: those that may be shown."""

import argparse
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.console import DONE, say, show
from wijkwijzer_desktop.desk.statistics import Figures
from wijkwijzer_desktop.desk.statistics_csv import figures_csv
from wijkwijzer_desktop.domain.statistics import Hidden, MonthShown, Tallied
from wijkwijzer_desktop.domain.statistics_tables import OF_PAPERS_BROUGHT_BACK, Table, TableKind
from wijkwijzer_desktop.i18n.statistics_words import column_title, hidden_words, table_title
from wijkwijzer_desktop.i18n.translator import Translator

BETWEEN = 2


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`statistics`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    statistics = commands.add_parser("statistics", parents=[shared], help=t("de tellingen van bezoeken, per maand"))
    statistics.add_argument("--month", metavar="2026-11", help=t("alleen deze maand; anders de laatste twaalf die om zijn"))
    statistics.add_argument("--csv", type=Path, metavar="PAD", help=t("als bestand voor een rekenblad, in plaats van hier"))
    statistics.set_defaults(run=_statistics)


def _statistics(options: argparse.Namespace) -> int:
    translator = Translator()
    statistics = bootstrap.open_statistics(options.data)
    figures = statistics.figures((options.month,) if options.month is not None else ())
    if options.csv is not None:
        options.csv.write_bytes(figures_csv(figures, translator))
        return DONE
    if options.month is not None:
        _show_month(figures, options.month, translator)
    else:
        _show_year(figures, translator)
    say(hidden_words(translator))
    return DONE


def _show_month(figures: Figures, month: str, translator: Translator) -> None:
    (shown,) = figures.months
    _show_visits(shown, translator)
    for kind in TableKind if not isinstance(shown.visits, Hidden) else OF_PAPERS_BROUGHT_BACK:
        table = figures.table(kind, month)
        columns = tuple(column_title(Tallied(column), translator) for column in table.columns)
        _show_table(figures, table, columns, table_title(kind, translator), translator)


def _show_year(figures: Figures, translator: Translator) -> None:
    t = translator.text
    for month in figures.months:
        _show_visits(month, translator)
    if all(isinstance(month.visits, Hidden) for month in figures.months):
        return
    for tallied, title in (
        (Tallied.TOPIC, t("Onderwerpen")),
        (Tallied.WITHOUT_HELP, t("Onderwerpen zonder hulp dichtbij")),
        (Tallied.LANGUAGE, table_title(TableKind.LANGUAGES, translator)),
        (Tallied.REACHED, table_title(TableKind.REACHED, translator)),
    ):
        table = figures.over_months(tallied)
        _show_table(figures, table, table.columns, title, translator)


def _show_visits(month: MonthShown, translator: Translator) -> None:
    show(translator.text("{month}: {visits} bezoeken", month=month.month, visits=str(month.visits)))


def _show_table(figures: Figures, table: Table, columns: tuple[str, ...], title: str, translator: Translator) -> None:
    if not table.rows:
        return
    show("")
    show(title)
    names = {row.key: figures.name(table.rows_are, row.key, translator) for row in table.rows}
    widest = max(map(len, names.values()), default=0)
    widths = [max(len(column), 3) + BETWEEN for column in columns]
    show(" " * (widest + BETWEEN) + "".join(column.rjust(width) for column, width in zip(columns, widths, strict=True)))
    for row in table.rows:
        numbers = "".join(str(shown).rjust(width) for shown, width in zip(row.shown, widths, strict=True))
        show("  " + names[row.key].ljust(widest) + numbers)
