"""The tables, with the names of HSDS 3 where it has them. Portable: nothing here belongs to one database.

What services share (conditions, timetables, sets of languages, places to go to) stands once and is counted
from 0 without gaps. `service_topic` repeats what the order of advice needs, so that one clustered table
answers what is asked most.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

# Ids sort by code point everywhere, as in Python; a database's own idea of the alphabet would break ties otherwise.
ID = String(120).with_variant(String(120, collation="C"), "postgresql")

organization = Table(
    "organization",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
)

# condition: JSON of the closed form, null where anyone may come.
eligibility = Table(
    "eligibility",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("condition", Text),
)

timetable = Table(
    "timetable",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
)

# byday: as in RRULE, "TU,TH" or "2TU,-1TU".
schedule = Table(
    "schedule",
    metadata,
    Column("timetable", Integer, ForeignKey("timetable.number"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("freq", String(10), nullable=False),
    Column("byday", Text, nullable=False),
    Column("opens_at", Time),
    Column("closes_at", Time),
    Column("interval", Integer, nullable=False),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("on_holiday", String(10), nullable=False),
    Column("notes", Text, nullable=False),
)

closure = Table(
    "closure",
    metadata,
    Column("timetable", Integer, ForeignKey("timetable.number"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("notes", Text, nullable=False),
)

# codes: BCP 47, with a space between; "" where nobody knows.
language = Table(
    "language",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("codes", Text, nullable=False),
)

# postcode4: null is nowhere to go to, "" an address without a postcode.
place = Table(
    "place",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("postcode4", String(4)),
)

# version: one more with every change of the entry. changed_here: 1 once it was changed here, or taken over from a file, after the
# content that it came with was published. interests: with a space between.
service = Table(
    "service",
    metadata,
    Column("id", ID, primary_key=True),
    Column("organization_id", ID, ForeignKey("organization.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("step", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("eligibility", Integer, ForeignKey("eligibility.number"), nullable=False),
    Column("eligibility_description", Text, nullable=False),
    Column("timetable", Integer, ForeignKey("timetable.number"), nullable=False),
    Column("hours_text", Text, nullable=False),
    Column("language", Integer, ForeignKey("language.number"), nullable=False),
    Column("email", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("fees_description", Text, nullable=False),
    Column("fees_cents", Integer),
    Column("referral", String(10), nullable=False),
    Column("application_process", Text, nullable=False),
    Column("assured_date", Date),
    Column("check_before", Date),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("closed_until", Date),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("changed_here", Integer, nullable=False, server_default="0"),
    Column("interests", Text, nullable=False, server_default=text("''")),
    Column("ask_for", Text, nullable=False, server_default=text("''")),
    Column("buddy", Text, nullable=False, server_default=text("''")),
    Column("layer", ID, nullable=False, server_default=text("''")),
)

location = Table(
    "location",
    metadata,
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True),
    Column("address_1", Text, nullable=False),
    Column("postal_code", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("visit", Boolean, nullable=False),
)

phone = Table(
    "phone",
    metadata,
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("number", Text, nullable=False),
    Column("description", Text, nullable=False),
)

required_document = Table(
    "required_document",
    metadata,
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
)

# told: which text. dutch: what it is a translation of, "" for a draft.
service_translation = Table(
    "service_translation",
    metadata,
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("language", String(35), nullable=False),
    Column("told", String(20), nullable=False),
    Column("dutch", Text, nullable=False),
    Column("text", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("dated", Text, nullable=False),
    Column("evidence", Text, nullable=False),
)

# first_day, last_day, checked: days counted from the year 1 (checked below zero, so that the latest comes first).
# An ended service has a last_day before all days.
service_topic = Table(
    "service_topic",
    metadata,
    Column("topic_id", ID, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("service_id", ID, ForeignKey("service.id"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("eligibility", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("timetable", Integer, nullable=False),
    Column("language", Integer, nullable=False),
    Column("checked", Integer, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# One row; the number grows with every change of the catalogue.
catalogue_version = Table(
    "catalogue_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)

# digest: SHA-256 of the body, hexadecimal.
pack = Table(
    "pack",
    metadata,
    Column("version", ID, primary_key=True),
    Column("body", Text, nullable=False),
    Column("digest", String(64)),
)

# The highest number is on top. moment: ISO 8601. account: id. Those and note are null where they were not kept.
pack_publication = Table(
    "pack_publication",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("version", ID, ForeignKey("pack.version"), nullable=False),
    Column("moment", String(40)),
    Column("account", String(120)),
    Column("note", Text),
)

# A row for each part of the content. version: of the part when it was sealed. digest: over all its rows, hexadecimal.
content_seal = Table(
    "content_seal",
    metadata,
    Column("part", String(20), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)

# hash: Argon2id over the PIN, keyed with what is not in the database. layer: whose entries they keep, "" for all.
staff = Table(
    "staff",
    metadata,
    Column("id", ID, primary_key=True),
    Column("label", Text, nullable=False),
    Column("role", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("layer", ID, nullable=False, server_default=text("''")),
)

# One row. seconds: that nobody may try a PIN, counted from when the program starts.
staff_lock = Table(
    "staff_lock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("wrong", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
)

# Only ever added to. All that the chain is made over stands here as it was written, letter for letter.
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("moment", String(40), nullable=False),
    Column("account", String(120), nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(40), nullable=False),
    Column("data", Text, nullable=False),
    Column("chain", String(64), nullable=False),
    Column("stamp", String(64), nullable=False),
)

# One row: which line of audit is the last.
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("chain", String(64), nullable=False),
    Column("stamp", String(64), nullable=False),
)

# counter: id of the place. Without a number of its own a row says nothing of when it came.
tally = Table(
    "tally",
    metadata,
    Column("day", Date, primary_key=True),
    Column("counter", ID, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("key", ID, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
