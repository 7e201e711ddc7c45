"""The stored catalogue answers as services in memory do, and changes whole or not at all."""

import gc
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from weakref import ref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from tests.fictional import fictional_services
from tests.storage.conftest import address, both
from tests.storage.examples import CATALOGUES, HOSTILE, WISHES, a_service, a_wish
from wijkwijzer_desktop.domain.condition import AtLeast
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError
from wijkwijzer_desktop.domain.matching import HELP, JOIN, Wish, sort_services
from wijkwijzer_desktop.domain.ranking import Ranking
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Organization, Service, Step, Told, Translation
from wijkwijzer_desktop.domain.standing import Reported, Standing
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database, reading

PROPERTY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory, blank_database: bytes) -> StoredCatalogue:
    """One catalogue that is replaced again and again, so that what is remembered of the one before shows."""
    path = tmp_path_factory.mktemp("lasting") / "wijkwijzer.db"
    path.write_bytes(blank_database)
    return StoredCatalogue(open_database(address(path)))


@PROPERTY
@given(services=CATALOGUES, wishes=st.lists(WISHES, min_size=1, max_size=4))
def test_shortlist_equals_sorting_in_memory(lasting: StoredCatalogue, services: tuple[Service, ...], wishes: list[Wish]) -> None:
    lasting.replace_all(services)
    for wish in wishes:
        assert lasting.shortlist(wish) == sort_services(services, wish)


@PROPERTY
@given(services=CATALOGUES, wish=WISHES, steps=st.lists(st.integers(0, 200_000), min_size=1, max_size=5))
def test_shortlist_stays_right_as_time_goes_by(
    lasting: StoredCatalogue, services: tuple[Service, ...], wish: Wish, steps: list[int]
) -> None:
    lasting.replace_all(services)
    at = wish.ranking.situation.at
    for seconds in steps:
        at += timedelta(seconds=seconds)
        later = replace(wish, ranking=Ranking(replace(wish.ranking.situation, at=at), wish.ranking.steps), on=at.date())
        assert lasting.shortlist(later) == sort_services(services, later)


@PROPERTY
@given(services=CATALOGUES)
def test_everything_comes_back_as_it_went_in(lasting: StoredCatalogue, services: tuple[Service, ...]) -> None:
    lasting.replace_all(services)
    assert lasting.everything() == tuple(sorted(services, key=lambda service: service.id))
    assert lasting.services(tuple(s.id for s in services)) == {s.id: s for s in services}


@both
def test_shortlist_over_many_fictional_services(engine: Engine) -> None:
    services = tuple(fictional_services(600, 7))
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all(services)
    wish = a_wish()
    for topics in ({"geld", "geld.schulden"}, {"contact", "contact.eenzaam"}, {"slapen", "slapen.slecht"}):
        for kinds in (HELP, JOIN):
            for minutes in (0, 1, 600, 1440):
                at = datetime(2026, 11, 24, 10, tzinfo=ZONE) + timedelta(minutes=minutes)
                ranking = Ranking(replace(wish.ranking.situation, at=at), wish.ranking.steps)
                asked = Wish(frozenset(topics), kinds, ranking, at.date(), 5, frozenset({"voorbeeld-000010"}))
                assert catalogue.shortlist(asked) == sort_services(services, asked)


def test_fictional_services_are_shared_out_as_promised() -> None:
    services = tuple(fictional_services(3000, 3))
    assert services == tuple(fictional_services(3000, 3))
    assert len({s.timetable for s in services}) <= 300
    assert len({s.eligibility for s in services}) <= 60
    assert len({s.id for s in services}) == 3000
    assert all(s.name.startswith("Voorbeeld ") for s in services)


