"""What alembic runs: all revisions that are due, in the transaction that it is given."""

from alembic import context

from wijkwijzer_desktop.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
