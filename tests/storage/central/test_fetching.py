"""A snapshot holds just what the server said in one transaction, whether it was made out of an earlier one or whole."""

import resource
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from tests.central_database import EDITOR, HENGELO, MANAGER, CentralDatabase, a_database
from tests.domain.network_samples import ANNA, BEN, RECORDS
from tests.postgres import Postgres
from tests.storage.central.snapshots import all_rows, check
from tests.storage.examples import CATALOGUES, SERVICES, a_service
from tests.storage.test_packs import a_pack, from_json, to_json
from wijkwijzer_desktop.desk.central import Link
from wijkwijzer_desktop.domain.central import Away, Part
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override
from wijkwijzer_desktop.domain.network_rules import network_of
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central import fetching
from wijkwijzer_desktop.storage.central.reading import PostgresLink, PostgresServer
from wijkwijzer_desktop.storage.engine import HEAD, one_writer, open_database, writing
from wijkwijzer_desktop.storage.layers import write_override
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.packs import StoredPacks
from wijkwijzer_desktop.storage.snapshots import SnapshotFolder, fetched, states
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY = date(2026, 11, 24)
# What was told long ago isn't fetched any more.
TODAY = datetime.now(UTC).date().isoformat()
LAYERS = Layers(
    (Layer("land", "Land", Level.NATIONAL), Layer("stad", "Stad", Level.MUNICIPALITY, "land")),
    (Override("stad", "landelijk", "", "Hier niet."),),
)


@pytest.fixture(scope="module")
def central(central_server: Postgres) -> Iterator[CentralDatabase]:
    """One for all of these: what they leave there isn't in each other's way."""
    with a_database(central_server) as database:
        yield database


@pytest.fixture
def snapshots(tmp_path: Path) -> SnapshotFolder:
    return SnapshotFolder(tmp_path)


@pytest.fixture
def link(central: CentralDatabase) -> Iterator[Link]:
    opened = PostgresServer(central.address()).link()
    yield opened
    opened.close()


@pytest.fixture
def manager(central: CentralDatabase) -> Iterator[Engine]:
    opened = open_database(central.address(MANAGER))
    yield opened
    opened.dispose()


def take(link: Link, snapshots: SnapshotFolder, known: Path | None = None) -> Path:
    """A new snapshot, which holds what was said."""
    target = snapshots.next()
    said = link.fetch(known, target)
    assert said == states(target) == link.states()
    check(target)
    assert snapshots.newest() == target
    return target


def change(workbench: StoredWorkbench, service: Service) -> None:
    now = workbench.read(service.id)
    workbench.save(service, now.version if now else 0, How.EDITED)


def no_whole(*_: object) -> Any:
    """In the place of what takes all anew."""
    raise AssertionError


def test_where_nothing_was_published_there_is_nothing(link: Link, snapshots: SnapshotFolder) -> None:
    path = take(link, snapshots)
    assert not any(
        rows for name, rows in all_rows(path).items() if name not in {"content_seal", "catalogue_version", "network_version"}
    )
    assert take(link, snapshots, path) != path


def test_all_that_is_published_and_nothing_of_others(
    central: CentralDatabase, link: Link, manager: Engine, snapshots: SnapshotFolder
) -> None:
    services = (a_service("een"), a_service("twee", name="Twee"))
    StoredCatalogue(manager).replace_all(services, LAYERS)
    StoredPacks(manager, to_json, from_json).publish(a_pack("1"))
    StoredNetworks(manager).publish(network_of(RECORDS), AT)
    others = open_database(central.address(MANAGER, HENGELO.id))
    StoredCatalogue(others).replace_all((a_service("elders"),))
    others.dispose()
    central.ask_owner("DELETE FROM tally")
    body = f'{{"day": "{TODAY}", "counter": "balie", "cells": [["told", "een", 2], ["advised", "een", 9]]}}'
    central.ask(f"SELECT central_deliver('abcdef0123456789', 1, 'counts', '{body}')")
    path = take(link, snapshots)
    engine = open_database(f"sqlite:///{path}", looks_only=True)
    assert StoredCatalogue(engine).everything() == services
    assert StoredWorkbench(engine).layers() == LAYERS
    assert StoredPacks(engine, to_json, from_json).current() == a_pack("1")
    assert StoredNetworks(engine).current() == StoredNetworks(manager).current()
    engine.dispose()
    rows = all_rows(path)
    assert rows["tally"] == [(TODAY, "", "told", "een", 2)]
    assert fetched(path) is not None
    # An empty one for who comes first.
    hengelo = PostgresServer(central.address(municipality=HENGELO.id)).link()
    assert [row[0] for row in all_rows(take(hengelo, snapshots, path))["service"]] == ["elders"]
    hengelo.close()


