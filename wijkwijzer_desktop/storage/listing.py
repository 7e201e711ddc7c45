"""Lists of entries: those wanted, in their order, as few columns as a list shows."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    FromClause,
    Select,
    String,
    bindparam,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)

from wijkwijzer_desktop.desk.near_words import allowed
from wijkwijzer_desktop.desk.searching import normal
from wijkwijzer_desktop.domain.editing import ListRow, Order, Wanted
from wijkwijzer_desktop.domain.service import Kind, Status
from wijkwijzer_desktop.storage.engine import Prepared, reading
from wijkwijzer_desktop.storage.entries import VERSION
from wijkwijzer_desktop.storage.entry_tables import service_flag, service_words
from wijkwijzer_desktop.storage.finding import Typed, fitting, rank
from wijkwijzer_desktop.storage.tables import location, organization, phone, service, service_topic
from wijkwijzer_desktop.storage.words import Spelling

KINDS = {kind.value: kind for kind in Kind}
STATUSES = {status.value: status for status in Status}
# More words than this say no more.
WORDS = 8
SHAPES_KEPT = 200
POSTCODE4 = func.substr(location.c.postal_code, literal_column("1"), literal_column("4"))
INDEX = table("service_search", column("rowid"))


@dataclass(frozen=True, slots=True)
class _Shape:
    """All that the text of a query depends on: queries of one shape differ in parameters alone."""

    typed: tuple[tuple[int, int], ...]
    every: bool
    topics: int
    postcodes4: int
    kinds: int
    statuses: int
    due: bool
    flagged: bool
    order: Order


class Listing:
    """Lists out of one database. May be used from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._prepared: dict[_Shape, Prepared] = {}
        self._flags = Prepared(engine, select(service_flag.c.service_id, func.count()).group_by(service_flag.c.service_id))
        self._version = Prepared(engine, VERSION)
        self._spelling: tuple[int, Spelling] | None = None

    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        """Where nothing has all the words that were typed, what has some of them. Raises DatabaseUnusableError."""
        typed = self._typed(wanted.typed)
        found = self._rows(wanted, typed, every=True)
        if not found and len(typed.words) > 1:
            found = self._rows(wanted, typed, every=False)
        return found

    def _rows(self, wanted: Wanted, typed: Typed, *, every: bool) -> tuple[ListRow, ...]:
        shape = _Shape(
            typed.shape,
            every,
            len(wanted.topics),
            len(wanted.postcodes4),
            len(wanted.kinds),
            len(wanted.statuses),
            wanted.due_on is not None,
            wanted.flagged,
            wanted.order,
        )
        prepared = self._prepared.get(shape)
        if prepared is None:
            if len(self._prepared) >= SHAPES_KEPT:
                self._prepared.clear()
            prepared = self._prepared[shape] = Prepared(self._engine, _query(shape, self._engine.dialect.name))
        parameters = _values(wanted)
        if typed.words:
            parameters |= typed.parameters(every=every)
        flags = dict(self._flags.rows({}))
        return _list_rows(prepared.rows(parameters), flags)

    def _typed(self, text: str) -> Typed:
        words = tuple(normal(text).split()[:WORDS])
        return Typed(words, tuple(map(self._meant, words)))

    def _meant(self, word: str) -> tuple[str, ...]:
        if not allowed(word):
            return ()
        with self._lock:
            version = self._version.rows({})[0][0]
            if self._spelling is None or self._spelling[0] != version:
                with reading(self._engine) as connection:
                    self._spelling = (version, Spelling(connection))
            return self._spelling[1].meant(word)


def _query(shape: _Shape, dialect: str) -> Select[Any]:
    s, o, place, first, words = service.c, organization.c, location.c, phone.c, service_words.c
    source: FromClause = service.join(organization).join(service_words, words.service_id == s.id)
    conditions = list(_filters(shape))
    order: list[ColumnElement[Any]] = [words.name, s.id]
    if shape.order is Order.CHECK:
        order = [s.check_before.is_not(None), s.check_before, *order]
    if shape.typed:
        indexed = dialect == "sqlite" and any(letters > 1 for letters, _ in shape.typed)
        if indexed:
            source = source.join(INDEX, INDEX.c.rowid == words.number)
        conditions += fitting(shape.typed, every=shape.every, indexed=indexed)
        order = [*rank(shape.typed, dialect=dialect), *order]
    source = source.outerjoin(location, place.service_id == s.id)
    source = source.outerjoin(phone, (first.service_id == s.id) & (first.position == literal_column("0")))
    columns = (
        *(s.id, s.name, o.name, s.kind, s.status, first.number, place.city, POSTCODE4),
        *(s.assured_date, s.check_before, s.closed_until, s.version, s.layer),
    )
    return select(*columns).select_from(source).where(*conditions).order_by(*order)


def _filters(shape: _Shape) -> Iterator[ColumnElement[bool]]:
    if shape.topics:
        topic = service_topic.c.topic_id
        # All that lies under a topic begins with its id and a full stop, after which "/" comes next.
        one_of = (
            (topic == _bound(f"topic{n}")) | ((topic > _bound(f"under{n}")) & (topic < _bound(f"beyond{n}")))
            for n in range(shape.topics)
        )
        yield service.c.id.in_(select(service_topic.c.service_id).where(or_(*one_of)))
    for name, count, of in (
        ("postcode", shape.postcodes4, POSTCODE4),
        ("kind", shape.kinds, service.c.kind),
        ("status", shape.statuses, service.c.status),
    ):
        if count:
            yield of.in_([_bound(f"{name}{n}") for n in range(count)])
    if shape.due:
        yield service.c.check_before.is_(None) | (service.c.check_before <= bindparam("due", type_=service.c.check_before.type))
    if shape.flagged:
        yield service.c.id.in_(select(service_flag.c.service_id))


def _values(wanted: Wanted) -> dict[str, object]:
    values: dict[str, object] = {}
    for n, topic in enumerate(wanted.topics):
        values |= {f"topic{n}": topic, f"under{n}": f"{topic}.", f"beyond{n}": f"{topic}/"}
    for name, given in (("postcode", wanted.postcodes4), ("kind", wanted.kinds), ("status", wanted.statuses)):
        values |= {f"{name}{n}": str(value) for n, value in enumerate(given)}
    if wanted.due_on is not None:
        values["due"] = wanted.due_on.isoformat()
    return values


def _bound(name: str) -> ColumnElement[str]:
    return bindparam(name, type_=String)


def _list_rows(rows: Iterable[tuple[Any, ...]], flags: Mapping[str, int]) -> tuple[ListRow, ...]:
    # Written out: it is done for every entry that a list shows.
    return tuple(
        [
            ListRow(
                service_id,
                name,
                by,
                KINDS[kind],
                STATUSES[status],
                number or "",
                city or "",
                postcode4 or "",
                checked and _day(checked),
                check_before and _day(check_before),
                closed_until and _day(closed_until),
                flags.get(service_id, 0),
                version,
                of,
            )
            for service_id, name, by, kind, status, number, city, postcode4, checked, check_before, closed_until, version, of in (
                rows
            )
        ]
    )


def _day(written: str | date) -> date:
    # SQLite has no days of its own.
    return date.fromisoformat(written) if isinstance(written, str) else written
