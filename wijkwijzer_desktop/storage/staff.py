"""Who works at the counter, in the database, and how long nobody may try a PIN."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Engine, delete, insert, select, update

from wijkwijzer_desktop.domain.audit import Entry, Stamper
from wijkwijzer_desktop.domain.staff import UNLOCKED, Account, Lock, Role
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import write_entries
from wijkwijzer_desktop.storage.engine import reading, writing

THE_LOCK = 0


class StoredStaff:
    """`desk.ports.StaffShelf` over a database. stamper: makes the stamps of the log."""

    def __init__(self, engine: Engine, stamper: Stamper) -> None:
        self._engine = engine
        self._stamper = stamper

    def accounts(self) -> tuple[Account, ...]:
        staff = tables.staff.c
        with reading(self._engine) as connection:
            rows = connection.execute(select(staff.id, staff.label, staff.role, staff.layer).order_by(staff.label, staff.id))
            return tuple(Account(row.id, row.label, Role(row.role), row.layer) for row in rows)

    def hashes(self) -> Mapping[str, str]:
        with reading(self._engine) as connection:
            return {row.id: row.hash for row in connection.execute(select(tables.staff.c.id, tables.staff.c.hash))}

    def begin(self, account: Account, hashed: str, entries: Iterable[Entry]) -> None:
        with writing(self._engine) as connection:
            connection.execute(delete(tables.staff))
            connection.execute(delete(tables.staff_lock))
            connection.execute(insert(tables.staff), [_row(account, hashed)])
            write_entries(connection, entries, self._stamper)

    def add(self, account: Account, hashed: str, entry: Entry) -> None:
        with writing(self._engine) as connection:
            connection.execute(insert(tables.staff), [_row(account, hashed)])
            write_entries(connection, (entry,), self._stamper)

    def change(self, account: Account, entry: Entry) -> None:
        self._update(account.id, {"label": account.label, "role": int(account.role), "layer": account.layer}, entry)

    def set_hash(self, account_id: str, hashed: str, entry: Entry) -> None:
        self._update(account_id, {"hash": hashed}, entry)

    def remove(self, account_id: str, entry: Entry) -> None:
        with writing(self._engine) as connection:
            connection.execute(delete(tables.staff).where(tables.staff.c.id == account_id))
            write_entries(connection, (entry,), self._stamper)

    def lock(self) -> Lock:
        lock = tables.staff_lock.c
        with reading(self._engine) as connection:
            row = connection.execute(select(lock.wrong, lock.seconds).where(lock.id == THE_LOCK)).first()
        return UNLOCKED if row is None else Lock(row.wrong, row.seconds)

    def replace_lock(self, old: Lock, new: Lock) -> bool:
        lock = tables.staff_lock
        values = {"wrong": new.wrong, "seconds": new.left}
        with writing(self._engine) as connection:
            present = connection.execute(select(lock.c.wrong, lock.c.seconds).where(lock.c.id == THE_LOCK)).first()
            if (UNLOCKED if present is None else Lock(*present)) != old:
                return False
            if present is None:
                connection.execute(insert(lock), [{"id": THE_LOCK, **values}])
            else:
                connection.execute(update(lock).where(lock.c.id == THE_LOCK).values(**values))
        return True

    def _update(self, account_id: str, values: dict[str, object], entry: Entry) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(tables.staff).where(tables.staff.c.id == account_id).values(**values))
            write_entries(connection, (entry,), self._stamper)


def _row(account: Account, hashed: str) -> dict[str, object]:
    return {"id": account.id, "label": account.label, "role": int(account.role), "hash": hashed, "layer": account.layer}
