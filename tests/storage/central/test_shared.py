"""The program's own shelves over the database that counters share: the same content, the same seals, and two editors at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from sqlalchemy import Engine

from tests.central_database import COUNTER, EDITOR, ENSCHEDE, HENGELO, MANAGER, CentralDatabase
from tests.storage.examples import a_service, a_wish
from wijkwijzer_desktop.bootstrap.shelves import publish
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError, EditConflictError
from wijkwijzer_desktop.domain.network import Practice, RecordKind
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage import sealing
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database, reading
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.packs import StoredPacks
from wijkwijzer_desktop.storage.shared import connection_words, reason_of_server
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CONTENT = Path(__file__).parents[3] / "resources" / "content" / "enschede"


def as_(central: CentralDatabase, computer: str, municipality: str = ENSCHEDE.id) -> "closing[_Opened]":
    return closing(_Opened(central.address(computer, municipality)))


class _Opened:
    """An engine that `closing` closes."""

    def __init__(self, where: str) -> None:
        self.engine = open_database(where)

    def close(self) -> None:
        self.engine.dispose()


def at_noon(_: SystemClock) -> datetime:
    return NOON


def seals(engine: Engine) -> dict[str, tuple[int, str]]:
    with reading(engine) as connection:
        return {part: (version, digest) for part, version, digest in connection.execute(sealing.SEALS)}


def publish_into(engine: Engine) -> None:
    publish(CONTENT, StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json), "de eerste")


def test_the_same_content_has_the_same_seals_on_both(
    central: CentralDatabase, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # When it was published stands in it.
    monkeypatch.setattr(SystemClock, "now", at_noon)
    publish_into(engine)
    with as_(central, MANAGER) as manager:
        publish_into(manager.engine)
        there, here = seals(manager.engine), seals(engine)
    assert here.keys() == {part.name for part in sealing.PARTS}
    assert there == here


def test_a_counter_finds_there_what_it_finds_here(central: CentralDatabase) -> None:
    services = tuple(a_service(f"dienst-{number}") for number in range(5))
    with as_(central, MANAGER) as manager, as_(central, COUNTER) as counter:
        StoredCatalogue(manager.engine).replace_all(services)
        catalogue = StoredCatalogue(counter.engine)
        assert catalogue.everything() == services
        assert [service.id for service in catalogue.shortlist(a_wish())] == [service.id for service in services][: a_wish().limit]
        with pytest.raises(DatabaseUnusableError) as refused:
            catalogue.replace_all(())
        assert refused.value.data == {"reason": "refused"}
    with as_(central, COUNTER, HENGELO.id) as other:
        assert StoredCatalogue(other.engine).everything() == ()


def test_each_municipality_counts_its_own_versions(central: CentralDatabase) -> None:
    for municipality, times in ((ENSCHEDE.id, 1), (HENGELO.id, 3)):
        with as_(central, MANAGER, municipality) as manager:
            catalogue = StoredCatalogue(manager.engine)
            for _ in range(times):
                catalogue.replace_all((a_service("dienst"),))
            assert catalogue.version() == times
            catalogue.check()


def test_an_editor_corrects_one_entry_and_all_is_told(central: CentralDatabase) -> None:
    services = tuple(a_service(f"dienst-{number}") for number in range(3))
    with as_(central, MANAGER) as manager:
        StoredCatalogue(manager.engine).replace_all(services)
    (before,) = central.ask("SELECT pg_current_xact_id()::text", EDITOR)
    with as_(central, EDITOR) as editor, central.connect() as listening, central.connect(COUNTER, HENGELO.id) as elsewhere:
        listening.execute("LISTEN wijkwijzer_enschede")
        elsewhere.execute("LISTEN wijkwijzer_hengelo")
        bench = StoredWorkbench(editor.engine)
        bench.save(replace(services[1], name="Anders"), 1, How.EDITED)
        StoredCatalogue(editor.engine).check()
        assert [notice.payload for notice in listening.notifies(timeout=5, stop_after=1)] == ["catalogue 2"]
        assert list(elsewhere.notifies(timeout=0)) == []
    touched = central.ask(f"SELECT kind, key FROM central_touched WHERE xid > '{before[0]}' ORDER BY kind, key")
    assert ("service", "dienst-1") in touched
    assert ("service", "dienst-0") not in touched
    journal = central.ask("SELECT DISTINCT action, item FROM central_journal WHERE login LIKE '%editor'", MANAGER)
    assert {("service", "dienst-1"), ("sealed", "catalogue 2")} <= set(journal)


def test_many_at_once_are_touched_as_all(central: CentralDatabase) -> None:
    with as_(central, MANAGER) as manager:
        StoredCatalogue(manager.engine).replace_all(tuple(a_service(f"dienst-{number}") for number in range(300)))
    assert central.ask("SELECT count(*) FROM central_touched WHERE kind = '*'") == [(1,)]
    assert central.ask("SELECT count(*) < 100 FROM central_touched") == [(True,)]


def test_two_editors_change_two_entries_at_once_and_both_stand(central: CentralDatabase) -> None:
    services = tuple(a_service(f"dienst-{number}") for number in range(2))
    with as_(central, MANAGER) as manager:
        StoredCatalogue(manager.engine).replace_all(services)
    ready = Barrier(2)

    def change(which: int) -> None:
        with as_(central, (EDITOR, MANAGER)[which]) as opened:
            bench = StoredWorkbench(opened.engine)
            for time in range(8):
                ready.wait(timeout=30)
                bench.save(replace(services[which], name=f"Keer {time}"), time + 1, How.EDITED)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(change, range(2)))
    with as_(central, EDITOR) as editor:
        catalogue = StoredCatalogue(editor.engine)
        catalogue.check()
        assert [service.name for service in catalogue.everything()] == ["Keer 7", "Keer 7"]
        assert catalogue.version() == 1 + 16


def test_two_editors_change_one_entry_at_once_and_the_second_sees_the_first(central: CentralDatabase) -> None:
    service = a_service("dienst")
    with as_(central, MANAGER) as manager:
        StoredCatalogue(manager.engine).replace_all((service,))
    ready = Barrier(2)

    def change(which: int) -> str:
        with as_(central, (EDITOR, MANAGER)[which]) as opened:
            bench = StoredWorkbench(opened.engine)
            ready.wait(timeout=30)
            try:
                bench.save(replace(service, name=f"Van {which}"), 1, How.EDITED)
            except EditConflictError as conflict:
                return f"{which} saw {conflict.now.service.name if conflict.now else None}"
            return f"{which} stands"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(change, range(2)))
    assert told in (["0 saw Van 1", "1 stands"], ["0 stands", "1 saw Van 0"])


def test_whoever_waits_for_another_too_long_is_told_so(central: CentralDatabase) -> None:
    with as_(central, MANAGER) as manager:
        StoredCatalogue(manager.engine).replace_all((a_service("dienst"),))
    soon = "&options=-c%20lock_timeout%3D200"
    with (
        closing(_Opened(central.address(EDITOR) + soon)) as editor,
        central.connect(MANAGER) as holding,
        central.connect(MANAGER, HENGELO.id) as elsewhere,
        holding.transaction(),
        elsewhere.transaction(),
    ):
        elsewhere.execute("SELECT central_lock()")
        bench = StoredWorkbench(editor.engine)
        # Another municipality is nobody's business.
        bench.save(replace(a_service("dienst"), name="Eerst"), 1, How.EDITED)
        holding.execute("SELECT central_lock()")
        with pytest.raises(DatabaseUnusableError) as locked:
            bench.save(replace(a_service("dienst"), name="Dan"), 2, How.EDITED)
    assert locked.value.data == {"reason": "locked"}


def test_the_network_is_kept_there_as_here(central: CentralDatabase) -> None:
    with as_(central, MANAGER) as manager:
        publish_into(manager.engine)
    with as_(central, EDITOR) as editor:
        networks = StoredNetworks(editor.engine)
        entry = Entry(Action.NETWORK_CHANGED, NOON, "iemand", Role.EDITOR, (("change", "changed"), ("kind", "practice")))
        kept = networks.kept(RecordKind.PRACTICE)[0]
        assert isinstance(kept.record, Practice)
        changed = replace(kept.record, note="Anders")
        saved = networks.save(changed, kept.version, entry)
        back = networks.take_back(RecordKind.PRACTICE, kept.record.id, saved.version, entry)
        assert back is not None
        assert back.record == kept.record
        networks.save(changed, back.version, entry)
        networks.forget_before(RecordKind.PRACTICE, kept.record.id, entry)
        networks.arrange(RecordKind.PRACTICE, (kept.record.id,), entry)
        last = next(one for one in networks.kept(RecordKind.PRACTICE) if one.record.id == kept.record.id)
        networks.remove(RecordKind.PRACTICE, kept.record.id, last.version, entry)
        StoredCatalogue(editor.engine).check()
        assert [change.became for change in networks.history(RecordKind.PRACTICE, kept.record.id)] == ["gone"]


def test_what_an_editor_may_not_do_is_refused_by_name(central: CentralDatabase) -> None:
    with as_(central, EDITOR) as editor, pytest.raises(DatabaseUnusableError) as refused:
        publish_into(editor.engine)
    assert refused.value.data == {"reason": "refused"}


@pytest.mark.parametrize(
    "where",
    [
        "postgresql+psycopg://app:geheim@db.example/app",
        "postgresql+psycopg://app:geheim@db.example/app?sslmode=require",
        "postgresql+psycopg://app:geheim@db.example/app?sslmode=verify-ca",
        "postgresql+psycopg://app:geheim@/app",
        "postgresql+psycopg://app@/app?host=/run/postgresql,db.example",
        "postgresql+psycopg://app@/app?host=/run/postgresql&hostaddr=192.0.2.1",
    ],
)
def test_a_way_that_others_can_listen_to_is_refused(where: str) -> None:
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(where)
    assert refused.value.data == {"reason": "insecure"}
    assert "geheim" not in repr(refused.value) + str(refused.value)


def test_what_an_address_says_goes_before_what_is_usual() -> None:
    safe = "postgresql+psycopg://app@db.example/app?sslmode=verify-full"
    words = connection_words(f"{safe}&connect_timeout=2&options=-c%20role%3Dwijkwijzer_counter")
    assert words["connect_timeout"] == "2"
    assert words["options"].endswith("-c tcp_user_timeout=8000 -c role=wijkwijzer_counter")
    for wrong in ("mysql://x", "no address", "postgresql+psycopg://h:abc/x"):
        with pytest.raises(DatabaseUnusableError) as refused:
            connection_words(wrong)
        assert refused.value.data == {"reason": "address"}


def test_who_is_not_there_or_not_let_in_is_told_apart(central: CentralDatabase, tmp_path: Path) -> None:
    for where, reason in (
        (central.server.address(central.name, "wijkwijzer_enschede_nobody"), "unknown-login"),
        (central.server.address("nowhere", "admin"), "unknown-login"),
        (f"postgresql+psycopg://admin@/x?host={tmp_path}", "unreachable"),
    ):
        with pytest.raises(DatabaseUnusableError) as refused:
            open_database(where)
        assert refused.value.data == {"reason": reason}


def test_a_newer_revision_is_refused(central: CentralDatabase) -> None:
    central.ask_owner("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewerError):
        open_database(central.address())


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("28P01", "unknown-login"),
        ("42501", "refused"),
        ("53100", "full"),
        ("40001", "locked"),
        ("40P01", "locked"),
        ("55P03", "locked"),
        ("57014", "locked"),
        ("57P01", "unreachable"),
        ("08006", "unreachable"),
        ("25006", "read-only"),
        ("22008", "damaged"),
        ("XX001", "damaged"),
        ("42P01", "foreign"),
    ],
)
def test_what_the_server_says_has_a_name(central_open: psycopg.Connection, state: str, reason: str) -> None:
    with pytest.raises(psycopg.Error) as said:
        central_open.execute(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$".encode())
    assert reason_of_server(said.value) == reason
