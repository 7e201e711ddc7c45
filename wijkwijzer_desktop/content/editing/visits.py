"""Personas as fields of YAML; only what differs from before is written."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ruamel.yaml.comments import CommentedMap

from wijkwijzer_desktop.content.editing.items import flow, flow_list, put
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.intake import SKIP, Answer, Intake
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Questionnaire
from wijkwijzer_desktop.domain.recipe import DayPart, Wishes

PERSONA = (
    "id",
    "who",
    "at",
    "counter",
    "practice",
    "full",
    "visit",
    "concerns",
    "must",
    "must_not",
    "urgent",
    "first",
    "whole",
    "carried",
    "wishes",
    "recipe",
    "recipe_not",
)
VISIT = ("language", "area", "answers", "order", "links")
DUTCH = "nl"


def write_persona(data: CommentedMap, new: Persona, old: Persona | None, questions: Questionnaire) -> None:
    """Make it so. old: what it is now, None for one that says nothing yet."""
    values = _persona(new)
    before: Mapping[str, Any] = _persona(old) if old is not None else {}
    for key, value in values.items():
        if value != before.get(key):
            put(data, key, _on_a_line(value), PERSONA)
    if not isinstance(data.get("visit"), CommentedMap):
        put(data, "visit", CommentedMap(), PERSONA)
    _write_visit(data["visit"], new.visit, old.visit if old is not None else Intake(), questions)


def _persona(persona: Persona) -> dict[str, Any]:
    return {
        "id": persona.id,
        "who": persona.who,
        "at": f"{persona.at:%Y-%m-%dT%H:%M}",
        "counter": persona.counter,
        "concerns": persona.concerns or None,
        "must": persona.must or None,
        "must_not": persona.must_not or None,
        "urgent": persona.urgent or None,
        "first": persona.first or None,
        "practice": persona.practice,
        "full": persona.full or None,
        "whole": persona.whole,
        "carried": persona.carried,
        "wishes": _wishes(persona.wishes) if persona.wishes is not None else None,
        "recipe": persona.recipe or None,
        "recipe_not": persona.recipe_not or None,
    }


def _wishes(wishes: Wishes) -> dict[str, Any]:
    said: dict[str, Any] = {
        "interests": sorted(wishes.interests),
        "dayparts": sorted(wishes.dayparts, key=tuple(DayPart).index),
        "company": wishes.company,
        "only_free": wishes.only_free,
    }
    far = {} if wishes.farthest_km is None else {"farthest_km": wishes.farthest_km}
    return {name: _plain(value) for name, value in said.items() if value} | far


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    return [one.value for one in value] if isinstance(value, list) else value


def _on_a_line(value: object) -> object:
    if isinstance(value, tuple):
        return flow_list(value)
    return flow(value) if isinstance(value, dict) else value


def _write_visit(data: CommentedMap, new: Intake, old: Intake, questions: Questionnaire) -> None:
    if new.language != old.language:
        put(data, "language", None if new.language == DUTCH else new.language, VISIT)
    by_name = AREA_QUESTION in data.get("answers", {})
    area = None if by_name else new.answers.get(AREA_QUESTION)
    if area != (None if by_name else old.answers.get(AREA_QUESTION)):
        put(data, "area", area.options[0] if area is not None else None, VISIT)
    answers = {name: answer for name, answer in new.answers.items() if by_name or name != AREA_QUESTION}
    if not isinstance(data.get("answers"), CommentedMap):
        put(data, "answers", flow({}), VISIT)
    listed: CommentedMap = data["answers"]
    for name in [name for name in listed if name not in answers]:
        put(listed, name, None, ())
    for name, answer in answers.items():
        if name not in listed or answer != old.answers.get(name):
            listed[name] = _answer(name, answer, questions)
    if new.order != old.order:
        put(data, "order", flow_list(new.order) if new.order else None, VISIT)
    if new.links != old.links:
        links = [[link.cause, link.effect] for link in new.links]
        put(data, "links", flow_list(links) if links else None, VISIT)


def _answer(name: str, answer: Answer, questions: Questionnaire) -> object:
    if answer == SKIP:
        return None
    question = questions.by_id.get(name)
    if answer.known and question is not None and question.several:
        return flow_list(answer.options)
    return answer.options[0]
