"""What a counter adds goes by way of its outbox, and nobody waits for a server."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.fakes import SERVICES, FixedClock, MemoryCatalogue
from tests.storage.conftest import address
from wijkwijzer_desktop.desk import posting
from wijkwijzer_desktop.desk.counting import VISITS_AT_ONCE, Counting
from wijkwijzer_desktop.desk.outcomes import NoCodes, Outcomes, Told
from wijkwijzer_desktop.desk.posting import PostedCodes, PostedFlags, PostedTally
from wijkwijzer_desktop.devices.codekey import CodeKey
from wijkwijzer_desktop.domain.central import Away, ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError
from wijkwijzer_desktop.domain.outcome import Known, Outcome, Reply
from wijkwijzer_desktop.domain.slip import new_code
from wijkwijzer_desktop.domain.standing import DayTold
from wijkwijzer_desktop.domain.statistics import Cell, Tallied, VisitCount
from wijkwijzer_desktop.storage import outbox as outbox_module
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies

HELPED = frozenset({Outcome.HELPED})
WRONG = frozenset({Outcome.WRONG_NUMBER})


@dataclass
class Papers:
    """Of all counters, as the server has them. away: it can't be asked. hangs: cleared, it answers when it is set."""

    there: frozenset[str] = frozenset()
    away: bool = False
    asked: int = 0
    hangs: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.hangs.set()

    def known(self, digests: tuple[str, ...], today: date) -> frozenset[str]:
        self.asked += 1
        self.hangs.wait(20)
        if self.away:
            raise CentralAwayError(away=Away.UNREACHABLE)
        return self.there.intersection(digests)


@dataclass(frozen=True)
class ToldElsewhere:
    """As the newest snapshot has it."""

    days: tuple[DayTold, ...] = ()

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        return tuple(day for day in self.days if day.on >= first)


@dataclass
class Counter:
    """One that shares a database with others."""

    outcomes: Outcomes
    codes: PostedCodes
    outbox: StoredOutbox
    papers: Papers
    key: CodeKey
    engine: Engine
    clock: FixedClock

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def paper(self, *services: str) -> str:
        """Printed here."""
        code = new_code()
        self.outcomes.keep(self.outcomes.digests(code, services), self.today)
        return code

    def paper_of_another(self, *services: str) -> str:
        """Printed at another counter, which has the same key."""
        code = new_code()
        self.papers.there |= self.outcomes.digests(code, services)
        return code

    def said(self, kind: ParcelKind) -> list[dict[str, object]]:
        """What waits of a kind."""
        return [json.loads(parcel.body) for parcel in self.outbox.first(99) if parcel.kind is kind]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("blank") / "wijkwijzer.db"
    open_database(address(path)).dispose()
    return path.read_bytes()


@pytest.fixture
def counter(tmp_path: Path, blank: bytes) -> Iterator[Counter]:
    database = tmp_path / "wijkwijzer.db"
    database.write_bytes(blank)
    engine, clock, key, papers = open_database(address(database)), FixedClock(), CodeKey(tmp_path), Papers()
    outbox = StoredOutbox(engine)
    codes = PostedCodes(outbox, StoredCodes(engine), papers, ToldElsewhere())
    outcomes = Outcomes(codes, key, MemoryCatalogue(SERVICES), PostedFlags(outbox), clock, "magneet")
    yield Counter(outcomes, codes, outbox, papers, key, engine, clock)
    engine.dispose()


def at_once(work: Callable[[], None]) -> None:
    work()


def test_counts_of_some_visits_wait_together_on_their_day(counter: Counter) -> None:
    counting = Counting(PostedTally(counter.outbox), counter.clock, "magneet", at_once, counter.outcomes)
    code = new_code()
    visit = VisitCount(frozenset({Cell(Tallied.TOPIC, "eten"), Cell(Tallied.PRINTED, "bank")}))
    for number in range(VISITS_AT_ONCE):
        assert counter.outbox.waiting() == 0
        counting.take(visit, code if number == 0 else new_code())
    assert counter.said(ParcelKind.COUNTS) == [
        {"day": "2026-11-24", "counter": "magneet", "cells": [["printed", "bank", 5], ["topic", "eten", 5]]}
    ]
    (codes,) = counter.said(ParcelKind.CODES)
    assert isinstance(codes["digests"], list)
    assert len(codes["digests"]) == VISITS_AT_ONCE
    assert codes["digests"] == sorted(codes["digests"])
    # It is counted where all counters are, and its papers can be brought back here at once.
    assert not StoredTallies(counter.engine).months(("2026-11",))["2026-11"]
    assert counter.outcomes.look(code).state is Known.OPEN


