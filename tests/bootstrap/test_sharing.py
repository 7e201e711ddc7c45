"""The staff room where counters share one database, over a real server."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bootstrap.shared_offices import ENTRIES, Offices, shared
from tests.central_database import COUNTER, EDITOR, MANAGER, a_database
from tests.postgres import Postgres
from wijkwijzer_desktop.bootstrap import open_importing
from wijkwijzer_desktop.desk.importing import Format
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.reach import Reach
from wijkwijzer_desktop.devices.keyfile import KEY_NAME
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.central import Away
from wijkwijzer_desktop.domain.editing import How, Kept, Wanted
from wijkwijzer_desktop.domain.errors import CentralAwayError, ComputerRefusedError, EditConflictError, RecordConflictError
from wijkwijzer_desktop.domain.network import Became, RecordKind, Route
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage.engine import HEAD, open_database
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

# The program keeps its connections until it ends.
pytestmark = pytest.mark.filterwarnings("ignore:.*deleted while still open:ResourceWarning")


@pytest.fixture(scope="module")
def offices(central_server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """The same for all tests: each works on an entry of its own."""
    with a_database(central_server) as central, pytest.MonkeyPatch.context() as monkeypatch:
        made = Offices(central, tmp_path_factory.mktemp("offices"), monkeypatch)
        made.publish()
        yield made
        made.close()


@pytest.fixture(scope="module")
def entries() -> Iterator[str]:
    return iter([service.id for service in ENTRIES])


@pytest.fixture
def one(entries: Iterator[str]) -> str:
    """An entry that no other test works on."""
    return next(entries)


@pytest.fixture
def editor(offices: Offices) -> Office:
    return offices.come_in(EDITOR)


def read(office: Office, service_id: str) -> Kept:
    kept = office.catalogue.read(service_id)
    assert kept is not None
    return kept


def save(office: Office, seen: Kept, name: str) -> Kept:
    return office.catalogue.save(replace(seen.service, name=name), seen.version)


def noted(office: Office, action: str = "catalogue-changed") -> int:
    """How many lines of this the log of this counter has."""
    return [line.action for line in office.room.log.latest(200)].count(action)


def test_what_an_editor_changes_is_on_the_server_and_in_the_log_of_this_counter(
    offices: Offices, editor: Office, one: str
) -> None:
    before, lines = read(editor, one), noted(editor)
    kept = save(editor, before, "Anders")
    assert (kept.version, noted(editor)) == (before.version + 1, lines + 1)
    assert offices.central.ask(f"SELECT name FROM service WHERE id = '{one}'", EDITOR) == [("Anders",)]
    (change,) = editor.catalogue.history(one)
    account = editor.room.account
    assert account is not None
    assert (change.account, change.role, change.how) == (account.id, Role.MANAGER, How.EDITED)
    (login,) = offices.central.ask_admin("SELECT login FROM central_journal ORDER BY number DESC LIMIT 1")
    assert login == ("wijkwijzer_enschede_editor",)
    assert offices.central.ask_admin("SELECT count(*) FROM audit") == [(0,)]
    assert editor.room.log.verify().wrong is None
    # What changes nothing is not noted.
    assert save(editor, kept, "Anders") == kept
    assert noted(editor) == lines + 1


def test_fault_26_two_editors_at_two_counters_see_both_versions(offices: Offices, editor: Office, one: str) -> None:
    other = offices.come_in(MANAGER)
    seen, lines = read(editor, one), noted(other)
    assert read(other, one) == seen
    first = save(editor, seen, "Van hier")
    with pytest.raises(EditConflictError) as conflict:
        save(other, seen, "Van daar")
    assert (conflict.value.now, read(other, one), noted(other)) == (first, first, lines)
    second = other.catalogue.save(replace(first.service, description="Van daar."), first.version)
    assert (read(editor, one), second.service.name) == (second, "Van hier")
    assert [change.after.description for change in editor.catalogue.history(one)] == ["Van daar.", first.service.description]


def test_two_who_change_the_network_see_both_versions_too(offices: Offices, editor: Office, one: str) -> None:
    other = offices.come_in(MANAGER)
    route = Route("", "Eenzaamheid", (one,))
    kept = editor.network.save(route, 0)
    assert kept in other.network.records(RecordKind.ROUTE)
    first = editor.network.save(replace(route, id=kept.record.id, what="Eenzaam"), kept.version)
    with pytest.raises(RecordConflictError) as conflict:
        other.network.save(replace(route, id=kept.record.id, what="Alleen"), kept.version)
    assert conflict.value.present == first
    assert (noted(editor, "network-changed") >= 2, noted(other, "network-changed")) == (True, 0)
    assert [change.role for change in other.network.history(RecordKind.ROUTE, kept.record.id)] == [Role.MANAGER] * 2
    editor.network.forget_before(RecordKind.ROUTE, kept.record.id)
    editor.network.remove(RecordKind.ROUTE, kept.record.id, first.version)
    assert first not in other.network.records(RecordKind.ROUTE)
    assert [change.became for change in other.network.history(RecordKind.ROUTE, kept.record.id)] == [Became.GONE]


def test_fault_24_away_in_the_middle_all_can_be_looked_at_and_saved_once_it_is_back(
    offices: Offices, editor: Office, one: str
) -> None:
    offices.fetch(EDITOR)
    reaching, seen, lines = shared(editor).reaching, read(editor, one), noted(editor)
    with offices.away():
        with pytest.raises(CentralAwayError) as away:
            save(editor, seen, "Getypt")
        assert away.value.data == {"away": Away.UNREACHABLE}
        assert reaching.now == Reach(Away.UNREACHABLE, Role.EDITOR)
        assert read(editor, one) == seen
        assert len(editor.catalogue.rows(Wanted())) == len(ENTRIES)
        assert editor.catalogue.work_list()
        assert editor.network.read().practices == {}
        assert editor.publishing.packs()[0].on_top
        for what in (editor.publishing.open_draft, editor.statistics.figures, shared(editor).counters.overview):
            with pytest.raises(CentralAwayError):
                what()
        with pytest.raises(CentralAwayError):
            editor.catalogue.history(one)
    assert save(editor, seen, "Getypt").service.name == "Getypt"
    assert (reaching.now, noted(editor)) == (Reach(None, Role.EDITOR), lines + 1)


def test_what_is_looked_at_while_away_is_what_was_fetched_last(offices: Offices, editor: Office, one: str) -> None:
    offices.fetch(EDITOR)
    seen = read(editor, one)
    kept = save(editor, seen, "Anders")
    with offices.away():
        shared(editor).reaching.look()
        assert read(editor, one) == seen
    offices.fetch(EDITOR)
    with offices.away():
        shared(editor).reaching.look()
        assert read(editor, one) == kept


def test_who_only_reads_when_it_goes_away_reads_on(offices: Offices, editor: Office, one: str) -> None:
    offices.fetch(EDITOR)
    seen = read(editor, one)
    with offices.away():
        # Nobody looked since: this reading finds out.
        assert read(editor, one) == seen
        assert shared(editor).reaching.now == Reach(Away.UNREACHABLE, Role.EDITOR)


def test_saved_though_the_answer_was_lost_is_saved_and_noted_when_it_is_saved_again(
    offices: Offices, editor: Office, one: str
) -> None:
    seen, lines = read(editor, one), noted(editor)
    # The server took it; of that nothing came back.
    there = StoredWorkbench(open_database(offices.central.address(EDITOR)))
    lost = there.save(replace(seen.service, name="Getypt"), seen.version, How.EDITED)
    assert save(editor, seen, "Getypt") == lost
    assert (noted(editor), len(editor.catalogue.history(one))) == (lines + 1, 1)


def test_the_same_of_the_network(offices: Offices, editor: Office, one: str) -> None:
    route = Route("", "Schulden", (one,))
    seen, lines = editor.network.save(route, 0), noted(editor, "network-changed")
    typed = replace(route, id=seen.record.id, what="Geld")
    entry = editor.room.entry(Action.NETWORK_CHANGED, change="changed", kind=RecordKind.ROUTE)
    lost = StoredNetworks(open_database(offices.central.address(EDITOR))).save(typed, seen.version, entry)
    assert editor.network.save(typed, seen.version) == lost
    assert noted(editor, "network-changed") == lines + 1


def test_a_computer_that_may_only_count_looks_and_changes_nothing(offices: Offices, one: str) -> None:
    office = offices.come_in(COUNTER)
    before = offices.central.ask_admin("SELECT count(*) FROM service_change")
    seen = read(office, one)
    assert shared(office).reaching.now == Reach(None, Role.VOLUNTEER)
    with pytest.raises(ComputerRefusedError):
        save(office, seen, "Anders")
    with pytest.raises(ComputerRefusedError):
        office.catalogue.history(one)
    with pytest.raises(ComputerRefusedError):
        office.network.save(Route("", "Schulden", (one,)), 0)
    assert offices.central.ask_admin("SELECT count(*) FROM service_change") == before
    assert (read(office, one), noted(office)) == (seen, 0)


def test_an_editors_computer_does_what_editors_may_and_no_more(offices: Offices, editor: Office) -> None:
    packs = editor.publishing.packs()
    editor.publishing.put_back(packs[0].version)
    assert (len(editor.publishing.packs()), noted(editor, "content-published")) == (len(packs) + 1, 1)
    assert editor.statistics.figures().months
    with pytest.raises(ComputerRefusedError):
        shared(editor).counters.overview()
    # It is the computer, not the connection.
    assert shared(editor).reaching.now == Reach(None, Role.EDITOR)


def test_what_is_left_out_at_one_counter_is_at_all(offices: Offices, editor: Office, one: str) -> None:
    other = offices.come_in(MANAGER)
    editor.layers.hide(one, "enschede", "Wij doen dat anders")
    assert [override.service for override in other.layers.layers().overrides] == [one]
    other.layers.show_again(one, "enschede")
    assert editor.layers.layers().overrides == ()
    assert [change.how for change in editor.catalogue.history(one)] == [How.SHOWN, How.HIDDEN]


def test_editors_at_all_counters_share_one_draft(offices: Offices, editor: Office) -> None:
    kept = editor.publishing.save_draft(editor.publishing.open_draft())
    assert offices.come_in(MANAGER).publishing.open_draft().number == kept.number


def test_a_login_that_was_taken_away_is_told_and_looks_on(offices: Offices, editor: Office, one: str) -> None:
    offices.fetch(EDITOR)
    seen = read(editor, one)
    run = offices.central.server.run
    run(
        "ALTER ROLE wijkwijzer_enschede_editor NOLOGIN; "
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'wijkwijzer_enschede_editor'"
    )
    try:
        with pytest.raises(CentralAwayError) as away:
            save(editor, seen, "Anders")
        assert read(editor, one) == seen
    finally:
        run("ALTER ROLE wijkwijzer_enschede_editor LOGIN")
    assert away.value.data == {"away": Away.REFUSED}


def test_after_a_migration_it_looks_on_and_changes_nothing(offices: Offices, editor: Office, one: str) -> None:
    offices.fetch(EDITOR)
    seen, revise = read(editor, one), "UPDATE alembic_version SET version_num = '{}'"
    try:
        for revision, expected in (("9999", Away.NEWER), ("0001", Away.OLDER)):
            offices.central.ask_admin(revise.format(revision))
            with pytest.raises(CentralAwayError) as away:
                save(editor, seen, "Anders")
            assert (away.value.data, read(editor, one)) == ({"away": expected}, seen)
    finally:
        offices.central.ask_admin(revise.format(HEAD))
    assert save(editor, seen, "Anders").version == seen.version + 1


def test_a_line_that_cant_be_written_here_doesnt_undo_what_is_done_there(
    offices: Offices, editor: Office, one: str, caplog: pytest.LogCaptureFixture
) -> None:
    seen, key = read(editor, one), offices.data(EDITOR) / KEY_NAME
    key.rename(key.with_suffix(".away"))
    try:
        assert save(editor, seen, "Anders").version == seen.version + 1
    finally:
        key.with_suffix(".away").rename(key)
    assert caplog.messages == ["staff-log-failed type=StaffKeyError reason=missing"]


def test_a_file_is_taken_in_on_the_server(offices: Offices, editor: Office, tmp_path: Path) -> None:
    # The last: nobody else has come so far. The questions of this test don't know all topics of the others.
    path, one = tmp_path / "lijst.xlsx", ENTRIES[-1].id
    assert editor.exchange.export(path, Format.XLSX) == len(ENTRIES)
    seen = read(editor, one)
    save(editor, seen, "Anders")
    importing = open_importing(offices.data(EDITOR), editor.exchange.pack())
    plan = importing.plan(path, Format.XLSX, "")
    assert [planned.after.id for planned in plan.planned] == [one]
    assert importing.apply(plan, [one]) == 1
    assert read(editor, one).service.name == seen.service.name
