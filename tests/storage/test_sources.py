"""What packs were made of, the draft that all share, and what becomes of a damaged pack."""

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, text, update

from tests.desk.staff_fakes import QuickSeal
from tests.storage.conftest import both
from tests.storage.test_packs import a_pack, from_json, shelf, to_json
from wijkwijzer_desktop.desk.drafting import Kept, Release
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.errors import ContentRefusedError, DraftConflictError, PackMissingError, StaffKeyError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import writing
from wijkwijzer_desktop.storage.sources import StoredSources
from wijkwijzer_desktop.storage.upgrading import alembic_config

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
SEAL = QuickSeal()
TEXTS = {"questionnaire": "# één\nquestions: []\n", "personas": "personas: []\n"}


def entry(version: str) -> Entry:
    return Entry(Action.CONTENT_PUBLISHED, AT, data=(("version", version),))


@pytest.fixture
def sources(engine: Engine) -> StoredSources:
    # What counters share has no log of staff: each counter keeps its own.
    here = engine.dialect.name == "sqlite"
    if here:
        StoredAudit(engine, SEAL.stamp).append(Entry(Action.BEGUN, AT, data=(("account", "a1"), ("removed", 0))))
    shelf(engine).publish(a_pack("1"))
    return StoredSources(engine, SEAL.stamp if here else None, to_json, from_json)


def release(sources: StoredSources, version: str, over: str, number: int | None = 0, texts: dict[str, str] | None = None) -> None:
    sources.release(a_pack(version), Release(texts or TEXTS, "Beter", AT, "a1"), entry(version), over, number)


@both
def test_an_empty_shelf(engine: Engine) -> None:
    empty = StoredSources(engine, SEAL.stamp, to_json, from_json)
    assert empty.draft() is None
    with pytest.raises(PackMissingError):
        empty.publications()
    with pytest.raises(PackMissingError):
        empty.keep(TEXTS, "1", 0)


@both
def test_a_draft_is_kept_and_kept_again(sources: StoredSources) -> None:
    assert sources.keep(TEXTS, "1", 0) == Kept(TEXTS, "1", 1)
    assert sources.keep({"questionnaire": "a"}, "1", 1) == sources.draft() == Kept({"questionnaire": "a"}, "1", 2)


@both
def test_fault_26_the_second_editor_is_told_and_nothing_is_lost(sources: StoredSources) -> None:
    sources.keep(TEXTS, "1", 0)
    mine = sources.keep({"a": "mine"}, "1", 1)
    for number in (0, 1, 3):
        with pytest.raises(DraftConflictError) as refused:
            sources.keep({"a": "theirs"}, "1", number)
        assert refused.value.data == {"reason": "kept"}
        with pytest.raises(DraftConflictError):
            release(sources, "2", "1", number)
    assert sources.draft() == mine
    assert sources.current().version == "1"


def test_a_release_takes_the_draft_with_it(sources: StoredSources, engine: Engine) -> None:
    sources.keep(TEXTS, "1", 0)
    release(sources, "2", "1", 1)
    assert sources.draft() is None
    assert sources.current() == shelf(engine).current() == a_pack("2")
    assert sources.texts_of("2") == TEXTS
    assert sources.texts_of("1") is None
    newest, first = sources.publications()
    assert (newest.version, newest.at, newest.who, newest.note, newest.on_top) == ("2", AT, "a1", "Beter", True)
    assert (first.version, first.at, first.who, first.note, first.on_top) == ("1", None, "", "", False)
    assert StoredAudit(engine, SEAL.stamp).latest(1)[0].data == '{"version":"2"}'
    StoredCatalogue(engine).check()


@both
def test_who_still_has_the_draft_of_before_is_told(sources: StoredSources) -> None:
    sources.keep(TEXTS, "1", 0)
    release(sources, "2", "1", 1)
    for base, number in (("1", 1), ("1", 0), ("2", 1)):
        with pytest.raises(DraftConflictError) as refused:
            sources.keep(TEXTS, base, number)
        assert refused.value.data == {"reason": "published"}
    assert sources.keep(TEXTS, "2", 0).number == 2


