"""What became of entries, line by line: who changed what, and when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from wijkwijzer_desktop.domain.editing import Change, How
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.service_data import ServiceDataError, from_data, to_data
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage import entry_tables
from wijkwijzer_desktop.storage.inserting import insert_rows
from wijkwijzer_desktop.storage.sealing import HISTORY, resealing

ROWS_A_BATCH = 500
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something, when and how. at: aware. account, role: "" and None where nobody is logged in."""

    how: How
    at: datetime
    account: str = ""
    role: Role | None = None


def write_changes(connection: Connection, doing: Doing, changes: Iterable[tuple[Service | None, Service]]) -> None:
    """A line for each, with what it was before, None for new, and what it is now."""
    table = entry_tables.service_change
    last = connection.scalar(select(func.max(table.c.number))) or 0
    rows = [
        {
            "number": number,
            "service_id": after.id,
            "moment": doing.at.isoformat(),
            "account": doing.account,
            "role": None if doing.role is None else int(doing.role),
            "how": doing.how,
            "before": None if before is None else _written(before),
            "after": _written(after),
        }
        for number, (before, after) in enumerate(changes, start=last + 1)
    ]
    if rows:
        with resealing(connection, HISTORY, [(table, table.c.number > last)]):
            for start in range(0, len(rows), ROWS_A_BATCH):
                insert_rows(connection, table, rows[start : start + ROWS_A_BATCH])


def read_changes(connection: Connection, service_id: str) -> tuple[Change, ...]:
    """Of one entry, newest first. Raises DatabaseUnusableError (reason: damaged)."""
    table = entry_tables.service_change
    query = select(table).where(table.c.service_id == service_id).order_by(table.c.number.desc())
    try:
        return tuple(
            Change(
                row.number,
                row.service_id,
                datetime.fromisoformat(row.moment),
                row.account,
                None if row.role is None else Role(row.role),
                How(row.how),
                None if row.before is None else from_data(json.loads(row.before)),
                from_data(json.loads(row.after)),
            )
            for row in connection.execute(query)
        )
    except (ServiceDataError, ValueError) as error:
        raise DatabaseUnusableError(reason="damaged") from error


def _written(service: Service) -> str:
    return _ENCODER.encode(to_data(service))
