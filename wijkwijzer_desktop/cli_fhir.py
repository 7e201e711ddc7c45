"""The jobs with FHIR: a referral out, a questionnaire in."""

import argparse
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.cli_visit import case_of, visit_options
from wijkwijzer_desktop.console import DONE, FINDINGS, WRONG, say, show
from wijkwijzer_desktop.content.questionnaire_file import questionnaire_text
from wijkwijzer_desktop.desk.referral_file import ReferralCase
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.exchange.fhir_in import read_questionnaire
from wijkwijzer_desktop.exchange.fhir_out import bundle_bytes
from wijkwijzer_desktop.i18n.fhir_words import fhir_words
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.private_file import replace_file

QUESTIONS = "questionnaire.yaml"


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`fhir out` and `fhir in`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    actions = commands.add_parser("fhir", help=t("bestanden voor andere systemen: een verwijzing uit, een vragenlijst in"))
    subjects = actions.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    out = subjects.add_parser("out", parents=[visit_options(shared)], help=t("een verwijzing als FHIR R4-bestand"))
    out.add_argument("-o", "--output", type=Path, required=True, metavar="bundle.json", help=t("waar het bestand komt"))
    out.add_argument("--discreet", action="store_true", help=t("ook wat alleen op verzoek op papier komt"))
    out.set_defaults(run=_out)
    taken = subjects.add_parser("in", parents=[shared], help=t("een FHIR R4-vragenlijst als vragen van ons"))
    taken.add_argument("path", type=Path, metavar="Q.json", help=t("een Questionnaire, of een Bundle met één daarvan"))
    taken.add_argument("-o", "--output", type=Path, required=True, metavar=t("MAP"), help=t("daar komt questionnaire.yaml"))
    taken.set_defaults(run=_in)


def _out(options: argparse.Namespace) -> int:
    found = case_of(options)
    desk = found.desk
    referral = refer(desk.advise(desk.pack, found.intake, found.at), Choice(discreet=options.discreet))
    place = (desk.settings.name, desk.settings.address)
    case = ReferralCase(desk.pack, found.intake, referral, options.discreet, found.at, *place)
    replace_file(options.output, bundle_bytes(case, desk.wording(DUTCH.code)))
    return DONE


def _in(options: argparse.Namespace) -> int:
    translator = Translator()
    target: Path = options.output / QUESTIONS
    if target.exists():
        say(translator.text("In {path} staan al vragen. Kies een andere map.", path=target))
        return WRONG
    try:
        read = read_questionnaire(options.path.read_bytes(), options.path.name)
        text = questionnaire_text(read.questionnaire, f"{SystemClock().now():%Y.%m}", QUESTIONS)
    except ContentRefusedError as error:
        for finding in error.findings:
            say(fhir_words(finding, translator))
        say(translator.text("Daarom is er niets overgenomen."))
        return WRONG
    for finding in read.left_out:
        say(fhir_words(finding, translator))
    options.output.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    count = len(read.questionnaire.questions)
    show(translator.plural("Bewaard: {count} vraag in {path}.", "Bewaard: {count} vragen in {path}.", count, path=target))
    return FINDINGS if read.left_out else DONE
