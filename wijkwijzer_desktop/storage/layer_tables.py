"""The tables of layers: which there are, and what each leaves out of wider ones."""

from sqlalchemy import Column, Integer, String, Table, Text

from wijkwijzer_desktop.storage.tables import ID, metadata

# position: wider layers first. parent: "" for none.
layer = Table(
    "layer",
    metadata,
    Column("id", ID, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("level", String(20), nullable=False),
    Column("parent", ID, nullable=False),
)

# service_id: refers to nothing, for questions may name what this catalogue lacks. by_id: "" where it is hidden. changed_here: 1
# where somebody did it here; the others are as the content was published.
service_override = Table(
    "service_override",
    metadata,
    Column("layer", ID, primary_key=True),
    Column("service_id", ID, primary_key=True),
    Column("by_id", ID, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changed_here", Integer, nullable=False),
)
