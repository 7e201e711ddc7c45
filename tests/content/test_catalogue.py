"""The shipped catalogue, and files that break a rule."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.domain.condition import ALWAYS, AtLeast, LivesIn
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError
from wijkwijzer_desktop.domain.schedule import ZONE, Frequency, OnHoliday, Open, opening_at
from wijkwijzer_desktop.domain.service import Interest, Kind, Location, Phone, ReferralNeed, Service, Source, Status, Step

SENTENCE_WORDS = 12
WORD_LETTERS = 14
CHILDREN = """
    geld.rondkomen geld.schulden post.papieren post.recht regelingen.geld werk.betaald werk.houden werk.meedoen
    wonen.huis wonen.dak wonen.energie vervoer.weg vervoer.reizen contact.eenzaam contact.gezelschap gezin.opvoeden
    gezin.relatie mantelzorg.zorgen
    veilig.thuis veilig.misbruik veilig.dwang veilig.misdrijf taal.nederlands taal.computer taal.digid
    somber.somber stress.spanning slapen.slecht
    verslaving.zelf verslaving.naaste pijn.acuut pijn.ziek bewegen.meer
    eten.geld eten.samen eten.koken zorg.kosten zorg.geen zorg.huisarts hulp.huis
"""
GOOD = """\
services:
  - id: voorbeeld
    name: Voorbeeld
    organization: {id: verzonnen, name: Verzonnen}
    kind: activity
    description: Dit is een voorbeeld.
    topics: [geld]
    step: volunteer
    status: unconfirmed