@both
def test_over_a_pack_that_is_not_in_use_any_more(sources: StoredSources) -> None:
    release(sources, "2", "1")
    with pytest.raises(DraftConflictError):
        release(sources, "3", "1")
    assert [one.version for one in sources.publications()] == ["2", "1"]


@both
def test_an_earlier_one_is_put_back_with_what_it_was_made_of(sources: StoredSources) -> None:
    release(sources, "2", "1")
    release(sources, "3", "2", texts={"questionnaire": "3"})
    kept = sources.keep(TEXTS, "3", 0)
    sources.release(sources.pack("2"), Release(None, "Terug", AT), entry("2"), "3", None)
    assert [(one.version, one.on_top) for one in sources.publications()] == [
        ("2", True),
        ("3", False),
        ("2", False),
        ("1", False),
    ]
    assert sources.texts_of("2") == TEXTS
    assert sources.draft() == kept


def test_what_cannot_be_noted_is_not_published(sources: StoredSources, engine: Engine) -> None:
    other = StoredSources(engine, QuickSeal(b"anders").stamp, to_json, from_json)
    with pytest.raises(StaffKeyError):
        release(other, "2", "1")
    with pytest.raises(ContentRefusedError):
        sources.release(a_pack("1", "iets-anders"), Release(TEXTS, "", AT), entry("1"), "1", 0)
    assert [one.version for one in sources.publications()] == ["1"]
    assert sources.texts_of("1") is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE pack SET body = replace(body, 'wijkteam', 'wijkteem') WHERE version = '2'",
        "UPDATE pack SET body = substr(body, 1, 5) WHERE version = '2'",
        "UPDATE pack SET body = '' WHERE version = '2'",
        "UPDATE pack SET digest = 'aa' WHERE version = '2'",
        "UPDATE pack SET (body, digest) = (SELECT body, digest FROM pack WHERE version = '1') WHERE version = '2'",
    ],
)
def test_fault_43_of_a_damaged_pack_the_old_one_stays(sources: StoredSources, engine: Engine, damage: str) -> None:
    release(sources, "2", "1")
    running = shelf(engine)
    assert running.current() == a_pack("2")
    with writing(engine) as connection:
        assert connection.execute(text(damage)).rowcount == 1
    assert shelf(engine).current() == sources.current() == a_pack("1")
    # Who read it while it was whole goes on with it.
    assert running.current() == a_pack("2")
    with pytest.raises(ContentRefusedError):
        sources.pack("2")
    assert [(one.version, one.on_top) for one in sources.publications()] == [("2", False), ("1", True)]
    # And the next one can be published over it.
    release(sources, "3", "1")
    assert shelf(engine).current() == a_pack("3")


def test_fault_43_where_none_is_whole_that_is_said(sources: StoredSources, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(update(tables.pack).values(body="x"))
    with pytest.raises(ContentRefusedError) as refused:
        sources.current()
    assert refused.value.findings[0].code == "pack-unreadable"


def test_packs_of_before_are_looked_after_too() -> None:
    older = create_engine("sqlite://")
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0006")
        connection.execute(text("INSERT INTO pack (version, body) VALUES ('1', '[\"1\", \"wijkteam\"]')"))
        connection.execute(text("INSERT INTO pack_publication (version) VALUES ('1')"))
        command.upgrade(alembic_config(connection), "0007")
        assert connection.scalar(text("SELECT length(digest) FROM pack")) == 64
        assert connection.execute(text("SELECT moment, account, note FROM pack_publication")).one() == (None, None, None)
        command.downgrade(alembic_config(connection), "0006")
        assert connection.scalar(text("SELECT body FROM pack")) == '["1", "wijkteam"]'
    older.dispose()
