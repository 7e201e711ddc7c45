"""What published packs were made of, who published them, whether they are whole, and a draft of the next one."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.add_column("pack", sa.Column("digest", sa.String(length=64), nullable=True))
    packs = sa.table("pack", sa.column("version", ID), sa.column("body", sa.Text()), sa.column("digest", sa.String()))
    connection = op.get_bind()
    for version, body in connection.execute(sa.select(packs.c.version, packs.c.body)).all():
        digest = hashlib.sha256(body.encode()).hexdigest()
        connection.execute(sa.update(packs).where(packs.c.version == version).values(digest=digest))
    op.add_column("pack_publication", sa.Column("moment", sa.String(length=40), nullable=True))
    op.add_column("pack_publication", sa.Column("account", sa.String(length=120), nullable=True))
    op.add_column("pack_publication", sa.Column("note", sa.Text(), nullable=True))
    op.create_table(
        "pack_source",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["pack_publication.number"], name=op.f("fk_pack_source_number_pack_publication")),
        sa.PrimaryKeyConstraint("number", "name", name=op.f("pk_pack_source")),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("base", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_table(
        "draft_text",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_draft_text")),
    )


def downgrade() -> None:
    """As it was before."""
    op.drop_table("draft_text")
    op.drop_table("draft")
    op.drop_table("pack_source")
    for name in ("note", "account", "moment"):
        op.drop_column("pack_publication", name)
    op.drop_column("pack", "digest")
