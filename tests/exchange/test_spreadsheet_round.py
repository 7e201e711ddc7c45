"""What goes out as a spreadsheet comes back as it was."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.exchange.hsds_samples import services, unlike_ids
from tests.fictional import fictional_services
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Organization, Phone, Service
from wijkwijzer_desktop.exchange.notes import FileRefusedError
from wijkwijzer_desktop.exchange.spreadsheet_columns import EXPLANATION, SHEETS, Holds
from wijkwijzer_desktop.exchange.spreadsheet_reading import read_spreadsheet
from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet


def as_edited(service: Service) -> Service:
    """The same without what no form lets anybody make: parts without what they are about, dates that run backward."""
    timetable = Timetable(
        tuple(
            replace(one, weekdays=tuple(dict.fromkeys(one.weekdays)), valid_to=_after(one.valid_from, one.valid_to))
            for one in service.timetable.schedules
            if one.weekdays
        ),
        tuple(replace(one, first=min(one.first, one.last), last=max(one.first, one.last)) for one in service.timetable.closures),
    )
    return replace(
        service,
        organization=Organization(service.organization.id, service.organization.name or "Naam"),
        timetable=timetable,
        phones=tuple(phone for phone in service.phones if phone.number),
        documents=tuple(filter(None, service.documents)),
        sources=tuple(source for source in service.sources if source.url),
        languages=tuple(dict.fromkeys(service.languages)),
        valid_to=_after(service.valid_from, service.valid_to),
    )


def _after(first: date | None, last: date | None) -> date | None:
    return None if first is not None and last is not None and last < first else last


CATALOGUES = st.lists(services.map(as_edited), max_size=3).map(unlike_ids)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(catalogue=CATALOGUES)
def test_every_service_comes_back_as_it_was(tmp_path: Path, catalogue: tuple[Service, ...]) -> None:
    path = tmp_path / "catalogus.xlsx"
    write_spreadsheet(catalogue, path)
    read = read_spreadsheet(path)
    assert (read.repaired, read.refused, read.silent) == ((), (), frozenset())
    assert read.services == catalogue


def test_hundreds_come_back_and_progress_is_told(tmp_path: Path) -> None:
    catalogue = tuple(fictional_services(300, 3))
    told: list[tuple[int, int]] = []
    write_spreadsheet(catalogue, tmp_path / "c.xlsx", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    told.clear()
    assert read_spreadsheet(tmp_path / "c.xlsx", progress=lambda done, total: told.append((done, total))).services == catalogue
    assert told
    assert all(0 < done <= total for done, total in told)


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 53 1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "=cmd|' /C calc'!A0", "_x0041_", " x "]
)
def test_fault_37_what_looks_like_a_formula_is_escaped_and_comes_back(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.xlsx"
    service = replace(a_service("een", name=text), cost=text, phones=(Phone("053 1", text),))
    write_spreadsheet((service,), path)
    page = load_workbook(path)
    for sheet in page.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not (isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "\t", "\r", "\0")))
    assert read_spreadsheet(path).services == (service,)


def test_fault_37_a_nul_is_escaped_and_left_out_when_it_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    write_spreadsheet((a_service("een", name="\0Naam"),), path)
    assert load_workbook(path)["Voorzieningen"]["B2"].value == "'_x0000_Naam"
    read = read_spreadsheet(path)
    assert read.services[0].name == "Naam"
    assert [finding.code for finding in read.repaired] == ["cell-signs"]


def test_people_find_explanations_and_lists_to_choose_from(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    write_spreadsheet(tuple(fictional_services(5, 1)), path)
    book = load_workbook(path)
    assert book.sheetnames == [EXPLANATION, *(sheet.name for sheet in SHEETS)]
    told = " ".join(str(cell) for row in book[EXPLANATION].iter_rows(values_only=True) for cell in row if cell)
    for sheet in SHEETS:
        page = book[sheet.name]
        assert [cell.value for cell in page[1]] == [column.heading for column in sheet.columns]
        assert all(cell.comment is not None and cell.comment.text for cell in page[1])
        assert page.freeze_panes is not None
        listed = {str(validation.sqref)[0] for validation in page.data_validations.dataValidation}
        assert len(listed) <= sum(column.holds is Holds.CHOICE for column in sheet.columns)
        assert len(page.data_validations.dataValidation) == sum(column.holds is Holds.CHOICE for column in sheet.columns)
        assert all(column.told in told for column in sheet.columns)
    for validation in book["Voorzieningen"].data_validations.dataValidation:
        # A longer list is one that no program reads.
        assert len(validation.formula1) <= 257


def test_a_text_that_no_cell_holds_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    path.write_bytes(b"oud")
    with pytest.raises(FileRefusedError) as refused:
        write_spreadsheet((replace(a_service("een"), description="x" * 40_000),), path)
    assert refused.value.finding.code == "cell-too-long"
    assert refused.value.finding.item == "een"
    assert path.read_bytes() == b"oud"
    assert not zipfile.is_zipfile(path)
