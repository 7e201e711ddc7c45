"""What a counter has yet to deliver, and what a snapshot says of itself."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    for name in ("outbox", "outbox_aside"):
        op.create_table(
            name,
            sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("kind", sa.String(length=20), nullable=False),
            sa.Column("body", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("number", name=op.f(f"pk_{name}")),
        )
    op.create_table(
        "outbox_stream",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stream", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("offered", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_stream")),
    )
    op.create_table(
        "snapshot_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("horizon", sa.Text(), nullable=False),
        sa.Column("fetched", sa.String(length=40), nullable=False),
        sa.Column("municipality_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot_state")),
    )


def downgrade() -> None:
    """As it was before."""
    for name in ("snapshot_state", "outbox_stream", "outbox_aside", "outbox"):
        op.drop_table(name)
