"""Whole files that are dirty: encodings, tables with holes, JSON that is none; and what becomes of other people's."""

import json
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.hsds_samples import EXAMPLES, OHANA, UK
from wijkwijzer_desktop.desk.exchange import Read
from wijkwijzer_desktop.exchange.hsds import read_hsds

needs_samples = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="other people's files aren't beside the repository")
ORGANIZATION = {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "De Stichting"}
PLAIN = {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Hulp", "status": "active", "organization": ORGANIZATION}


def _read(folder: Path, value: object, name: str = "een.json", encoding: str = "utf-8") -> Read:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding=encoding)
    return read_hsds(path, ("geld", "eten"), age_question="about.leeftijd")


def _tables(folder: Path, **tables: str | bytes) -> Read:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_hsds(folder, ("geld", "eten"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_fault_36_every_encoding_is_read_rightly(tmp_path: Path, encoding: str) -> None:
    text = json.dumps({**PLAIN, "name": "Café “Brédà” – één"}, ensure_ascii=False)
    read = _read(tmp_path, text, encoding=encoding)
    assert [service.name for service in read.services] == ["Café “Brédà” – één"]
    assert ("encoding" in {finding.code for finding in read.repaired}) == (not encoding.startswith("utf-8"))
    (tmp_path / "een.json").unlink()
    table = "id;name;status;organization_id\r\n7;Café één;active;\r8;Twee;;\n"
    read = _tables(tmp_path, services=table.encode(encoding))
    assert [service.name for service in read.services] == ["Café één", "Twee"]


def test_tables_with_holes_are_joined_as_far_as_they_go(tmp_path: Path) -> None:
    read = _tables(
        tmp_path,
        services="id,organization_id,name,status\n a1 ,o1,Een,active\na2,weg,Twee,active,te,veel\n",
        organizations="id,name\no1,De Stichting\no1,Anders\n",
        phones="id,service_id,number\np1,a1,053 1234567\np2,nergens,053 7654321\n",
        metadata="id,resource_id\nm,a1\n",
    )
    assert {service.id: len(service.phones) for service in read.services} == {"a1": 1, "a2": 0}
    found = {finding.code: finding for finding in read.repaired}
    assert {"id-padded", "reference-dangling", "organization-missing", "row-of-nothing", "row-too-long", "double-row"} <= set(
        found
    )
    assert (found["row-of-nothing"].line, found["row-too-long"].line, found["double-row"].line) == (3, 3, 3)
    assert Path(found["table-left"].file).name == "metadata.csv"


def test_a_line_of_a_finding_is_that_of_the_row_also_after_a_text_of_several_lines(tmp_path: Path) -> None:
    read = _tables(tmp_path, services='id,name,description\na1,Een,"twee\nregels"\na2,,x\n')
    assert [(finding.code, finding.line, finding.item) for finding in read.refused] == [("without-name", 4, "a2")]


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ({"services": "naam,status\nEen,active\n"}, "column-missing"),
        ({"organizations": "id,name\n1,Een\n"}, "table-missing"),
        ({"services": 'id,name\na1,"open'}, "table-broken"),
        ({"services": ""}, "no-services"),
    ],
)
def test_tables_that_cannot_be_read_are_refused_whole(tmp_path: Path, tables: dict[str, Any], code: str) -> None:
    read = _tables(tmp_path, **tables)
    assert [finding.code for finding in read.refused] == ([code])
    assert read.services == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("  \n", "file-empty"),
        ("{", "not-json"),
        ('{"a" 1}', "not-json"),
        ("[1, 2]", "not-an-object"),
        ("[NaN]", "not-json"),
        ('{"version": "3.0"}', "not-a-service"),
        ('[{"id": "a", "name": "b", "status": "active"}, {', "not-json"),
        ("<html><body>Error 500</body></html>", "not-json"),
    ],
)
def test_json_that_is_none_is_refused_whole(tmp_path: Path, text: str, code: str) -> None:
    read = _read(tmp_path, text)
    assert code in {finding.code for finding in read.refused}
    assert read.services == ()


def test_lines_lists_pages_and_one_object_are_the_same(tmp_path: Path) -> None:
    other = {**PLAIN, "id": "twee"}
    expected = _read(tmp_path, [PLAIN, other]).services
    assert len(expected) == 2
    assert _read(tmp_path, {"total_items": 2, "contents": [PLAIN, other]}).services == expected
    assert _read(tmp_path, f"{json.dumps(PLAIN)}\n{json.dumps(other)}\n").services == expected
    nested = {**ORGANIZATION, "services": [{k: v for k, v in one.items() if k != "organization"} for one in (PLAIN, other)]}
    assert _read(tmp_path, nested).services == expected
    assert _read(tmp_path, [{"id": "l", "service": one} for one in (PLAIN, other)]).services == expected


@needs_samples
def test_the_examples_of_the_standard_import() -> None:
    known = {
        "service_full",
        "service_list",
        "organization_full",
        "service_at_location_full",
        "service_at_location_list",
        "tabular",
    }
    for path in sorted(EXAMPLES.glob("*.json")):
        read = read_hsds(path, ())
        assert [service.name for service in read.services] == (["Community Counselling"] if path.stem in known else [])
        assert bool(read.refused) == (path.stem not in known)
    tables = read_hsds(EXAMPLES / "csv", ())
    assert [service.name for service in tables.services] == ["Community Counselling"]
    # The example breaks its own references.
    assert {"reference-dangling", "row-of-nothing"} & {finding.code for finding in tables.repaired}
    assert tables.refused == ()


@needs_samples
@pytest.mark.parametrize("folder", [EXAMPLES, UK, UK.parent], ids=str)
def test_a_folder_of_answers_of_an_api_is_one_catalogue(folder: Path) -> None:
    read = read_hsds(folder, ())
    assert [service.name for service in read.services] == ["Community Counselling"]
    assert read.refused == ()
    assert "double-same" in {finding.code for finding in read.repaired}


@needs_samples
def test_an_older_shape_is_read_where_the_fields_are_the_same() -> None:
    read = read_hsds(OHANA, ())
    assert len(read.services) == 23
    assert read.refused == ()
    photos = next(service for service in read.services if service.name == "Passport Photos")
    assert (photos.organization.name, photos.languages) == ("Example Agency", ("es",))
    # Its own hours, not those of the building; of the days it is closed two belong to no year.
    assert [(schedule.weekdays, schedule.opens) for schedule in photos.timetable.schedules] == [
        (("MO",), time(8)),
        (("MO",), time(14)),
        (("WE",), time(10)),
    ]
    assert photos.timetable.closures == ()
    assert photos.hours_text.splitlines()[0] == "January 01, 0001: gesloten"
