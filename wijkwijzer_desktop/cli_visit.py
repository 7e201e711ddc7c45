"""A visit by command: a file, or one of the invented residents; in which language, and at which moment."""

import argparse
import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.console import Parser, say
from wijkwijzer_desktop.content.personas import Persona, load_personas
from wijkwijzer_desktop.content.visits import read_visit
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.errors import VisitFileError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Case:
    """One visit to advise on. at: aware. persona: whose it is, None for that of a file."""

    desk: Desk
    intake: Intake
    at: datetime
    persona: Persona | None = None


def visit_options(shared: argparse.ArgumentParser) -> Parser:
    """What a command about a visit takes; for `parents`. shared: the options that every command has."""
    t = Translator().text
    visit = Parser(add_help=False, parents=[shared])
    visit.add_argument("visit", nargs="?", type=Path, metavar="BEZOEK.json", help=t("een bezoek als bestand"))
    visit.add_argument("--persona", metavar="ID", help=t("een van de verzonnen bewoners, in plaats van een bestand"))
    visit.add_argument("--language", metavar="TAAL", help=t("taal van de bezoeker"))
    visit.add_argument("--at", type=moment, metavar="2026-11-24T10:00", help=t("het moment, anders nu"))
    return visit


def moment(text: str) -> datetime:
    """A moment as it is typed, in the city's zone unless it says otherwise. Raises ValueError."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=ZONE)


def case_of(options: argparse.Namespace) -> Case:
    """The visit that these options, of `visit_options`, name. Blocks. Raises VisitFileError, and what `build_desk` may."""
    if (options.visit is None) == (options.persona is None):
        raise VisitFileError(field="BEZOEK.json", reason="one-of-two")
    desk = bootstrap.build_desk(options.data)
    at: datetime | None = options.at
    persona = _persona(options.persona, desk) if options.persona is not None else None
    if persona is not None:
        desk = bootstrap.at_counter(desk, persona.counter)
        intake, at = persona.visit, at or persona.at
    else:
        intake = read_visit(_json(options.visit), desk.pack)
    intake = _in_language(intake, options.language or intake.language)
    return Case(desk, intake, at or desk.clock.now(), persona)


def _persona(persona_id: str, desk: Desk) -> Persona:
    personas = load_personas(paths.content(), desk.pack)
    found = next((persona for persona in personas if persona.id == persona_id), None)
    if found is None:
        raise VisitFileError(field="--persona", reason="unknown-persona")
    return found


def _in_language(intake: Intake, code: str) -> Intake:
    if code not in {language.code for language in LANGUAGES}:
        say(Translator().text("Voor “{code}” is er nog geen vertaling. Het wordt Nederlands.", code=code))
        code = "nl"
    return replace(intake, language=code)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise VisitFileError(field=path.name, reason="not-json") from error
