"""Dates, times and lists as a language writes them, by CLDR through Babel. Digits stay western."""

from datetime import date, datetime

from wijkwijzer_desktop.i18n.languages import Language


def warm_up(language: Language) -> None:
    """Read what CLDR knows of a language, which takes a moment, before somebody waits for it."""
    moment = datetime(2026, 1, 1)  # noqa: DTZ001 - any will do
    full_date(language, moment)
    day(language, moment)
    clock_time(language, moment)
    listing(language, ["a", "b"])


def day(language: Language, value: date) -> str:
    """Short: "di 24 nov"."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMEd", value, locale=language.code).replace(".", "")


def full_date(language: Language, value: date) -> str:
    """With the year: "24 nov 2026"."""
    from babel.dates import format_date

    return format_date(value, format="medium", locale=language.code).replace(".", "")


def clock_time(language: Language, value: datetime) -> str:
    """As "17:00", in 24 hours everywhere: that is what stands on Dutch doors."""
    from babel.dates import format_time

    return format_time(value.replace(tzinfo=None), format="HH:mm", locale=language.code)


def listing(language: Language, items: list[str]) -> str:
    """As "a, b en c"."""
    from babel.lists import format_list

    return format_list(items, style="standard", locale=language.code)


def language_name(language: Language, code: str) -> str:
    """What this language calls the one with this BCP 47 code: "Turks". The code itself where it has no name for it."""
    from babel import Locale

    return str(Locale.parse(language.code, sep="-").languages.get(code, code))
