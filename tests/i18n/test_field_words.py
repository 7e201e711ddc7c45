"""What editors read about a field that isn't right."""

from datetime import datetime, timedelta

import pytest

from wijkwijzer_desktop.domain.hours_tokens import HoursFormError
from wijkwijzer_desktop.domain.schedule import ZONE, Span
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.i18n.field_words import field_words, hours_problem_words
from wijkwijzer_desktop.i18n.hours_field_words import moment_words
from wijkwijzer_desktop.i18n.translator import Translator

DUTCH = Translator()
CODES = (
    *("not-a-postcode", "not-https", "not-an-address", "not-an-email", "not-a-date", "dates-turned-round", "not-an-age"),
    *("ages-turned-round", "ask-from-too-high", "not-a-number", "not-dutch", "missing"),
)


def test_every_code_has_words_of_its_own() -> None:
    said = {field_words(code, DUTCH) for code in CODES}
    assert len(said) == len(CODES)
    assert field_words("nieuw", DUTCH) not in said


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ma-vr 9-17, do tut 20", "“tut” begrijpt het programma niet. Schrijf het zoals “ma-vr 9-17, do tot 20”."),
        ("ma 9-25", "“25”: die tijd is er niet. Schrijf een tijd als 9 of 13.30."),
        ("om de week wo 9-12", "“om de week wo 9-12”: vanaf welke dag? Schrijf erachter: “vanaf 18-11-2026”."),
        ("9-12", "“9”: op welke dag? Schrijf de dag ervoor, zoals “ma 9-12”."),
    ],
)
def test_hours_that_are_not_understood(typed: str, words: str) -> None:
    with pytest.raises(HoursFormError) as refused:
        read_hours(typed)
    assert hours_problem_words(refused.value, DUTCH) == words


def test_the_advice_of_every_sentence_can_be_typed() -> None:
    for example in ("ma-vr 9-17, do tot 20", "ma 9-12", "do 9-20", "2e dinsdag", "laatste dinsdag", "ma vanaf 9"):
        assert read_hours(example)


def test_a_moment() -> None:
    opens = datetime(2026, 11, 24, 20, tzinfo=ZONE)
    day = opens.date()
    assert moment_words(Span(day, opens, opens + timedelta(hours=2)), DUTCH) == "di 24 nov 2026, 20:00–22:00"
    assert moment_words(Span(day, opens, opens + timedelta(hours=4)), DUTCH) == "di 24 nov 2026, 20:00–24:00"
    assert moment_words(Span(day, opens, opens + timedelta(hours=6)), DUTCH) == "di 24 nov 2026, 20:00–02:00 de volgende dag"
    assert moment_words(Span(day, opens, None), DUTCH) == "di 24 nov 2026, vanaf 20:00"
    assert moment_words(Span(day, None, None), DUTCH) == "di 24 nov 2026, vraag hoe laat"
