"""Which words are explained where."""

from wijkwijzer_desktop.domain.explanation import Explanation, explained_in, words_of

BENEFIT = Explanation("uitkering", "uitkering", "Geld dat u krijgt.", ("uitkeringen",))
DIGID = Explanation("digid", "DigiD", "Uw eigen naam en wachtwoord.")


def test_a_word_is_found_in_any_spelling_and_any_case() -> None:
    assert explained_in(["Uitkering en toeslag"], (DIGID, BENEFIT)) == (BENEFIT,)
    assert explained_in(["Meer dan een van uw uitkeringen?"], (BENEFIT,)) == (BENEFIT,)
    assert explained_in(["Ik heb geen digid."], (BENEFIT, DIGID)) == (DIGID,)


def test_in_the_order_in_which_they_are_met_and_once() -> None:
    assert explained_in(["Met DigiD", "een uitkering", "DigiD"], (BENEFIT, DIGID)) == (DIGID, BENEFIT)


def test_a_word_inside_another_is_not_that_word() -> None:
    assert explained_in(["uitkeringsinstantie"], (BENEFIT,)) == ()


def test_numbers_are_no_words() -> None:
    assert words_of("Bel 112, of mama's huisarts (24/7).") == ("bel", "of", "mama's", "huisarts")
