"""Every paper beside the slip, as PDF, without a window: cards, lists, posters, plans, recipes, agendas."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.cli_visit import Case, case_of, moment, visit_options
from wijkwijzer_desktop.console import DONE, Parser
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.sheets.gp import gp_sheet
from wijkwijzer_desktop.desk.sheets.plan import plan_sheet
from wijkwijzer_desktop.desk.sheets.professionals.agenda import agenda_sheet
from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.desk.sheets.professionals.neighbourhood import neighbourhood_sheet
from wijkwijzer_desktop.desk.sheets.professionals.news import news_sheet
from wijkwijzer_desktop.desk.sheets.professionals.practice import practice_card
from wijkwijzer_desktop.desk.sheets.recipe import recipe_sheet
from wijkwijzer_desktop.desk.sheets.week import week_list, week_poster
from wijkwijzer_desktop.domain.errors import SheetRefusedError
from wijkwijzer_desktop.domain.intake import replay
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Wishes
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.domain.slip import Slip, new_code
from wijkwijzer_desktop.domain.week import week_of
from wijkwijzer_desktop.domain.whole import whole_of
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator

Found = TypeVar("Found")


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`sheet practice|neighbourhood|news|week|plan|recipe|gp|agenda`. shared: the options that every command has."""
    t = Translator().text
    sheet = commands.add_parser("sheet", help=t("kaarten, lijsten, affiches en plannen, als PDF"))
    kinds = sheet.add_subparsers(required=True, title=t("bladen"), metavar=t("blad"))
    out = _out(shared)
    at_a_time = Parser(add_help=False, parents=[out])
    at_a_time.add_argument("--at", type=moment, metavar="2026-11-24T10:00", help=t("het moment, anders nu"))
    visit = Parser(add_help=False, parents=[visit_options(out)])
    _add_professionals(kinds, at_a_time)

    week = kinds.add_parser("week", parents=[at_a_time], help=t("de activiteiten van een week"))
    week.add_argument("--area", metavar="ID", help=t("alleen in en bij deze wijk"))
    week.add_argument(
        "--week", type=date.fromisoformat, metavar="2026-11-24", help=t("een dag in die week, anders vanaf vandaag")
    )
    codes = [language.code for language in LANGUAGES]
    week.add_argument("--language", choices=codes, default=DUTCH.code, metavar="TAAL", help=t("taal naast het Nederlands"))
    week.add_argument("--poster", action="store_true", help=t("als affiche, zonder --paper op A3"))
    week.set_defaults(run=_week)

    plan = kinds.add_parser("plan", parents=[visit], help=t("het plan bij een bezoek"))
    plan.set_defaults(run=_plan)
    recipe = kinds.add_parser("recipe", parents=[visit], help=t("het welzijnsrecept bij een bezoek"))
    _add_wishes(recipe)
    recipe.set_defaults(run=_recipe)
    gp = kinds.add_parser("gp", parents=[visit], help=t("het blad voor de huisarts bij een bezoek"))
    gp.add_argument("--practice", metavar="ID", help=t("de praktijk die de bezoeker stuurde"))
    gp.set_defaults(run=_gp)


def _out(shared: argparse.ArgumentParser) -> Parser:
    t = Translator().text
    out = Parser(add_help=False, parents=[shared])
    out.add_argument("-o", "--output", type=Path, required=True, metavar="blad.pdf", help=t("waar de PDF komt"))
    out.add_argument("--paper", type=Paper, choices=list(Paper), metavar="{a4,a5,receipt,a3}", help=t("anders A4"))
    out.add_argument("--large", action="store_true", help=t("grote letters"))
    return out


def _add_professionals(kinds: Any, at_a_time: Parser) -> None:
    t = Translator().text
    practice = kinds.add_parser("practice", parents=[at_a_time], help=t("de kaart van een huisartsenpraktijk"))
    practice.add_argument("--practice", required=True, metavar="ID", help=t("welke praktijk"))
    practice.set_defaults(run=_practice)
    neighbourhood = kinds.add_parser("neighbourhood", parents=[at_a_time], help=t("wie is wie in een wijk"))
    neighbourhood.add_argument("--area", required=True, metavar="ID", help=t("welke wijk"))
    neighbourhood.set_defaults(run=_neighbourhood)
    news = kinds.add_parser("news", parents=[at_a_time], help=t("wat er deze maand nieuw en veranderd is"))
    about = news.add_mutually_exclusive_group()
    about.add_argument("--area", metavar="ID", help=t("alleen voor deze wijk"))
    about.add_argument("--practice", metavar="ID", help=t("alleen voor deze praktijk"))
    news.set_defaults(run=_news)
    agenda = kinds.add_parser("agenda", parents=[at_a_time], help=t("de agenda van een overleg"))
    agenda.add_argument("--meeting", required=True, metavar="ID", help=t("welk overleg"))
    agenda.set_defaults(run=_agenda)


