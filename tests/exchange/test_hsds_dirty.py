"""Dirty files: each thing wrong is put right or left out, and said with file, line and field."""

import json
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

import pytest

from wijkwijzer_desktop.desk.exchange import Read
from wijkwijzer_desktop.domain.condition import ALWAYS, All, AtLeast, AtMost, Unasked
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.schedule import Frequency
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Phone, ReferralNeed, Service, Status
from wijkwijzer_desktop.exchange.hsds import read_hsds

ORGANIZATION = {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "De Stichting"}
PLAIN = {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Hulp", "status": "active", "organization": ORGANIZATION}


def _read(folder: Path, value: object, name: str = "een.json", encoding: str = "utf-8") -> Read:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding=encoding)
    return read_hsds(path, ("geld", "eten"), age_question="about.leeftijd")


def _one(folder: Path, **fields: object) -> tuple[Service, dict[str, Finding]]:
    read = _read(folder, {**PLAIN, **fields})
    assert read.refused == ()
    (service,) = read.services
    return service, {finding.code: finding for finding in read.repaired}


def _schedule(folder: Path, **fields: object) -> tuple[Service, dict[str, Finding]]:
    return _one(folder, schedules=[{"freq": "WEEKLY", "byday": "MO", **fields}])


def _data(finding: Finding) -> Mapping[str, str]:
    return dict(finding.data)


def test_what_nobody_knows_stays_unknown(tmp_path: Path) -> None:
    service, notes = _one(tmp_path)
    assert (service.kind, service.status, service.referral) == (Kind.SERVICE, Status.UNCONFIRMED, ReferralNeed.UNKNOWN)
    assert (service.topics, service.timetable.schedules, service.location, service.eligibility) == ((), (), None, ALWAYS)
    assert notes["no-topic"].item == service.id
    assert notes["kind-and-step-guessed"].data == (("count", "1"),)


@pytest.mark.parametrize(
    ("dirty", "clean", "code"),
    [
        ("<p>Kom <b>langs</b>.</p><ul><li>koffie</li></ul><script>alert(1)</script>", "Kom langs.\n- koffie", "markup"),
        ("&lt;p&gt;Twee keer &amp;amp; meer&lt;/p&gt;", "Twee keer & meer", "markup"),
        ("een\\ntwee\\r\\ndrie", "een\ntwee\ndrie", "written-escapes"),
        ("een\0twee\x07", "eentwee", "control-characters"),
        ("half \ud800 paar", "half \ufffd paar", "letters-lost"),
        ("  met blanks  ", "met blanks", "blanks"),
        ("NULL", "", "empty-text"),
        ("x" * 20_001, "x" * 20_000, "text-cut"),
        (["a"], "", "not-text"),
        ("a < b en b > c", "a < b en b > c", ""),
        ("'; drop table service; -- %_ {{7*7}} %(name)s", "'; drop table service; -- %_ {{7*7}} %(name)s", ""),
    ],
)
def test_descriptions_become_plain_text(tmp_path: Path, dirty: object, clean: str, code: str) -> None:
    service, notes = _one(tmp_path, description=dirty)
    assert service.description == clean
    assert set(notes) - {"no-topic", "kind-and-step-guessed"} == ({code} if code else set())
    if code:
        assert _data(notes[code])["field"] == "service.description"


@pytest.mark.parametrize(
    ("opens", "closes", "expected", "code"),
    [
        ("09:00", "17:30", (time(9), time(17, 30)), ""),
        ("09:00:00Z", "24:00", (time(9), time(0)), ""),
        ("9am", "5:30 p.m.", (time(9), time(17, 30)), ""),
        ("9.30 uur", "17u", (time(9, 30), time(17)), ""),
        ("24 Hours", "", (time(0), time(0)), "time-all-day"),
        ("24/7", "24/7", (time(0), time(0)), "time-all-day"),
        ("Nights", "", (None, None), "not-a-time"),
        ("750", "1600", (time(7, 50), time(16)), "time-guessed"),
        (750, 1600, (time(7, 50), time(16)), "time-guessed"),
        ("2026-01-01", "17:00", (None, None), "not-a-time"),
        ("25:00", "26:00", (None, None), "not-a-time"),
        ("09:00-05:00", "17:00-05:00", (time(9), time(17)), "time-guessed"),
        (None, "17:00", (None, None), ""),
    ],
)
def test_times_are_read_or_unknown(
    tmp_path: Path, opens: object, closes: object, expected: tuple[time | None, time | None], code: str
) -> None:
    service, notes = _schedule(tmp_path, opens_at=opens, closes_at=closes)
    (schedule,) = service.timetable.schedules
    assert (schedule.opens, schedule.closes) == expected
    assert set(notes) - {"no-topic", "kind-and-step-guessed"} == ({code} if code else set())


