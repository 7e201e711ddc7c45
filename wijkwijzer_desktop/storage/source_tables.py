"""What published packs were made of, and the draft of the next one."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from wijkwijzer_desktop.storage.tables import ID, metadata

# number: of the publication. name: of the file, without its ending. Only ever added to.
pack_source = Table(
    "pack_source",
    metadata,
    Column("number", Integer, ForeignKey("pack_publication.number"), primary_key=True, autoincrement=False),
    Column("name", String(40), primary_key=True),
    Column("text", Text, nullable=False),
)

# One row at most. base: version of the pack that it was made from, "" where there is no draft now. number: grows with every
# keeping, also when the draft is gone.
draft = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("base", ID, nullable=False),
    Column("number", Integer, nullable=False),
)

draft_text = Table(
    "draft_text",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("text", Text, nullable=False),
)
