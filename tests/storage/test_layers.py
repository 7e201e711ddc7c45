"""Layers in the database: what a counter sees is what services in memory would show, and it costs nothing where all is seen."""

from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, text

from tests.storage.conftest import address, both
from tests.storage.examples import CATALOGUES, WISHES, a_service, a_wish
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override
from wijkwijzer_desktop.domain.matching import Wish
from wijkwijzer_desktop.domain.service import Service, Status
from wijkwijzer_desktop.storage import sealing
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.upgrading import alembic_config
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

LAYERS = (
    Layer("land", "Land", Level.NATIONAL),
    Layer("streek", "Streek", Level.REGION, "land"),
    Layer("stad", "Stad", Level.MUNICIPALITY, "streek"),
    Layer("dorp", "Dorp", Level.MUNICIPALITY, "streek"),
    Layer("wijk", "Wijk", Level.NEIGHBOURHOOD, "stad"),
)
IDS = st.sampled_from([layer.id for layer in LAYERS])
NAMES = st.integers(0, 99).map(lambda number: f"dienst-{number}")


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory, blank_database: bytes) -> Engine:
    path = tmp_path_factory.mktemp("layers") / "wijkwijzer.db"
    path.write_bytes(blank_database)
    return open_database(address(path))


def of(layer: str, service_id: str) -> Service:
    """A small entry that this layer keeps."""
    return replace(a_service(service_id), layer=layer)


def of_layers(services: tuple[Service, ...], data: st.DataObject) -> tuple[Service, ...]:
    return tuple(replace(service, layer=data.draw(IDS | st.just(""))) for service in services)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plain=CATALOGUES, wishes=st.lists(WISHES, min_size=1, max_size=3), at=IDS | st.just(""), data=st.data())
def test_the_database_shows_what_services_in_memory_would(
    lasting: Engine, plain: tuple[Service, ...], wishes: list[Wish], at: str, data: st.DataObject
) -> None:
    services = of_layers(plain, data)
    ids = [service.id for service in services] or ["dienst-1"]
    some = st.sampled_from(ids)
    made = st.builds(Override, IDS, some | NAMES, some | st.just(""), st.just("Omdat."))
    overrides = data.draw(st.lists(made, max_size=8, unique_by=lambda one: (one.layer, one.service)))
    layers = Layers(LAYERS, tuple(sorted(overrides, key=lambda one: (one.layer, one.service))))
    whole = StoredCatalogue(lasting)
    whole.replace_all(services, layers)
    stored, loaded = whole.seen_from(at), LoadedCatalogue(services, layers, at)
    for wish in wishes:
        assert stored.shortlist(wish) == loaded.shortlist(wish)
    assert stored.services(tuple(ids)) == loaded.services(tuple(ids))
    assert stored.wider(tuple(ids)) == loaded.wider(tuple(ids))
    assert stored.everything() == loaded.everything()
    assert [one.id for one in stored.findable()] == [one.id for one in loaded.findable()]
    assert len(whole.everything()) == len(services)


@both
def test_enough_is_found_where_most_belongs_to_others(engine: Engine) -> None:
    others = [of("dorp", f"dorp-{n:03}") for n in range(60)]
    own = [of("stad", f"stad-{n}") for n in range(3)]
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((*others, *own), Layers(LAYERS))
    found = catalogue.seen_from("stad").shortlist(a_wish(topics=frozenset(own[0].topics), limit=3))
    assert [service.id for service in found] == ["stad-0", "stad-1", "stad-2"]


@both
def test_where_all_is_seen_the_same_queries_are_asked(engine: Engine) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    catalogue = StoredCatalogue(engine)
    catalogue.replace_all(tuple(of("land", f"dienst-{n}") for n in range(9)), Layers(LAYERS[:3]))
    wish = a_wish(topics=frozenset(a_service("x").topics))
    seen = catalogue.seen_from("")
    assert catalogue.shortlist(wish) == seen.shortlist(wish)
    event.listen(engine, "before_cursor_execute", note)
    catalogue.shortlist(wish)
    alone = len(asked)
    seen.shortlist(wish)
    event.remove(engine, "before_cursor_execute", note)
    assert len(asked) == 2 * alone


