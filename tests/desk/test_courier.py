"""What goes to and fro: a server that goes and comes, a disk that is full, and a program that is stopped."""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.fakes import TUESDAY_TEN, FixedClock
from wijkwijzer_desktop.desk.central import Link
from wijkwijzer_desktop.desk.courier import LOOK_SECONDS, REPLIES_SECONDS, REPORT_SECONDS, Courier, States
from wijkwijzer_desktop.desk.courier_thread import CourierThread
from wijkwijzer_desktop.domain.central import Away, CentralStanding, Parcel, ParcelKind, Part, PartState
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError, PackMissingError, WijkwijzerError

OLD: States = MappingProxyType({Part.CATALOGUE: PartState(1, "a"), Part.PACKS: PartState(1, "b")})
NEW: States = MappingProxyType({**OLD, Part.CATALOGUE: PartState(2, "c")})
BACK: States = MappingProxyType({**OLD, Part.CATALOGUE: PartState(1, "d")})


@dataclass
class Far:
    """A server and all links to it. away: raised by what is named there. connected: how often somebody was let in."""

    states_now: States = field(default_factory=lambda: OLD)
    away: dict[str, Away] = field(default_factory=dict)
    news: bool = False
    connected: int = 0
    closed: int = 0
    taken: list[Parcel] = field(default_factory=list)
    reports: list[tuple[str, int | None, int, datetime]] = field(default_factory=list)
    fetched: list[Path | None] = field(default_factory=list)

    def link(self) -> Link:
        self.say("link")
        self.connected += 1
        return FarLink(self)

    def say(self, what: str) -> None:
        if what in self.away:
            raise CentralAwayError(away=self.away[what].value)


@dataclass
class FarLink:
    far: Far

    def states(self) -> States:
        self.far.say("states")
        return self.far.states_now

    def fetch(self, known: Path | None, target: Path) -> States:
        self.far.say("fetch")
        self.far.fetched.append(known)
        return self.far.states_now

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        self.far.say("deliver")
        self.far.taken.extend(parcels)
        return parcels[-1].number

    def report(self, program: str, catalogue: int | None, waiting: int, now: datetime) -> None:
        self.far.say("report")
        self.far.reports.append((program, catalogue, waiting, now))

    def await_news(self, seconds: float) -> bool:
        self.far.say("news")
        news, self.far.news = self.far.news, False
        return news

    def close(self) -> None:
        self.far.closed += 1


@dataclass
class Box:
    """An outbox in memory."""

    parcels: list[Parcel] = field(default_factory=list)
    stream: str = "one"

    def put(self, kind: ParcelKind, body: str) -> None:
        self.parcels.append(Parcel(len(self.parcels) + 1, kind, body))

    def waiting(self) -> int:
        return len(self.parcels)

    def first(self, count: int) -> tuple[Parcel, ...]:
        return tuple(self.parcels[:count])

    def acknowledged(self, number: int) -> None:
        self.parcels = [parcel for parcel in self.parcels if parcel.number > number]

    def begin_anew(self) -> None:
        """Nobody asks for it here."""

    def is_another(self, number: int) -> None:
        """Nobody asks for it here."""

    def set_aside(self, number: int) -> None:
        """Nobody asks for it here."""

    def refused(self) -> int:
        return 0

    def forget_codes(self, today: object) -> None:
        """Nobody asks for it here."""


@dataclass
class Shelf:
    """Snapshots by name. broken: raised where one is to be served."""

    present: Path | None = None
    was: States = field(default_factory=lambda: OLD)
    when: datetime | None = TUESDAY_TEN
    broken: WijkwijzerError | None = None
    served: list[Path] = field(default_factory=list)

    def newest(self) -> Path | None:
        return self.present

    def states(self, path: Path) -> States:
        return self.was

    def fetched(self, path: Path) -> datetime | None:
        return self.when

    def next(self) -> Path:
        return Path(f"{len(self.served) + 2}.sqlite")

    def serve(self, path: Path) -> None:
        if self.broken is not None:
            raise self.broken
        self.served.append(path)
        self.present = path

    def waits(self) -> bool:
        return bool(self.served)


