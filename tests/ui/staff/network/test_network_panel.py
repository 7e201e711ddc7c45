"""The network in the workshop: found, kept, confirmed, taken back, removed; nothing lost where two change one."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.staff.network.networking import COACH, DEBTS, HERE, LONELY, MDO, NORTH, OTHER, Networking, picker
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.network import Agreement, Contact, Helper, Mandate, Meeting, Practice, Reach, RecordKind, Route
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.staff import IDLE_AFTER, Role
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.ui.staff.questions.dense import Picker

CONTACT, PRACTICE, ROUTE, MEETING = RecordKind.CONTACT, RecordKind.PRACTICE, RecordKind.ROUTE, RecordKind.MEETING


@pytest.fixture
def net(staff: StaffDriver) -> Networking:
    return Networking(staff)


def contact(net: Networking, record_id: str = "coach") -> Contact:
    kept = net.kept(CONTACT, record_id)
    assert kept is not None
    assert isinstance(kept.record, Contact)
    return kept.record


def news(net: Networking) -> list[tuple[str, ...]]:
    """Its lines, from above."""
    return list(net.panel.network_news.table.sheet_model.sheet.rows)


def test_a_volunteer_has_no_network_in_the_menu(staff: StaffDriver) -> None:
    staff.log_in(Role.VOLUNTEER)
    assert "Netwerk" not in staff.driver.names


def test_people_stand_below_their_organization_and_are_found_by_word_and_by_neighbourhood(net: Networking) -> None:
    assert net.lines == ["Gemeente", "wijkmanager", "Wijkteam", "wijkcoach"]
    net.search("coach team")
    assert net.lines == ["Wijkteam", "wijkcoach"]
    net.search("xxx")
    net.staff.driver.see("Niets gevonden.")
    net.search("")
    picker(net.staff, "Alleen deze wijk").choose(HERE)
    assert net.lines == ["Wijkteam", "wijkcoach"]


def test_who_does_the_same_for_another_place_is_told_apart(staff: StaffDriver) -> None:
    staff.networks.fill((Contact("a", "gastvrouw", "Balie", areas=(HERE,)), Contact("b", "gastvrouw", "Balie", service="bank")))
    net = Networking(staff)
    assert net.lines[:3] == ["Balie", "gastvrouw: Wijk nummer 1", "gastvrouw: Stadsbank"]


def test_a_change_is_kept_with_all_that_was_there(net: Networking) -> None:
    net.choose("coach")
    assert net.text("Wanneer bereikbaar?") == "ma en di"
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.staff.write("Sinds", "1-9-2026")
    net.staff.tap("Mag op papier van een bezoeker", "Bewaar")
    net.staff.driver.see("Bewaard.")
    assert contact(net) == replace(COACH, when="vr", since=date(2026, 9, 1), printable=True)
    assert net.staff.actions[-1] == "network-changed"


def test_mandates_areas_stand_in_and_service_are_chosen(net: Networking) -> None:
    net.choose("coach")
    net.staff.tap("Nog iets dat mag")
    net.tab.form.fields["mandates"].widget.may.fill([("een beschikking afgeven",), ("een brief sturen",)])  # type: ignore[attr-defined]
    net.tab.form.fields["mandates"].widget.changed.emit()  # type: ignore[attr-defined]
    picker(net.staff, "Voeg een wijk toe").choose("wijk-3")
    net.staff.tap("Wijk nummer 1")
    picker(net.staff, "Wie valt in?").choose("manager")
    net.staff.write("Zoek een ingang van de wegwijzer", "maat")
    net.staff.tap("Maatje · De Stichting", "Bewaar")
    assert contact(net) == replace(
        COACH,
        mandates=(
            Mandate("een beschikking afgeven"),
            Mandate("een brief sturen"),
            Mandate("een huis toewijzen", may=False),
        ),
        areas=("wijk-3",),
        stands_in="manager",
        service="maatje",
    )


def test_somebody_by_name_needs_where_that_is_public(net: Networking) -> None:
    net.staff.tap("Nieuw contact")
    net.staff.write("Functie", "wijkcoach")
    net.staff.write("Organisatie", "Wijkteam")
    net.staff.write("Naam van de persoon", "Anna Voorbeeld")
    net.staff.tap("Bewaar")
    net.staff.driver.see("Hier staat een naam. Vul in waar die openbaar staat voor dit werk, of haal de naam weg.")
    assert len(net.staff.networks.kept(CONTACT)) == 2
    net.staff.write("Waar staat dit openbaar?", "https://www.voorbeeld.nl")
    net.staff.tap("Bewaar")
    net.staff.driver.see("Bewaard.")
    new = contact(net, "wijkcoach-wijkteam")
    assert (new.name, new.published) == ("Anna Voorbeeld", "https://www.voorbeeld.nl")
    assert "anna" not in new.id
    assert net.lines == ["Gemeente", "wijkmanager", "Wijkteam", "wijkcoach", "Anna Voorbeeld, wijkcoach"]


def test_a_number_that_is_none_is_said_where_it_stands_and_nothing_is_kept(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Telefoon", "053 48")
    net.staff.tap("Bewaar")
    assert net.staff.driver.words.count("Dit is geen telefoonnummer.") == 2
    assert contact(net) == COACH


def test_another_line_waits_until_this_one_is_kept_or_thrown_away(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.choose("manager")
    net.staff.driver.see("Bewaar eerst uw wijziging, of gooi die weg.")
    assert net.text("Functie") == "wijkcoach"
    net.staff.tap("Gooi weg")
    assert net.text("Wanneer bereikbaar?") == "ma en di"
    net.choose("manager")
    assert net.text("Functie") == "wijkmanager"
    assert contact(net) == COACH


def test_leaving_asks_first_and_goes_on_once_it_is_kept(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.staff.tap("Nieuws")
    net.staff.driver.tap("Klaar")
    net.staff.driver.see("Bewaar eerst uw wijziging, of gooi die weg.")
    net.staff.driver.tap("Bewaar")
    net.staff.driver.wait(lambda: net.staff.room.account is None)
    assert contact(net).when == "vr"


def test_what_was_not_kept_when_one_was_logged_out_is_there_again(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Wanneer bereikbaar?", "vr")
    panel = net.panel
    staff = net.staff
    staff.driver.idle(IDLE_AFTER)
    assert staff.entrance.controller is not None
    staff.entrance.controller.poll()
    staff.driver.settle()
    assert panel.seen is None
    assert all(tab.draft is None for tab in panel.records.values())
    net.staff.log_in(Role.EDITOR)
    net.staff.open("Netwerk")
    net.staff.driver.see("Dit had u nog niet bewaard.")
    assert net.text("Wanneer bereikbaar?") == "vr"
    net.staff.tap("Bewaar")
    assert contact(net).when == "vr"


def test_two_who_change_one_choose_field_by_field(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.staff.write("E-mail", "ik@voorbeeld.nl")
    net.by_another(replace(COACH, when="wo", organization="Wijkteam Noord"))
    net.staff.tap("Bewaar")
    net.staff.driver.see("Een ander heeft dit intussen ook veranderd. Kies per regel wat blijft.")
    assert not net.staff.driver.button("Bewaar dit").isEnabled()
    assert set(net.staff.chosen()) >= {"Van de ander: Wijkteam Noord", "Van u: ik@voorbeeld.nl"}
    net.staff.tap("Van u: vr", "Bewaar dit")
    net.staff.driver.see("Bewaard.")
    assert contact(net) == replace(COACH, when="vr", organization="Wijkteam Noord", email="ik@voorbeeld.nl")


def test_what_another_removed_meanwhile_can_be_kept_anew(net: Networking) -> None:
    net.choose("manager")
    net.staff.write("Wanneer bereikbaar?", "vr")
    del net.staff.networks.records[CONTACT, "manager"]
    net.staff.tap("Bewaar")
    net.staff.driver.see("Een ander heeft dit weggehaald. Bewaart u nog eens, dan komt het er opnieuw in.")
    net.staff.tap("Bewaar")
    assert [one.record.when for one in net.staff.networks.kept(CONTACT) if isinstance(one.record, Contact)] == ["ma en di", "vr"]


def test_what_another_changed_is_shown_before_it_is_confirmed(net: Networking) -> None:
    net.choose("coach")
    net.by_another(replace(COACH, when="wo"))
    net.staff.tap("Klopt nog")
    net.staff.driver.see("“coach” is intussen door iemand anders veranderd. Er is niets bewaard.")
    assert net.text("Wanneer bereikbaar?") == "wo"
    net.staff.tap("Klopt nog")
    assert contact(net).confirmed == date(2026, 11, 24)
    net.staff.driver.see("Nagevraagd op 24 nov 2026.")


def test_the_last_change_is_taken_back_or_wiped(net: Networking) -> None:
    net.choose("coach")
    assert "Neem wijziging terug" not in net.staff.driver.names
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.staff.tap("Bewaar")
    assert "Laatst: veranderd op 24 nov 2026, door u. Anders: wanneer bereikbaar." in net.staff.driver.words
    net.staff.tap("Neem wijziging terug")
    assert contact(net) == COACH
    assert net.text("Wanneer bereikbaar?") == "ma en di"
    net.staff.write("Wanneer bereikbaar?", "za")
    net.staff.tap("Bewaar", "Wis vorige versie")
    assert (CONTACT, "coach") not in net.staff.networks.before
    assert contact(net).when == "za"


def test_who_is_removed_is_named_nowhere_and_that_is_asked_twice(net: Networking) -> None:
    net.choose("coach")
    net.staff.tap("Haal weg")
    net.staff.driver.see("Gaat dit contact echt weg?", "Dit blijft: bladen die al geprint of bewaard zijn.")
    net.staff.tap("Nee, houd het", "Haal weg", "Ja, haal weg")
    assert net.kept(CONTACT, "coach") is None
    kept = net.kept(PRACTICE, "huisarts-noord")
    assert kept is not None
    assert isinstance(kept.record, Practice)
    assert kept.record.agreements[0].contact == ""
    assert net.lines == ["Gemeente", "wijkmanager"]
    net.staff.tap("Nieuws")
    assert ("Weg", "24 nov 2026", "Contact", "") in news(net)


def test_agreements_of_a_practice_with_days_on_one_line(net: Networking) -> None:
    net.staff.tap("Praktijken")
    assert net.lines == ["Huisartsen Noord", "Huisartsen Zuid (nog niets bekend)"]
    net.choose("huisarts-noord")
    net.staff.write("Welke dagen en tijden?", "do 13-17")
    net.staff.tap("Physician assistant", "Praktijkondersteuner", "Bewaar")
    kept = net.kept(PRACTICE, "huisarts-noord")
    assert kept is not None
    agreement = replace(NORTH.agreements[0], timetable=Timetable(read_hours("do 13-17")))
    assert kept.record == replace(NORTH, agreements=(agreement,), helpers=(Helper.PRACTICE_NURSE, Helper.PHYSICIAN_ASSISTANT))


def test_a_practice_of_which_nothing_was_known_gets_its_first_agreement(net: Networking) -> None:
    net.staff.tap("Praktijken")
    net.choose("huisarts-zuid")
    assert {"Haal weg", "Print de kaart"}.isdisjoint(net.staff.driver.names)
    net.staff.tap("Nog een afspraak", "Iemand van het wijkteam zit in de praktijk")
    picker(net.staff, "Met wie is dit afgesproken?").choose("coach")
    net.staff.tap("Bewaar")
    kept = net.kept(PRACTICE, "huisarts-zuid")
    assert kept is not None
    assert kept.record == Practice("huisarts-zuid", (Agreement(Reach.IN_PRACTICE, "coach"),))
    assert net.lines[-1] == "Huisartsen Zuid"


def test_an_agreement_goes_and_what_is_typed_in_another_stays(net: Networking) -> None:
    net.staff.tap("Praktijken")
    net.choose("huisarts-noord")
    net.staff.tap("Nog een afspraak")
    first, second = net.tab.form.fields["agreements"].widget.pool  # type: ignore[attr-defined]
    first.hours.line.setText("di 9")
    second.note.line.setText("Alleen spoed")
    net.staff.driver.press(first.drop)
    net.staff.tap("Bewaar")
    kept = net.kept(PRACTICE, "huisarts-noord")
    assert kept is not None
    assert kept.record == Practice("huisarts-noord", (Agreement(note="Alleen spoed"),))


def test_routes_are_put_in_order_and_so_is_who_does_them(net: Networking) -> None:
    net.staff.tap("Waarvoor")
    assert net.lines == ["1. Schulden", "2. Eenzaam"]
    net.choose("schulden")
    net.staff.driver.press(net.tab.list.down)
    net.staff.rest()
    assert [route.id for route in net.staff.networks.current().routes] == ["eenzaam", "schulden"]
    assert net.lines == ["1. Eenzaam", "2. Schulden"]
    assert net.tab.draft is not None
    assert net.tab.draft.origin == DEBTS
    field = net.tab.form.fields["services"].widget
    net.staff.driver.press(field._pool[1].up)  # type: ignore[attr-defined]
    net.staff.write("Z-codes (ICPC), een hint op het blad voor de huisarts", "z01; Z05")
    net.staff.tap("Bewaar")
    kept = net.kept(ROUTE, "schulden")
    assert kept is not None
    assert kept.record == replace(DEBTS, services=("maatje", "bank"), icpc=("Z01", "Z05"))


def test_a_route_that_nobody_does_is_not_kept(net: Networking) -> None:
    net.staff.tap("Waarvoor", "Nieuw")
    net.staff.write("Waarvoor?", "Wonen")
    net.staff.tap("Bewaar")
    net.staff.driver.see("Kies wie het doet: zoek een ingang van de wegwijzer.")
    net.staff.write("Zoek een ingang van de wegwijzer", "bank")
    net.staff.tap("Stadsbank · De Stichting", "Bewaar")
    assert net.kept(ROUTE, "wonen") is not None
    assert net.staff.networks.current().routes == (DEBTS, LONELY, Route("wonen", "Wonen", ("bank",)))


def test_a_code_that_is_none_is_refused_in_words(net: Networking) -> None:
    net.staff.tap("Waarvoor")
    net.staff.write("Z-codes (ICPC), een hint op het blad voor de huisarts", "P76")
    net.staff.tap("Bewaar")
    net.staff.driver.see("“P76” is geen code uit hoofdstuk Z, zoals Z01. Verbeter de code, of haal haar weg.")


def test_a_meeting_has_its_time_in_one_line_and_an_agenda(net: Networking) -> None:
    net.staff.tap("Overleg", "Nieuw overleg")
    net.staff.write("Naam van het overleg", "MDO Zuid")
    net.staff.write("Wanneer?", "laatste do 10-12")
    net.staff.tap("Nog een punt")
    net.staff.write("Punt van de agenda", "Wie is nieuw?")
    net.staff.tap("Bewaar")
    kept = net.kept(MEETING, "mdo-zuid")
    assert kept is not None
    assert kept.record == Meeting(
        "mdo-zuid", "MDO Zuid", timetable=Timetable(read_hours("laatste do 10-12")), agenda=("Wie is nieuw?",)
    )
    assert net.lines == [MDO.name, "MDO Zuid"]


def test_what_nobody_confirmed_is_worked_off(net: Networking) -> None:
    net.staff.tap("Nog bevestigen")
    work = net.panel.work
    rows = work.table.sheet_model.sheet.rows
    assert {row[0] for row in rows} == {"wijkcoach · Wijkteam", "wijkmanager · Gemeente", "Huisartsen Noord", "MDO Noord"}
    assert {row[3] for row in rows} == {"nooit"}
    net.staff.tap("Bekijk of verander")
    assert net.tab.draft is not None
    net.staff.tap("Nog bevestigen")
    for _ in rows:
        net.staff.tap("Klopt nog")
    net.staff.driver.see("Alles is in de laatste drie maanden nagevraagd.")
    assert contact(net, OTHER.id).confirmed == date(2026, 11, 24)


def test_news_is_of_a_month_and_of_a_place_or_a_practice(net: Networking) -> None:
    net.choose("coach")
    net.staff.write("Wanneer bereikbaar?", "vr")
    net.staff.tap("Bewaar", "Nieuws")
    told = ("Veranderd", "24 nov 2026", "wijkcoach · Wijkteam", "wanneer bereikbaar")
    assert news(net) == [told]
    about = picker(net.staff, "Nieuws van welke wijk of praktijk?")
    about.choose("place:wijk-2")
    assert news(net) == []
    net.staff.driver.see("In deze maand is er niets nieuw of veranderd.")
    about.choose("practice:huisarts-noord")
    assert news(net) == [told]
    picker(net.staff, "Welke maand?").choose("2026-10")
    assert news(net) == []
    assert not net.staff.driver.button("Print het nieuws").isEnabled()


def test_nobody_logged_in_holds_nothing(net: Networking) -> None:
    panel = net.panel
    net.choose("coach")
    net.staff.tap("Praktijken", "Print de kaart")
    net.staff.driver.tap("Klaar")
    lists = [one.itemText(n) for one in panel.findChildren(Picker) for n in range(one.count())]
    assert not any("wijkcoach" in words or "wijkmanager" in words for words in lists)
    lines = [line.text() for line in panel.findChildren(QLineEdit)]
    assert lines
    assert set(lines) == {""}
    assert panel.seen is None
    assert panel.sheet._made is None
    assert all(tab.seen is None and tab.draft is None for tab in panel.records.values())
    assert panel.records[CONTACT].list.view.rows.rows == ()
