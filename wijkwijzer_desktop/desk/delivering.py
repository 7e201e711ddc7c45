"""Handing over what waits in the outbox: in order, until the server has it, and each once.

What was sent and not acknowledged is sent again under the same number, as often as it takes; the server takes a number once. A
clock plays no part in it.
"""

from dataclasses import dataclass

from wijkwijzer_desktop.desk.central import Link, Outbox
from wijkwijzer_desktop.domain.central import Away, Parcel
from wijkwijzer_desktop.domain.errors import CentralAwayError, DeliveryRefusedError
from wijkwijzer_desktop.events import Event, note

AT_ONCE = 20
# So many waiting are months of a counter that nobody looked after: staff are told.
MANY_WAITING = 500

FIRST_SECONDS, LONGEST_SECONDS = 1.0, 60.0
GAP, ANOTHER = "gap", "another"


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after so many failures one after another: twice as long each time, and a part of that by chance, so that
    a city's counters don't all come back in the same second."""

    failures: int = 0

    def failed(self) -> "Backoff":
        """Once more."""
        return Backoff(self.failures + 1)

    def seconds(self, chance: float) -> float:
        """At least half of the whole wait; 0 where nothing failed. chance: from 0 up to 1, another one each time."""
        if not self.failures:
            return 0.0
        # As many doublings as lead to the longest; more of them would only make a number too large to multiply.
        whole = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(self.failures - 1, 16))
        return whole * (0.5 + 0.5 * chance)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of one go. taken: parcels that the server has now and that were let go of. more: there may be more to hand over,
    at once."""

    taken: int = 0
    more: bool = False


NOTHING = Delivery()


def deliver_next(outbox: Outbox, link: Link) -> Delivery:
    """Hand over the oldest, some at once. Blocks. Raises CentralAwayError, DatabaseUnusableError; then all that the server
    didn't acknowledge still waits."""
    parcels, most = outbox.first(AT_ONCE), None
    while parcels:
        try:
            return _hand_over(outbox, link, parcels, most)
        except DeliveryRefusedError as error:
            before = tuple(parcel for parcel in parcels if parcel.number < int(error.data["number"]))
            if not before:
                _give_up(outbox, parcels[0], str(error.data["reason"]))
                return Delivery(more=True)
            # It is said which of them it has, so that the next go begins with the one that was refused.
            parcels, most = before, before[-1].number
    return NOTHING


def _give_up(outbox: Outbox, refused: Parcel, reason: str) -> None:
    note(Event.PARCEL_REFUSED, reason=reason, kind=refused.kind.value)
    if reason == GAP:
        outbox.begin_anew()
    elif reason == ANOTHER:
        outbox.is_another(refused.number)
    else:
        outbox.set_aside(refused.number)


def _hand_over(outbox: Outbox, link: Link, parcels: tuple[Parcel, ...], most: int | None) -> Delivery:
    """most: the number before one that was refused, whatever the server has under later ones; None for none."""
    last = link.deliver(outbox.stream, parcels)
    if last < parcels[0].number:
        # It has less than it acknowledged before, and didn't refuse this: nothing to build on.
        raise CentralAwayError(away=Away.FAILED)
    outbox.acknowledged(last if most is None else min(last, most))
    return Delivery(taken=sum(parcel.number <= last for parcel in parcels), more=True)
