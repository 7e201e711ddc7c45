"""What the first screen shows before anything is opened."""

from pathlib import Path

import pytest

from wijkwijzer_desktop.first_screen import LEFT_NAME, SETTINGS_NAME, FirstScreen, leave_first_screen, read_first_screen

SCREEN = FirstScreen("Wijkwijzer\nHet Kompas", "contrast", full_screen=False, languages=("ar", "nl"))


def test_it_is_read_as_it_was_left(tmp_path: Path) -> None:
    leave_first_screen(tmp_path, SCREEN)
    assert read_first_screen(tmp_path) == SCREEN


def test_changed_settings_count_at_once(tmp_path: Path) -> None:
    settings = tmp_path / SETTINGS_NAME
    settings.write_text('name = "A"\n', encoding="utf-8")
    leave_first_screen(tmp_path, SCREEN)
    assert read_first_screen(tmp_path) == SCREEN
    settings.write_text('name = "Ander"\n', encoding="utf-8")
    assert read_first_screen(tmp_path) is None


@pytest.mark.parametrize(
    "left", [b"", b"\xff\xfe", b"-\nstandard", b"-\nstandard\nmisschien\n\nNaam", b"-\nstandard\nyes\nNaam\n"]
)
def test_what_is_damaged_is_left_aside(tmp_path: Path, left: bytes) -> None:
    (tmp_path / LEFT_NAME).write_bytes(left)
    assert read_first_screen(tmp_path) is None


def test_nothing_was_left_yet(tmp_path: Path) -> None:
    assert read_first_screen(tmp_path / "nergens") is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("", encoding="utf-8")
    leave_first_screen(in_the_way, SCREEN)
    assert read_first_screen(in_the_way) is None
    assert [path.name for path in tmp_path.iterdir()] == ["bestand"]
