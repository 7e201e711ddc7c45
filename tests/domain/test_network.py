"""What follows from the network: who is there, whom to ask again, what is news, what may stand on paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.network_samples import ALONE, ANNA, BEN, BEUK, DEBTS, DESK, LINDE, MDO, NETWORK, PLACES, RECORDS
from wijkwijzer_desktop.domain.network import Agreement, Became, Contact, Network, News, Practice, Record, RecordKind
from wijkwijzer_desktop.domain.network_rules import (
    areas_of,
    changed_fields,
    codes_for,
    contact_of_service,
    contacts_in,
    kind_of,
    may_stand_on_paper,
    meetings_in,
    must_confirm,
    naming_only,
    network_of,
    news_for,
    news_in,
    news_of,
    practices_in,
    records_of,
    routes_on_card,
    serves,
    to_confirm,
)
from wijkwijzer_desktop.domain.service_data import data_of, record_from

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_a_record_as_data_is_the_same_record_again(record: Record) -> None:
    assert record_from(type(record), data_of(record)) == record


def test_a_network_is_its_records() -> None:
    assert network_of(records_of(NETWORK)) == NETWORK
    assert [kind_of(record) for record in (LINDE, ANNA, DEBTS, MDO)] == list(RecordKind)


@pytest.mark.parametrize(
    ("areas", "place", "is_served"),
    [
        ((), "noord", True),
        (("noord",), "noord", True),
        (("noord",), "zuid", False),
        (("stadsdeel-boven",), "noord", True),
        (("stad",), "zuid", True),
        (("noord",), "stadsdeel-boven", True),
        (("zuid",), "stadsdeel-boven", False),
        (("ergens",), "elders", False),
    ],
)
def test_a_district_and_its_parts_serve_each_other(areas: tuple[str, ...], place: str, is_served: bool) -> None:
    assert serves(areas, place, PLACES) is is_served


def test_who_is_there_for_a_neighbourhood_comes_before_who_is_there_for_all() -> None:
    network = network_of((DESK, ANNA, BEN, LINDE, BEUK, MDO))
    assert [contact.id for contact in contacts_in(network, "noord", PLACES)] == [ANNA.id, DESK.id]
    assert practices_in(network, "zuid", PLACES) == (BEUK,)
    assert meetings_in(network, "noord", PLACES) == (MDO,)
    assert meetings_in(network, "zuid", PLACES) == ()


def test_a_practice_with_one_agreement_for_everywhere_is_for_everywhere() -> None:
    both = replace(LINDE, agreements=(*LINDE.agreements, Agreement()))
    assert areas_of(LINDE) == ("noord",)
    assert areas_of(both) == areas_of(Practice("zonder")) == ()


def test_a_visitors_paper_names_only_who_is_marked_and_published() -> None:
    assert may_stand_on_paper(ANNA)
    assert may_stand_on_paper(DESK)
    assert not may_stand_on_paper(replace(ANNA, printable=False))
    assert not may_stand_on_paper(replace(ANNA, published=" "))
    assert contact_of_service(NETWORK, "wijkteam", "noord", PLACES) == ANNA
    assert contact_of_service(NETWORK, "wijkteam", "zuid", PLACES) is None
    assert contact_of_service(network_of((replace(ANNA, printable=False),)), "wijkteam", "noord", PLACES) is None


@pytest.mark.parametrize(
    ("confirmed", "today", "must"),
    [
        (None, TODAY, True),
        (date(2026, 8, 24), TODAY, True),
        (date(2026, 8, 25), TODAY, False),
        # There is no 31 February.
        (date(2025, 11, 30), date(2026, 2, 27), False),
        (date(2025, 11, 30), date(2026, 2, 28), True),
    ],
)
def test_after_three_months_somebody_must_ask_again(confirmed: date | None, today: date, must: bool) -> None:
    assert must_confirm(replace(DESK, confirmed=confirmed), today) is must


def test_what_nobody_ever_asked_comes_first_then_what_waited_longest() -> None:
    assert [record.id for record in to_confirm(NETWORK, TODAY)] == [
        "balie",
        "huisarts-beuk",
        "mdo-noord",
        "wijkcoach-zuid",
        ANNA.id,
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_three_months_are_never_less_than_89_days_nor_more_than_92(day: date) -> None:
    asked = replace(DESK, confirmed=day)
    assert not must_confirm(asked, day + timedelta(days=88))
    assert must_confirm(asked, day + timedelta(days=92))


def test_a_card_has_ten_routes_and_the_hints_of_concerns() -> None:
    many = network_of(replace(DEBTS, id=f"weg-{number}") for number in range(12))
    assert [route.id for route in routes_on_card(many)] == [f"weg-{number}" for number in range(10)]
    assert codes_for(NETWORK, ["contact.gezelschap", "geld.schulden"]) == ("Z01", "Z29")
    assert codes_for(NETWORK, ["contact.eenzaam"]) == ALONE.icpc
    assert codes_for(NETWORK, ["slapen.slecht"]) == ()


def test_that_somebody_asked_is_no_change_to_tell() -> None:
    assert changed_fields(ANNA, replace(ANNA, confirmed=TODAY, when="maandag", phone=None)) == ("phone", "when")


def news(became: Became, record_id: str, day: int = 10, *fields: str, kind: RecordKind = RecordKind.CONTACT) -> News:
    return News(date(2026, 11, day), kind, record_id, became, fields)


def told(*lines: News, records: tuple[Record, ...] = RECORDS) -> Network:
    return network_of(records, lines)


def test_the_news_of_a_month_has_one_line_a_record() -> None:
    network = told(
        news(Became.CHANGED, ANNA.id, 20, "when"),
        news(Became.CHANGED, BEN.id, 15, "phone"),
        news(Became.CHANGED, ANNA.id, 12, "phone", "when"),
        news(Became.NEW, BEN.id, 3),
        replace(news(Became.NEW, DESK.id), on=date(2026, 10, 31)),
    )
    assert news_of(network, "2026-11") == (
        news(Became.CHANGED, ANNA.id, 20, "phone", "when"),
        news(Became.NEW, BEN.id, 15),
    )
    assert [line.id for line in news_of(network, "2026-10")] == [DESK.id]


def test_two_contacts_that_left_are_two_lines() -> None:
    assert len(news_of(told(news(Became.GONE, ""), news(Became.GONE, "")), "2026-11")) == 2


def test_what_left_and_came_again_is_new_and_what_came_and_left_is_gone() -> None:
    practice = RecordKind.PRACTICE
    again = told(news(Became.NEW, "p", 9, kind=practice), news(Became.GONE, "p", 8, kind=practice))
    gone = told(news(Became.GONE, "p", 9, kind=practice), news(Became.NEW, "p", 8, kind=practice))
    assert [line.became for line in news_of(again, "2026-11")] == [Became.NEW]
    assert [line.became for line in news_of(gone, "2026-11")] == [Became.GONE]


def test_news_is_told_where_it_matters() -> None:
    left = replace(news(Became.GONE, ""), areas=("zuid",))
    about = news(Became.CHANGED, ANNA.id, 5, "when")
    route = news(Became.NEW, DEBTS.id, 4, kind=RecordKind.ROUTE)
    other = news(Became.CHANGED, BEUK.id, 3, "note", kind=RecordKind.PRACTICE)
    stands_in = news(Became.CHANGED, BEN.id, 2, "phone")
    network = told(left, about, route, other, stands_in)
    assert news_in(network, "2026-11", "noord", PLACES) == (about, route, other)
    assert news_in(network, "2026-11", "zuid", PLACES) == (left, route, other, stands_in)
    assert news_for(network, "2026-11", LINDE.id) == (about, route, stands_in)
    assert news_for(network, "2026-11", BEUK.id) == (route, other)


def test_who_is_gone_is_named_by_nobody() -> None:
    assert naming_only(LINDE, {BEN.id}) == replace(LINDE, agreements=(replace(LINDE.agreements[0], contact=""),))
    assert naming_only(ANNA, {ANNA.id}) == replace(ANNA, stands_in="")
    assert naming_only(LINDE, {ANNA.id}) is LINDE
    assert naming_only(DEBTS, ()) is DEBTS


def test_a_name_alone_never_makes_a_contact_printable() -> None:
    assert not may_stand_on_paper(Contact("x", "wijkcoach", "Team", name="Iemand"))
