"""Municipalities beside each other in the same tables: each row belongs to one, and nobody sees another's.

The program's own queries don't say so: a default fills the column in, row-level security filters. Keys begin with the column, so
that a municipality's rows lie together, and a table can be divided by it. A later revision that refers from one table to another
must name the column there, on this database.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from wijkwijzer_desktop.storage import entry_tables, layer_tables, tables
from wijkwijzer_desktop.storage.network_tables import network_record
from wijkwijzer_desktop.storage.source_tables import draft

COLUMN = "municipality"
POLICY = "central_own"
_OWN = f"{COLUMN} = (SELECT central_municipality())"
# Of the tables that only this database has: those whose rows belong to one, and how; the owner looks at the first two freely.
_SEEN_BY_OTHERS = {"central_municipality": "id = (SELECT central_municipality())", "central_login": _OWN}
_FORCED = ("central_counter", "central_stream", "central_touched", "central_journal")

_TABLES = """
SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
  EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'municipality' AND NOT a.attisdropped),
  EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'central_own')
FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"""
_CONSTRAINTS = """
SELECT o.conname, t.relname, o.contype, r.relname,
  ARRAY(SELECT a.attname FROM unnest(o.conkey) WITH ORDINALITY k(n, at)
    JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.n ORDER BY k.at)::text[],
  ARRAY(SELECT a.attname FROM unnest(o.confkey) WITH ORDINALITY k(n, at)
    JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.n ORDER BY k.at)::text[]
FROM pg_constraint o JOIN pg_class t ON t.oid = o.conrelid LEFT JOIN pg_class r ON r.oid = o.confrelid
WHERE o.connamespace = 'public'::regnamespace AND o.contype IN ('p', 'u', 'f')
ORDER BY t.relname, o.conname"""
_WORDS = {"p": "PRIMARY KEY", "u": "UNIQUE", "f": "FOREIGN KEY"}

TOUCHED, JOURNAL, BOTH = "touched", "journal", "both"
_CHANGES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class _Followed:
    """kind: as what a change is kept. key: how a row's key is written. changes: which are followed."""

    kind: str
    key: str
    kept: str = TOUCHED
    changes: Sequence[str] = _CHANGES


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    table: str
    sort: str
    columns: tuple[str, ...]
    others: str
    other_columns: tuple[str, ...]


_OF_SERVICE = _Followed("service", "service_id::text")
FOLLOWED: Mapping[Table, _Followed] = {
    tables.service: _Followed("service", "id::text", BOTH),
    tables.organization: _Followed("organization", "id::text", BOTH),
    tables.eligibility: _Followed("eligibility", "number::text"),
    tables.timetable: _Followed("timetable", "number::text"),
    tables.schedule: _Followed("timetable", "timetable::text"),
    tables.closure: _Followed("timetable", "timetable::text"),
    tables.language: _Followed("language", "number::text"),
    tables.place: _Followed("place", "number::text"),
    tables.location: _OF_SERVICE,
    tables.phone: _OF_SERVICE,
    tables.required_document: _OF_SERVICE,
    tables.service_translation: _OF_SERVICE,
    tables.source: _OF_SERVICE,
    tables.service_topic: _OF_SERVICE,
    entry_tables.service_words: _OF_SERVICE,
    layer_tables.layer: _Followed("layer", "id::text", BOTH),
    layer_tables.service_override: _Followed("service_override", "layer || ' ' || service_id", BOTH),
    # Whose name it was must not stay behind here.
    network_record: _Followed("network", "CASE kind WHEN 'contact' THEN kind ELSE kind || ' ' || id END", JOURNAL),
    # That visitors raise them at counters is nobody's doing.
    entry_tables.service_flag: _Followed("flag", "service_id::text", JOURNAL, ("UPDATE", "DELETE")),
    tables.pack_publication: _Followed("pack", "version::text", JOURNAL),
    draft: _Followed("draft", "base::text", JOURNAL),
    tables.content_seal: _Followed("sealed", "part || ' ' || version", JOURNAL, ("INSERT", "UPDATE")),
}
_LOGINS = _Followed("computer", "counter || ' ' || role", JOURNAL)
_SEEING = {"INSERT": "NEW TABLE AS came", "UPDATE": "OLD TABLE AS gone NEW TABLE AS came", "DELETE": "OLD TABLE AS gone"}


