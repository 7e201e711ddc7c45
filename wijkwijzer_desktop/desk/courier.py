"""What goes to and fro between this counter and the database that counters share, in a thread of its own: nobody waits for it.

What is published there is fetched when it is another than here, and handed to the desk for the next visitor. What was counted and
said here is delivered. Each goes on where the other fails: a server that is full can still be read.
"""

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wijkwijzer_desktop.desk.central import Link, Outbox, Server
from wijkwijzer_desktop.desk.delivering import Backoff, deliver_next
from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.domain.central import Away, CentralStanding, Part, PartState
from wijkwijzer_desktop.domain.errors import (
    CentralAwayError,
    ContentRefusedError,
    DatabaseUnusableError,
    PackMissingError,
    WijkwijzerError,
)
from wijkwijzer_desktop.events import Event, note

# A notice may be lost: so often it is looked at all the same.
LOOK_SECONDS = 30.0
DELIVER_SECONDS = 2.0
REPORT_SECONDS = 60.0
# What was told at other counters doesn't make a new version; it weighs slowly.
REPLIES_SECONDS = 4 * 3600.0
# In one go, so that whoever stops the program needn't wait for longer than this.
LISTEN_SECONDS = 0.5
# In one go, so that a correction needn't wait behind a backlog of months.
GOES_AT_ONCE = 25

States = Mapping[Part, PartState]
_CHANCE = random.SystemRandom()


class Publications(Protocol):
    """The snapshots of this counter, and who is served from them. All methods but `waits` block, and may raise
    DatabaseUnusableError."""

    def newest(self) -> Path | None:
        """The newest that is whole; None where there is none."""
        ...

    def states(self, path: Path) -> States:
        """What is in it."""
        ...

    def fetched(self, path: Path) -> datetime | None:
        """When it was fetched, aware; None where it was made of what came with the program."""
        ...

    def next(self) -> Path:
        """Where the one after it is to be made."""
        ...

    def serve(self, path: Path) -> None:
        """The next visitor gets this one; those that nobody holds any more are let go of. Raises ContentRefusedError too, where
        this program can't work with it; then it is gone."""
        ...

    def waits(self) -> bool:
        """Whether the next visitor gets something else than this one."""
        ...


@dataclass(slots=True)
class _Duty:
    """What is done over and over. every: seconds between two times. due: when it is next, by the monotonic clock. away: why it
    failed the last time, None where it did not."""

    do: Callable[[Link], None]
    every: float
    due: float = 0.0
    backoff: Backoff = field(default_factory=Backoff)
    away: Away | None = None


