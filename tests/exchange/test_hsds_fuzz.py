"""Real files with anything done to them: a right import or a refusal in words, and what came in goes out and comes back."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.hsds_samples import EXAMPLES, OHANA, TOPICS, UK
from wijkwijzer_desktop.desk.exchange import Read
from wijkwijzer_desktop.domain.service_data import from_data, to_data
from wijkwijzer_desktop.exchange.hsds import read_hsds
from wijkwijzer_desktop.exchange.hsds_writing import Form, write_hsds
from wijkwijzer_desktop.i18n.hsds_words import hsds_words
from wijkwijzer_desktop.i18n.translator import Translator

pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="other people's files aren't beside the repository")

OFTEN = int(os.environ.get("WIJKWIJZER_FUZZ", "10000"))
DIRT: tuple[Any, ...] = (
    *(None, "", " ", "null", 0, -1, 750, 1e308, 10**400, True, [], {}, [[]], [None], [1, "a"], {"a": 1}, "NaN", "inf", "1e5"),
    *("24 Hours", "Nights", "09:00", "12:00 pm", "0:00", "٣", "１２:００", "2026-01-01", "2026-13-45", "99999999999999999999"),
    *("<p>x</p>", "&amp;lt;b&gt;", "a\\nb", "\0", "\ud800", "\u202e", "é", "😀" * 3, "x" * 30_000, " id ", "1"),
    *("http://[", "javascript:x", "MO,TU", "2TU", "-9MO", "WEEKLY", "YEARLY", "wijkwijzer:kind", "wijkwijzer:id"),
    *('{"is":1,"beside":""}', '{"is":null,"beside":"x"}', '{"is":"","beside":""}'),
)
BYTES = (
    b"",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b'"',
    b",",
    b";",
    b"\r",
    b"\n",
    b"[",
    b"{",
    b"}",
    b"\\",
    b"\xe9",
    b"=",
)
JSON_FILES = tuple(
    folder / f"{name}.json"
    for folder, names in (
        (EXAMPLES, ("service_full", "organization_full", "service_at_location_full", "service_list", "tabular")),
        (UK, ("service_full", "organization_full", "service_at_location_list", "dashboard_services_response")),
    )
    for name in names
)


def _mangled(random: Random, content: bytes) -> bytes:
    for _ in range(random.randint(1, 4)):
        at, end = sorted((random.randint(0, len(content)), random.randint(0, len(content))))
        match random.randrange(5):
            case 0:
                content = content[:at] + random.choice(BYTES) + content[min(at + random.randint(0, 3), len(content)) :]
            case 1:
                content = content[:at] + content[min(end, at + random.randint(0, 200)) :]
            case 2:
                content = content[:end] + content[at : min(end, at + 300)] + content[end:]
            case 3:
                content = content[:at]
            case _:
                encoding = random.choice(("utf-16", "utf-16-be", "cp1252", "utf-8-sig", "utf-32", "cp037"))
                content = content.decode("utf-8", "replace").encode(encoding, "replace")
    return content


def _dirtied(random: Random, whole: Any) -> Any:
    """The same JSON with some of its values replaced, left out, doubled or moved."""
    places: list[tuple[Any, Any]] = []
    level = [whole]
    while level:
        part = level.pop()
        inside = list(part.items()) if isinstance(part, dict) else list(enumerate(part))
        places += [(part, key) for key, _ in inside]
        level += [value for _, value in inside if isinstance(value, dict | list)]
    for _ in range(random.randint(1, 6)):
        part, key = random.choice(places)
        other, other_key = random.choice(places)
        try:
            match random.randrange(4):
                case 0:
                    del part[key]
                case 1:
                    part[key] = json.loads(json.dumps(other[other_key]))
                case _:
                    part[key] = random.choice(DIRT)
        except (KeyError, IndexError):
            continue
    return whole


def _dirty_cells(random: Random, content: bytes) -> bytes:
    lines = content.decode("utf-8", "replace").split("\n")
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(lines))
        cells = lines[at].split(",")
        cells[random.randrange(len(cells))] = str(random.choice(DIRT))
        lines[at] = random.choice((",", ",", ",", ";", "\t")).join(cells)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _json_file(random: Random, folder: Path) -> Path:
    content = random.choice(JSON_FILES).read_bytes()
    path = folder / "een.json"
    if random.random() < 0.4:
        path.write_bytes(_mangled(random, content))
    else:
        path.write_text(json.dumps(_dirtied(random, json.loads(content))), encoding="utf-8")
    return path


def _table_folder(random: Random, folder: Path) -> Path:
    source = random.choice((EXAMPLES / "csv", OHANA))
    target = folder / "tables"
    if target.exists():
        shutil.rmtree(target)
    target.mkdir()
    files = sorted(source.glob("*.csv"))
    for path in files:
        # Copied without its rights: those of other people's files forbid writing.
        (target / path.name).write_bytes(path.read_bytes())
    for path in random.sample(files, random.randint(1, 4)):
        change = random.choice((_mangled, _dirty_cells, _dirty_cells))
        (target / path.name).write_bytes(change(random, path.read_bytes()))
    if random.random() < 0.1:
        (target / random.choice(files).name).unlink()
    return target


def _archive(random: Random, folder: Path) -> Path:
    tables = _table_folder(random, folder)
    path = folder / "tables.zip"
    with zipfile.ZipFile(path, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for table in sorted(tables.iterdir()):
            archive.write(table, table.name)
    if random.random() < 0.6:
        path.write_bytes(_mangled(random, path.read_bytes()))
    return path


def _is_right(read: Read, folder: Path, form: Form) -> None:
    """Services that our catalogue can hold and that go out and come back, or a refusal; every finding in words."""
    assert read.services or read.refused
    for finding in (*read.repaired, *read.refused):
        words = hsds_words(finding, Translator())
        assert words, finding.code
        assert "{" not in words.replace("{{", "") or any("{" in value for _, value in finding.data)
    assert len({service.id for service in read.services}) == len(read.services)
    for service in read.services:
        assert service.name
        assert service.id
        assert from_data(to_data(service)) == service
    if read.services:
        out = folder / "out"
        if form is not Form.FOLDER:
            out.unlink(missing_ok=True) if out.is_file() else shutil.rmtree(out, ignore_errors=True)
        elif out.is_file():
            out.unlink()
        write_hsds(read.services, out, form=form)
        back = read_hsds(out, TOPICS, age_question="about.leeftijd")
        assert {service.id: service for service in back.services} == {service.id: service for service in read.services}
        assert back.refused == ()


Make = Callable[[Random, Path], Path]


def _fuzz(make: Make, folder: Path, seed: int) -> None:
    random = Random(seed)
    path = make(random, folder)
    read = read_hsds(path, TOPICS, age_question="about.leeftijd")
    _is_right(read, folder, random.choice((Form.LINES, Form.FOLDER)) if random.random() < 0.2 else Form.LINES)


MAKERS = {"json": _json_file, "csv": _table_folder, "zip": _archive}
seeds = st.integers(0, 2**63)
fuzzing = settings(suppress_health_check=list(HealthCheck), deadline=None, database=None)


@pytest.mark.parametrize("kind", MAKERS)
@settings(fuzzing, max_examples=60)
@given(seed=seeds)
def test_anything_done_to_a_real_file_is_an_import_or_a_refusal(tmp_path: Path, kind: str, seed: int) -> None:
    _fuzz(MAKERS[kind], tmp_path, seed)


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", MAKERS)
@settings(fuzzing, max_examples=OFTEN)
@given(seed=seeds)
def test_anything_done_very_often_is_an_import_or_a_refusal(tmp_path: Path, kind: str, seed: int) -> None:
    _fuzz(MAKERS[kind], tmp_path, seed)
