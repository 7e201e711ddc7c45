"""What the door of the network needs: its records one by one, with what became of them."""

from typing import Protocol

from wijkwijzer_desktop.desk.networks import Networks
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.network import KeptRecord, Record, RecordChange, RecordKind


class NetworkShelf(Networks, Protocol):
    """All methods block, and may raise DatabaseUnusableError. Those that are given an entry write it in the log of what staff did
    in the same transaction: both or neither; they may raise StaffKeyError too. `seen` is the version that was looked at, 0 for a
    new one; where it is another by now, RecordConflictError comes and nothing is written.
    """

    def kept(self, kind: RecordKind) -> tuple[KeptRecord, ...]:
        """All of this sort, in the order of editors."""
        ...

    def is_taken(self, kind: RecordKind, record_id: str) -> bool:
        """Whether there is one with this id, or was one that was removed here."""
        ...

    def save(self, record: Record, seen: int, entry: Entry) -> KeptRecord:
        """Write it; what is as it was is left alone. A new one comes last."""
        ...

    def remove(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> None:
        """It and all that became of it are gone for good, and no other record names it any more. Publishing the content anew, or
        putting back a copy of before, doesn't bring it back."""
        ...

    def take_back(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> KeptRecord | None:
        """As it was before the last change, which is no news any more; None where it was new. Where nothing can be taken back all
        stays as it is."""
        ...

    def forget_before(self, kind: RecordKind, record_id: str, entry: Entry) -> None:
        """What stood there before the last change is wiped, so that it can't be taken back."""
        ...

    def arrange(self, kind: RecordKind, ids: tuple[str, ...], entry: Entry) -> None:
        """These first, in this order, then all others as they were."""
        ...

    def history(self, kind: RecordKind, record_id: str) -> tuple[RecordChange, ...]:
        """What became of it, newest first."""
        ...
