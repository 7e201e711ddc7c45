"""The door of those who keep the network: practices, people and functions, routes, meetings; with who did it noted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.network_shelf import NetworkShelf
from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.errors import NetworkRefusedError, RecordConflictError
from wijkwijzer_desktop.domain.network import (
    Contact,
    KeptRecord,
    Meeting,
    Network,
    News,
    Practice,
    Record,
    RecordChange,
    RecordKind,
)
from wijkwijzer_desktop.domain.network_checks import faults_of, known_in
from wijkwijzer_desktop.domain.network_rules import (
    Confirmable,
    kind_of,
    network_of,
    news_of,
    records_of,
    to_confirm,
)
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.staff import Role

NEW = 0


class Entries(Protocol):
    """What the network may name: `desk.ports.Catalogue` has it."""

    def everything(self) -> tuple[Service, ...]:
        """All entries by id, ended ones too. Blocks. Raises DatabaseUnusableError."""
        ...


class NetworkDoor(StaffDoor):
    """All methods block, and may raise DatabaseUnusableError and StaffKeyError besides what they name. `seen` is the version that
    was looked at; where it is another by now, RecordConflictError comes and nothing is written.

    pack: the one in use, for places and topics; raises PackMissingError.
    """

    def __init__(self, room: StaffRoom, shelf: NetworkShelf, catalogue: Entries, pack: Callable[[], Pack], clock: Clock) -> None:
        super().__init__(room)
        self._shelf = shelf
        self._catalogue = catalogue
        self._pack = pack
        self._clock = clock

    @needs(Role.EDITOR)
    def read(self) -> Network:
        """All of it, as it is now."""
        return self._shelf.current()

    @needs(Role.EDITOR)
    def records(self, kind: RecordKind) -> tuple[KeptRecord, ...]:
        """All of this sort, in the order of editors."""
        return self._shelf.kept(kind)

    @needs(Role.EDITOR)
    def save(self, record: Record, seen: int) -> KeptRecord:
        """Write it, as it is kept from now on. seen 0: it is new; its id is made of what it is, never of a person's name. A
        practice has the id of its entry in the catalogue.

        Raises NetworkRefusedError with all that breaks a rule: nothing was written then.
        """
        if seen == NEW and not isinstance(record, Practice):
            record = self._with_fresh_id(record)
        others = (r for r in records_of(self._shelf.current()) if (kind_of(r), r.id) != (kind_of(record), record.id))
        findings = faults_of(record, network_of((*others, record)), known_in(self._pack(), self._catalogue.everything()))
        if findings:
            raise NetworkRefusedError(findings)
        return self._shelf.save(record, seen, self._entry("added" if seen == NEW else "changed", kind_of(record)))

    @needs(Role.EDITOR)
    def confirm(self, kind: RecordKind, record_id: str, seen: int) -> KeptRecord:
        """Somebody asked today, and it is true."""
        present = next((kept for kept in self._shelf.kept(kind) if kept.record.id == record_id), None)
        if present is None or present.version != seen or not isinstance(present.record, Practice | Contact | Meeting):
            raise RecordConflictError(record_id, present)
        return self._shelf.save(replace(present.record, confirmed=self._today), seen, self._entry("confirmed", kind))

    @needs(Role.EDITOR)
    def remove(self, kind: RecordKind, record_id: str, seen: int) -> None:
        """It is gone for good, with all that became of it, and nothing else names it any more. The news says only that one
        left."""
        self._shelf.remove(kind, record_id, seen, self._entry("removed", kind))

    @needs(Role.EDITOR)
    def take_back(self, kind: RecordKind, record_id: str, seen: int) -> KeptRecord | None:
        """As it was before its last change, where that can be taken back (`RecordChange.undoable`); None where it was new, and is
        gone now."""
        return self._shelf.take_back(kind, record_id, seen, self._entry("put-back", kind))

    @needs(Role.EDITOR)
    def forget_before(self, kind: RecordKind, record_id: str) -> None:
        """Of whoever stood there before the last change nothing is kept any more; it can't be taken back then."""
        self._shelf.forget_before(kind, record_id, self._entry("forgotten", kind))

    @needs(Role.EDITOR)
    def arrange(self, kind: RecordKind, ids: tuple[str, ...]) -> None:
        """These first, in this order, then all others as they were."""
        self._shelf.arrange(kind, ids, self._entry("changed", kind))

    @needs(Role.EDITOR)
    def history(self, kind: RecordKind, record_id: str) -> tuple[RecordChange, ...]:
        """What became of it, newest first."""
        return self._shelf.history(kind, record_id)

    @needs(Role.EDITOR)
    def news(self, month: str = "") -> tuple[News, ...]:
        """What was new, changed or left in this month ("2026-11"), "" for this one; one line a record, newest first."""
        return news_of(self._shelf.current(), month or f"{self._today:%Y-%m}")

    @needs(Role.EDITOR)
    def work_list(self) -> tuple[Confirmable, ...]:
        """What nobody confirmed for three months: what never was first, then what has waited longest."""
        return to_confirm(self._shelf.current(), self._today)

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(ZONE).date()

    def _with_fresh_id(self, record: Record) -> Record:
        kind = kind_of(record)
        if isinstance(record, Contact):
            name = f"{record.function} {record.organization}"
        else:
            name = record.name if isinstance(record, Meeting) else getattr(record, "what", "")

        def is_taken(record_id: str) -> bool:
            return self._shelf.is_taken(kind, record_id)

        return replace(record, id=fresh_id(name, is_taken, kind))

    def _entry(self, change: str, kind: RecordKind) -> Entry:
        return self.room.entry(Action.NETWORK_CHANGED, change=change, kind=kind)
