"""Days, dates, times, amounts and lists as each language writes them."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, ZONE
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES, Language, language

TUESDAY = date(2026, 11, 24)
MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_a_date_in_every_month(month: int, name: str) -> None:
    assert formats.full_date(DUTCH, date(2026, month, 3)) == f"3 {name} 2026"
    assert formats.day(DUTCH, date(2026, month, 3)).endswith(f" 3 {name}")


def test_the_days_of_a_week() -> None:
    week = [formats.day(DUTCH, date(2026, 11, 23) + timedelta(days=n)) for n in range(7)]
    assert week == ["ma 23 nov", "di 24 nov", "wo 25 nov", "do 26 nov", "vr 27 nov", "za 28 nov", "zo 29 nov"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 9, 5, tzinfo=ZONE), "09:05"),
        (datetime(2026, 11, 24, 17, 0, tzinfo=ZONE), "17:00"),
        (datetime(2026, 11, 24, 0, 0, tzinfo=ZONE), "00:00"),
        (datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "23:59"),
    ],
)
def test_time_has_24_hours_and_is_not_shifted(moment: datetime, words: str) -> None:
    assert formats.clock_time(DUTCH, moment) == words
    assert formats.clock_time(Language("en", "English"), moment) == words


@pytest.mark.parametrize(("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_a_list(items: list[str], words: str) -> None:
    assert formats.listing(DUTCH, items) == words


@pytest.mark.parametrize(
    ("code", "name"),
    [("nl", "Nederlands"), ("tr", "Turks"), ("fa", "Perzisch"), ("uk", "Oekraïens"), ("xx-onbekend", "xx-onbekend")],
)
def test_a_languages_name(code: str, name: str) -> None:
    assert formats.language_name(DUTCH, code) == name


def test_a_language_that_is_not_there_is_dutch() -> None:
    assert language("nl") is DUTCH
    assert language("tlh") is DUTCH
    assert LANGUAGES[0] is DUTCH


@pytest.mark.parametrize(
    ("code", "day", "whole"),
    [
        ("en", "Tue 24 Nov", "24 Nov 2026"),
        ("de", "Di, 24. Nov", "24. Nov 2026"),
        ("tr", "24 Kas Sal", "24 Kas 2026"),
        ("pl", "wt, 24 lis", "24 lis 2026"),
        ("uk", "вт, 24 лист", "24 лист 2026"),
        ("ar", "الثلاثاء، 24 نوفمبر", "24 نوفمبر 2026"),
        ("fa", "سه\u200cشنبه 24 نوامبر", "24 نوامبر 2026"),
        ("ti", "ሰሉ፣ 24 ሕዳ", "24 ሕዳ 2026"),
        ("so", "Tldo, Nof 24", "Nof 24, 2026"),
        ("ro", "mar, 24 nov", "24 nov 2026"),
    ],
)
def test_a_day_in_every_language(code: str, day: str, whole: str) -> None:
    assert formats.day(language(code), TUESDAY) == day
    assert formats.full_date(language(code), TUESDAY) == whole


@pytest.mark.parametrize("spoken", LANGUAGES, ids=[spoken.code for spoken in LANGUAGES])
def test_digits_are_western_everywhere(spoken: Language) -> None:
    moment = datetime(2026, 11, 24, 9, 5, tzinfo=ZONE)
    written = " ".join(
        (
            formats.day(spoken, moment),
            formats.full_date(spoken, moment),
            formats.clock_time(spoken, moment),
            formats.euros(spoken, 123450),
        )
    )
    assert {c for c in written if unicodedata.category(c) == "Nd"} == set("0123456789") - set("78")
    assert formats.clock_time(spoken, moment) == "09:05"


@pytest.mark.parametrize("spoken", LANGUAGES, ids=[spoken.code for spoken in LANGUAGES])
def test_cldr_has_days_months_lists_and_plurals_of_its_own(spoken: Language) -> None:
    """Where CLDR knows nothing of a language, Babel gives the root's: M01, and a, b. None of the eleven gets that."""
    locale = Locale.parse(formats.locale_of(spoken))
    assert len({formats.weekday(spoken, name) for name in WEEKDAYS}) == 7
    assert not any(name.startswith("M0") for name in locale.months["format"]["abbreviated"].values())
    assert formats.listing(spoken, ["x", "y"]) != "x, y"
    assert "one" in locale.plural_form.tags


def test_a_language_that_tigrinya_has_no_name_for_is_named_in_english() -> None:
    assert formats.language_name(language("ti"), "arc") == "Aramaic"
    assert formats.language_name(language("so"), "aeb") == "Tunisian Arabic"
    for spoken in LANGUAGES:
        for other in LANGUAGES:
            assert Locale.parse(formats.locale_of(spoken)).languages.get(other.code)


@pytest.mark.parametrize(
    ("code", "whole", "broken"),
    [("nl", "€\xa08", "€\xa00,10"), ("en", "€8", "€0.10"), ("de", "8\xa0€", "0,10\xa0€"), ("ro", "8\xa0€", "0,10\xa0€")],
)
def test_an_amount(code: str, whole: str, broken: str) -> None:
    assert formats.euros(language(code), 800) == whole
    assert formats.euros(language(code), 10) == broken


def test_a_list_from_the_right_keeps_the_direction_of_each_item() -> None:
    assert formats.listing(language("ar"), ["DigiD", "pas"]) == "\u2068DigiD\u2069 و\u2068pas\u2069"


@pytest.mark.parametrize(
    ("code", "text", "begun"),
    [
        ("nl", "di 24 nov", "Di 24 nov"),
        ("tr", "ilk gün", "İlk gün"),
        ("de", "di, 24. Nov", "Di, 24. Nov"),
        ("ar", "الثلاثاء", "الثلاثاء"),
    ],
)
def test_only_the_first_letter_becomes_a_capital(code: str, text: str, begun: str) -> None:
    assert formats.begun(language(code), text) == begun
