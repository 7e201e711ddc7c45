"""Counters and an editor on one real server: what is corrected there is on the next paper everywhere, and a counter works on
without it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from tests.central_database import COUNTER, EDITOR, MANAGER, SECOND, CentralDatabase, a_database
from tests.fakes import FixedClock
from tests.postgres import Postgres
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import DATABASE_VARIABLE, build_desk, publish
from wijkwijzer_desktop.bootstrap.couriers import Served
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.desk.courier import REPLIES_SECONDS, Courier
from wijkwijzer_desktop.desk.joined import JOINED_NAME
from wijkwijzer_desktop.domain.central import Away, CentralStanding
from wijkwijzer_desktop.domain.editing import FlagReason, How
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.outcome import Known, Outcome, Reply
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.domain.slip import new_code
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.packs import StoredPacks
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

BANK = "stadsbank-oost-nederland"
OLD, NEW = "088 766 36 66", "088 766 36 99"


@pytest.fixture(scope="module")
def filled(central_server: Postgres) -> Iterator[CentralDatabase]:
    with a_database(central_server) as database:
        engine = open_database(database.address(MANAGER))
        publish(paths.content(), StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json))
        engine.dispose()
        yield database


@pytest.fixture
def central(filled: CentralDatabase) -> Iterator[CentralDatabase]:
    with a_database(filled.server, filled.name) as database:
        yield database


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a counter after its first start, without any server."""
    folder = tmp_path_factory.mktemp("opened") / "data"
    join(folder)
    build_desk(folder)
    return folder


def join(folder: Path) -> None:
    """Where it leads matters only to who goes there; to the counter it says that it shares with others."""
    folder.mkdir()
    (folder / JOINED_NAME).write_text("", encoding="utf-8")