def test_counts_that_find_no_place_wait_in_memory(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(PostedTally(counter.outbox), counter.clock, "magneet", at_once)
    visit = VisitCount(frozenset({Cell(Tallied.TOPIC, "eten")}))
    monkeypatch.setattr(outbox_module, "MOST_WAITING", 0)
    for _ in range(VISITS_AT_ONCE):
        counting.take(visit)
    monkeypatch.undo()
    counting.take(visit)
    assert [said["cells"] for said in counter.said(ParcelKind.COUNTS)] == [[["topic", "eten", 6]]]


def test_a_flag_is_left_for_editors(counter: Counter) -> None:
    PostedFlags(counter.outbox).flag("bank", FlagReason.HOURS, counter.today)
    assert counter.said(ParcelKind.FLAG) == [{"service": "bank", "reason": "hours", "day": "2026-11-24"}]


def test_what_is_told_of_an_own_paper_needs_no_server(counter: Counter) -> None:
    counter.papers.away = True
    code = counter.paper("maatje", "bank")
    assert {service.id for service in counter.outcomes.look(code).services} == {"maatje", "bank"}
    told = counter.outcomes.tell(code, (Reply("bank", WRONG),))
    assert told == Told(frozenset({"bank"}))
    assert counter.outcomes.tell(code, (Reply("bank", HELPED),)).already == {"bank"}
    assert [service.id for service in counter.outcomes.look(code).services] == ["maatje"]
    counter.outcomes.tell(code, (Reply("maatje", HELPED),))
    assert counter.outcomes.look(code).state is Known.TOLD
    assert counter.papers.asked == 0
    assert not StoredTallies(counter.engine).months(("2026-11",))["2026-11"]
    (flag,) = counter.said(ParcelKind.FLAG)
    assert flag == {"service": "bank", "reason": "number", "day": "2026-11-24"}


def test_what_waits_does_not_say_which_services_stood_on_one_paper(counter: Counter) -> None:
    papers = [counter.paper("maatje", "bank"), counter.paper("wijkteam")]
    counter.outcomes.tell(papers[0], (Reply("bank", HELPED), Reply("maatje", HELPED)))
    counter.outcomes.tell(papers[1], (Reply("wijkteam", HELPED),))
    (codes,), (told,) = counter.said(ParcelKind.CODES), counter.said(ParcelKind.TOLD)
    assert isinstance(codes["digests"], list)
    assert isinstance(told["told"], dict)
    # Three services and two marks, in an order of their own; and what was told by service.
    assert len(codes["digests"]) == 5
    assert codes["digests"] == sorted(codes["digests"])
    assert sorted(told) == ["counter", "day", "told"]
    assert {cells[0][1] for cells in told["told"].values()} == {"bank", "maatje", "wijkteam"}
    assert set(told["told"]) < set(codes["digests"])


def test_a_paper_of_another_counter_is_told_here(counter: Counter) -> None:
    code = counter.paper_of_another("bank", "maatje")
    assert {service.id for service in counter.outcomes.look(code).services} == {"maatje", "bank"}
    assert counter.outcomes.tell(code, (Reply("bank", HELPED),)).counted == {"bank"}
    assert counter.outcomes.tell(code, (Reply("bank", HELPED),)).already == {"bank"}
    # The server hears of it later.
    assert [service.id for service in counter.outcomes.look(code).services] == ["maatje"]
    assert counter.outcomes.tell(code, (Reply("bank", HELPED), Reply("maatje", HELPED))).already == {"bank"}
    assert counter.outcomes.look(code).state is Known.TOLD
    (told,) = counter.said(ParcelKind.TOLD)
    assert isinstance(told["told"], dict)
    assert len(told["told"]) == 2


def test_a_paper_of_nobody_is_known_to_nobody(counter: Counter) -> None:
    assert counter.outcomes.look(new_code()).state is Known.UNKNOWN
    assert counter.outcomes.tell(new_code(), (Reply("bank", HELPED),)).counted == frozenset()
    assert counter.outbox.waiting() == 0


def test_fault_24_a_server_that_is_away_is_not_a_paper_that_nobody_knows(counter: Counter) -> None:
    code = counter.paper_of_another("bank")
    counter.papers.away = True
    with pytest.raises(DatabaseUnusableError):
        counter.outcomes.look(code)
    counter.papers.away = False
    assert counter.outcomes.look(code).state is Known.OPEN


def test_fault_24_a_server_that_hangs_is_not_waited_for(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "PATIENCE_SECONDS", 0.01)
    counter.papers.hangs.clear()
    with pytest.raises(DatabaseUnusableError):
        counter.outcomes.look(counter.paper_of_another("bank"))
    counter.papers.hangs.set()


def test_where_only_own_papers_can_be_known_no_other_is(counter: Counter) -> None:
    alone = PostedCodes(counter.outbox, NoCodes(), None, ToldElsewhere())
    assert alone.known(("a",), counter.today) == frozenset()


def test_after_a_fall_in_between_it_can_be_told_again_and_has_one_number(counter: Counter) -> None:
    code = counter.paper("bank")
    counter.outcomes.tell(code, (Reply("bank", HELPED),))
    # As it was before the fall: in the outbox already, and not yet let go of.
    digests = counter.outcomes.digests(code, ("bank",))
    StoredCodes(counter.engine).keep(digests, date(2027, 3, 1))
    again = PostedCodes(StoredOutbox(counter.engine), StoredCodes(counter.engine), counter.papers, ToldElsewhere())
    told_again = {digest: {Cell(Tallied.TOLD, "bank"): 1} for digest in digests}
    assert again.take(told_again, "m" * 64, counter.today, "magneet") == digests
    (told,) = counter.said(ParcelKind.TOLD)
    assert isinstance(told["told"], dict)
    assert set(told["told"]) == digests


def test_old_codes_are_forgotten_here_and_where_they_wait(counter: Counter) -> None:
    code = counter.paper("bank")
    counter.clock.pass_by(200 * 86_400)
    counter.outcomes.forget_old()
    assert [said["digests"] for said in counter.said(ParcelKind.CODES)] == [[]]
    assert counter.outcomes.look(code).state is Known.UNKNOWN


def test_what_was_told_at_all_counters_is_read_where_it_is(counter: Counter) -> None:
    day = DayTold("bank", counter.today, {Tallied.TOLD: 3})
    codes = PostedCodes(counter.outbox, NoCodes(), None, ToldElsewhere((day,)))
    assert codes.told_since(counter.today) == (day,)