@both
def test_publishing_keeps_what_editors_left_out_here_and_takes_away_what_was_published(engine: Engine) -> None:
    catalogue, workbench = StoredCatalogue(engine), StoredWorkbench(engine)
    services = (of("land", "lijn"), of("streek", "bank"), of("stad", "balie"))
    shipped = Layers(LAYERS[:3], (Override("stad", "lijn", "", "Zo geleverd."),))
    catalogue.publish(services, shipped)
    workbench.override(Override("stad", "bank", "", "Hier gedaan."), None, How.HIDDEN)
    seen = catalogue.seen_from("")
    assert [service.id for service in seen.everything()] == ["balie"]
    catalogue.publish(services, Layers(LAYERS[:3]))
    assert [service.id for service in seen.everything()] == ["balie", "lijn"]
    assert workbench.layers().overrides == (Override("stad", "bank", "", "Hier gedaan."),)
    catalogue.replace_all(services, Layers(LAYERS[:3]))
    assert len(seen.everything()) == 3
    catalogue.check()


@both
def test_an_own_version_takes_the_place_of_the_wider_entry_until_it_ends_and_history_tells(engine: Engine) -> None:
    catalogue, workbench = StoredCatalogue(engine), StoredWorkbench(engine)
    bank = of("streek", "bank")
    catalogue.publish((bank, of("stad", "balie")), Layers(LAYERS[:3]))
    own = replace(bank, id="bank-2", name="Eigen bank", layer="stad")
    workbench.override(Override("stad", "bank", "bank-2", "Hier een eigen loket."), own, How.OWN_VERSION)
    seen = catalogue.seen_from("stad")
    assert seen.services(("bank",)) == {"bank": own}
    assert [change.how for change in workbench.history("bank")] == [How.OWN_VERSION]
    workbench.save(replace(own, status=Status.ENDED), 1, How.EDITED)
    assert seen.services(("bank",)) == {"bank": bank}
    workbench.show_again("stad", "bank")
    assert [change.how for change in workbench.history("bank")] == [How.SHOWN, How.OWN_VERSION]
    assert workbench.layers().overrides == ()
    catalogue.check()


def test_a_database_of_before_layers_shows_all_it_had_and_can_be_sealed_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0010")
        for statement in (
            "INSERT INTO organization (id, name) VALUES ('een', 'Een')",
            "INSERT INTO eligibility (number) VALUES (0)",
            "INSERT INTO timetable (number) VALUES (0)",
            "INSERT INTO language (number, codes) VALUES (0, '')",
            (
                "INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility,"
                " eligibility_description, timetable, hours_text, language, email, url, fees_description, referral,"
                " application_process) VALUES ('dienst', 'een', 'Dienst', 'Hulp.', 'service', 2, 'unconfirmed', 0, '', 0, '',"
                " 0, '', '', '', 'none', '')"
            ),
            "INSERT INTO staff (id, label, role, hash) VALUES ('iemand', 'Redacteur', 2, 'x')",
            "INSERT INTO catalogue_version (id, number) VALUES (1, 1)",
        ):
            connection.execute(text(statement))
        # As it was sealed then.
        there = tuple(table for table in sealing.CATALOGUE.tables if table.name not in {"layer", "service_override"})
        catalogue_then = replace(sealing.CATALOGUE, tables=there)
        monkeypatch.setattr(sealing, "PARTS", (catalogue_then, *sealing.PARTS_BEFORE[1:]))
        sealing.seal(connection, anew=True)
        monkeypatch.undo()
    older.dispose()
    engine = open_database(address(path))
    catalogue = StoredCatalogue(engine)
    catalogue.check()
    expected = a_service("dienst", topics=())
    assert catalogue.seen_from("").everything() == (expected,)
    assert StoredWorkbench(engine).layers() == Layers()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT layer FROM staff")) == ""
    catalogue.publish((replace(expected, layer="land"),), Layers(LAYERS[:3]))
    assert catalogue.seen_from("stad").everything() == (replace(expected, layer="land"),)
    engine.dispose()
