"""Counters whose cable breaks in one way or another: visits go on, and everything adds up when it is whole again."""

import sys
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import create_engine

from tests.cables.conftest import Opens, all_is_well
from tests.cables.counter import ENTRY
from tests.cables.counters import ENSCHEDE, Central, FarCounter, Told
from tests.cables.server import fill, small_disk
from wijkwijzer_desktop.storage.central.installing import install

pytestmark = pytest.mark.xdist_group("cables")

OLD, NEW, NEWEST = "088 766 36 66", "088 766 36 98", "088 766 36 99"
# How long a cable stays broken is told by what a counter does meanwhile.
MANY = 12


def visits_go_on(counter: FarCounter, count: int = MANY) -> Told:
    """So many more come to their end."""
    before = counter.look().visits
    return counter.until(lambda told: told.visits >= before + count)


def has(number: str) -> Callable[[Told], bool]:
    """The next visitor gets this number."""
    return lambda told: told.phones == (number,)


def says(away: str) -> Callable[[Told], bool]:
    """It tells staff so of the server."""
    return lambda told: told.away[-1:] == (away,)


def say(figures: str) -> None:
    """To whoever looks on (`-s`)."""
    sys.stdout.write(f"\n{figures}")


def adds_up(central: Central, counters: list[FarCounter]) -> None:
    """All that counters had to count is counted at the server, once; nothing failed for a visitor. The figures are shown."""
    total: Counter[str] = Counter()
    stopped = [counter.stop() for counter in counters]
    for counter, told in zip(counters, stopped, strict=True):
        total.update(told.counted)
        slowest = max(look.slowest for look in counter.looks)
        say(f"{told.visits} visits, longest between frames {counter.gap * 1000:.0f} ms, slowest {slowest}")
    assert central.counted() == total
    assert [told.faults for told in stopped] == [{} for _ in counters]
    assert all(told.flags for told in stopped)
    assert all(told.brought for told in stopped)
    # Said once, however often it was said.
    assert central.run("SELECT service_id, reason FROM service_flag").splitlines() == [f"{ENTRY}|number"]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_cables_break_in_every_way_and_visits_go_on(central: Central, opens: Opens) -> None:
    manners = (("cut",), ("slow", 150, 256), ("lossy", 0.15, "cables"), ("only", "up"), ("only", "down"))
    counters = opens(central, len(manners))
    for counter, manner in zip(counters, manners, strict=True):
        counter.until(has(OLD))
        counter.place.cable.to(*manner)
    cut, slow, lossy, *half_open = counters
    central.correct(NEW)

    for counter in (cut, *half_open):
        visits_go_on(counter)
        counter.until(says("unreachable"))
        assert has(OLD)(counter.look())
        assert counter.look().waiting > 0
    for counter in (slow, lossy):
        visits_go_on(counter)
        counter.until(has(NEW))
    for counter in counters:
        counter.place.cable.to("pass")
    for counter in counters:
        counter.until(all_is_well)
        counter.until(has(NEW))
    adds_up(central, counters)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_server_that_ends_at_once_comes_back_and_all_adds_up(central: Central, opens: Opens) -> None:
    counters = opens(central, 2)
    for number in (NEW, NEWEST):
        for counter in counters:
            visits_go_on(counter)
        central.server.restart()
        central.correct(number)
    for counter in counters:
        visits_go_on(counter)
        counter.until(has(NEWEST))
    assert any("unreachable" in told.away for counter in counters for told in counter.looks)
    adds_up(central, counters)


def test_fault_18_a_server_that_is_full_is_read_and_gets_what_waited_when_it_has_room(central: Central, opens: Opens) -> None:
    with small_disk(central.server, 48) as disk, central.on(disk) as small:
        delivering, reading = opens(small, 2)
        reading.place.cable.to("cut")
        small.correct(NEW)
        rest = fill(disk)
        delivering.until(says("full"))
        reading.place.cable.to("pass")
        # Reading needs no room.
        reading.until(has(NEW))
        visits_go_on(delivering)
        assert delivering.look().waiting > 0
        rest.unlink()
        for counter in (delivering, reading):
            counter.until(all_is_well)
        adds_up(small, [delivering, reading])


@pytest.mark.long
@pytest.mark.timeout(600)
def test_while_the_server_is_brought_up_to_date_counters_go_on_with_what_they_have_and_say_so(
    central: Central, opens: Opens
) -> None:
    counters = opens(central, 2)
    for counter in counters:
        counter.until(has(OLD))
    engine = create_engine(central.server.address(central.database))
    # Again, and under the feet of counters that deliver: as far as these are concerned, to another version. They hear of it, as
    # content is sealed anew then.
    with engine.begin() as connection:
        install(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.exec_driver_sql(f"NOTIFY wijkwijzer_{ENSCHEDE}")
    engine.dispose()
    for counter in counters:
        counter.until(says("newer"))
        visits_go_on(counter)
        assert has(OLD)(counter.look())
    # Then with programs that know it.
    central.run("UPDATE alembic_version SET version_num = '0012'")
    central.correct(NEW)
    for counter in counters:
        counter.until(all_is_well)
        counter.until(has(NEW))
    adds_up(central, counters)
