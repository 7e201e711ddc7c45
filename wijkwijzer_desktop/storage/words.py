"""What of an entry can be searched for, in a table of its own beside an index that knows every three letters of it.

Each text is as `desk.searching.normal` writes it: small letters and digits, each word after a space. So a word that begins is a
space and its letters, in any database. SQLite's index is told of every change here; PostgreSQL's looks after itself.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, select, text

from wijkwijzer_desktop.desk.near_words import NearWords
from wijkwijzer_desktop.desk.searching import normal
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.recipe_words import dutch_interests
from wijkwijzer_desktop.storage import entry_tables
from wijkwijzer_desktop.storage.inserting import insert_rows

TOLD = ("name", "about", "rest")
_INTO_INDEX = "INSERT INTO service_search (rowid, name, about, rest) SELECT number, name, about, rest FROM service_words"
_OUT_OF_INDEX = (
    "INSERT INTO service_search (service_search, rowid, name, about, rest)"
    " SELECT 'delete', number, name, about, rest FROM service_words WHERE service_id = :of"
)


def words_row(service_id: str, name: str, about: Iterable[str], rest: Iterable[str], phones: Iterable[str]) -> dict[str, str]:
    """A row without its number. phones: found by their digits too, however they are written."""
    numbers = tuple(phones)
    digits = ("".join(letter for letter in number if letter.isdigit()) for number in numbers)
    return {
        "service_id": service_id,
        "name": normal(name),
        "about": normal(" ".join(about)),
        "rest": normal(" ".join((*rest, *numbers, *digits))),
    }


def _row(service: Service) -> dict[str, str]:
    place = service.location
    where = (place.address, place.postal_code, place.city) if place is not None else ()
    return words_row(
        service.id,
        service.name,
        (service.organization.name, *service.topics),
        (service.description, service.audience, dutch_interests(service.interests), *where),
        (phone.number for phone in service.phones),
    )


def write_words(connection: Connection, services: Iterable[Service]) -> None:
    """Of these entries, in the place of what there was of them."""
    rows: list[dict[str, Any]] = [_row(service) for service in services]
    of = [{"of": row["service_id"]} for row in rows]
    if not rows:
        return
    words = entry_tables.service_words
    last = select(func.max(words.c.number))
    if connection.scalar(last) is not None:
        if _is_indexed_here(connection):
            connection.execute(text(_OUT_OF_INDEX), of)
        connection.execute(delete(words).where(words.c.service_id == text(":of")), of)
    first = (connection.scalar(last) or 0) + 1
    insert_rows(connection, words, [{"number": number} | row for number, row in enumerate(rows, start=first)])
    if _is_indexed_here(connection):
        connection.execute(text(f"{_INTO_INDEX} WHERE number >= :first"), {"first": first})


def write_all_words(connection: Connection, services: Iterable[Service]) -> None:
    """Of these entries and no others. The old ones are gone already."""
    rows = [{"number": number} | _row(service) for number, service in enumerate(services, start=1)]
    if rows:
        insert_rows(connection, entry_tables.service_words, rows)
    if _is_indexed_here(connection):
        connection.execute(text("INSERT INTO service_search (service_search) VALUES ('rebuild')"))


def _is_indexed_here(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


class Spelling:
    """The words of names, of organizations and of topics: what somebody may have meant who spelled one wrong."""

    def __init__(self, connection: Connection) -> None:
        words = entry_tables.service_words.c
        found = {word for row in connection.execute(select(words.name, words.about)) for part in row for word in part.split()}
        self._sorted = sorted(found)
        self._near = NearWords(found)

    def meant(self, word: str) -> tuple[str, ...]:
        """Words that are spelled almost so; none where one begins with just these letters."""
        place = bisect_left(self._sorted, word)
        if place < len(self._sorted) and self._sorted[place].startswith(word):
            return ()
        return self._near.near(word)
