"""The office as the program opens it: with its own database, key and files."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Shipped
from wijkwijzer_desktop.at_counter import OfficeIn
from wijkwijzer_desktop.bootstrap import build_desk, open_staff
from wijkwijzer_desktop.desk.draft_edits import ChangeQuestion
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.errors import SettingsRefusedError, StaffRefusedError
from wijkwijzer_desktop.domain.staff import Pin, Role
from wijkwijzer_desktop.settings import Settings, load_settings

MANAGER = "274905"


@pytest.fixture
def forgotten() -> list[str]:
    return []


@pytest.fixture
def office(tmp_path: Path, forgotten: list[str], shipped: Shipped) -> Office:
    build_desk(shipped(tmp_path))
    open_staff(tmp_path, forgotten.clear).begin("Marja", Pin(MANAGER))

    def forget() -> None:
        forgotten.append("visit")

    return OfficeIn(tmp_path)(forget)


def test_a_manager_does_a_whole_round(office: Office, tmp_path: Path, forgotten: list[str]) -> None:
    with pytest.raises(StaffRefusedError):
        office.settings.present()
    assert office.room.log_in(Pin(MANAGER)).role is Role.MANAGER
    assert forgotten == ["visit"]
    present = office.settings.present()
    assert present.settings == Settings()
    assert "wijkwijzer-magneet" in [place.id for place in present.places]
    saved = office.settings.save(Settings(theme="enschede", languages=("ar", "nl")))
    assert saved.settings.name
    assert load_settings(tmp_path) == Settings(theme="enschede", languages=("ar", "nl"))
    with pytest.raises(SettingsRefusedError):
        office.settings.save(Settings(counter="nergens"))
    assert load_settings(tmp_path).counter == Settings().counter
    office.settings.export_to(office.folder / "instellingen.toml")
    assert office.settings.read_in(office.folder / "instellingen.toml").changed == ()
    assert len(office.statistics.figures().months) == 12
    office.closing.close()
    assert office.room.account is None
    assert office.room.log.verify().wrong is None
    actions = [line.action for line in office.room.log.latest(20)]
    assert actions == ["logged-out", "counter-closed", "settings-changed", "logged-in", "refused", "begun"]


def test_the_next_start_serves_with_what_was_kept(office: Office, tmp_path: Path) -> None:
    office.room.log_in(Pin(MANAGER))
    office.settings.save(Settings(counter="wijkwijzer-kompas", warn_after=60))
    settings = build_desk(tmp_path).settings
    assert (settings.counter, settings.warn_after) == ("wijkwijzer-kompas", 60)
    assert "Kompas" in settings.name


def test_an_editor_changes_a_question_and_puts_it_back(tmp_path: Path, forgotten: list[str], shipped: Shipped) -> None:
    desk = build_desk(shipped(tmp_path))
    open_staff(tmp_path, forgotten.clear).begin("Marja", Pin(MANAGER))
    office = OfficeIn(tmp_path)(forgotten.clear)
    office.room.log_in(Pin(MANAGER))
    door = office.publishing
    first = desk.pack.version
    draft = door.open_draft()
    question = draft.pack.questionnaire.by_id["geld.rekeningen"]
    draft = door.save_draft(door.edit(draft, ChangeQuestion(replace(question, text="Kunt u elke maand alles betalen?"))))
    assert door.check(draft).problems == ()
    assert door.compare(draft).changes == ()
    desk.visit.start()
    published = door.publish(draft, "Korter")
    assert (published.who, published.note, published.on_top) == ("Marja", "Korter", True)
    desk.renew()
    assert desk.pack.version == first
    desk.forget()
    assert desk.pack.version == published.version
    assert desk.pack.questionnaire.by_id["geld.rekeningen"].text == "Kunt u elke maand alles betalen?"
    assert door.open_draft().texts["topics"] == draft.texts["topics"]
    door.put_back(first)
    assert [one.version for one in door.packs()] == [first, published.version, first]
    assert build_desk(tmp_path).pack.version == first
    assert door.open_draft().pack.questionnaire.by_id["geld.rekeningen"] == question
    assert office.room.log.verify().wrong is None
