"""Files made to burst: refused in words, before they cost anything."""

import json
import os
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wijkwijzer_desktop.desk.exchange import Read
from wijkwijzer_desktop.exchange import raw
from wijkwijzer_desktop.exchange.hsds import read_hsds

MEASURE = """
import re, sys
from pathlib import Path
from wijkwijzer_desktop.exchange.hsds import read_hsds
read = read_hsds(Path(sys.argv[1]), ())
assert not read.services
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(int(peak[1]) // 1024, read.refused[0].code)
"""
HEADING = "id,name,status\n"


def _archive(path: Path, entries: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def _codes(read: Read) -> list[str]:
    assert read.services == ()
    return [finding.code for finding in read.refused]


def _write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _zeros(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "zeros.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("services.csv", "w") as entry:
        for _ in range(100):
            entry.write(bytes(1 << 20))
    return folder / "zeros.zip"


def _sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(raw.MAX_BYTES + 1)
    return path


def _crowd(folder: Path) -> Path:
    """A table of contents of a million files that aren't there."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, *(0,) * 8, 1, *(0,) * 6) + b"a"
    contents = entry * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(contents), 30, 0)
    return _write(folder / "crowd.zip", b"PK\x03\x04" + bytes(26) + contents + end)


BOMBS: dict[str, Callable[[Path], Path]] = {
    "archive-ratio": _zeros,
    "table-rows": lambda folder: _write(folder / "services.csv", HEADING + "a,b,c\n" * 1_000_000).parent,
    "table-columns": lambda folder: _write(folder / "services.csv", ",".join(f"k{n}" for n in range(10_000))).parent,
    "table-cells": lambda folder: (
        _write(
            folder / "services.csv",
            ",".join(("id", *(f"k{n}" for n in range(150)))) + "\n" + (",".join("x" * 151) + "\n") * 300_000,
        ).parent
    ),
    "too-deep": lambda folder: _write(folder / "deep.json", '[{"a":' + "[" * 10_000 + "]" * 10_000 + "}]"),
    "object-too-large ": lambda folder: _write(folder / "wide.json", '{"id":"a","phones":[' + "[]," * 20_000_000 + "[]]}"),
    "object-too-large": lambda folder: _write(folder / "open.json", '{"id":"' + "é😀" * 10_000_000),
    "too-many-objects": lambda folder: _write(folder / "many.json", "[" + "[]," * 3_000_000 + "[]]"),
    "archive-contents": _crowd,
    "table-broken": lambda folder: _write(folder / "services.csv", HEADING + "a" * 120_000_000).parent,
    "table-broken ": lambda folder: _write(folder / "services.csv", "a" * 120_000_000).parent,
    "file-too-large": lambda folder: _sparse(folder / "large.json"),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells how much memory a program used")
@pytest.mark.parametrize("code", BOMBS)
def test_faults_33_and_35_what_is_made_to_burst_is_refused_within_200_megabytes(tmp_path: Path, code: str) -> None:
    path = BOMBS[code](tmp_path)
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    megabytes, said = done.stdout.split()
    assert said == code.strip()
    assert int(megabytes) < 200


@pytest.mark.parametrize(
    "name", ["../services.csv", "/etc/services.csv", "a/../../services.csv", "C:\\services.csv", "..\\services.csv"]
)
def test_fault_34_an_archive_that_points_outside_is_refused(tmp_path: Path, name: str) -> None:
    assert _codes(read_hsds(_archive(tmp_path / "a.zip", {name: HEADING}), ())) == ["archive-path"]


def test_fault_34_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("services.csv")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert _codes(read_hsds(tmp_path / "a.zip", ())) == ["archive-link"]


def test_fault_34_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "elders.csv").write_text(HEADING + "a,Een,active\n")
    (tmp_path / "map" / "services.csv").symlink_to(tmp_path / "elders.csv")
    read = read_hsds(tmp_path / "map", ())
    assert _codes(read) == ["no-tables"]
    assert [finding.code for finding in read.repaired] == ["file-left"]


def test_fault_35_too_many_entries_are_refused(tmp_path: Path) -> None:
    entries = {f"{n}.csv": "" for n in range(raw.MAX_ENTRIES + 1)}
    assert _codes(read_hsds(_archive(tmp_path / "a.zip", entries), ())) == ["archive-entries"]
    (tmp_path / "map").mkdir()
    for name in entries:
        (tmp_path / "map" / name).touch()
    assert _codes(read_hsds(tmp_path / "map", ())) == ["archive-entries"]


def test_an_archive_with_a_secret_or_of_another_packing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("services.csv", HEADING)
    assert _codes(read_hsds(tmp_path / "a.zip", ())) == ["archive-packing"]
    path = _archive(tmp_path / "b.zip", {"services.csv": HEADING})
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, content.rindex(b"PK\x01\x02") + 8, 1)
    path.write_bytes(content)
    assert _codes(read_hsds(path, ())) == ["archive-secret"]


def test_an_archive_that_is_cut_or_changed_is_refused(tmp_path: Path) -> None:
    whole = _archive(tmp_path / "a.zip", {"services.csv": HEADING + "a,Een,active\n" * 50}).read_bytes()
    for end in range(0, len(whole), 7):
        (tmp_path / "b.zip").write_bytes(whole[:end])
        assert _codes(read_hsds(tmp_path / "b.zip", ()))
    (tmp_path / "b.zip").write_bytes(whole[:45] + bytes((whole[45] ^ 255,)) + whole[46:])
    assert _codes(read_hsds(tmp_path / "b.zip", ())) == ["file-unreadable"]


def test_an_archive_within_an_archive_is_left_closed(tmp_path: Path) -> None:
    inner = _archive(tmp_path / "in.zip", {"services.csv": HEADING}).read_bytes()
    read = read_hsds(_archive(tmp_path / "a.zip", {"in.zip": inner, "services.csv": HEADING + "a,Een,active\n"}), ())
    assert [service.id for service in read.services] == ["a"]
    assert "file-left" in {finding.code for finding in read.repaired}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _codes(read_hsds(tmp_path / "pipe", ())) == ["file-unreadable"]
    assert _codes(read_hsds(tmp_path / "nergens.json", ())) == ["file-missing"]
    assert _codes(read_hsds(tmp_path / "a\0b", ())) == ["file-unreadable"]


def test_a_thousand_findings_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    rows = [{"id": f"dienst-{n}", "name": "Hulp", "status": "vreemd"} for n in range(6000)]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    read = read_hsds(tmp_path / "a.json", ())
    assert len(read.services) == 6000
    assert (read.repaired[-1].code, read.repaired[-1].data) == ("more-findings", (("count", "13000"),))
    assert ("kind-and-step-guessed", (("count", "6000"),)) in {(finding.code, finding.data) for finding in read.repaired}
    (tmp_path / "a.json").write_text(json.dumps([{**row, "name": ""} for row in rows]))
    assert len(read_hsds(tmp_path / "a.json", ()).refused) == 6000
