"""What is left of a slip's code: a keyed hash of it with one service, so that it can be told once whether that helped."""

from sqlalchemy import Column, Date, String, Table

from wijkwijzer_desktop.storage.tables import metadata

# digest: HMAC, hexadecimal; in its order the rows lie, so that none lies beside another of its paper. forgotten_on: a Monday.
slip_code = Table(
    "slip_code",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("forgotten_on", Date, nullable=False),
    sqlite_with_rowid=False,
)
