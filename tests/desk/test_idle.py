"""When a visitor has gone."""

import pytest

from wijkwijzer_desktop.desk.idle import IdleWatch, Presence


def watch(touched: float = 0.0) -> IdleWatch:
    return IdleWatch(120, 45, touched)


@pytest.mark.parametrize(
    ("idle", "presence"),
    [
        (0.0, Presence.HERE),
        (119.0, Presence.HERE),
        (119.999, Presence.HERE),
        (120.0, Presence.WARNED),
        (164.999, Presence.WARNED),
        (165.0, Presence.GONE),
        (1e6, Presence.GONE),
    ],
)
def test_fault_01_warned_at_120_seconds_gone_45_later(idle: float, presence: Presence) -> None:
    assert watch(5000.0).presence(5000.0 + idle) is presence


def test_fault_02_a_touch_in_the_last_second_and_an_eleventh_extension() -> None:
    idle = watch()
    now = 0.0
    for _ in range(11):
        now += 164.5
        assert idle.presence(now) is Presence.WARNED
        assert idle.seconds_left(now) == 1
        idle.touch(now)
        assert idle.presence(now) is Presence.HERE
        assert idle.presence(now + 119) is Presence.HERE
        assert idle.presence(now + 120) is Presence.WARNED
        assert idle.seconds_left(now + 120) == 45


def test_fault_07_only_the_monotonic_clock_is_asked() -> None:
    # Nothing here takes a date: whatever the calendar does, the same seconds give the same answer.
    idle = watch()
    assert [idle.presence(s) for s in (0.0, 119.0, 120.0, 165.0)] == [
        Presence.HERE,
        Presence.HERE,
        Presence.WARNED,
        Presence.GONE,
    ]


@pytest.mark.parametrize(
    ("idle", "left"), [(0, 165), (0.5, 165), (120, 45), (120.1, 45), (164, 1), (164.9, 1), (165, 0), (900, 0)]
)
def test_whole_seconds_left_rounded_up_never_below_nought(idle: float, left: int) -> None:
    assert watch().seconds_left(idle) == left
