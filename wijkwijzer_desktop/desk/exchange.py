"""What comes out of somebody's file, whatever its format: entries, what was put right, what was left out."""

from collections.abc import Callable
from dataclasses import dataclass

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.service import Service

# Told now and then while a file is read or written: how much is done, of how much, in units of the caller's own (bytes, rows).
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read; nothing was taken over yet.

    services: in the file's order, ids only once. repaired: what was wrong and was put right, in the entry that it names.
    refused: what was left out and why. Whoever ends entries that a file no longer holds must leave alone those whose id is
    the item of something refused: they are there, but unreadable. A file that can't be read at all is one refusal without
    an item, and no services. silent: names of fields of Service of which this file, which has a place for all of them, says
    nothing; None for a format that doesn't know all our fields, where a field that is empty says nothing either.
    """

    services: tuple[Service, ...] = ()
    repaired: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
    silent: frozenset[str] | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing was left out, so what isn't in here isn't in the file."""
        return not self.refused


def unheard(_done: int, _total: int) -> None:
    """Progress that nobody follows."""