WEEKLY = Timetable((Schedule(Frequency.WEEKLY, ("MO",)),), (Closure(DAY, DAY, "dicht"),))
IDS = st.integers(0, 99).map(lambda number: f"dienst-{number}")
OVERRIDES = st.builds(Override, st.sampled_from(("land", "stad")), IDS, st.just(""), st.just("Hier niet."))
Edit = Callable[["Editors"], None]


class Editors:
    """All that may be done at the server."""

    def __init__(self, manager: Engine) -> None:
        self.catalogue, self.workbench = StoredCatalogue(manager), StoredWorkbench(manager)
        self.packs, self.networks = StoredPacks(manager, to_json, from_json), StoredNetworks(manager)

    def drop(self, places: frozenset[int]) -> None:
        """Entries go; the others stay as they are, but for the numbers of what they share."""
        there = self.catalogue.everything()
        self.catalogue.replace_all(tuple(service for n, service in enumerate(there) if n not in places))

    def show_again(self, override: Override) -> None:
        self.workbench.show_again(override.layer, override.service)

    def publish(self, pack: str) -> None:
        self.packs.publish(a_pack(pack, conversation=f"wijkteam {pack}"))

    def arrange(self, records: list[int]) -> None:
        self.networks.publish(network_of([RECORDS[n] for n in sorted({*records, *NAMED})]), AT)


NAMED = tuple(n for n, record in enumerate(RECORDS) if record not in {ANNA, BEN})
EDITS: st.SearchStrategy[Edit] = st.one_of(
    SERVICES.map(lambda service: lambda editors: change(editors.workbench, service)),
    SERVICES.map(lambda service: lambda editors: change(editors.workbench, replace(service, timetable=WEEKLY))),
    st.frozensets(st.integers(0, 14), max_size=4).map(lambda places: lambda editors: editors.drop(places)),
    OVERRIDES.map(lambda override: lambda editors: editors.workbench.override(override, None, How.HIDDEN)),
    OVERRIDES.map(lambda override: lambda editors: editors.show_again(override)),
    CATALOGUES.map(lambda services: lambda editors: editors.catalogue.replace_all(services, LAYERS)),
    st.sampled_from("abc").map(lambda pack: lambda editors: editors.publish(pack)),
    st.lists(st.integers(0, len(RECORDS) - 1)).map(lambda records: lambda editors: editors.arrange(records)),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rounds=st.lists(st.lists(EDITS, max_size=4), min_size=1, max_size=3))
def test_what_is_made_of_an_earlier_one_is_row_by_row_what_is_taken_whole(
    link: Link, manager: Engine, snapshots: SnapshotFolder, rounds: list[list[Edit]]
) -> None:
    editors = Editors(manager)
    known = take(link, snapshots)
    for edits in rounds:
        for edit in edits:
            edit(editors)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(fetching, "_whole", no_whole)
            increment = take(link, snapshots, known)
        assert all_rows(increment) == all_rows(take(link, snapshots))
        known = increment


