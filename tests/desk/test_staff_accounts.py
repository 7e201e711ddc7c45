"""What a manager does with accounts, and what everybody does with their own PIN."""

import pytest

from tests.desk.staff_fakes import EDITOR, MANAGER, NOBODY, VOLUNTEER, Staffed, staffed
from wijkwijzer_desktop.desk.staff_accounts import AuditReading, StaffAccounts
from wijkwijzer_desktop.domain.errors import AccountRefusedError, PinRefusedError, StaffLockedError, WrongPinError
from wijkwijzer_desktop.domain.staff import Lock, Pin, Role


@pytest.fixture
def counter() -> Staffed:
    made = staffed()
    made.log_in(Role.MANAGER)
    return made


def test_add_change_and_remove(counter: Staffed) -> None:
    accounts = StaffAccounts(counter.room)
    added = accounts.add(" Sanne ", Role.VOLUNTEER, Pin(NOBODY))
    assert [a.label for a in accounts.accounts()] == ["Eva", "Marja", "Sanne", "Vrijwilliger"]
    assert accounts.change(added.id, "Sanne B.", Role.EDITOR).role is Role.EDITOR
    accounts.set_pin(added.id, Pin("640873"))
    with pytest.raises(WrongPinError):
        counter.room.log_in(Pin(NOBODY))
    assert counter.room.log_in(Pin("640873")).label == "Sanne B."
    counter.log_in(Role.MANAGER)
    accounts.remove(added.id)
    with pytest.raises(WrongPinError):
        counter.room.log_in(Pin("640873"))
    done = [entry for entry in counter.log.entries if dict(entry.data).get("account") == added.id]
    assert [e.action.value for e in done] == ["account-added", "account-changed", "pin-changed", "account-removed"]
    assert {e.account for e in done} == {counter.ids[Role.MANAGER]}
    assert "Sanne" not in repr(counter.log.lines), "a name stays no longer than the account"


def test_who_keeps_one_layer_makes_nobody_who_keeps_more(counter: Staffed) -> None:
    accounts = StaffAccounts(counter.room)
    accounts.add("Hengelo", Role.MANAGER, Pin(NOBODY), "hengelo")
    counter.room.log_in(Pin(NOBODY))
    refused = (
        lambda: accounts.add("Alles", Role.EDITOR, Pin("640873")),
        lambda: accounts.add("Elders", Role.EDITOR, Pin("640873"), "almelo"),
        lambda: accounts.change(counter.ids[Role.EDITOR], "Eva", Role.EDITOR),
        lambda: accounts.set_pin(counter.ids[Role.MANAGER], Pin("640873")),
        lambda: accounts.remove(counter.ids[Role.EDITOR]),
    )
    for wanted in refused:
        with pytest.raises(AccountRefusedError) as error:
            wanted()
        assert error.value.data == {"reason": "layer"}
    assert accounts.add("Daar", Role.EDITOR, Pin("640873"), "hengelo").layer == "hengelo"
    assert accounts.change(counter.ids[Role.VOLUNTEER], "Vrijwilliger 2", Role.VOLUNTEER).label == "Vrijwilliger 2"


@pytest.mark.parametrize("whose", [MANAGER, EDITOR, VOLUNTEER])
def test_two_accounts_never_have_the_same_pin_and_nobody_is_told_whose_it_is(counter: Staffed, whose: str) -> None:
    accounts = StaffAccounts(counter.room)
    with pytest.raises(PinRefusedError) as refused:
        accounts.add("Sanne", Role.VOLUNTEER, Pin(whose))
    assert refused.value.data == {"reason": "taken"}
    with pytest.raises(PinRefusedError):
        accounts.set_pin(counter.ids[Role.EDITOR], Pin(whose))
    assert len(counter.shelf.all) == 3
    assert counter.shelf.locked == Lock(2), "as good as a guess"
    assert counter.actions[-2:] == ["wrong-pin", "wrong-pin"]


def test_fault_45_guessing_by_choosing_is_locked_out_too(counter: Staffed) -> None:
    accounts = StaffAccounts(counter.room)
    for _ in range(5):
        with pytest.raises(PinRefusedError):
            accounts.add("Sanne", Role.VOLUNTEER, Pin(EDITOR))
    with pytest.raises(StaffLockedError):
        accounts.add("Sanne", Role.VOLUNTEER, Pin(NOBODY))
    counter.clock.pass_by(15)
    assert accounts.add("Sanne", Role.VOLUNTEER, Pin(NOBODY)).label == "Sanne"


def test_there_is_always_a_manager(counter: Staffed) -> None:
    accounts, only = StaffAccounts(counter.room), counter.ids[Role.MANAGER]
    for lose in (accounts.remove, lower(accounts)):
        with pytest.raises(AccountRefusedError) as refused:
            lose(only)
        assert refused.value.data == {"reason": "last-manager"}
    accounts.change(only, "Marja de B.", Role.MANAGER)
    accounts.change(counter.ids[Role.EDITOR], "Eva", Role.MANAGER)
    accounts.remove(only)
    assert counter.shelf.accounts()[0].label == "Eva"


class lower:  # noqa: N801 - read as a function
    def __init__(self, accounts: StaffAccounts) -> None:
        self._accounts = accounts

    def __call__(self, account_id: str) -> None:
        self._accounts.change(account_id, "Marja", Role.EDITOR)


def test_who_is_not_there_is_said(counter: Staffed) -> None:
    accounts = StaffAccounts(counter.room)
    for act in (
        lambda: accounts.remove("weg"),
        lambda: accounts.set_pin("weg", Pin(NOBODY)),
        lambda: accounts.change("weg", "x", Role.EDITOR),
    ):
        with pytest.raises(AccountRefusedError) as refused:
            act()
        assert refused.value.data == {"reason": "unknown"}


def test_everybody_can_change_their_own_pin(counter: Staffed) -> None:
    accounts = StaffAccounts(counter.room)
    counter.log_in(Role.VOLUNTEER)
    accounts.change_own_pin(Pin(VOLUNTEER), Pin(NOBODY))
    assert counter.room.log_in(Pin(NOBODY)).role is Role.VOLUNTEER
    assert counter.actions.count("pin-changed") == 1


@pytest.mark.parametrize("old", [MANAGER, EDITOR, NOBODY])
def test_fault_45_with_the_old_pin_of_another_it_is_a_wrong_try(counter: Staffed, old: str) -> None:
    accounts = StaffAccounts(counter.room)
    counter.log_in(Role.VOLUNTEER)
    before = counter.shelf.hashes()
    for _ in range(5):
        with pytest.raises(WrongPinError):
            accounts.change_own_pin(Pin(old), Pin("640873"))
    with pytest.raises(StaffLockedError):
        accounts.change_own_pin(Pin(VOLUNTEER), Pin("640873"))
    assert counter.shelf.hashes() == before
    assert counter.log.entries[-1].account == counter.ids[Role.VOLUNTEER]


def test_a_manager_reads_the_log(counter: Staffed) -> None:
    reading = AuditReading(counter.room)
    assert [line.action for line in reading.latest(2)] == ["logged-in", "logged-out"]
    assert reading.verify().lines == len(counter.log.lines)
