"""What a check says of a draft, and which personas are told something else."""

import json
from dataclasses import replace
from functools import cache

import pytest

from tests.content import made
from tests.content.advisor import SERVICES, advise
from tests.content.editing.small import DRAFTING, persona, question
from wijkwijzer_desktop.content.editing.comparing import change_lines
from wijkwijzer_desktop.desk.draft_edits import ChangePersona, ChangeQuestion, ChangeTopic, Edit, MoveQuestion, RemoveQuestion
from wijkwijzer_desktop.desk.drafting import Draft, Problem
from wijkwijzer_desktop.domain.condition import AnyOf
from wijkwijzer_desktop.domain.intake import Answer, Link
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Option
from wijkwijzer_desktop.domain.recipe import Wishes
from wijkwijzer_desktop.domain.service import Status
from wijkwijzer_desktop.i18n.publishing_words import how_many_words
from wijkwijzer_desktop.i18n.translator import Translator


@cache
def in_use() -> Draft:
    return DRAFTING.read({name: json.dumps(data, indent=1) for name, data in made.files().items()}, "2026.11", 0)


def problems(*edits: Edit) -> list[Problem]:
    after = DRAFTING.edit(in_use(), edits)
    found = DRAFTING.problems(after, in_use(), SERVICES, advise)
    # What is made up has a picture of its own, which isn't shipped under that name.
    return [problem for problem in found if problem.finding.code != "pictogram-missing"]


def test_what_holds_has_no_problems() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("edit", "code", "kind", "item", "field", "blocks"),
    [
        (
            ChangeQuestion(replace(question(in_use(), "tegel1.hulp"), show_if=AnyOf("er.niet", frozenset({"x"})))),
            "condition-unknown-question",
            "question",
            "tegel1.hulp",
            "show_if",
            True,
        ),
        (MoveQuestion("tegel1.open", "tegel2.open"), "show-if-later", "question", "tegel1.hulp", "show_if", True),
        (
            ChangeQuestion(replace(question(in_use(), "tegel3.open"), text="Gaat het niet goed?")),
            "question-with-not",
            "question",
            "tegel3.open",
            "text",
            False,
        ),
        (
            ChangeQuestion(replace(question(in_use(), "tegel3.open"), help="Denk aan verantwoordelijkheidsgevoel.")),
            "word-too-long",
            "question",
            "tegel3.open",
            "help",
            False,
        ),
        (
            ChangeTopic(replace(in_use().pack.topics_by_id["tegel2.zorg"], fallback=False)),
            "fallback-count",
            "topic",
            "tegel2",
            "fallback",
            True,
        ),
        (RemoveQuestion("tegel5.hulp"), "condition-unknown-question", "topic", "tegel5.zorg", "rules", True),
        (
            ChangePersona(replace(persona(in_use(), "bewoner1"), must_not=("helper",), must=())),
            "persona-must-not",
            "persona",
            "bewoner1",
            "must_not",
            False,
        ),
        (
            ChangePersona(replace(persona(in_use(), "bewoner0"), urgent=())),
            "persona-urgent",
            "persona",
            "bewoner0",
            "urgent",
            True,
        ),
    ],
)
def test_each_problem_says_where_it_is(edit: Edit, code: str, kind: str, item: str, field: str, blocks: bool) -> None:
    (problem, *_) = [one for one in problems(edit) if one.finding.code == code and one.item == item]
    assert (problem.kind, problem.field, problem.blocks, problem.known) == (kind, field, blocks, False)
    assert problem.words


def test_an_answer_that_personas_gave_is_gone() -> None:
    no = question(in_use(), "tegel1.open").options[1]
    other = Option("anders", "Nee, ik weet het niet meer", "home")
    edit = ChangeQuestion(replace(question(in_use(), "tegel1.open"), options=(replace(no, id="hulp"), other)))
    (problem, *_) = [one for one in problems(edit) if one.finding.code == "persona-visit"]
    assert (problem.kind, problem.field, problem.blocks) == ("persona", "visit", True)
    assert "dit antwoord hoort niet bij die vraag" in problem.words