def test_words_in_the_place_of_a_time_are_kept(tmp_path: Path) -> None:
    service, _ = _schedule(tmp_path, opens_at="Nights")
    assert service.timetable.schedules[0].note == "Nights"


@pytest.mark.parametrize(
    ("said", "day", "code"),
    [
        ("2026-11-03", date(2026, 11, 3), ""),
        ("2026-11-03T10:30:45.123Z", date(2026, 11, 3), ""),
        ("24-12-2015", date(2015, 12, 24), ""),
        ("12/24/2015", date(2015, 12, 24), ""),
        ("June 1, 2020", date(2020, 6, 1), ""),
        ("03/04/2015", None, "not-a-date"),
        ("June 2020", None, "not-a-date"),
        ("0001-01-01", None, "not-a-date"),
        ("January 01, 0001", None, "not-a-date"),
        ("2026-02-30", None, "not-a-date"),
        ("09:00", None, "not-a-date"),
        ("Nights", None, "not-a-date"),
    ],
)
def test_only_a_day_that_can_be_one_day_is_taken(tmp_path: Path, said: str, day: date | None, code: str) -> None:
    service, notes = _one(tmp_path, assured_date=said)
    assert service.checked == day
    assert set(notes) - {"no-topic", "kind-and-step-guessed"} == ({code} if code else set())


def test_months_and_weeks_are_read_as_ours(tmp_path: Path) -> None:
    rows = [
        {"freq": "monthly", "byday": "+2TU,-1FR", "valid_from": "2026-01-01"},
        {"freq": "WEEKLY", "interval": 2, "dtstart": "2026-01-05", "opens_at": "10:00"},
        {"weekday": "Monday, di", "opens_at": "10:00"},
    ]
    service, _ = _one(tmp_path, schedules=rows)
    month, week, named = service.timetable.schedules
    assert (month.frequency, month.weekdays) == (Frequency.MONTHLY, ("2TU", "-1FR"))
    assert (week.interval, week.weekdays, week.valid_from) == (2, ("MO",), date(2026, 1, 5))
    assert named.weekdays == ("MO", "TU")


@pytest.mark.parametrize(
    "narrower",
    [
        {"bymonthday": "2,3"},
        {"count": 3},
        {"byweekno": "41"},
        {"interval": 2},
        {"freq": "YEARLY"},
        {"byday": "2MO"},
        {"byday": "XX"},
    ],
)
def test_times_that_are_narrower_than_a_week_are_kept_in_words_only(tmp_path: Path, narrower: dict[str, object]) -> None:
    service, notes = _schedule(tmp_path, opens_at="10:00", description="Alleen soms.", **narrower)
    assert service.timetable.schedules == ()
    assert service.hours_text == "Alleen soms."
    assert "schedule-in-words" in notes


def test_ages_words_and_areas_make_it_something_to_ask(tmp_path: Path) -> None:
    assert _one(tmp_path, minimum_age=12, maximum_age=17)[0].eligibility == All(
        (AtLeast("about.leeftijd", 12.0), AtMost("about.leeftijd", 17.0))
    )
    assert _one(tmp_path, eligibility_description="Voor gezinnen")[0].eligibility == Unasked()
    both = _one(tmp_path, minimum_age=55, service_areas=[{"name": "Enschede"}])[0]
    assert both.eligibility == All((AtLeast("about.leeftijd", 55.0), Unasked()))
    assert both.audience == "Leeftijd: vanaf 55\nGebied: Enschede"


def test_one_price_for_all_is_a_number_and_any_other_is_words(tmp_path: Path) -> None:
    assert _one(tmp_path, cost_options=[{"amount": "2,50", "currency": "eur"}])[0].cost_cents == 250
    under = _one(tmp_path, cost_options=[{"amount": 35, "currency": "gbp", "option": "Onder de 18"}])[0]
    assert (under.cost_cents, under.cost) == (None, "Onder de 18 GBP 35.00")


