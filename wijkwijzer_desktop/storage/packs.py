"""Published packs in the database: each immutable, the newest on top."""

from collections.abc import Callable

from sqlalchemy import Engine, insert, select

from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding, PackMissingError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import reading, writing

ON_TOP = select(tables.pack_publication.c.version).order_by(tables.pack_publication.c.number.desc()).limit(1)


class StoredPacks:
    """`desk.ports.PackShelf` over a database. to_json, from_json: how a pack is written, and read back."""

    def __init__(self, engine: Engine, to_json: Callable[[Pack], str], from_json: Callable[[str], Pack]) -> None:
        self._engine = engine
        self._to_json = to_json
        self._from_json = from_json
        self._last: Pack | None = None

    def current(self) -> Pack:
        """The one on top. Raises PackMissingError, DatabaseUnusableError."""
        with reading(self._engine) as connection:
            version = connection.scalar(ON_TOP)
            if version is None:
                raise PackMissingError
            last = self._last
            if last is not None and last.version == version:
                return last
            body = connection.execute(select(tables.pack.c.body).where(tables.pack.c.version == version)).scalar_one()
        self._last = pack = self._from_json(body)
        return pack

    def publish(self, pack: Pack) -> None:
        """Put it on top; a version that is there already isn't written again.

        Raises ContentRefusedError (pack-version-taken) where that version says something else, and
        DatabaseUnusableError; then nothing changed.
        """
        body = self._to_json(pack)
        with writing(self._engine) as connection:
            present = connection.scalar(select(tables.pack.c.body).where(tables.pack.c.version == pack.version))
            if present is None:
                connection.execute(insert(tables.pack), [{"version": pack.version, "body": body}])
            elif present != body:
                raise ContentRefusedError((Finding("pack-version-taken", item=pack.version),))
            connection.execute(insert(tables.pack_publication), [{"version": pack.version}])
