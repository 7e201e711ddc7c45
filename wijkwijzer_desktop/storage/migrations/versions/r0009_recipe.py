"""What an activity is about, whom to ask for at the door, and who goes along the first time."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COLUMNS = ("interests", "ask_for", "buddy")


def upgrade() -> None:
    """Add what was not there; of what is there nobody said any of it."""
    for name in COLUMNS:
        op.add_column("service", sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """As it was before."""
    for name in reversed(COLUMNS):
        op.drop_column("service", name)
