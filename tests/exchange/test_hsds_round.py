"""What goes out as HSDS comes back the same, field for field, and is what the published schemas ask."""

import csv
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.domain.samples import service
from tests.exchange.hsds_samples import EXAMPLES, OHANA, SCHEMAS, TOPICS, UK, services, unlike_ids
from tests.fictional import TOPICS as MANY_TOPICS
from tests.fictional import fictional_services
from wijkwijzer_desktop.domain.service import Location, Organization, Phone
from wijkwijzer_desktop.exchange.hsds import read_hsds
from wijkwijzer_desktop.exchange.hsds_out import object_of
from wijkwijzer_desktop.exchange.hsds_package import descriptor
from wijkwijzer_desktop.exchange.hsds_writing import Form, write_hsds

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published schemas of HSDS aren't beside the repository")
needs_samples = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="other people's files aren't beside the repository")
relaxed = settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def _out(folder: Path, form: Form) -> Path:
    return folder / {Form.FOLDER: "tables", Form.ZIP: "tables.zip", Form.LINES: "lines.jsonl"}.get(form, "page.json")


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _problems(validator: Draft202012Validator, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@relaxed
@given(found=st.lists(services, max_size=4), form=st.sampled_from(Form))
def test_what_goes_out_comes_back_the_same(tmp_path: Path, found: list[Any], form: Form) -> None:
    kept = unlike_ids(found)
    if not kept:
        return
    path = _out(tmp_path, form)
    write_hsds(kept, path, form=form)
    read = read_hsds(path, TOPICS)
    assert read.refused == ()
    assert read.silent == frozenset()
    assert sorted(read.services, key=lambda one: one.id) == sorted(kept, key=lambda one: one.id)
    assert {finding.code for finding in read.repaired} <= {"no-topic"}


@needs_schemas
@settings(relaxed, max_examples=40)
@given(one=services)
def test_every_service_is_what_the_schema_asks(one: Any) -> None:
    assert _problems(_validator("service.json"), object_of(one)) == []


@needs_schemas
def test_pages_of_every_kind_are_what_the_schemas_ask(tmp_path: Path) -> None:
    some = tuple(fictional_services(30, 1))
    for form, schema in ((Form.JSON, "service.json"), (Form.ORGANIZATIONS, "organization.json")):
        path = _out(tmp_path, form)
        write_hsds(some, path, form=form)
        page = json.loads(path.read_text(encoding="utf-8"))
        assert page["total_items"] == len(page["contents"]) > 0
        for one in page["contents"]:
            assert _problems(_validator(schema), one) == []


@needs_schemas
def test_a_service_at_its_location_is_what_the_schema_asks(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    write_hsds(tuple(fictional_services(30, 1)), path, form=Form.PLACES)
    for one in json.loads(path.read_text(encoding="utf-8"))["contents"]:
        assert _problems(_validator("service_at_location_list.json"), one) == []


@needs_schemas
def test_every_row_of_the_tables_is_what_the_schema_asks(tmp_path: Path) -> None:
    write_hsds(tuple(fictional_services(60, 1)), tmp_path / "tables", form=Form.FOLDER)
    tables = json.loads((SCHEMAS / "tabular.json").read_text(encoding="utf-8"))["properties"]
    ids: dict[str, set[str]] = {}
    rows: dict[str, list[dict[str, str]]] = {}
    for resource in descriptor()["resources"]:
        table = resource["name"]
        with (tmp_path / "tables" / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows[table] = list(csv.DictReader(file))
        ids[table] = {row["id"] for row in rows[table]}
        assert len(ids[table]) == len(rows[table]), table
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert set(names) <= tables[table]["items"]["properties"].keys()
        validator = Draft202012Validator(tables[table]["items"], format_checker=Draft202012Validator.FORMAT_CHECKER)
        numbers = {field["name"] for field in resource["schema"]["fields"] if field["type"] == "number"}
        for row in rows[table]:
            needed = set(tables[table]["items"].get("required", ()))
            typed = {name: float(cell) if name in numbers else cell for name, cell in row.items() if cell or name in needed}
            assert _problems(validator, typed) == []
    for resource in descriptor()["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            named = {row[key["fields"]] for row in rows[resource["name"]]} - {""}
            assert named <= ids[key["reference"]["resource"]], (resource["name"], key)
    assert {row["link_id"] for row in rows["attribute"]} <= ids["service"]


@needs_samples
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "source", [EXAMPLES / "service_full.json", EXAMPLES / "csv", UK / "organization_full.json", OHANA], ids=str
)
def test_import_export_import_is_the_same(tmp_path: Path, source: Path, form: Form) -> None:
    first = read_hsds(source, TOPICS, age_question="about.leeftijd")
    assert first.services
    write_hsds(first.services, _out(tmp_path, form), form=form)
    second = read_hsds(_out(tmp_path, form), TOPICS, age_question="about.leeftijd")
    assert second.refused == ()
    by_id = {one.id: one for one in second.services}
    assert by_id == {one.id: one for one in first.services}


def test_a_hundred_services_come_back_from_every_form(tmp_path: Path) -> None:
    some = tuple(fictional_services(100, 1))
    for form in Form:
        heard: list[tuple[int, int]] = []
        write_hsds(some, _out(tmp_path, form), form=form)
        read = read_hsds(_out(tmp_path, form), MANY_TOPICS, progress=lambda *at, heard=heard: heard.append(at))
        assert {one.id: one for one in read.services} == {one.id: one for one in some}
        assert read.refused == read.repaired == ()
        assert heard
        assert heard[-1][0] <= heard[-1][1]


def test_what_another_program_changed_after_the_export_counts(tmp_path: Path) -> None:
    one = service("een", timetable=next(iter(fictional_services(1, 1))).timetable, phones=(Phone("053 1234567", "balie"),))
    whole = object_of(one)
    whole["phones"][0]["number"] = "053 7654321"
    whole["schedules"] = [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00"}]
    (tmp_path / "een.json").write_text(json.dumps(whole), encoding="utf-8")
    read = read_hsds(tmp_path / "een.json", ("geld.schulden",))
    (back,) = read.services
    assert back.phones == (Phone("053 7654321", "balie"),)
    assert [schedule.weekdays for schedule in back.timetable.schedules] == [("MO",)]
    assert [finding.code for finding in read.repaired] == ["changed-elsewhere"]
    assert (back.kind, back.step, back.topics) == (one.kind, one.step, one.topics)


def test_ids_stay_the_same_from_one_export_to_the_next() -> None:
    one = service("een")
    assert object_of(one)["id"] == object_of(service("een", name="Anders"))["id"]
    known = "ac148810-d857-441c-9679-408f346de14b"
    assert object_of(service(known))["id"] == known


@pytest.mark.parametrize("form", Form)
def test_an_organization_with_the_id_of_its_service_loses_no_place(tmp_path: Path, form: Form) -> None:
    known = "ac148810-d857-441c-9679-408f346de14b"
    one = service(known, organization=Organization(known, "De Stichting"), location=Location("Markt 1", "7511AA", "Enschede"))
    write_hsds((one,), _out(tmp_path, form), form=form)
    assert read_hsds(_out(tmp_path, form), ("geld.schulden",)).services == (one,)


def test_a_cell_that_a_spreadsheet_would_run_is_escaped(tmp_path: Path) -> None:
    one = service("een", description='=HYPERLINK("x")', cost="@som", phones=(Phone("+31 53 1234567"),), referral_text="-2+3")
    write_hsds((one,), tmp_path / "tables", form=Form.FOLDER)
    text = (tmp_path / "tables" / "services.csv").read_text(encoding="utf-8")
    assert "'=HYPERLINK" in text
    assert ",'@som" in text
    assert "+31 53 1234567" in (tmp_path / "tables" / "phones.csv").read_text(encoding="utf-8")
    assert read_hsds(tmp_path / "tables", ("geld.schulden",)).services == (one,)


def test_an_export_leaves_nothing_of_an_earlier_one_and_no_half_files(tmp_path: Path) -> None:
    write_hsds(tuple(fictional_services(20, 1)), tmp_path / "tables", form=Form.FOLDER)
    one = service("een", organization=Organization("org", "De Stichting"))
    write_hsds((one,), tmp_path / "tables", form=Form.FOLDER)
    assert read_hsds(tmp_path / "tables", ("geld.schulden",)).services == (one,)
    write_hsds((one,), tmp_path / "een.zip", form=Form.ZIP)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een.zip", "tables"]
    with zipfile.ZipFile(tmp_path / "een.zip") as archive:
        assert "datapackage.json" in archive.namelist()