@dataclass
class Place:
    """A counter with a folder of its own, whose courier goes round when it is told to."""

    folder: Path
    central: CentralDatabase
    computer: str
    clock: FixedClock = field(default_factory=FixedClock)
    told: list[CentralStanding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk = build_desk(self.folder)
        # Counts are in the outbox at once, and not in a while.
        self.desk._counting._start = at_once
        self.outbox = open_outbox(self.folder)
        self.courier = Courier(
            PostgresServer(self.central.address(self.computer)),
            self.outbox,
            Served(self.folder, self.desk, self.clock),
            self.clock,
            "1.2.3",
            self.told.append,
            chance=lambda: 0.0,
        )

    def go_round(self, seconds: float = 31.0) -> CentralStanding:
        """After so long the courier does what there is to do."""
        self.clock.pass_by(seconds)
        self.courier.step()
        return self.told[-1]

    @property
    def number(self) -> str:
        """What whoever is here now would read on the slip."""
        bank = self.desk.entry(BANK)
        assert bank is not None
        return bank.phones[0].number

    def visits(self, count: int = 1) -> None:
        """So many come, and go."""
        for _ in range(count):
            self.desk.visit.start()
            self.desk.forget()


@pytest.fixture
def places(central: CentralDatabase, opened: Path, tmp_path: Path) -> Iterator[tuple[Place, Place]]:
    for name in ("one", "other"):
        shutil.copytree(opened, tmp_path / name)
    one, other = Place(tmp_path / "one", central, COUNTER), Place(tmp_path / "other", central, SECOND)
    yield one, other
    one.courier.close()
    other.courier.close()


def at_once(work: Callable[[], None]) -> None:
    work()


def correct(central: CentralDatabase, number: str) -> None:
    """An editor does, at the server."""
    engine = open_database(central.address(EDITOR))
    workbench = StoredWorkbench(engine)
    kept = workbench.read(BANK)
    assert kept is not None
    workbench.save(replace(kept.service, phones=(Phone(number),)), kept.version, How.EDITED)
    engine.dispose()


def counted(central: CentralDatabase) -> dict[str, int]:
    """Visits that reached anything, by counter, as the server has them."""
    rows = central.ask_owner("SELECT counter, sum(count)::int FROM tally WHERE kind = 'reached' GROUP BY counter")
    return {str(counter): int(str(total)) for counter, total in rows}


def test_what_is_corrected_is_on_the_next_slip_of_both_and_not_on_that_of_now(
    central: CentralDatabase, places: tuple[Place, Place]
) -> None:
    for place in places:
        assert place.number == OLD
        assert place.go_round().away is None
        place.desk.visit.start()
    correct(central, NEW)
    for place in places:
        assert place.go_round().fetched
        assert place.number == OLD
        place.desk.take_renewed()
        assert place.number == OLD
        place.desk.forget()
        assert place.number == NEW
        assert not place.go_round().fetched


def test_a_notice_makes_it_come_at_once(central: CentralDatabase, places: tuple[Place, Place]) -> None:
    place, _ = places
    place.go_round()
    correct(central, NEW)
    # What the first of these hears, the second does.
    place.go_round(0.0)
    place.go_round(0.0)
    place.desk.take_renewed()
    assert place.number == NEW


def test_counts_of_both_come_once(central: CentralDatabase, places: tuple[Place, Place]) -> None:
    for place in places:
        place.visits(5)
        assert place.outbox.waiting() == 1
        assert place.go_round().waiting == 0
        place.go_round()
    (name,) = {place.desk.settings.counter for place in places}
    assert counted(central) == {name: 10}
    seen = central.ask_owner("SELECT name, waiting, program FROM central_counter WHERE program <> '' ORDER BY name")
    assert seen == [(COUNTER, 0, "1.2.3"), (SECOND, 0, "1.2.3")]


def test_fault_24_the_server_stops_and_comes_back(central: CentralDatabase, places: tuple[Place, Place]) -> None:
    server = central.server
    place, other = places
    assert place.go_round().away is None
    other.go_round()
    server.stop()
    try:
        place.visits(5)
        standing = place.go_round()
        assert (standing.away, standing.waiting) == (Away.UNREACHABLE, 1)
        place.desk.flag(BANK, FlagReason.NUMBER)
        place.visits(5)
        assert place.number == OLD
        # As after the power was gone: what was fetched is there, and the server is not.
        again = build_desk(place.folder)
        assert again.everything()
        with pytest.raises(WijkwijzerError):
            correct(central, NEW)
    finally:
        server.start()
    correct(central, NEW)
    assert place.go_round(61.0) == replace(place.told[-1], away=None, waiting=0, fetched=True)
    place.desk.take_renewed()
    assert place.number == NEW
    assert counted(central) == {place.desk.settings.counter: 10}
    assert central.ask_owner("SELECT service_id FROM service_flag") == [(BANK,)]


def test_the_first_start_without_a_server_serves_what_came_with_the_program(
    central: CentralDatabase, places: tuple[Place, Place]
) -> None:
    place, _ = places
    assert place.desk.central == CentralStanding()
    assert place.number == OLD
    standing = place.go_round()
    assert standing.taken == place.clock.now()
    assert standing.fetched


def test_what_nobody_holds_any_more_goes(central: CentralDatabase, places: tuple[Place, Place]) -> None:
    place, _ = places
    place.go_round()
    place.desk.take_renewed()
    place.desk.visit.start()
    first = place.desk.shelves[0].source
    for number in range(4):
        correct(central, f"088 766 36 {number:02}")
        place.go_round(700.0)
    left = {path.name for path in (place.folder / "published").glob("*.sqlite")}
    # The visit that is under way is long, and still reads its own.
    assert first is not None
    assert left == {first.name, "00000005.sqlite", "00000006.sqlite"}
    assert place.number == OLD
    place.desk.forget()
    assert place.number == "088 766 36 03"


def test_a_paper_of_one_is_brought_to_the_other_and_counted_once(
    central: CentralDatabase, places: tuple[Place, Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, other = places
    code, reply = new_code(), Reply(BANK, frozenset({Outcome.REACHED, Outcome.HELPED}))
    place.desk.outcomes.keep(place.desk.outcomes.digests(code, (BANK,)), place.desk.clock.now().date())
    # Its own it knows without a server.
    assert place.desk.outcomes.look(code).state is Known.OPEN
    place.go_round()
    monkeypatch.setenv(DATABASE_VARIABLE, central.address(SECOND))
    assert [one.id for one in other.desk.outcomes.look(code).services] == [BANK]
    assert other.desk.outcomes.tell(code, (reply,)).counted == {BANK}
    assert place.desk.outcomes.tell(code, (reply,)).counted == {BANK}
    for one in (other, place):
        assert one.go_round().waiting == 0
    told = central.ask_owner("SELECT kind, sum(count)::int FROM tally GROUP BY kind ORDER BY kind")
    assert told == [("came", 1), ("helped", 1), ("told", 1)]
    # What was told comes to all counters, though nothing was published.
    place.go_round(REPLIES_SECONDS)
    place.desk.take_renewed()
    assert [one.service for one in place.desk.shelves[0].told.told_since(date(2026, 1, 1))] == [BANK]
