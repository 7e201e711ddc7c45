"""What professionals read: who is who, with nothing invented and nothing left empty."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desk.sheets.samples import ANNE, ENTRIES, MEETING, NETWORK, PRACTICE, UNKNOWN_PRACTICE, known, said
from wijkwijzer_desktop.desk.sheets.professionals.agenda import agenda_sheet
from wijkwijzer_desktop.desk.sheets.professionals.neighbourhood import neighbourhood_sheet
from wijkwijzer_desktop.desk.sheets.professionals.news import news_sheet
from wijkwijzer_desktop.desk.sheets.professionals.practice import practice_card
from wijkwijzer_desktop.domain.network import Agreement, Network, Reach, Route
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.sheet import LinesBlock, TableBlock
from wijkwijzer_desktop.domain.slip import Slip

UNKNOWN = "nog niet bekend"


def rows(slip: Slip, title: str) -> list[list[str]]:
    """Cells of the table with this title."""
    return [
        [cell.dutch for cell in row]
        for block in slip.blocks
        if isinstance(block, TableBlock) and block.title.dutch == title
        for row in block.rows
    ]


def test_the_card_of_a_practice_says_who_when_and_how() -> None:
    card = practice_card(known(), PRACTICE)
    words = said(card)
    assert words[0] == "Huisartsenpraktijk De Linde"
    assert "Telefoon: 053 000 00 05" in words
    assert rows(card, "Wijkteam en praktijk") == [
        [
            "Anne Verzonnen, wijkteammedewerker",
            "Iemand van het wijkteam zit in de praktijk. Di 09:00–12:00. Klop aan bij kamer 3.",
            "053 000 00 01; anne@voorbeeld.nl; di en do",
            "Wesselerbrink",
        ]
    ]
    assert "praktijkondersteuner voor psychische klachten, verpleegkundig specialist" in words
    assert rows(card, "Voor de hele stad") == [["Gemeente", "ketenregisseur", "053 000 00 09"]]
    assert "Nagevraagd op 3 nov 2026." in words


def test_the_card_has_the_routes_with_who_does_them() -> None:
    entry = next(iter(ENTRIES.values()))
    routes = (Route("een", "schulden", (entry.id,)), Route("twee", "eenzaam zijn", ("bestaat-niet",)))
    found = rows(practice_card(known(replace(NETWORK, routes=routes)), PRACTICE), "Waarvoor patiënten vaak komen")
    assert [row[:2] for row in found] == [["schulden", entry.name], ["eenzaam zijn", UNKNOWN]]


def test_a_card_holds_ten_routes_at_most() -> None:
    routes = tuple(Route(str(n), f"vraag {n}", ()) for n in range(15))
    assert len(rows(practice_card(known(replace(NETWORK, routes=routes)), PRACTICE), "Waarvoor patiënten vaak komen")) == 10


def test_a_practice_of_which_nothing_is_known_says_so_and_whom_to_ask() -> None:
    words = said(practice_card(known(Network({UNKNOWN_PRACTICE.id: UNKNOWN_PRACTICE})), UNKNOWN_PRACTICE))
    assert "Hoe het wijkteam hier werkt, is nog niet bekend." in words
    assert "Dat weten we nog niet. Vraag het in de praktijk." in words
    assert "Dat is nog niet ingevuld." in words
    assert "Iets nog niet bekend? Bel Wijkteam: 053 481 79 00." in words
    assert "Nog niet nagevraagd." in words


def test_an_agreement_without_a_contact_or_times_says_what_is_missing() -> None:
    practice = replace(PRACTICE, agreements=(Agreement(Reach.PHONE),))
    card = practice_card(known(), practice)
    assert rows(card, "Wijkteam en praktijk") == [[UNKNOWN, "Per telefoon. Wanneer: nog niet bekend.", UNKNOWN, "hele stad"]]
    assert sum(word.startswith("Iets nog niet bekend?") for word in said(card)) == 1


def test_the_sheet_of_a_neighbourhood_says_who_decides_what() -> None:
    sheet = neighbourhood_sheet(known(), "wesselerbrink")
    words = said(sheet)
    assert words[:2] == ["Wie is wie: Wesselerbrink", "Bijgewerkt tot 24 nov 2026"]
    anne, other, chain = rows(sheet, "")
    assert anne == [
        "Wijkteam Zuid",
        "Anne Verzonnen, wijkteammedewerker",
        "Ja: een beschikking afgeven. Nee: een uitkering toekennen.",
        "053 000 00 01; anne@voorbeeld.nl; di en do",
        "Sinds 1 sep 2025. Invaller: wijkteammedewerker.",
    ]
    assert other[2:] == [UNKNOWN, UNKNOWN, "Nagevraagd op 1 mrt 2026."]
    assert chain[0] == "Gemeente"
    assert rows(sheet, "Huisartsen")[0] == ["Huisartsenpraktijk De Linde", "Anne Verzonnen, wijkteammedewerker", "053 000 00 05"]
    assert rows(sheet, "Overleg") == [["MDO Zuid", "Do 13:00–14:00", "De Magneet"]]
    assert "Voor professionals. Geef dit blad niet aan bezoekers." in words


def test_another_neighbourhood_has_only_who_is_there_for_everywhere() -> None:
    sheet = neighbourhood_sheet(known(), "centrum")
    assert [row[0] for row in rows(sheet, "")] == ["Gemeente"]
    assert "Anne Verzonnen, wijkteammedewerker" not in said(sheet)


def test_the_news_of_a_month_has_the_dates_on_it() -> None:
    sheet = news_sheet(known(), place="wesselerbrink")
    assert rows(sheet, "Nieuw deze maand") == [
        ["20 nov 2026", "Wijkteam Zuid: Anne Verzonnen, wijkteammedewerker", "053 000 00 01; anne@voorbeeld.nl; di en do"]
    ]
    assert rows(sheet, "Veranderd deze maand") == [
        ["10 nov 2026", "Huisartsenpraktijk De Linde", "Anders: afspraken met het wijkteam en wie er ook helpt."]
    ]
    assert rows(sheet, "Weg deze maand")[0][:2] == ["9 nov 2026", "Contact"]
    assert not any("ketenregisseur" in word for word in said(sheet))


def test_the_news_for_a_practice_is_about_it_and_its_contacts() -> None:
    sheet = news_sheet(known(), practice=PRACTICE)
    assert [row[1] for row in rows(sheet, "Nieuw deze maand")] == ["Wijkteam Zuid: Anne Verzonnen, wijkteammedewerker"]
    assert said(sheet)[1] == "Huisartsenpraktijk De Linde"


def test_a_month_without_news_says_so() -> None:
    assert "Deze maand is er niets nieuw of veranderd." in said(news_sheet(known(replace(NETWORK, news=()))))


def test_the_agenda_has_room_for_every_point_and_no_case() -> None:
    sheet = agenda_sheet(known(), MEETING)
    words = said(sheet)
    assert words[0] == "MDO Zuid"
    assert {"Wanneer: 26 nov 2026 om 13:00", "Waar: De Magneet", "Wie: wijkteam, huisartsen"} <= set(words)
    lines = [block for block in sheet.blocks if isinstance(block, LinesBlock)]
    assert [block.title.dutch for block in lines] == ["1. Welkom", "2. Nieuws", "Wat verder ter tafel komt"]
    assert all(block.count > 0 for block in lines)
    assert "Op dit blad staan geen namen van bewoners, en geen casussen." in words


def test_a_meeting_of_which_nothing_is_known_can_be_filled_in() -> None:
    words = said(agenda_sheet(known(), replace(MEETING, timetable=Timetable(), place="", who=(), agenda=())))
    assert {"Wanneer: nog niet bekend.", "Waar: nog niet bekend.", "Wie: nog niet bekend."} <= set(words)
    assert "Agenda: vul samen in" in words


@pytest.mark.parametrize("asked", [date(2026, 8, 25), date(2026, 11, 24)])
def test_who_was_asked_lately_is_not_marked(asked: date) -> None:
    network = replace(NETWORK, contacts={"a": replace(ANNE, id="a", stands_in="", confirmed=asked)})
    assert rows(neighbourhood_sheet(known(network), "wesselerbrink"), "")[0][4] == "Sinds 1 sep 2025."
