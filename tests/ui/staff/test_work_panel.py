"""What must be checked today: one touch and the next; what was flagged; and a way back."""

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes import SERVICES
from tests.ui.staff.editing import Editing, different
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import FlagReason, How
from wijkwijzer_desktop.domain.service import Status

TODAY = date(2026, 11, 24)
FRESH = date(2027, 3, 1)
DUE = {"bank": date(2026, 11, 1), "maatje": date(2026, 10, 1)}


@pytest.fixture
def editing(staff: StaffDriver) -> Editing:
    services = tuple(
        replace(service, check_before=DUE.get(service.id, FRESH), status=Status.CONFIRMED) for service in different(SERVICES)
    )
    editing = Editing(staff, services)
    staff.workbench.flag("bank", FlagReason.NUMBER, TODAY)
    staff.open("Controleren")
    return editing


def listed(editing: Editing) -> list[str]:
    return [row.id for row in editing.work.table.catalogue_model.rows]


def test_what_is_flagged_comes_first_and_the_number_is_ready_to_phone(editing: Editing) -> None:
    assert listed(editing) == ["bank", "maatje"]
    editing.staff.driver.see("Nog 2.", "Het nummer klopt niet (di 24 nov)", "053 481 78 04", "ma-vr 9-17")


def test_one_touch_confirms_and_the_next_comes(editing: Editing) -> None:
    editing.staff.tap("Klopt nog")
    kept = editing.kept("bank").service
    assert (kept.status, kept.checked) == (Status.CONFIRMED, TODAY)
    assert kept.check_before is not None
    assert kept.check_before > TODAY
    assert editing.staff.workbench.history("bank")[0].how is How.CONFIRMED
    assert editing.staff.workbench.raised == []
    assert listed(editing) == ["maatje"]
    editing.staff.driver.see("Bewaard: Stadsbank.", "053 481 78 05")
    editing.staff.tap("Klopt nog")
    editing.staff.driver.see("Alles is nagevraagd, en er zijn geen meldingen.")
    assert not any(button.words == "Klopt nog" for button in editing.staff.driver.buttons)


def test_a_touch_too_many_is_taken_back(editing: Editing) -> None:
    before = editing.kept("bank").service
    editing.staff.tap("Klopt nog", "Toch niet")
    editing.staff.driver.see("Stadsbank is weer zoals het was.")
    assert editing.kept("bank").service == before
    # What was flagged is so again, from the same day.
    assert [(flag.reason, flag.on) for flag in editing.staff.workbench.raised] == [(FlagReason.NUMBER, TODAY)]
    assert listed(editing) == ["bank", "maatje"]


def test_closed_for_a_while_until_a_day_or_nobody_knows(editing: Editing) -> None:
    staff = editing.staff
    staff.tap("Tijdelijk dicht")
    staff.write("Tot en met welke dag?", "31-02-2027")
    staff.driver.see("Deze dag is er niet.")
    assert not staff.driver.button("Bewaar").isEnabled()
    staff.write("Tot en met welke dag?", "24-12-2026")
    staff.tap("Bewaar")
    kept = editing.kept("bank").service
    assert (kept.status, kept.closed_until) == (Status.TEMPORARILY_CLOSED, date(2026, 12, 24))
    editing.work.table.choose("maatje")
    staff.rest()
    staff.tap("Tijdelijk dicht", "Bewaar")
    assert editing.kept("maatje").service.closed_until is None


def test_what_has_stopped_is_asked_twice(editing: Editing) -> None:
    editing.staff.tap("Gestopt", "Terug")
    assert editing.kept("bank").service.status is Status.CONFIRMED
    editing.staff.tap("Gestopt", "Ja, gestopt")
    assert editing.kept("bank").service.status is Status.ENDED
    assert listed(editing) == ["maatje"]


def test_a_flag_is_lowered_without_a_change(editing: Editing) -> None:
    editing.staff.tap("Melding is bekeken")
    assert editing.staff.workbench.raised == []
    assert editing.kept("bank").version == 1
    # It is due all the same.
    assert sorted(listed(editing)) == ["bank", "maatje"]
    editing.staff.tap("Toch niet")
    assert [flag.reason for flag in editing.staff.workbench.raised] == [FlagReason.NUMBER]
    assert editing.kept("bank").version == 1


def test_fault_26_what_somebody_else_changed_meanwhile_is_read_again(editing: Editing) -> None:
    kept = editing.kept("bank")
    editing.staff.workbench.save(replace(kept.service, name="Stadsbank Oost"), kept.version, How.EDITED)
    editing.staff.tap("Klopt nog")
    editing.staff.driver.see("Een ander heeft Stadsbank intussen veranderd.")
    assert editing.kept("bank").service.checked is None
    editing.staff.tap("Klopt nog")
    assert editing.kept("bank").service.checked == TODAY


def test_the_form_is_a_touch_away_and_leads_back(editing: Editing) -> None:
    editing.staff.tap("Wijzig")
    editing.staff.write("Naam", "Stadsbank Oost")
    editing.staff.tap("Bewaar", "Terug")
    assert listed(editing) == ["bank", "maatje"]
    assert editing.work.title.text() == "Vandaag controleren"
    editing.staff.driver.see("Stadsbank Oost")
