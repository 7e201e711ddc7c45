"""Did it help? What is told of services by who brings a paper back, without anybody knowing whose paper it was.

Of a paper that was printed one keyed hash for each of its services is left, which only its code finds again. It goes when that
was told, or when it is old. See docs/decisions/0017-a-code-that-leads-nowhere.md.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from wijkwijzer_desktop.desk.flagging import Flagging
from wijkwijzer_desktop.desk.ports import Catalogue, Clock
from wijkwijzer_desktop.desk.shelves import ToldShelf
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CodeKeyError, DatabaseUnusableError
from wijkwijzer_desktop.domain.outcome import Known, Outcome, Reply, cells_of, forgotten_on, says_something
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import bare_code, is_code
from wijkwijzer_desktop.domain.standing import DayTold, Reported, Standing, Standings, facts, facts_since, reported
from wijkwijzer_desktop.domain.statistics import Counts, Tallied
from wijkwijzer_desktop.events import Event, note

# What is told at another counter may wait so long before it matters here.
STANDINGS_SECONDS = 900.0
# Who guesses finds one of some thousands of papers that are out in as many tries: so few in so many seconds, and it takes weeks.
# Who reads their own code from their own paper meets one that isn't known at most once or twice.
MOST_UNKNOWN, UNKNOWN_SECONDS = 10, 600.0
# Hashed in the place of a service: something of this paper was told. No id begins so.
_TOLD = "/told"


class CodeShelf(Protocol):
    """Hashes of codes, and what was told. All methods block, and may raise DatabaseUnusableError."""

    def keep(self, digests: frozenset[str], forgotten_on: date) -> None:
        """These may be brought back until that day; those that are there already stay."""
        ...

    def known(self, digests: Iterable[str], today: date) -> frozenset[str]:
        """Those of them that may be brought back today."""
        ...

    def take(self, told: Mapping[str, Counts], mark: str, today: date, counter: str) -> frozenset[str]:
        """Let go of these and count what was told with each, once; those that were there. mark: kept in their place. All or
        nothing."""
        ...

    def forget_until(self, today: date) -> None:
        """Let go of all that is forgotten on this day or before."""
        ...

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        """What was told on this day or later, at all counters together."""
        ...


class CodeSeal(Protocol):
    """The key outside the database."""

    def digest(self, code: str, about: str) -> str:
        """Keyed digest of both together, hexadecimal. Raises CodeKeyError."""
        ...


class NoCodes:
    """A counter that keeps no codes."""

    def keep(self, digests: frozenset[str], forgotten_on: date) -> None:
        """They are kept nowhere."""

    def known(self, digests: Iterable[str], today: date) -> frozenset[str]:  # noqa: ARG002 - as of every CodeShelf
        """None."""
        return frozenset()

    def take(self, told: Mapping[str, Counts], mark: str, today: date, counter: str) -> frozenset[str]:  # noqa: ARG002
        """None."""
        return frozenset()

    def forget_until(self, today: date) -> None:
        """There are none."""

    def told_since(self, first: date) -> tuple[DayTold, ...]:  # noqa: ARG002 - as of every CodeShelf
        """Nothing."""
        return ()


class NoSeal:
    """Where nothing is kept there is nothing to hide."""

    def digest(self, code: str, about: str) -> str:  # noqa: ARG002 - as of every CodeSeal
        """The same for all."""
        return ""


@dataclass(frozen=True, slots=True)
class Brought:
    """services: of which nothing was told yet, by name; none where it isn't OPEN."""

    state: Known
    services: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Ids of services. already: those of which it was told before, or that were not on this paper; they are not counted."""

    counted: frozenset[str]
    already: frozenset[str] = frozenset()


class Outcomes:
    """The door for windows and commands. counter: id of this place."""

    def __init__(
        self, shelf: CodeShelf, seal: CodeSeal, catalogue: Catalogue, flags: Flagging, clock: Clock, counter: str
    ) -> None:
        self._shelf = shelf
        self._told: ToldShelf = shelf
        self._seal = seal
        self._catalogue = catalogue
        self._flags = flags
        self._clock = clock
        self._counter = counter
        self._remembered: tuple[float, date, Standings] | None = None
        # Moments at which a code was not known, the latest last.
        self._unknown: deque[float] = deque(maxlen=MOST_UNKNOWN)

    def digests(self, code: str, services: Iterable[str]) -> frozenset[str]:
        """What may be kept of a paper with this code; nothing where the key can't be used. Never raises."""
        bare = bare_code(code)
        try:
            return frozenset(digest for service in services if (digest := self._seal.digest(bare, service)))
        except CodeKeyError as error:
            note(Event.CODES_FAILED, type=type(error).__name__, reason=str(error.data["reason"]))
            return frozenset()

    def keep(self, digests: frozenset[str], printed: date) -> None:
        """They may be brought back for three months. Blocks. Raises DatabaseUnusableError."""
        self._shelf.keep(digests, forgotten_on(printed))

    def look(self, code: str) -> Brought:
        """What a code leads to, however it is written. Blocks. Raises DatabaseUnusableError, CodeKeyError."""
        if not is_code(code):
            return Brought(Known.MISREAD)
        if self._was_tried_too_often:
            return Brought(Known.LATER)
        bare = bare_code(code)
        by_digest = {self._seal.digest(bare, service.id): service for service in self._catalogue.everything()}
        mark = self._seal.digest(bare, _TOLD)
        known = self._shelf.known((*by_digest, mark), self._today)
        services = sorted((by_digest[digest] for digest in known - {mark}), key=_name)
        if services:
            return Brought(Known.OPEN, tuple(services))
        if mark in known:
            return Brought(Known.TOLD)
        self._unknown.append(self._clock.monotonic())
        return Brought(Known.UNKNOWN)

    def tell(self, code: str, replies: tuple[Reply, ...]) -> Told:
        """Count what is said of each service, once; a reply without anything in it is left aside. Blocks. Raises
        DatabaseUnusableError, CodeKeyError; then nothing was counted."""
        bare = bare_code(code)
        said = {reply.service: reply for reply in replies if says_something(reply)} if is_code(code) else {}
        digests = {self._seal.digest(bare, service): service for service in said}
        told = {digest: dict.fromkeys(cells_of(said[service]), 1) for digest, service in digests.items()}
        taken = self._shelf.take(told, self._seal.digest(bare, _TOLD), self._today, self._counter) if told else frozenset()
        counted = frozenset(digests[digest] for digest in taken)
        self._remembered = None
        try:
            self._flag(tuple(said[service] for service in sorted(counted)))
        except DatabaseUnusableError as error:
            # It is counted; who told it must not be asked to tell it again.
            note(Event.CODES_FAILED, type=type(error).__name__, reason=str(error.data["reason"]))
        return Told(counted, frozenset(said) - counted)

    def forget_old(self) -> None:
        """Let go of codes that nobody brought back in time. Blocks. Raises DatabaseUnusableError."""
        self._shelf.forget_until(self._today)

    def standings(self) -> Standings:
        """What was told comes to, by service; a quarter of an hour old at most. Blocks. Raises DatabaseUnusableError."""
        now, today = self._clock.monotonic(), self._today
        remembered = self._remembered
        if remembered is None or remembered[1] != today or now - remembered[0] > STANDINGS_SECONDS:
            remembered = self._remembered = (now, today, self._standings(today))
        return remembered[2]

    def use(self, catalogue: Catalogue, told: ToldShelf) -> None:
        """From now on another catalogue, and what was told of it. Reads nothing."""
        self._catalogue, self._told = catalogue, told
        self._remembered = None

    def look_anew(self) -> None:
        """Somebody changed an entry: what was told of it may be settled."""
        self._remembered = None

    def reported(self) -> Mapping[str, frozenset[Reported]]:
        """What comes after others in the advice, and why: for staff alone. Blocks. Raises DatabaseUnusableError."""
        return {name: standing.reported for name, standing in self.standings().items() if standing.reported}

    def _standings(self, today: date) -> Standings:
        days: dict[str, list[DayTold]] = defaultdict(list)
        for day in self._told.told_since(facts_since(today)):
            days[day.service].append(day)
        services = self._catalogue.services(tuple(days)) if days else {}
        found: dict[str, Standing] = {}
        for name in days.keys() & services.keys():
            total: Counter[Tallied] = Counter()
            for day in days[name]:
                total.update(day.counts)
            standing = Standing(facts(total), reported(tuple(days[name]), today, services[name].checked))
            if standing != Standing():
                found[name] = standing
        return found

    def _flag(self, replies: tuple[Reply, ...]) -> None:
        wrong = [reply for reply in replies if Outcome.WRONG_NUMBER in reply.outcomes]
        full = [reply for reply in replies if Outcome.FULL in reply.outcomes]
        for reply in wrong:
            self._flags.flag(reply.service, FlagReason.NUMBER, self._today)
        for reply in full:
            if Reported.FULL in self.standings().get(reply.service, Standing()).reported:
                self._flags.flag(reply.service, FlagReason.FULL, self._today)

    @property
    def _was_tried_too_often(self) -> bool:
        tried = self._unknown
        return len(tried) == MOST_UNKNOWN and self._clock.monotonic() - tried[0] < UNKNOWN_SECONDS

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(ZONE).date()


def _name(service: Service) -> tuple[str, str]:
    return service.name.casefold(), service.id
