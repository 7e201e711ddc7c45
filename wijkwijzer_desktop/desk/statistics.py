"""The counts as they may be shown: for the workshop, and for the command line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.ports import Catalogue, Clock
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.errors import StatisticsRefusedError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.statistics import OF_SERVICES, Counts, Known, MonthShown, Tallied, protect
from wijkwijzer_desktop.domain.statistics_tables import Table, TableKind, month_table, months_until, over_months
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.statistics_words import own_words
from wijkwijzer_desktop.i18n.translator import Translator

MONTHS_SHOWN = 12
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Figures:
    """months: oldest first, whole and over, with nothing in them that may not be shown. known: what can be counted. services:
    id to name, of those that are counted anywhere here."""

    months: tuple[MonthShown, ...]
    known: Known
    pack: Pack
    services: Mapping[str, str]

    def table(self, kind: TableKind, month: str) -> Table:
        """One of these months by what was counted. KeyError for another month."""
        found = {shown.month: shown for shown in self.months}[month]
        return month_table(kind, found, self.known)

    def name(self, tallied: Tallied, key: str, translator: Translator) -> str:
        """What a key of a table is called; the key itself where nobody knows it any more. tallied: what the rows are."""
        match tallied:
            case Tallied.TOPIC | Tallied.WITHOUT_HELP if key in self.pack.topics_by_id:
                return self.pack.topics_by_id[key].name
            case Tallied.AREA if key in self.pack.places:
                return self.pack.places[key].name
            case _ if tallied in OF_SERVICES:
                return self.services.get(key, key)
            case _:
                return own_words(tallied, key, translator)

    def over_months(self, tallied: Tallied) -> Table:
        """One kind of count in all these months, as for a chart of topics."""
        return over_months(tallied, self.months, self.known)


class Months(Protocol):
    """What was counted, to read."""

    def months(self, months: tuple[str, ...]) -> Mapping[str, Counts]:
        """In each of these months ("2026-11"), at all counters together. Blocks. Raises DatabaseUnusableError."""
        ...


class Statistics:
    """Reads what was counted, at all counters that share the database. The workshop comes in by `StatisticsDoor`."""

    def __init__(self, tally: Months, catalogue: Catalogue, pack: Pack, clock: Clock) -> None:
        self._tally = tally
        self._catalogue = catalogue
        self._pack = pack
        self._clock = clock

    def latest_month(self) -> str:
        """The last one that is over. One that isn't is never shown: two looks at it would tell of the visits between them."""
        return months_until(month_of(self._clock.now().date()), 2)[0]

    def figures(self, months: tuple[str, ...] = ()) -> Figures:
        """Blocks. months: "2026-11", oldest first; none for the last twelve that are over.

        Raises StatisticsRefusedError (reason: not-a-month, not-over), DatabaseUnusableError.
        """
        latest = self.latest_month()
        asked = months or months_until(latest, MONTHS_SHOWN)
        for month in asked:
            if not _MONTH.fullmatch(month):
                raise StatisticsRefusedError(reason="not-a-month", month=month)
            if month > latest:
                raise StatisticsRefusedError(reason="not-over", month=month)
        known = known_to(self._pack)
        counts = self._tally.months(asked)
        shown = tuple(protect(month, counts.get(month, {}), known) for month in asked)
        ids = sorted({key for month in shown for tallied in OF_SERVICES for key in month.keys_with_a_number(tallied)})
        found = self._catalogue.services(tuple(ids)) if ids else {}
        return Figures(shown, known, self._pack, {name: found[name].name if name in found else name for name in ids})


class StatisticsDoor(StaffDoor):
    """The same for the workshop."""

    def __init__(self, room: StaffRoom, statistics: Statistics) -> None:
        super().__init__(room)
        self._statistics = statistics

    @needs(Role.EDITOR)
    def figures(self, months: tuple[str, ...] = ()) -> Figures:
        """As `Statistics.figures`. Blocks."""
        return self._statistics.figures(months)


def known_to(pack: Pack) -> Known:
    """What can be counted with this pack: the discreet topics are not."""
    return Known(
        languages=tuple(language.code for language in LANGUAGES),
        areas=tuple(pack.places),
        topics=tuple(topic.id for topic in pack.topics if topic.parent and not topic.discreet),
    )


def month_of(day: date) -> str:
    """As it is written here: "2026-11"."""
    return f"{day.year:04}-{day.month:02}"
