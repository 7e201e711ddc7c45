"""A `Ranking` as strips of bytes: at number times width stands the rank of the value with that number.

A strip is one parameter of a query, and `substr` finds a rank in it, so that a database sorts any number of
services without a table of its own for every visit. Ranks are big-endian, so that bytes sort as numbers do.
What was worked out from a visit's answers goes when the visit goes; only openings stay, which depend on the clock alone.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from struct import pack
from weakref import ref

from wijkwijzer_desktop.domain.ranking import Ranking, Situation, opening_rank
from wijkwijzer_desktop.domain.schedule import ZONE, HolidaysOf, Opening, Timetable, opening_at
from wijkwijzer_desktop.domain.service import Step
from wijkwijzer_desktop.storage.sharing import Shared

LEFT_OUT = 255
WIDTH = 4
# Unsigned bytes sort below-zero numbers last; moved up they sort first.
_MIDDLE = 2**31


class Openings:
    """The next opening of every timetable, worked out again only where time has passed it by."""

    def __init__(self, timetables: tuple[Timetable, ...]) -> None:
        self._timetables = timetables
        self._known: list[tuple[datetime, datetime, Opening] | None] = [None] * len(timetables)
        self._holidays: HolidaysOf | None = None
        self._strip: tuple[tuple[object, ...], bytes] | None = None

    def strip(self, at: datetime, holidays: HolidaysOf) -> bytes:
        """Ranks of all timetables at a moment (aware)."""
        # Equal instants in different zones can differ in rank in a night in which the clock is changed.
        asked = (at, at.tzinfo, at.fold, holidays)
        remembered = self._strip
        if remembered is not None and remembered[0] == asked:
            return remembered[1]
        if self._holidays != holidays:
            self._known = [None] * len(self._timetables)
            self._holidays = holidays
        ranks = [opening_rank(self._opening(number, at, holidays), at) for number in range(len(self._timetables))]
        strip = _wide(ranks)
        self._strip = (asked, strip)
        return strip

    def _opening(self, number: int, at: datetime, holidays: HolidaysOf) -> Opening:
        known = self._known[number]
        if known is not None and known[0] <= at < known[1]:
            return known[2]
        opening = opening_at(self._timetables[number], at, holidays)
        edges = [edge for edge in (opening.until, opening.starts, _day_ends(at)) if edge is not None]
        self._known[number] = (at, min(edges), opening)
        return opening


def _day_ends(at: datetime) -> datetime:
    """Until when an opening found now stays the next one, at most: to midnight, or not at all on a day on which
    the clock is changed."""
    today = at.astimezone(ZONE).date()
    midnight = datetime.combine(today, time(), ZONE)
    tomorrow = datetime.combine(today + timedelta(days=1), time(), ZONE)
    return tomorrow if tomorrow.utcoffset() == midnight.utcoffset() else at


class Strips:
    """The parameters of one catalogue's query, worked out once a visit and forgotten with it."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._openings = Openings(shared.timetables)
        self._visit: tuple[ref[Situation], dict[str, bytes]] | None = None

    def of(self, ranking: Ranking) -> dict[str, bytes]:
        """Name of the parameter to strip."""
        visit = self._visit
        if visit is None or visit[0]() is not ranking.situation:
            # Whoever ends the visit lets go of its situation, and what was worked out from answers goes at once.
            visit = self._visit = (ref(ranking.situation, self._forget), self._of_visit(ranking))
        return {"steps": bytes([0, *map(ranking.step, Step)]), **visit[1]}

    def _forget(self, gone: "ref[Situation]") -> None:
        if self._visit is not None and self._visit[0] is gone:
            self._visit = None

    def _of_visit(self, ranking: Ranking) -> dict[str, bytes]:
        shared, verdict = self._shared, ranking.verdict
        return {
            "verdicts": bytes([LEFT_OUT if (rank := verdict(c)) is None else rank for c in shared.eligibilities]),
            "places": _wide([*map(ranking.place, shared.places)]),
            "openings": self._openings.strip(ranking.situation.at, ranking.situation.holidays),
            "languages": bytes(map(ranking.language, shared.languages)),
            "left_out": bytes((LEFT_OUT,)),
        }


def _wide(ranks: Sequence[int]) -> bytes:
    return pack(f">{len(ranks)}I", *(rank + _MIDDLE for rank in ranks))
