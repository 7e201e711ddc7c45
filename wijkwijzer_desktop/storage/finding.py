"""How typed words become a query: over SQLite's index of every three letters, or PostgreSQL's, in the same order.

A word fits where it stands in the name, best at the beginning of a word there; then where a word of the name is spelled almost
so; then in its organization and topics; then in all other text. One or two letters fit only where a word begins with them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, bindparam, case, func, literal_column, or_, text

from wijkwijzer_desktop.desk.searching import SHORT
from wijkwijzer_desktop.storage.entry_tables import service_words

_NAME, _ABOUT, _REST = service_words.c.name, service_words.c.about, service_words.c.rest
_ALL = _NAME + _ABOUT + _REST
# A letter alone is in no index.
_LETTER = 1


def _fixed(number: int) -> ColumnElement[int]:
    # Written out, not bound: this is worked out for every entry that is found.
    return literal_column(str(number), Integer)


_BEGINS, _WITHIN, _NEAR, _BY, _IN_REST = map(_fixed, range(5))
# More than all words together can come to.
_MISSING = _fixed(1000)


@dataclass(frozen=True, slots=True)
class Typed:
    """words: as `desk.searching.normal` writes them. near: of each, what it may have been meant for."""

    words: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]

    @property
    def shape(self) -> tuple[tuple[int, int], ...]:
        """All that the text of a query depends on."""
        return tuple((min(len(word), SHORT + 1), len(near)) for word, near in zip(self.words, self.near, strict=True))

    def parameters(self, *, every: bool) -> dict[str, object]:
        """For the query that `fitting` and `rank` are of."""
        values: dict[str, object] = {"match": self._match(every=every), "whole": "".join(f" {word}" for word in self.words)}
        for n, (word, near) in enumerate(zip(self.words, self.near, strict=True)):
            values |= {f"word{n}": word, f"begins{n}": f" {word}", f"part{n}": f"%{word}%", f"start{n}": f"% {word}%"}
            for m, other in enumerate(near):
                values |= {f"near{n}_{m}": f" {other}", f"like{n}_{m}": f"% {other}%"}
        return values

    def _match(self, *, every: bool) -> str:
        # As SQLite's index is asked. Words are letters and digits only, so none can end its quotes.
        indexed = [(word, near) for word, near in zip(self.words, self.near, strict=True) if len(word) > _LETTER]
        parts = (_either(word, near) for word, near in indexed)
        return (" AND " if every else " OR ").join(parts)


def _either(word: str, near: Sequence[str]) -> str:
    own = f'"{word}"' if len(word) > SHORT else f'" {word}"'
    others = " OR ".join(f'" {other}"' for other in near)
    return f"({own} OR {{name about}} : ({others}))" if near else own


def fitting(shape: Sequence[tuple[int, int]], *, every: bool, indexed: bool) -> list[ColumnElement[bool]]:
    """What an entry must have. every: all words, else any of them. indexed: SQLite's own index is joined to the words."""
    if not indexed:
        found = [_like(n, letters, near) for n, (letters, near) in enumerate(shape)]
        return found if every else [or_(*found)]
    letters_alone = [_like(n, letters, 0) for n, (letters, _) in enumerate(shape) if letters == _LETTER]
    if len(letters_alone) == len(shape):
        return letters_alone if every else [or_(*letters_alone)]
    # What lacks a single letter is found all the same where any word will do.
    return [text("service_search MATCH :match"), *(letters_alone if every else ())]


def _like(n: int, letters: int, near: int) -> ColumnElement[bool]:
    own = _bound(f"part{n}" if letters > SHORT else f"start{n}")
    others = (_bound(f"like{n}_{m}") for m in range(near))
    return or_(_ALL.like(own), *((_NAME + _ABOUT).like(other) for other in others))


def rank(shape: Sequence[tuple[int, int]], *, dialect: str) -> list[ColumnElement[Any]]:
    """The less the better: first whose name begins with all that was typed."""
    place = func.instr if dialect == "sqlite" else func.strpos
    fits = [_fit(place, n, letters, near) for n, (letters, near) in enumerate(shape)]
    whole = _bound("whole")
    return [place(_NAME, whole) != _fixed(1), reduce(add, fits)]


def _fit(place: Callable[..., ColumnElement[int]], n: int, letters: int, near: int) -> ColumnElement[int]:
    def has(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
        return place(column, _bound(name)) > _fixed(0)

    word = f"word{n}" if letters > SHORT else f"begins{n}"
    others = [f"near{n}_{m}" for m in range(near)]
    whens = [(has(_NAME, f"begins{n}"), _BEGINS), (has(_NAME, word), _WITHIN)]
    whens += [(has(_NAME, other), _NEAR) for other in others]
    whens += [(has(_ABOUT, name), _BY) for name in (word, *others)]
    return case(*whens, (has(_REST, word), _IN_REST), else_=_MISSING)


def _bound(name: str) -> ColumnElement[str]:
    return bindparam(name, type_=String)
