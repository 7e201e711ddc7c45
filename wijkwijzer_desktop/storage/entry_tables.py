"""The tables of those who keep the catalogue: what can be searched for, what became of an entry, what is said to be wrong."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from wijkwijzer_desktop.storage.tables import ID, metadata

# As `desk.searching.normal` writes it. name: its own; about: its organization and topics; rest: all other.
service_words = Table(
    "service_words",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("service_id", ID, ForeignKey("service.id"), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("rest", Text, nullable=False),
)

# Only ever added to. service_id: also of what is gone. moment: ISO 8601. role: null where nobody was logged in. before, after:
# JSON of the entry, null where it was new.
service_change = Table(
    "service_change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("service_id", ID, nullable=False, index=True),
    Column("moment", String(40), nullable=False),
    Column("account", String(120), nullable=False),
    Column("role", Integer),
    Column("how", String(20), nullable=False),
    Column("before", Text),
    Column("after", Text, nullable=False),
)

# What somebody said is wrong, until an editor looked at it. service_id: refers to nothing, so that a copy of the content can be
# put back under it. number: never given twice: who lowers one that is gone must not lower another.
service_flag = Table(
    "service_flag",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("service_id", ID, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("day", Date, nullable=False),
    UniqueConstraint("service_id", "reason"),
    sqlite_autoincrement=True,
)
