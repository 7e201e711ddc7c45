"""The jobs with staff: the first manager, and whether the log of what staff did is whole.

A PIN is asked for, or read from standard input where that is no keyboard. It is never an argument: those are seen by all.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.console import DONE, FINDINGS, WRONG, say, show
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.errors import AccountRefusedError
from wijkwijzer_desktop.domain.staff import Pin
from wijkwijzer_desktop.i18n.staff_words import older_keys_words, verdict_words
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`staff begin` and `audit verify`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    staff = commands.add_parser("staff", help=t("de medewerkers van deze balie"))
    actions = staff.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    begin = actions.add_parser("begin", parents=[shared], help=t("de eerste beheerder maken; vraagt om een pincode"))
    begin.add_argument("--label", metavar=t("NAAM"), default=t("Beheerder"), help=t("hoe die heet op het scherm"))
    begin.add_argument("--anew", action="store_true", help=t("opnieuw beginnen: alle andere medewerkers gaan weg"))
    begin.set_defaults(run=_begin)

    audit = commands.add_parser("audit", help=t("het logboek van wat medewerkers deden"))
    actions = audit.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    verify = actions.add_parser("verify", parents=[shared], help=t("is er niets veranderd of weggehaald?"))
    verify.set_defaults(run=_verify)


def _begin(options: argparse.Namespace) -> int:
    t = Translator().text
    room = staff_room(options.data)
    if not options.anew and not room.is_new():
        raise AccountRefusedError(reason="present")
    pin = _ask()
    if pin is None:
        say(t("De twee pincodes zijn niet gelijk. Er is niets veranderd."))
        return WRONG
    account = room.begin(options.label, pin, anew=options.anew)
    show(t("{label} kan nu inloggen als beheerder.", label=account.label))
    return DONE


def staff_room(folder: Path | None, *, looks_only: bool = False) -> StaffRoom:
    """For a command, which has no visit to forget and where nobody is logged in."""
    return bootstrap.open_staff(folder, _no_visit, looks_only=looks_only)


def _no_visit() -> None:
    """There is none."""


def _ask() -> Pin | None:
    """None where what was typed the second time differs."""
    if not sys.stdin.isatty():
        return Pin(sys.stdin.readline().strip())
    from getpass import getpass

    t = Translator().text
    try:
        first = getpass(t("Nieuwe pincode, minstens zes cijfers: "))
        return Pin(first) if getpass(t("Nog een keer: ")) == first else None
    except EOFError:
        return None


def _verify(options: argparse.Namespace) -> int:
    translator = Translator()
    log = staff_room(options.data, looks_only=True).log
    verdict = log.verify()
    show(verdict_words(verdict, translator))
    if verdict.wrong is not None and not log.is_ours():
        say(translator.text("De sleutel staff.key past niet bij de laatste regel."))
    older = older_keys_words(verdict, translator)
    if older:
        say(older)
    return DONE if verdict.wrong is None else FINDINGS
