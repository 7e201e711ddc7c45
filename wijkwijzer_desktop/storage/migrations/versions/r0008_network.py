"""Who is behind the services: practices, people and functions, routes, meetings, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.create_table(
        "network_record",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_here", sa.Integer(), nullable=False),
        sa.Column("arranged_here", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_network_record")),
    )
    op.create_table(
        "network_change",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("record_id", ID, nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("account", sa.String(length=120), nullable=False),
        sa.Column("role", sa.Integer(), nullable=True),
        sa.Column("became", sa.String(length=20), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("areas", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("was_here", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_network_change")),
    )
    op.create_table(
        "network_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_version")),
    )
    op.create_table(
        "network_removed",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_network_removed")),
    )


def downgrade() -> None:
    """As it was before."""
    for name in ("network_removed", "network_version", "network_change", "network_record"):
        op.drop_table(name)
