"""The key beside the database: made once, the user's own, and without it a PIN is nobody's."""

import os
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wijkwijzer_desktop.devices.keyfile import KEY_BYTES, KEY_NAME, KeyFile
from wijkwijzer_desktop.domain.errors import StaffKeyError
from wijkwijzer_desktop.domain.staff import Pin

ROOT = Path(__file__).parents[2]


@pytest.fixture
def seal(tmp_path: Path) -> KeyFile:
    made = KeyFile(tmp_path)
    made.make_key()
    return made


def reason(seal: KeyFile) -> str:
    with pytest.raises(StaffKeyError) as refused:
        seal.check_key()
    for use in (lambda: seal.hash_pin(Pin("274905")), lambda: seal.fits(Pin("274905"), "x"), lambda: seal.stamp(b"")):
        with pytest.raises(StaffKeyError):
            use()
    return str(refused.value.data["reason"])


def test_it_is_made_with_its_folder_for_this_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "een" / "twee"
    before = os.umask(0)
    try:
        KeyFile(folder).make_key()
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / KEY_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [(path.name, path.stat().st_size) for path in folder.iterdir()] == [(KEY_NAME, KEY_BYTES)]


def test_it_is_made_once(seal: KeyFile, tmp_path: Path) -> None:
    before = (tmp_path / KEY_NAME).read_bytes()
    seal.make_key()
    assert (tmp_path / KEY_NAME).read_bytes() == before


def test_who_make_one_at_once_have_the_same(tmp_path: Path) -> None:
    seals = [KeyFile(tmp_path) for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        for made in [pool.submit(seal.make_key) for seal in seals]:
            made.result()
    assert len({seal.stamp(b"x") for seal in seals}) == 1
    assert [path.name for path in tmp_path.iterdir()] == [KEY_NAME]


def test_fault_45_pins_are_kept_as_argon2id_with_a_salt_of_their_own(seal: KeyFile) -> None:
    first, second = seal.hash_pin(Pin("274905")), seal.hash_pin(Pin("274905"))
    assert first != second
    for hashed in (first, second):
        assert re.match(r"\$argon2id\$v=19\$m=19456,t=2,p=1\$", hashed)
        assert seal.fits(Pin("274905"), hashed)
        assert not seal.fits(Pin("274906"), hashed)


@pytest.mark.parametrize("hashed", ["", "kanarie", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$", "$argon2id$v=19$m=8"])
def test_a_damaged_hash_is_nobodys(seal: KeyFile, hashed: str) -> None:
    assert not seal.fits(Pin("274905"), hashed)


def test_fault_45_a_hash_says_nothing_without_the_key(seal: KeyFile, tmp_path: Path) -> None:
    hashed = seal.hash_pin(Pin("274905"))
    key = (tmp_path / KEY_NAME).read_bytes()
    (tmp_path / KEY_NAME).unlink()
    assert reason(seal) == "missing"
    assert not seal.has_key()
    seal.make_key()
    assert not seal.fits(Pin("274905"), hashed)
    (tmp_path / KEY_NAME).write_bytes(key)
    assert seal.fits(Pin("274905"), hashed), "a copy of the file brings every PIN back"


def test_stamps_differ_with_what_is_stamped_and_with_the_key(seal: KeyFile, tmp_path: Path) -> None:
    other = KeyFile(tmp_path / "elders")
    other.make_key()
    assert len({seal.stamp(b"a"), seal.stamp(b"b"), other.stamp(b"a")}) == 3
    assert KeyFile(tmp_path).stamp(b"a") == seal.stamp(b"a")


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"x" * 33])
def test_a_damaged_key_is_said_and_stays(seal: KeyFile, tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY_NAME).write_bytes(content)
    assert reason(seal) == "damaged"
    seal.make_key()
    assert (tmp_path / KEY_NAME).read_bytes() == content


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(seal: KeyFile, tmp_path: Path, mode: int) -> None:
    (tmp_path / KEY_NAME).chmod(mode)
    assert reason(seal) == "open-to-others"


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / KEY_NAME).mkdir()
    assert reason(KeyFile(tmp_path)) == "cannot-open"


def test_a_folder_where_nothing_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StaffKeyError) as refused:
        KeyFile(tmp_path / "data").make_key()
    assert refused.value.data == {"reason": "cannot-open"}


def test_argon2_is_loaded_when_a_pin_is_typed() -> None:
    script = "import sys\nfrom wijkwijzer_desktop.devices import keyfile\nsys.exit('argon2' in sys.modules)\n"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