@both
def test_a_service_with_two_wished_topics_is_found_once(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    services = tuple(a_service(f"dienst-{n}", topics=("geld", "geld.schulden")) for n in range(6))
    catalogue.replace_all(services)
    found = catalogue.shortlist(a_wish(limit=4, topics=frozenset({"geld", "geld.schulden"})))
    assert [s.id for s in found] == ["dienst-0", "dienst-1", "dienst-2", "dienst-3"]


@both
def test_empty_catalogue(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    assert catalogue.version() == 0
    assert catalogue.everything() == ()
    assert catalogue.shortlist(a_wish()) == ()
    assert catalogue.services(("onbekend",)) == {}


@both
def test_services_come_in_the_order_asked_and_unknown_ones_are_left_out(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("a"), a_service("b")))
    assert list(catalogue.services(("b", "geen", "a"))) == ["b", "a"]


def test_another_writer_is_seen_at_once(database: Path) -> None:
    mine, theirs = (StoredCatalogue(open_database(address(database))) for _ in range(2))
    mine.replace_all((a_service("a", name="Oud"),))
    assert [s.name for s in mine.shortlist(a_wish())] == ["Oud"]
    theirs.replace_all((a_service("a", name="Nieuw"), replace(a_service("b"), eligibility=AtLeast("about.leeftijd", 18))))
    assert [s.name for s in mine.shortlist(a_wish())] == ["Nieuw", "Dienst"]
    theirs.replace_all(())
    assert mine.shortlist(a_wish()) == ()
    assert mine.services(("a",)) == {}
    assert mine.version() == 3


@both
@pytest.mark.parametrize(
    ("services", "codes"),
    [
        ((a_service("a"), a_service("a")), ["double-id"]),
        ((a_service("a"), replace(a_service("b"), organization=Organization("een", "Anders"))), ["organization-two-names"]),
        ((a_service("a", topics=("geld", "geld")),), ["double-topic"]),
    ],
)
def test_fault_38_a_catalogue_that_breaks_a_rule_changes_nothing(
    engine: Engine, services: tuple[Service, ...], codes: list[str]
) -> None:
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("was-er-al"),))
    with pytest.raises(CatalogueRefusedError) as refused:
        catalogue.replace_all(services)
    assert [finding.code for finding in refused.value.findings] == codes
    assert [s.id for s in catalogue.everything()] == ["was-er-al"]
    assert catalogue.version() == 1


def test_what_is_shared_is_stored_once(engine: Engine) -> None:
    services = tuple(fictional_services(2500, 5))
    StoredCatalogue(engine).replace_all(services)
    with reading(engine) as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in (tables.service, tables.eligibility, tables.timetable, tables.language, tables.place)
        }
    assert counts["service"] == 2500
    assert counts["eligibility"] == len({s.eligibility for s in services}) <= 60
    assert counts["timetable"] == len({s.timetable for s in services}) <= 300
    assert counts["language"] == 8
    assert counts["place"] is not None
    assert counts["place"] <= 25


@both
@pytest.mark.parametrize("text", HOSTILE)
def test_fault_40_text_that_looks_like_a_command_stays_text(engine: Engine, text: str) -> None:
    catalogue = StoredCatalogue(engine)
    service = replace(a_service("a"), name=text, description=text, email=text, documents=(text,))
    catalogue.replace_all((service,))
    assert catalogue.shortlist(a_wish()) == (service,)
    assert catalogue.services((text,)) == {}
    assert catalogue.shortlist(a_wish(topics=frozenset({text}))) == ()
    assert catalogue.everything() == (service,)


def test_nothing_worked_out_from_answers_outlives_the_visit(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((replace(a_service("a"), eligibility=AtLeast("about.leeftijd", 18)),))
    wish = a_wish()
    situation = ref(wish.ranking.situation)
    catalogue.shortlist(wish)
    view = catalogue._view
    assert view is not None
    assert view.strips._visit is not None
    del wish
    gc.collect()
    assert situation() is None
    assert view.strips._visit is None


@both
def test_only_the_translations_are_replaced(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    older = Translation("tr", Told.DESCRIPTION, "Oud.", "Eski.")
    catalogue.replace_all((replace(a_service("een"), translations=(older,)), replace(a_service("twee"), translations=(older,))))
    before = catalogue.version()
    assert catalogue.shortlist(a_wish())[0].translations == (older,)
    newer = Translation("tr", Told.DESCRIPTION, "Hulp.", "Yardım.")
    catalogue.replace_translations(
        (replace(a_service("een", name="Anders"), translations=(newer, older)), replace(a_service("weg"), translations=(newer,)))
    )
    assert catalogue.version() > before
    assert catalogue.everything() == (
        replace(a_service("een"), translations=(newer, older)),
        replace(a_service("twee"), translations=(older,)),
    )
    # What was read before is not what is there now.
    assert {service.translations for service in catalogue.shortlist(a_wish())} == {(newer, older), (older,)}


@both
def test_what_is_told_to_be_full_comes_after_all_of_its_step_however_far_these_are(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    services = (*(a_service(f"dienst-{n}") for n in range(8)), replace(a_service("zwaar"), step=Step.PROFESSIONAL))
    catalogue.replace_all(services)
    full = {f"dienst-{n}": Standing(reported=frozenset({Reported.FULL})) for n in (0, 2)}
    wish = a_wish(limit=9)
    sunk = replace(wish, ranking=replace(wish.ranking, situation=replace(wish.ranking.situation, standings=full)))
    for limit in range(10):
        asked = replace(sunk, limit=limit)
        assert catalogue.shortlist(asked) == sort_services(services, asked)
    ids = [service.id for service in catalogue.shortlist(sunk)]
    assert ids == ["dienst-1", "dienst-3", "dienst-4", "dienst-5", "dienst-6", "dienst-7", "dienst-0", "dienst-2", "zwaar"]
