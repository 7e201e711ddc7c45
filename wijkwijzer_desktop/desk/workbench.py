"""The catalogue as editors have it, entry by entry: what the desk needs of a database for that."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.editing import Alike, Change, Flag, FlagReason, How, Kept, ListRow, Wanted
from wijkwijzer_desktop.domain.layers import Layers, Override
from wijkwijzer_desktop.domain.service import Organization, Service


class Workbench(Protocol):
    """All methods block, and may raise DatabaseUnusableError. Whatever changes entries writes their history, and the line of the
    log where there is one, in the same transaction: all or nothing."""

    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        """The entries of a list, ended ones too unless statuses say otherwise. With typed words the best first."""
        ...

    def read(self, service_id: str) -> Kept | None:
        """As it is now; None where there is none."""
        ...

    def everything(self) -> tuple[Kept, ...]:
        """All, in order of id."""
        ...

    def save(self, service: Service, seen: int, how: How, entry: Entry | None = None) -> Kept:
        """Write one entry. seen: the version that the change was made from, 0 for a new one.

        Raises EditConflictError where it is another version by now (its `now` is that one), CatalogueRefusedError where a rule is
        broken.
        """
        ...

    def save_all(self, changes: Iterable[tuple[Service, int]], how: How, entry: Entry | None = None) -> None:
        """Many at once, each with the version it was made from: all or nothing. Raises as `save` does."""
        ...

    def history(self, service_id: str) -> tuple[Change, ...]:
        """What became of it, newest first."""
        ...

    def layers(self) -> Layers:
        """Which there are, and what is left out where."""
        ...

    def override(self, override: Override, own: Service | None, how: How, entry: Entry | None = None) -> None:
        """Leave a wider entry out of a layer. own: a new entry to stand in its place, None for what is there or to hide it. how:
        what the history of the wider one says. Raises as `save` does."""
        ...

    def show_again(self, layer_id: str, service_id: str, entry: Entry | None = None) -> None:
        """The wider entry is no longer left out."""
        ...

    def organizations(self) -> tuple[Organization, ...]:
        """All that have an entry, by name."""
        ...

    def alike(self, service: Service) -> tuple[Alike, ...]:
        """Others with the same phone number, the same address, or a name that is nearly the same; never itself."""
        ...

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        """Somebody says that something is wrong; the same said twice is one flag, of an entry that doesn't exist none."""
        ...

    def flags(self, service_id: str = "") -> tuple[Flag, ...]:
        """Open ones, of this entry or of all, oldest first."""
        ...

    def lower(self, numbers: Iterable[int]) -> None:
        """These flags were looked at."""
        ...
