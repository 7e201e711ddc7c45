"""Where the data of a counter lies, and what a counter that shares with others works with."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wijkwijzer_desktop import bootstrap, paths, upkeep
from wijkwijzer_desktop.at_counter import CourierIn
from wijkwijzer_desktop.bootstrap import build_desk, database_address, is_joined, open_outcomes, open_shelves, own_address
from wijkwijzer_desktop.bootstrap.central import central_address
from wijkwijzer_desktop.bootstrap.central_checks import central_checks
from wijkwijzer_desktop.bootstrap.couriers import Served
from wijkwijzer_desktop.bootstrap.joined_server import JoinedServer
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.bootstrap.published import open_snapshot, snapshots
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.desk.courier import Courier
from wijkwijzer_desktop.desk.joined import CERTIFICATE_NAME, Joined, write_joined
from wijkwijzer_desktop.devices.checks import Outcome
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.central import Away, CentralStanding
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, PackMissingError
from wijkwijzer_desktop.i18n.doctor_words import doctor_words
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import Settings, settings_text
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.snapshots import finish

SERVER = "postgresql+psycopg://balie@x/app"
BANK = "stadsbank-oost-nederland"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a counter that has joined, after its first start; its server is never there."""
    folder = tmp_path_factory.mktemp("opened") / "data"
    folder.mkdir()
    (folder / CERTIFICATE_NAME).write_text("", encoding="utf-8")
    write_joined(Joined(folder, "localhost", 1, "wijkwijzer", "balie", "geheim", "enschede", "zuid"))
    build_desk(folder)
    return folder


@pytest.fixture
def data(opened: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(opened, tmp_path / "data"))


def publish_without(data: Path, service_id: str) -> Path:
    """A newer snapshot in which this entry isn't there."""
    folder = snapshots(data)
    newest = folder.newest()
    assert newest is not None
    target = folder.next()
    part = target.with_name("half")
    shutil.copyfile(newest, part)
    engine = open_database(f"sqlite:///{part}")
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all(tuple(one for one in catalogue.everything() if one.id != service_id))
    engine.dispose()
    finish(part, target)
    return target


def test_a_counter_that_shares_with_nobody_has_one_file(tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path / bootstrap.DATABASE_FILE}"
    assert (is_joined(tmp_path), central_address(tmp_path)) == (False, None)
    assert (database_address(tmp_path), own_address(tmp_path)) == (file, file)
    assert CourierIn(tmp_path)(None) is None  # type: ignore[arg-type]


def test_what_the_variable_says_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, SERVER)
    assert (is_joined(tmp_path), central_address(tmp_path), database_address(tmp_path)) == (True, SERVER, SERVER)
    assert own_address(tmp_path) == f"sqlite:///{tmp_path / bootstrap.DATABASE_FILE}"
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, "sqlite:////elders/a.sqlite")
    assert (is_joined(tmp_path), central_address(tmp_path)) == (False, None)
    assert database_address(tmp_path) == own_address(tmp_path) == "sqlite:////elders/a.sqlite"


def test_a_counter_that_joined_has_the_address_of_its_server(data: Path) -> None:
    address = central_address(data)
    assert address is not None
    assert address.startswith("postgresql+psycopg://balie:geheim@localhost:1/wijkwijzer?sslmode=verify-full")
    assert database_address(data) == address


def test_what_it_joined_is_damaged_and_visitors_are_served(data: Path) -> None:
    (data / "central.toml").write_text("weg", encoding="utf-8")
    with pytest.raises(DatabaseUnusableError):
        central_address(data)
    assert is_joined(data)
    assert build_desk(data).entry(BANK) is not None
    courier = CourierIn(data)(build_desk(data))
    assert courier is not None


def test_it_stands_with_its_server_as_it_is(data: Path) -> None:
    desk, clock = build_desk(data), SystemClock()
    told: list[CentralStanding] = []
    courier = Courier(JoinedServer(data), open_outbox(data), Served(data, desk, clock), clock, "1.2.3", told.append)
    courier.step()
    assert told == [CentralStanding(Away.UNREACHABLE)]
    (data / "central.toml").write_text("weg", encoding="utf-8")
    again = Courier(JoinedServer(data), open_outbox(data), Served(data, desk, clock), clock, "1.2.3", told.append)
    again.step()
    assert told[-1].away is Away.FAILED


def test_a_desk_keeps_to_what_it_has_and_who_looks_sees_the_newest(data: Path) -> None:
    desk, looking = build_desk(data), build_desk(data, follows=True)
    catalogue, _ = open_shelves(data)
    assert catalogue.services((BANK,))
    assert desk.look_up(desk.pack, replace(desk.visit.intake), desk.clock.now(), "stadsbank")
    publish_without(data, BANK)
    assert desk.entry(BANK) is not None
    assert looking.entry(BANK) is None
    assert catalogue.services((BANK,)) == {}
    assert not open_outcomes(data).standings()
    assert build_desk(data).entry(BANK) is None


