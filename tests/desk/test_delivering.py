"""In order, each once, and never for nothing."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.delivering_fakes import MALFORMED, Cable, Fault, ModelServer
from wijkwijzer_desktop.desk.delivering import AT_ONCE, FIRST_SECONDS, LONGEST_SECONDS, NOTHING, Backoff, Delivery, deliver_next
from wijkwijzer_desktop.domain.central import Away, Parcel, ParcelKind
from wijkwijzer_desktop.domain.errors import CentralAwayError, DeliveryRefusedError


@dataclass
class MemoryOutbox:
    """`desk.central.Outbox` without a database, and without putting anything together."""

    parcels: list[Parcel] = field(default_factory=list)
    last: int = 0
    streams: int = 1
    aside: list[Parcel] = field(default_factory=list)

    @property
    def stream(self) -> str:
        return f"stream-{self.streams}"

    def put(self, kind: ParcelKind, body: str) -> None:
        self.last += 1
        self.parcels.append(Parcel(self.last, kind, body))

    def waiting(self) -> int:
        return len(self.parcels)

    def first(self, count: int) -> tuple[Parcel, ...]:
        return tuple(self.parcels[:count])

    def acknowledged(self, number: int) -> None:
        self.parcels = [parcel for parcel in self.parcels if parcel.number > number]

    def begin_anew(self) -> None:
        self.parcels = [Parcel(number, parcel.kind, parcel.body) for number, parcel in enumerate(self.parcels, 1)]
        self.last = len(self.parcels)
        self.streams += 1

    def is_another(self, number: int) -> None:
        assert self.parcels[0].number == number
        self.begin_anew()

    def set_aside(self, number: int) -> None:
        self.aside += [parcel for parcel in self.parcels if parcel.number == number]
        self.acknowledged(number)
        self.begin_anew()

    def refused(self) -> int:
        return len(self.aside)

    def forget_codes(self, today: date) -> None:
        raise AssertionError(today)


def filled(*names: str) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for name in names:
        outbox.put(ParcelKind.FLAG, f'{{"service":"{name}"}}')
    return outbox


def test_nothing_waits_nothing_is_sent() -> None:
    server = ModelServer()
    assert deliver_next(MemoryOutbox(), Cable(server)) == NOTHING
    assert not server.last


def test_what_is_acknowledged_is_let_go_of() -> None:
    outbox, server = filled("a", "b"), ModelServer()
    assert deliver_next(outbox, Cable(server)) == Delivery(taken=2, more=True)
    assert (server.flagged(), outbox.waiting()) == (["a", "b"], 0)


def test_so_many_at_once_and_the_rest_in_the_next_go() -> None:
    outbox, server = filled(*map(str, range(AT_ONCE + 1))), ModelServer()
    assert deliver_next(outbox, Cable(server)).taken == AT_ONCE
    assert deliver_next(outbox, Cable(server)).taken == 1
    assert deliver_next(outbox, Cable(server)) == NOTHING


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.HALF, Fault.UNHEARD, Fault.LATE])
def test_fault_25_without_an_answer_all_of_it_waits_and_is_taken_once(fault: Fault) -> None:
    outbox, server = filled("a", "b", "c"), ModelServer()
    cable = Cable(server, fault)
    with pytest.raises(CentralAwayError):
        deliver_next(outbox, cable)
    assert outbox.waiting() == 3
    assert deliver_next(outbox, cable).taken == 3
    cable.arrive()
    assert (server.flagged(), outbox.waiting()) == (["a", "b", "c"], 0)


def test_one_that_is_refused_for_good_holds_up_nothing(caplog: pytest.LogCaptureFixture) -> None:
    outbox, server = filled("a", MALFORMED, "c"), ModelServer()
    cable = Cable(server)
    # It has the one before it, which is only known when that is sent again.
    assert deliver_next(outbox, cable) == Delivery(taken=1, more=True)
    assert deliver_next(outbox, cable) == Delivery(more=True)
    assert deliver_next(outbox, cable) == Delivery(taken=1, more=True)
    assert (server.flagged(), outbox.waiting()) == (["a", "c"], 0)
    assert [parcel.number for parcel in outbox.aside] == [2]
    # What it says is not for a log.
    assert [record.getMessage() for record in caplog.records] == ["parcel-refused reason=malformed kind=flag"]


def test_a_server_that_misses_what_came_before_gets_all_that_waits_under_another_stream() -> None:
    outbox, server = filled("a", "b", "c"), ModelServer()
    outbox.acknowledged(1)
    assert deliver_next(outbox, Cable(server)) == Delivery(more=True)
    assert deliver_next(outbox, Cable(server)) == Delivery(taken=2, more=True)
    assert server.flagged() == ["b", "c"]


def test_a_server_that_has_more_than_was_ever_sent_is_believed() -> None:
    outbox = filled("a", "b")
    server = ModelServer({outbox.stream: 9})
    assert deliver_next(outbox, Cable(server)).taken == 2
    assert (server.flagged(), outbox.waiting()) == ([], 0)


def test_one_under_whose_number_the_server_has_another_is_sent_under_another_stream() -> None:
    outbox, server = filled("a", "b", "c"), ModelServer()
    for number, name in enumerate(("a", "elsewhere"), start=1):
        server.take(outbox.stream, Parcel(number, ParcelKind.FLAG, f'{{"service":"{name}"}}'))
    # The one before it is let go of, and not with it what the server has under a later number.
    assert deliver_next(outbox, Cable(server)) == Delivery(taken=1, more=True)
    assert [parcel.number for parcel in outbox.parcels] == [2, 3]
    assert deliver_next(outbox, Cable(server)) == Delivery(more=True)
    assert deliver_next(outbox, Cable(server)) == Delivery(taken=2, more=True)
    assert (server.flagged(), outbox.streams) == (["a", "elsewhere", "b", "c"], 2)


class Forgetful(Cable):
    """Says that it has less than it was told."""

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        return parcels[0].number - 1


def test_an_answer_that_makes_no_sense_is_no_acknowledgement() -> None:
    outbox = filled("a")
    with pytest.raises(CentralAwayError) as away:
        deliver_next(outbox, Forgetful(ModelServer()))
    assert (away.value.data, outbox.waiting()) == ({"away": Away.FAILED}, 1)


class Refusing(Cable):
    """Takes all or nothing, and says of each parcel but the first that something is missing before it."""

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        if len(parcels) > 1:
            raise DeliveryRefusedError(reason="gap", number=parcels[1].number)
        return super().deliver(stream, parcels)


def test_a_server_that_takes_only_one_by_one_gets_them_one_by_one() -> None:
    outbox, server = filled("a", "b", "c"), ModelServer()
    while deliver_next(outbox, Refusing(server)).more:
        pass
    assert (server.flagged(), outbox.streams) == (["a", "b", "c"], 1)


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_each_failure_waits_longer_and_never_too_long(failures: int, chance: float) -> None:
    seconds = Backoff(failures).seconds(chance)
    assert FIRST_SECONDS / 2 <= seconds <= LONGEST_SECONDS
    assert Backoff(failures).failed().seconds(chance) >= seconds


def test_the_first_wait_is_short_and_success_waits_for_nothing() -> None:
    assert Backoff().seconds(0.9) == 0
    assert Backoff().failed().seconds(0) == FIRST_SECONDS / 2
    assert Backoff(7).seconds(0) == LONGEST_SECONDS / 2
    assert Backoff(3).seconds(0.2) != Backoff(3).seconds(0.7)
