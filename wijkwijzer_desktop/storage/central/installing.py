"""Making of a PostgreSQL database the one that counters share, and bringing it up to date: all or nothing, and as often as you
like."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.domain.statistics import OF_REPLIES
from wijkwijzer_desktop.storage import network_tables, outbox_tables, outcome_tables, source_tables, tables
from wijkwijzer_desktop.storage.central.rights import OWNER, rights_around, rights_within
from wijkwijzer_desktop.storage.central.saying import say
from wijkwijzer_desktop.storage.central.tenancy import COLUMN, divide, follow, lift
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS
from wijkwijzer_desktop.storage.sealing import is_sealed, seal

HERE = Path(__file__).parent
# All of these have tables here.
TABLES_OF = (tables, network_tables, outbox_tables, outcome_tables, source_tables)
# Two who do this at once come one after the other.
_ONE_AT_A_TIME = 7_741_202_611
_SEARCHING = """
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'searching without an index';
END $$"""


@dataclass(frozen=True, slots=True)
class Municipality:
    """id: small letters, digits and hyphens, thirty at most. name: as people write it."""

    id: str
    name: str


def make_roles(connection: Connection) -> None:
    """The roles that the rights are given to, where they are not there yet. As somebody who may make roles."""
    _run(connection, "roles.sql")


def install(connection: Connection, first: Municipality | None = None) -> None:
    """Make it, or bring it up to date, in the connection's transaction. As a superuser, or as the owner of the database who may
    make roles. first: added too; whatever stood in a database that wasn't shared before becomes its.

    Raises DatabaseNewerError, and DatabaseUnusableError: reason foreign (other tables are in it), damaged, municipality (there
    is content, and nobody says whose).
    """
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})")
    connection.exec_driver_sql("SET LOCAL search_path = public")
    revision = _revision(connection)
    make_roles(connection)
    for statement in rights_around():
        say(connection, statement)
    say(connection, _SEARCHING)
    _take_over(connection)
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
    upgraded = revision != HEAD
    if upgraded:
        _upgrade(connection, revision)
    _run(connection, "tables.sql")
    _run(connection, "whose.sql")
    if first is not None:
        add_municipality(connection, first.id, first.name)
        act_for(connection, first.id)
    _check_whose(connection)
    divide(connection)
    _run(connection, "asking.sql")
    _run(connection, "delivering.sql")
    _run(connection, "following.sql")
    follow(connection)
    for statement in rights_within():
        say(connection, statement)
    if upgraded:
        for municipality in municipalities(connection):
            act_for(connection, municipality.id)
            seal(connection, anew=True)
    connection.exec_driver_sql("SET LOCAL ROLE NONE")


def municipalities(connection: Connection) -> tuple[Municipality, ...]:
    """All, by id. As the owner."""
    rows = connection.execute(text("SELECT id, name FROM central_municipality ORDER BY id"))
    return tuple(Municipality(row.id, row.name) for row in rows)


def add_municipality(connection: Connection, municipality: str, name: str) -> None:
    """One more, or another name for it. As the owner. Raises DatabaseUnusableError as all writing does where the id can't be
    one."""
    connection.execute(
        text(
            "INSERT INTO central_municipality (id, name) VALUES (:id, :name)"
            " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name WHERE central_municipality.name <> EXCLUDED.name"
        ),
        {"id": municipality, "name": name},
    )


def act_for(connection: Connection, municipality: str) -> None:
    """Until the transaction ends, an owner sees and writes what is this municipality's."""
    connection.execute(text("SELECT set_config('wijkwijzer.municipality', :id, true)"), {"id": municipality})


def _revision(connection: Connection) -> str | None:
    names = set(inspect(connection).get_table_names("public"))
    if "alembic_version" not in names:
        if names & {table.name for table in tables.metadata.sorted_tables}:
            raise DatabaseUnusableError(reason="foreign")
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM public.alembic_version"))
    if revision is not None and revision not in REVISIONS:
        raise DatabaseNewerError(revision=revision)
    return revision


def _take_over(connection: Connection) -> None:
    """What somebody else made is the owner's from now on."""
    ours = {*(table.name for table in tables.metadata.sorted_tables), "alembic_version"}
    others = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> :owner")
    for name in sorted(ours.intersection(connection.scalars(others, {"owner": OWNER}))):
        connection.exec_driver_sql(f'ALTER TABLE "{name}" OWNER TO {OWNER}')


def _upgrade(connection: Connection, revision: str | None) -> None:
    from wijkwijzer_desktop.storage.upgrading import upgrade

    there = set(inspect(connection).get_table_names())
    if revision is not None and tables.content_seal.name in there:
        columns = {column["name"] for column in inspect(connection).get_columns(tables.content_seal.name)}
        # One that isn't shared yet is one whole.
        for of in municipalities(connection) if COLUMN in columns else (None,):
            if of is not None:
                act_for(connection, of.id)
            if not is_sealed(connection):
                raise DatabaseUnusableError(reason="damaged")
    lift(connection)
    upgrade(connection)


def _check_whose(connection: Connection) -> None:
    """Rows without a municipality need one."""
    if connection.scalar(text("SELECT central_municipality()")) is not None:
        return
    looked_at = inspect(connection)
    for table in tables.metadata.sorted_tables:
        is_divided = any(column["name"] == COLUMN for column in looked_at.get_columns(table.name))
        if not is_divided and connection.scalar(text(f'SELECT EXISTS (SELECT FROM "{table.name}")')):  # noqa: S608
            raise DatabaseUnusableError(reason="municipality")


def _run(connection: Connection, name: str) -> None:
    """All statements of a file in one go, which only a query without parameters can be."""
    words = (HERE / name).read_text(encoding="utf-8")
    kinds = ",".join(sorted(kind.value for kind in OF_REPLIES))
    say(connection, words.replace("{{OF_REPLIES}}", f"{{{kinds}}}"))
