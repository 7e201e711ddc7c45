"""Did it help? The same by command: for who is told by telephone, and for a service that receives papers itself."""

import argparse
from typing import Any

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.console import DONE, FINDINGS, WRONG, say, show
from wijkwijzer_desktop.domain.outcome import Known, Outcome, Reply, Wait, says_something
from wijkwijzer_desktop.i18n.outcome_words import known_words, outcome_name, wait_name
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`outcome`. commands: where commands are added. shared: the options that every command has."""
    translator = Translator()
    t = translator.text
    outcome = commands.add_parser("outcome", parents=[shared], help=t("vertellen of het hielp, met de code van een papier"))
    outcome.add_argument("code", metavar="CODE", help=t("zoals die op het papier staat: K7QM-3H"))
    outcome.add_argument("--entry", metavar="ID", help=t("over welke ingang; anders staat er wat bij de code hoort"))
    for told in Outcome:
        outcome.add_argument(f"--{told.value}", action="store_true", help=outcome_name(told, translator))
    waits = "; ".join(f"{wait.value}: {wait_name(wait, translator)}" for wait in Wait)
    for option, words in (("--answered", t("wanneer er antwoord kwam")), ("--waited", t("wanneer iemand er terechtkon"))):
        outcome.add_argument(option, type=Wait, choices=list(Wait), metavar="TIJD", help=f"{words} ({waits})")
    outcome.set_defaults(run=_outcome)


def _outcome(options: argparse.Namespace) -> int:
    t = Translator().text
    outcomes = bootstrap.open_outcomes(options.data)
    brought = outcomes.look(options.code)
    if brought.state is not Known.OPEN:
        say(known_words(brought.state, Translator()))
        return WRONG if brought.state is Known.MISREAD else FINDINGS
    reply = _reply(options)
    if options.entry is None:
        if says_something(reply):
            say(t("Geef met --entry op waar dit over gaat."))
        for service in brought.services:
            show(f"{service.id}: {service.name}")
        return WRONG if says_something(reply) else DONE
    if not says_something(reply):
        say(t("Vertel wat er van kwam, met bijvoorbeeld --{told}.", told=Outcome.REACHED.value))
        return WRONG
    if not outcomes.tell(options.code, (reply,)).counted:
        say(t("Over {entry} is met deze code niets meer te vertellen.", entry=options.entry))
        return FINDINGS
    show(t("Geteld. Dank u wel."))
    return DONE


def _reply(options: argparse.Namespace) -> Reply:
    told = frozenset(outcome for outcome in Outcome if getattr(options, outcome.value.replace("-", "_")))
    return Reply(options.entry or "", told, options.answered, options.waited)
