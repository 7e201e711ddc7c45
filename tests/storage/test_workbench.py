"""Entries written one by one: what is there, what became of it, and that nothing else moved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from tests.storage.conftest import address, both
from tests.storage.examples import CATALOGUES, SERVICES, WISHES, a_service
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.condition import AtLeast
from wijkwijzer_desktop.domain.editing import FlagReason, How, Kept
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, DatabaseUnusableError, EditConflictError
from wijkwijzer_desktop.domain.matching import Wish, sort_services
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Organization, Phone, Service
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database, reading
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

PROPERTY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 24)


def stamped(data: bytes) -> str:
    return f"stempel {len(data)}"


@pytest.fixture
def workbench(engine: Engine) -> StoredWorkbench:
    return StoredWorkbench(engine, stamped)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory, blank_database: bytes) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("lasting") / "wijkwijzer.db"
    path.write_bytes(blank_database)
    engine = open_database(address(path))
    yield engine
    engine.dispose()


def entry(change: str = "changed") -> Entry:
    return Entry(Action.CATALOGUE_CHANGED, AT, "eva", Role.EDITOR, (("change", change), ("services", 1)))


@PROPERTY
@given(services=CATALOGUES, changes=st.lists(SERVICES, max_size=6, unique_by=lambda s: s.id), wish=WISHES)
def test_entries_one_by_one_are_as_all_at_once(
    lasting: Engine, services: tuple[Service, ...], changes: list[Service], wish: Wish
) -> None:
    catalogue, workbench = StoredCatalogue(lasting), StoredWorkbench(lasting)
    catalogue.replace_all(services)
    expected = {service.id: service for service in services}
    for service in changes:
        now = workbench.read(service.id)
        kept = workbench.save(service, now.version if now else 0, How.EDITED)
        assert workbench.read(service.id) == kept == Kept(service, kept.version)
        expected[service.id] = service
    whole = tuple(expected[service_id] for service_id in sorted(expected))
    assert catalogue.everything() == whole
    assert tuple(kept.service for kept in workbench.everything()) == whole
    assert catalogue.shortlist(wish) == sort_services(whole, wish)
    check_content(lasting)


@PROPERTY
@given(services=CATALOGUES, changes=st.lists(SERVICES, max_size=8, unique_by=lambda s: s.id))
def test_many_at_once_are_as_one_by_one(lasting: Engine, services: tuple[Service, ...], changes: list[Service]) -> None:
    catalogue, workbench = StoredCatalogue(lasting), StoredWorkbench(lasting)
    catalogue.replace_all(services)
    versions = {kept.service.id: kept.version for kept in workbench.everything()}
    workbench.save_all([(service, versions.get(service.id, 0)) for service in changes], How.IMPORTED)
    expected = {service.id: service for service in (*services, *changes)}
    assert catalogue.everything() == tuple(expected[service_id] for service_id in sorted(expected))
    check_content(lasting)


@both
def test_history_tells_who_and_what_and_can_be_put_back(workbench: StoredWorkbench, engine: Engine) -> None:
    StoredCatalogue(engine).replace_all((a_service("a"),))
    with_phone = replace(a_service("a"), phones=(Phone("053 000 00 01"),))
    workbench.save(with_phone, 1, How.EDITED)
    workbench.save(a_service("a"), 2, How.PUT_BACK)
    last, first = workbench.history("a")
    assert (first.before, first.after, first.how) == (a_service("a"), with_phone, How.EDITED)
    assert (last.before, last.after, last.how) == (with_phone, a_service("a"), How.PUT_BACK)
    assert (last.account, last.role, last.at.tzinfo is not None) == ("", None, True)
    assert workbench.history("b") == ()


def test_the_log_of_staff_is_written_with_the_change_or_neither_is(engine: Engine) -> None:
    log = StoredAudit(engine, stamped)
    log.append(Entry(Action.BEGUN, AT, data=(("account", "eva"), ("removed", 0))))
    workbench = StoredWorkbench(engine, stamped)
    workbench.save(a_service("a"), 0, How.EDITED, entry("added"))
    (change,) = workbench.history("a")
    assert (change.at, change.account, change.role, change.before) == (AT, "eva", Role.EDITOR, None)
    assert log.latest(1)[0].action == Action.CATALOGUE_CHANGED
    # As it was already: nothing is done, and nothing noted.
    assert workbench.save(a_service("a"), 1, How.EDITED, entry()) == Kept(a_service("a"), 1)
    with pytest.raises(EditConflictError):
        workbench.save(a_service("a", name="Anders"), 7, How.EDITED, entry())
    assert log.verify().lines == 2
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(tables.audit)) == 2


def test_without_a_log_to_write_in_nothing_is_changed(engine: Engine) -> None:
    workbench = StoredWorkbench(engine, stamped)
    with pytest.raises(DatabaseUnusableError):
        # A log that has not begun.
        workbench.save(a_service("a"), 0, How.EDITED, entry("added"))
    assert workbench.read("a") is None
    assert workbench.history("a") == ()


def test_fault_26_the_second_editor_is_shown_both_versions(database: Path) -> None:
    first, second = (StoredWorkbench(open_database(address(database))) for _ in range(2))
    first.save(a_service("a"), 0, How.EDITED)
    seen = second.read("a")
    assert seen is not None
    theirs = first.save(a_service("a", name="Van de eerste"), 1, How.EDITED)
    with pytest.raises(EditConflictError) as conflict:
        second.save(a_service("a", name="Van de tweede"), seen.version, How.EDITED)
    assert conflict.value.now == theirs
    assert conflict.value.data == {"item": "a"}
    mine = second.save(a_service("a", name="Van de tweede"), theirs.version, How.EDITED)
    assert first.read("a") == mine
    assert [change.after.name for change in first.history("a")] == ["Van de tweede", "Van de eerste", "Dienst"]


@both
@pytest.mark.parametrize("seen", [0, 2])
def test_fault_26_what_is_there_already_or_is_gone_is_a_conflict_too(workbench: StoredWorkbench, seen: int) -> None:
    kept = workbench.save(a_service("a"), 0, How.EDITED)
    with pytest.raises(EditConflictError) as conflict:
        workbench.save(a_service("a", name="Anders"), seen, How.EDITED)
    assert conflict.value.now == kept
    with pytest.raises(EditConflictError) as conflict:
        workbench.save(a_service("b"), 1, How.EDITED)
    assert conflict.value.now is None


@both
def test_one_conflict_among_many_changes_nothing(workbench: StoredWorkbench) -> None:
    workbench.save(a_service("a"), 0, How.EDITED)
    with pytest.raises(EditConflictError):
        workbench.save_all([(a_service("b"), 0), (a_service("a", name="Anders"), 9)], How.IMPORTED)
    assert [kept.service.id for kept in workbench.everything()] == ["a"]
    assert workbench.history("b") == ()


@both
def test_fault_38_what_breaks_a_rule_changes_nothing(workbench: StoredWorkbench) -> None:
    workbench.save(a_service("a"), 0, How.EDITED)
    other_name = replace(a_service("b"), organization=Organization("een", "Anders"))
    for changes, code in (
        ([(a_service("b"), 0), (a_service("b"), 0)], "double-id"),
        ([(a_service("b", topics=("geld", "geld")), 0)], "double-topic"),
        ([(other_name, 0)], "organization-two-names"),
        ([(other_name, 0), (a_service("c"), 0)], "organization-two-names"),
    ):
        with pytest.raises(CatalogueRefusedError) as refused:
            workbench.save_all(changes, How.IMPORTED)
        assert {finding.code for finding in refused.value.findings} == {code}
    assert [kept.service for kept in workbench.everything()] == [a_service("a")]


@both
def test_an_organization_is_renamed_in_all_its_entries_at_once_and_goes_with_the_last(
    workbench: StoredWorkbench, engine: Engine
) -> None:
    workbench.save_all([(a_service("a"), 0), (a_service("b"), 0)], How.IMPORTED)
    renamed = Organization("een", "Een en twee")
    workbench.save_all([(replace(a_service(i), organization=renamed), 1) for i in ("a", "b")], How.EDITED)
    assert workbench.organizations() == (renamed,)
    other = Organization("ander", "Ander")
    workbench.save(replace(a_service("a"), organization=other), 2, How.EDITED)
    assert workbench.organizations() == (other, renamed)
    workbench.save(replace(a_service("b"), organization=other), 2, How.EDITED)
    assert workbench.organizations() == (other,)
    check_content(engine)


@both
def test_what_entries_share_does_not_grow_with_every_change(workbench: StoredWorkbench, engine: Engine) -> None:
    workbench.save_all([(a_service(f"dienst-{n}"), 0) for n in range(3)], How.IMPORTED)
    for number in range(1, 20):
        schedule = Schedule(Frequency.WEEKLY, ("MO",), interval=number, valid_from=DAY)
        changed = replace(
            a_service("dienst-1"),
            timetable=Timetable((schedule,)),
            eligibility=AtLeast("about.leeftijd", number),
            languages=("nl",),
        )
        workbench.save(changed, number, How.EDITED)
    with reading(engine) as connection:
        for table in (tables.timetable, tables.eligibility, tables.language, tables.place):
            count = connection.scalar(select(func.count()).select_from(table)) or 0
            assert count <= 2, table.name
    check_content(engine)
    assert StoredCatalogue(engine).services(("dienst-0",)) == {"dienst-0": a_service("dienst-0")}


@both
def test_flags_say_what_is_wrong_once_until_they_are_lowered(workbench: StoredWorkbench) -> None:
    workbench.save_all([(a_service("a"), 0), (a_service("b"), 0)], How.IMPORTED)
    for service_id, reason in (
        ("a", FlagReason.NUMBER),
        ("b", FlagReason.STOPPED),
        ("a", FlagReason.NUMBER),
        ("weg", FlagReason.HOURS),
    ):
        workbench.flag(service_id, reason, DAY)
    first, second = workbench.flags()
    assert (first.service_id, first.reason, first.on) == ("a", FlagReason.NUMBER, DAY)
    assert workbench.flags("b") == (second,)
    workbench.lower([first.number])
    assert workbench.flags() == (second,)
    workbench.flag("a", FlagReason.NUMBER, DAY)
    assert len(workbench.flags("a")) == 1
    workbench.lower(())
    assert len(workbench.flags()) == 2


@both
def test_who_lowers_a_flag_that_is_gone_lowers_no_other(workbench: StoredWorkbench) -> None:
    workbench.save(a_service("een"), 0, How.EDITED)
    workbench.flag("een", FlagReason.STOPPED, date(2026, 11, 22))
    (seen,) = workbench.flags()
    workbench.lower((seen.number,))
    workbench.flag("een", FlagReason.OTHER, date(2026, 11, 23))
    workbench.lower((seen.number,))
    assert [flag.reason for flag in workbench.flags()] == [FlagReason.OTHER]


def test_another_editor_is_seen_at_once(database: Path) -> None:
    mine, theirs = (StoredWorkbench(open_database(address(database))) for _ in range(2))
    mine.save(a_service("a"), 0, How.EDITED)
    theirs.save(replace(a_service("b"), eligibility=AtLeast("about.leeftijd", 18)), 0, How.EDITED)
    StoredCatalogue(open_database(address(database))).replace_all((a_service("a"), replace(a_service("c"), languages=("tr",))))
    assert [kept.service.languages for kept in mine.everything()] == [(), ("tr",)]
    mine.save(replace(a_service("a"), languages=("tr",)), 1, How.EDITED)
    assert [kept.service.languages for kept in theirs.everything()] == [("tr",), ("tr",)]
