"""Who is logged in, who is let through, and what is noted of it."""

import pytest

from tests.desk.staff_fakes import EDITOR, MANAGER, NOBODY, VOLUNTEER, new_counter, staffed
from tests.fakes import counter as visitors_counter
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.domain.audit import Verdict
from wijkwijzer_desktop.domain.errors import (
    AccountRefusedError,
    DatabaseUnusableError,
    PinRefusedError,
    StaffKeyError,
    StaffLockedError,
    StaffRefusedError,
    WrongPinError,
)
from wijkwijzer_desktop.domain.staff import Lock, Pin, Role


def test_a_pin_tells_who_it_is() -> None:
    counter = staffed()
    for role in Role:
        assert counter.log_in(role).role is role
        account = counter.room.account
        assert account is not None
        assert account.id == counter.ids[role]
    counter.room.log_out()
    assert counter.room.account is None
    assert counter.actions[-6:] == ["logged-in", "logged-out"] * 3


def test_before_the_first_manager_nobody_gets_in_and_nothing_is_noted() -> None:
    counter = new_counter()
    assert counter.room.is_new()
    assert not counter.room.can_note()
    with pytest.raises(AccountRefusedError) as refused:
        counter.room.log_in(Pin(MANAGER))
    assert refused.value.data == {"reason": "none"}
    with pytest.raises(StaffRefusedError):
        counter.room.require(Role.VOLUNTEER, "f")
    assert (counter.log.entries, counter.shelf.locked) == ([], Lock())


def test_the_first_manager_is_made_once() -> None:
    counter = new_counter()
    counter.room.begin(" Marja ", Pin(MANAGER))
    with pytest.raises(AccountRefusedError) as refused:
        counter.room.begin("Iemand", Pin(EDITOR))
    assert refused.value.data == {"reason": "present"}
    assert [(a.label, a.role) for a in counter.shelf.accounts()] == [("Marja", Role.MANAGER)]
    assert counter.actions == ["begun"]


@pytest.mark.parametrize("digits", ["12345", "123456", "geheim"])
def test_fault_45_nobody_begins_with_a_pin_that_is_easily_guessed(digits: str) -> None:
    counter = new_counter()
    with pytest.raises(PinRefusedError):
        counter.room.begin("Marja", Pin(digits))
    assert (counter.seal.key, counter.log.entries) == (None, [])


def test_beginning_anew_takes_everybody_away_and_ends_the_lock() -> None:
    counter = staffed()
    counter.log_in(Role.MANAGER)
    counter.shelf.locked = Lock(9, 240)
    counter.room.begin("Nieuw", Pin(NOBODY), anew=True)
    assert counter.room.account is None
    assert [a.label for a in counter.shelf.accounts()] == ["Nieuw"]
    assert counter.room.log_in(Pin(NOBODY)).label == "Nieuw"
    assert dict(counter.log.entries[-2].data)["removed"] == 3
    assert counter.log.verify() == Verdict(len(counter.log.lines))


@pytest.mark.parametrize(("key", "reason"), [(None, "missing"), (b"van een ander", "other")])
def test_a_key_that_is_gone_or_another_makes_pins_useless_until_it_is_back(key: bytes | None, reason: str) -> None:
    counter = staffed()
    before = len(counter.log.lines)
    ours, counter.seal.key = counter.seal.key, key
    for use in (lambda: counter.log_in(Role.MANAGER), counter.room.can_note):
        with pytest.raises(StaffKeyError) as refused:
            use()
        assert refused.value.data == {"reason": reason}
    assert (counter.shelf.locked, len(counter.log.lines)) == (Lock(), before), "that is nobody's wrong try"
    counter.seal.key = ours
    assert counter.room.can_note()
    assert counter.log_in(Role.MANAGER).label == "Marja"
    assert counter.log.verify().wrong is None


@pytest.mark.parametrize("key", [None, b"van een ander"])
def test_without_its_key_a_counter_begins_anew_and_the_log_says_so(key: bytes | None) -> None:
    counter = staffed()
    before = len(counter.log.lines)
    counter.seal.key = key
    counter.room.begin("Nieuw", Pin(NOBODY), anew=True)
    assert counter.room.log_in(Pin(NOBODY)).label == "Nieuw"
    assert counter.actions[before:] == ["key-replaced", "begun", "logged-in"]
    assert counter.log.verify() == Verdict(before + 3, older_keys=before)


def test_fault_49_a_visit_under_way_is_forgotten_before_staff_come_in() -> None:
    staff = staffed()
    visitors = visitors_counter()
    desk = visitors.desk
    room = StaffRoom(StaffAdapters(staff.clock, staff.shelf, staff.log, staff.seal), desk.forget)
    desk.visit.start()
    desk.visit.answer("begin.topics", frozenset({"geld"}))
    number = desk.visit.number
    assert desk.visit.intake.answers
    with pytest.raises(WrongPinError):
        room.log_in(Pin(NOBODY))
    assert desk.visit.number == number, "whoever guesses forgets nobody's visit"
    staff.log.broken = True
    with pytest.raises(DatabaseUnusableError):
        room.log_in(Pin(VOLUNTEER))
    assert room.account is None, "nobody comes in unnoted"
    assert not desk.visit.intake.answers
    staff.log.broken = False
    desk.visit.start()
    desk.visit.answer("begin.topics", frozenset({"geld"}))
    room.log_in(Pin(VOLUNTEER))
    assert not desk.visit.intake.answers


