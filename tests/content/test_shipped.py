"""The shipped content of Enschede holds, and is as large as it must be."""

from datetime import datetime

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.checker import Report, check
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.graph import graph_svg
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.schedule import no_holidays

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

    def advise(pack: Pack, intake: Intake, at: datetime, counter: str) -> Advice:
        talk = catalogue.services((counter,))[counter]
        postcode4 = talk.location.postcode4 if talk.location else ""
        return Advising(pack, catalogue, no_holidays, talk, postcode4).advise(intake, at)

    return check(paths.content(), advise)


def test_nothing_is_found(report: Report) -> None:
    assert [place_and_words(finding) for finding in report.findings] == []


def test_it_is_as_large_as_it_must_be(report: Report) -> None:
    assert 45 <= report.questions <= 70
    assert report.personas >= 60
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
