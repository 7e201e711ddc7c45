"""The catalogue, and the packs of questions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "catalogue_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_version")),
    )
    op.create_table(
        "eligibility",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_eligibility")),
    )
    op.create_table(
        "language",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_language")),
    )
    op.create_table(
        "organization",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    op.create_table(
        "pack",
        sa.Column("version", ID, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_pack")),
    )
    op.create_table(
        "place",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("postcode4", sa.String(length=4), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_place")),
    )
    op.create_table(
        "timetable",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_timetable")),
    )
    op.create_table(
        "closure",
        sa.Column("timetable", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["timetable"], ["timetable.number"], name=op.f("fk_closure_timetable")),
        sa.PrimaryKeyConstraint("timetable", "position", name=op.f("pk_closure")),
    )
    op.create_table(
        "pack_publication",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", ID, nullable=False),
        sa.ForeignKeyConstraint(["version"], ["pack.version"], name=op.f("fk_pack_publication_version")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_pack_publication")),
    )
    op.create_table(
        "schedule",
        sa.Column("timetable", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("freq", sa.String(length=10), nullable=False),
        sa.Column("byday", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=True),
        sa.Column("closes_at", sa.Time(), nullable=True),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("on_holiday", sa.String(length=10), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["timetable"], ["timetable.number"], name=op.f("fk_schedule_timetable")),
        sa.PrimaryKeyConstraint("timetable", "position", name=op.f("pk_schedule")),
    )
    op.create_table(
        "service",
        sa.Column("id", ID, nullable=False),
        sa.Column("organization_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("eligibility", sa.Integer(), nullable=False),
        sa.Column("eligibility_description", sa.Text(), nullable=False),
        sa.Column("timetable", sa.Integer(), nullable=False),
        sa.Column("hours_text", sa.Text(), nullable=False),
        sa.Column("language", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("fees_description", sa.Text(), nullable=False),
        sa.Column("referral", sa.String(length=10), nullable=False),
        sa.Column("application_process", sa.Text(), nullable=False),
        sa.Column("assured_date", sa.Date(), nullable=True),
        sa.Column("check_before", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("closed_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["eligibility"], ["eligibility.number"], name=op.f("fk_service_eligibility")),
        sa.ForeignKeyConstraint(["language"], ["language.number"], name=op.f("fk_service_language")),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name=op.f("fk_service_organization_id")),
        sa.ForeignKeyConstraint(["timetable"], ["timetable.number"], name=op.f("fk_service_timetable")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )
    op.create_table(
        "location",
        sa.Column("service_id", ID, nullable=False),
        sa.Column("address_1", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("visit", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_location_service_id")),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_location")),
    )
    op.create_table(
        "phone",
        sa.Column("service_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_phone_service_id")),
        sa.PrimaryKeyConstraint("service_id", "position", name=op.f("pk_phone")),
    )
    op.create_table(
        "required_document",
        sa.Column("service_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_required_document_service_id")),
        sa.PrimaryKeyConstraint("service_id", "position", name=op.f("pk_required_document")),
    )
    op.create_table(
        "service_topic",
        sa.Column("topic_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("eligibility", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("timetable", sa.Integer(), nullable=False),
        sa.Column("language", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_service_topic_service_id")),
        sa.PrimaryKeyConstraint("topic_id", "kind", "service_id", name=op.f("pk_service_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_service_topic_service_id"), "service_topic", ["service_id"], unique=False)
    op.create_table(
        "source",
        sa.Column("service_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_source_service_id")),
        sa.PrimaryKeyConstraint("service_id", "position", name=op.f("pk_source")),
    )


def downgrade() -> None:
    """Leave nothing."""
    op.drop_table("source")
    op.drop_index(op.f("ix_service_topic_service_id"), table_name="service_topic")
    op.drop_table("service_topic")
    op.drop_table("required_document")
    op.drop_table("phone")
    op.drop_table("location")
    op.drop_table("service")
    op.drop_table("schedule")
    op.drop_table("pack_publication")
    op.drop_table("closure")
    op.drop_table("timetable")
    op.drop_table("place")
    op.drop_table("pack")
    op.drop_table("organization")
    op.drop_table("language")
    op.drop_table("eligibility")
    op.drop_table("catalogue_version")
