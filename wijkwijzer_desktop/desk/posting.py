"""Where a counter leaves what it adds to the database that counters share: in its outbox, whether that database is there or not.

Nothing here waits for the network, but for looking up a paper that another counter printed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from queue import Empty, SimpleQueue
from typing import Protocol

from wijkwijzer_desktop.desk import parcels
from wijkwijzer_desktop.desk.central import Outbox
from wijkwijzer_desktop.desk.counting import Start, in_background
from wijkwijzer_desktop.desk.outcomes import CodeShelf
from wijkwijzer_desktop.desk.shelves import ToldShelf
from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError
from wijkwijzer_desktop.domain.outcome import forgotten_on as day_of_forgetting
from wijkwijzer_desktop.domain.standing import DayTold
from wijkwijzer_desktop.domain.statistics import Counts

# Who brings a paper back looks at the screen meanwhile.
PATIENCE_SECONDS = 2.0


class Elsewhere(Protocol):
    """Papers of all counters. May be asked in any thread."""

    def known(self, digests: tuple[str, ...], today: date) -> frozenset[str]:
        """Those of them that may be brought back today. Blocks. Raises CentralAwayError."""
        ...


class PostedTally:
    """`desk.ports.Tally` by way of the outbox."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def add(self, day: date, counter: str, counts: Counts) -> None:
        self._outbox.put(ParcelKind.COUNTS, parcels.counts_body(day, counter, counts))


class PostedFlags:
    """`desk.flagging.Flagging` by way of the outbox."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        self._outbox.put(ParcelKind.FLAG, parcels.flag_body(service_id, reason, on))


class PostedCodes:
    """`desk.outcomes.CodeShelf`: of this counter's own papers it knows itself, of others' the database that counters share.

    own: in this counter's database. elsewhere: None where it can't be asked. told: what came back from all counters. start: how
    something that blocks is begun.
    """

    def __init__(
        self, outbox: Outbox, own: CodeShelf, elsewhere: Elsewhere | None, told: ToldShelf, start: Start = in_background
    ) -> None:
        self._outbox = outbox
        self._own = own
        self._elsewhere = elsewhere
        self._told = told
        self._start = start
        # Of papers of other counters: what may be told here.
        self._others: frozenset[str] = frozenset()
        # What was told here, and of which papers: the database that counters share hears of it later.
        self._taken: frozenset[str] = frozenset()
        self._marks: frozenset[str] = frozenset()

    def keep(self, digests: frozenset[str], forgotten_on: date) -> None:
        """Put twice in the outbox, after one of both failed, they are one."""
        ordered = sorted(digests)
        for at in range(0, len(ordered), parcels.MOST_DIGESTS):
            part = ordered[at : at + parcels.MOST_DIGESTS]
            self._outbox.put(ParcelKind.CODES, parcels.codes_body(part, forgotten_on))
        self._own.keep(digests, forgotten_on)

    def known(self, digests: Iterable[str], today: date) -> frozenset[str]:
        """Raises DatabaseUnusableError (reason: unreachable) too where only another counter could know, and can't be asked."""
        asked = tuple(digests)
        own = self._own.known(asked, today)
        if own or self._elsewhere is None:
            return own
        self._others = self._ask(self._elsewhere, asked, today) - self._taken
        return self._others | self._marks.intersection(asked)

    def take(self, told: Mapping[str, Counts], mark: str, today: date, counter: str) -> frozenset[str]:
        """What is told is in the outbox before it is let go of here: told twice after a fall, the server counts it once."""
        there = (self._own.known(told, today) | self._others.intersection(told)) - self._taken
        if there:
            # The mark goes with codes that were given: beside what was told, it would say what stood on one paper.
            self._outbox.put(ParcelKind.CODES, parcels.codes_body((mark,), day_of_forgetting(today)))
            self._outbox.put(ParcelKind.TOLD, parcels.told_body(today, counter, {digest: told[digest] for digest in there}))
            self._taken |= there
            self._marks |= {mark}
            # It is counted where all counters are.
            self._own.take({digest: {} for digest in there}, mark, today, counter)
        return there

    def forget_until(self, today: date) -> None:
        self._own.forget_until(today)
        self._outbox.forget_codes(today)

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        return self._told.told_since(first)

    def _ask(self, elsewhere: Elsewhere, digests: tuple[str, ...], today: date) -> frozenset[str]:
        answers: SimpleQueue[frozenset[str] | None] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(elsewhere.known(digests, today))
            except CentralAwayError:
                answers.put(None)

        self._start(ask)
        try:
            answer = answers.get(timeout=PATIENCE_SECONDS)
        except Empty:
            answer = None
        if answer is None:
            raise DatabaseUnusableError(reason="unreachable")
        return answer
