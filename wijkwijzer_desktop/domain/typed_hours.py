"""Opening hours as somebody types them in Dutch: "ma-vr 9-17, do tot 20", "2e dinsdag 14-16", "om de week wo 9-12".

`;` begins something that stands beside what was typed before. After a comma, other times of a day take the place of
those they overlap: what "ma-vr 9-17, do 9-20" means. `write_hours` writes what `read_hours` reads.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import cast

from wijkwijzer_desktop.domain.hours_changes import closing_later, making_way, on_holidays, taken_away
from wijkwijzer_desktop.domain.hours_tokens import HoursFormError, Sort, Token, tokens
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule

_STARTS_A_TIME = frozenset({Sort.TIME, Sort.WHOLE, Sort.ASK})
_STARTS_A_DAY = frozenset({Sort.DAYS, Sort.ORDINAL, Sort.DATE})
# People leave out the comma where the next day begins.
_BETWEEN = frozenset({Sort.END, Sort.AND, Sort.DAYS, Sort.ORDINAL})


def read_hours(text: str) -> tuple[Schedule, ...]:
    """What was typed, in its order; nothing typed is nothing known. Raises HoursFormError."""
    return _Reader(text).read()


def typed_time(text: str) -> time | None:
    """One time of the day: "9", "9.30", "24"; None for nothing, and for what is no time."""
    try:
        found = tokens(text.strip())
    except HoursFormError:
        return None
    if len(found) != 1 or found[0].sort not in {Sort.TIME, Sort.WHOLE} or not found[0].text[0].isdigit():
        return None
    return cast("time", found[0].value) if found[0].sort is Sort.TIME else time(0)


@dataclass(slots=True)
class _Group:
    """One run of days with its times. opens and closes by pair; no pair: nothing said of the time yet."""

    first: Token
    frequency: Frequency = Frequency.WEEKLY
    weekdays: tuple[str, ...] = ()
    # A day without which one of the month it is.
    plain: bool = False
    by_weeks: bool = False
    interval: int = 1
    valid_from: date | None = None
    valid_to: date | None = None
    on_holiday: OnHoliday = OnHoliday.UNKNOWN

    def schedule(self, opens: time | None, closes: time | None, note: str) -> Schedule:
        return Schedule(
            self.frequency,
            self.weekdays,
            opens,
            closes,
            self.interval,
            self.valid_from,
            self.valid_to,
            self.on_holiday,
            note,
        )


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0
        self._read: list[Schedule] = []

    # Steps

    def _ahead(self, further: int = 0) -> Token:
        at = self._at + further
        return self._tokens[at] if at < len(self._tokens) else Token(Sort.END, "", len(self._text))

    def _take(self) -> Token:
        token = self._ahead()
        self._at += 1
        return token

    def _took(self, sort: Sort) -> Token | None:
        return self._take() if self._ahead().sort is sort and self._at < len(self._tokens) else None

    def _refuse(self, code: str = "not-understood", since: Token | None = None) -> HoursFormError:
        token = since or self._ahead()
        if since is not None:
            end = self._ahead().start if self._at < len(self._tokens) else len(self._text)
            return HoursFormError(code, self._text[since.start : end].strip(" ;,·|\n"), since.start)
        part = token.text.strip() or (self._tokens[-1].text if self._tokens else "")
        start = token.start if token.text.strip() else (self._tokens[-1].start if self._tokens else 0)
        return HoursFormError(code, part, start)

    # The line

    def read(self) -> tuple[Schedule, ...]:
        beside = True
        while self._at < len(self._tokens):
            if self._took(Sort.END) is not None:
                beside = True
                continue
            if self._took(Sort.AND) is not None:
                beside = False
                continue
            self._group(beside=beside)
            beside = False
            if self._at < len(self._tokens) and self._ahead().sort not in _BETWEEN:
                raise self._refuse()
        return tuple(self._read)

    def _group(self, *, beside: bool) -> None:
        group = _Group(self._ahead())
        if (holiday := self._took(Sort.HOLIDAY)) is not None:
            self._read = on_holidays(self._read, cast("OnHoliday", holiday.value))
            return
        self._validity(group)
        self._took(Sort.COLON)
        self._interval(group)
        self._days(group)
        self._took(Sort.COLON)
        if self._ahead().sort is Sort.CLOSED:
            self._take()
            self._read = taken_away(self._read, group.schedule(None, None, ""))
            return
        if self._ahead().sort is Sort.UNTIL and self._ahead(1).sort in {Sort.TIME, Sort.WHOLE}:
            self._take()
            self._longer(group, self._time())
            return
        self._finish(group, self._times(group), beside=beside)

    def _finish(self, group: _Group, pairs: list[tuple[time | None, time | None, str]], *, beside: bool) -> None:
        self._interval(group)
        self._validity(group)
        self._interval(group)
        if (holiday := self._took(Sort.HOLIDAY)) is not None:
            group.on_holiday = cast("OnHoliday", holiday.value)
        if group.frequency is Frequency.MONTHLY and (group.plain or group.by_weeks):
            raise self._refuse("which-of-the-month", group.first)
        if group.interval > 1 and group.valid_from is None:
            raise self._refuse("interval-needs-start", group.first)
        made = [group.schedule(*pair) for pair in pairs]
        if not beside:
            for schedule in made:
                self._read = making_way(self._read, schedule)
        self._read += made

    # What a group is made of

    def _validity(self, group: _Group) -> None:
        if self._ahead().sort is Sort.FROM and self._ahead(1).sort is Sort.DATE:
            self._take()
            group.valid_from = cast("date", self._take().value)
        if self._ahead().sort in {Sort.RANGE, Sort.UNTIL} and self._ahead(1).sort is Sort.DATE:
            if self._take().sort is Sort.UNTIL:
                raise self._refuse("say-until-and-including")
            until = self._take()
            group.valid_to = cast("date", until.value)
            if group.valid_from is not None and group.valid_to < group.valid_from:
                raise HoursFormError("dates-turned-round", until.text, until.start)

    def _interval(self, group: _Group) -> None:
        while self._ahead().sort in {Sort.WEEKS, Sort.MONTHS, Sort.OF_MONTH} and self._at < len(self._tokens):
            token = self._take()
            if token.sort is Sort.OF_MONTH:
                continue
            if token.sort is Sort.MONTHS:
                group.frequency = Frequency.MONTHLY
            else:
                group.by_weeks = True
            group.interval = cast("int", token.value)
            if not group.interval:
                raise HoursFormError("not-understood", token.text, token.start)

    def _days(self, group: _Group) -> None:
        if self._ahead().sort is Sort.WHOLE and self._ahead().text.lower() in {
            "dag en nacht",
            "24/7",
            "24 uur",
            "24 uur per dag",
        }:
            group.weekdays = WEEKDAYS
            return
        if self._ahead().sort not in _STARTS_A_DAY:
            raise self._refuse(
                "day-missing" if self._ahead().sort in _STARTS_A_TIME | {Sort.FROM, Sort.UNTIL} else "not-understood"
            )
        if (day := self._took(Sort.DATE)) is not None:
            group.valid_from = group.valid_to = cast("date", day.value)
            group.weekdays = (WEEKDAYS[group.valid_from.weekday()],)
            return
        named: list[str] = []
        while True:
            if self._ahead().sort is Sort.ORDINAL:
                named += self._monthly(group)
            else:
                named += self._run()
                group.plain = True
            self._interval(group)
            if self._ahead().sort is not Sort.AND or self._ahead(1).sort not in {Sort.DAYS, Sort.ORDINAL}:
                break
            self._take()
        if group.frequency is Frequency.WEEKLY:
            named.sort(key=WEEKDAYS.index)
        group.weekdays = tuple(dict.fromkeys(named))

    def _run(self) -> list[str]:
        days = list(cast("tuple[str, ...]", self._take().value))
        if self._ahead().sort in {Sort.RANGE, Sort.UNTIL} and self._ahead(1).sort is Sort.DAYS:
            self._take()
            last = self._take()
            first, end = WEEKDAYS.index(days[0]), WEEKDAYS.index(cast("tuple[str, ...]", last.value)[-1])
            days = [WEEKDAYS[(first + step) % 7] for step in range((end - first) % 7 + 1)]
        return days

    def _monthly(self, group: _Group) -> list[str]:
        group.frequency = Frequency.MONTHLY
        numbers = [self._take()]
        while self._ahead().sort is Sort.AND and self._ahead(1).sort is Sort.ORDINAL:
            self._take()
            numbers.append(self._take())
        day = self._took(Sort.DAYS)
        if day is None:
            raise self._refuse("day-missing", numbers[0])
        return [f"{number.value or ''}{name}" for name in cast("tuple[str, ...]", day.value) for number in numbers]

    def _times(self, group: _Group) -> list[tuple[time | None, time | None, str]]:
        pairs: list[tuple[time | None, time | None, str]] = []
        while True:
            if not self._time_ahead():
                if pairs:
                    raise self._refuse()
                # Only a day: that it is on, and nobody knows when.
                return [(None, None, self._note())]
            pairs.append((*self._pair(), self._note()))
            if self._ahead().sort is not Sort.AND or not self._time_ahead(1):
                break
            self._take()
        if not group.weekdays:
            raise self._refuse("day-missing", group.first)
        return pairs

    def _time_ahead(self, further: int = 0) -> bool:
        token = self._ahead(further)
        return token.sort in _STARTS_A_TIME or (
            token.sort is Sort.FROM and self._ahead(further + 1).sort in {Sort.TIME, Sort.WHOLE}
        )

    def _pair(self) -> tuple[time | None, time | None]:
        if self._took(Sort.ASK) is not None:
            return None, None
        if self._took(Sort.WHOLE) is not None:
            return time(0), time(0)
        open_ended = self._took(Sort.FROM)
        opens = self._time()
        if self._ahead().sort in {Sort.RANGE, Sort.UNTIL} and self._ahead(1).sort in {Sort.TIME, Sort.WHOLE}:
            self._take()
            return opens, self._time()
        if open_ended is None:
            raise self._refuse("closing-time-missing", self._tokens[self._at - 1])
        return opens, None

    def _time(self) -> time:
        token = self._take()
        if token.sort is Sort.WHOLE and not token.text.startswith("24"):
            raise HoursFormError("not-understood", token.text, token.start)
        return time(0) if token.sort is Sort.WHOLE else cast("time", token.value)

    def _note(self) -> str:
        note = self._took(Sort.NOTE)
        return "" if note is None else cast("str", note.value)

    def _longer(self, group: _Group, closes: time) -> None:
        try:
            self._read = closing_later(self._read, group.schedule(None, None, ""), closes)
        except LookupError:
            raise self._refuse("opening-time-missing", group.first) from None
