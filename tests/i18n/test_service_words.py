"""A service in another language: translated, from its facts, or as Dutch."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.desk.fakes import PACK, service
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Kind, Location, Phone, ReferralNeed, Service, Step, Told, Translation
from wijkwijzer_desktop.i18n.languages import DUTCH, language
from wijkwijzer_desktop.i18n.service_words import KNOWN_DOCUMENTS, ServiceWords
from wijkwijzer_desktop.i18n.translator import Translator

TUESDAY = date(2026, 11, 24)
SAID = {
    Told.DESCRIPTION: ("Samen kijken naar uw geld.", "Paranıza birlikte bakarız."),
    Told.AUDIENCE: ("Iedereen", "Herkes"),
    Told.HOURS: ("Maandag van 9.00 tot 12.00 uur.", "Pazartesi 9.00-12.00."),
    Told.COST: ("kleine bijdrage", "küçük bir katkı"),
    Told.REFERRAL: ("U kunt zelf bellen.", "Kendiniz arayabilirsiniz."),
    Told.DOCUMENTS: ("uw brieven", "mektuplarınız"),
    Told.ASK_FOR: ("de gastvrouw", "ev sahibesi"),
    Told.BUDDY: ("Een vrijwilliger gaat mee.", "Bir gönüllü sizinle gelir."),
}
THING = replace(
    service("hulp", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden"),
    description=SAID[Told.DESCRIPTION][0],
    audience=SAID[Told.AUDIENCE][0],
    hours_text=SAID[Told.HOURS][0],
    cost=SAID[Told.COST][0],
    referral_text=SAID[Told.REFERRAL][0],
    documents=(SAID[Told.DOCUMENTS][0],),
    ask_for=SAID[Told.ASK_FOR][0],
    buddy=SAID[Told.BUDDY][0],
    timetable=Timetable((Schedule(Frequency.WEEKLY, ("MO",), time(9), time(12)),)),
)
TRANSLATED = replace(THING, translations=tuple(Translation("tr", told, dutch, text) for told, (dutch, text) in SAID.items()))


def words(code: str = "tr") -> ServiceWords:
    return ServiceWords(Translator(language(code)), PACK)


def all_of(thing: Service, code: str) -> dict[Told, str]:
    say = words(code)
    return {
        Told.DESCRIPTION: say.what(thing),
        Told.AUDIENCE: say.audience(thing),
        Told.HOURS: say.hours(thing, TUESDAY),
        Told.COST: say.cost(thing),
        Told.REFERRAL: say.referral(thing),
        Told.DOCUMENTS: say.documents(thing),
        Told.ASK_FOR: say.ask_for(thing),
        Told.BUDDY: say.buddy(thing),
    }


def test_a_translation_is_said_as_it_is() -> None:
    assert all_of(TRANSLATED, "tr") == {
        told: text.rstrip(".") if told is Told.HOURS else text for told, (_, text) in SAID.items()
    }
    assert words("tr").as_dutch(TRANSLATED) == ""


def test_dutch_is_said_in_dutch_whatever_is_translated() -> None:
    dutch = all_of(TRANSLATED, "nl")
    assert dutch == {told: text.rstrip(".") if told is Told.HOURS else text for told, (text, _) in SAID.items()}
    assert words(DUTCH.code).as_dutch(TRANSLATED) == ""


def test_a_translation_of_an_older_text_or_a_draft_is_never_said() -> None:
    new = "Iets nieuws"
    texts = {"description": new, "audience": new, "hours_text": new, "cost": new, "referral_text": new}
    texts |= {"ask_for": new, "buddy": new}
    older = replace(TRANSLATED, documents=("Nieuw",), **texts)  # type: ignore[arg-type]
    drafts = replace(THING, translations=tuple(Translation("tr", told, "", text) for told, (_, text) in SAID.items()))
    for thing in (older, drafts):
        told = " ".join(all_of(thing, "tr").values())
        assert not any(text.rstrip(".") in told for _, text in SAID.values())


def test_without_a_translation_the_facts_are_told() -> None:
    plain = all_of(replace(THING, cost_cents=0, referral=ReferralNeed.UNKNOWN, documents=("DigiD", "een pas")), "tr")
    assert plain == {
        Told.DESCRIPTION: "Hulp van een vrijwilliger. Het gaat over: “Ik heb schulden”.",
        Told.AUDIENCE: "Iedereen",
        Told.HOURS: "Pzt 09:00–12:00",
        Told.COST: "gratis",
        Told.REFERRAL: "Vraag of u zich moet aanmelden.",
        Told.DOCUMENTS: "DigiD ve een pas",
        Told.ASK_FOR: "de gastvrouw",
        Told.BUDDY: "Een vrijwilliger gaat mee.",
    }
    assert words().as_dutch(THING) == "In het Nederlands: Samen kijken naar uw geld."


def test_what_has_no_facts_either_stays_dutch() -> None:
    bare = replace(THING, timetable=Timetable(), topics=("onbekend",))
    assert words().hours(bare, TUESDAY) == "Maandag van 9.00 tot 12.00 uur"
    assert words().what(bare) == "Hulp van een vrijwilliger."
    assert words().cost(bare) == "kleine bijdrage"
    assert words().referral(bare) == "U kunt zelf bellen."
    assert words("ar").referral(bare) == "\u2066U kunt zelf bellen.\u2069"
    assert words().what(replace(bare, description="")) == ""


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("step", Step)
def test_every_kind_of_help_has_one_plain_sentence(code: str, kind: Kind, step: Step) -> None:
    for phones in ((), (Phone("112"),)):
        said = words(code).kind(replace(THING, kind=kind, step=step, phones=phones))
        assert said.endswith(".")
        assert len(said.split()) <= 12


def test_at_most_four_subjects_and_only_those_that_exist() -> None:
    many = replace(THING, topics=("geld", "weg", "contact", "veilig", "somber", "pijn"))
    assert words("nl").subjects(many) == "Het gaat over: “Geld”, “Contact”, “Veilig” en “Somber”."


@pytest.mark.parametrize(("cents", "cost"), [(0, "gratis"), (800, "€\xa08"), (10, "€\xa00,10"), (None, "")])
def test_a_price_is_said_where_there_is_no_sentence(cents: int | None, cost: str) -> None:
    assert words("nl").cost(replace(THING, cost="", cost_cents=cents)) == cost


@pytest.mark.parametrize("known", KNOWN_DOCUMENTS)
def test_every_known_document_has_words(known: str) -> None:
    assert words("nl").documents(replace(THING, documents=(known,))) not in {"", known}


def test_numbers_and_addresses_keep_their_direction() -> None:
    there = replace(THING, phones=(Phone("053 481 79 00"),), location=Location("Hertmebrink 1", "", "Enschede"))
    assert words("fa").phone(there) == "\u2066053 481 79 00\u2069"
    assert words("fa").address(there) == "\u2066Hertmebrink 1, Enschede\u2069"
    assert words("tr").phone(there) == "053 481 79 00"
    assert words("fa").phone(THING) == words("fa").address(THING) == ""
