"""Slip codes that may be brought back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.create_table(
        "slip_code",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("forgotten_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_slip_code")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """As it was before."""
    op.drop_table("slip_code")