@pytest.fixture
def known(link: Link, manager: Engine, snapshots: SnapshotFolder) -> Path:
    """A snapshot of some entries, of which one was changed after it."""
    StoredCatalogue(manager).replace_all(tuple(a_service(f"dienst-{n}") for n in range(5)), LAYERS)
    StoredPacks(manager, to_json, from_json).publish(a_pack("1"))
    path = take(link, snapshots)
    change(StoredWorkbench(manager), a_service("dienst-2", name="Anders"))
    return path


def names(path: Path) -> set[object]:
    return {row[2] for row in all_rows(path)["service"]}


def damage(path: Path) -> None:
    image = bytearray(path.read_bytes())
    image[image.index(b"dienst-3")] ^= 1
    path.write_bytes(image)


@pytest.mark.parametrize(
    "spoil",
    [
        damage,
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.with_suffix(".sha256").unlink(),
    ],
)
def test_out_of_a_damaged_one_nothing_is_made(
    link: Link, snapshots: SnapshotFolder, known: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(known)
    assert names(take(link, snapshots, known)) == {"Dienst", "Anders"}


def test_what_the_server_forgot_to_name_is_found_by_the_digest_and_all_is_taken(
    central: CentralDatabase, link: Link, snapshots: SnapshotFolder, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    central.ask_admin("DELETE FROM central_touched")
    monkeypatch.setattr(fetching, "_increment", counted := Counted(fetching._increment))
    assert names(take(link, snapshots, known)) == {"Dienst", "Anders"}
    assert counted.answers == [None]


class Counted:
    """Looks on."""

    def __init__(self, real: Callable[..., Any]) -> None:
        self._real = real
        self.answers: list[Any] = []

    def __call__(self, *given: Any) -> Any:
        self.answers.append(self._real(*given))
        return self.answers[-1]


@pytest.mark.parametrize("from_known", [False, True])
def test_what_is_not_what_the_server_says_never_becomes_a_snapshot(
    central: CentralDatabase, link: Link, snapshots: SnapshotFolder, known: Path, from_known: bool
) -> None:
    there = sorted(path.name for path in known.parent.iterdir())
    central.ask_owner("UPDATE service SET name = 'Niet van ons' WHERE id = 'dienst-4'")
    link = PostgresServer(central.address()).link()
    with pytest.raises(CentralAwayError) as refused:
        link.fetch(known if from_known else None, snapshots.next())
    link.close()
    assert refused.value.data["away"] == Away.UNSEALED
    assert sorted(path.name for path in known.parent.iterdir()) == there
    central.ask_owner("UPDATE service SET name = 'Dienst' WHERE id = 'dienst-4'")
    again = PostgresServer(central.address()).link()
    assert names(take(again, snapshots, known)) == {"Dienst", "Anders"}
    again.close()


@pytest.mark.parametrize("from_known", [False, True])
def test_states_and_rows_are_of_one_moment(
    central: CentralDatabase,
    link: Link,
    snapshots: SnapshotFolder,
    known: Path,
    from_known: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = open_database(central.address(EDITOR))
    real = fetching._look

    def look_and_change(*given: Any) -> Any:
        looked = real(*given)
        change(StoredWorkbench(editor), a_service("dienst-1", name="Net daarna"))
        StoredWorkbench(editor).override(Override("stad", "dienst-1", "", "Hier niet."), None, How.HIDDEN)
        return looked

    with monkeypatch.context() as patched:
        patched.setattr(fetching, "_look", look_and_change)
        target = snapshots.next()
        said = link.fetch(known if from_known else None, target)
    editor.dispose()
    assert said == states(target) != link.states()
    check(target)
    assert names(target) == {"Dienst", "Anders"}
    monkeypatch.setattr(fetching, "_whole", no_whole)
    assert names(take(link, snapshots, target)) == {"Dienst", "Anders", "Net daarna"}


def test_what_others_are_doing_for_long_hides_nothing(
    central: CentralDatabase, link: Link, manager: Engine, snapshots: SnapshotFolder, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_whole", no_whole)
    with ExitStack() as stack:
        other = stack.enter_context(central.connect(EDITOR, HENGELO.id))
        other.execute("BEGIN")
        other.execute("SELECT pg_current_xact_id()")
        for name in ("Anders", "Weer anders"):
            change(StoredWorkbench(manager), a_service("dienst-1", name=name))
            known = take(link, snapshots, known)
            assert name in names(known)
    assert take(link, snapshots, known).exists()


def test_what_began_before_a_snapshot_and_ended_after_it_is_in_the_next(
    central: CentralDatabase, link: Link, manager: Engine, snapshots: SnapshotFolder, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_whole", no_whole)
    with writing(manager) as connection:
        one_writer(connection)
        connection.exec_driver_sql("SELECT pg_current_xact_id()")
        central.ask("SELECT pg_current_xact_id()", EDITOR, HENGELO.id)
        between = take(link, snapshots, known)
        write_override(connection, Override("stad", "dienst-0", "", "Hier niet."))
    after = take(link, snapshots, between)
    assert len(all_rows(after)["service_override"]) == len(all_rows(between)["service_override"]) + 1


def test_many_that_changed_are_taken_whole(
    link: Link, manager: Engine, snapshots: SnapshotFolder, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_increment", counted := Counted(fetching._increment))
    with monkeypatch.context() as patched:
        patched.setattr(fetching, "MANY", 0)
        assert names(take(link, snapshots, known)) == {"Dienst", "Anders"}
    # So many that the server no longer says which.
    StoredCatalogue(manager).replace_all(tuple(a_service(f"dienst-{n}", name="Nieuw") for n in range(201)))
    assert len(all_rows(take(link, snapshots, known))["service"]) == 201
    assert counted.answers == [None, None]


@pytest.mark.parametrize(("revision", "away"), [("9999", Away.NEWER), ("0011", Away.OLDER)])
def test_another_revision_is_not_read(
    central: CentralDatabase, snapshots: SnapshotFolder, known: Path, revision: str, away: Away
) -> None:
    central.ask_admin(f"UPDATE alembic_version SET version_num = '{revision}'")
    try:
        for ask in (PostgresLink.states, partial(PostgresLink.fetch, known=known, target=snapshots.next())):
            link = PostgresServer(central.address()).link()
            with pytest.raises(CentralAwayError) as refused:
                ask(link)
            assert refused.value.data["away"] == away
    finally:
        central.ask_admin(f"UPDATE alembic_version SET version_num = '{HEAD}'")
    assert snapshots.newest() == known


def test_a_full_disk_here_is_said_and_the_link_goes_on(link: Link, snapshots: SnapshotFolder, known: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(DatabaseUnusableError) as refused:
            link.fetch(known, snapshots.next())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refused.value.data["reason"] == "full"
    assert snapshots.newest() == known
    assert Part.CATALOGUE in link.states()
    assert names(take(link, snapshots, known)) == {"Dienst", "Anders"}


def test_of_somebody_who_was_taken_away_nothing_is_left(link: Link, manager: Engine, snapshots: SnapshotFolder) -> None:
    networks = StoredNetworks(manager)
    networks.publish(network_of(RECORDS), AT)
    before = take(link, snapshots)
    networks.publish(network_of([]), AT)
    after = take(link, snapshots, before)
    assert BEN.name.encode() in before.read_bytes()
    assert BEN.name.encode() not in after.read_bytes()


def test_told_of_services_come_along_also_when_nothing_else_changed(
    central: CentralDatabase, link: Link, snapshots: SnapshotFolder, known: Path
) -> None:
    central.ask_owner("DELETE FROM tally")
    for day in (TODAY, "2019-01-01"):
        central.ask_owner(f"INSERT INTO tally VALUES ('{day}', 'balie', 'told', 'dienst-1', 1)")
    path = take(link, snapshots, take(link, snapshots, known))
    assert all_rows(path)["tally"] == [(TODAY, "", "told", "dienst-1", 1)]
