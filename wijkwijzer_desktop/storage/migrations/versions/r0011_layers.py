"""Which layer keeps an entry, what each layer leaves out of wider ones, and whose entries somebody of the staff keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Add what was not there; what is there belongs to all, and everybody keeps all of it."""
    op.add_column("service", sa.Column("layer", ID, nullable=False, server_default=sa.text("''")))
    op.add_column("staff", sa.Column("layer", ID, nullable=False, server_default=sa.text("''")))
    op.create_table(
        "layer",
        sa.Column("id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("parent", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layer")),
    )
    op.create_table(
        "service_override",
        sa.Column("layer", ID, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_here", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "service_id", name=op.f("pk_service_override")),
    )


def downgrade() -> None:
    """As it was before."""
    op.drop_table("service_override")
    op.drop_table("layer")
    op.drop_column("staff", "layer")
    op.drop_column("service", "layer")
