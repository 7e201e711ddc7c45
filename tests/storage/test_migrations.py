"""The revisions and the tables say the same."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, create_mock_engine, insert, inspect, text
from sqlalchemy.schema import ExecutableDDLElement

from tests.storage.conftest import address
from tests.storage.examples import a_service, a_wish
from wijkwijzer_desktop.domain.editing import How, Wanted
from wijkwijzer_desktop.domain.matching import sort_services
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.domain.service_data import to_data
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage import outbox_tables, outcome_tables, sealing, tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue, shortlist_query
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS, open_database, reading
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies
from wijkwijzer_desktop.storage.upgrading import alembic_config
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

RECIPE = frozenset({"interests", "ask_for", "buddy"})


def is_no_index_of_words(name: str | None, kind: str, _parents: object) -> bool:
    """SQLite's own index has tables of its own."""
    return kind != "table" or not (name or "").startswith("service_search")


def test_the_newest_revision_equals_the_tables(engine: Engine) -> None:
    options = {"compare_type": True, "compare_server_default": True, "include_name": is_no_index_of_words}
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_known_revisions_are_those_of_alembic() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_current_head() == HEAD
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_a_database_of_before_translations_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        connection.execute(text("INSERT INTO organization (id, name) VALUES ('een', 'Een')"))
        connection.execute(text("INSERT INTO eligibility (number) VALUES (0)"))
        connection.execute(text("INSERT INTO timetable (number) VALUES (0)"))
        connection.execute(text("INSERT INTO language (number, codes) VALUES (0, '')"))
        connection.execute(
            text(
                "INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility,"
                " eligibility_description, timetable, hours_text, language, email, url, fees_description, referral,"
                " application_process) VALUES ('dienst', 'een', 'Dienst', 'Hulp.', 'service', 2, 'unconfirmed', 0, '', 0, '',"
                " 0, '', '', '', 'none', '')"
            )
        )
        connection.execute(text("INSERT INTO catalogue_version (id, number) VALUES (1, 1)"))
    older.dispose()
    engine = open_database(address(path))
    (service,) = StoredCatalogue(engine).everything()
    engine.dispose()
    assert service == a_service("dienst", topics=())


