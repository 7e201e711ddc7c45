"""The way of staff to the database that counters share."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Engine, text

from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS, open_database, reading

T = TypeVar("T")

_ASKED = text("SELECT (SELECT version_num FROM alembic_version), central_role()")
_ROLES = {"counter": Role.VOLUNTEER, "editor": Role.EDITOR, "manager": Role.MANAGER, "owner": Role.MANAGER}


class CentralLine:
    """`desk.reach.Line` to a server. address: gives its address, as SQLAlchemy writes them; may raise DatabaseUnusableError.
    Nothing is opened before it is asked for. May be used from any thread."""

    def __init__(self, address: Callable[[], str]) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    def engine(self) -> Engine:
        """Over the server, of the newest revision when it was first opened. Blocks. Raises DatabaseUnusableError,
        DatabaseNewerError."""
        with self._lock:
            if self._engine is None:
                self._engine = open_database(self._address(), looks_only=True)
            return self._engine

    def ask(self) -> Role:
        with reading(self.engine()) as connection:
            revision, role = connection.execute(_ASKED).one()
        if revision != HEAD:
            # It was brought up to date meanwhile, or put back.
            raise DatabaseUnusableError(reason="older") if revision in REVISIONS else DatabaseNewerError(revision=revision)
        if role not in _ROLES:
            raise DatabaseUnusableError(reason="refused")
        return _ROLES[role]


class Over(Generic[T]):
    """What is made over an engine, once for each that there is. engine: may raise DatabaseUnusableError, DatabaseNewerError."""

    def __init__(self, engine: Callable[[], Engine], make: Callable[[Engine], T]) -> None:
        self._engine = engine
        self._make = make
        self._made: tuple[Engine, T] | None = None

    def __call__(self) -> T:
        engine, made = self._engine(), self._made
        if made is None or made[0] is not engine:
            self._made = made = (engine, self._make(engine))
        return made[1]
