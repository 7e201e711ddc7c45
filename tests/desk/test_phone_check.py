"""Telephone numbers as they stand on doors here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.desk.phone_check import PhoneCheck, check_phone, phone_problem


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", ""),
        ("0534817800", "053 481 78 00"),
        ("053-4817800", "053-4817800"),
        ("(053) 4817800", "053 481 78 00"),
        ("+31 53 481 78 00", "053 481 78 00"),
        ("0031534817800", "053 481 78 00"),
        ("0599123456", "0599 12 34 56"),
        ("0612345678", "06 1234 5678"),
        ("+31612345678", "06 1234 5678"),
        ("06  420 793 78", "06 420 793 78"),
        ("0887663666", "088 766 36 66"),
        ("08000113", "0800 0113"),
        ("0900-1450", "0900-1450"),
        ("09001234567", "0900 1234567"),
        ("14053", "14 053"),
        ("14 053", "14 053"),
        ("140570", "14 0570"),
        ("112", "112"),
        ("1 1 3", "113"),
    ],
)
def test_a_number_that_can_be_dialled(typed: str, written: str) -> None:
    assert check_phone(typed) == PhoneCheck(written)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("053 48178", "not-a-number"),
        ("053 481 78 000", "not-a-number"),
        ("111", "not-a-number"),
        ("bel ons", "not-a-number"),
        ("053 481 78 00 (Piet)", "not-a-number"),
        ("0534817800; rm -rf", "not-a-number"),
        ("+", "not-a-number"),
        ("()", "not-a-number"),
        ("+49 2562 1234", "not-dutch"),
    ],
)
def test_a_number_that_can_not(typed: str, code: str) -> None:
    assert check_phone(typed) == PhoneCheck(typed, code)
    assert phone_problem(typed) == code


def test_every_number_of_the_catalogue_is_right_and_stays_as_it_is() -> None:
    numbers = [phone.number for service in load_catalogue(paths.content()) for phone in service.phones]
    assert [check_phone(number) for number in numbers] == [PhoneCheck(number) for number in numbers]


@given(st.text(max_size=40) | st.text("+0123456789 -()", max_size=20))
def test_what_is_right_stays_right_as_it_is_written(text: str) -> None:
    once = check_phone(text)
    assert once.problem is not None or check_phone(once.number) == once
