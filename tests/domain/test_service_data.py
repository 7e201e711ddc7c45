"""A service as plain data comes back as it was, and what is no service is refused with its place."""

import json
from contextlib import suppress
from dataclasses import fields
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.examples import SERVICES, a_service
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Organization, Service
from wijkwijzer_desktop.domain.service_data import ServiceDataError, from_data, to_data

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(service=SERVICES)
def test_every_service_comes_back_through_json(service: Service) -> None:
    data = to_data(service)
    assert set(data) == {field.name for field in fields(Service)}
    assert from_data(json.loads(json.dumps(data))) == service


def test_times_with_seconds_and_fractions_come_back() -> None:
    schedule = Schedule(Frequency.WEEKLY, ("MO",), time(9, 30, 15), time(17, 0, 0, 250))
    service = Service(**{**_fields(a_service("a")), "timetable": Timetable((schedule,))})
    assert from_data(to_data(service)) == service


def test_what_may_be_empty_may_be_absent() -> None:
    needed = ("id", "name", "organization", "kind", "description", "topics", "step")
    data = {name: value for name, value in to_data(a_service("a")).items() if name in needed}
    assert from_data(data) == a_service("a")
    for name in needed:
        with pytest.raises(ServiceDataError) as refused:
            from_data({other: value for other, value in data.items() if other != name})
        assert (refused.value.field, refused.value.reason) == (name, "missing")


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"kleur": "rood"}, "kleur", "unknown"),
        ({"organization": {"id": "een", "name": "Een", "logo": ""}}, "organization.logo", "unknown"),
        ({"organization": {"id": "een"}}, "organization.name", "missing"),
        ({"organization": "Een"}, "organization", "type"),
        ({"name": 5}, "name", "type"),
        ({"name": None}, "name", "type"),
        ({"name": "Huis\0"}, "name", "text"),
        ({"phones": [{"number": "053"}, {"number": "\ud800"}]}, "phones.1.number", "text"),
        ({"step": True}, "step", "type"),
        ({"step": 9}, "step", "value"),
        ({"kind": "winkel"}, "kind", "value"),
        ({"topics": "geld"}, "topics", "type"),
        ({"topics": ["geld", 3]}, "topics.1", "type"),
        ({"checked": "3 november"}, "checked", "value"),
        ({"checked": 20261103}, "checked", "type"),
        ({"cost_cents": 2.5}, "cost_cents", "type"),
        ({"location": {"visit": 1}}, "location.visit", "type"),
        ({"eligibility": {"formula": "1+1"}}, "eligibility", "value"),
        ({"timetable": {"schedules": [{"frequency": "DAILY", "weekdays": []}]}}, "timetable.schedules.0.frequency", "value"),
        ({"timetable": {"schedules": [{"frequency": "WEEKLY", "weekdays": ["2MO"]}]}}, "timetable.schedules.0.weekdays", "value"),
        (
            {"timetable": {"schedules": [{"frequency": "WEEKLY", "weekdays": ["MO"], "interval": 0}]}},
            "timetable.schedules.0.interval",
            "value",
        ),
        (
            {"timetable": {"schedules": [{"frequency": "WEEKLY", "weekdays": ["MO"], "opens": "10:00+01:00"}]}},
            "timetable.schedules.0.opens",
            "value",
        ),
        ({"timetable": {"closures": [{"first": "2026-12-24"}]}}, "timetable.closures.0.last", "missing"),
    ],
)
def test_bad_data_is_refused_with_its_place(change: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(ServiceDataError) as refused:
        from_data({**to_data(a_service("a")), **change})
    assert (refused.value.field, refused.value.reason) == (field, reason)


@given(data=JSON, name=st.sampled_from([field.name for field in fields(Service)]))
def test_nothing_but_a_service_data_error_comes_of_any_json(data: object, name: str) -> None:
    for whole in (data, {**to_data(a_service("a")), name: data}):
        with suppress(ServiceDataError):
            assert isinstance(from_data(whole), Service)


def test_a_condition_as_deep_as_a_well_is_refused() -> None:
    deep: dict[str, Any] = {"unasked": True}
    for _ in range(100_000):
        deep = {"not": deep}
    with pytest.raises(ServiceDataError) as refused:
        from_data({**to_data(a_service("a")), "eligibility": deep})
    assert refused.value.field == "eligibility"


def _fields(service: Service) -> dict[str, Any]:
    return {field.name: getattr(service, field.name) for field in fields(Service)}


def test_days_are_written_as_iso_8601_and_nothing_is_left_out() -> None:
    service = Service(**{**_fields(a_service("a")), "organization": Organization("een", "Een"), "checked": date(2026, 11, 3)})
    data = to_data(service)
    assert data["checked"] == "2026-11-03"
    assert data["closed_until"] is None
    assert data["eligibility"] == {"all": []}
