"""What visitors are told, all of one moment, so that it is another between two visits without anybody waiting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from wijkwijzer_desktop.desk.networks import Networks
from wijkwijzer_desktop.desk.ports import Catalogue, PackShelf
from wijkwijzer_desktop.desk.searching import Searching
from wijkwijzer_desktop.desk.urgent_numbers import named_by
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.standing import DayTold


class ToldShelf(Protocol):
    """What was told when papers were brought back."""

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        """On this day or later, at all counters together. Blocks. Raises DatabaseUnusableError."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a counter stands by the catalogue, as far as its settings leave that open. counter: its id."""

    counter: str
    name: str
    address: str
    postcode4: str


@dataclass(frozen=True, slots=True)
class Shelves:
    """pack, urgent: looked up beforehand, so that who takes these reads nothing. urgent: services that its signals name, by id.
    place: None leaves it as it is. source: the file that they are read from, None where it isn't one of several."""

    catalogue: Catalogue
    packs: PackShelf
    networks: Networks
    told: ToldShelf
    searching: Searching
    pack: Pack
    urgent: Mapping[str, Service]
    place: Place | None = None
    source: Path | None = None


def look_through(
    catalogue: Catalogue,
    packs: PackShelf,
    networks: Networks,
    told: ToldShelf,
    place: Place | None = None,
    source: Path | None = None,
) -> Shelves:
    """All that is asked for first is read now. Blocks. Raises DatabaseUnusableError, PackMissingError, ContentRefusedError."""
    pack = packs.current()
    urgent = urgent_of(pack, catalogue)
    return Shelves(catalogue, packs, networks, told, Searching(catalogue), pack, urgent, place, source)


def urgent_of(pack: Pack, catalogue: Catalogue) -> Mapping[str, Service]:
    """Whom to call at once: who is in danger can't wait for a database. Blocks. Raises DatabaseUnusableError."""
    return named_by(pack.signals, catalogue) if pack.signals else {}
