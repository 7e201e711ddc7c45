"""What an editor reads around hours: names of days, what a holiday does, and the next times something is open."""

from datetime import date

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, OnHoliday, Span
from wijkwijzer_desktop.domain.written_hours import write_date, write_time
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.translator import Translator


def weekday_name(day: str, translator: Translator) -> str:
    """Whole: "maandag". day: "MO" to "SU"."""
    t = translator.text
    names = (t("maandag"), t("dinsdag"), t("woensdag"), t("donderdag"), t("vrijdag"), t("zaterdag"), t("zondag"))
    return names[WEEKDAYS.index(day)]


def nth_words(translator: Translator) -> tuple[tuple[str, str], ...]:
    """Which of a month: number as the schedule has it, and its words."""
    t = translator.text
    return (
        ("1", t("eerste")),
        ("2", t("tweede")),
        ("3", t("derde")),
        ("4", t("vierde")),
        ("5", t("vijfde")),
        ("-1", t("laatste")),
    )


def on_holiday_words(translator: Translator) -> tuple[tuple[str, str], ...]:
    """What a holiday does: value and words."""
    t = translator.text
    return (
        (OnHoliday.UNKNOWN.value, t("feestdagen: niet bekend")),
        (OnHoliday.CLOSED.value, t("feestdagen: dicht")),
        (OnHoliday.OPEN.value, t("feestdagen: open")),
    )


def moment_words(span: Span, translator: Translator) -> str:
    """One of the next times: `di 24 nov 2026, 14:00–16:00`."""
    t = translator.text
    day = f"{formats.day(DUTCH, span.day)} {span.day.year}"
    if span.starts is None:
        return t("{day}, vraag hoe laat", day=day)
    opens = write_time(span.starts.time())
    if span.ends is None:
        return t("{day}, vanaf {opens}", day=day, opens=opens)
    closes = write_time(span.ends.time())
    if span.ends.date() > span.day:
        closes = formats.MIDNIGHT if closes == "00:00" else t("{time} de volgende dag", time=closes)
    return t("{day}, {opens}–{closes}", day=day, opens=opens, closes=closes)


def days_words(first: date, last: date, translator: Translator) -> str:
    """`24-12-2026`, or `24-12-2026 tot en met 03-01-2027`."""
    if first == last:
        return write_date(first)
    return translator.text("{first} tot en met {last}", first=write_date(first), last=write_date(last))
