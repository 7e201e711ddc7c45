"""Setting up the database that counters share, looking after it and joining it: every command, against a server with TLS."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.tls_server import CENTRAL, DATABASE, TlsServer, certificates, tls_server
from wijkwijzer_desktop import __version__, paths
from wijkwijzer_desktop.bootstrap import build_desk
from wijkwijzer_desktop.bootstrap.central import central_address, own_address
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.desk.counter_file import CounterFile, read_counter_file, write_counter_file
from wijkwijzer_desktop.desk.joined import JOINED_NAME, read_joined
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.settings import Settings, load_settings, settings_text
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.snapshots import SnapshotFolder
from wijkwijzer_desktop.storage.tallies import StoredTallies

BEGUN = "begun"


@pytest.fixture(scope="module")
def far() -> Iterator[TlsServer]:
    """A server, and on it a database where two municipalities were begun: one with content, one without."""
    with tls_server() as server:
        server.server.run(f"CREATE DATABASE {DATABASE}")
        init = ("central", "init", "--address", server.owner, "--municipality")
        assert main([*init, "enschede"]) == 0
        assert main([*init, "hengelo", "--name", "Hengelo (O)", "--empty"]) == 0
        server.server.run(f"ALTER DATABASE {DATABASE} RENAME TO {BEGUN}")
        yield server


@pytest.fixture
def central(far: TlsServer) -> Iterator[TlsServer]:
    """The same with a copy of that database, of this test alone, and none of its logins."""
    run = far.server.run
    run(f"CREATE DATABASE {DATABASE} TEMPLATE {BEGUN}")
    run("GRANT CONNECT ON DATABASE wijkwijzer TO wijkwijzer_counter", DATABASE)
    yield far
    run(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    for login in run("SELECT rolname FROM pg_roles WHERE rolname LIKE 'wijkwijzer\\_%\\_%'").split():
        run(f'DROP ROLE "{login}"')


class Owner:
    """Whoever looks after the server."""

    def __init__(self, central: TlsServer, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.central = central
        self.folder = folder
        self._capsys = capsys

    def does(self, *words: str | Path, status: int = 0, address: str | None = None) -> str:
        """What was said on standard output, and after it on standard error."""
        where = () if words[0] == "join" else ("--address", address or self.central.owner)
        self._capsys.readouterr()
        assert main(["--data", str(self.folder / "owner"), "central", *map(str, words), *where]) == status
        said = self._capsys.readouterr()
        return said.out + said.err

    def adds(self, name: str = "noord", *more: str | Path, municipality: str = "enschede", status: int = 0) -> CounterFile:
        """A counter."""
        reach = ("--server", f"localhost:{self.central.port}", "--certificate", self.central.authority)
        path = self.folder / f"{name}.json"
        self.does("add-counter", name, "--municipality", municipality, *reach, "-o", path, *more, status=status)
        return read_counter_file(path)

    def join(self, name: str = "noord", *more: str, file: CounterFile | None = None, status: int = 0) -> str:
        """As somebody at the computer of that counter."""
        path = self.folder / f"{name}.json"
        if file is not None:
            write_counter_file(path, file)
        self._capsys.readouterr()
        assert main(["--data", str(self.folder / name), "central", "join", str(path), *more]) == status
        said = self._capsys.readouterr()
        assert read_counter_file(path).password not in said.out + said.err
        return said.out + said.err


@pytest.fixture
def owner(central: TlsServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Owner:
    return Owner(central, tmp_path, capsys)


def come_in(central: TlsServer, file: CounterFile) -> psycopg.Connection:
    """As the counter, with the program out of the way."""
    address = make_url(central.address(file.login, file.password)).set(drivername="postgresql")
    return psycopg.connect(address.render_as_string(hide_password=False), autocommit=True)


def test_a_municipality_begins_and_a_counter_joins(owner: Owner) -> None:
    file = owner.adds("noord", "--counter", "wijkwijzer-magneet")
    assert (file.host, file.municipality, file.counter) == ("localhost", "enschede", "noord")
    assert (owner.folder / "noord.json").stat().st_mode & 0o777 == 0o600
    said = owner.join()
    assert said.startswith("Deze computer is nu de balie “noord” van enschede.\n")
    data = owner.folder / "noord"
    assert load_settings(data).counter == "wijkwijzer-magneet"
    assert (data / CODES_KEY_NAME).read_bytes().hex() == file.codes_key
    address = central_address(data)
    assert address is not None
    assert "sslmode=verify-full" in address
    assert SnapshotFolder(data / "published").newest() is not None, "the first visitor finds what is published"
    with come_in(owner.central, file) as counter:
        row = counter.execute("SELECT central_municipality(), ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
        assert row == ("enschede", True)


def test_what_a_municipality_has_is_not_begun_twice(owner: Owner) -> None:
    assert "staat al in deze database" in owner.does("init", "--municipality", "enschede", status=2)
    owner.does("init", "--municipality", "hengelo", "--name", "Hengelo", "--empty")
    assert "Geen" not in owner.does("status")
    assert "Zeg waar die is" in owner.does("init", "--municipality", "nergens", status=2)
    assert "kleine letters" in owner.does("init", "--municipality", "Enschede!", "--empty", status=2)


def test_an_old_municipality_or_what_is_another_programs_is_refused(owner: Owner) -> None:
    owner.central.server.run("CREATE DATABASE other; ", "postgres")
    other = owner.central.server.address("other")
    assert "nog leeg" in owner.does("status", address=other, status=2)
    owner.central.server.run("CREATE TABLE theirs (id int)", "other")
    assert "ander programma" in owner.does("init", "--municipality", "enschede", "--empty", address=other, status=2)
    assert "ander programma" in owner.does("migrate", address=other, status=2)
    assert owner.central.server.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", "other") == "1\n"
    owner.central.server.run("DROP DATABASE other")
    assert "Maak haar met: createdb" in owner.does("status", address=other, status=2)


def test_a_password_is_no_argument(owner: Owner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shown = "postgresql+psycopg://a:geheim@db.example/wijkwijzer"
    assert "iedereen op deze computer" in owner.does("status", address=shown, status=2)
    assert "PostgreSQL" in owner.does("status", address="sqlite:///x.sqlite", status=2)
    assert main(["central", "status"]) == 2
    assert "WIJKWIJZER_DATABASE_URL" in capsys.readouterr().err
    monkeypatch.setenv("WIJKWIJZER_DATABASE_URL", owner.central.owner)
    assert main(["central", "status"]) == 0


def test_all_counters_of_a_municipality_have_one_key_of_papers(owner: Owner) -> None:
    first, second = owner.adds("noord"), owner.adds("zuid")
    assert first.codes_key == second.codes_key
    assert first.password != second.password
    assert owner.adds("markt", municipality="hengelo").codes_key != first.codes_key
    (owner.folder / "owner" / "codes-enschede.key").unlink()
    said = owner.does(
        *("add-counter", "west", "--municipality", "enschede", "-o", owner.folder / "west.json"),
        *("--server", "localhost", "--certificate", owner.central.authority),
        status=2,
    )
    assert "codes-enschede.key" in said
    assert not (owner.folder / "west.json").exists()


def test_a_counter_that_cannot_be_added_leaves_nothing(owner: Owner) -> None:
    owner.adds("noord")
    path, reach = owner.folder / "x.json", ("--server", "localhost", "--certificate", owner.central.authority)
    one = ("--municipality", "enschede", "-o", path)
    wrong = [
        (("noord", *one, *reach), "is er al"),
        (("west", *one, *reach, "--again"), "is er niet"),
        (("West Noord", *one, *reach), "kleine letters"),
        (("west", *one, *reach, "--counter", "bestaat-niet"), "staat niet in de catalogus"),
        (("west", "-o", path, *reach), "Er staan meer gemeenten"),
        (("west", "--municipality", "almelo", "-o", path, *reach), "is er niet"),
        (("west", *one, "--certificate", owner.central.authority), "Zeg hoe de balies"),
        (("west", *one, "--server", "localhost"), "certificaat"),
        (("west", *one, "--server", "localhost", "--certificate", CENTRAL / "pg_hba.conf"), "certificaat"),
        (("west", "--municipality", "enschede", "-o", CENTRAL / "pg_hba.conf" / "x.json", *reach), "Dit lukt niet"),
    ]
    for words, said in wrong:
        assert said in owner.does("add-counter", *words, status=2)
    assert not path.exists()
    logins = owner.central.server.run("SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname LIKE 'wijkwijzer%'")
    assert logins == "wijkwijzer_enschede_noord\n"


def test_a_counter_that_the_network_does_not_reach_is_told_at_once(owner: Owner) -> None:
    reach = ("--server", "localhost:9", "--certificate", owner.central.authority, "-o", owner.folder / "x.json")
    said = owner.does("add-counter", "noord", "--municipality", "enschede", *reach, status=1)
    assert "Let op" in said
    assert "geen antwoord" in said


def test_settings_of_another_counter_come_along_but_for_its_own(owner: Owner) -> None:
    settings = owner.folder / "settings.toml"
    settings.write_text(settings_text(Settings(theme="contrast", printer="Balie", counter="x")), encoding="utf-8")
    owner.adds("noord", "--settings", settings, "--counter", "wijkwijzer-magneet")
    data = owner.folder / "noord"
    data.mkdir()
    (data / "settings.toml").write_text('printer = "Hier"\nname = "Oud"\ncounter = "y"\n', encoding="utf-8")
    owner.join()
    assert load_settings(data) == Settings(theme="contrast", printer="Hier", counter="wijkwijzer-magneet")
    settings.write_text("theme = 1", encoding="utf-8")
    reach = ("--server", "localhost", "--certificate", owner.central.authority)
    words = ("add-counter", "west", "--municipality", "enschede", *reach, "-o", owner.folder / "w.json")
    assert "“theme” klopt niet" in owner.does(*words, "--settings", settings, status=2)


def test_another_password_sends_away_who_came_in_with_the_old_one(owner: Owner) -> None:
    old = owner.adds("noord")
    owner.join()
    with come_in(owner.central, old) as inside:
        new = owner.adds("noord", "--again", "--role", "editor")
        with pytest.raises(psycopg.OperationalError):
            inside.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="password"):
        come_in(owner.central, old)
    with come_in(owner.central, new) as inside:
        assert inside.execute("SELECT pg_has_role('wijkwijzer_editor', 'USAGE')").fetchone() == (True,)
    assert "al aangesloten" in owner.join(status=2)
    owner.join("noord", "--again")
    joined = read_joined(owner.folder / "noord")
    assert joined is not None
    assert joined.password == new.password
    owner.adds("noord", "--again", "--role", "counter")
    assert "noord (counter)" in owner.does("status")


def test_a_removed_counter_is_out_at_once(owner: Owner) -> None:
    file = owner.adds("noord")
    with come_in(owner.central, file) as inside:
        owner.does("remove-counter", "noord", "--municipality", "enschede")
        with pytest.raises(psycopg.OperationalError):
            inside.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        come_in(owner.central, file)
    assert "laat deze balie niet toe" in owner.join(status=2)
    assert not (owner.folder / "noord" / JOINED_NAME).exists()
    assert "is er niet" in owner.does("remove-counter", "noord", "--municipality", "enschede", status=2)


def test_a_stolen_counter_cannot_keep_itself_in(owner: Owner) -> None:
    file = owner.adds("noord")
    deliver = """SELECT central_deliver('aaaaaaaa', 1, 'counts', '{"day": "2026-11-22", "counter": "x", "cells": []}')"""
    with closing(come_in(owner.central, file)) as inside:
        # It would hold up whoever takes its rows away, and what it has rights of can't be dropped.
        inside.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC")
        inside.execute("SET idle_in_transaction_session_timeout = 0; BEGIN")
        inside.execute(deliver)
        inside.execute(f"ALTER ROLE {file.login} PASSWORD 'x'")
        owner.does("remove-counter", "noord", "--municipality", "enschede")
    for password in (file.password, "x"):
        with pytest.raises(psycopg.OperationalError):
            come_in(owner.central, replace(file, password=password))
    assert "noord" not in owner.does("status")
    owner.adds("noord")
    assert "noord" in owner.join()


def test_a_counter_that_was_half_removed_comes_back_with_another_password(owner: Owner) -> None:
    file = owner.adds("noord")
    owner.central.server.run(f"ALTER ROLE {file.login} NOLOGIN")
    owner.adds("noord", "--again")
    owner.join()


def test_a_counter_opens_where_nothing_was_published_yet(owner: Owner) -> None:
    owner.adds("noord", municipality="hengelo")
    assert "vragen" in owner.join(status=1)
    assert SnapshotFolder(owner.folder / "noord" / "published").newest() is None
    assert build_desk(owner.folder / "noord").entry("wijkwijzer-magneet") is not None


def test_what_was_counted_in_one_municipality_never_goes_to_another(owner: Owner) -> None:
    owner.adds("noord")
    owner.join()
    file = owner.adds("noord", municipality="hengelo")
    assert "een andere gemeente" in owner.join("noord", "--again", file=file, status=2)
    joined = read_joined(owner.folder / "noord")
    assert joined is not None
    assert joined.municipality == "enschede"
    # Where it can't be read what was joined, joining is how that is mended.
    (owner.folder / "noord" / JOINED_NAME).write_text("port = ", encoding="utf-8")
    owner.join("noord", "--again", file=file, status=1)


def test_only_the_right_server_is_joined(owner: Owner) -> None:
    file = owner.adds("noord")
    data = owner.folder / "noord"
    other = certificates(owner.folder / "other", "localhost") / "ca.crt"
    wrong = [
        (replace(file, certificate=other.read_text(encoding="ascii")), "niet van wie het moet zijn"),
        (replace(file, host="127.0.0.1"), "op een andere naam"),
        (replace(file, password="x" * 43), "neemt het wachtwoord niet aan"),
        (replace(file, login="admin"), "laat deze balie niet toe"),
        (replace(file, database="postgres"), "laat deze balie niet toe"),
        (replace(file, host="nergens.invalid"), "bestaat niet op dit netwerk"),
        (replace(file, port=9), "geen antwoord"),
        (replace(file, municipality="hengelo"), "ander programma"),
        (replace(file, settings="theme = 1"), "instellingen in het bestand"),
    ]
    for changed, said in wrong:
        assert said in owner.join(file=changed, status=2)
        assert not data.exists() or not any(data.iterdir()), "nothing was changed"
    owner.join(file=file)
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    assert "niet van wie het moet zijn" in owner.join("noord", "--again", file=wrong[0][0], status=2)
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before, "it goes on as it was"


def test_what_a_counter_counted_alone_goes_along(owner: Owner) -> None:
    owner.adds("noord")
    data = owner.folder / "noord"
    data.mkdir()
    engine = open_database(own_address(data))
    StoredTallies(engine).add(date(2026, 11, 20), "wijkwijzer-magneet", {Cell(Tallied.LANGUAGE, "nl"): 12})
    (data / CODES_KEY_NAME).write_bytes(b"k" * 32)
    assert "Papieren van vóór nu" in owner.join()
    assert StoredOutbox(engine).waiting() == 1
    owner.join("noord", "--again")
    assert StoredOutbox(engine).waiting() == 1


def test_status_says_what_somebody_should_look_at(owner: Owner) -> None:
    file = owner.adds("noord", "--role", "editor")
    said = owner.does("status")
    assert "Enschede (enschede): 1 balie, catalogus" in said
    assert "Hengelo (O) (hengelo): 0 balies" in said
    assert "  noord (editor): nog nooit gehoord\n" in said
    assert said.endswith("Alles loopt.\n")
    with come_in(owner.central, file) as counter:
        counter.execute("SELECT central_report('0.0.1', 0, 900, now() + interval '1 year')")
    said = owner.does("status", status=1)
    assert said.count("! ") == 4
    assert "enschede/noord raakt haar tellingen niet kwijt" in said
    data = json.loads(owner.does("status", "--json", status=1))
    (counter_data,) = data["municipalities"][0]["counters"]
    assert counter_data["findings"] == ["behind", "waiting", "clock", "program"]
    assert (counter_data["role"], counter_data["waiting"], data["program"]) == ("editor", 900, __version__)
    owner.central.server.run("UPDATE central_counter SET seen = now() - interval '5 days'", DATABASE)
    assert "al dagen niet gehoord" in owner.does("status", status=1)
    said = owner.does("migrate")
    assert "1 balie heeft nog een ouder programma" in said
    assert "enschede/noord" in said


def test_status_finds_content_that_was_changed_around_the_program(owner: Owner) -> None:
    owner.adds("noord", "--role", "manager")
    owner.join()
    change = "SET wijkwijzer.municipality = enschede; UPDATE service SET name = 'Iets' WHERE id = 'stadsbank-oost-nederland'"
    owner.central.server.run(change, DATABASE)
    said = owner.does("status", status=1)
    assert said.count("! ") == 1
    assert "! De inhoud van enschede is buiten het programma om veranderd, of beschadigd." in said
    data = json.loads(owner.does("status", "--json", status=1))
    assert [one["findings"] for one in data["municipalities"]] == [["content"], []]
    assert main(["--data", str(owner.folder / "noord"), "content", "publish", str(paths.content()), "--overwrite"]) == 0
    assert owner.does("status").endswith("Alles loopt.\n")
    query = "SELECT count(*) FROM service WHERE name = 'Iets'"
    assert owner.central.server.run(query, DATABASE).strip() == "0"


def test_migrating_brings_up_to_date_while_counters_are_in(owner: Owner) -> None:
    file = owner.adds("noord")
    owner.central.server.run("UPDATE alembic_version SET version_num = '9999'", DATABASE)
    assert "nieuwere versie" in owner.does("migrate", status=2)
    assert owner.does("status", status=1).startswith("De database is van revisie 9999.")
    assert "van een oudere versie" in owner.does("remove-counter", "noord", "--municipality", "enschede", status=2)
    owner.central.server.run("UPDATE alembic_version SET version_num = (SELECT '0012')", DATABASE)
    with come_in(owner.central, file) as inside:
        inside.execute("SELECT count(*) FROM service")
        for _ in range(2):
            assert f"hoort nu bij versie {__version__}" in owner.does("migrate")
        assert inside.execute("SELECT central_municipality()").fetchone() == ("enschede",)
    owner.does("status")


def test_no_password_is_in_any_log_of_the_server_or_seen_by_others(owner: Owner) -> None:
    file = owner.adds("noord")
    owner.does("backup", owner.folder / "copy.dump")
    log = (owner.central.server.folder / "log").read_text(encoding="utf-8", errors="replace")
    assert file.password not in log
    assert "SCRAM-SHA-256$" not in log


def test_what_a_counter_counts_is_in_no_log_of_the_server(owner: Owner) -> None:
    file = owner.adds("noord")
    # The server of tests says less than that of a municipality.
    owner.central.server.run(f"ALTER ROLE {file.login} SET log_min_messages = 'warning'")
    with closing(come_in(owner.central, file)) as inside:
        for body in ('{"day":"2026-11-22","cells":[["topic","kanarie",1]', '{"cells":[["topic","kanarie",1],["\\u0000","",1]]}'):
            with pytest.raises(psycopg.DataError):
                inside.execute("SELECT central_deliver('aaaaaaaa', 1, 'counts', %s::jsonb)", [body])
    log = (owner.central.server.folder / "log").read_text(encoding="utf-8", errors="replace")
    assert "invalid input syntax for type json" in log
    assert "kanarie" not in log
