"""Backups by command, what `doctor` says of the data, and a counter whose data is damaged."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Shipped
from tests.test_cli_staff import PIN
from wijkwijzer_desktop import bootstrap, upkeep
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.errors import BackupError, DatabaseUnusableError
from wijkwijzer_desktop.domain.staff import Pin
from wijkwijzer_desktop.i18n.doctor_words import doctor_words
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.upkeep_words import backup_words
from wijkwijzer_desktop.storage.backup import back_up_into


@pytest.fixture
def data(tmp_path: Path, shipped: Shipped) -> Path:
    """The folder of a counter that was started once."""
    folder = shipped(tmp_path / "data")
    bootstrap.build_desk(folder)
    return folder


def call(data: Path, *arguments: str) -> int:
    return main([*arguments, "--data", str(data)])


def doctor(data: Path) -> str:
    """What it says of the data."""
    return "\n".join(doctor_words(c.code, c.outcome, dict(c.data), Translator()) for c in upkeep.checks(data))


def damage(data: Path) -> None:
    """Another phone number, where nothing looks wrong."""
    with closing(sqlite3.connect(data / bootstrap.DATABASE_FILE)) as database:
        assert database.execute("UPDATE phone SET number = '053 111 11 11'").rowcount
        database.commit()


def services(data: Path) -> int:
    return len(bootstrap.open_shelves(data)[0].everything())


def test_out_and_back(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "kopie.sqlite"
    assert call(data, "backup", str(copy)) == 0
    assert f"De reservekopie staat in {copy}." in capsys.readouterr().out
    whole = services(data)
    bootstrap.open_shelves(data)[0].replace_all(())
    assert call(data, "restore", str(copy)) == 0
    said = capsys.readouterr()
    assert "Teruggezet: de reservekopie van " in said.out
    assert "De database van daarvoor staat in " in said.err
    assert services(data) == whole
    assert bootstrap.build_desk(data).pack.version


def test_a_folder_is_a_ladder_and_gives_its_last_good_one(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "kopieen"
    assert call(data, "restore", str(tmp_path)) == 2
    assert "In die map staat geen goede reservekopie." in capsys.readouterr().err
    assert call(data, "backup", str(folder)) == 0
    (copy,) = folder.iterdir()
    assert str(copy) in capsys.readouterr().out
    later = back_up_into(data / bootstrap.DATABASE_FILE, folder, datetime.now(UTC) + timedelta(days=1))
    later.path.write_bytes(later.path.read_bytes()[:50_000])
    damage(data)
    assert call(data, "restore", str(folder)) == 0
    assert bootstrap.build_desk(data).pack.version


@pytest.mark.parametrize(
    ("address", "words"),
    [("kanarie://app@x/app", "Deze database staat op een server."), ("sqlite:////weg/a.db", "is er niet")],
)
def test_no_backup_of_what_is_not_here(
    address: str, words: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, address)
    assert call(data, "backup", str(tmp_path / "a.sqlite")) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "a.sqlite").exists()


def test_a_counter_keeps_its_own_ladder_whatever_it_shares_with_others(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = upkeep.keep_backup(data)
    assert made is not None
    assert made.path.parent == data / upkeep.BACKUPS
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, "postgresql+psycopg://app@x/app")
    assert not upkeep.is_shared(data)
    assert upkeep.keep_backup(data) is not None
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, "kanarie://app@x/app")
    assert upkeep.keep_backup(data) is None


def test_fault_19_a_damaged_counter_does_not_open_and_the_last_good_backup_is_offered(data: Path) -> None:
    made = upkeep.keep_backup(data)
    assert made is not None
    damage(data)
    with pytest.raises(DatabaseUnusableError) as refused:
        bootstrap.build_desk(data)
    assert "Zet een reservekopie terug met: wijkwijzer restore" in error_words(refused.value, Translator())
    said = doctor(data)
    assert f"Doe: wijkwijzer restore {made.path}" in said
    with pytest.raises(BackupError):
        upkeep.keep_backup(data)
    assert call(data, "restore", str(made.path)) == 0
    assert bootstrap.build_desk(data).pack.version
    assert "[goed] Alle gegevens zijn zoals ze gepubliceerd zijn." in doctor(data)


def test_fault_19_without_a_good_backup_doctor_says_what_is_left(data: Path) -> None:
    damage(data)
    assert "Er is geen goede reservekopie. Doe: wijkwijzer content publish MAP." in doctor(data)


def test_fault_20_a_missing_database_is_made_anew_from_the_shipped_pack(data: Path) -> None:
    whole = services(data)
    for path in data.glob(f"{bootstrap.DATABASE_FILE}*"):
        path.unlink()
    assert bootstrap.build_desk(data).pack.version
    assert services(data) == whole


def test_fault_21_doctor_tells_of_a_folder_that_is_no_folder(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("in de weg", encoding="utf-8")
    said = doctor(place)
    assert f"[LET OP] In de map {place} mag niet geschreven worden." in said


def test_doctor_tells_of_the_backups(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "[LET OP] Er is nog geen reservekopie." in doctor(data)
    old = back_up_into(data / bootstrap.DATABASE_FILE, upkeep.backup_folder(data), datetime(2026, 1, 5, 12, tzinfo=UTC))
    assert "[LET OP] De laatste reservekopie is van 05-01-2026 13:00." in doctor(data)
    old.path.unlink()
    upkeep.keep_backup(data)
    said = doctor(data)
    assert "[goed] De laatste reservekopie is van " in said
    assert "[goed] Vrij op de schijf: " in said
    monkeypatch.setattr(upkeep, "LEAST_FREE_BYTES", 2**62)
    assert "MB. Maak ruimte." in doctor(data)


def room(data: Path) -> StaffRoom:
    return bootstrap.open_staff(data, [].clear)


def test_putting_back_is_noted_where_there_is_a_log(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room(data).begin("Marja", Pin(PIN))
    copy = tmp_path / "kopie.sqlite"
    assert call(data, "backup", str(copy)) == 0
    assert call(data, "restore", str(copy)) == 0
    assert [line.action for line in room(data).log.latest(2)] == ["backup-restored", "begun"]
    assert call(data, "audit", "verify") == 0
    (data / "staff.key").unlink()
    assert call(data, "restore", str(copy)) == 2
    assert "De sleutel staff.key is weg." in capsys.readouterr().err


@pytest.mark.parametrize(
    "reason",
    [
        *("none", "missing", "damaged", "not-a-database", "foreign", "directory", "not-ours", "newer"),
        *("shared", "locked", "full", "read-only", "disk", "cannot-open"),
    ],
)
def test_every_reason_has_words(reason: str) -> None:
    words = backup_words(BackupError(reason=reason), Translator())
    assert "Er ging iets mis" not in words
    assert all(len(sentence.split()) <= 12 for sentence in words.split("."))
