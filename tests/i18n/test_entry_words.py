"""An entry field by field in Dutch."""

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.fakes import SERVICES, SMALL_PACK
from tests.fictional import fictional_services
from wijkwijzer_desktop.domain.editing import FlagReason, How, Likeness
from wijkwijzer_desktop.domain.schedule import Closure, Timetable
from wijkwijzer_desktop.domain.service import Interest, Kind, Location, Organization, Phone, ReferralNeed, Service, Status, Step
from wijkwijzer_desktop.i18n.catalogue_words import (
    checked_words,
    field_names,
    flag_words,
    how_words,
    kind_name,
    likeness_name,
    referral_name,
    status_name,
    step_name,
)
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.i18n.translator import Translator

DUTCH = Translator()
BANK = SERVICES[3]


@pytest.fixture
def words() -> EntryWords:
    return EntryWords(DUTCH, SMALL_PACK)


def test_every_field_of_a_service_has_a_name() -> None:
    assert set(field_names(DUTCH)) == {field.name for field in fields(Service)}


def test_every_value_has_a_word_of_its_own() -> None:
    for said in (
        [kind_name(kind, DUTCH) for kind in Kind],
        [status_name(status, DUTCH) for status in Status],
        [step_name(step, DUTCH) for step in Step],
        [referral_name(need, DUTCH) for need in ReferralNeed],
        [flag_words(reason, DUTCH) for reason in FlagReason],
        [likeness_name(likeness, DUTCH) for likeness in Likeness],
        [how_words(how, new=new, translator=DUTCH) for how, new in ((How.EDITED, True), *((how, False) for how in How))],
    ):
        assert len(set(said)) == len(said)
        assert all(said)


def test_only_what_differs_is_told_as_it_was_and_as_it_is(words: EntryWords) -> None:
    after = replace(BANK, phones=(Phone("053 1", "overdag"), Phone("053 2")), cost_cents=0, checked=date(2026, 11, 3))
    said = {one.field: (one.before, one.after) for one in words.differences(BANK, after)}
    assert said == {
        "phones": ("053 000 00 00", "053 1 (overdag)\n053 2"),
        "cost_cents": ("–", "gratis"),
        "checked": ("–", "3 nov 2026"),
    }
    assert words.differences(BANK, BANK) == ()


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"organization": Organization("a", "Alifa")}, "organization", "Alifa"),
        ({"topics": ("geld.schulden", "weg")}, "topics", "Schulden, weg"),
        (
            {"location": Location("Straat 1", "7511AA", "Enschede", visit=False)},
            "location",
            "Straat 1, 7511AA Enschede (alleen post)",
        ),
        ({"location": None}, "location", "–"),
        ({"languages": ("tr", "ar")}, "languages", "Turks, Arabisch"),
        ({"documents": ("digid", "een brief")}, "documents", "DigiD en een brief"),
        ({"interests": (Interest.MOVING, Interest.NATURE)}, "interests", "Bewegen, Natuur en dieren"),
        ({"ask_for": "de gastvrouw"}, "ask_for", "de gastvrouw"),
        ({"buddy": ""}, "buddy", "–"),
        ({"cost_cents": 750}, "cost_cents", "€ 7,50"),
        ({"status": Status.ENDED}, "status", "gestopt"),
        ({"kind": Kind.HELPLINE}, "kind", "hulplijn"),
        ({"step": Step.SELF_HELP}, "step", "zelf doen"),
        ({"referral": ReferralNeed.NEEDED}, "referral", "verwijzing nodig"),
        ({}, "eligibility", "Voor iedereen."),
        ({}, "timetable", "ma-vr 09:00-17:00"),
        ({}, "sources", "https://voorbeeld.example/ (2026-09)"),
    ],
)
def test_values_in_words(words: EntryWords, changed: dict[str, object], field: str, said: str) -> None:
    service = replace(BANK, **changed)  # type: ignore[arg-type]
    assert words.value(service, field).replace("\u00a0", " ") == said


def test_a_closure_is_told_with_its_days(words: EntryWords) -> None:
    timetable = Timetable(
        (), (Closure(date(2026, 12, 21), date(2027, 1, 3), "kerst"), Closure(date(2026, 12, 5), date(2026, 12, 5)))
    )
    said = words.value(replace(BANK, timetable=timetable), "timetable")
    assert said == "dicht: 21 dec 2026 tot en met 3 jan 2027 (kerst)\ndicht: 5 dec 2026"


def test_whatever_an_entry_holds_can_be_said(words: EntryWords) -> None:
    for service in fictional_services(200, seed=5):
        assert all(words.value(service, field) for field in field_names(DUTCH))


def test_what_was_never_checked() -> None:
    assert checked_words(None, DUTCH) == "nooit"
