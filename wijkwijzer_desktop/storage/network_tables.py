"""The tables of who is behind the services: practices, people and functions, routes, meetings."""

from sqlalchemy import Column, Integer, String, Table, Text

from wijkwijzer_desktop.storage.tables import ID, metadata

# body: JSON of the record. version: one more with every change. changed_here, arranged_here: 1 once it, or its place in the list,
# was changed here, after the content that it came with was published.
network_record = Table(
    "network_record",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", ID, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_here", Integer, nullable=False),
    Column("arranged_here", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# record_id: also of what is gone; "" for a contact that is. moment: ISO 8601. role: null where nobody was logged in. fields,
# areas: with a space between. before: JSON of the record, only of its last change and only where that can be taken back;
# was_here: its changed_here then.
network_change = Table(
    "network_change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("record_id", ID, nullable=False),
    Column("moment", String(40), nullable=False),
    Column("account", String(120), nullable=False),
    Column("role", Integer),
    Column("became", String(20), nullable=False),
    Column("fields", Text, nullable=False),
    Column("areas", Text, nullable=False),
    Column("before", Text),
    Column("was_here", Integer, nullable=False),
)

# One row; the number grows with every change of the network.
network_version = Table(
    "network_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)

# What was removed here stays removed, whatever is published or put back.
network_removed = Table(
    "network_removed",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", ID, primary_key=True),
)
