"""What packs were made of, and the draft that all editors share, in the database."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select

from wijkwijzer_desktop.desk.drafting import Kept, Publication, Release, Texts
from wijkwijzer_desktop.domain.audit import Entry, Stamper
from wijkwijzer_desktop.domain.errors import DraftConflictError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import noted_nowhere, write_entries
from wijkwijzer_desktop.storage.engine import one_writer, reading, writing
from wijkwijzer_desktop.storage.packs import FromJson, ToJson, pack_of, put_on_top, top_pack
from wijkwijzer_desktop.storage.source_tables import draft, draft_text, pack_source

THE_DRAFT = 0
PUBLICATIONS = select(tables.pack_publication).order_by(tables.pack_publication.c.number.desc())


class StoredSources:
    """`desk.drafting.SourceShelf` over a database. stamper: makes the stamps of the log, None where that lies elsewhere. noted:
    told of each line of such a log, once its change is for good. to_json, from_json: how a pack is written, and read back."""

    def __init__(
        self,
        engine: Engine,
        stamper: Stamper | None,
        to_json: ToJson,
        from_json: FromJson,
        noted: Callable[[Entry], None] = noted_nowhere,
    ) -> None:
        self._engine = engine
        self._stamper = stamper
        self._noted = noted
        self._to_json = to_json
        self._from_json = from_json

    def current(self) -> Pack:
        with reading(self._engine) as connection:
            return top_pack(connection, self._from_json)

    def pack(self, version: str) -> Pack:
        with reading(self._engine) as connection:
            return pack_of(connection, version, self._from_json)

    def texts_of(self, version: str) -> Texts | None:
        published = tables.pack_publication.c
        last = (
            select(func.max(pack_source.c.number))
            .join_from(pack_source, tables.pack_publication, pack_source.c.number == published.number)
            .where(published.version == version)
        )
        query = select(pack_source.c.name, pack_source.c.text).where(pack_source.c.number == last.scalar_subquery())
        with reading(self._engine) as connection:
            return {row.name: row.text for row in connection.execute(query)} or None

    def draft(self) -> Kept | None:
        with reading(self._engine) as connection:
            kept = _kept(connection)
            return Kept(_texts(connection), *kept) if kept is not None and kept[0] else None

    def keep(self, texts: Texts, base: str, number: int) -> Kept:
        with writing(self._engine) as connection:
            one_writer(connection)
            last = self._check(connection, base, number)
            _write(connection, texts, base, last + 1)
        return Kept(texts, base, last + 1)

    def release(self, pack: Pack, release: Release, entry: Entry, over: str, number: int | None) -> None:
        with writing(self._engine) as connection:
            one_writer(connection)
            if top_pack(connection, self._from_json).version != over:
                raise DraftConflictError(reason="published")
            if number is not None:
                # Of what it is over it is known that it is in use.
                _write(connection, {}, "", self._check(connection, over, number))
            put_on_top(connection, pack.version, self._to_json(pack), release)
            if self._stamper is not None:
                write_entries(connection, (entry,), self._stamper)
        self._noted(entry)

    def publications(self) -> tuple[Publication, ...]:
        with reading(self._engine) as connection:
            top = top_pack(connection, self._from_json).version
            found: list[Publication] = []
            for row in connection.execute(PUBLICATIONS):
                at = datetime.fromisoformat(row.moment) if row.moment else None
                is_top = row.version == top and not any(publication.on_top for publication in found)
                found.append(Publication(row.version, row.number, at, row.account or "", row.note or "", is_top))
            return tuple(found)

    def _check(self, connection: Connection, base: str, number: int) -> int:
        """Number of the last draft that was kept, whether or not it is there now. Raises DraftConflictError."""
        kept = _kept(connection)
        there, last = kept if kept is not None else ("", 0)
        if number == 0:
            # Made from what was in use: all of it is lost that was published since.
            if top_pack(connection, self._from_json).version != base:
                raise DraftConflictError(reason="published")
            if there:
                raise DraftConflictError(reason="kept")
        elif number != last or not there:
            raise DraftConflictError(reason="kept" if there else "published")
        return last


def _kept(connection: Connection) -> tuple[str, int] | None:
    row = connection.execute(select(draft.c.base, draft.c.number).where(draft.c.id == THE_DRAFT)).first()
    return None if row is None else (row.base, row.number)


def _texts(connection: Connection) -> Mapping[str, str]:
    return {row.name: row.text for row in connection.execute(select(draft_text))}


def _write(connection: Connection, texts: Texts, base: str, number: int) -> None:
    connection.execute(delete(draft))
    connection.execute(delete(draft_text))
    connection.execute(insert(draft), [{"id": THE_DRAFT, "base": base, "number": number}])
    if texts:
        connection.execute(insert(draft_text), [{"name": name, "text": text} for name, text in texts.items()])
