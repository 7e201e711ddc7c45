"""Bringing a paper back: what its code leads to, what is counted, and what nobody can find out."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk.test_counting import MemoryTally, at_once
from tests.fakes import SERVICES, FixedClock, MemoryCatalogue, counter
from tests.storage.conftest import address
from wijkwijzer_desktop.desk.counting import VISITS_AT_ONCE, Counting
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.outcomes import (
    MOST_UNKNOWN,
    STANDINGS_SECONDS,
    UNKNOWN_SECONDS,
    Brought,
    NoCodes,
    NoSeal,
    Outcomes,
)
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME, CodeKey
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CodeKeyError, DatabaseUnusableError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.outcome import KEPT_DAYS, Known, Outcome, Reply, Wait
from wijkwijzer_desktop.domain.slip import new_code
from wijkwijzer_desktop.domain.standing import AnswersIn, Reported
from wijkwijzer_desktop.domain.statistics import FEWEST, Cell, Tallied, VisitCount
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies

HELPED = frozenset({Outcome.HELPED})
A_DAY = 86_400


@dataclass
class Flags:
    """Keeps what was flagged."""

    raised: list[tuple[str, FlagReason, date]] = field(default_factory=list)

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        self.raised.append((service_id, reason, on))


@dataclass
class Here:
    """A counter over a database of its own."""

    outcomes: Outcomes
    engine: Engine
    database: Path
    clock: FixedClock
    flags: Flags
    folder: Path

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def paper(self, *services: str) -> str:
        """Printed, long enough ago to be written."""
        code = new_code()
        self.outcomes.keep(self.outcomes.digests(code, services), self.today)
        return code

    def tallied(self) -> dict[Cell, int]:
        return dict(StoredTallies(self.engine).months((f"{self.today:%Y-%m}",))[f"{self.today:%Y-%m}"])

    def rows(self) -> set[tuple[str, str]]:
        with closing(sqlite3.connect(self.database)) as database:
            return set(database.execute("SELECT * FROM slip_code"))


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("blank") / "wijkwijzer.db"
    open_database(address(path)).dispose()
    return path.read_bytes()


@pytest.fixture
def here(tmp_path: Path, blank: bytes) -> Iterator[Here]:
    database = tmp_path / "wijkwijzer.db"
    database.write_bytes(blank)
    engine, clock, flags = open_database(address(database)), FixedClock(), Flags()
    outcomes = Outcomes(StoredCodes(engine), CodeKey(tmp_path), MemoryCatalogue(SERVICES), flags, clock, "magneet")
    yield Here(outcomes, engine, database, clock, flags, tmp_path)
    engine.dispose()


def names(here: Here, code: str) -> list[str]:
    brought = here.outcomes.look(code)
    assert brought.state is Known.OPEN
    return [service.id for service in brought.services]


def test_a_code_leads_to_the_services_of_its_paper_however_it_is_written(here: Here) -> None:
    code, other = here.paper("maatje", "bank"), here.paper("wijkteam")
    for written in (code, code.lower(), code.replace("-", ""), f" {code[:2]} {code[2:]} "):
        assert names(here, written) == ["maatje", "bank"]
    assert names(here, other) == ["wijkteam"]


def test_what_was_told_is_counted_once(here: Here) -> None:
    code = here.paper("maatje", "bank")
    told = here.outcomes.tell(code, (Reply("bank", HELPED, answered=Wait.LONGER), Reply("maatje", frozenset())))
    assert (told.counted, told.already) == (frozenset({"bank"}), frozenset())
    assert here.tallied() == {
        Cell(tallied, "bank"): 1 for tallied in (Tallied.TOLD, Tallied.CAME, Tallied.HELPED, Tallied.ANSWERED)
    }
    again = here.outcomes.tell(code.lower(), (Reply("bank", HELPED), Reply("wijkteam", HELPED)))
    assert (again.counted, again.already) == (frozenset(), frozenset({"bank", "wijkteam"}))
    assert here.tallied()[Cell(Tallied.TOLD, "bank")] == 1
    assert names(here, code) == ["maatje"]


def test_a_second_time_says_that_it_was_told(here: Here) -> None:
    code = here.paper("bank")
    here.outcomes.tell(code, (Reply("bank", HELPED),))
    assert here.outcomes.look(code).state is Known.TOLD
    assert here.outcomes.look(code).services == ()


def test_a_code_that_nobody_knows_is_not_counted(here: Here) -> None:
    here.paper("bank")
    stranger = new_code()
    assert here.outcomes.look(stranger).state is Known.UNKNOWN
    assert here.outcomes.look("K7QM").state is here.outcomes.look("").state is Known.MISREAD
    for code in (stranger, "K7QM", ""):
        assert here.outcomes.tell(code, (Reply("bank", HELPED),)).counted == frozenset()
    assert here.tallied() == {}
    assert here.flags.raised == []


def test_after_three_months_a_code_is_forgotten(here: Here) -> None:
    code = here.paper("bank")
    here.clock.pass_by(KEPT_DAYS * 86_400)
    assert names(here, code) == ["bank"]
    here.clock.pass_by(8 * 86_400)
    assert here.outcomes.look(code).state is Known.UNKNOWN
    assert here.outcomes.tell(code, (Reply("bank", HELPED),)).counted == frozenset()
    here.outcomes.forget_old()
    assert here.rows() == set()


def test_a_wrong_number_is_flagged_and_two_sink_the_service(here: Here) -> None:
    wrong = Reply("bank", frozenset({Outcome.WRONG_NUMBER}))
    here.outcomes.tell(here.paper("bank"), (wrong,))
    assert here.flags.raised == [("bank", FlagReason.NUMBER, here.today)]
    assert here.outcomes.standings() == {}
    here.clock.pass_by(A_DAY)
    here.outcomes.tell(here.paper("bank"), (wrong,))
    assert here.outcomes.standings()["bank"].reported == {Reported.WRONG_NUMBER}


def test_somebody_with_many_papers_in_one_afternoon_sinks_nothing(here: Here) -> None:
    for outcome in (Outcome.WRONG_NUMBER, Outcome.FULL):
        for _ in range(5):
            here.outcomes.tell(here.paper("bank"), (Reply("bank", frozenset({outcome})),))
    assert here.outcomes.standings() == {}


def test_what_was_counted_is_not_asked_again_where_it_cannot_be_flagged(here: Here) -> None:
    def unusable(_service: str, _reason: FlagReason, _on: date) -> None:
        raise DatabaseUnusableError(reason="locked")

    here.flags.flag = unusable  # type: ignore[assignment,method-assign]
    told = here.outcomes.tell(here.paper("bank"), (Reply("bank", frozenset({Outcome.WRONG_NUMBER})),))
    assert told.counted == {"bank"}
    assert here.tallied()[Cell(Tallied.WRONG_NUMBER, "bank")] == 1


def test_who_guesses_codes_has_to_wait(here: Here) -> None:
    code = here.paper("bank")
    for _ in range(MOST_UNKNOWN):
        assert names(here, code) == ["bank"]
        assert here.outcomes.look(new_code()).state is Known.UNKNOWN
    # What is mistyped costs nothing, and neither that nor a code that is known tells more meanwhile.
    assert here.outcomes.look("K7QM").state is Known.MISREAD
    assert here.outcomes.look(code) == here.outcomes.look(new_code()) == Brought(Known.LATER)
    here.clock.pass_by(UNKNOWN_SECONDS)
    assert names(here, code) == ["bank"]


def test_what_is_full_sinks_until_somebody_asked_and_is_flagged_when_it_does(here: Here) -> None:
    for _ in range(3):
        assert here.flags.raised == []
        here.clock.pass_by(A_DAY)
        here.outcomes.tell(here.paper("bank"), (Reply("bank", frozenset({Outcome.FULL})),))
    assert here.flags.raised == [("bank", FlagReason.FULL, here.today)]
    assert here.outcomes.standings()["bank"].reported == {Reported.FULL}
    confirmed = tuple(replace(service, checked=here.today) for service in SERVICES)
    asked = Outcomes(StoredCodes(here.engine), NoSeal(), MemoryCatalogue(confirmed), here.flags, here.clock, "magneet")
    assert asked.standings() == {}
    here.clock.pass_by(61 * 86_400)
    assert here.outcomes.standings() == {}


def test_from_ten_answers_up_it_is_said_how_soon_somebody_answers(here: Here) -> None:
    for told in range(1, FEWEST + 1):
        here.outcomes.tell(here.paper("bank"), (Reply("bank", frozenset(), answered=Wait.DAYS_3),))
        said = here.outcomes.standings().get("bank")
        assert (said.facts if said else ()) == ((AnswersIn(Wait.DAYS_3),) if told == FEWEST else ())


def test_what_is_told_elsewhere_matters_here_after_a_while(here: Here) -> None:
    assert here.outcomes.standings() == {}
    elsewhere = Outcomes(StoredCodes(here.engine), CodeKey(here.folder), MemoryCatalogue(SERVICES), Flags(), here.clock, "x")
    wrong = (Reply("bank", frozenset({Outcome.WRONG_NUMBER})),)
    elsewhere.tell(here.paper("bank"), wrong)
    here.clock.pass_by(A_DAY)
    assert here.outcomes.standings() == {}
    elsewhere.tell(here.paper("bank"), wrong)
    assert here.outcomes.standings() == {}
    here.clock.pass_by(STANDINGS_SECONDS + 1)
    assert set(here.outcomes.standings()) == {"bank"}


def one(*services: str) -> VisitCount:
    return VisitCount(frozenset(Cell(Tallied.PRINTED, service) for service in services))


def test_two_backups_around_a_visit_do_not_tell_what_stood_on_its_paper(here: Here) -> None:
    tally = StoredTallies(here.engine)
    counting = Counting(tally, here.clock, "magneet", at_once, here.outcomes)
    papers = [(new_code(), services) for services in (("bank", "maatje"), ("wijkteam",), ("bank",), ("eten", "bank"), ("112",))]
    assert len(papers) == VISITS_AT_ONCE
    for code, services in papers[:-1]:
        counting.take(one(*services), code)
        assert here.rows() == set()
        assert here.tallied() == {}
    counting.take(one(*papers[-1][1]), papers[-1][0])
    written = here.rows()
    # All at once, as many as stood on five papers, of one week, and none like another.
    assert len(written) == sum(len(services) for _, services in papers)
    assert len({day for _, day in written}) == 1
    raw = here.database.read_bytes() + here.database.with_name(f"{here.database.name}-wal").read_bytes()
    for code, services in papers:
        assert code.encode() not in raw
        assert code.replace("-", "").encode() not in raw
        assert sorted(names(here, code)) == sorted(services)
    # Without the key of this counter a code leads nowhere.
    stolen = here.folder / "elders"
    elsewhere = Outcomes(StoredCodes(here.engine), CodeKey(stolen), MemoryCatalogue(SERVICES), Flags(), here.clock, "x")
    assert {elsewhere.look(code).state for code, _ in papers} == {Known.UNKNOWN}


def test_only_what_stands_printed_on_a_paper_can_be_told_of(here: Here) -> None:
    counting = Counting(MemoryTally(), here.clock, "magneet", at_once, here.outcomes)
    code = new_code()
    chosen = VisitCount(frozenset({Cell(Tallied.CHOSEN, "bank"), Cell(Tallied.PRINTED, "maatje"), Cell(Tallied.TOPIC, "geld")}))
    counting.take(chosen, code)
    for _ in range(VISITS_AT_ONCE - 1):
        counting.take(one())
    assert names(here, code) == ["maatje"]


def test_codes_that_cannot_be_written_wait_for_the_next(here: Here) -> None:
    tally = MemoryTally(broken=True)
    counting = Counting(tally, here.clock, "magneet", at_once, here.outcomes)
    code = new_code()
    for _ in range(VISITS_AT_ONCE):
        counting.take(one("bank"), code)
    assert here.rows() == set()
    tally.broken = False
    counting.take(one(), new_code())
    assert names(here, code) == ["bank"]
    assert len(here.rows()) == 1


def test_a_key_that_cannot_be_used_does_not_hold_up_who_leaves(here: Here) -> None:
    here.outcomes.digests(new_code(), ("bank",))
    (here.folder / CODES_KEY_NAME).chmod(0o644)
    broken = Outcomes(StoredCodes(here.engine), CodeKey(here.folder), MemoryCatalogue(SERVICES), Flags(), here.clock, "x")
    counting = Counting(StoredTallies(here.engine), here.clock, "magneet", at_once, broken)
    for _ in range(VISITS_AT_ONCE):
        counting.take(one("bank"), new_code())
    assert here.rows() == set()
    assert here.tallied() == {Cell(Tallied.PRINTED, "bank"): VISITS_AT_ONCE}
    with pytest.raises(CodeKeyError):
        broken.look(new_code())


def test_the_key_lies_beside_the_database_for_this_user_alone(here: Here) -> None:
    here.outcomes.digests(new_code(), ("bank",))
    key = here.folder / CODES_KEY_NAME
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_bytes() not in here.database.read_bytes()


def test_the_desk_keeps_the_codes_of_papers_that_came(here: Here) -> None:
    given = counter()
    adapters = replace(given.desk._adapters, codes=StoredCodes(here.engine), seal=CodeKey(here.folder))
    desk = Desk(given.desk.settings, adapters)
    desk._counting._start = at_once
    codes = []
    for _ in range(VISITS_AT_ONCE):
        desk.visit.start("nl")
        desk.visit.answer("begin.topics", frozenset({"geld"}))
        desk.visit.answer("geld.rekeningen", frozenset({"nee"}))
        desk.visit.stop_here()
        desk.visit.take_advice(desk.advise(desk.pack, desk.visit.intake, desk.clock.now()), desk.visit.number)
        for _stage in range(2):
            desk.visit.go_on()
        desk.visit.paper_came = True
        codes.append((desk.visit.code, set(desk.visit.steps)))
        desk.forget()
    for code, steps in codes:
        found = {service.id for service in desk.outcomes.look(code).services}
        assert steps <= found
    assert desk.visit.code == ""


def test_who_comes_next_is_sent_elsewhere_first_and_reads_nothing_of_it(here: Here) -> None:
    given = counter(services=(*SERVICES, replace(next(s for s in SERVICES if s.id == "bank"), id="andere-bank")))
    desk = Desk(given.desk.settings, replace(given.desk._adapters, codes=StoredCodes(here.engine), seal=CodeKey(here.folder)))
    intake = Intake().answer(desk.pack.questionnaire.question("begin.topics"), {"geld"})
    intake = intake.answer(desk.pack.questionnaire.question("geld.rekeningen"), {"nee"})
    at = desk.clock.now()

    def steps() -> list[str]:
        return [r.service.id for r in desk.advise(desk.pack, intake, at).recommendations]

    before = steps()
    assert len(before) > 1
    for days in (1, 0):
        given.clock.wall = at - timedelta(days)
        code = new_code()
        desk.outcomes.keep(desk.outcomes.digests(code, (before[0],)), here.today)
        desk.outcomes.tell(code, (Reply(before[0], frozenset({Outcome.WRONG_NUMBER}), answered=Wait.DAYS_3),))
    assert steps() == [*before[1:], before[0]]
    sunk = desk.advise(desk.pack, intake, at).recommendations[-1]
    assert {reason.kind for reason in sunk.reasons} <= {"you_said", "opens", "distance", "checked"}


def test_where_nothing_is_kept_every_code_is_unknown() -> None:
    outcomes = counter().desk.outcomes
    code = new_code()
    outcomes.keep(outcomes.digests(code, ("bank",)), date(2026, 11, 24))
    assert outcomes.look(code).state is Known.UNKNOWN
    assert outcomes.tell(code, (Reply("bank", HELPED),)).already == {"bank"}
    outcomes.forget_old()
    assert (outcomes.standings(), NoCodes().told_since(date(2026, 11, 24))) == ({}, ())


def test_two_that_tell_of_one_paper_at_once_are_counted_once(here: Here) -> None:
    code = here.paper("bank")
    counted: list[frozenset[str]] = []

    def tell() -> None:
        counted.append(here.outcomes.tell(code, (Reply("bank", HELPED),)).counted)

    run_together(tell, tell)
    assert sorted(map(len, counted)) == [0, 1]
    assert here.tallied()[Cell(Tallied.TOLD, "bank")] == 1


def run_together(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_month_later_a_paper_may_still_be_told_of(here: Here) -> None:
    code = here.paper("bank")
    here.clock.wall += timedelta(30)
    assert here.outcomes.tell(code, (Reply("bank", HELPED),)).counted == {"bank"}
