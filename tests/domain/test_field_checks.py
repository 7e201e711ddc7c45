"""What an editor types in a field: right, or wrong with a code."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.field_checks import (
    age_problem,
    date_problem,
    email_problem,
    order_problem,
    postcode_problem,
    tidy_postcode,
    typed_age,
    typed_date,
    url_problem,
)
from wijkwijzer_desktop.domain.written_hours import write_date


@pytest.mark.parametrize(
    ("typed", "tidy"), [("7544DC", "7544DC"), ("7544 dc", "7544DC"), (" 7511 GM ", "7511GM"), ("0544 DC", ""), ("7544 SS", "")]
)
def test_a_postcode(typed: str, tidy: str) -> None:
    assert tidy_postcode(typed) == tidy
    assert postcode_problem(typed) == (None if tidy else "not-a-postcode")


@pytest.mark.parametrize("typed", ["7544", "DC 7544", "7544  DC", "7544D", "75446 DC", "٧٥٤٤ DC", "7544 DÇ"])
def test_no_postcode(typed: str) -> None:
    assert postcode_problem(typed) == "not-a-postcode"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("https://www.wijkwijzer.nl/hulp?x=1#top", None),
        ("https://xn--caf-dma.nl", None),
        ("https://café.nl:8443/", None),
        ("http://www.enschede.nl", "not-https"),
        ("www.enschede.nl", "not-https"),
        ("file:///etc/passwd", "not-https"),
        ("javascript:alert(1)", "not-https"),
        ("https://", "not-an-address"),
        ("https://localhost", "not-an-address"),
        ("https://192.168.1.1/", "not-an-address"),
        ("https://enschede.nl:99999/", "not-an-address"),
        ("https://naam:geheim@enschede.nl/", "not-an-address"),
        ("https://ensche de.nl", "not-an-address"),
        ("https://[::1", "not-an-address"),
        ("https://-enschede.nl", "not-an-address"),
    ],
)
def test_an_address_of_a_website(typed: str, code: str | None) -> None:
    assert url_problem(typed) == code


@pytest.mark.parametrize("typed", ["twente@humanitas.nl", "info+balie@mail.alifa.nl", "o'neil@voorbeeld.nl"])
def test_an_email_address(typed: str) -> None:
    assert email_problem(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["twente", "twente@humanitas", "@humanitas.nl", "a@b@c.nl", "a b@c.nl", ".a@c.nl", "a..b@c.nl", "a@c..nl", "a@c.nl" * 60],
)
def test_no_email_address(typed: str) -> None:
    assert email_problem(typed) == "not-an-email"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24-11-2026", date(2026, 11, 24)),
        ("1/3/2027", date(2027, 3, 1)),
        ("29-02-2028", date(2028, 2, 29)),
        ("29-02-2027", None),
        ("2026-11-24", None),
        ("24-11-26", None),
        ("morgen", None),
    ],
)
def test_a_day(typed: str, day: date | None) -> None:
    assert typed_date(typed) == day
    assert date_problem(typed) == (None if day else "not-a-date")


@given(st.dates())
def test_a_day_that_is_written_is_read_back(day: date) -> None:
    assert typed_date(write_date(day)) == day


def test_days_in_order() -> None:
    first, last = date(2026, 11, 24), date(2026, 11, 25)
    assert order_problem(first, last) is None
    assert order_problem(first, first) is None
    assert order_problem(first, None) is None
    assert order_problem(last, first) == "dates-turned-round"


@pytest.mark.parametrize(
    ("typed", "age"), [("18", 18), ("0", 0), ("120", 120), ("121", None), ("-1", None), ("18,5", None), ("²", None)]
)
def test_an_age(typed: str, age: int | None) -> None:
    assert typed_age(typed) == age
    assert age_problem(typed) == (None if age is not None else "not-an-age")


@given(st.text(max_size=80))
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    for check in (postcode_problem, url_problem, email_problem, date_problem, age_problem):
        assert check(text) is None or check(text)


def test_an_empty_field_is_not_wrong() -> None:
    for check in (postcode_problem, url_problem, email_problem, date_problem, age_problem):
        assert check("") is None
        assert check("  ") is None
