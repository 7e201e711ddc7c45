"""Every job without a window. Results on standard output, messages on standard error.

Exit status: 0 done, 1 findings, 2 the input or the call is wrong.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from wijkwijzer_desktop import (
    __version__,
    cli_backup,
    cli_catalogue,
    cli_central,
    cli_content,
    cli_fhir,
    cli_municipality,
    cli_outcome,
    cli_sheet,
    cli_staff,
    cli_statistics,
    cli_week,
    fitness,
    upkeep,
)
from wijkwijzer_desktop.cli_visit import case_of, visit_options
from wijkwijzer_desktop.console import DONE, FINDINGS, WRONG, Parser, say, show, stop_listening
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.desk.advice_data import advice_data
from wijkwijzer_desktop.domain.errors import ContentRefusedError, WijkwijzerError
from wijkwijzer_desktop.domain.paper import COUNTER_PAPERS, Paper
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.slip import new_code
from wijkwijzer_desktop.i18n.doctor_words import WRONG as WRONG_OUTCOME
from wijkwijzer_desktop.i18n.doctor_words import doctor_words
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator

WINDOW_OPTION = "--window"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    try:
        try:
            return _run(arguments)
        finally:
            # Here, where it can still be answered, and not when Python ends.
            sys.stdout.flush()
    except BrokenPipeError:
        stop_listening()
        return DONE


def _run(arguments: Sequence[str] | None) -> int:
    translator = Translator()
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.window:
        parser.error(f"unrecognized arguments: {WINDOW_OPTION}")
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise
    except ContentRefusedError as error:
        for finding in error.findings:
            say(place_and_words(finding))
        say(error_words(error, translator))
    except WijkwijzerError as error:
        say(error_words(error, translator))
    except OSError as error:
        say(translator.text("Dit lukt niet met {file}: {reason}.", file=error.filename or "?", reason=error.strerror or "?"))
    return WRONG


def _parser() -> Parser:
    t = Translator().text
    parser = Parser(prog="wijkwijzer", description=t("Zonder opdracht gaat de balie open op het scherm."), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"wijkwijzer {__version__}", help=t("welke versie dit is"))
    where = t("map met de database en de instellingen")
    parser.add_argument("--data", type=Path, metavar="MAP", help=where)
    parser.add_argument(WINDOW_OPTION, action="store_true", help=t("zonder opdracht: de balie in een venster"))
    shared = Parser(add_help=False)
    # Not given here it must not undo what was given before the command.
    shared.add_argument("--data", type=Path, metavar="MAP", help=where, default=argparse.SUPPRESS)
    commands = parser.add_subparsers(required=True, title=t("opdrachten"), metavar=t("opdracht"))

    visit = visit_options(shared)
    advise = commands.add_parser("advise", parents=[visit], help=t("het advies bij een bezoek"))
    advise.add_argument("--json", action="store_true", help=t("als JSON"))
    advise.set_defaults(run=_advise)

    slip = commands.add_parser("slip", parents=[visit], help=t("het papier bij een bezoek, als PDF"))
    slip.add_argument("-o", "--output", type=Path, required=True, metavar="slip.pdf", help=t("waar de PDF komt"))
    slip.add_argument("--paper", type=Paper, choices=COUNTER_PAPERS, metavar="{a4,a5,receipt}", help=t("anders zoals ingesteld"))
    slip.add_argument("--large", action="store_true", help=t("grote letters"))
    slip.set_defaults(run=_slip)

    cli_content.add_commands(commands.add_parser("content", help=t("de vragen: nakijken, publiceren, tekenen")), shared)

    cli_catalogue.add_commands(commands.add_parser("catalogue", help=t("wat er in de catalogus staat")), shared)

    cli_staff.add_commands(commands, shared)

    cli_backup.add_commands(commands, shared)

    cli_central.add_commands(commands, shared)

    cli_municipality.add_commands(commands, shared)

    cli_statistics.add_commands(commands, shared)

    cli_outcome.add_commands(commands, shared)

    cli_sheet.add_commands(commands, shared)
    cli_week.add_commands(commands, shared)

    cli_fhir.add_commands(commands, shared)

    doctor = commands.add_parser("doctor", parents=[shared], help=t("is deze computer geschikt als balie?"))
    doctor.set_defaults(run=_doctor)
    return parser


def _advise(options: argparse.Namespace) -> int:
    case = case_of(options)
    advice = case.desk.advise(case.desk.pack, case.intake, case.at)
    wording = case.desk.wording(case.intake.language)
    data = advice_data(advice, wording, case.at)
    if options.json:
        show(json.dumps(data, ensure_ascii=False, indent=2))
        return DONE
    for route in data["urgent"]:
        show(f"! {route['title']}: {', '.join(route['numbers'])}")
    for item in data["recommendations"] + data["activities"]:
        show(f"{item['concern'] or '-'}: {item['name']} ({item['verdict']})")
        for reason in item["reasons"]:
            show(f"    {reason['text']}")
    return DONE


def _slip(options: argparse.Namespace) -> int:
    case = case_of(options)
    desk = case.desk
    if options.paper is not None:
        desk = desk.with_settings(replace(desk.settings, paper=options.paper))
    referral = refer(desk.advise(desk.pack, case.intake, case.at), Choice())
    slip = desk.compose(referral, new_code(), case.intake.language, case.at)
    options.output.write_bytes(desk.to_paper(slip, large=options.large).pdf)
    return DONE


def _doctor(options: argparse.Namespace) -> int:
    translator = Translator()
    findings = 0
    for check in chain(fitness.checks(options.data), upkeep.checks(options.data)):
        show(doctor_words(check.code, check.outcome, dict(check.data), translator))
        findings += check.outcome == WRONG_OUTCOME
    return FINDINGS if findings else DONE