"""


@pytest.fixture(scope="module")
def shipped() -> dict[str, Service]:
    return {service.id: service for service in load_catalogue(paths.content())}


def holidays(year: int) -> frozenset[date]:
    return frozenset({date(year, 12, 25), date(year, 1, 1)})


def test_all_entries_are_there(shipped: dict[str, Service]) -> None:
    assert len(load_catalogue(paths.content())) == len(shipped) == 107
    assert sum(service.kind is Kind.COUNTER for service in shipped.values()) == 12


@pytest.mark.parametrize(
    ("service", "numbers"),
    [
        ("112", ("112",)),
        ("113", ("113", "0800-0113")),
        ("veilig-thuis-twente", ("0800-2000",)),
        ("kindertelefoon", ("0800-0432",)),
        ("spoedpost-enschede", ("088 555 11 88",)),
        ("stadsbank-oost-nederland", ("088 766 36 66",)),
        ("gemeente-enschede-14053", ("14 053", "053 481 78 00")),
        ("all4free-twente", ("06 50921417",)),
        ("centrum-seksueel-geweld", ("0800-0188",)),
        ("meldpunt-zorgwekkend-gedrag", ("0800-1205",)),
    ],
)
def test_urgent_numbers(shipped: dict[str, Service], service: str, numbers: tuple[str, ...]) -> None:
    assert tuple(phone.number for phone in shipped[service].phones) == numbers


def test_nobody_has_confirmed_anything_yet(shipped: dict[str, Service]) -> None:
    day = date(2026, 11, 24)
    assert all(service.status is Status.UNCONFIRMED and service.checked is None for service in shipped.values())
    assert all(service.call_first(day) for service in shipped.values())


@pytest.mark.parametrize("topic", CHILDREN.split())
def test_every_topic_has_somebody_to_go_to(shipped: dict[str, Service], topic: str) -> None:
    parent = topic.partition(".")[0]
    fitting = [s for s in shipped.values() if {topic, parent} & set(s.topics) and s.kind in (Kind.SERVICE, Kind.HELPLINE)]
    assert fitting


def test_topics_are_known(shipped: dict[str, Service]) -> None:
    children = set(CHILDREN.split())
    known = children | {topic.partition(".")[0] for topic in children}
    assert {topic for service in shipped.values() for topic in service.topics} <= known


def test_money_follows_the_ladder(shipped: dict[str, Service]) -> None:
    steps = {Step.SELF_HELP: set[str](), Step.VOLUNTEER: set[str](), Step.PROFESSIONAL: set[str](), Step.MUNICIPALITY: set[str]()}
    for service in shipped.values():
        if "geld.schulden" in service.topics:
            steps[service.step].add(service.id)
    assert steps[Step.SELF_HELP] == {"geldfit", "nibud"}
    assert "fikks" in steps[Step.VOLUNTEER]
    assert steps[Step.PROFESSIONAL] >= {"alifa-budgethulp", "leger-des-heils-preventieve-schuldhulp"}
    assert "stadsbank-oost-nederland" in steps[Step.MUNICIPALITY]


def texts(service: Service) -> Iterator[str]:
    yield from (service.description, service.audience, service.hours_text, service.cost, service.referral_text)
    yield from (service.ask_for, service.buddy)
    yield from service.documents


def test_texts_are_plain(shipped: dict[str, Service]) -> None:
    sentences = [s for service in shipped.values() for text in texts(service) for s in re.split(r"(?<=[.?!])\s+", text)]
    assert [s for s in sentences if len(s.split()) > SENTENCE_WORDS] == []
    assert [w for s in sentences for w in re.findall(r"[^\W\d_]+", s) if len(w) > WORD_LETTERS] == []
    assert [s for s in sentences if re.search(r"\b(je|jij|jouw|jou)\b", s)] == []


@pytest.mark.parametrize(
    ("service", "at", "state"),
    [
        ("spoedpost-enschede", "2026-11-24T12:00", Open.LATER),
        ("spoedpost-enschede", "2026-11-24T17:00", Open.NOW),
        ("spoedpost-enschede", "2026-11-25T03:00", Open.NOW),
        ("spoedpost-enschede", "2026-11-29T12:00", Open.NOW),
        ("spoedpost-enschede", "2026-11-30T07:00", Open.NOW),
        ("spoedpost-enschede", "2026-11-30T09:00", Open.LATER),
        ("spoedpost-enschede", "2026-12-25T12:00", Open.NOW),
        ("113", "2026-12-25T04:00", Open.NOW),
        ("thoen", "2026-12-25T12:00", Open.LATER),
        ("kickass-autismecafe", "2026-11-24T20:00", Open.NOW),
        ("kickass-autismecafe", "2026-11-17T20:00", Open.LATER),
        ("resto-vanharte-magneet", "2026-11-24T20:00", Open.UNKNOWN),
        ("connect-u-koffie", "2026-11-24T12:00", Open.UNKNOWN),
        ("wijkwijzer-magneet", "2026-11-24T12:00", Open.UNKNOWN),
    ],
)
def test_openings(shipped: dict[str, Service], service: str, at: str, state: Open) -> None:
    assert opening_at(shipped[service].timetable, datetime.fromisoformat(at).replace(tzinfo=ZONE), holidays).state is state


def test_a_known_day_without_a_time(shipped: dict[str, Service]) -> None:
    opening = opening_at(shipped["resto-vanharte-magneet"].timetable, datetime(2026, 11, 24, 20, tzinfo=ZONE), holidays)
    assert opening.day == date(2026, 11, 26)
    assert opening.starts is None


def test_post_addresses_are_nowhere_to_go_to(shipped: dict[str, Service]) -> None:
    assert shipped["alifa-budgethulp"].location == Location("Pathmossingel 200", "7513CM", "Enschede", visit=False)
    assert shipped["all4free-twente"].location == Location("Slauerhoffstraat 25", "7552ZW", "Hengelo")


def test_the_energy_fund_is_not_advised_too_early(shipped: dict[str, Service]) -> None:
    fund = shipped["noodfonds-energie-2027"]
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2027, 5, 7), date(2027, 5, 8))
    assert [fund.valid_on(day) for day in days] == [False, True, True, False]
    assert "4 januari" in fund.description


def refused(folder: Path, text: str) -> list[tuple[str, int, str]]:
    (folder / "catalogue.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueRefusedError) as caught:
        load_catalogue(folder)
    assert all(finding.file == str(folder / "catalogue.yaml") for finding in caught.value.findings)
    return [(finding.code, finding.line, finding.item) for finding in caught.value.findings]


def test_least_and_most_that_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "catalogue.yaml").write_text(
        GOOD
        + """\
  - id: vol
    name: "'; drop table service; -- %_ {{7*7}}"
    organization: {id: verzonnen, name: Verzonnen}
    kind: service
    description: Huis & <b>thuis</b>
    audience: Iedereen
    topics: [geld.schulden, post]
    step: municipality
    status: temporarily closed
    eligibility: {all: [{question: about.leeftijd, at_least: 18}, {lives_in: [enschede]}]}
    location: {address: Voorbeeldstraat 1, postal_code: "7511AA", city: Enschede, visit: false}
    phones: [{number: 053 000 00 00, note: balie}]
    email: a@voorbeeld.example
    url: https://voorbeeld.example/
    schedules:
      - {frequency: WEEKLY, weekdays: [TU], opens: "09:00", closes: "12:30", interval: 2, valid_from: 2026-01-06,
         valid_to: 2026-12-31, on_holiday: closed, note: op afspraak}
    closures: [{first: 2026-12-21, last: 2027-01-03, note: vakantie}]
    hours_text: dinsdag
    cost: gratis
    languages: [nl, tr]
    referral: needed
    referral_text: via de huisarts
    documents: [pas]
    interests: [for-others, cooking]
    ask_for: de gastvrouw
    buddy: Een vrijwilliger gaat mee.
    sources: [{url: https://voorbeeld.example/, on: "2026-09", evidence: page}]
    checked: 2026-11-03
    check_before: 2027-05-03
    valid_from: 2026-01-01
    valid_to: 2027-12-31
    closed_until: 2026-12-01
""",
        encoding="utf-8",
    )
    least, most = load_catalogue(tmp_path)
    assert least.eligibility == ALWAYS
    assert least.referral is ReferralNeed.UNKNOWN
    assert (least.location, least.phones, least.checked, least.timetable.schedules) == (None, (), None, ())
    assert most.name == "'; drop table service; -- %_ {{7*7}}"
    assert most.eligibility.data()["all"] == [AtLeast("about.leeftijd", 18).data(), LivesIn(frozenset({"enschede"})).data()]
    schedule = most.timetable.schedules[0]
    assert (schedule.frequency, schedule.opens, schedule.interval) == (Frequency.WEEKLY, time(9), 2)
    assert schedule.on_holiday is OnHoliday.CLOSED
    assert most.timetable.closures[0].last == date(2027, 1, 3)
    assert most.phones == (Phone("053 000 00 00", "balie"),)
    assert most.sources == (Source("https://voorbeeld.example/", "2026-09", "page"),)
    assert most.interests == (Interest.FOR_OTHERS, Interest.COOKING)
    assert (most.ask_for, most.buddy) == ("de gastvrouw", "Een vrijwilliger gaat mee.")
    assert (least.interests, least.ask_for, least.buddy) == ((), "", "")
    assert (most.checked, most.closed_until) == (date(2026, 11, 3), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("    checked: 2026-13-01\n", "not-a-date"),
        ("    valid_from: 2026-02-01\n    valid_to: 2026-01-01\n", "ends-before-start"),
        ("    schedules: [{frequency: WEEKLY, weekdays: [2TU]}]\n", "weekday-form"),
        ("    schedules: [{frequency: WEEKLY, weekdays: [TU], interval: 2}]\n", "interval-without-start"),
        ("    closures: [{first: 2026-02-30, last: 2026-03-01}]\n", "not-a-date"),
        ("    eligibility: {question: about.leeftijd, gt: 18}\n", "condition-unknown-operator"),
        ("    telefoon: 112\n", "unknown-key"),
        ("    languages: []\n", "too-few"),
        ("    phones: [{number: bel maar}]\n", "malformed"),
        ("    url: javascript:alert(1)\n", "malformed"),
    ],
)
def test_fault_38_a_broken_rule_refuses_all_and_names_the_entry(tmp_path: Path, line: str, code: str) -> None:
    findings = refused(tmp_path, GOOD + line)
    assert [(found, item) for found, _, item in findings] == [(code, "voorbeeld")]
    assert findings[0][1] >= 2


def test_fault_38_double_ids_and_names(tmp_path: Path) -> None:
    again = GOOD.removeprefix("services:\n").replace("name: Verzonnen}", "name: Anders}")
    assert refused(tmp_path, GOOD + again) == [("double-id", 10, "voorbeeld"), ("organization-two-names", 12, "voorbeeld")]


def test_fault_38_what_is_missing_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, GOOD.replace("    step: volunteer\n", "")) == [("missing-key", 2, "voorbeeld")]
    assert [code for code, _, _ in refused(tmp_path, "services: []\n")] == ["too-few"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueRefusedError) as caught:
        load_catalogue(tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["file-missing"]
