"""A service's own texts in other languages, and what it costs as a number."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Add what was not there; what is there stays as it is."""
    op.create_table(
        "service_translation",
        sa.Column("service_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("told", sa.String(length=20), nullable=False),
        sa.Column("dutch", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_service_translation_service_id")),
        sa.PrimaryKeyConstraint("service_id", "position", name=op.f("pk_service_translation")),
    )
    op.add_column("service", sa.Column("fees_cents", sa.Integer(), nullable=True))


def downgrade() -> None:
    """As it was before."""
    op.drop_column("service", "fees_cents")
    op.drop_table("service_translation")
