"""The file by which a counter joins: whole, private, and refused when anything in it is not as it was written."""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.desk.counter_file import LARGEST_FILE, CounterFile, read_counter_file, write_counter_file
from wijkwijzer_desktop.desk.joined import CERTIFICATE_NAME, JOINED_NAME, Joined, read_joined, write_joined
from wijkwijzer_desktop.domain.errors import CounterFileError, DatabaseUnusableError

PASSWORD = "geheim-0123456789_ABCDEFGHIJKLMNOP"
FILE = CounterFile(
    host="db.gemeente.example",
    port=5432,
    database="wijkwijzer",
    certificate="-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    login="wijkwijzer_enschede_noord",
    password=PASSWORD,
    municipality="enschede",
    counter="noord",
    settings='counter = "wijkwijzer-magneet"\n',
    codes_key="0f" * 32,
)
JOINED = Joined(Path("map"), "db.gemeente.example", 5432, "wijkwijzer", "login_a", PASSWORD, "enschede", "noord")


def reason_of(path: Path) -> object:
    with pytest.raises(CounterFileError) as caught:
        read_counter_file(path)
    assert PASSWORD not in repr(caught.value) + str(caught.value.__cause__)
    return caught.value.data["reason"]


def test_what_was_written_is_read_and_only_its_owner_may(tmp_path: Path) -> None:
    path = tmp_path / "noord.json"
    write_counter_file(path, FILE)
    assert read_counter_file(path) == FILE
    assert path.stat().st_mode & 0o777 == 0o600
    first, what = next(iter(json.loads(path.read_text(encoding="utf-8")).items()))
    assert first == "wijkwijzer"
    assert what.startswith("GEHEIM.")


def test_a_secret_is_not_shown_by_accident() -> None:
    assert PASSWORD not in f"{FILE} {JOINED}"
    assert FILE.codes_key not in repr(FILE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("host", "/var/run/postgresql"),
        ("host", "db?sslmode=disable"),
        ("port", 0),
        ("port", True),
        ("database", "wijkwijzer?sslmode=disable"),
        ("certificate", ""),
        ("password", "kort"),
        ("login", "a@b"),
        ("municipality", "Enschede!"),
        ("codes_key", "0f"),
        ("format", 0),
        ("digest", "0" * 64),
        ("more", 1),
    ],
)
def test_what_does_not_fit_is_refused(field: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "noord.json"
    if field in asdict(FILE):
        # With a digest that fits, so that the schema is what refuses.
        fields: Any = {field: value}
        write_counter_file(path, replace(FILE, **fields))
    else:
        write_counter_file(path, FILE)
        path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), field: value}), encoding="utf-8")
    assert reason_of(path) == "damaged"


def test_each_field_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "noord.json"
    write_counter_file(path, FILE)
    whole = json.loads(path.read_text(encoding="utf-8"))
    for field in whole:
        path.write_text(json.dumps({name: value for name, value in whole.items() if name != field}), encoding="utf-8")
        assert reason_of(path) == ("not-ours" if field == "wijkwijzer" else "damaged")


@given(place=st.integers(min_value=0), byte=st.integers(min_value=1, max_value=255))
def test_no_changed_byte_comes_through(place: int, byte: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "changed.json"
    write_counter_file(path, FILE)
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= byte
    path.write_bytes(content)
    # What the file says of itself, and space between, may be anything.
    with suppress(CounterFileError):
        assert read_counter_file(path) == FILE


@given(cut=st.integers(min_value=0, max_value=600))
def test_half_a_file_is_refused(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.json"
    write_counter_file(path, FILE)
    path.write_bytes(path.read_bytes()[:cut])
    assert reason_of(path) in {"damaged", "not-ours"}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b"x" * (LARGEST_FILE + 1), b'{"a": 1}'])
def test_another_file_is_not_ours(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "iets"
    path.write_bytes(content)
    assert reason_of(path) == "not-ours"


def test_a_newer_or_missing_file_says_so(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "nergens") == "cannot-open"
    assert reason_of(tmp_path) == "cannot-open"
    newer = tmp_path / "nieuw.json"
    newer.write_text('{"wijkwijzer": "", "format": 2, "anders": 1}', encoding="utf-8")
    assert reason_of(newer) == "newer"


def test_a_counter_that_has_not_joined_has_no_address(tmp_path: Path) -> None:
    assert read_joined(tmp_path) is None


def test_what_was_joined_is_read_with_the_certificate_that_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "een map&meer"
    joined = replace(JOINED, folder=folder)
    write_joined(joined)
    assert read_joined(folder) == joined
    assert (folder / JOINED_NAME).stat().st_mode & 0o777 == 0o600
    certificate = str(folder / CERTIFICATE_NAME).replace("/", "%2F").replace(" ", "%20").replace("&", "%26")
    server = f"login_a:{PASSWORD}@db.gemeente.example:5432/wijkwijzer"
    assert joined.address == f"postgresql+psycopg://{server}?sslmode=verify-full&sslrootcert={certificate}"
    assert "@[2001:db8::1]:5432/" in replace(joined, host="2001:db8::1").address


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("port = 5432", "port = true"),
        ("port = 5432", ""),
        ("login_a", "a@b/?c"),
        ("host =", "hosts ="),
        ('"noord"', "1"),
        ("=", ""),
    ],
)
def test_a_damaged_one_is_refused_without_its_words(before: str, after: str, tmp_path: Path) -> None:
    joined = replace(JOINED, folder=tmp_path)
    write_joined(joined)
    path = tmp_path / JOINED_NAME
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    with pytest.raises(DatabaseUnusableError) as caught:
        read_joined(tmp_path)
    assert caught.value.data == {"reason": "central-file"}
    assert caught.value.__cause__ is None


def test_one_that_others_may_read_is_refused(tmp_path: Path) -> None:
    write_joined(replace(JOINED, folder=tmp_path))
    (tmp_path / JOINED_NAME).chmod(0o644)
    with pytest.raises(DatabaseUnusableError):
        read_joined(tmp_path)
