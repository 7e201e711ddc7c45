"""Opening the PostgreSQL database that counters share, and what is wrong when it can't be used.

Nobody hangs: whoever hears nothing gives up, here and at the server, which lets go of what it held for us then.
"""

from contextlib import ExitStack
from typing import Any

from psycopg import Error, connect
from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.central.trial import why_not
from wijkwijzer_desktop.storage.engine import reading, refuse_newer, refuse_unmade

# Enough for one window of staff, whose panels read beside each other.
CONNECTIONS_KEPT = 3
# libpq's words. A cable that was cut while somebody waits shows in idle + count times interval; while something is sent, in the
# last, in milliseconds.
_PATIENCE = {
    "connect_timeout": "5",
    "keepalives_idle": "3",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "8000",
    # What is asked for is TLS, whatever else there may be.
    "gssencmode": "disable",
}
# PostgreSQL's words, in milliseconds and seconds: the same at the other end.
_SETTINGS = {
    "search_path": "public",
    "statement_timeout": "10000",
    "lock_timeout": "5000",
    "idle_in_transaction_session_timeout": "60000",
    "tcp_keepalives_idle": "3",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "8000",
}
_VERIFIED = "verify-full"
_REASONS = {
    "42501": "refused",
    "3D000": "unknown-login",
    "53100": "full",
    "53200": "full",
    "40001": "locked",
    "40P01": "locked",
    "55P03": "locked",
    "57014": "locked",
    "25006": "read-only",
    "42P01": "foreign",
    "42703": "foreign",
    "42883": "foreign",
}
_REASONS_BY_CLASS = {"28": "unknown-login", "22": "damaged", "XX": "damaged"}
_THERE = text("SELECT to_regclass('public.alembic_version') IS NOT NULL, to_regclass('public.central_login') IS NOT NULL")
_ANY = text("SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r')")


def open_shared(address: str) -> Engine:
    """The database at this address (as SQLAlchemy writes it), of the newest revision; it is never made or brought up to date
    here.

    Raises DatabaseNewerError, and DatabaseUnusableError (reason: address, insecure, missing, foreign, older, unreachable,
    unknown-login, refused, …).
    """
    words = connection_words(address)

    def come_in() -> Any:
        return connect(**words)

    engine = create_engine(
        "postgresql+psycopg://",
        creator=come_in,
        hide_parameters=True,
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        pool_size=CONNECTIONS_KEPT,
    )
    # Many rows in one statement: what follows a change by itself does so once for all of them.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    with ExitStack() as closing:
        closing.callback(engine.dispose)
        _check(engine)
        closing.pop_all()
    return engine


def connection_words(address: str) -> dict[str, Any]:
    """What psycopg.connect takes, by libpq's words. address: as SQLAlchemy writes it; what it says goes before what is usual
    here.

    Raises DatabaseUnusableError (reason: address; insecure where it goes over a network without looking whose server it is).
    """
    try:
        url = make_url(address)
        words = _words_of(url)
    except (ArgumentError, ImportError, ValueError):
        # Without the cause: an address may hold a password.
        raise DatabaseUnusableError(reason="address") from None
    if not _is_socket(words) and words.get("sslmode") != _VERIFIED:
        raise DatabaseUnusableError(reason="insecure")
    usual = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    said = words.pop("options", "")
    return {**_PATIENCE, **words, "options": f"{usual} {said}".rstrip()}


def reason_of_server(error: BaseException | None) -> str:
    """Why the database can't be used, by what psycopg says."""
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return _REASONS.get(state) or _REASONS_BY_CLASS.get(state[:2], "unreachable")
    return why_not(error) if isinstance(error, Error) else "unreachable"


def _words_of(url: URL) -> dict[str, Any]:
    if url.get_backend_name() != "postgresql":
        raise ValueError
    _, words = url.get_dialect()().create_connect_args(url)
    return dict(words)


def _is_socket(words: dict[str, Any]) -> bool:
    """Of this computer: all the places where a server is looked for are folders. Without any libpq would take PGHOST's."""
    places = str(words.get("host", "")).split(",")
    return "hostaddr" not in words and all(place.startswith("/") for place in places)


def _check(engine: Engine) -> None:
    with reading(engine) as connection:
        known, shared = connection.execute(_THERE).one()
        if not known:
            raise DatabaseUnusableError(reason="foreign" if connection.scalar(_ANY) else "missing")
        revision = connection.scalar(text("SELECT version_num FROM public.alembic_version"))
    refuse_newer(revision)
    refuse_unmade(revision)
    if not shared:
        raise DatabaseUnusableError(reason="older")