def test_an_address_abroad_is_kept_and_told(tmp_path: Path) -> None:
    place = {
        "location_type": "physical",
        "latitude": 37.5,
        "longitude": "-122.2",
        "addresses": [{"address_1": "Main St 1", "postal_code": "94063", "city": "Redwood City", "country": "US"}],
    }
    service, notes = _one(tmp_path, service_at_locations=[{"location": place}])
    assert service.location == Location("Main St 1, 94063", "", "Redwood City, US")
    assert {"abroad", "coordinates-abroad", "postcode-in-address"} <= set(notes)
    assert _data(notes["coordinates-abroad"])["found"] == "37.5, -122.2"


def test_a_dutch_postcode_is_written_our_way(tmp_path: Path) -> None:
    place = {"addresses": [{"address_1": "Dorpsstraat 1", "postal_code": "7544 dc", "city": "Enschede", "country": "NL"}]}
    service, _ = _one(tmp_path, service_at_locations=[{"location": place}])
    assert service.location == Location("Dorpsstraat 1", "7544DC", "Enschede")


def test_phones_without_anybody_to_speak_are_left_out_and_told(tmp_path: Path) -> None:
    rows = [{"number": '"053 1234567"'}, {"number": "053-123 45 67"}, {"number": "1", "type": "fax"}, {"number": "bel ons"}, 7]
    service, notes = _one(tmp_path, phones=rows)
    assert service.phones == (Phone("053 1234567"),)
    assert {"phone-not-spoken", "not-a-phone", "not-an-object"} <= set(notes)


def test_addresses_of_mail_and_web_are_checked(tmp_path: Path) -> None:
    service, notes = _one(tmp_path, email="geen mail", url="www.voorbeeld.example")
    assert (service.email, service.url) == ("", "https://www.voorbeeld.example")
    assert {"not-an-email", "url-completed"} <= set(notes)
    assert _one(tmp_path, url="javascript:alert(1)")[0].url == ""


def test_terms_of_ours_become_topics_and_others_are_told(tmp_path: Path) -> None:
    terms = [{"taxonomy_term": {"code": "geld", "name": "Geld"}}, {"taxonomy_term": {"code": "123", "name": "Dogs"}}]
    service, notes = _one(tmp_path, attributes=terms)
    assert service.topics == ("geld",)
    assert notes["term-left"].data == (("found", "123"), ("count", "1"))


def test_what_we_do_not_keep_is_told_once_a_field(tmp_path: Path) -> None:
    read = _read(tmp_path, [{**PLAIN, "id": f"dienst-{n}", "wait_time": "lang", "nieuw": {"a": 1}} for n in range(3)])
    left = {_data(finding)["field"]: _data(finding)["count"] for finding in read.repaired if finding.code == "field-left"}
    assert left == {"service.wait_time": "3", "service.nieuw": "3"}


def test_double_ids_are_one_where_they_are_the_same_and_refused_where_not(tmp_path: Path) -> None:
    read = _read(tmp_path, [PLAIN, {**PLAIN, "description": "meer"}, {**PLAIN, "name": "Anders", "id": f" {PLAIN['id']} "}])
    (service,) = read.services
    assert (service.name, service.description) == ("Hulp", "meer")
    (refused,) = read.refused
    assert (refused.code, refused.item) == ("double-id", PLAIN["id"])
    assert {"double-same", "id-padded"} <= {finding.code for finding in read.repaired}


def test_an_organization_has_one_name(tmp_path: Path) -> None:
    other = {**PLAIN, "id": "twee", "organization": {**ORGANIZATION, "name": "Anders"}}
    read = _read(tmp_path, {"contents": [PLAIN, other]})
    assert {service.organization.name for service in read.services} == {"De Stichting"}
    assert "organization-two-names" in {finding.code for finding in read.repaired}


def test_ids_that_anybody_may_have_carry_the_name_of_the_organization(tmp_path: Path) -> None:
    service, _ = _one(tmp_path, id=" 12 ", organization={"id": 3, "name": "Humanitas Twente"})
    assert (service.id, service.organization) == ("humanitas-twente-12", Organization("humanitas-twente-3", "Humanitas Twente"))


def test_without_id_or_name_it_is_refused_with_its_line(tmp_path: Path) -> None:
    text = json.dumps([{**PLAIN, "id": " "}, {**PLAIN, "name": ""}], indent=0)
    read = _read(tmp_path, text)
    assert [(finding.code, finding.item) for finding in read.refused] == [("without-id", ""), ("without-name", PLAIN["id"])]
    assert [finding.line for finding in read.refused] == [2, 11]
