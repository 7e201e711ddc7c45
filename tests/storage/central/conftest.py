"""What is asked of a database that is left as it was."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.central_database import a_database
from tests.postgres import Postgres


@pytest.fixture(scope="module")
def central_open(central_server: Postgres) -> Iterator[psycopg.Connection]:
    """A counter's connection for all tests of a module, which undo what they did."""
    with a_database(central_server) as database, database.connect() as connection:
        yield connection


def entry_named(name: str) -> str:
    """SQL that writes an entry by itself, past the program: its id is dienst."""
    return (
        "INSERT INTO organization (id, name) VALUES ('een', 'Een'); INSERT INTO eligibility (number) VALUES (0);"
        " INSERT INTO timetable (number) VALUES (0); INSERT INTO language (number, codes) VALUES (0, '');"
        " INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility, eligibility_description,"
        " timetable, hours_text, language, email, url, fees_description, referral, application_process)"
        f" VALUES ('dienst', 'een', '{name}', 'Hulp.', 'service', 2, 'unconfirmed', 0, '', 0, '', 0, '', '', '', 'none', '');"
        " INSERT INTO catalogue_version (id, number) VALUES (1, 1)"
    )