def test_a_database_of_before_entries_can_be_searched_and_lets_old_ones_expire(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    checked = [("oud", "activity"), ("lijn", "helpline")]
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0003")
        for statement in (
            "INSERT INTO organization (id, name) VALUES ('een', 'Stichting Één')",
            "INSERT INTO eligibility (number) VALUES (0)",
            "INSERT INTO timetable (number) VALUES (0)",
            "INSERT INTO language (number, codes) VALUES (0, '')",
            "INSERT INTO place (number) VALUES (0)",
            "INSERT INTO catalogue_version (id, number) VALUES (1, 1)",
        ):
            connection.execute(text(statement))
        for service_id, kind in checked:
            connection.execute(
                text(
                    "INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility,"
                    " eligibility_description, timetable, hours_text, language, email, url, fees_description, referral,"
                    " application_process, check_before) VALUES (:id, 'een', 'Soep in de wijk', 'Hulp.', :kind, 2,"
                    " 'confirmed', 0, '', 0, '', 0, '', '', '', 'none', '', '2026-01-01')"
                ),
                {"id": service_id, "kind": kind},
            )
            connection.execute(
                text(
                    "INSERT INTO service_topic (topic_id, kind, service_id, position, closed, eligibility, step, place,"
                    " timetable, language, checked, first_day, last_day)"
                    " VALUES ('eten', :kind, :id, 0, 0, 0, 2, 0, 0, 0, 0, 1, 9999999)"
                ),
                {"id": service_id, "kind": kind},
            )
        connection.execute(
            text("INSERT INTO phone (service_id, position, number, description) VALUES ('oud', 0, '053-1 234', '')")
        )
    older.dispose()
    engine = open_database(address(path))
    workbench, catalogue = StoredWorkbench(engine), StoredCatalogue(engine)
    catalogue.check()
    assert [row.id for row in workbench.rows(Wanted("soep"))] == ["lijn", "oud"]
    assert [row.id for row in workbench.rows(Wanted("0531234"))] == ["oud"]
    assert [row.id for row in workbench.rows(Wanted("stichting een"))] == ["lijn", "oud"]
    wish = a_wish(topics=frozenset({"eten"}))
    assert catalogue.shortlist(wish) == sort_services(catalogue.everything(), wish)
    assert [service.id for service in catalogue.shortlist(wish)] == ["lijn"]
    kept = workbench.read("oud")
    assert kept is not None
    assert workbench.save(replace(kept.service, name="Brood in de wijk"), 1, How.EDITED).version == 2
    assert [row.id for row in workbench.rows(Wanted("brood"))] == ["oud"]
    engine.dispose()


def test_a_database_of_before_recipes_keeps_its_entries_and_their_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0007")
        for statement in (
            "INSERT INTO organization (id, name) VALUES ('een', 'Een')",
            "INSERT INTO eligibility (number) VALUES (0)",
            "INSERT INTO timetable (number) VALUES (0)",
            "INSERT INTO language (number, codes) VALUES (0, '')",
            (
                "INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility,"
                " eligibility_description, timetable, hours_text, language, email, url, fees_description, referral,"
                " application_process) VALUES ('dienst', 'een', 'Dienst', 'Hulp.', 'service', 2, 'unconfirmed', 0, '', 0, '',"
                " 0, '', '', '', 'none', '')"
            ),
            "INSERT INTO service_words (number, service_id, name, about, rest) VALUES (1, 'dienst', ' dienst', ' een', ' hulp')",
            "INSERT INTO service_search (service_search) VALUES ('rebuild')",
            "INSERT INTO catalogue_version (id, number) VALUES (1, 1)",
        ):
            connection.execute(text(statement))
        before = {name: value for name, value in to_data(a_service("dienst", topics=())).items() if name not in RECIPE}
        connection.execute(
            text(
                "INSERT INTO service_change (number, service_id, moment, account, how, before, after)"
                " VALUES (1, 'dienst', '2026-11-01T10:00:00+01:00', 'iemand', 'edited', NULL, :after)"
            ),
            {"after": json.dumps(before)},
        )
        # As it was sealed then.
        there = tuple(table for table in sealing.CATALOGUE.tables if table.name not in {"layer", "service_override"})
        catalogue_then = replace(sealing.CATALOGUE, tables=there)
        monkeypatch.setattr(sealing, "PARTS", (catalogue_then, *sealing.PARTS_BEFORE[1:3]))
        sealing.seal(connection, anew=True)
        monkeypatch.undo()
    older.dispose()
    engine = open_database(address(path))
    workbench, catalogue = StoredWorkbench(engine), StoredCatalogue(engine)
    catalogue.check()
    (service,) = catalogue.everything()
    assert service == a_service("dienst", topics=())
    (change,) = workbench.history("dienst")
    assert change.after == service
    told = replace(service, interests=(Interest.MUSIC, Interest.FOR_OTHERS), ask_for="de gastvrouw", buddy="Iemand gaat mee.")
    workbench.save(told, 1, How.EDITED)
    assert catalogue.everything() == (told,)
    assert [row.id for row in workbench.rows(Wanted("muziek"))] == ["dienst"]
    engine.dispose()


def test_tables_and_query_can_be_written_for_postgresql() -> None:
    written: list[str] = []

    def note(element: ExecutableDDLElement, *_: object, **__: object) -> None:
        written.append(str(element.compile(dialect=shared.dialect)))

    shared = create_mock_engine("postgresql+psycopg://", note)
    tables.metadata.create_all(shared, checkfirst=False)
    whole = "\n".join(written)
    assert whole.count("CREATE TABLE") == len(tables.metadata.tables)
    assert 'COLLATE "C"' in whole
    assert "ROWID" not in whole
    assert "substr(" in str(shortlist_query(2).compile(dialect=shared.dialect))


def test_a_database_of_before_slip_codes_keeps_its_counts_and_takes_codes(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0009")
        connection.execute(text("INSERT INTO tally VALUES ('2026-11-24', 'magneet', 'printed', 'bank', 5)"))
        # Nothing was published yet: all of it comes to nought.
        nought = {"version": 0, "digest": f"{sealing.SUM}{0:0{sealing.DIGITS}}"}
        connection.execute(insert(tables.content_seal), [{"part": part.name, **nought} for part in sealing.PARTS])
    older.dispose()
    engine = open_database(address(path))
    codes = StoredCodes(engine)
    codes.keep(frozenset({"abc"}), date(2027, 3, 1))
    assert codes.known(("abc", "def"), date(2027, 2, 28)) == {"abc"}
    assert StoredTallies(engine).months(("2026-11",)) == {"2026-11": {Cell(Tallied.PRINTED, "bank"): 5}}
    with engine.begin() as connection:
        command.downgrade(alembic_config(connection), "0009")
        there = inspect(connection)
        assert not any(there.has_table(table.name) for table in (outcome_tables.slip_code, outbox_tables.outbox))
    engine.dispose()
