"""Published packs in the database: each immutable, the newest that is whole on top."""

import hashlib
from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, insert, select

from wijkwijzer_desktop.desk.drafting import Release
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding, PackMissingError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import one_writer, reading, writing
from wijkwijzer_desktop.storage.source_tables import pack_source

ToJson = Callable[[Pack], str]
FromJson = Callable[[str], Pack]

_LAST = func.max(tables.pack_publication.c.number)
# Every version once, the one that was last put on top first.
IN_ORDER = select(tables.pack_publication.c.version).group_by(tables.pack_publication.c.version).order_by(_LAST.desc())


class StoredPacks:
    """`desk.ports.PackShelf` over a database. to_json, from_json: how a pack is written, and read back."""

    def __init__(self, engine: Engine, to_json: ToJson, from_json: FromJson) -> None:
        self._engine = engine
        self._to_json = to_json
        self._from_json = from_json
        self._last: Pack | None = None

    def current(self) -> Pack:
        """The one on top; where that is damaged, the one that was there before it.

        Raises PackMissingError, DatabaseUnusableError, and ContentRefusedError where none is whole.
        """
        with reading(self._engine) as connection:
            self._last = pack = top_pack(connection, self._from_json, self._last)
        return pack

    def publish(self, pack: Pack, release: Release | None = None) -> None:
        """Put it on top; a version that is there already isn't written again.

        Raises ContentRefusedError (pack-version-taken) where that version says something else, and
        DatabaseUnusableError; then nothing changed.
        """
        with writing(self._engine) as connection:
            one_writer(connection)
            put_on_top(connection, pack.version, self._to_json(pack), release)


def top_pack(connection: Connection, from_json: FromJson, known: Pack | None = None) -> Pack:
    """The newest that is whole. known: one that was read before, not to be read again. Raises PackMissingError, and
    ContentRefusedError where none is whole."""
    refused: ContentRefusedError | None = None
    for version in connection.scalars(IN_ORDER).all():
        if known is not None and known.version == version:
            return known
        try:
            return pack_of(connection, version, from_json)
        except ContentRefusedError as error:
            refused = refused or error
    raise refused or PackMissingError


def pack_of(connection: Connection, version: str, from_json: FromJson) -> Pack:
    """The pack of this version. Raises PackMissingError, and ContentRefusedError (pack-unreadable) where it is not as it was
    published."""
    row = connection.execute(select(tables.pack.c.body, tables.pack.c.digest).where(tables.pack.c.version == version)).first()
    if row is None:
        raise PackMissingError
    if row.digest not in {None, digest_of(row.body)}:
        raise _unreadable("digest")
    pack = from_json(row.body)
    if pack.version != version:
        # Another one in its place.
        raise _unreadable("version")
    return pack


def put_on_top(connection: Connection, version: str, body: str, release: Release | None) -> None:
    """Inside the transaction of what it is about. Raises ContentRefusedError (pack-version-taken)."""
    present = connection.scalar(select(tables.pack.c.body).where(tables.pack.c.version == version))
    if present is None:
        connection.execute(insert(tables.pack), [{"version": version, "body": body, "digest": digest_of(body)}])
    elif present != body:
        raise ContentRefusedError((Finding("pack-version-taken", item=version),))
    said = {"moment": release.at.isoformat(), "account": release.account, "note": release.note} if release is not None else {}
    # Not by the database itself: it would give out the number of one that was taken away.
    number = (connection.scalar(select(_LAST)) or 0) + 1
    connection.execute(insert(tables.pack_publication), [{"number": number, "version": version, **said}])
    if release is not None and release.texts:
        rows = [{"number": number, "name": name, "text": text} for name, text in release.texts.items()]
        connection.execute(insert(pack_source), rows)


def digest_of(body: str) -> str:
    """SHA-256, hexadecimal; of text that is no text too."""
    return hashlib.sha256(body.encode(errors="surrogatepass")).hexdigest()


def _unreadable(reason: str) -> ContentRefusedError:
    return ContentRefusedError((Finding("pack-unreadable", data=(("reason", reason),)),))
