"""The catalogue entry by entry, as editors have it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, delete, exists, insert, select

from wijkwijzer_desktop.desk.keeping import keeping_all
from wijkwijzer_desktop.domain.audit import Entry, Stamper
from wijkwijzer_desktop.domain.editing import Alike, Change, Flag, FlagReason, How, Kept, ListRow, Wanted
from wijkwijzer_desktop.domain.layers import Layers, Override
from wijkwijzer_desktop.domain.service import Organization, Service
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import noted_nowhere, write_entries
from wijkwijzer_desktop.storage.engine import one_writer, reading, writing
from wijkwijzer_desktop.storage.entries import NEW, Written, catalogue_version, read_kept, write_some
from wijkwijzer_desktop.storage.entry_tables import service_flag
from wijkwijzer_desktop.storage.history import Doing, read_changes, write_changes
from wijkwijzer_desktop.storage.layers import read_layers, remove_override, write_override
from wijkwijzer_desktop.storage.likeness import find_alike
from wijkwijzer_desktop.storage.listing import Listing
from wijkwijzer_desktop.storage.sharing import Shared, read_shared


def _now() -> datetime:
    return datetime.now(UTC)


class StoredWorkbench:
    """`desk.workbench.Workbench` over a database. May be used from any thread. stamper: makes the stamps of the log of what staff
    did, None for who never writes in it. noted: told of each line of a log that lies elsewhere, once its change is for good.
    now: aware; when something is done that no line of that log goes with."""

    def __init__(
        self,
        engine: Engine,
        stamper: Stamper | None = None,
        *,
        noted: Callable[[Entry], None] = noted_nowhere,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._engine = engine
        self._stamper = stamper
        self._noted = noted
        self._time = now
        self._listing = Listing(engine)
        # Of the version beside it.
        self._shared: tuple[int, Shared] | None = None

    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        return self._listing.rows(wanted)

    def read(self, service_id: str) -> Kept | None:
        with reading(self._engine) as connection:
            return next(iter(read_kept(connection, self._known(connection), (service_id,))), None)

    def everything(self) -> tuple[Kept, ...]:
        with reading(self._engine) as connection:
            return read_kept(connection, self._known(connection), None)

    def save(self, service: Service, seen: int, how: How, entry: Entry | None = None) -> Kept:
        return self._write([(service, seen)], how, entry).kept[0]

    def save_all(self, changes: Iterable[tuple[Service, int]], how: How, entry: Entry | None = None) -> None:
        self._write(tuple(changes), how, entry)

    def history(self, service_id: str) -> tuple[Change, ...]:
        with reading(self._engine) as connection:
            return read_changes(connection, service_id)

    def layers(self) -> Layers:
        with reading(self._engine) as connection:
            return read_layers(connection)

    def override(self, override: Override, own: Service | None, how: How, entry: Entry | None = None) -> None:
        doing = self._doing(how, entry)
        with keeping_all(), writing(self._engine) as connection:
            one_writer(connection)
            if own is not None:
                write_some(connection, self._known(connection), [(own, NEW)], doing)
            write_override(connection, override)
            self._note(connection, override.service, doing, entry)
        self._shared = None
        self._told(entry)

    def show_again(self, layer_id: str, service_id: str, entry: Entry | None = None) -> None:
        with keeping_all(), writing(self._engine) as connection:
            one_writer(connection)
            remove_override(connection, layer_id, service_id)
            self._note(connection, service_id, self._doing(How.SHOWN, entry), entry)
        self._told(entry)

    def organizations(self) -> tuple[Organization, ...]:
        row = tables.organization.c
        with reading(self._engine) as connection:
            found = connection.execute(select(row.id, row.name).order_by(row.name, row.id))
            return tuple(Organization(organization, name) for organization, name in found)

    def alike(self, service: Service) -> tuple[Alike, ...]:
        with reading(self._engine) as connection:
            return find_alike(connection, service)

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        flag = service_flag.c
        with writing(self._engine) as connection:
            one_writer(connection)
            is_there = connection.scalar(select(exists().where(tables.service.c.id == service_id)))
            is_said = connection.scalar(select(exists().where(flag.service_id == service_id, flag.reason == reason.value)))
            if is_there and not is_said:
                connection.execute(insert(service_flag), [{"service_id": service_id, "reason": reason.value, "day": on}])

    def flags(self, service_id: str = "") -> tuple[Flag, ...]:
        # A copy that was put back may lack what somebody said something of.
        query = select(service_flag).join(tables.service, tables.service.c.id == service_flag.c.service_id)
        query = query.order_by(service_flag.c.number)
        if service_id:
            query = query.where(service_flag.c.service_id == service_id)
        with reading(self._engine) as connection:
            return tuple(Flag(row.number, row.service_id, FlagReason(row.reason), row.day) for row in connection.execute(query))

    def lower(self, numbers: Iterable[int]) -> None:
        wanted = tuple(numbers)
        if wanted:
            with writing(self._engine) as connection:
                connection.execute(delete(service_flag).where(service_flag.c.number.in_(wanted)))

    def _write(self, changes: Sequence[tuple[Service, int]], how: How, entry: Entry | None) -> Written:
        doing = self._doing(how, entry)
        with keeping_all(), writing(self._engine) as connection:
            one_writer(connection)
            written = write_some(connection, self._known(connection), changes, doing)
            if entry is not None and self._stamper is not None and written.changed:
                write_entries(connection, (entry,), self._stamper)
            version = catalogue_version(connection)
        self._shared = (version, written.shared)
        if written.changed:
            self._told(entry)
        return written

    def _doing(self, how: How, entry: Entry | None) -> Doing:
        return Doing(how, self._time()) if entry is None else Doing(how, entry.at, entry.account, entry.role)

    def _note(self, connection: Connection, service_id: str, doing: Doing, entry: Entry | None) -> None:
        """In the history of an entry that itself stays as it is, and in the log."""
        kept = read_kept(connection, self._known(connection), (service_id,))
        write_changes(connection, doing, [(one.service, one.service) for one in kept])
        if entry is not None and self._stamper is not None:
            write_entries(connection, (entry,), self._stamper)

    def _told(self, entry: Entry | None) -> None:
        if entry is not None:
            self._noted(entry)

    def _known(self, connection: Connection) -> Shared:
        known, version = self._shared, catalogue_version(connection)
        if known is None or known[0] != version:
            self._shared = known = (version, read_shared(connection))
        return known[1]
