"""A look at the server that counters share, for who looks after a counter: is it there, and what will go wrong with it soon."""

import socket
import ssl
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, make_url, select
from sqlalchemy.exc import ArgumentError

from wijkwijzer_desktop.storage.engine import open_database, reading

# PostgreSQL is asked for TLS in words of its own, before TLS begins.
_ASKS_FOR_TLS = (8).to_bytes(4, "big") + (80877103).to_bytes(4, "big")
_YES = b"S"
_PORT = 5432
_TIMEOUT_SECONDS = 5.0


def clock_ahead(address: str) -> float:
    """Seconds that this computer's clock is ahead of the server's, below zero where it is behind. Blocks. Raises
    DatabaseUnusableError, DatabaseNewerError."""
    engine = open_database(address, looks_only=True)
    try:
        with reading(engine) as connection:
            before = datetime.now(UTC)
            there = connection.execute(select(func.clock_timestamp())).scalar_one()
            after = datetime.now(UTC)
    finally:
        engine.dispose()
    # It was asked somewhere between the two.
    return float((before + (after - before) / 2 - there).total_seconds())


def days_of_certificate(address: str, now: datetime) -> int | None:
    """Whole days that the server's certificate is good for, by the authority that the address names; None where there is none to
    be seen. now: aware. Blocks."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return None
    authority = url.query.get("sslrootcert")
    if not url.host or not isinstance(authority, str) or not Path(authority).is_file():
        return None
    try:
        context = ssl.create_default_context(cafile=authority)
        with closing(socket.create_connection((url.host, url.port or _PORT), _TIMEOUT_SECONDS)) as plain:
            plain.sendall(_ASKS_FOR_TLS)
            if plain.recv(1) != _YES:
                return None
            with context.wrap_socket(plain, server_hostname=url.host) as secret:
                until = (secret.getpeercert() or {}).get("notAfter")
    except (OSError, ValueError):
        return None
    if not isinstance(until, str):
        return None
    return int((ssl.cert_time_to_seconds(until) - now.timestamp()) // 86400)
