"""What whoever owns the shared database does with it: all or nothing each time, and as often as you like."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, text

from wijkwijzer_desktop.domain.central import CountersOverview
from wijkwijzer_desktop.domain.central_status import MunicipalityStatus
from wijkwijzer_desktop.domain.errors import CentralRefusedError
from wijkwijzer_desktop.storage.central.counters import overview_of
from wijkwijzer_desktop.storage.central.installing import Municipality, act_for, install, municipalities
from wijkwijzer_desktop.storage.central.logins import CONNECTIONS, HIGHEST, add_login, login_of, remove_login, rotate, shut_out
from wijkwijzer_desktop.storage.central.owning import Where, engine_for, owners_url, patient, translated, where_of
from wijkwijzer_desktop.storage.central.rights import OWNER
from wijkwijzer_desktop.storage.engine import HEAD
from wijkwijzer_desktop.storage.sealing import is_sealed, seal

LONGEST_NAME = 30
PASSWORD_BYTES = 32
# What a computer may that stands with visitors.
LEAST = "counter"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Came:
    """With what a counter comes in from now on."""

    login: str
    password: str

    def __repr__(self) -> str:
        """Without the password."""
        return f"Came(login={self.login!r})"


def plain_name(name: str) -> str:
    """The name of a municipality or a counter, as it may be. Raises CentralRefusedError (name)."""
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise CentralRefusedError(reason="name", item=name)
    return name


class Administration:
    """address: of whoever owns the database, or of a superuser, as SQLAlchemy writes it. Blocks. All of it raises
    CentralRefusedError (no-database, not-begun, rights, …) and DatabaseUnusableError (unreachable, locked, …)."""

    def __init__(self, address: str) -> None:
        self._url = owners_url(address)
        self._engine = engine_for(self._url)

    def where(self) -> Where:
        """As the address has it."""
        return where_of(self._url)

    def begin(self, municipality: Municipality) -> None:
        """This municipality is in it, with all that it needs: roles, tables, rights. Nothing changes where it was.

        Raises DatabaseNewerError, and CentralRefusedError: name, foreign.
        """
        plain_name(municipality.id)
        with self._transaction() as connection:
            if _is_foreign(connection):
                raise CentralRefusedError(reason="foreign")
            install(connection, municipality)
            connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
            act_for(connection, municipality.id)
            # Nothing is content too.
            seal(connection)

    def migrate(self) -> None:
        """Up to date with this program. Raises DatabaseNewerError."""
        self.revision()
        with self._transaction() as connection:
            install(connection)

    def revision(self) -> str:
        """Of the database. Raises CentralRefusedError (not-begun)."""
        with self._transaction() as connection:
            return _revision(connection)

    def municipalities(self) -> tuple[Municipality, ...]:
        """All, by id."""
        with self._owning() as connection:
            return municipalities(connection)

    def municipality(self, named: str) -> str:
        """Which one is meant: the only one where none is named. Raises CentralRefusedError (which-municipality,
        unknown-municipality)."""
        known = [one.id for one in self.municipalities()]
        if not named and len(known) == 1:
            return known[0]
        if not named:
            raise CentralRefusedError(reason="which-municipality", item=", ".join(known))
        if named not in known:
            raise CentralRefusedError(reason="unknown-municipality", item=named)
        return named

    def address_for(self, municipality: str) -> str:
        """By which the owner works in one municipality; it may hold a password."""
        return patient(self._url, f"-c role={OWNER} -c wijkwijzer.municipality={plain_name(municipality)}")

    def standing(self) -> tuple[MunicipalityStatus, ...]:
        """All municipalities with their counters, and whether their content is as it was published. Reads all of it."""
        # What somebody publishes meanwhile must not look like damage.
        with self._transaction(at_one_moment=True) as connection:
            _as_owner(connection)
            return tuple(_standing(connection, one) for one in municipalities(connection))

    def has_place(self, municipality: str, service: str) -> bool:
        """Whether an entry with this id is in the catalogue."""
        with self._owning(municipality) as connection:
            return connection.scalar(text("SELECT EXISTS (SELECT FROM service WHERE id = :id)"), {"id": service}) is True

    def is_published(self, municipality: str) -> bool:
        """Whether it has questions in use."""
        with self._owning(municipality) as connection:
            return connection.scalar(text("SELECT EXISTS (SELECT FROM pack_publication)")) is True

    def counters(self, municipality: str) -> dict[str, str]:
        """Role by name of the counter."""
        with self._owning(municipality) as connection:
            return _roles(connection, municipality)

    def admit(self, municipality: str, counter: str, role: str, deliver: Callable[[Came], None], *, again: bool = False) -> None:
        """A counter may come in from now on. role: the highest that staff may use there, "" as it was, or the least. deliver:
        hands it over; what that raises passes through, and then nothing was changed. again: another password, and whoever was in
        with the old one is out.

        Raises CentralRefusedError (name, counter-present, unknown-counter).
        """
        plain_name(counter)
        with self._transaction() as connection:
            _revision_of_now(connection)
            act_for(connection, municipality)
            present = _roles(connection, municipality)
            if counter in present and not again:
                raise CentralRefusedError(reason="counter-present", item=counter)
            if counter not in present and again:
                raise CentralRefusedError(reason="unknown-counter", item=counter)
            password = secrets.token_urlsafe(PASSWORD_BYTES)
            login = login_of(municipality, counter)
            if again:
                _make_sure(connection, login, present[counter])
                rotate(connection, municipality, counter, password)
                _give_role(connection, login, role or present[counter])
            else:
                add_login(connection, municipality, counter, role or LEAST, password)
            deliver(Came(login, password))
        self._end(login)

    def dismiss(self, municipality: str, counter: str) -> None:
        """A counter does not come in any more, and is out at once. What it counted stays. Raises CentralRefusedError
        (unknown-counter)."""
        with self._transaction() as connection:
            _revision_of_now(connection)
            act_for(connection, municipality)
            if counter not in _roles(connection, municipality):
                raise CentralRefusedError(reason="unknown-counter", item=counter)
            shut_out(connection, municipality, counter)
        self._end(login_of(municipality, counter))
        with self._transaction() as connection:
            act_for(connection, municipality)
            remove_login(connection, municipality, counter)
        self._end(login_of(municipality, counter))

    def _end(self, login: str) -> None:
        """Who came in with what just held good until it was over is out too."""
        with self._transaction() as connection:
            query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"
            connection.execute(text(query), {"login": login})

    @contextmanager
    def _owning(self, municipality: str = "") -> Iterator[Connection]:
        """As the owner, who sees no more of a municipality than others do: only the one that is named."""
        with self._transaction() as connection:
            _as_owner(connection)
            if municipality:
                act_for(connection, municipality)
            yield connection

    @contextmanager
    def _transaction(self, *, at_one_moment: bool = False) -> Iterator[Connection]:
        engine = self._engine.execution_options(isolation_level="REPEATABLE READ") if at_one_moment else self._engine
        with translated(self._url.database or ""), engine.begin() as connection:
            yield connection


def _revision(connection: Connection) -> str:
    names = inspect(connection).get_table_names("public")
    if not {"alembic_version", "central_municipality"} <= set(names):
        raise CentralRefusedError(reason="foreign" if names and "alembic_version" not in names else "not-begun")
    return str(connection.scalar(text("SELECT version_num FROM public.alembic_version")))


def _revision_of_now(connection: Connection) -> None:
    if _revision(connection) != HEAD:
        raise CentralRefusedError(reason="older")


def _as_owner(connection: Connection) -> None:
    _revision_of_now(connection)
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")


def _is_foreign(connection: Connection) -> bool:
    names = inspect(connection).get_table_names("public")
    return bool(names) and "alembic_version" not in names


def _standing(connection: Connection, one: Municipality) -> MunicipalityStatus:
    act_for(connection, one.id)
    overview: CountersOverview = overview_of(connection)
    return MunicipalityStatus(one.id, one.name, overview, _roles(connection, one.id), is_sealed(connection))


def _roles(connection: Connection, municipality: str) -> dict[str, str]:
    query = text("SELECT counter, role FROM central_login WHERE municipality = :id ORDER BY counter")
    return {row.counter: row.role for row in connection.execute(query, {"id": municipality})}


def _make_sure(connection: Connection, login: str, role: str) -> None:
    """A login that the database knows and its server doesn't, as where a copy was put back on another one."""
    if not connection.scalar(text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :login)"), {"login": login}):
        connection.exec_driver_sql(f'CREATE ROLE "{login}" LOGIN CONNECTION LIMIT {CONNECTIONS} IN ROLE {HIGHEST[role]}')


def _give_role(connection: Connection, login: str, role: str) -> None:
    row = {"login": login, "role": role}
    if connection.execute(text("UPDATE central_login SET role = :role WHERE login = :login AND role <> :role"), row).rowcount:
        for other in HIGHEST.values():
            connection.exec_driver_sql(f'REVOKE {other} FROM "{login}"')
        connection.exec_driver_sql(f'GRANT {HIGHEST[role]} TO "{login}"')
