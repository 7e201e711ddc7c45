"""How wrong PINs keep everybody waiting, whatever is done in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.staff_fakes import MemoryLog, MemoryShelf, QuickSeal
from tests.fakes import TUESDAY_TEN, FixedClock
from wijkwijzer_desktop.desk.lock_out import LockOut
from wijkwijzer_desktop.domain.errors import StaffLockedError
from wijkwijzer_desktop.domain.staff import Lock

STEPS = st.lists(
    st.one_of(
        st.just("wrong"),
        st.just("note"),
        st.just("restart"),
        st.just("other program"),
        st.integers(2000, 2050),
        st.floats(0, 130, allow_nan=False),
    ),
    max_size=60,
)


def shelf() -> MemoryShelf:
    return MemoryShelf(MemoryLog(QuickSeal()))


def tried(lock_out: LockOut) -> Lock | None:
    """None where nobody may try."""
    try:
        return lock_out.count()
    except StaffLockedError:
        return None


@given(STEPS)
def test_fault_45_the_wait_outlives_restarts_and_changed_clocks(steps: list[str | int | float]) -> None:
    """However the program is ended, begun twice or lied to about the time: between two tries at least as many seconds go by
    while it runs as the last one cost."""
    kept, clock = shelf(), FixedClock()
    lock_outs = [LockOut(kept, clock)]
    wrong, waited = 0, 0.0
    for step in steps:
        match step:
            case "wrong":
                lock = tried(lock_outs[-1])
                due = 15 * 2 ** (wrong - 5) if wrong >= 5 else 0
                if lock is not None:
                    assert waited >= due - 1e-6
                    wrong, waited = wrong + 1, 0.0
                    assert lock == kept.locked == Lock(wrong, min(86_400, 15 * 2 ** (wrong - 5)) if wrong >= 5 else 0)
                else:
                    assert lock_outs[-1].seconds() > 0
            case "note":
                lock_outs[-1].note()
            case "restart":
                clock = FixedClock(clock.wall, 7.0)
                lock_outs = [LockOut(kept, clock)]
            case "other program":
                lock_outs.append(LockOut(kept, clock))
            case int():
                clock.wall = TUESDAY_TEN.replace(year=step)
            case float():
                clock.pass_by(step)
                waited += step


@given(st.integers(5, 14), st.lists(st.floats(0.5, 400, allow_nan=False), max_size=8))
def test_fault_45_who_waits_is_let_in_also_when_it_was_noted_and_begun_again(wrong: int, pauses: list[float]) -> None:
    kept, clock = shelf(), FixedClock()
    kept.locked = Lock(wrong, 15 * 2 ** (wrong - 5))
    lock_out = LockOut(kept, clock)
    lock_out.look()
    for pause in pauses:
        clock.pass_by(pause)
        lock_out.note()
        # Rounded up: a second is lost by every start at most.
        assert kept.locked.left <= max(0, 15 * 2 ** (wrong - 5) - sum(pauses[: pauses.index(pause)]) + len(pauses))
        clock = FixedClock(clock.wall, 3.0)
        lock_out = LockOut(kept, clock)
        lock_out.look()
    clock.pass_by(kept.locked.left)
    assert lock_out.seconds() == 0
    assert lock_out.count().wrong == wrong + 1


def test_fault_45_whoever_ends_the_program_during_a_try_has_had_it() -> None:
    kept = shelf()
    for n in range(1, 6):
        assert LockOut(kept, FixedClock()).count().wrong == n
    with pytest.raises(StaffLockedError):
        LockOut(kept, FixedClock()).count()


def test_fault_45_two_programs_at_once_get_no_try_more() -> None:
    kept, clock = shelf(), FixedClock()
    programs = [LockOut(kept, clock) for _ in range(20)]
    assert sum(tried(program) is not None for program in programs) == 5


def test_fault_45_a_try_in_between_is_counted_by_both() -> None:
    class Slow(MemoryShelf):
        def replace_lock(self, old: Lock, new: Lock) -> bool:
            if self.locked == Lock(2):
                self.locked = Lock(4)
            return super().replace_lock(old, new)

    kept = Slow(MemoryLog(QuickSeal()), locked=Lock(2))
    assert LockOut(kept, FixedClock()).count() == kept.locked == Lock(5, 15)


def test_a_right_pin_ends_it() -> None:
    kept = shelf()
    lock_out = LockOut(kept, FixedClock())
    lock_out.count()
    lock_out.clear()
    assert kept.locked == Lock()
    assert lock_out.seconds() == 0