def divide(connection: Connection) -> None:
    """Give every table of ours the column, keys that begin with it, row-level security and triggers; what has them is left
    alone. Rows that are there go to the municipality that the connection is about."""
    ours = [table.name for table in tables.metadata.sorted_tables]
    there = {row[0]: row[1:] for row in connection.exec_driver_sql(_TABLES)}
    for name in (name for name in ours if not there[name][2]):
        connection.exec_driver_sql(
            f'ALTER TABLE "{name}" ADD COLUMN {COLUMN} text COLLATE "C" NOT NULL DEFAULT central_municipality()'
        )
    for statement in _key_statements(connection, frozenset(ours)):
        connection.exec_driver_sql(statement)
    for name, policy in {**dict.fromkeys((*ours, *_FORCED), _OWN), **_SEEN_BY_OTHERS}.items():
        enabled, forced, _, has_policy = there[name]
        if not enabled:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" ENABLE ROW LEVEL SECURITY')
        if not forced and name not in _SEEN_BY_OTHERS:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" FORCE ROW LEVEL SECURITY')
        if not has_policy:
            connection.exec_driver_sql(f'CREATE POLICY {POLICY} ON "{name}" USING ({policy}) WITH CHECK ({policy})')


def lift(connection: Connection) -> None:
    """Let the owner see the rows of all, to bring them up to date; `divide` ends it."""
    for name, _, forced, *_ in connection.exec_driver_sql(_TABLES).all():
        if forced and name not in _FORCED:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" NO FORCE ROW LEVEL SECURITY')


def follow(connection: Connection) -> None:
    """What the database does by itself when something changes. Its functions must be there."""
    for name, followed in {**{table.name: how for table, how in FOLLOWED.items()}, "central_login": _LOGINS}.items():
        key = followed.key.replace("'", "''")
        for change in followed.changes:
            connection.exec_driver_sql(
                f'CREATE OR REPLACE TRIGGER central_follow_{change.lower()} AFTER {change} ON "{name}" REFERENCING'
                f" {_SEEING[change]} FOR EACH STATEMENT"
                f" EXECUTE FUNCTION central_follow('{followed.kind}', '{key}', '{followed.kept}')"
            )
    connection.exec_driver_sql(
        "CREATE OR REPLACE TRIGGER central_announce AFTER INSERT OR UPDATE ON content_seal FOR EACH ROW"
        " WHEN (NEW.part IN ('catalogue', 'packs', 'network')) EXECUTE FUNCTION central_announce()"
    )
    connection.exec_driver_sql(
        "CREATE OR REPLACE TRIGGER central_guard_history BEFORE UPDATE OR DELETE ON network_change FOR EACH ROW"
        " EXECUTE FUNCTION central_guard_history()"
    )


def _key_statements(connection: Connection, ours: frozenset[str]) -> Iterator[str]:
    keys = [_key(row) for row in connection.exec_driver_sql(_CONSTRAINTS)]
    short = [key for key in keys if key.table in ours and key.columns[0] != COLUMN]
    # Those that refer to others go first and come last.
    for key in sorted(short, key=lambda key: key.sort):
        yield f'ALTER TABLE "{key.table}" DROP CONSTRAINT "{key.name}"'
    for key in sorted(short, key=lambda key: key.sort == "f"):
        to = f' REFERENCES "{key.others}" ({_columns(key.other_columns)})' if key.sort == "f" else ""
        yield f'ALTER TABLE "{key.table}" ADD CONSTRAINT "{key.name}" {_WORDS[key.sort]} ({_columns(key.columns)}){to}'
    for key in keys:
        # Else whoever takes away what is referred to makes the database look through all municipalities.
        if key.sort == "f" and key.table in ours:
            columns = key.columns if key.columns[0] == COLUMN else (COLUMN, *key.columns)
            yield f'CREATE INDEX IF NOT EXISTS "central_{key.name}" ON "{key.table}" ({", ".join(map(_quoted, columns))})'


def _key(row: Any) -> _Key:
    name, table, sort, others, columns, other_columns = row
    return _Key(name, table, sort.decode() if isinstance(sort, bytes) else sort, tuple(columns), others, tuple(other_columns))


def _columns(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, (COLUMN, *names)))


def _quoted(name: str) -> str:
    return f'"{name}"'
