"""A code that can be read aloud over a bad line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.slip import ALPHABET, CODE_LENGTH, check_character, is_code, new_code

bodies = st.text(ALPHABET, min_size=CODE_LENGTH - 1, max_size=CODE_LENGTH - 1)


def whole(body: str) -> str:
    return body + check_character(body)


def test_the_alphabet_has_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 23
    for alike in ("0OQ", "1IL", "2Z", "5S", "8B", "UV", "0D"):
        assert sum(character in ALPHABET for character in alike) <= 1


@given(bodies)
def test_every_single_wrong_character_is_found(body: str) -> None:
    code = whole(body)
    assert is_code(code)
    for place, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            assert not is_code(code[:place] + wrong + code[place + 1 :])


@given(bodies)
def test_every_swap_of_two_is_found(body: str) -> None:
    code = whole(body)
    for first in range(CODE_LENGTH):
        for second in range(first + 1, CODE_LENGTH):
            swapped = list(code)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            assert is_code("".join(swapped)) is (code[first] == code[second])


def test_a_new_code_is_random_and_right() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) > 190
    for code in codes:
        assert is_code(code)
        assert (len(code), code[4]) == (CODE_LENGTH + 1, "-")


def test_a_code_comes_from_the_chooser_alone() -> None:
    assert new_code(lambda letters: letters[0]) == new_code(lambda letters: letters[0]) == "3333-33"


@pytest.mark.parametrize("change", [str.lower, lambda c: c.replace("-", " "), lambda c: f" {c} ", lambda c: c.replace("-", "")])
def test_it_may_be_written_as_people_write(change: object) -> None:
    assert callable(change)
    assert is_code(change(new_code()))


@pytest.mark.parametrize("text", ["", "K7QM", "K7QM-3H9", "0000-00", "K7QM-3Ü", "ß" * 6, "\u0000" * 6])
def test_anything_else_is_no_code(text: str) -> None:
    assert not is_code(text)
