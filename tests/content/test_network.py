"""The file of who is behind the services: read whole or refused with its lines, and what is shipped holds."""

import re
from pathlib import Path

import pytest

from tests.domain.network_samples import KNOWN
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.language import sentences, words_in
from wijkwijzer_desktop.content.network import load_network, network_findings
from wijkwijzer_desktop.content.words import words
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.network import Network, Reach
from wijkwijzer_desktop.domain.network_checks import known_in
from wijkwijzer_desktop.domain.network_rules import contacts_in, may_stand_on_paper
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Kind, Status

LISTS = ("practices", "contacts", "routes", "meetings")
SOURCES = 'sources: [{url: https://example.org/, on: "2026", evidence: page}]'


def write(folder: Path, **rows: str) -> Path:
    lines = [f"{name}:\n{rows[name]}" if name in rows else f"{name}: []" for name in LISTS]
    (folder / "network.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_none_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_network(tmp_path) == Network()
    assert network_findings(tmp_path, KNOWN) == ()


def test_days_and_hours_are_those_of_the_file(tmp_path: Path) -> None:
    row = (
        "  - id: huisarts-linde\n    agreements:\n      - reach: in-practice\n        contact: wijkcoach\n        timetable:\n"
        '          schedules: [{frequency: WEEKLY, weekdays: [TU], opens: "09:00", closes: "12:00"}]\n'
        f"    {SOURCES}\n"
    )
    contact = f"  - {{id: wijkcoach, function: wijkcoach, organization: Wijkteam, {SOURCES}}}\n"
    network = load_network(write(tmp_path, practices=row, contacts=contact))
    (agreement,) = network.practices["huisarts-linde"].agreements
    (schedule,) = agreement.timetable.schedules
    assert (agreement.reach, agreement.contact) == (Reach.IN_PRACTICE, "wijkcoach")
    assert (schedule.weekdays, str(schedule.opens), str(schedule.closes)) == (("TU",), "09:00:00", "12:00:00")
    assert network_findings(tmp_path, KNOWN) == ()


@pytest.mark.parametrize(
    ("name", "row", "code"),
    [
        ("contacts", "{id: x, function: a, organization: b}", "missing-key"),
        ("contacts", "{id: x, function: ' ', organization: b, sources: [{url: u}]}", "blank"),
        ("contacts", "{id: x, function: a, organization: b, sources: [{url: u}], since: 2026-02-30}", "malformed"),
        ("contacts", "{id: x, function: a, organization: b, sources: [{url: u}], private: 06}", "unknown-key"),
        ("practices", "{id: x, sources: [{url: u}], helpers: [dokter]}", "not-one-of"),
        ("practices", "{id: x, sources: [{url: u}], agreements: [{reach: bezoek}]}", "not-one-of"),
        ("routes", "{id: x, what: Schulden, services: []}", "too-few"),
        ("routes", "{id: x, what: Schulden, services: [bank], icpc: [P76]}", "malformed"),
        (
            "meetings",
            "{id: x, name: MDO, sources: [{url: u}], timetable: {schedules: [{frequency: WEEKLY, weekdays: [2TU]}]}}",
            "malformed",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, name: str, row: str, code: str) -> None:
    folder = write(tmp_path, **{name: f"  - {row}\n"})
    with pytest.raises(ContentRefusedError) as refused:
        load_network(folder)
    line = 2 + LISTS.index(name)
    assert [(finding.code, finding.line) for finding in refused.value.findings] == [(code, line)]
    assert network_findings(folder, KNOWN) == refused.value.findings


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "  - {id: schulden, what: Schulden, services: [bank]}\n"
    with pytest.raises(ContentRefusedError) as refused:
        load_network(write(tmp_path, routes=row * 2))
    assert [(finding.code, finding.line, finding.item) for finding in refused.value.findings] == [("duplicate-id", 5, "schulden")]


def test_a_name_that_leads_nowhere_has_its_line_and_words(tmp_path: Path) -> None:
    contact = f"  - {{id: a, function: f, organization: o, name: Iemand, stands_in: b, service: nergens, {SOURCES}}}\n"
    findings = network_findings(write(tmp_path, contacts=contact), KNOWN)
    codes = ["network-unpublished", "network-unknown-service", "network-unknown-contact"]
    assert [(finding.code, finding.line, finding.item) for finding in findings] == [(code, 3, "a") for code in codes]
    assert all("{" not in words(finding) and "kent het programma" not in words(finding) for finding in findings)


def test_what_is_shipped_holds() -> None:
    folder = paths.content()
    assert network_findings(folder, known_in(load_pack(folder), load_catalogue(folder))) == ()


def test_the_six_practices_of_the_first_year_are_shipped_without_invented_details() -> None:
    folder = paths.content()
    network = load_network(folder)
    entries = {service.id: service for service in load_catalogue(folder) if service.kind is Kind.PRACTICE}
    assert list(network.practices) == list(entries)
    assert [entry.name.removeprefix("Huisartsenpraktijk ") for entry in entries.values()] == [
        "Madioenstraat",
        "Bleekhofstraat",
        "Nijhof/Franke",
        "Comsa",
        "Richters",
        "Van Huizen en Slinkman",
    ]
    for entry in entries.values():
        assert (entry.status, entry.checked) == (Status.UNCONFIRMED, None)
        assert (entry.phones, entry.location, entry.email, entry.timetable) == ((), None, "", Timetable())
        assert entry.sources[0].url.startswith("https://www.enschede.nl/")
    for practice in network.practices.values():
        (agreement,) = practice.agreements
        assert (agreement.contact, agreement.timetable, practice.confirmed) == ("", Timetable(), None)
        assert all(source.url and source.on for source in practice.sources)


def test_no_person_is_shipped_and_nothing_is_said_to_be_confirmed() -> None:
    network = load_network(paths.content())
    for contact in network.contacts.values():
        assert (contact.name, contact.phone, contact.email, contact.confirmed) == ("", None, "", None)
        assert contact.sources
    assert [contact.id for contact in network.contacts.values() if not may_stand_on_paper(contact)] == ["ketenregisseur"]


def test_a_neighbourhood_with_a_counter_has_it_first() -> None:
    folder = paths.content()
    places = load_pack(folder).places
    assert contacts_in(load_network(folder), "wesselerbrink", places)[0].service == "wijkwijzer-magneet"


def test_a_card_has_ten_routes_of_existing_topics() -> None:
    folder = paths.content()
    routes = load_network(folder).routes
    assert len(routes) == 10
    assert all(route.icpc and route.topics for route in routes)
    topics = [topic for route in routes for topic in route.topics]
    assert len(topics) == len(set(topics))


def test_what_is_shipped_is_plain_dutch() -> None:
    network = load_network(paths.content())
    told = [contact.function for contact in network.contacts.values()] + [route.what for route in network.routes]
    told += [mandate.what for contact in network.contacts.values() for mandate in contact.mandates]
    told += [agreement.note for practice in network.practices.values() for agreement in practice.agreements]
    for sentence in (sentence for text in told for sentence in sentences(text)):
        assert words_in(sentence) <= 12, sentence
        assert max(map(len, re.findall(r"[^\W\d_]+", sentence))) <= 14, sentence