def _add_wishes(recipe: argparse.ArgumentParser) -> None:
    t = Translator().text
    kinds: tuple[tuple[str, Any, str], ...] = (
        ("--interest", Interest, t("wat iemand graag doet; mag vaker")),
        ("--daypart", DayPart, t("wanneer; mag vaker")),
    )
    for option, kind, words in kinds:
        known = ",".join(kind)
        recipe.add_argument(
            option, type=kind, choices=list(kind), action="append", default=[], metavar=f"{{{known}}}", help=words
        )
    recipe.add_argument("--together", action="store_true", help=t("liever samen met iemand"))
    recipe.add_argument("--free", action="store_true", help=t("alleen wat niets kost"))
    recipe.add_argument("--km", type=int, metavar="KM", help=t("hoe ver iemand kan gaan"))


def _practice(options: argparse.Namespace) -> int:
    desk = bootstrap.build_desk(options.data)
    known = _known(desk, options)
    practice = _one(known.network.practices, options.practice, "--practice")
    return _write(desk, options, practice_card(known, practice))


def _neighbourhood(options: argparse.Namespace) -> int:
    desk = bootstrap.build_desk(options.data)
    _one(desk.pack.places, options.area, "--area")
    return _write(desk, options, neighbourhood_sheet(_known(desk, options), options.area))


def _news(options: argparse.Namespace) -> int:
    desk = bootstrap.build_desk(options.data)
    known = _known(desk, options)
    practice = _one(known.network.practices, options.practice, "--practice") if options.practice else None
    if options.area:
        _one(desk.pack.places, options.area, "--area")
    return _write(desk, options, news_sheet(known, place=options.area or "", practice=practice))


def _agenda(options: argparse.Namespace) -> int:
    desk = bootstrap.build_desk(options.data)
    known = _known(desk, options)
    return _write(desk, options, agenda_sheet(known, _one(known.network.meetings, options.meeting, "--meeting")))


def _week(options: argparse.Namespace) -> int:
    desk = bootstrap.build_desk(options.data)
    c = desk.composing(options.language, _at(desk, options))
    # From today where no week is asked for: on a Sunday six days of this one are over.
    first = options.week - timedelta(days=options.week.weekday()) if options.week else c.today
    place = _one(desk.pack.places, options.area, "--area") if options.area else None
    distances = desk.pack.distances_from(place.postcodes) if place is not None else None
    week = week_of(desk.everything(), first, desk.clock.holidays, place, distances)
    if options.poster:
        return _write(desk, options, week_poster(c, week, place), otherwise=Paper.A3)
    return _write(desk, options, week_list(c, week, place))


def _plan(options: argparse.Namespace) -> int:
    case = case_of(options)
    desk, intake = case.desk, case.intake
    advice = desk.advise(desk.pack, intake, case.at)
    whole = whole_of(advice, replay(desk.pack.questionnaire, intake, desk.pack.places), intake.links)
    c = desk.composing(intake.language, case.at, new_code())
    return _write(desk, options, plan_sheet(c, whole, returns=()))


def _recipe(options: argparse.Namespace) -> int:
    case = case_of(options)
    wishes = Wishes(
        frozenset(options.interest),
        frozenset(options.daypart),
        Company.TOGETHER if options.together else None,
        only_free=options.free,
        farthest_km=options.km,
    )
    if wishes == Wishes() and case.persona is not None:
        wishes = case.persona.wishes or wishes
    recipe = case.desk.recipe(case.desk.pack, case.intake, wishes, case.at)
    c = case.desk.composing(case.intake.language, case.at, new_code())
    return _write(case.desk, options, recipe_sheet(c, recipe))


def _gp(options: argparse.Namespace) -> int:
    case: Case = case_of(options)
    desk = case.desk
    network = desk.network
    practice = None
    named = options.practice or (case.persona.practice if case.persona is not None else "")
    if named:
        _one(network.practices, named, "--practice")
        practice = desk.entry(named)
    referral = refer(desk.advise(desk.pack, case.intake, case.at), Choice())
    c = desk.composing(case.intake.language, case.at, new_code())
    return _write(desk, options, gp_sheet(c, referral, practice, network.routes))


def _at(desk: Desk, options: argparse.Namespace) -> datetime:
    at: datetime | None = options.at
    return at or desk.clock.now()


def _known(desk: Desk, options: argparse.Namespace) -> Known:
    services = {service.id: service for service in desk.everything()}
    return Known(desk.composing(DUTCH.code, _at(desk, options)), desk.network, services, desk.pack.places)


def _one(known: Mapping[str, Found], name: str, option: str) -> Found:
    if name not in known:
        raise SheetRefusedError(option=option, name=name, known=", ".join(known) or "-")
    return known[name]


def _write(desk: Desk, options: argparse.Namespace, sheet: Slip, otherwise: Paper = Paper.A4) -> int:
    at_this_paper = desk.with_settings(replace(desk.settings, paper=options.paper or otherwise))
    options.output.write_bytes(at_this_paper.to_paper(sheet, large=options.large).pdf)
    return DONE
