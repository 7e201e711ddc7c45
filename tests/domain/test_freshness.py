"""How long what was checked stays true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.examples import SERVICES, a_service, a_wish
from wijkwijzer_desktop.domain.freshness import (
    CHECK_AFTER_DAYS,
    Freshness,
    check_again,
    confirmed,
    expires,
    freshness,
)
from wijkwijzer_desktop.domain.matching import sort_services
from wijkwijzer_desktop.domain.service import Kind, Service, Status

CHECKED = date(2026, 3, 2)


def checked(kind: Kind) -> Service:
    return confirmed(replace(a_service("a"), kind=kind), CHECKED)


def test_every_kind_has_its_days() -> None:
    assert set(CHECK_AFTER_DAYS) == set(Kind)
    assert check_again(Kind.ACTIVITY, CHECKED) == date(2026, 5, 31)
    assert check_again(Kind.HELPLINE, CHECKED) == date(2027, 3, 2)


@pytest.mark.parametrize("kind", [Kind.SERVICE, Kind.ACTIVITY])
def test_it_is_due_and_then_expires_as_long_again(kind: Kind) -> None:
    service, days = checked(kind), timedelta(days=CHECK_AFTER_DAYS[kind])
    assert freshness(service, CHECKED + days - timedelta(days=1)) is Freshness.FRESH
    assert freshness(service, CHECKED + days) is Freshness.DUE
    assert freshness(service, CHECKED + 2 * days - timedelta(days=1)) is Freshness.DUE
    assert freshness(service, CHECKED + 2 * days) is Freshness.EXPIRED


@pytest.mark.parametrize("kind", [Kind.HELPLINE, Kind.COUNTER])
def test_somebody_to_talk_to_never_expires(kind: Kind) -> None:
    assert freshness(checked(kind), date(2040, 1, 1)) is Freshness.DUE
    assert expires(checked(kind)) is None


def test_what_nobody_ever_checked_does_not_expire() -> None:
    assert freshness(a_service("a"), date(2040, 1, 1)) is Freshness.FRESH


def test_the_last_of_all_days_is_no_trouble() -> None:
    assert expires(replace(a_service("a"), check_before=date.max)) is None


def test_somebody_who_asked_today_opens_it_again() -> None:
    closed = replace(checked(Kind.SERVICE), status=Status.TEMPORARILY_CLOSED, closed_until=date(2026, 4, 1))
    again = confirmed(closed, date(2026, 3, 20))
    assert (again.status, again.closed_until, again.checked) == (Status.CONFIRMED, None, date(2026, 3, 20))
    assert again.check_before == check_again(Kind.SERVICE, date(2026, 3, 20))


@given(service=SERVICES, day=st.dates(date(2025, 1, 1), date(2028, 1, 1)))
def test_due_is_as_bel_eerst_says_and_expired_is_older(service: Service, day: date) -> None:
    fresh = freshness(service, day)
    if fresh is not Freshness.FRESH:
        assert service.call_first(day)
    expiry = expires(service)
    assert (fresh is Freshness.EXPIRED) == (expiry is not None and expiry <= day)


def test_expired_ones_drop_out_of_advice_and_due_ones_stay() -> None:
    wish = a_wish()
    old = replace(a_service("oud"), check_before=wish.on - timedelta(days=180))
    due = replace(a_service("bel-eerst"), check_before=wish.on - timedelta(days=179))
    helpline = replace(a_service("lijn"), kind=Kind.HELPLINE, check_before=wish.on - timedelta(days=2000))
    assert [service.id for service in sort_services((old, due, helpline), wish)] == ["bel-eerst", "lijn"]
