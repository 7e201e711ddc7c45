"""Spreadsheets broken at random, as files and inside: refused in words or read, never a traceback."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fictional import TOPICS, fictional_services
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.exchange.spreadsheet_reading import read_spreadsheet
from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet
from wijkwijzer_desktop.i18n.import_words import place_and_finding
from wijkwijzer_desktop.i18n.translator import Translator

LONG = int(os.environ.get("WIJKWIJZER_FUZZ", "10000"))


def _broken(content: bytes, cuts: list[tuple[int, bytes]], *, inside: bool) -> bytes:
    """Bytes changed at places; inside: in what is packed, which is packed again."""
    if not inside:
        return _cut(content, cuts)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    names = sorted(parts)
    for number, (at, new) in enumerate(cuts):
        name = names[(at + number) % len(names)]
        parts[name] = _cut(parts[name], [(at, new)])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _cut(content: bytes, cuts: list[tuple[int, bytes]]) -> bytes:
    for at, new in cuts:
        place = at % (len(content) + 1)
        content = content[:place] + new + content[place + len(new) :]
    return content


PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        (b"<", b"</c>", b"<c>", b"&#0;", b"&x;", b't="s"', b"99999999999999999999", b"-1", b"<f>1</f>", b"NaN", b"\xff")
    ),
)
CUTS = st.lists(st.tuples(st.integers(0, 200_000), PIECES), min_size=1, max_size=4)


def check_never_a_traceback(folder: Path, content: bytes) -> None:
    path = folder / "fuzz.xlsx"
    path.write_bytes(content)
    read = read_spreadsheet(path, TOPICS)
    assert all(isinstance(service, Service) for service in read.services)
    for finding in (*read.repaired, *read.refused):
        assert "Vraag de beheerder" not in place_and_finding(finding, Translator())


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("goed") / "c.xlsx"
    write_spreadsheet(tuple(fictional_services(3, 4)), path)
    return path.read_bytes()


FUZZ = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@settings(FUZZ, max_examples=100)
@given(cuts=CUTS, inside=st.booleans())
def test_a_broken_spreadsheet_is_refused_or_read_never_a_traceback(
    tmp_path: Path, good: bytes, cuts: list[tuple[int, bytes]], inside: bool
) -> None:
    check_never_a_traceback(tmp_path, _broken(good, cuts, inside=inside))


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(FUZZ, max_examples=LONG)
@given(cuts=CUTS, inside=st.booleans())
def test_ten_thousand_broken_spreadsheets(tmp_path: Path, good: bytes, cuts: list[tuple[int, bytes]], inside: bool) -> None:
    check_never_a_traceback(tmp_path, _broken(good, cuts, inside=inside))
