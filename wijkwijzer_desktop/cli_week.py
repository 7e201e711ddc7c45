"""The activities of a week as a calendar, without a window."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.console import DONE, FINDINGS, say, show
from wijkwijzer_desktop.domain.errors import SheetRefusedError
from wijkwijzer_desktop.domain.week import week_of
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`week`. shared: the options that every command has."""
    t = Translator().text
    week = commands.add_parser("week", parents=[shared], help=t("de activiteiten van een week, als agenda"))
    week.add_argument("-o", "--output", type=Path, required=True, metavar="week.ics", help=t("waar de agenda komt"))
    week.add_argument("--area", metavar="ID", help=t("alleen in en bij deze wijk"))
    a_day = t("een dag in die week, anders vanaf vandaag")
    week.add_argument("--week", type=date.fromisoformat, metavar="2026-11-24", help=a_day)
    codes = [language.code for language in LANGUAGES]
    week.add_argument("--language", choices=codes, default=DUTCH.code, metavar="TAAL", help=t("taal van de agenda"))
    week.set_defaults(run=_week)


def _week(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.exchange.icalendar_week import write_week

    desk = bootstrap.build_desk(options.data)
    places, at = desk.pack.places, desk.clock.now()
    if options.area and options.area not in places:
        raise SheetRefusedError(option="--area", name=options.area, known=", ".join(places) or "-")
    place = places[options.area] if options.area else None
    distances = desk.pack.distances_from(place.postcodes) if place is not None else None
    day: date | None = options.week
    first = at.date() if day is None else day - timedelta(days=day.weekday())
    week = week_of(desk.everything(), first, desk.clock.holidays, place, distances)
    count = write_week(week, desk.wording(options.language).services, options.output, at)
    translator = Translator()
    show(translator.plural("{count} activiteit in de agenda.", "{count} activiteiten in de agenda.", count))
    if week.ask:
        say(translator.text("Van {count} activiteiten weet niemand wanneer ze zijn.", count=len(week.ask)))
    return DONE if count else FINDINGS
