"""Who works at the counter: roles, PINs, how long staff are known, and how long wrong PINs keep everybody waiting."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import NoReturn

from wijkwijzer_desktop.domain.errors import AccountRefusedError, PinRefusedError

FEWEST_DIGITS, MOST_DIGITS = 6, 12
LONGEST_LABEL = 40
# Tried first by whoever finds a counter: rows, columns and doubles of the keys. Runs and repeats are found by rule.
_ON_THE_KEYS = (
    "112233 998877 147258 258369 147852 258963 369852 741852 852963 159357 159753 357159 357951 753159 753951 951357 "
    "789456 456789 456123 123654 321456 654789 987654 147369 963741 102030 010203 201020 007007"
)
WELL_KNOWN = frozenset(_ON_THE_KEYS.split())

# Seconds.
IDLE_AFTER = 5 * 60
LONGEST_SHIFT = 8 * 60 * 60
FIRST_LOCK = 15
# Long enough to be pointless, short enough to end.
LONGEST_LOCK = 24 * 60 * 60
WRONG_BEFORE_LOCK = 5


class Role(IntEnum):
    """Who may do what: each may do all that a lower one may."""

    VOLUNTEER = 1
    EDITOR = 2
    MANAGER = 3


class ShiftEnd(StrEnum):
    """Why somebody is no longer logged in. CHANGED: their account was removed, or changed elsewhere."""

    LEFT = "left"
    IDLE = "idle"
    LONG = "long"
    CHANGED = "changed"


class Pin:
    """A PIN as it was typed. What it is can only be had by asking: no repr, log line, copy or pickle shows it, and two
    are never equal."""

    __slots__ = ("__digits",)

    def __init__(self, digits: str) -> None:
        self.__digits = digits

    def reveal(self) -> str:
        """The digits, for whoever makes a hash of them."""
        return self.__digits

    def __repr__(self) -> str:
        return "<Pin>"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError


def check_pin(pin: Pin) -> None:
    """Raises PinRefusedError (reason: digits, length, trivial) for one that may not be chosen."""
    digits = pin.reveal()
    if not (digits.isascii() and digits.isdigit()):
        raise PinRefusedError(reason="digits")
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise PinRefusedError(reason="length")
    if _is_trivial(digits):
        raise PinRefusedError(reason="trivial")


def _is_trivial(digits: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    repeats = any(digits == (digits[:size] * len(digits))[: len(digits)] for size in range(1, len(digits) // 2 + 1))
    few = len(set(digits)) < 3
    return len(steps) == 1 or repeats or few or digits == digits[::-1] or digits in WELL_KNOWN


@dataclass(frozen=True, slots=True)
class Account:
    """id: random, says nothing. label: what the manager called them, "Vrijwilliger" or a first name. layer: id of the one whose
    entries they keep, with all that lies in it; "" for all."""

    id: str
    label: str
    role: Role
    layer: str = ""


def check_label(label: str) -> str:
    """The label without spaces around it. Raises AccountRefusedError (reason: label)."""
    trimmed = label.strip()
    if not (0 < len(trimmed) <= LONGEST_LABEL and trimmed.isprintable()):
        raise AccountRefusedError(reason="label")
    return trimmed


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody of the staff is logged in. began, touched: monotonic seconds."""

    account: Account
    began: float
    touched: float

    def over(self, now: float) -> ShiftEnd | None:
        """Why it has ended by itself, None as long as it hasn't. now: monotonic seconds."""
        if now - self.began >= LONGEST_SHIFT:
            return ShiftEnd.LONG
        return ShiftEnd.IDLE if now - self.touched >= IDLE_AFTER else None


@dataclass(frozen=True, slots=True)
class Lock:
    """How wrong PINs keep the whole counter waiting. wrong: tries since the last right one. left: whole seconds that
    nobody may try, counted from when this was read."""

    wrong: int = 0
    left: int = 0

    def tried(self) -> "Lock":
        """After one more wrong PIN: from the fifth on 15 seconds, each time twice as long."""
        wrong = self.wrong + 1
        doublings = wrong - WRONG_BEFORE_LOCK
        if doublings < 0:
            return Lock(wrong)
        # Not two to any power: somebody may go on for years.
        return Lock(wrong, min(LONGEST_LOCK, FIRST_LOCK << min(doublings, LONGEST_LOCK.bit_length())))


UNLOCKED = Lock()