def test_what_is_served_is_looked_through_before_it_is_handed_over(data: Path) -> None:
    desk = build_desk(data)
    served = Served(data, desk, SystemClock())
    path = publish_without(data, BANK)
    served.serve(path)
    assert served.waits()
    desk.forget()
    assert not served.waits()
    assert desk.entry(BANK) is None
    assert desk.shelves[0].source == path
    assert desk.settings == build_desk(data).settings


def test_fault_17_a_snapshot_that_cannot_be_read_is_not_what_the_next_start_begins_with(data: Path) -> None:
    desk = build_desk(data)
    newest = snapshots(data).newest()
    path = snapshots(data).next()
    path.write_bytes(b"niets")
    with pytest.raises(DatabaseUnusableError):
        Served(data, desk, SystemClock()).serve(path)
    assert snapshots(data).newest() == newest
    assert desk.shelves[0] is desk.shelves[1]


def spoil(path: Path, change: str) -> None:
    """Whole, and made so that this program can't work with it."""
    part = path.with_name("half")
    shutil.copyfile(path, part)
    with closing(sqlite3.connect(part)) as connection, connection:
        connection.execute(change)
    path.unlink()
    finish(part, path)


UNREADABLE = ["UPDATE pack SET body = '{}', digest = NULL", "DELETE FROM pack_publication", "DROP TABLE service"]


@pytest.mark.parametrize("change", UNREADABLE)
@pytest.mark.parametrize("follows", [False, True])
def test_fault_17_a_start_with_a_snapshot_that_cannot_be_worked_with_serves_the_one_before_it(
    data: Path, change: str, follows: bool
) -> None:
    older = publish_without(data, BANK)
    newest = snapshots(data).next()
    shutil.copyfile(older, newest)
    spoil(newest, change)
    assert snapshots(data).newest() == newest
    desk = build_desk(data, follows=follows)
    assert desk.entry(BANK) is None
    assert desk.pack.version
    assert snapshots(data).newest() == older, "so the courier fetches what is new"


def test_fault_17_a_start_without_any_that_can_be_worked_with_serves_what_came_with_the_program(data: Path) -> None:
    publish_without(data, BANK)
    for path in tuple(snapshots(data).whole()):
        spoil(path, UNREADABLE[0])
    assert build_desk(data).entry(BANK) is not None
    assert open_shelves(data)[0].services((BANK,))


def test_a_counter_that_the_shipped_content_does_not_know_opens_all_the_same(data: Path) -> None:
    (data / "settings.toml").write_text(settings_text(Settings(counter="elders")), encoding="utf-8")
    desk = build_desk(data)
    assert desk.settings.name == "Wijkwijzer"
    assert desk.central == CentralStanding()


def test_by_command_it_works_with_the_newest_that_was_fetched(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "advise", "--persona", "fatma"]) == 0
    assert capsys.readouterr().out
    paper = data / "slip.pdf"
    assert main(["--data", str(data), "slip", "--persona", "fatma", "-o", str(paper)]) == 0
    assert paper.read_bytes().startswith(b"%PDF")
    # What all share is changed at the server, which is not there.
    assert main(["--data", str(data), "content", "publish", str(paths.content())]) == 2
    assert capsys.readouterr().err


def test_doctor_tells_of_a_server_that_is_not_there(data: Path) -> None:
    found = {check.code: check for check in central_checks(data)}
    assert {code: check.outcome for code, check in found.items()} == {
        "central-reached": Outcome.FINDING,
        "central-shipped": Outcome.FINDING,
        "central-waiting": Outcome.OK,
    }
    words = [doctor_words(code, check.outcome, dict(check.data), Translator()) for code, check in found.items()]
    assert "[goed] Er wachten 0 zendingen op de server." in words
    assert not any("geheim" in line for line in words)


def test_opening_asks_no_server_and_loads_nothing_for_it(data: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from wijkwijzer_desktop.at_counter import DeskIn\n"
        "DeskIn(Path(sys.argv[1]))()\n"
        "sys.exit('psycopg' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(data)], check=False).returncode == 0


def test_the_backup_is_of_its_own_file(data: Path) -> None:
    assert not upkeep.is_shared(data)
    made = upkeep.keep_backup(data)
    assert made is not None
    # Of the catalogue nothing is in it: that is the server's.
    with pytest.raises(PackMissingError):
        open_snapshot(made.path).packs.current()