@dataclass
class Round:
    """A courier with all that it goes between."""

    far: Far = field(default_factory=Far)
    box: Box = field(default_factory=Box)
    shelf: Shelf = field(default_factory=lambda: Shelf(Path("1.sqlite")))
    clock: FixedClock = field(default_factory=FixedClock)
    told: list[CentralStanding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.courier = Courier(self.far, self.box, self.shelf, self.clock, "1.2.3", self.told.append, lambda: 1.0)

    def go(self, seconds: float = 0.0) -> CentralStanding:
        """After so long."""
        self.clock.pass_by(seconds)
        self.courier.step()
        return self.told[-1]


@pytest.fixture
def here() -> Round:
    return Round()


def test_what_is_the_same_is_not_fetched_again(here: Round) -> None:
    assert here.go() == CentralStanding(None, here.clock.now(), taken=TUESDAY_TEN)
    here.go(LOOK_SECONDS)
    assert here.far.fetched == []


@pytest.mark.parametrize("states", [NEW, BACK])
def test_what_differs_is_fetched_and_served_even_where_its_number_is_no_higher(here: Round, states: States) -> None:
    here.go()
    here.far.states_now = states
    assert here.go(LOOK_SECONDS) == CentralStanding(None, here.clock.now(), fetched=True, taken=here.clock.now())
    assert here.far.fetched == [Path("1.sqlite")]
    assert here.shelf.served == [Path("2.sqlite")]
    here.go(LOOK_SECONDS)
    assert len(here.far.fetched) == 1


def test_a_notice_is_followed_at_once_and_a_lost_one_at_the_next_look(here: Round) -> None:
    here.go()
    here.far.states_now, here.far.news = NEW, True
    here.go()
    assert here.shelf.served == []
    here.go()
    assert here.shelf.served
    here.far.states_now = OLD
    here.go(LOOK_SECONDS - 1)
    assert len(here.shelf.served) == 1
    here.go(1)
    assert len(here.shelf.served) == 2


def test_replies_of_others_come_along_though_nothing_was_published(here: Round) -> None:
    here.go()
    here.go(REPLIES_SECONDS - 1)
    assert here.shelf.served == []
    here.go(LOOK_SECONDS)
    assert len(here.shelf.served) == 1


@pytest.mark.parametrize("ago", [timedelta(seconds=REPLIES_SECONDS + 1), timedelta(days=-365)])
def test_fault_27_what_is_old_or_from_the_future_is_fetched_anew(here: Round, ago: timedelta) -> None:
    here.shelf.when = TUESDAY_TEN - ago
    here.go()
    assert len(here.shelf.served) == 1


def test_what_came_with_the_program_gives_way(here: Round) -> None:
    here.shelf.when = None
    assert here.go().taken == here.clock.now()
    assert here.shelf.served


def test_what_waits_is_delivered_and_each_minute_it_is_told_how_it_goes(here: Round) -> None:
    for _ in range(45):
        here.box.put(ParcelKind.FLAG, "{}")
    here.go()
    assert [parcel.number for parcel in here.far.taken] == list(range(1, 46))
    assert here.box.waiting() == 0
    here.go(REPORT_SECONDS)
    assert here.far.reports == [("1.2.3", 1, 0, TUESDAY_TEN), ("1.2.3", 1, 0, here.clock.now())]


@pytest.mark.parametrize("away", [Away.OLDER, Away.NEWER])
def test_what_another_version_may_not_understand_waits(here: Round, away: Away) -> None:
    here.far.away["states"] = away
    here.box.put(ParcelKind.FLAG, "{}")
    for _ in range(4):
        standing = here.go(0.3)
    assert (standing.away, standing.waiting, here.far.taken) == (away, 1, [])
    here.far.away.clear()
    here.go(LOOK_SECONDS)
    assert len(here.far.taken) == 1


def test_fault_24_who_gets_no_answer_leaves_it_ever_longer_and_all_is_well_when_it_comes(here: Round) -> None:
    here.far.away["link"] = Away.UNREACHABLE
    here.box.put(ParcelKind.FLAG, "{}")
    assert here.go() == CentralStanding(Away.UNREACHABLE, None, 1)
    pauses = []
    for _ in range(8):
        pauses.append(here.courier.step())
        here.go(pauses[-1])
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    here.far.away.clear()
    here.go(here.courier.step())
    assert here.told[-1] == CentralStanding(None, here.clock.now(), taken=TUESDAY_TEN)
    assert len(here.far.taken) == 1


def test_a_server_that_is_full_can_still_be_read(here: Round) -> None:
    here.far.away["deliver"] = Away.FULL
    here.box.put(ParcelKind.FLAG, "{}")
    here.far.states_now = NEW
    here.go()
    assert here.told[-1].away is Away.FULL
    here.go()
    assert here.shelf.served
    assert here.told[-1].waiting == 1
    here.far.away.clear()
    assert here.go(60).away is None
    assert here.box.waiting() == 0


def test_counts_go_though_what_is_published_is_not_what_it_says_it_is(here: Round) -> None:
    here.far.states_now, here.far.away["fetch"] = NEW, Away.UNSEALED
    here.box.put(ParcelKind.FLAG, "{}")
    assert here.go().away is Away.UNSEALED
    here.go()
    assert here.box.waiting() == 0
    assert here.told[-1].away is Away.UNSEALED
    tries = here.far.connected
    here.go(LOOK_SECONDS)
    here.go()
    # Not again and again without a pause.
    assert here.far.connected - tries < 3


def test_what_this_program_cannot_work_with_is_fetched_once_until_it_is_another(here: Round) -> None:
    here.far.states_now, here.shelf.broken = NEW, PackMissingError()
    assert here.go().away is Away.FAILED
    for _ in range(4):
        assert here.go(61).away is Away.FAILED
    assert len(here.far.fetched) == 1
    here.far.states_now, here.shelf.broken = BACK, None
    assert here.go(61).away is None
    assert here.shelf.served


def test_fault_18_a_disk_that_is_full_is_tried_again(here: Round) -> None:
    here.far.states_now, here.shelf.broken = NEW, DatabaseUnusableError(reason="full")
    assert here.go().away is Away.FAILED
    here.shelf.broken = None
    assert here.go(2).away is None
    # The link was not to blame.
    assert here.far.connected == 1


def test_a_server_that_drops_whoever_it_lets_in_is_not_asked_all_the_time(here: Round) -> None:
    here.far.away |= dict.fromkeys(("states", "deliver", "report", "news"), Away.UNREACHABLE)
    here.box.put(ParcelKind.FLAG, "{}")
    for _ in range(600):
        here.go(1)
    assert here.far.connected < 20
    assert here.far.closed == here.far.connected


def test_it_ends_when_it_is_told_to(here: Round) -> None:
    stands = threading.Event()

    def tell(_standing: CentralStanding) -> None:
        stands.set()

    def make() -> Courier:
        return Courier(here.far, here.box, here.shelf, here.clock, "1.2.3", tell)

    thread = CourierThread(make)
    thread.start()
    assert stands.wait(20)
    thread.stop()
    assert thread.join(20)
    assert here.far.closed


def test_what_cannot_be_made_yet_is_made_later_or_never(here: Round) -> None:
    tried = threading.Event()

    def make() -> Courier:
        tried.set()
        raise DatabaseUnusableError(reason="locked")

    thread = CourierThread(make)
    thread.start()
    assert tried.wait(20)
    thread.stop()
    assert thread.join(20)
