"""Settings kept, taken out and read in: whole or not at all, and noted."""

from pathlib import Path

import pytest

from tests.desk.staff_fakes import Staffed, staffed
from tests.fakes import FakePrinter, MemoryCatalogue, a_service
from wijkwijzer_desktop.desk.settings_door import LARGEST_FILE, Saved, SettingsDoor, settings_in_use, wrong_settings
from wijkwijzer_desktop.domain.audit import LONGEST_VALUE
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.first_screen import SETTINGS_NAME, read_first_screen
from wijkwijzer_desktop.settings import Settings, WrongSetting, load_settings

HERE = a_service("wijkwijzer-magneet", "De Magneet", (), kind=Kind.COUNTER)


def filled(settings: Settings) -> Settings:
    if settings.counter == "weg":
        raise SettingsRefusedError(field="counter", reason="unknown-counter")
    return settings


def opened(folder: Path) -> tuple[Staffed, SettingsDoor]:
    made = staffed()
    made.log_in(Role.MANAGER)
    catalogue = MemoryCatalogue((HERE, a_service("bank", "Stadsbank", ())))
    return made, SettingsDoor(made.room, folder, catalogue, FakePrinter(), filled)


def noted(made: Staffed) -> list[str]:
    return [str(dict(entry.data)["fields"]) for entry in made.log.entries if entry.action == "settings-changed"]


def test_places_to_choose_from_are_the_counters_of_the_catalogue(tmp_path: Path) -> None:
    _, door = opened(tmp_path)
    present = door.present()
    assert [(place.id, place.name) for place in present.places] == [("wijkwijzer-magneet", "De Magneet")]
    assert present.printers == ("Balie",)


def test_what_is_saved_is_what_is_loaded_and_the_first_screen_shows_it(tmp_path: Path) -> None:
    made, door = opened(tmp_path)
    settings = Settings(name='Café "Zuid" \\ 1', languages=("tr", "nl"), paper=Paper.A5, help=False, warn_after=30)
    saved = door.save(settings)
    assert load_settings(tmp_path) == settings
    assert saved == Saved(settings, ("name", "paper", "warn_after", "help", "languages"), ())
    assert noted(made) == ["name+paper+warn_after+help+languages"]
    first = read_first_screen(tmp_path)
    assert first is not None
    assert (first.name, first.languages) == (settings.name, ("tr", "nl"))
    # The same again is no change.
    assert door.save(settings).changed == ()
    assert len(noted(made)) == 1


def test_more_names_than_fit_in_a_line_of_the_log_take_two(tmp_path: Path) -> None:
    made, door = opened(tmp_path)
    door.save(
        Settings("b", "", "n", "a", "7544", "p", paper=Paper.A5, warn_after=30, forget_after=30, theme="enschede", voice="off",
                 sitting="together", help=False, languages=("nl",), full_screen=False)
    )  # fmt: skip
    lines = noted(made)
    assert len(lines) == 2
    assert max(map(len, lines)) <= LONGEST_VALUE
    assert len("+".join(lines).split("+")) == 14


@pytest.mark.parametrize(
    "settings",
    [Settings(counter="weg"), Settings(theme="roze"), Settings(languages=("xx",)), Settings(languages=("nl", "nl"))],
)
def test_what_is_wrong_changes_nothing(tmp_path: Path, settings: Settings) -> None:
    made, door = opened(tmp_path)
    with pytest.raises(SettingsRefusedError):
        door.save(settings)
    assert list(tmp_path.iterdir()) == []
    assert noted(made) == []


def test_languages_are_looked_up(tmp_path: Path) -> None:
    assert wrong_settings(Settings(languages=("nl", "qq"))) == (WrongSetting("languages", "unknown-language"),)
    assert wrong_settings(Settings()) == ()


def test_one_file_sets_up_twelve_counters_alike(tmp_path: Path) -> None:
    _, door = opened(tmp_path / "a")
    door.save(Settings(name="Hier", printer="Balie", theme="enschede", languages=("ar", "nl")))
    file = tmp_path / "uit" / "instellingen.toml"
    door.export_to(file)
    _, other = opened(tmp_path / "b")
    other.save(Settings(name="Daar", printer="Kantoor", warn_after=60))
    read = other.read_in(file)
    assert (read.wrong, read.kept) == ((), ())
    assert read.changed == ("warn_after", "theme", "languages")
    other.save(read.settings)
    there = load_settings(tmp_path / "b")
    assert there == Settings(name="Daar", printer="Kantoor", theme="enschede", languages=("ar", "nl"))


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"theme = ", [(SETTINGS_NAME, "not-toml")]),
        (b"\xff\xfe", [(SETTINGS_NAME, "not-utf-8")]),
        (b"a = " + b"[" * 5000, [(SETTINGS_NAME, "not-toml")]),
        (b'theme = "x"\nwarn_after = 1\nkleur = 1\nhelp = "ja"\nlanguages = "nl"', None),
    ],
)
def test_fault_38_an_import_is_all_or_nothing_and_tells_all(
    tmp_path: Path, content: bytes, wrong: list[tuple[str, str]] | None
) -> None:
    _, door = opened(tmp_path)
    file = tmp_path / "instellingen.toml"
    file.write_bytes(content)
    read = door.read_in(file)
    expected = wrong or [
        ("kleur", "unknown"),
        ("help", "type"),
        ("languages", "type"),
        ("theme", "value"),
        ("warn_after", "value"),
    ]
    assert [(found.field, found.reason) for found in read.wrong] == expected
    assert (read.settings, read.changed) == (Settings(), ())


def test_a_file_that_is_too_large_or_away_is_refused(tmp_path: Path) -> None:
    _, door = opened(tmp_path)
    file = tmp_path / "instellingen.toml"
    with pytest.raises(SettingsRefusedError) as refused:
        door.read_in(file)
    assert refused.value.data["reason"] == "cannot-open"
    file.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(SettingsRefusedError) as refused:
        door.read_in(file)
    assert refused.value.data["reason"] == "too-large"


def test_of_another_counter_nothing_holds_before_the_next_start() -> None:
    before = Settings(name="Hier", address="Straat 1", postcode4="7544", voice="off")
    saved = Saved(Settings(counter="b", name="Daar", theme="enschede", voice="on"), (), ("counter", "voice"))
    now = settings_in_use(before, saved)
    assert now == Settings(name="Hier", address="Straat 1", postcode4="7544", voice="off", theme="enschede")
