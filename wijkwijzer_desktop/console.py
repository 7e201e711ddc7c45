"""How the command line speaks: results on standard output, messages on standard error, all of it Dutch."""

import argparse
import os
import re
import sys
from typing import Any, NoReturn

from wijkwijzer_desktop.i18n.translator import Translator

DONE, FINDINGS, WRONG = 0, 1, 2

_ARGUMENT = re.compile(r"argument (?P<option>[^:]+): (?P<what>.*)", re.DOTALL)
_QUOTED = re.compile(r"'(?P<value>[^']*)'")


def say(message: str) -> None:
    """A message for the person at the keyboard."""
    sys.stderr.write(message + "\n")


def show(result: str) -> None:
    """A result."""
    sys.stdout.write(result + "\n")


def stop_listening() -> None:
    """Nobody reads on, as with `| head`: what is still to be written goes nowhere, without a complaint at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Parser(argparse.ArgumentParser):
    """Python's own, which can't be told to speak anything but English. add_help: False for one that is only there for
    others to take their arguments from."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)
        if add_help:
            t = Translator().text
            self._positionals.title = t("gegevens")
            self._optionals.title = t("opties")
            self.add_argument("-h", "--help", action="help", help=t("laat dit zien"))

    def error(self, message: str) -> NoReturn:
        """Say how the call is wrong, and how it should be; exit status 2."""
        self.print_usage(sys.stderr)
        self.exit(WRONG, call_words(message) + "\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else Translator().text("Gebruik: "))


def call_words(message: str) -> str:
    """What argparse says of a wrong call, in Dutch; a general sentence for what it never said before."""
    t = Translator().text
    _, required, names = message.partition("the following arguments are required: ")
    if required:
        return t("Dit ontbreekt nog: {names}. Kijk met --help hoe het moet.", names=names)
    _, unrecognized, names = message.partition("unrecognized arguments: ")
    if unrecognized:
        return t("Dit kent deze opdracht niet: {names}. Kijk met --help wat wel kan.", names=names)
    told = _ARGUMENT.fullmatch(message)
    if told is not None:
        return _argument_words(told["option"], told["what"])
    return t("De opdracht klopt niet. Kijk met --help hoe het moet.")


def _argument_words(option: str, what: str) -> str:
    t = Translator().text
    if what.startswith("expected"):
        return t("Achter {option} hoort een waarde.", option=option)
    quoted = _QUOTED.search(what)
    if what.startswith("invalid") and quoted is not None:
        return t("“{value}” past niet bij {option}. Kijk met --help wat wel kan.", value=quoted["value"], option=option)
    return t("{option} klopt niet. Kijk met --help hoe het moet.", option=option)
