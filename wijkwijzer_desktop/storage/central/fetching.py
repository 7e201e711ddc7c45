"""A snapshot out of what the server says in one transaction: from the one that is known and what changed since, else whole.

What the server says of itself and all rows are of one moment. The digests that it names are made anew over what was put in the
snapshot; of the one that is known each byte was compared with when it was made, so that only what changes needs to be weighed.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wijkwijzer_desktop.domain.central import Away, Part, PartState
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError
from wijkwijzer_desktop.domain.standing import facts_since
from wijkwijzer_desktop.storage import sealing, tables
from wijkwijzer_desktop.storage.central.choices import Choice, asked, everything, touched_choices
from wijkwijzer_desktop.storage.central.image import Image, blank
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS
from wijkwijzer_desktop.storage.snapshots import read_image, write_image

if TYPE_CHECKING:
    from datetime import date

    from psycopg import Connection, Cursor

# With more that changed it is as quick to take all.
MANY = 1000

_STATES = "SELECT part, version, digest FROM content_seal WHERE part = ANY (%s)"
# However slowly rows come through a cable, they come: where they don't, both ends notice.
_PATIENCE = "SET LOCAL statement_timeout = 0"
_REVISION = "SELECT version_num FROM alembic_version"
# The day by the server's clock: that of a counter may be wrong.
_MOMENT = (
    "SELECT pg_snapshot_xmin(pg_current_snapshot())::text, central_municipality(), (now() AT TIME ZONE 'Europe/Amsterdam')::date"
)
_TOUCHED = "SELECT kind, key FROM central_touched WHERE xid >= %s::xid8 LIMIT %s"
_REPLIES = "SELECT day::text, '', kind, key, count FROM central_replies(%s)"
_NOTHING = PartState(0, sealing.sum_words(0))


@dataclass(frozen=True, slots=True)
class _Moment:
    """What the server says. horizon: what is changed by this transaction and later ones isn't seen yet. touched: kind and key of
    rows of the catalogue that changed since the horizon of the snapshot that is known."""

    states: Mapping[Part, PartState]
    horizon: str
    municipality: str
    today: "date"
    touched: frozenset[tuple[str, str]] = frozenset()


def read_states(connection: "Connection[tuple[Any, ...]]") -> Mapping[Part, PartState]:
    """What is published, in one question and answer. Raises CentralAwayError (NEWER, OLDER), psycopg.Error."""
    with connection.pipeline(), connection.transaction():
        revision = connection.execute(_REVISION)
        states = connection.execute(_STATES, [list(Part)])
        return _states(revision, states)


def fetch(connection: "Connection[tuple[Any, ...]]", known: Path | None, target: Path) -> Mapping[Part, PartState]:
    """`desk.central.Link.fetch`. The connection's transactions see one moment. Raises CentralAwayError (NEWER, OLDER, UNSEALED),
    DatabaseUnusableError (this computer's disk), psycopg.Error."""
    present = _present(known)
    with connection.transaction():
        moment = _look(connection, present)
        image = _increment(connection, present, moment) if present is not None else None
        image = image or _whole(connection, moment)
        replies = connection.execute(_REPLIES, [facts_since(moment.today)]).fetchall()
    image.put_only(tables.tally, replies)
    image.seal(moment.states)
    write_image(image.bytes(moment.horizon, moment.municipality), target)
    return moment.states


def _present(known: Path | None) -> Image | None:
    """None where it can't be built upon."""
    if known is not None:
        with suppress(DatabaseUnusableError, sqlite3.Error):
            image = Image(read_image(known))
            if image.known() is not None:
                return image
    return None


def _look(connection: "Connection[tuple[Any, ...]]", present: Image | None) -> _Moment:
    known = present.known() if present is not None else None
    with connection.pipeline():
        connection.execute(_PATIENCE)
        revision = connection.execute(_REVISION)
        states = connection.execute(_STATES, [list(Part)])
        moment = connection.execute(_MOMENT)
        touched = None if known is None else connection.execute(_TOUCHED, [known[0], MANY + 1])
        published = _states(revision, states)
        horizon, municipality, today = moment.fetchone() or ("", "", None)
        changed = () if touched is None else touched.fetchall()
    if not municipality:
        raise CentralAwayError(away=Away.REFUSED)
    return _Moment(published, horizon, municipality, today, frozenset(changed))


def _states(revision: "Cursor[tuple[Any, ...]]", states: "Cursor[tuple[Any, ...]]") -> dict[Part, PartState]:
    (found,) = revision.fetchone() or ("",)
    if found != HEAD:
        raise CentralAwayError(away=Away.OLDER if found in REVISIONS else Away.NEWER)
    said = {Part(part): PartState(version, digest) for part, version, digest in states.fetchall()}
    return {part: said.get(part, _NOTHING) for part in Part}


def _increment(connection: "Connection[tuple[Any, ...]]", image: Image, moment: _Moment) -> Image | None:
    """None where it didn't become what it should be."""
    known, before = image.known(), image.states()
    if known is None or known[1] != moment.municipality or len(moment.touched) > MANY or before.keys() != set(Part):
        return None
    changed = [part for part in Part if before[part].digest != moment.states[part].digest]
    choices: list[tuple[Part, Choice]] = []
    for part in changed:
        found = _choices(part, image, moment)
        if found is None:
            return None
        choices += ((part, choice) for choice in found)
    with connection.pipeline():
        rows = [(part, choice, cursor.fetchall()) for (part, choice), cursor in _ask_all(connection, choices)]
    with suppress(sqlite3.Error, ValueError):
        for part in changed:
            more = image.replace([(choice, found) for of, choice, found in rows if of is part])
            if sealing.sum_words(int(before[part].digest.removeprefix(sealing.SUM), 16) + more) != moment.states[part].digest:
                return None
        return image
    return None


def _choices(part: Part, image: Image, moment: _Moment) -> tuple[Choice, ...] | None:
    match part:
        case Part.CATALOGUE:
            return touched_choices(moment.touched)
        case Part.PACKS:
            # They are large, and never change.
            there = tuple(image.keys(tables.pack, "version"))
            return Choice(tables.pack, "version", there, others=True), Choice(tables.pack_publication)
        case Part.NETWORK:
            return everything(part)


def _whole(connection: "Connection[tuple[Any, ...]]", moment: _Moment) -> Image:
    image = Image(blank())
    choices = [(part, choice) for part in Part for choice in everything(part)]
    with connection.pipeline():
        for (_, choice), cursor in _ask_all(connection, choices):
            # Not all at once, for which Python would look through all of its memory while a visitor waits.
            while rows := cursor.fetchmany(sealing.ROWS_AT_ONCE):
                image.put(choice.table, rows)
    image.index_anew()
    digests = image.digests()
    if any(state.digest != digests[part] for part, state in moment.states.items()):
        raise CentralAwayError(away=Away.UNSEALED)
    return image


def _ask_all(
    connection: "Connection[tuple[Any, ...]]", choices: Iterable[tuple[Part, Choice]]
) -> "list[tuple[tuple[Part, Choice], Cursor[tuple[Any, ...]]]]":
    """All asked before the first answer is read."""
    return [
        (
            (part, choice),
            connection.execute(
                asked(choice.table, choice.column, others=choice.others), [list(choice.keys)] if choice.column else None
            ),
        )
        for part, choice in choices
    ]
