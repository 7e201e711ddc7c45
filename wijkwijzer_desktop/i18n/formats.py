"""Dates, times, amounts and lists as a language writes them, by CLDR through Babel.

Digits are western and hours run to 24 in every language: that is what stands on Dutch doors and telephones. CLDR has days,
months and patterns of lists for all eleven languages, Tigrinya and Somali too. What it lacks is the name of a few
languages in Tigrinya and Somali; the English name is used then.
"""

import re
from datetime import date, datetime, time
from functools import cache

from wijkwijzer_desktop.domain.schedule import WEEKDAYS
from wijkwijzer_desktop.i18n.isolation import isolated
from wijkwijzer_desktop.i18n.languages import Language

# The day before the month, as on every Dutch letter that the visitor gets.
LOCALES = {"en": "en_GB"}
MIDNIGHT = "24:00"
# The point of an abbreviation, not the one that makes a German 24 the twenty-fourth.
_ABBREVIATED = re.compile(r"(?<=[^\W\d])\.")
# Isolates keep the direction here.
_MARKS = dict.fromkeys((0x200E, 0x200F))
_WORD_FOR_YEAR = "\u202fр"
_WHOLE_AMOUNT = re.compile(r"[.,]00(?!\d)")


def locale_of(language: Language) -> str:
    """The locale of CLDR whose habits this language gets."""
    return LOCALES.get(language.code, language.code)


def warm_up(language: Language) -> None:
    """Read what CLDR knows of a language, which takes a moment, before somebody waits for it."""
    moment = datetime(2026, 1, 1)  # noqa: DTZ001 - any will do
    full_date(language, moment)
    day(language, moment)
    clock_time(language, moment)
    listing(language, ["a", "b"])
    weekday(language, WEEKDAYS[0])


def day(language: Language, value: date) -> str:
    """Short: "di 24 nov"."""
    from babel.dates import format_skeleton

    return _tidy(format_skeleton("MMMEd", value, locale=locale_of(language)))


def full_date(language: Language, value: date) -> str:
    """With the year: "24 nov 2026"."""
    from babel.dates import format_skeleton

    return _tidy(format_skeleton("yMMMd", value, locale=locale_of(language))).removesuffix(_WORD_FOR_YEAR)


def weekday(language: Language, name: str) -> str:
    """A day of any week, short: "di". name: "MO" to "SU"."""
    return _weekdays(locale_of(language))[WEEKDAYS.index(name)]


@cache
def _weekdays(locale: str) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", context="stand-alone", locale=locale)
    return tuple(_tidy(names[number]) for number in range(len(WEEKDAYS)))


def _tidy(text: str) -> str:
    return _ABBREVIATED.sub("", text)


def begun(language: Language, text: str) -> str:
    """With a capital, as the beginning of a sentence; nothing else of it changes."""
    first = "İ" if language.code == "tr" and text.startswith("i") else text[:1].upper()
    return first + text[1:]


def clock_time(language: Language, value: datetime | time) -> str:  # noqa: ARG001 - the same in all, so far
    """As "17:00", in 24 hours everywhere: that is what stands on Dutch doors."""
    return f"{value.hour:02}:{value.minute:02}"


def listing(language: Language, items: list[str]) -> str:
    """As "a, b en c"; in a language from the right each item keeps its own direction."""
    from babel.lists import format_list

    if language.right_to_left:
        items = [isolated(item) for item in items]
    return format_list(items, style="standard", locale=locale_of(language)).translate(_MARKS)


def euros(language: Language, cents: int) -> str:
    """An amount: "€ 8" or "€ 0,10"."""
    from babel.numbers import format_currency

    written = format_currency(cents / 100, "EUR", locale=locale_of(language))
    return _WHOLE_AMOUNT.sub("", written.replace("EUR", "€")).translate(_MARKS)


def language_name(language: Language, code: str) -> str:
    """What this language calls the one with this BCP 47 code: "Turks". In English where it has no name for it, and
    the code itself where nobody has."""
    from babel import Locale

    own, english = (Locale.parse(locale, sep="_").languages for locale in (locale_of(language), "en"))
    return str(own.get(code) or english.get(code, code))