def test_fault_49_five_minutes_idle_is_logged_out() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    for _ in range(3):
        counter.clock.pass_by(299)
        assert counter.room.account is not None
        counter.room.touch()
    counter.clock.pass_by(300)
    assert counter.room.account is None
    counter.room.touch()
    assert counter.room.account is None, "too late"
    with pytest.raises(StaffRefusedError):
        counter.room.require(Role.VOLUNTEER, "f")
    assert counter.actions[-2:] == ["logged-out", "refused"]
    assert counter.log.entries[-2].data == (("reason", "idle"),)


def test_fault_49_eight_hours_in_all() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    for _ in range(8 * 60 - 1):
        counter.clock.pass_by(60)
        assert counter.room.require(Role.EDITOR, "f").role is Role.EDITOR
    counter.clock.pass_by(60)
    assert counter.room.account is None
    counter.room.log_out()
    assert counter.log.entries[-1].data == (("reason", "long"),)


def test_fault_07_a_clock_that_is_set_logs_nobody_out_or_in() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    counter.clock.wall = counter.clock.wall.replace(year=2031)
    assert counter.room.account is not None
    counter.clock.pass_by(300)
    counter.clock.wall = counter.clock.wall.replace(year=2021)
    assert counter.room.account is None


def test_fault_47_a_wrong_role_is_refused_and_noted() -> None:
    counter = staffed()
    for role in (None, Role.VOLUNTEER, Role.EDITOR):
        if role:
            counter.log_in(role)
        with pytest.raises(StaffRefusedError) as refused:
            counter.room.require(Role.MANAGER, "StaffAccounts.add")
        assert refused.value.data == {"needs": "manager"}
        noted = counter.log.entries[-1]
        assert (noted.action.value, noted.role, noted.account) == ("refused", role, counter.ids[role] if role else "")
        assert dict(noted.data) == {"function": "StaffAccounts.add", "needs": "manager"}
    counter.log_in(Role.MANAGER)
    assert counter.room.require(Role.MANAGER, "StaffAccounts.add").label == "Marja"


def test_fault_47_who_was_taken_away_or_lowered_elsewhere_is_out_at_once() -> None:
    counter = staffed()
    for change in ("remove", "lower"):
        account = counter.log_in(Role.EDITOR)
        if change == "lower":
            counter.shelf.all[account.id] = type(account)(account.id, account.label, Role.VOLUNTEER)
        else:
            del counter.shelf.all[account.id]
        with pytest.raises(StaffRefusedError):
            counter.room.require(Role.VOLUNTEER, "f")
        assert counter.room.account is None
        assert counter.log.entries[-2].data == (("reason", "changed"),)
        counter.shelf.all[account.id] = account


def test_fault_45_the_fifth_wrong_pin_locks_everybody_out() -> None:
    counter = staffed()
    waits = []
    for _ in range(5):
        with pytest.raises(WrongPinError) as wrong:
            counter.room.log_in(Pin(NOBODY))
        waits.append(wrong.value.data["seconds"])
    assert waits == [0, 0, 0, 0, 15]
    with pytest.raises(StaffLockedError) as locked:
        counter.log_in(Role.MANAGER)
    assert locked.value.data == {"seconds": 15}
    counter.clock.pass_by(14.5)
    assert counter.room.lock_out.seconds() == 1
    with pytest.raises(StaffLockedError):
        counter.log_in(Role.MANAGER)
    counter.clock.pass_by(0.5)
    with pytest.raises(WrongPinError) as wrong:
        counter.room.log_in(Pin(NOBODY))
    assert wrong.value.data == {"seconds": 30}
    counter.clock.pass_by(30)
    counter.log_in(Role.MANAGER)
    assert counter.shelf.locked == Lock()
    noted = [dict(entry.data) for entry in counter.log.entries if entry.action.value == "wrong-pin"]
    assert noted == [{"wrong": n, "locked": s} for n, s in enumerate((0, 0, 0, 0, 15, 30), start=1)]


def test_fault_46_no_pin_is_in_the_log_the_errors_or_what_is_kept() -> None:
    counter = staffed()
    told = []
    for digits in (MANAGER, EDITOR, NOBODY):
        try:
            counter.room.log_in(Pin(digits))
        except WrongPinError as error:
            told.append(f"{error} {error!r} {error.data}")
    told += [repr(counter.log.lines), repr(counter.log.entries), repr(counter.shelf), repr(counter.room.account)]
    told += [repr(vars(counter.room)), repr(counter.room.lock_out)]
    assert [digits for digits in (MANAGER, EDITOR, VOLUNTEER, NOBODY) if digits in "".join(told)] == []
