"""What is said, as a person would say it."""

import pytest

from wijkwijzer_desktop.desk.reading import Silence, spoken, voice_for
from wijkwijzer_desktop.i18n.isolation import isolated, left_to_right
from wijkwijzer_desktop.i18n.languages import language


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("053-1234567", "0 5 3, 1 2 3 4 5 6 7"),
        ("088 766 36 66", "0 8 8, 7 6 6, 3 6, 6 6"),
        ("+31 53 123 45 67", "0 0 3 1, 5 3, 1 2 3, 4 5, 6 7"),
        ("Bel 053 1234567, of 0612345678!", "Bel 0 5 3, 1 2 3 4 5 6 7, of 0 6 1, 2 3 4, 5 6 7, 8!"),
        ("0800-2000", "0 8 0 0, 2 0 0 0"),
        ("14 053", "1 4, 0 5 3"),
        ("116 123", "1 1 6, 1 2 3"),
        ("Bel 113. Gratis, dag en nacht.", "Bel 1 1 3. Gratis, dag en nacht."),
        (left_to_right("112"), "1 1 2"),
        (f"اتصل {isolated('053-1234567')}", "اتصل 0 5 3, 1 2 3 4 5 6 7"),
    ],
)
def test_a_number_to_call_is_said_digit_by_digit(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    "written",
    ["Nu open, tot 17:00", "ma-vr 9-17", "24-11-2026", "€ 0,25 of € 12,50", "0,4 km", "1125 mensen", "kamer 112a", "Straat 14"],
)
def test_any_other_number_stays_as_it_is(written: str) -> None:
    assert spoken(written) == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Raak aan wat speelt.\nU krijgt een papier.", "Raak aan wat speelt. U krijgt een papier."),
        ("Wijkteam\nNu open", "Wijkteam. Nu open"),
        ("Di 24 nov · 12:00", "Di 24 nov, 12:00"),
        ("Een ogenblik…", "Een ogenblik."),
        ("  ", ""),
    ],
)
def test_where_a_line_ends_there_is_a_pause(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("text", "page", "voice"),
    [
        ("Stadsbank Oost Nederland", "ar", "nl"),
        ("Café Zuid 2", "uk", "nl"),
        ("اتصل بـ Stadsbank", "ar", "ar"),
        ("Зателефонуйте", "uk", "uk"),
        ("053 123", "fa", "fa"),
        ("Stadsbank", "tr", "tr"),
    ],
)
def test_what_has_no_translation_is_said_by_the_dutch_voice(text: str, page: str, voice: str) -> None:
    assert voice_for(text, language(page)) == voice


def test_silence_has_no_voice_and_never_fails() -> None:
    silence = Silence()
    assert silence.languages() == frozenset()
    assert silence.say("nl", "niets") != silence.say("nl", "niets")
    silence.stop()
    silence.forget()
    silence.close()
