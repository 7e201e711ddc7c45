"""Bad spreadsheets: refused in words with sheet, row and column, quickly and in little memory; never half read."""

import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.fictional import TOPICS, fictional_services
from wijkwijzer_desktop.exchange.spreadsheet_columns import SERVICES
from wijkwijzer_desktop.exchange.spreadsheet_reading import read_spreadsheet
from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet
from wijkwijzer_desktop.i18n.import_words import place_and_finding
from wijkwijzer_desktop.i18n.translator import Translator

CATALOGUE = tuple(fictional_services(12, 5))
# Seconds and megabytes that a file made to burst may cost, and what Python needs before it begins.
SECONDS, MEGABYTES = 2.0, 200
MEASURE = """
import re, sys, time
from pathlib import Path
from wijkwijzer_desktop.exchange.spreadsheet_reading import read_spreadsheet
begin = time.process_time()
read = read_spreadsheet(Path(sys.argv[1]))
assert not read.services
seconds = time.process_time() - begin
# Not as resource has it: that counts who started this too.
most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(read.refused[0].code, seconds, int(most[1]) / 1024)
"""

Change = Callable[[Workbook], Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "catalogus.xlsx"
    write_spreadsheet(CATALOGUE, path)
    return path


def changed(path: Path, change: Change) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def codes(path: Path) -> list[tuple[str, int]]:
    read = read_spreadsheet(path, TOPICS)
    for finding in (*read.repaired, *read.refused):
        words = place_and_finding(finding, Translator())
        assert path.name in words
        assert finding.code not in words
        assert "{" not in words
    return [(finding.code, finding.line) for finding in read.refused]


def column(field: str) -> int:
    return 1 + next(n for n, column in enumerate(SERVICES.columns) if column.field == field)


@pytest.mark.parametrize(
    ("field", "found", "code"),
    [
        ("name", None, "cell-empty"),
        ("kind", "activitijt", "cell-choice"),
        ("status", "=1+1", "cell-formula"),
        ("checked", "31-02-2026", "cell-day"),
        ("checked", 12.5, "cell-day"),
        ("cost_cents", "twee", "cell-euros"),
        ("cost_cents", 2.505, "cell-euros"),
        ("topics", "geld.schuldn", "cell-topic"),
        ("topics", "geld schulden!", "cell-name"),
        ("eligibility", '{"formula": 1}', "cell-condition"),
        ("eligibility", '{"not": ' * 5000, "cell-condition"),
        ("valid_to", "1-1-1990", "cell-backward"),
        ("name", "#REF!", "cell-error"),
        ("id", "x" * 300, "cell-name"),
    ],
)
def test_fault_38_a_bad_cell_is_told_with_sheet_row_and_column(path: Path, field: str, found: object, code: str) -> None:
    def spoil(book: Workbook) -> None:
        book["Voorzieningen"].cell(5, column("valid_from"), "2-1-2000")
        book["Voorzieningen"].cell(5, column(field)).value = found  # type: ignore[assignment]

    refused = read_spreadsheet(changed(path, spoil), TOPICS).refused
    assert (code, 5) in codes(path)
    heading = SERVICES.columns[column(field) - 1].heading
    first = next(finding for finding in refused if finding.code == code)
    assert {("sheet", "Voorzieningen"), ("column", heading)} <= set(first.data)


def test_fault_38_row_999_of_1000_is_found_and_its_service_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    services = tuple(fictional_services(1000, 2))
    write_spreadsheet(services, path)
    changed(path, lambda book: book["Voorzieningen"].cell(999, column("kind"), "onzin"))
    read = read_spreadsheet(path)
    assert [(finding.code, finding.line, finding.item) for finding in read.refused] == [("cell-choice", 999, services[997].id)]
    assert len(read.services) == 999
    assert not read.is_whole


def test_fault_38_double_ids_and_rows_of_nobody(path: Path) -> None:
    def spoil(book: Workbook) -> None:
        book["Voorzieningen"].cell(4, 1, CATALOGUE[0].id)
        book["Telefoonnummers"].append(["voorbeeld-00000", "053", ""])

    found = codes(changed(path, spoil))
    assert ("cell-double", 4) in found
    whose = next(finding for finding in read_spreadsheet(path).refused if finding.item == "voorbeeld-00000")
    assert whose.code == "cell-whose"
    assert "Bedoelt u “voorbeeld-0000" in place_and_finding(whose, Translator())


def test_a_misspelt_heading_is_told_with_what_was_meant(path: Path) -> None:
    changed(path, lambda book: book["Voorzieningen"].cell(1, column("name"), "Naaam"))
    read = read_spreadsheet(path)
    assert (read.services, [finding.code for finding in read.refused]) == ((), ["sheet-heading-missing"])
    assert "ontbreekt de kop “Naam”" in place_and_finding(read.refused[0], Translator())
    assert "Bedoelt u “Naaam”?" in place_and_finding(read.refused[0], Translator())


def test_a_missing_sheet_or_column_says_nothing_of_what_is_known(path: Path) -> None:
    def take_away(book: Workbook) -> None:
        del book["Sluitingen"]
        book["Voorzieningen"].delete_cols(column("email"))

    read = read_spreadsheet(changed(path, take_away))
    assert read.silent == frozenset({"timetable", "email"})
    assert [finding.code for finding in read.repaired] == ["sheet-absent", "sheet-heading-absent"]
    assert not read.refused


def test_columns_may_stand_in_any_order_and_dates_be_typed(path: Path) -> None:
    def turn(book: Workbook) -> None:
        page = book["Sluitingen"]
        page.append(["24-12-2026", CATALOGUE[1].id])
        page.cell(page.max_row, 3, "2026-12-26")
        for row in page.iter_rows():
            if row[0].row and row[0].row < page.max_row:
                row[0].value, row[1].value = row[1].value, row[0].value

    services = read_spreadsheet(changed(path, turn)).services
    last = services[1].timetable.closures[-1]
    assert (f"{last.first} {last.last}") == "2026-12-24 2026-12-26"


def test_something_new_needs_no_id(path: Path) -> None:
    changed(path, lambda book: book["Voorzieningen"].append([None, "Café Ünïek", "Stichting Één", None, "hulp", "vrijwilliger"]))
    read = read_spreadsheet(path)
    assert (read.services[-1].id, read.services[-1].organization.id) == ("cafe-uniek", "stichting-een")
    assert [finding.code for finding in read.repaired] == ["cell-new-id"]


# Files made to burst


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def with_sheet(path: Path, content: bytes, name: str = "xl/worksheets/sheet2.xml") -> Path:
    """The same book with another sheet in the place of one."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    return zipped(path, {**parts, name: content})


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
    + HEAD
    + b'<row><c t="inlineStr"><is><t>&j;</t></is></c></row>'
    + TAIL
)
# Letters that pack badly, so that it is not turned away for how it is packed.
ENDLESS = random.Random(5).randbytes(1 << 20).hex().encode()
BURSTING = {
    "gigabyte": (b"", "archive-too-large"),
    "laughs": (LAUGHS, "sheet-entities"),
    "rows": (HEAD + b"<row/>" * 1_000_000 + TAIL, "sheet-rows"),
    "columns": (HEAD + b"<row>" + b"<c/>" * 10_000 + b"</row>" + TAIL, "sheet-columns"),
    "cells": (HEAD + b"<row>" + b'<c r="row>"/>' * 2_000_000 + b"</row>" + TAIL, "sheet-columns"),
    "nested": (HEAD + b"<row>" * 10_000 + b"</row>" * 10_000 + TAIL, "sheet-nested"),
    "shared": (b"<sst>" + b"<si/>" * 1_000_000 + b"</sst>", "sheet-rows"),
    "text": (HEAD + b'<row><c t="inlineStr"><is><t>' + ENDLESS + b"</t></is></c></row>" + TAIL, "sheet-text"),
    "tag": (HEAD + b'<row r="' + ENDLESS + b'"/>' + TAIL, "sheet-text"),
    "far": (HEAD + b'<row r="1"/><row r="99999999999"><c r="A99999999999"/></row>' + TAIL, "sheet-rows"),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="geheugen is hier niet te meten")
@pytest.mark.parametrize("what", BURSTING)
def test_faults_33_and_35_what_is_made_to_burst_is_refused_soon_and_in_little_memory(path: Path, what: str) -> None:
    content, code = BURSTING[what]
    if what == "gigabyte":
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("xl/x.xml", "w") as part:
            for _ in range(1 << 10):
                part.write(bytes(1 << 20))
    else:
        with_sheet(path, content)
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True, timeout=100)
    found, seconds, megabytes = done.stdout.split()
    assert found in {code, "archive-ratio"}
    assert float(seconds) < SECONDS
    assert float(megabytes) < MEGABYTES


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet-damaged"),
        (b"geen zip", "sheet-damaged"),
        (b"PK\x03\x04" + b"\0" * 50, "sheet-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sheet-locked"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "c.xlsx"
    path.write_bytes(content)
    assert codes(path) == [(code, 0)]
    assert read_spreadsheet(tmp_path / "weg.xlsx").refused[0].code == "file-missing"
    assert read_spreadsheet(tmp_path).refused[0].code == "file-is-folder"
