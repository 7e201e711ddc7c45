"""Which role may do what with which table. What isn't said here is nobody's but the owner's."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Table

from wijkwijzer_desktop.storage import entry_tables, layer_tables, tables
from wijkwijzer_desktop.storage.central.tenancy import COLUMN
from wijkwijzer_desktop.storage.network_tables import network_change, network_record, network_removed, network_version
from wijkwijzer_desktop.storage.sealing import CATALOGUE, NETWORK, PACKS
from wijkwijzer_desktop.storage.source_tables import draft, draft_text, pack_source

COUNTER, EDITOR, MANAGER, OWNER = "wijkwijzer_counter", "wijkwijzer_editor", "wijkwijzer_manager", "wijkwijzer_owner"
# Each has the rights of those before it.
ROLES = (COUNTER, EDITOR, MANAGER)

_WRITE = "INSERT, UPDATE, DELETE"
_ADD = "SELECT, INSERT"
_KEPT_BY_EDITORS: tuple[Table, ...] = (
    *(table for table in CATALOGUE.tables if table is not layer_tables.layer),
    tables.catalogue_version,
    tables.content_seal,
    network_record,
    network_version,
)
_TABLES: Mapping[str, Mapping[str, str]] = {
    COUNTER: {
        **{table.name: "SELECT" for part in (CATALOGUE, PACKS, NETWORK) for table in part.tables},
        **{table.name: "SELECT" for table in (tables.catalogue_version, network_version, tables.content_seal)},
        "alembic_version": "SELECT",
        "central_touched": "SELECT",
        "central_municipality": "SELECT",
    },
    EDITOR: {
        **{table.name: _WRITE for table in _KEPT_BY_EDITORS},
        **{table.name: f"SELECT, {_WRITE}" for table in (entry_tables.service_flag, network_removed, draft, draft_text)},
        entry_tables.service_change.name: _ADD,
        # What may be taken away of it, a trigger looks at.
        network_change.name: f"{_ADD}, UPDATE (before), DELETE",
        # What an editor may do in the program: questions are published too, and counts read.
        **{table.name: _ADD for table in (tables.pack, tables.pack_publication, pack_source)},
        # Column by column: which counts came in together is nobody's business, and PostgreSQL has that beside each row (xmin).
        tables.tally.name: f"SELECT ({', '.join((*tables.tally.columns.keys(), COLUMN))})",
    },
    MANAGER: {
        layer_tables.layer.name: _WRITE,
        "central_counter": "SELECT",
        "central_journal": "SELECT",
    },
}
_SEQUENCES = {EDITOR: ("service_flag_number_seq", "pack_publication_number_seq")}
_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    COUNTER: (
        "central_municipality()",
        "central_role()",
        "central_deliver(text, bigint, text, jsonb)",
        "central_report(text, bigint, bigint, timestamptz)",
        "central_replies(date)",
        "central_known(text[], date)",
    ),
    EDITOR: ("central_lock()",),
}
_NOBODYS = """
DO $$
DECLARE
  one regprocedure;
BEGIN
  FOR one IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'central\\_%' LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC, wijkwijzer_counter, wijkwijzer_editor, wijkwijzer_manager', one);
  END LOOP;
END $$"""
# As the database's own owner, or a superuser.
_AROUND = """
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO wijkwijzer_counter, wijkwijzer_owner', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO wijkwijzer_counter;
  GRANT USAGE, CREATE ON SCHEMA public TO wijkwijzer_owner;
END $$"""
# What PostgreSQL lets anybody fill a disk with. Only a superuser can take that away.
_FILLING = """
DO $$
DECLARE
  one regprocedure;
BEGIN
  FOR one IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
    AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_open', 'lowrite', 'pg_logical_emit_message')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'large objects are left as they are';
END $$"""


def rights_around() -> Iterator[str]:
    """Statements that say who comes into the database, and that nobody but the owner makes anything there. Before there are
    tables."""
    yield _AROUND
    yield _FILLING


def rights_within() -> Iterator[str]:
    """Statements that take away all rights on our tables and functions, and give those that belong to each role. As the owner."""
    # What a later version adds is nobody's until this is done again.
    yield f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE ALL ON TABLES FROM PUBLIC"
    yield f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE ALL ON SEQUENCES FROM PUBLIC"
    yield f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE ALL ON FUNCTIONS FROM PUBLIC"
    everybody = ", ".join(("PUBLIC", *ROLES))
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {everybody}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {everybody}"
    yield _NOBODYS
    for role in ROLES:
        for table, rights in _TABLES[role].items():
            yield f'GRANT {rights} ON "{table}" TO {role}'
        for sequence in _SEQUENCES.get(role, ()):
            yield f"GRANT USAGE ON SEQUENCE {sequence} TO {role}"
        for function in _FUNCTIONS.get(role, ()):
            yield f"GRANT EXECUTE ON FUNCTION {function} TO {role}"
