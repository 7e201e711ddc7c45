"""One entry at work: changed, checked, undone, kept, put back; two editors at once; what looks the same."""

from dataclasses import replace

import pytest

from tests.fakes import SMALL_PACK
from tests.ui.staff.editing import Editing
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.service import Interest, Kind, Phone, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.staff.entry_view import Mode

NUMBER = "053 481 78 04"
OTHER = "053 481 79 99"


@pytest.fixture
def editing(staff: StaffDriver) -> Editing:
    editing = Editing(staff)
    editing.open("bank")
    return editing


def by_another(editing: Editing, **changed: object) -> None:
    """Somebody at another counter changes the bank."""
    kept = editing.kept("bank")
    editing.staff.workbench.save(replace(kept.service, **changed), kept.version, How.EDITED)  # type: ignore[arg-type]


def test_a_number_is_corrected_and_kept(editing: Editing) -> None:
    staff = editing.staff
    assert not staff.driver.button("Bewaar").isEnabled()
    staff.tap("Bereiken")
    staff.write("Nummer", OTHER)
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    assert editing.kept("bank").service.phones == (Phone(OTHER),)
    assert editing.kept("bank").version == 2
    assert staff.actions[-1] == "catalogue-changed"
    assert not staff.driver.button("Bewaar").isEnabled()


def test_what_is_wrong_is_said_at_the_place_and_nothing_is_kept(editing: Editing) -> None:
    staff = editing.staff
    staff.tap("Bereiken")
    staff.write("Nummer", "053 12")
    assert "Dit is geen telefoonnummer." in staff.driver.words
    assert "Bereiken (1 fout)" in staff.driver.names
    staff.tap("Wat")
    staff.tap("Bewaar")
    assert "Telefoon: Dit is geen telefoonnummer." in staff.driver.words
    assert editing.kept("bank").version == 1
    # It is shown where it is.
    staff.driver.see("Nog een nummer")


def test_every_field_of_the_form_reads_back_what_it_was_given(editing: Editing) -> None:
    form = editing.editor.form
    for kept in editing.staff.workbench.everything():
        form.fill(kept.service)
        for field in form.fields:
            assert form.read(field, kept.service) == kept.service, field
    assert form.problem == ""


def test_only_an_activity_says_what_it_is_about_and_what_is_said_stays_in_sight(editing: Editing) -> None:
    staff = editing.staff
    assert "Muziek" not in staff.driver.names
    staff.tap("activiteit", "Muziek", "Natuur en dieren", "hulp")
    # Nothing that is said is hidden.
    assert "Muziek" in staff.driver.names
    staff.tap("Muziek", "Natuur en dieren")
    assert "Muziek" not in staff.driver.names
    staff.tap("activiteit", "Muziek", "Bereiken")
    staff.write("Naar wie vraagt iemand bij de deur?", "de gastvrouw")
    staff.write("Wie gaat de eerste keer mee?", "Een vrijwilliger")
    staff.tap("Bewaar")
    kept = editing.kept("bank").service
    assert (kept.interests, kept.ask_for, kept.buddy) == ((Interest.MUSIC,), "de gastvrouw", "Een vrijwilliger")


def test_undo_goes_back_step_by_step_through_all_fields(editing: Editing) -> None:
    staff, editor = editing.staff, editing.editor
    before = editing.kept("bank").service
    staff.write("Naam", "Stadsbank Oost")
    staff.tap("activiteit", "Bereiken")
    staff.write("Nummer", OTHER)
    assert editor.draft is not None
    assert (editor.draft.now.name, editor.draft.now.kind) == ("Stadsbank Oost", Kind.ACTIVITY)
    staff.tap("Wat")
    staff.tap("Ongedaan maken")
    assert editor.draft.now.phones == before.phones
    # It is seen where it happens.
    assert "Nog een nummer" in staff.driver.names
    staff.tap("Ongedaan maken")
    assert editor.draft.now.kind is Kind.SERVICE
    editing.undo_by_key("Naam")
    assert editor.draft.now == before
    assert not staff.driver.button("Ongedaan maken").isEnabled()
    assert not staff.driver.button("Bewaar").isEnabled()


