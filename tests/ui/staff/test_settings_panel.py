"""Settings in the window: checked as typed, kept whole, put in use."""

import stat
from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.first_screen import SETTINGS_NAME
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.settings import Settings, load_settings
from wijkwijzer_desktop.ui.staff.sketch import Sketch
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.visitor.language_button import LanguageChoice
from wijkwijzer_desktop.ui.widgets.button import Button

WARN = "Seconden tot de vraag “Bent u er nog?”"


def save(staff: StaffDriver) -> None:
    staff.tap("Bewaar")
    staff.rest()


def languages(staff: StaffDriver) -> list[str]:
    """Codes on the first screen, as they are read."""
    choices = [b for b in staff.driver.window.start.findChildren(LanguageChoice) if b.isVisible()]
    return [b.value for b in sorted(choices, key=lambda b: (b.y(), b.x()))]


def test_what_is_changed_is_kept_noted_and_used_at_once(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    assert not staff.driver.button("Bewaar").isEnabled()
    staff.write("Naam", "Balie “Zuid”")
    staff.write(WARN, "60")
    staff.tap("Enschede", "Balie", "A5", "Samen met vrijwilliger")
    # The button for help, not the voice.
    staff.driver.press([button for button in staff.driver.buttons if button.words == "Uit"][1])
    save(staff)
    kept = Settings(
        name="Balie “Zuid”", warn_after=60, theme="enschede", printer="Balie", paper=load_settings(staff.folder).paper,
        sitting="together", help=False,
    )  # fmt: skip
    assert load_settings(staff.folder) == kept
    assert kept.paper.value == "a5"
    mode = (staff.folder / SETTINGS_NAME).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    noted = [dict(e.data)["fields"] for e in staff.staffed.log.entries if e.action == "settings-changed"]
    assert "+".join(map(str, noted)) == "name+printer+paper+warn_after+theme+sitting+help"
    assert "Bewaard. Het geldt meteen." in staff.driver.words
    assert staff.driver.window.kit.theme is THEMES["enschede"]
    staff.driver.tap("Klaar")
    assert "Balie “Zuid”" in staff.driver.words
    assert "Hulp van een mens" not in staff.driver.names
    assert staff.driver.counter.desk.settings.printer == "Balie"
    staff.driver.tap("Begin")
    staff.driver.idle(60)
    assert staff.driver.window.cover is staff.driver.controller.pages.warning


def test_what_is_wrong_is_told_as_it_is_typed_and_cannot_be_kept(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    for text in ("5", "", "99999", "zestig"):
        staff.write(WARN, text)
        assert "Vul een heel getal in, van 20 tot 3600." in staff.driver.words
        assert not staff.driver.button("Bewaar").isEnabled()
    staff.write(WARN, "90")
    staff.write("Postcode, vier cijfers", "754")
    assert "Vul vier cijfers in" in staff.driver.words
    assert not staff.driver.button("Bewaar").isEnabled()
    staff.write("Postcode, vier cijfers", "7544")
    assert "Na 90 seconden vraagt het scherm: bent u er nog? 45 seconden later" in staff.driver.words
    assert staff.driver.button("Bewaar").isEnabled()
    assert not (staff.folder / SETTINGS_NAME).exists()


def test_languages_are_offered_in_the_order_they_were_touched_and_dutch_always(staff: StaffDriver) -> None:
    assert languages(staff) == [known.code for known in LANGUAGES]
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    for known in LANGUAGES:
        if known.code not in {"ar", "en"}:
            button = next(b for b in staff.driver.buttons if known.own_name in b.words)
            staff.driver.press(button)
    assert [b.words for b in staff.driver.buttons if b.words[:1].isdigit()] == ["3. Nederlands", "1. English", "2. العربية"]
    sketch = staff.driver.window.findChild(Sketch)
    assert sketch is not None
    assert "English, العربية, Nederlands" in sketch.accessibleName()
    save(staff)
    assert load_settings(staff.folder).languages == ("en", "ar", "nl")
    staff.driver.tap("Klaar")
    assert languages(staff) == ["en", "ar", "nl"]
    staff.driver.tap("العربية")
    staff.driver.window.top.language.emit()
    staff.driver.settle()
    offered = [b for b in staff.driver.controller.pages.language.findChildren(LanguageChoice) if b.isVisible()]
    assert [b.value for b in offered] == ["en", "ar", "nl"]


def test_another_counter_holds_after_the_next_start(staff: StaffDriver) -> None:
    before = staff.driver.counter.desk.settings
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.tap("Wijkwijzer Het Kompas", "Altijd")
    save(staff)
    assert "Na een herstart geldt ook: Balie, Voorlezen." in staff.driver.words
    assert load_settings(staff.folder).counter == "wijkwijzer-kompas"
    now = staff.driver.counter.desk.settings
    assert (now.counter, now.name, now.voice) == (before.counter, before.name, before.voice)


def test_what_cannot_be_kept_changes_nothing_and_is_told(staff: StaffDriver) -> None:
    before = staff.driver.counter.desk.settings
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.write("Naam", "Zuid")
    (staff.folder / SETTINGS_NAME).mkdir()
    save(staff)
    assert "niet te" in staff.driver.words
    assert "settings-changed" not in staff.actions
    assert staff.driver.counter.desk.settings == before
    assert sorted(path.name for path in staff.folder.iterdir()) == [SETTINGS_NAME]


def test_without_a_log_nothing_is_kept(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.write("Naam", "Zuid")
    staff.staffed.log.broken = True
    save(staff)
    assert "de schijf is vol" in staff.driver.words
    assert list(staff.folder.iterdir()) == []


def test_settings_go_from_one_counter_to_another(staff: StaffDriver, tmp_path: Path) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.write("Naam", "Alleen hier")
    staff.tap("Enschede", "Balie", "Bon, 80 mm")
    save(staff)
    staff.open("Overzetten")
    staff.tap("Maak het bestand")
    assert "Het bestand is gemaakt." in staff.driver.words
    file = staff.folder / "uit" / "wijkwijzer-instellingen.toml"
    assert "Alleen hier" not in file.read_text(encoding="utf-8")
    # Somebody's own file, with more in it than goes along.
    (staff.folder / SETTINGS_NAME).write_text('name = "Andere balie"\n', encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8") + 'name = "Vreemd"\n', encoding="utf-8")
    staff.tap("Lees het bestand")
    assert "Dit verandert hier: Papier, Kleuren." in staff.driver.words
    assert "blijft hier zoals het is: Naam." in staff.driver.words
    staff.tap("Neem over")
    here = load_settings(staff.folder)
    assert (here.name, here.printer, here.theme, here.paper.value) == ("Andere balie", "", "enschede", "receipt")


def test_a_file_with_anything_wrong_is_not_taken_over_at_all(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.open("Overzetten")
    staff.tap("Lees het bestand")
    assert "Het bestand is niet te lezen." in staff.driver.words
    file = staff.folder / "uit" / "wijkwijzer-instellingen.toml"
    file.parent.mkdir()
    file.write_text('theme = "roze"\nwarn_after = 5\npaper = "a5"\nkleur = 1\nlanguages = ["nl", "xx"]\n', encoding="utf-8")
    staff.tap("Lees het bestand")
    for line in ("Er is niets overgenomen.", "Kleuren: Kies", "Seconden tot", "kleur: Deze instelling", "Talen: Eén"):
        assert line in staff.driver.words
    assert "Neem over" not in staff.driver.names
    assert not (staff.folder / SETTINGS_NAME).exists()


def test_a_form_can_be_filled_by_keyboard_alone(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    for _ in range(200):
        focus = staff.driver.window.focusWidget()
        if isinstance(focus, Button) and focus.words == "Enschede":
            break
        staff.key(Qt.Key.Key_Tab)
    staff.key(Qt.Key.Key_Space)
    assert "Enschede" in staff.chosen()


def test_the_camera_is_off_until_a_manager_wants_it(staff: StaffDriver) -> None:
    assert not Settings().camera
    staff.log_in(Role.MANAGER)
    staff.open("Instellingen")
    staff.tap("Aan, als iemand zijn papier laat zien")
    save(staff)
    assert load_settings(staff.folder).camera
    assert staff.driver.counter.desk.settings.camera
    assert "Bewaard. Het geldt meteen." in staff.driver.words
