"""What needs no cleaning is told quickly, and never wrongly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.exchange.cleaning import MAX_TEXT, clean_text, is_clean
from wijkwijzer_desktop.exchange.notes import Notes, Place


@given(st.text(st.characters() | st.sampled_from(" <>&;\\nrtbp/\u00a0\ufffd\r\n"), min_size=1))
def test_what_is_clean_stays_as_it_is_without_a_word(text: str) -> None:
    notes = Notes()
    if is_clean(text):
        assert clean_text(text, "service.name", Place("services.csv", 2), notes) == text
        assert notes.repaired == ()


@pytest.mark.parametrize("text", ["Repair Café", "ma-vr 9-17", "053 - 123 45 67", "الديون"])
def test_ordinary_words_are_clean(text: str) -> None:
    assert is_clean(text)


@pytest.mark.parametrize(
    "text", [" a", "a ", "<b>a</b>", "a &amp; b", "a\\nb", "a\nb", "a\ufffd", "a\x07", "a\u00a0b\u00a0", "a" * (MAX_TEXT + 1)]
)
def test_the_rest_is_looked_at(text: str) -> None:
    assert not is_clean(text)
