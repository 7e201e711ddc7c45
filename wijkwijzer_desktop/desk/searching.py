"""Looking something up in the whole catalogue by a few words, as they are typed: half words, and names spelled wrong."""

import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from wijkwijzer_desktop.desk.near_words import NearWords
from wijkwijzer_desktop.domain.service import Kind, Service, Status
from wijkwijzer_desktop.i18n.recipe_words import dutch_interests

# Of a word as short as this no part within another word is looked for: it stands in too many.
SHORT = 2


@dataclass(frozen=True, slots=True)
class Findable:
    """What of a service can be searched for. All Dutch, as in the catalogue. topics: ids."""

    id: str
    name: str
    organization: str
    words: str
    topics: tuple[str, ...]


def findable(services: Iterable[Service]) -> tuple[Findable, ...]:
    """The same as a database reads of them."""
    offered = (service for service in services if service.status is not Status.ENDED and service.kind is not Kind.PRACTICE)
    return tuple(map(_findable, offered))


def _findable(s: Service) -> Findable:
    place = (s.location.address, s.location.city) if s.location is not None else ()
    words = " ".join(filter(None, (s.description, s.audience, *place, dutch_interests(s.interests))))
    return Findable(s.id, s.name, s.organization.name, words, tuple(sorted(s.topics)))


class Shelf(Protocol):
    """What there is to search. Both methods block, and may raise DatabaseUnusableError."""

    def version(self) -> int:
        """Another one after every change."""
        ...

    def findable(self) -> tuple[Findable, ...]:
        """All that hasn't ended, and is there for everybody: no practices."""
        ...


@dataclass(frozen=True, slots=True)
class _Entry:
    """Every text normalised, each word after a space."""

    id: str
    name: str
    by: str
    rest: str


_WORD = re.compile(r"[^\W_]+")
# How well a word fits: at the beginning of a word of the name, within the name, misspelled, and so on; the less the better.
_BEGINS, _WITHIN, _NEAR, _BY, _REST = range(5)


def normal(text: str) -> str:
    """Small letters and digits without accents, each word after one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(c for c in plain if c.isalnum() or not unicodedata.combining(c))
    return "".join([f" {word}" for word in _WORD.findall(plain)])


class Index:
    """Everything in memory, made once for a version of the catalogue. topic_names: topic id to Dutch words."""

    def __init__(self, findables: Iterable[Findable], topic_names: Mapping[str, str]) -> None:
        self._entries = tuple(
            _Entry(
                f.id,
                normal(f.name),
                normal(" ".join((f.organization, *(topic_names.get(topic, "") for topic in f.topics)))),
                normal(f.words),
            )
            for f in findables
        )
        self._names = NearWords(word for entry in self._entries for word in (entry.name + entry.by).split())

    def find(self, typed: str, limit: int) -> tuple[str, ...]:
        """Ids, best first. Whatever has all words comes before what lacks some; what has none isn't there."""
        words = normal(typed).split()
        if not words:
            return ()
        whole = normal(typed)
        near = {word: self._near(word) for word in words}
        found: list[tuple[int, bool, int, str, str]] = []
        for entry in self._entries:
            fits = [fit for word in words if (fit := _fit(entry, word, near[word])) is not None]
            if fits:
                missing = len(words) - len(fits)
                found.append((missing, not entry.name.startswith(whole), sum(fits), entry.name, entry.id))
        found.sort()
        return tuple(service_id for *_, service_id in found[:limit])

    def _near(self, word: str) -> tuple[str, ...]:
        # What is spelled as some name is: surely meant.
        if any(f" {word}" in entry.name for entry in self._entries):
            return ()
        return tuple(f" {other}" for other in self._names.near(word))


def _fit(entry: _Entry, word: str, near: tuple[str, ...]) -> int | None:
    begins = f" {word}"
    if begins in entry.name:
        return _BEGINS
    within = len(word) > SHORT
    if within and word in entry.name:
        return _WITHIN
    if any(other in entry.name for other in near):
        return _NEAR
    if begins in entry.by or (within and word in entry.by) or any(other in entry.by for other in near):
        return _BY
    return _REST if begins in entry.rest or (within and word in entry.rest) else None


class Searching:
    """The index of the catalogue as it is now; made when first needed. May be used from any thread."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._made: tuple[int, Mapping[str, str], Index] | None = None

    def index(self, topic_names: Mapping[str, str]) -> Index:
        """Blocks: it reads all names the first time, and after a change. Raises DatabaseUnusableError."""
        with self._lock:
            version = self._shelf.version()
            if self._made is None or self._made[:2] != (version, topic_names):
                self._made = (version, topic_names, Index(self._shelf.findable(), topic_names))
            return self._made[2]
