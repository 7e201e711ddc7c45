"""Entries of the catalogue one by one: their version, what became of them, flags, and an index to search them."""

from collections.abc import Iterable, Sequence
from datetime import date

import sqlalchemy as sa
from alembic import op

from wijkwijzer_desktop.storage.words import words_row

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")

LASTS = (("service", 180), ("activity", 90))

# On PostgreSQL whoever owns the database may not be allowed to add what it searches quickly with; then it searches slowly.
TRIGRAMS = """
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX service_words_trigrams ON service_words USING gin ((name || about || rest) gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'searching without an index';
END $$
"""


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.add_column("service", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("service", sa.Column("changed_here", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "service_words",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("rest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_service_words_service_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_service_words")),
        sa.UniqueConstraint("service_id", name=op.f("uq_service_words_service_id")),
    )
    op.create_table(
        "service_change",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("account", sa.String(length=120), nullable=False),
        sa.Column("role", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_service_change")),
    )
    op.create_index(op.f("ix_service_change_service_id"), "service_change", ["service_id"])
    op.create_table(
        "service_flag",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_service_flag")),
        sa.UniqueConstraint("service_id", "reason", name=op.f("uq_service_flag_service_id")),
        sqlite_autoincrement=True,
    )
    _fill_words()
    _let_expire()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE service_search USING fts5"
            "(name, about, rest, content='service_words', content_rowid='number', tokenize='trigram')"
        )
        op.execute("INSERT INTO service_search (service_search) VALUES ('rebuild')")
    else:
        op.execute(TRIGRAMS)


def _fill_words() -> None:
    connection = op.get_bind()
    topics, phones = (
        _lists(connection.execute(sa.text(query)))
        for query in (
            "SELECT service_id, topic_id FROM service_topic ORDER BY service_id, position",
            "SELECT service_id, number FROM phone ORDER BY service_id, position",
        )
    )
    found = connection.execute(
        sa.text(
            "SELECT s.id, s.name, o.name, s.description, s.eligibility_description, l.address_1, l.postal_code, l.city"
            " FROM service s JOIN organization o ON o.id = s.organization_id LEFT JOIN location l ON l.service_id = s.id"
        )
    )
    rows = [
        {"number": number}
        | words_row(service_id, name, (organization, *topics.get(service_id, ())), filter(None, rest), phones.get(service_id, ()))
        for number, (service_id, name, organization, *rest) in enumerate(found, start=1)
    ]
    if rows:
        table = sa.table("service_words", *(sa.column(name) for name in rows[0]))
        connection.execute(sa.insert(table), rows)


def _lists(rows: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for service_id, word in rows:
        found.setdefault(service_id, []).append(word)
    return found


def _let_expire() -> None:
    """Old entries drop out of advice: as long again after they should have been checked."""
    connection = op.get_bind()
    for kind, days in LASTS:
        found = connection.execute(
            sa.text("SELECT id, check_before FROM service WHERE kind = :kind AND check_before IS NOT NULL"), {"kind": kind}
        )
        rows = [{"of": service_id, "last": date.fromisoformat(str(day)).toordinal() + days - 1} for service_id, day in found]
        if rows:
            connection.execute(
                sa.text("UPDATE service_topic SET last_day = :last WHERE service_id = :of AND last_day > :last"), rows
            )


def downgrade() -> None:
    """As it was before."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("service_search")
    op.drop_table("service_flag")
    op.drop_table("service_change")
    op.drop_table("service_words")
    op.drop_column("service", "changed_here")
    op.drop_column("service", "version")
