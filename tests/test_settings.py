"""A counter's settings, and where its data lies."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.first_screen import SETTINGS_NAME
from wijkwijzer_desktop.settings import Settings, load_settings


def written(folder: Path, text: str | bytes) -> Settings:
    (folder / SETTINGS_NAME).write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(folder)


def test_without_a_file_or_a_folder_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == load_settings(tmp_path / "weg") == Settings()


def test_what_is_named_changes_and_the_rest_stays(tmp_path: Path) -> None:
    settings = written(
        tmp_path, 'name = "Balie Zuid"\npaper = "receipt"\nprinter = "Balie"\nwarn_after = 60\nfull_screen = false\n'
    )
    assert settings == Settings(name="Balie Zuid", paper=Paper.RECEIPT, printer="Balie", warn_after=60, full_screen=False)
    with pytest.raises(FrozenInstanceError):
        settings.name = "x"  # type: ignore[misc]


def test_a_file_from_notepad_is_read(tmp_path: Path) -> None:
    assert written(tmp_path, b'\xef\xbb\xbfname = "Caf\xc3\xa9 Zuid"\r\n').name == "Café Zuid"
    assert written(tmp_path, b"\xef\xbb\xbf") == Settings()


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("name = ", SETTINGS_NAME, "not-toml"),
        ('name = "a"\nname = "b"', SETTINGS_NAME, "not-toml"),
        (b'name = "Caf\xe9"', SETTINGS_NAME, "not-utf-8"),
        ('name = "Zuid"'.encode("utf-16"), SETTINGS_NAME, "not-utf-8"),
        ('colour = "red"', "colour", "unknown"),
        ('[printer]\nname = "x"', "printer", "type"),
        ("name = 5", "name", "type"),
        ('full_screen = "ja"', "full_screen", "type"),
        ("full_screen = 1", "full_screen", "type"),
        ("warn_after = true", "warn_after", "type"),
        ("warn_after = 60.0", "warn_after", "type"),
        ("paper = 4", "paper", "type"),
        ('paper = "a3"', "paper", "value"),
        ('theme = "roze"', "theme", "value"),
        ('voice = "luid"', "voice", "value"),
        ("voice = true", "voice", "type"),
        ("warn_after = 19", "warn_after", "value"),
        ("forget_after = 0", "forget_after", "value"),
        ("forget_after = 3601", "forget_after", "value"),
        ('name = "  "', "name", "value"),
        ('postcode4 = "754"', "postcode4", "value"),
        ('sitting = "staand"', "sitting", "value"),
        ('help = "ja"', "help", "type"),
        ('languages = "nl"', "languages", "type"),
        ('languages = ["nl", 1]', "languages", "type"),
        ('languages = ["nl", "nl"]', "languages", "value"),
        ('languages = ["NL; x"]', "languages", "value"),
    ],
)
def test_what_is_wrong_is_refused_by_field(tmp_path: Path, text: str | bytes, field: str, reason: str) -> None:
    with pytest.raises(SettingsRefusedError) as caught:
        written(tmp_path, text)
    assert caught.value.data == {"field": field, "reason": reason}


def test_what_is_not_named_is_as_in_the_catalogue(tmp_path: Path) -> None:
    settings = written(tmp_path, 'counter = "wijkwijzer-kompas"\n')
    assert (settings.name, settings.address, settings.postcode4) == ("", "", "")
    assert settings.first_screen.name == "Wijkwijzer"
    assert written(tmp_path, 'name = "Balie Zuid"\n').first_screen.name == "Balie Zuid"


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).mkdir()
    with pytest.raises(SettingsRefusedError) as caught:
        load_settings(tmp_path)
    assert caught.value.data == {"field": SETTINGS_NAME, "reason": "cannot-open"}


def test_data_lies_where_it_is_named_then_where_the_variable_says_then_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "variabele"))
    assert paths.data_folder(tmp_path / "genoemd") == tmp_path / "genoemd"
    assert paths.data_folder() == tmp_path / "variabele"
    for nothing in ("", None):
        if nothing is None:
            monkeypatch.delenv(paths.DATA_VARIABLE)
        else:
            monkeypatch.setenv(paths.DATA_VARIABLE, nothing)
        assert paths.data_folder().name == "wijkwijzer"
        assert paths.data_folder().is_absolute()


def test_resources_lie_with_the_program() -> None:
    assert paths.content().parent.parent == paths.resources()
    assert paths.resources().is_dir()
    assert paths.translations().name == "translations"
