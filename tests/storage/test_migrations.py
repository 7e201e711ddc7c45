"""The revisions and the tables say the same."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import shortlist_query
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS, reading
from wijkwijzer_desktop.storage.upgrading import alembic_config


def test_the_newest_revision_equals_the_tables(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, tables.metadata) == []


def test_known_revisions_are_those_of_alembic() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_current_head() == HEAD
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_tables_and_query_can_be_written_for_postgresql() -> None:
    written: list[str] = []

    def note(element: ExecutableDDLElement, *_: object, **__: object) -> None:
        written.append(str(element.compile(dialect=shared.dialect)))

    shared = create_mock_engine("postgresql+psycopg://", note)
    tables.metadata.create_all(shared, checkfirst=False)
    whole = "\n".join(written)
    assert whole.count("CREATE TABLE") == len(tables.metadata.tables)
    assert 'COLLATE "C"' in whole
    assert "ROWID" not in whole
    assert "substr(" in str(shortlist_query(2).compile(dialect=shared.dialect))