def test_what_is_typed_while_it_is_being_kept_is_not_lost(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Stadsbank Oost")
    editing.editor.save()
    staff.write("Naam", "Stadsbank Oost Nederland")
    assert editing.kept("bank").service.name == "Stadsbank Oost"
    assert editing.editor.unsaved
    staff.tap("Bewaar")
    now = editing.kept("bank")
    assert (now.service.name, now.version) == ("Stadsbank Oost Nederland", 3)
    assert not editing.editor.unsaved


def test_leaving_with_changes_asks(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Anders")
    staff.tap("Terug")
    staff.driver.see("Er is iets veranderd en nog niet bewaard.")
    staff.tap("Blijf hier")
    assert editing.editor.unsaved
    staff.driver.tap("Klaar")
    staff.driver.see("Er is iets veranderd en nog niet bewaard.")
    assert staff.workshop.panel is editing.panel
    staff.tap("Gooi weg")
    assert editing.names
    assert editing.kept("bank").service.name == "Stadsbank"


def test_leaving_can_keep_what_was_changed(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Anders")
    staff.tap("Terug", "Bewaar", "Terug")
    assert "Anders" in editing.names
    assert editing.catalogue.table.chosen is not None
    assert editing.catalogue.table.chosen.id == "bank"


def test_who_was_logged_out_in_the_middle_finds_it_again_and_nobody_else_does(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Half af")
    staff.driver.counter.clock.pass_by(301)
    staff.entrance.controller.poll()  # type: ignore[union-attr]
    staff.driver.settle()
    assert "Half af" not in staff.driver.words
    staff.log_in(Role.MANAGER)
    editing.open("bank")
    # Who comes in between, and is logged out in the middle too, takes nothing away.
    staff.write("Naam", "Ook half af")
    staff.driver.counter.clock.pass_by(301)
    staff.entrance.controller.poll()  # type: ignore[union-attr]
    staff.driver.settle()
    staff.log_in(Role.EDITOR)
    editing.to_list()
    staff.driver.see("Dit had u nog niet bewaard.")
    staff.tap("Bewaar")
    assert editing.kept("bank").service.name == "Half af"


# Two at once


def test_fault_26_the_second_sees_both_versions_and_chooses_field_by_field(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Stadsbank Oost")
    staff.write("Organisatie", "Stadsbank")
    by_another(editing, name="Stadsbank Oost Nederland", email="info@voorbeeld.nl")
    staff.tap("Bewaar")
    staff.driver.see("Een ander heeft dit intussen ook veranderd.")
    assert {"Van u: Stadsbank Oost", "Van de ander: Stadsbank Oost Nederland"} <= set(staff.driver.names)
    # What only one of both changed is chosen already; what both changed is not.
    assert set(staff.chosen()) >= {"Van u: Stadsbank", "Van de ander: info@voorbeeld.nl"}
    assert not staff.driver.button("Bewaar dit").isEnabled()
    staff.tap("Van de ander: Stadsbank Oost Nederland", "Bewaar dit")
    now = editing.kept("bank")
    assert (now.service.name, now.service.email, now.version) == ("Stadsbank Oost Nederland", "info@voorbeeld.nl", 3)
    assert now.service.organization.name == "Stadsbank"


def test_fault_26_of_both_versions_one_can_be_taken_whole(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Van mij")
    by_another(editing, name="Van een ander", url="https://voorbeeld.nl")
    staff.tap("Bewaar", "Alles van mij", "Bewaar dit")
    now = editing.kept("bank").service
    assert (now.name, now.url) == ("Van mij", "")
    # Theirs is not lost either.
    assert any(change.after.url for change in staff.workbench.history("bank"))


def test_what_somebody_else_took_away_can_be_kept_as_new(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Stadsbank nieuw")
    del staff.workbench.kept["bank"]
    staff.tap("Bewaar")
    staff.driver.see("Een ander heeft dit weggehaald.")
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    assert editing.kept("stadsbank-nieuw").service.name == "Stadsbank nieuw"


# History


def test_the_history_says_who_when_and_what_and_leads_back(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Fout")
    staff.tap("Bewaar", "Geschiedenis")
    rows = editing.editor.history.table.sheet_model.sheet.rows
    assert rows == (("24 nov 2026 10:00", "redacteur (u)", "veranderd: naam"), ("", "", "zoals het daarvoor was"))
    staff.driver.see("Was: Stadsbank", "Fout")
    assert not staff.driver.button("Zet dit terug").isEnabled()
    editing.editor.history.table.selectRow(1)
    staff.tap("Zet dit terug")
    staff.driver.see("Teruggezet.")
    assert editing.kept("bank").service.name == "Stadsbank"
    staff.write("Naam", "Beter")
    staff.tap("Bewaar", "Geschiedenis")
    editing.editor.history.table.selectRow(2)
    staff.tap("Zet dit terug")
    assert editing.kept("bank").service.name == "Fout"
    assert staff.workbench.history("bank")[0].how is How.PUT_BACK


def test_nothing_is_put_back_over_what_isnt_kept_yet(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Fout")
    staff.tap("Bewaar")
    staff.write("Naam", "Half")
    staff.tap("Geschiedenis")
    editing.editor.history.table.selectRow(1)
    staff.tap("Zet dit terug")
    staff.driver.see("Bewaar eerst uw wijziging")
    assert editing.kept("bank").service.name == "Fout"


def test_an_entry_that_nobody_changed_has_no_history(editing: Editing) -> None:
    editing.staff.tap("Geschiedenis")
    editing.staff.driver.see("Hier is nog niets aan veranderd.")
    assert not editing.staff.driver.button("Zet dit terug").isEnabled()


# New ones, and the same twice


def test_something_new_gets_an_id_of_its_name(editing: Editing) -> None:
    staff = editing.staff
    staff.tap("Terug", "Nieuw")
    staff.write("Naam", "Taalcafé Zuid")
    staff.tap("Bewaar")
    staff.driver.see("Organisatie: Vul dit in.")
    staff.write("Organisatie", "De Stichting")
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    new = editing.kept("taalcafe-zuid").service
    assert (new.status, new.organization.id) == (Status.UNCONFIRMED, "stichting")
    staff.tap("Terug")
    assert "Taalcafé Zuid" in editing.names


def test_what_looks_the_same_is_said_while_typing_and_asked_once(editing: Editing) -> None:
    staff = editing.staff
    staff.tap("Bereiken")
    same = editing.kept("maatje").service.phones[0].number
    staff.write("Nummer", same)
    editing.look()
    staff.driver.see("Staat dit er al? Maatje (zelfde telefoon)")
    staff.tap("Bewaar")
    staff.driver.see("Is het iets anders? Bewaar dan nog eens.")
    assert editing.kept("bank").version == 1
    staff.tap("Bewaar")
    assert editing.kept("bank").service.phones == (Phone(same),)


# How it looks


def test_it_is_shown_as_visitors_see_it_in_any_language(editing: Editing) -> None:
    editing.look()
    editor = editing.editor
    shown = editor.look._shown
    assert shown is not None
    assert shown.step.service.name == "Stadsbank"
    assert not editor.look._picture.pixmap().isNull()
    editing.staff.tap("Papier")
    assert not editor.look._picture.pixmap().isNull()
    editor.look.speaks.choose("ar")
    editing.look()
    assert editor.look.language == "ar"
    editing.staff.write("Naam", "Stadsbank Oost")
    editing.look()
    assert editor.look._shown is not None
    assert editor.look._shown.step.service.name == "Stadsbank Oost"


def test_what_is_in_no_advice_is_said_to_be_in_none(editing: Editing) -> None:
    editing.staff.tap("Controle", "gestopt")
    editing.look()
    editing.staff.driver.see("Dit staat nu in geen enkel advies.")


def test_the_picture_of_the_card_cant_be_reached_by_key(editing: Editing) -> None:
    editing.look()
    seen = set()
    for _ in range(60):
        editing.staff.key("\t")
        seen.add(editing.staff.driver.window.focusWidget().accessibleName())
    assert {"Naam", "Organisatie", "Wat is het?", "Taal van het voorbeeld", "Groter zien", "Terug"} <= seen
    assert not any("Zet op mijn papier" in name for name in seen)


def test_a_week_has_the_whole_width(editing: Editing) -> None:
    editing.staff.tap("Open")
    assert not editing.editor.look.isVisible()
    editing.staff.tap("Wat")
    assert editing.editor.look.isVisible()
    editing.staff.driver.press(next(b for b in editing.staff.driver.buttons if b.accessibleName() == "Groter zien"))
    assert not editing.editor.form.isVisible()


def test_an_organization_gets_another_name_in_all_its_entries(editing: Editing) -> None:
    staff = editing.staff
    staff.tap("Wijzig deze naam overal")
    staff.driver.see("De naam verandert in 10 ingangen:", "Samen wandelen")
    assert not staff.driver.button("Wijzig overal").isEnabled()
    staff.write("Nieuwe naam van de organisatie", "De Nieuwe Stichting")
    staff.tap("Wijzig overal")
    staff.driver.see("De naam is veranderd in 10 ingangen.")
    assert {kept.service.organization.name for kept in staff.workbench.everything()} == {"De Nieuwe Stichting"}
    # One goes on with the entry as it is now.
    staff.write("Naam", "Stadsbank Oost")
    staff.tap("Bewaar")
    assert editing.kept("bank").service.organization.name == "De Nieuwe Stichting"


def test_what_isnt_kept_yet_is_not_mixed_with_another_name(editing: Editing) -> None:
    editing.staff.write("Naam", "Stadsbank Oost")
    editing.staff.tap("Wijzig deze naam overal")
    editing.staff.driver.see("Bewaar eerst uw wijziging, of gooi die weg.")
    assert editing.editor.mode is Mode.FORM


def test_a_new_entry_has_no_organization_to_rename(editing: Editing) -> None:
    editing.staff.tap("Terug", "Nieuw")
    assert "Wijzig deze naam overal" not in editing.staff.driver.names


def test_questions_published_meanwhile_are_those_of_the_form(editing: Editing) -> None:
    staff = editing.staff
    staff.write("Naam", "Stadsbank Oost")
    topics = (*SMALL_PACK.topics, replace(SMALL_PACK.topics[0], id="post", name="Brieven van de bank"))
    staff.driver.counter.packs.publish(replace(SMALL_PACK, version="later", topics=topics))
    staff.open("Controleren")
    staff.open("Wegwijzer")
    # What was typed is still there, in a form with the new topic.
    assert editing.editor.version == "later"
    assert editing.editor.unsaved
    assert "Brieven van de bank" in staff.driver.names
    staff.tap("Bewaar", "Terug", "Onderwerp")
    assert editing.kept("bank").service.name == "Stadsbank Oost"
    assert "Brieven van de bank" in staff.driver.names
