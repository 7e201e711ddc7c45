"""What the domain gives as data, in plain Dutch."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.desk.fakes import PACK, TUESDAY_TEN, place, service, wording
from wijkwijzer_desktop.domain.concern import Said
from wijkwijzer_desktop.domain.matching import (
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    ManyDomains,
    Opens,
    Reason,
    SomeoneToTalkTo,
    Speaks,
    WasChecked,
    YouSaid,
)
from wijkwijzer_desktop.domain.schedule import UNKNOWN_OPENING, ZONE, Open, Opening
from wijkwijzer_desktop.domain.service import Kind, Location, ReferralNeed, Service, Step
from wijkwijzer_desktop.i18n.languages import language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording


def local(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def thing(**changes: object) -> Service:
    return replace(service("x", Kind.SERVICE, Step.VOLUNTEER, "geld"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("opening", "words", "moment"),
    [
        (Opening(Open.NOW, until=local(11, 24, 17)), "Nu open, tot 17:00", "vandaag, tot 17:00"),
        (Opening(Open.NOW, until=local(11, 25, 2)), "Nu open, tot morgen 02:00", "vandaag, tot 02:00"),
        (Opening(Open.NOW, until=local(11, 28, 0)), "Nu open, tot za 28 nov 00:00", "vandaag, tot 00:00"),
        (Opening(Open.NOW, until=local(12, 3, 0)), "Dag en nacht open", "vandaag, tot 00:00"),
        (Opening(Open.NOW, until=local(11, 24, 17), starts=local(12, 1, 9)), "Nu open, tot 17:00", "vandaag, tot 17:00"),
        (Opening(Open.LATER, starts=local(11, 24, 13, 30)), "Vandaag open om 13:30", "di 24 nov 13:30"),
        (Opening(Open.LATER, starts=local(11, 25, 9)), "Morgen open om 09:00", "wo 25 nov 09:00"),
        (Opening(Open.LATER, starts=local(11, 26, 9)), "Open do 26 nov om 09:00", "do 26 nov 09:00"),
        (Opening(Open.UNKNOWN, day=date(2026, 11, 26)), "Do 26 nov. Vraag hoe laat.", "do 26 nov"),
        (UNKNOWN_OPENING, "Vraag wanneer het open is.", "vraag wanneer"),
    ],
)
def test_opening(opening: Opening, words: str, moment: str) -> None:
    assert wording().opening(opening, TUESDAY_TEN) == words
    assert wording().reason(Opens(opening), TUESDAY_TEN) == words
    assert wording().moment(opening) == moment


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (IsUrgent("zelfdoding"), "Denkt u aan de dood?"),
        (IsAway(0), "Bij u in de buurt"),
        (IsAway(1), "Ongeveer 1 km"),
        (Speaks("tr"), "Hier spreekt men Turks."),
        (Speaks("nl"), "Hier spreekt men Nederlands."),
        (AskAbout(("about.leeftijd",)), "Misschien voor u. Vraag naar uw leeftijd."),
        (AskAbout(("about.leeftijd", "about.area")), "Misschien voor u. Vraag naar uw leeftijd en waar u woont."),
        (AskAbout(("geld.brief",)), "Misschien voor u. Vraag het na."),
        (AskAbout(("weg",)), "Misschien voor u. Vraag het na."),
        (WasChecked(date(2026, 11, 3), "", call_first=False), "Nagekeken op 3 nov 2026."),
        (WasChecked(date(2025, 11, 3), "", call_first=True), "Nagekeken op 3 nov 2025. Bel eerst."),
        (WasChecked(None, "2026-09", call_first=True), "Nog niet nagekeken. Bel eerst."),
        (ClosedUntil(None), "Nu tijdelijk dicht. Bel eerst."),
        (ClosedUntil(date(2027, 1, 3)), "Dicht tot en met 3 jan 2027."),
        (ManyDomains(3), "U heeft zorgen op meer plekken. Begin met één gesprek over alles."),
        (SomeoneToTalkTo(), "Hier is altijd iemand om mee te praten."),
        (YouSaid(Said("begin.topics", ("geld",))), "U koos: Geld."),
        (YouSaid(Said("begin.topics", ("geld", "pijn", "alles"))), "U koos: Geld en Pijn."),
        (
            YouSaid(Said("geld.rekeningen", ("soms-niet",))),
            "“Lukt het om uw rekeningen te betalen?” U zei: Soms lukt het mij niet.",
        ),
        (YouSaid(Said("help.wie", ("familie", "huisarts"))), "“Wie helpt u al?” U zei: Familie en Huisarts."),
    ],
)
def test_every_reason_has_its_sentence(reason: Reason, words: str) -> None:
    assert wording().reason(reason, TUESDAY_TEN) == words


def test_the_contents_own_words() -> None:
    words = wording()
    question = PACK.questionnaire.question("geld.rekeningen")
    assert words.question(question) == "Lukt het om uw rekeningen te betalen?"
    assert words.option(question, question.options[0]) == "Ja"
    assert words.help(question) == ""
    assert words.topic(PACK.topics_by_id["geld.schulden"]) == "Ik heb schulden"
    assert words.signal_text(PACK.signals_by_id["zelfdoding"]) == "Bel nu 113."


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (place("7544"), "Hertmebrink 1, Enschede"),
        (Location("", "", "Enschede"), "Enschede"),
        (Location("Postbus 1", "7500AA", "Enschede", visit=False), ""),
        (None, ""),
    ],
)
def test_address(location: Location | None, words: str) -> None:
    assert wording().services.address(thing(location=location)) == words


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (ReferralNeed.NEEDED, "Iemand moet u aanmelden. Vraag het aan de balie."),
        (ReferralNeed.NONE, ""),
        (ReferralNeed.UNKNOWN, "Vraag of u zich moet aanmelden."),
    ],
)
def test_how_to_get_in(need: ReferralNeed, words: str) -> None:
    assert wording().services.referral(thing(referral=need)) == words


def test_a_line_of_nothing_but_names_and_times_runs_from_the_right_where_it_must() -> None:
    arabic = Wording(Translator(language("ar")), PACK)
    there = thing(location=place("7544"))
    starts = Opening(Open.LATER, starts=local(11, 24, 13, 30))
    for line in (arabic.where(there, IsAway(3)), arabic.moment(starts), arabic.reached(there, starts, TUESDAY_TEN)):
        assert (line[0], line[-1]) == ("\u2067", "\u2069")
    assert arabic.where(there, None) == "\u2066Hertmebrink 1, Enschede\u2069"
    assert wording().where(there, IsAway(3)) == "Hertmebrink 1, Enschede. Ongeveer 3 km"
    assert wording().where(thing(location=None), IsAway(3)) == "Ongeveer 3 km"
    assert wording().where(thing(location=None), None) == ""