def test_what_was_wrong_already_does_not_block() -> None:
    ended = tuple(replace(one, status=Status.ENDED) if one.id == "112" else one for one in SERVICES)
    draft = DRAFTING.edit(in_use(), (ChangeQuestion(replace(question(in_use(), "tegel1.open"), text="Gaat het goed?")),))
    known = [one for one in DRAFTING.problems(draft, in_use(), ended, advise) if one.finding.code == "ended-service"]
    assert [(one.known, one.blocks) for one in known] == [(True, False)]
    alone = [one for one in DRAFTING.problems(draft, None, ended, advise) if one.finding.code == "ended-service"]
    assert [(one.known, one.blocks) for one in alone] == [(False, True)]


def test_the_picture_marks_what_nobody_sees_and_what_ends_without_help() -> None:
    unheard = replace(question(in_use(), "tegel1.hulp"), show_if=AnyOf("tegel1.open", frozenset({"er-niet"})))
    draft = DRAFTING.edit(in_use(), (ChangeQuestion(unheard),))
    helpless = tuple(replace(one, topics=one.topics[:-1]) if one.id == "helper" else one for one in SERVICES)
    found = DRAFTING.problems(draft, in_use(), helpless, advise)
    picture = DRAFTING.picture(draft, found).decode()
    assert picture.count("! niemand krijgt deze vraag te zien") == 1
    assert picture.count("! hierbij helpt nog niemand") == 1
    # All three questions of that tile lead there only.
    assert picture.count("! bij wat hieruit komt, helpt nog niemand") == 3
    assert picture.count("marked") == 1 + 1 + 1 + 3
    assert "! " not in DRAFTING.picture(in_use(), ()).decode().replace("! Bel nu", "")


def test_who_is_told_something_else() -> None:
    topic = in_use().pack.topics_by_id["tegel1.zorg"]
    draft = DRAFTING.edit(in_use(), (ChangeTopic(replace(topic, rules=topic.rules[1:], fallback=False)),))
    found = DRAFTING.changes(in_use(), draft, advise)
    assert (found.against, found.personas) == (in_use().pack.version, 60)
    assert [change.id for change in found.changes] == ["bewoner16", "bewoner32", "bewoner48"]
    (change, *_) = found.changes
    assert change.before is not None
    assert change.after is not None
    assert [one.id for one in change.before.concerns] == ["tegel1.zorg"]
    assert change.after.concerns == ()
    assert [one.name for one in change.before.advised if one not in change.after.advised] == ["112", "De Helper"]
    assert list(change_lines(change, Translator())) == [
        "bewoner16: Iemand, 40",
        "  zorgen: − Ik heb een zorg",
        "  advies: − 112; − De Helper",
        "  eerste stap: − 112; + De Balie",
    ]
    assert how_many_words(3, 60, Translator()) == "Deze wijziging verandert het advies voor 3 van de 60 bewoners."
    assert how_many_words(0, 60, Translator()) == "Deze wijziging verandert het advies voor niemand van de 60 bewoners."


def test_who_gets_another_recipe_or_one_conversation_first() -> None:
    second, third = (one for one in in_use().personas if one.id in {"bewoner2", "bewoner3"})
    touched = {"begin.topics": Answer(("tegel3", "tegel4"))}
    both = replace(third, visit=replace(third.visit, answers={**third.visit.answers, **second.visit.answers, **touched}))
    linked = replace(both, visit=replace(both.visit, links=(Link("tegel3.zorg", "tegel4.zorg"),)))
    before = DRAFTING.edit(in_use(), (ChangePersona(both),))
    draft = DRAFTING.edit(before, (ChangePersona(replace(second, wishes=Wishes())), ChangePersona(linked)))
    recipe, whole = DRAFTING.changes(before, draft, advise).changes
    assert list(change_lines(recipe, Translator())) == ["bewoner2: Iemand, 40", "  welzijnsrecept: + De Helper"]
    assert "  gesprek over alles: + Wijkteam" in list(change_lines(whole, Translator()))


def test_a_persona_at_a_counter_that_is_gone_is_not_compared() -> None:
    def nowhere(one: Persona) -> Persona:
        return replace(one, counter="er-niet")

    def unknown(*_: object) -> None:
        raise KeyError

    draft = replace(in_use(), personas=tuple(map(nowhere, in_use().personas)))
    assert DRAFTING.changes(draft, draft, unknown).changes == ()  # type: ignore[arg-type]
