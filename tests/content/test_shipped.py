"""The shipped content of Enschede holds, and is as large as it must be."""

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.checker import Report, check
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.graph import graph_svg
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.desk.personas import given_to
from wijkwijzer_desktop.devices.clock import public_holidays
from wijkwijzer_desktop.domain.carried import carried_text, known_topics, parse_carried, tiles_of
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.domain.service import Interest, Kind
from wijkwijzer_desktop.domain.slip import new_code

SIGNALS = {
    "gevaar", "nood", "suicide", "crisis", "geen-huisarts", "geweld", "kind", "uithuis", "afsluiten", "geen-eten", "geen-bed",
    "seksueel", "verward", "kind-veilig", "dwang", "vandaag-dokter", "vandaag-zorg",
}  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.content())


@pytest.fixture(scope="module")
def report() -> Report:
    catalogue = LoadedCatalogue(load_catalogue(paths.content()))

    def advise(pack: Pack, persona: Persona) -> Given:
        return given_to(persona, pack, catalogue, public_holidays)

    return check(paths.content(), advise)


def test_nothing_is_found(report: Report) -> None:
    assert [place_and_words(finding) for finding in report.findings] == []


def test_what_the_paper_of_a_persona_carries_begins_their_next_visit(pack: Pack) -> None:
    bring_back = [persona for persona in load_personas(paths.content(), pack) if persona.carried]
    assert bring_back
    begin = pack.questionnaire.question(BEGIN_QUESTION)
    for persona in bring_back:
        carried = parse_carried(carried_text(new_code(), persona.carried or ()))
        assert known_topics(carried, pack.topics_by_id) == persona.carried
        touched = persona.visit.answers[BEGIN_QUESTION].options
        assert tiles_of(carried.topics, pack.topics_by_id, begin) <= frozenset(touched)


def test_every_practice_and_both_sides_of_a_meal_are_shown_by_a_persona(pack: Pack) -> None:
    personas = load_personas(paths.content(), pack)
    practices = {service.id for service in load_catalogue(paths.content()) if service.kind is Kind.PRACTICE}
    # Also who is sent by one that isn't in the list.
    assert {persona.practice for persona in personas} == practices | {"", None}
    assert {name for persona in personas for name in persona.recipe} >= {"thuisgekookt-enschede", "thuisgekookt-koken"}
    wished = {one for persona in personas if persona.wishes for one in persona.wishes.interests}
    assert wished == frozenset(Interest)


def test_it_is_as_large_as_it_must_be(report: Report) -> None:
    assert 45 <= report.questions <= 70
    assert report.personas >= 130
    assert report.services >= 99


def test_two_worries_take_at_most_fifteen_screens(report: Report) -> None:
    assert {number.sort: number.longest for number in report.numbers}["twee zorgen"] <= 15


def test_all_that_stands_together_reads_as_plain(report: Report) -> None:
    assert len(report.scores) >= 15
    assert min(score.ease for score in report.scores) >= 60


def test_every_urgent_route_is_there(pack: Pack) -> None:
    assert pack.signals_by_id.keys() >= SIGNALS


def test_published_and_read_back_it_is_the_same(pack: Pack) -> None:
    assert pack_from_json(pack_to_json(pack)) == pack


def test_the_drawing_has_every_question(pack: Pack) -> None:
    drawing = graph_svg(pack)
    assert all(f">{question.id}<" in drawing for question in pack.questionnaire.questions)


def test_every_question_tells_the_volunteer_what_it_is_for(pack: Pack) -> None:
    without = [question.id for question in pack.questionnaire.questions if not question.guidance.startswith("Waarvoor: ")]
    assert without == []
    assert pack_from_json(pack_to_json(pack)).questionnaire == pack.questionnaire
