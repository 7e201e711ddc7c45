"""Roles, PINs that may be chosen, shifts, and how long wrong PINs keep everybody waiting."""

import copy
import pickle
from dataclasses import asdict, dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.errors import AccountRefusedError, PinRefusedError
from wijkwijzer_desktop.domain.staff import (
    LONGEST_LOCK,
    UNLOCKED,
    Account,
    Lock,
    Pin,
    Role,
    Shift,
    ShiftEnd,
    check_label,
    check_pin,
)

MARJA = Account("1f4e7d8b", "Marja", Role.MANAGER)


def refusal(digits: str) -> PinRefusedError | None:
    try:
        check_pin(Pin(digits))
    except PinRefusedError as refused:
        return refused
    return None


def reason(digits: str) -> str:
    refused = refusal(digits)
    return str(refused.data["reason"]) if refused else ""


def test_each_role_may_do_what_a_lower_one_may() -> None:
    assert Role.VOLUNTEER < Role.EDITOR < Role.MANAGER


@pytest.mark.parametrize("digits", ["274905", "83046172", "519372640837"])
def test_a_pin_that_may_be_chosen(digits: str) -> None:
    assert reason(digits) == ""


@pytest.mark.parametrize("digits", ["", "27490", "2749051937264"])
def test_fault_45_a_pin_has_six_digits_at_least(digits: str) -> None:
    assert reason(digits) in {"digits", "length"}
    assert reason("27490") == "length"


@pytest.mark.parametrize("digits", ["27490a", "２７４９０５", "27 4905", "-74905", "٢٧٤٩٠٥"])
def test_only_digits(digits: str) -> None:
    assert reason(digits) == "digits"


@pytest.mark.parametrize(
    "digits",
    ["000000", "123456", "654321", "890123", "135791", "121212", "123123", "111222", "123321", "112233", "147258", "1234512345"],
)
def test_a_pin_that_is_tried_first_is_refused(digits: str) -> None:
    assert reason(digits) == "trivial"


@given(st.integers(0, 999_999))
def test_six_digits_are_enough(number: int) -> None:
    digits = f"{number:06}"
    assert reason(digits) in {"", "trivial"}


def test_one_in_a_hundred_pins_is_refused_at_most() -> None:
    refused = sum(bool(reason(f"{number:06}")) for number in range(0, 1_000_000, 97))
    assert refused < 100


@pytest.mark.parametrize("digits", ["27490", "123456", "abcdef"])
def test_fault_46_a_refused_pin_is_not_in_the_error(digits: str) -> None:
    refused = refusal(digits)
    assert refused is not None
    assert digits not in f"{refused} {refused!r} {refused.data} {refused.__context__!r}"


def test_fault_46_a_pin_shows_in_no_repr_copy_or_pickle() -> None:
    @dataclass
    class Holder:
        pin: Pin

    pin = Pin("274905")
    shown = [repr(pin), str(pin), f"{pin}", f"{pin!r:>20}", repr([pin]), repr(Holder(pin)), repr(dir(pin))]
    assert [text for text in shown if "274905" in text] == []
    assert pin.reveal() == "274905"
    with pytest.raises(TypeError):
        pickle.dumps(pin)
    with pytest.raises(TypeError):
        copy.deepcopy(pin)
    with pytest.raises(TypeError):
        asdict(Holder(pin))
    assert not hasattr(pin, "__dict__")
    assert pin != Pin("274905")


@pytest.mark.parametrize(("label", "kept"), [("Marja", "Marja"), ("  Jan de B.  ", "Jan de B."), ("Ömer", "Ömer")])
def test_a_label(label: str, kept: str) -> None:
    assert check_label(label) == kept


@pytest.mark.parametrize("label", ["", "   ", "x" * 41, "a\nb", "a\u202eb", "a\0b"])
def test_a_label_that_is_none(label: str) -> None:
    with pytest.raises(AccountRefusedError) as refused:
        check_label(label)
    assert refused.value.data == {"reason": "label"}


@pytest.mark.parametrize(
    ("idle", "whole", "end"),
    [
        (0, 0, None),
        (299.9, 3000, None),
        (300, 3000, ShiftEnd.IDLE),
        (0, 28_799.9, None),
        (0, 28_800, ShiftEnd.LONG),
        (400, 90_000, ShiftEnd.LONG),
    ],
)
def test_fault_49_a_shift_ends_after_five_minutes_idle_and_eight_hours_in_all(
    idle: float, whole: float, end: ShiftEnd | None
) -> None:
    now = 5000.0 + whole
    assert Shift(MARJA, 5000.0, now - idle).over(now) is end


def test_fault_45_from_the_fifth_wrong_pin_on_15_seconds_and_doubling() -> None:
    lock, waits = UNLOCKED, []
    for _ in range(20):
        lock = lock.tried()
        waits.append(lock.left)
    assert waits[:9] == [0, 0, 0, 0, 15, 30, 60, 120, 240]
    assert waits[-1] == LONGEST_LOCK


@given(st.integers(0, 10**9), st.integers(0, LONGEST_LOCK))
def test_fault_45_one_more_wrong_pin_never_shortens_the_wait(wrong: int, left: int) -> None:
    before, after = Lock(wrong).tried(), Lock(wrong, left).tried().tried()
    assert before.left <= after.left <= LONGEST_LOCK
    assert after.wrong == wrong + 2
