"""When a service of HSDS is open: what recurs by the week or the month as schedules, the rest as words."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Closure, Frequency, Schedule, Timetable
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.moments import clock_from, day_from, is_all_day
from wijkwijzer_desktop.exchange.notes import shown

MAX_INTERVAL: Final = 52
# Rules that say more than a weekday: without them it would be open too often.
_NARROWER: Final = ("bymonthday", "byweekno", "byyearday", "count")
_DAY: Final = re.compile(r"([+-]?\d)?([A-Z]{2})")
_DAY_NAMES: Final = (
    ("MO", "monday", "mon", "maandag", "ma"),
    ("TU", "tuesday", "tue", "tues", "dinsdag", "di"),
    ("WE", "wednesday", "wed", "woensdag", "wo"),
    ("TH", "thursday", "thu", "thur", "thurs", "donderdag", "do"),
    ("FR", "friday", "fri", "vrijdag", "vr"),
    ("SA", "saturday", "sat", "zaterdag", "za"),
    ("SU", "sunday", "sun", "zondag", "zo"),
)
_CODES: Final = {name.casefold(): names[0] for names in _DAY_NAMES for name in names}


@dataclass(slots=True)
class Hours:
    """What was found: schedules, closures, and words for the rest."""

    schedules: dict[Schedule, None] = field(default_factory=dict)
    closures: dict[Closure, None] = field(default_factory=dict)
    words: dict[str, None] = field(default_factory=dict)

    @property
    def timetable(self) -> Timetable:
        return Timetable(tuple(self.schedules), tuple(self.closures))

    @property
    def text(self) -> str:
        return "\n".join(self.words)


def hours_of(schedules: list[Node], holidays: list[Node]) -> Hours:
    """schedules: of HSDS 3, or `regular_schedule` of before. holidays: `holiday_schedule` of before."""
    hours = Hours()
    for node in schedules:
        _read(node, hours)
        node.tell_left()
    for node in holidays:
        _read_holiday(node, hours)
        node.tell_left()
    return hours


def _read(node: Node, hours: Hours) -> None:
    description, notes = node.text("description"), node.text("notes", "note")
    weekdays = _weekdays(node)
    frequency = _frequency(node, weekdays)
    opens_said, closes_said = node.text("opens_at", "opens"), node.text("closes_at", "closes")
    first, last = _day(node, "valid_from", "dtstart"), _day(node, "valid_to", "until")
    interval = _interval(node)
    narrower = [name for name in _NARROWER if node.text(name)]
    if first and last and last < first:
        narrower.append("valid_to")
        node.repair("ends-before-start", "valid_to", found=last.isoformat())
    if not weekdays and frequency is Frequency.WEEKLY and first is not None:
        # As RRULE has it: without a weekday that of the first day.
        weekdays = (WEEKDAYS[first.weekday()],)
    if interval > 1 and first is None:
        narrower.append("interval")
    if frequency is None or not weekdays or narrower or interval > MAX_INTERVAL:
        _in_words(node, hours, (description, notes), (opens_said, closes_said), narrower)
        return
    if description:
        hours.words[description] = None
    opens, closes = _times(node, opens_said, closes_said)
    unread = [said for said, found in ((opens_said, opens), (closes_said, closes)) if said and found is None]
    note = ", ".join((*([notes] if notes else []), *dict.fromkeys(unread)))
    hours.schedules[Schedule(frequency, weekdays, opens, closes, interval, first, last, note=note)] = None


def _in_words(node: Node, hours: Hours, told: tuple[str, str], times: tuple[str, str], narrower: list[str]) -> None:
    says_when = any(times) or bool(narrower) or any(node.data.get(name) for name in ("freq", "byday", "weekday"))
    if says_when:
        node.repair("schedule-in-words", "freq" if not narrower else narrower[0])
    words = [text for text in told if text] or [" - ".join(text for text in times if text)]
    for text in words:
        if text:
            hours.words[text] = None


def _frequency(node: Node, weekdays: tuple[str, ...]) -> Frequency | None:
    said = node.text("freq").upper()
    counted = [day for day in weekdays if len(day) > len("MO")]
    if not said:
        if not weekdays:
            return None
        return Frequency.MONTHLY if counted else Frequency.WEEKLY
    if said not in {"WEEKLY", "MONTHLY"} or (said == "WEEKLY" and counted):
        node.repair("not-in-list", "freq", found=shown(said))
        return None
    return Frequency(said)


def _weekdays(node: Node) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in ("byday", "weekday"):
        said = node.text(name)
        for part in re.split(r"[,;/\s]+", said) if said else ():
            day = part.strip(".").upper()
            match = _DAY.fullmatch(day)
            code = _CODES.get(day.casefold(), "")
            if match and match[2] in WEEKDAYS and (match[1] or "1").lstrip("+-") in "12345":
                found[(match[1] or "").removeprefix("+") + match[2]] = None
            elif code:
                found[code] = None
            elif day:
                node.repair("not-a-weekday", name, found=shown(part))
    return tuple(found)


def _interval(node: Node) -> int:
    found = node.number("interval")
    if found is None:
        return 1
    if found < 1 or found != int(found):
        node.repair("not-a-number", "interval", found=str(found))
        return 1
    return int(found)


def _times(node: Node, opens_said: str, closes_said: str) -> tuple[time | None, time | None]:
    if is_all_day(opens_said) or is_all_day(closes_said):
        node.repair("time-all-day", "opens_at", found=shown(opens_said or closes_said))
        return time(0), time(0)
    opens, closes = _clock(node, "opens_at", opens_said), _clock(node, "closes_at", closes_said)
    # Without a beginning an end says nothing.
    return (opens, closes) if opens is not None else (None, None)


def _clock(node: Node, name: str, said: str) -> time | None:
    found = clock_from(said) if said else None
    if found is not None and found.is_guessed:
        node.repair("time-guessed", name, found=shown(said), meant=found.at.isoformat("minutes"))
    if said and found is None:
        node.repair("not-a-time", name, found=shown(said))
    return found.at if found is not None else None


def _day(node: Node, *names: str) -> date | None:
    for name in names:
        said = node.text(name)
        found = day_from(said) if said else None
        if said and found is None:
            node.repair("not-a-date", name, found=shown(said))
        if found is not None:
            # Others of these names say the same in another way.
            node.used.update(names)
            return found
    return None


def _read_holiday(node: Node, hours: Hours) -> None:
    first, last = _day(node, "start_date"), _day(node, "end_date")
    is_closed = node.text("closed").casefold() in {"true", "t", "yes", "y", "1", "ja"}
    opens, closes = node.text("opens_at"), node.text("closes_at")
    if is_closed and first is not None and last is not None and first <= last:
        hours.closures[Closure(first, last)] = None
        return
    node.repair("holiday-in-words", "start_date")
    days = " - ".join(dict.fromkeys(text for text in (node.text("start_date"), node.text("end_date")) if text))
    times = "gesloten" if is_closed else " - ".join(text for text in (opens, closes) if text)
    words = ": ".join(text for text in (days, times) if text)
    if words:
        hours.words[words] = None