class Courier:
    """step: does what is to be done now. Only one thread may call it; what it tells may be taken from any.

    tell: given how this counter stands, each time that it has changed. chance: from 0 up to 1, another one each time.
    """

    def __init__(
        self,
        server: Server,
        outbox: Outbox,
        publications: Publications,
        clock: Clock,
        program: str,
        tell: Callable[[CentralStanding], None],
        chance: Callable[[], float] = _CHANCE.random,
    ) -> None:
        self._server = server
        self._publications = publications
        self._outbox = outbox
        self._clock = clock
        self._program = program
        self._tell = tell
        self._chance = chance
        self._link: Link | None = None
        self._connecting = _Duty(self._nothing, 0.0, away=Away.UNREACHABLE)
        # What is fetched is worth most, but a backlog must not wait until all is fetched.
        self._fetching = _Duty(self._fetch, LOOK_SECONDS)
        self._duties = (self._fetching, _Duty(self._deliver, DELIVER_SECONDS), _Duty(self._report, REPORT_SECONDS))
        self._known: States | None = None
        # By the monotonic clock; and when that was by the clock on the wall.
        self._fetched_at = 0.0
        self._taken: datetime | None = None
        # What could not be put in use is not fetched again until it is another.
        self._refused: tuple[States, WijkwijzerError] | None = None
        self._heard: datetime | None = None
        self._waiting = 0
        self.standing: CentralStanding | None = None

    def step(self) -> float:
        """One round; seconds until the next should begin. Blocks, some ten seconds for each thing that gets no answer. Never
        raises."""
        now = self._clock.monotonic()
        if self._link is None:
            if now < self._connecting.due:
                return self._connecting.due - now
            if not self._attempt(self._connecting, self._connect):
                self._stand()
                return self._connecting.due - self._clock.monotonic()
        for duty in self._duties:
            link = self._link
            if link is not None and self._clock.monotonic() >= duty.due:
                self._attempt(duty, self._doing(duty, link))
        self._stand()
        if self._link is not None:
            self._attempt(self._connecting, self._listen)
        return 0.0

    def leave(self) -> None:
        """What is under way at the server ends. May be called from any thread; never blocks, never raises."""
        link = self._link
        if link is not None:
            link.close()

    def close(self) -> None:
        """Let go of the server. Never blocks, never raises."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    @staticmethod
    def _doing(duty: _Duty, link: Link) -> Callable[[], None]:
        def do() -> None:
            duty.do(link)

        return do

    def _attempt(self, duty: _Duty, do: Callable[[], None]) -> bool:
        try:
            do()
        except CentralAwayError as error:
            self.close()
            away = Away(str(error.data["away"]))
            if away is Away.UNREACHABLE and duty is not self._connecting:
                # The link broke: whatever else there is to do waits for another one too.
                self._failed(self._connecting, away)
            return self._failed(duty, away)
        except (WijkwijzerError, OSError) as error:
            # Of this counter's own making: its disk is full, or what came can't be read here.
            name, reason = type(error).__name__, error.data.get("reason", "-") if isinstance(error, WijkwijzerError) else "-"
            if duty.away is not Away.FAILED:
                note(Event.CENTRAL_FAILED, type=name, reason=reason)
            return self._failed(duty, Away.FAILED)
        duty.due, duty.away = self._clock.monotonic() + duty.every, None
        if duty is not self._connecting:
            duty.backoff = Backoff()
        return True

    def _failed(self, duty: _Duty, away: Away) -> bool:
        if away is not duty.away:
            note(Event.CENTRAL_AWAY, away=away.value)
        duty.backoff, duty.away = duty.backoff.failed(), away
        duty.due = self._clock.monotonic() + duty.backoff.seconds(self._chance())
        return False

    def _connect(self) -> None:
        self._link = self._server.link()
        # Whatever was published meanwhile, nobody told of it here.
        if self._fetching.away is None:
            self._fetching.due = self._clock.monotonic()

    def _listen(self) -> None:
        if self._link is not None and self._link.await_news(LISTEN_SECONDS):
            self._fetching.due = self._clock.monotonic()

    def _nothing(self, _link: Link) -> None:
        """Connecting needs no link."""

    def _fetch(self, link: Link) -> None:
        states = link.states()
        self._answered()
        if self._known is None:
            self._look_what_is_here()
        fresh = self._clock.monotonic() - self._fetched_at < REPLIES_SECONDS
        if self._refused is not None and states == self._refused[0]:
            raise self._refused[1].with_traceback(None)
        if states == self._known and fresh:
            return
        target = self._publications.next()
        found = link.fetch(self._publications.newest(), target)
        try:
            self._publications.serve(target)
        except (ContentRefusedError, PackMissingError) as error:
            self._refused = (found, error)
            raise
        self._known, self._refused = found, None
        self._fetched_at, self._taken = self._clock.monotonic(), self._clock.now()
        note(Event.CENTRAL_FETCHED, **{part.value: state.version for part, state in found.items()})

    def _look_what_is_here(self) -> None:
        path = self._publications.newest()
        self._known = self._publications.states(path) if path is not None else {}
        self._taken = self._publications.fetched(path) if path is not None else None
        age = (self._clock.now() - self._taken).total_seconds() if self._taken is not None else REPLIES_SECONDS
        # A clock that was set back is no reason to wait for it.
        self._fetched_at = self._clock.monotonic() - (age if age >= 0 else REPLIES_SECONDS)

    def _deliver(self, link: Link) -> None:
        try:
            if self._fetching.away in (Away.NEWER, Away.OLDER):
                # What one version says another may not understand, and refuse for good.
                return
            for _ in range(GOES_AT_ONCE):
                delivery = deliver_next(self._outbox, link)
                if delivery.taken:
                    self._answered()
                if not delivery.more:
                    break
        finally:
            self._waiting = self._outbox.waiting()

    def _report(self, link: Link) -> None:
        catalogue = (self._known or {}).get(Part.CATALOGUE)
        link.report(self._program, None if catalogue is None else catalogue.version, self._waiting, self._clock.now())
        self._answered()

    def _answered(self) -> None:
        self._heard = self._clock.now()
        # Only who answers is there: a server that takes a connection and drops it is not asked again at once.
        self._connecting.backoff = Backoff()

    def _stand(self) -> None:
        """Tell how it stands, where that is another than before."""
        if self._link is None:
            # What waits grows, and nobody delivers it.
            with suppress(DatabaseUnusableError):
                self._waiting = self._outbox.waiting()
        reasons = [duty.away for duty in (self._connecting, *self._duties) if duty.away is not None]
        waits = self._publications.waits()
        standing = CentralStanding(next(iter(reasons), None), self._heard, self._waiting, waits, self._taken)
        if standing != self.standing:
            self.standing = standing
            self._tell(standing)
