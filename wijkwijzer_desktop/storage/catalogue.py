"""The catalogue in the database: what is published, to read and to replace."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    Select,
    String,
    bindparam,
    func,
    literal_column,
    select,
)

from wijkwijzer_desktop.desk.searching import Findable
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.layers import EVERYTHING, Layers, Sight
from wijkwijzer_desktop.domain.matching import Wish
from wijkwijzer_desktop.domain.service import Kind, Service
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import Prepared, one_writer, reading, writing
from wijkwijzer_desktop.storage.findable import read_findables
from wijkwijzer_desktop.storage.history import Doing
from wijkwijzer_desktop.storage.integrity import check_content, check_sealed
from wijkwijzer_desktop.storage.layers import read_sight, write_layers
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.ranks import WIDTH, Strips
from wijkwijzer_desktop.storage.replacing import look, merged, replace_with
from wijkwijzer_desktop.storage.rows import read_services
from wijkwijzer_desktop.storage.sharing import Shared, read_shared

NOT_FILLED = 0
SERVICES_KEPT = 4096
MORE = 4


def _version_query() -> Select[int]:
    return select(func.coalesce(func.max(tables.catalogue_version.c.number), NOT_FILLED))


def _rank(strip: str, number: ColumnElement[int], width: int = 1) -> ColumnElement[bytes]:
    # Written out, not bound: this is worked out for every candidate.
    first = number + literal_column("1") if width == 1 else number * literal_column(str(width)) + literal_column("1")
    return func.substr(bindparam(strip, type_=LargeBinary), first, literal_column(str(width)), type_=LargeBinary)


def shortlist_query(topics: int) -> Select[str, int]:
    """The best ids for a wish of so many topics, with the version that they are of."""
    row = tables.service_topic.c
    verdict = _rank("verdicts", row.eligibility)
    return (
        select(row.service_id, _version_query().scalar_subquery())
        .where(
            row.topic_id.in_([bindparam(f"topic{n}", type_=String) for n in range(topics)]),
            row.kind.in_([bindparam(f"kind{n}", type_=String) for n in range(len(Kind))]),
            row.first_day <= bindparam("day", type_=Integer),
            row.last_day >= bindparam("day", type_=Integer),
            verdict != bindparam("left_out", type_=LargeBinary),
        )
        .order_by(
            row.closed,
            verdict,
            _rank("steps", row.step),
            _rank("places", row.place, WIDTH),
            _rank("openings", row.timetable, WIDTH),
            _rank("languages", row.language),
            row.checked,
            row.service_id,
        )
        .limit(bindparam("rows", type_=Integer))
    )


VERSION = _version_query()


@dataclass(frozen=True, slots=True)
class _View:
    """One version of the catalogue, as far as it was read. kept: services by id."""

    version: int
    shared: Shared
    strips: Strips
    sight: Sight
    kept: dict[str, Service] = field(default_factory=dict)


class StoredCatalogue:
    """`desk.ports.Catalogue` over a database, and what publishes one. May be used from any thread.

    at: the layer of the counter that it is read for, "" for that of the only municipality; None reads all layers.
    """

    def __init__(self, engine: Engine, at: str | None = None) -> None:
        self._engine = engine
        self._at = at
        self._view: _View | None = None
        self._prepared: dict[int, Prepared] = {}

    def seen_from(self, at: str) -> "StoredCatalogue":
        """The same, as a counter in this layer sees it; "" for that of the only municipality."""
        return StoredCatalogue(self._engine, at)

    def close(self) -> None:
        """Keep nothing open; what is being read at this moment is read to its end."""
        self._engine.dispose()

    def version(self) -> int:
        """Grows with every change; 0 where nothing was ever published. Raises DatabaseUnusableError."""
        with reading(self._engine) as connection:
            return _version(connection)

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        """The same as `sort_services` over everything. Raises DatabaseUnusableError."""
        ranking = wish.ranking
        # What sinks is not in the tables: it sinks here. With so many more there are enough of the others, which keep their
        # order; and what sinks is not among the best where anything of its step was left behind.
        found = self._in_order(replace(wish, limit=wish.limit + ranking.sinking) if wish.limit > 0 else wish)
        return tuple(sorted(found, key=ranking.front))[: wish.limit] if ranking.sinking else found

    def _in_order(self, wish: Wish) -> tuple[Service, ...]:
        if wish.limit <= 0 or not wish.topics or not wish.kinds:
            return ()
        view = self._view
        if view is not None:
            ids, version = self._best_ids(wish, view)
            kept = [view.kept[service_id] for service_id in ids if service_id in view.kept]
            if version == view.version and len(kept) == len(ids):
                return tuple(kept)
        return self._shortlist_anew(wish)

    def _shortlist_anew(self, wish: Wish) -> tuple[Service, ...]:
        while True:
            with reading(self._engine) as connection:
                view = self._current(connection)
            ids, version = self._best_ids(wish, view)
            with reading(self._engine) as connection:
                if version == view.version == _version(connection):
                    found = _fetch(connection, view, ids)
                    return tuple(found[service_id] for service_id in ids)

    def _best_ids(self, wish: Wish, view: _View) -> tuple[tuple[str, ...], int]:
        topics, kinds = tuple(wish.topics), tuple(wish.kinds)
        prepared = self._prepared.get(len(topics))
        if prepared is None:
            prepared = self._prepared[len(topics)] = Prepared(self._engine, shortlist_query(len(topics)))
        parameters: dict[str, object] = {
            **view.strips.of(wish.ranking),
            **{f"topic{n}": topic for n, topic in enumerate(topics)},
            **{f"kind{n}": kinds[n % len(kinds)].value for n in range(len(Kind))},
            "day": wish.on.toordinal(),
        }
        out = wish.without | view.sight.hidden if view.sight.hidden else wish.without
        # A service is found once for each of its topics, and what is taken already is left out only below.
        count = (wish.limit + len(wish.without)) * len(topics)
        while True:
            rows = prepared.rows(parameters | {"rows": count})
            ids = dict.fromkeys(service_id for service_id, _ in rows if service_id not in out)
            if len(ids) >= wish.limit or len(rows) < count or not view.sight.hidden:
                return tuple(islice(ids, wish.limit)), rows[0][1] if rows else self.version()
            # Too many of the best belong to others.
            count *= MORE

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        """Those that exist, by the id that was asked for, in that order; where the counter's layer has another in its place,
        that one. Raises DatabaseUnusableError."""
        with reading(self._engine) as connection:
            view = self._current(connection)
            shown = {service_id: view.sight.shown(service_id) for service_id in ids}
            found = _fetch(connection, view, tuple(shown.values()))
        return {service_id: found[by] for service_id, by in shown.items() if by in found}

    def wider(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        """Those that exist in the counter's own layers, also where one is left out there or has another in its place. Raises
        DatabaseUnusableError."""
        with reading(self._engine) as connection:
            view = self._current(connection)
            return _fetch(connection, view, tuple(service_id for service_id in ids if service_id not in view.sight.beyond))

    def everything(self) -> tuple[Service, ...]:
        """All, in order of id. Raises DatabaseUnusableError."""
        with reading(self._engine) as connection:
            view = self._current(connection)
            found = read_services(connection, view.shared, None)
        return tuple(service for service_id, service in found.items() if service_id not in view.sight.hidden)

    def findable(self) -> tuple[Findable, ...]:
        """What can be searched for; all that hasn't ended. Raises DatabaseUnusableError."""
        with reading(self._engine) as connection:
            hidden = self._current(connection).sight.hidden
            return tuple(one for one in read_findables(connection) if one.id not in hidden)

    def check(self) -> None:
        """Whether all content of this database, the packs too, is as it was published. Blocks. Raises DatabaseUnusableError:
        reason damaged."""
        check_content(self._engine)

    def networks(self) -> StoredNetworks:
        """Who is behind these services, in the same database; without a log of who changes it."""
        return StoredNetworks(self._engine)

    def replace_all(self, services: tuple[Service, ...], layers: Layers | None = None) -> None:
        """These in the place of all others, or nothing changes; what was changed here is changed back, which its history tells.
        layers: in the place of those that were there and of all overrides; None leaves them.

        Raises CatalogueRefusedError (double-id, organization-two-names, double-topic) and DatabaseUnusableError.
        """
        with writing(self._engine) as connection:
            one_writer(connection)
            replace_with(connection, services, look(connection), frozenset(), _published_now())
            if layers is not None:
                write_layers(connection, layers, overwrite=True)

    def publish(self, services: tuple[Service, ...], layers: Layers | None = None) -> tuple[str, ...]:
        """These in the place of what was published before. What was changed or added here since stays as it is. layers: as in
        `replace_all`, but overrides that were made here stay.

        Ids of those of them that stayed otherwise than they were given. Raises CatalogueRefusedError as `replace_all` does, and
        DatabaseUnusableError: reason damaged where what would stay is damaged. Then nothing changed.
        """
        with writing(self._engine) as connection:
            one_writer(connection)
            check_sealed(connection)
            present = look(connection)
            whole = merged(services, present)
            given = {service.id: service for service in services}
            here = frozenset(service_id for service_id in present.here if present.services[service_id] != given.get(service_id))
            replace_with(connection, whole, present, here, _published_now())
            if layers is not None:
                write_layers(connection, layers, overwrite=False)
        return tuple(sorted(here & given.keys()))

    def replace_translations(self, services: tuple[Service, ...]) -> None:
        """Only the translations of these services, with which they are given, in the place of those that they have.

        Services that don't exist are left aside. Raises DatabaseUnusableError; then nothing changed.
        """
        given = {service.id: service.translations for service in services}
        with writing(self._engine) as connection:
            one_writer(connection)
            check_sealed(connection)
            present = look(connection)
            whole = [replace(service, translations=given.get(i, service.translations)) for i, service in present.services.items()]
            replace_with(connection, whole, present, present.here, _published_now())

    def _current(self, connection: Connection) -> _View:
        view = self._view
        return view if view is not None and view.version == _version(connection) else self._look(connection)

    def _look(self, connection: Connection) -> _View:
        shared = read_shared(connection)
        sight = EVERYTHING if self._at is None else read_sight(connection, self._at)
        self._view = view = _View(_version(connection), shared, Strips(shared), sight)
        return view


def _version(connection: Connection) -> int:
    return connection.execute(VERSION).scalar_one()


def _fetch(connection: Connection, view: _View, ids: tuple[str, ...]) -> dict[str, Service]:
    found = {service_id: view.kept[service_id] for service_id in ids if service_id in view.kept}
    missing = tuple(dict.fromkeys(service_id for service_id in ids if service_id not in found))
    if missing:
        read = read_services(connection, view.shared, missing)
        if len(view.kept) + len(read) > SERVICES_KEPT:
            view.kept.clear()
        view.kept.update(read)
        found.update(read)
    return found


def _published_now() -> Doing:
    return Doing(How.IMPORTED, datetime.now(UTC))
