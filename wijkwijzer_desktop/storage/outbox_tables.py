"""What a counter has yet to deliver to the database that counters share, and what a snapshot of that database says of itself.

On the shared database itself these stay empty.
"""

from sqlalchemy import Column, Integer, String, Table, Text

from wijkwijzer_desktop.storage.tables import ID, metadata

# number: within the stream, in the order of making. kind: one of `domain.central.ParcelKind`. body: JSON.
outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("body", Text, nullable=False),
)

# One row at most. number: the last that was given. offered: the last that may have been sent, so that those after it may still
# change. ends: the last of this stream, after which another begins; 0 where it goes on.
outbox_stream = Table(
    "outbox_stream",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stream", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("offered", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
)

# What the server refused for good: it holds up nothing, and is kept to be looked at. number: in the order of refusing.
outbox_aside = Table(
    "outbox_aside",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("body", Text, nullable=False),
)

# One row in a snapshot, none elsewhere. horizon: up to where the server's list of changed rows was read. fetched: when, in UTC,
# ISO 8601.
snapshot_state = Table(
    "snapshot_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("horizon", Text, nullable=False),
    Column("fetched", String(40), nullable=False),
    Column("municipality_id", ID, nullable=False),
)
