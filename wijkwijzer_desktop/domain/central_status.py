"""How the database that counters share is, with all municipalities and counters in it, for whoever looks after it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from wijkwijzer_desktop.domain.central import CounterReport, CountersOverview

# What staff may do at most at a computer, from little to much.
COMPUTER_ROLES = ("counter", "editor", "manager")
# Counters are off at night and at weekends, Easter too.
LONGEST_SILENCE = timedelta(days=4)
# A counter that is on tells every minute how it is.
IS_ON = timedelta(minutes=5)
WAITING_MATTERS = 500
CLOCK_MATTERS = 60.0
_NUMBERS = re.compile(r"\d+")


class Trouble(StrEnum):
    """What somebody should look at. SILENT: not heard of for days. BEHIND: it is on, and doesn't have the newest catalogue; for a
    minute after a change that is as it should be. WAITING: it doesn't get rid of what it counts. CLOCK: a minute off, or more.
    PROGRAM: older than this one. CONTENT: what is published isn't as it was published; of the municipality, of no counter."""

    SILENT = "silent"
    BEHIND = "behind"
    WAITING = "waiting"
    CLOCK = "clock"
    PROGRAM = "program"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class MunicipalityStatus:
    """id, name: as it was begun. overview: its counters. roles: the highest that staff may use, by name of the counter.
    is_sealed: whether what is published is as it was published."""

    id: str
    name: str
    overview: CountersOverview
    roles: dict[str, str]
    is_sealed: bool


@dataclass(frozen=True, slots=True)
class CentralStatus:
    """revision: of the database. wanted: that with which this program works. program: version of this one. municipalities: by id;
    none where the database is of another revision."""

    revision: str
    wanted: str
    program: str
    municipalities: tuple[MunicipalityStatus, ...] = ()

    @property
    def findings(self) -> tuple[tuple[str, str, Trouble], ...]:
        """Municipality, counter ("" for the municipality itself) and what is the matter: content first, then in order."""
        content = tuple((one.id, "", Trouble.CONTENT) for one in self.municipalities if not one.is_sealed)
        return content + tuple(
            (one.id, counter.name, trouble)
            for one in self.municipalities
            for counter in one.overview.counters
            for trouble in troubles(counter, one.overview.newest, one.overview.at, self.program)
        )

    @property
    def is_current(self) -> bool:
        """Whether the database is of the revision of this program."""
        return self.revision == self.wanted


def troubles(counter: CounterReport, newest: int, at: datetime, program: str) -> tuple[Trouble, ...]:
    """What is the matter with a counter; nothing with one that has never been on. at: now, by the server's clock."""
    if counter.seen is None:
        return ()
    silent = at - counter.seen
    found = {
        Trouble.SILENT: silent > LONGEST_SILENCE,
        Trouble.BEHIND: silent < IS_ON and counter.catalogue != newest,
        Trouble.WAITING: counter.waiting >= WAITING_MATTERS,
        Trouble.CLOCK: abs(counter.clock_seconds) >= CLOCK_MATTERS,
        Trouble.PROGRAM: is_older(counter.program, program),
    }
    return tuple(trouble for trouble, there in found.items() if there)


def is_older(program: str, than: str) -> bool:
    """Whether a version of the program comes before another; one that was never told doesn't."""
    return bool(program) and _numbers(program) < _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _NUMBERS.findall(version))
