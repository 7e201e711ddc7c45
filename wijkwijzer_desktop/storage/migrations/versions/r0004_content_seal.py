"""A digest of our own over what visitors are told."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.create_table(
        "content_seal",
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_content_seal")),
    )


def downgrade() -> None:
    """As it was before."""
    op.drop_table("content_seal")
