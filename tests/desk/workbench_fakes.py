"""A workbench in memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from tests.desk.staff_fakes import MemoryLog
from wijkwijzer_desktop.desk.searching import Index, findable
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.editing import Alike, Change, Flag, FlagReason, How, Kept, Likeness, ListRow, Order, Wanted
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, EditConflictError, Finding
from wijkwijzer_desktop.domain.layers import Layers, Override
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Organization, Service

WITHOUT_ENTRY = datetime(2026, 11, 24, 10, tzinfo=ZONE)


@dataclass
class MemoryWorkbench:
    """log: where lines of what staff did go, None for nowhere."""

    log: MemoryLog | None = None
    kept: dict[str, Kept] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    raised: list[Flag] = field(default_factory=list)
    known: Layers = field(default_factory=Layers)

    def fill(self, services: Iterable[Service]) -> None:
        """As they were published."""
        self.kept |= {service.id: Kept(service, 1) for service in services}

    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        found = [kept for kept in self.everything() if self._is_wanted(kept.service, wanted)]
        if wanted.typed.split():
            index = Index(findable(kept.service for kept in found), {})
            by_id = {kept.service.id: kept for kept in found}
            found = [by_id[service_id] for service_id in index.find(wanted.typed, len(found))]
        elif wanted.order is Order.CHECK:
            found.sort(key=_checks)
        else:
            found.sort(key=_name)
        return tuple(map(self._row, found))

    def read(self, service_id: str) -> Kept | None:
        return self.kept.get(service_id)

    def everything(self) -> tuple[Kept, ...]:
        return tuple(self.kept[service_id] for service_id in sorted(self.kept))

    def save(self, service: Service, seen: int, how: How, entry: Entry | None = None) -> Kept:
        self.save_all([(service, seen)], how, entry)
        return self.kept[service.id]

    def save_all(self, changes: Iterable[tuple[Service, int]], how: How, entry: Entry | None = None) -> None:
        todo = list(changes)
        for service, seen in todo:
            now = self.kept.get(service.id)
            if (now.version if now else 0) != seen:
                raise EditConflictError(service.id, now)
            if len(set(service.topics)) != len(service.topics):
                raise CatalogueRefusedError((Finding("double-topic", item=service.id),))
        todo = [(service, seen) for service, seen in todo if not seen or self.kept[service.id].service != service]
        if entry is not None and self.log is not None and todo:
            self.log.append(entry)
        for service, seen in todo:
            before = self.kept[service.id].service if seen else None
            at, by, role = (entry.at, entry.account, entry.role) if entry else (WITHOUT_ENTRY, "", None)
            self.changes.append(Change(len(self.changes) + 1, service.id, at, by, role, how, before, service))
            self.kept[service.id] = Kept(service, seen + 1)

    def history(self, service_id: str) -> tuple[Change, ...]:
        return tuple(change for change in reversed(self.changes) if change.service_id == service_id)

    def layers(self) -> Layers:
        return self.known

    def override(self, override: Override, own: Service | None, how: How, entry: Entry | None = None) -> None:
        if own is not None:
            self.save_all([(own, 0)], how)
        self.known = Layers(self.known.layers, (*self.known.overrides, override))
        self._note(override.service, how, entry)

    def show_again(self, layer_id: str, service_id: str, entry: Entry | None = None) -> None:
        left = tuple(one for one in self.known.overrides if (one.layer, one.service) != (layer_id, service_id))
        self.known = Layers(self.known.layers, left)
        self._note(service_id, How.SHOWN, entry)

    def _note(self, service_id: str, how: How, entry: Entry | None) -> None:
        service = self.kept[service_id].service
        at, by, role = (entry.at, entry.account, entry.role) if entry else (WITHOUT_ENTRY, "", None)
        self.changes.append(Change(len(self.changes) + 1, service_id, at, by, role, how, service, service))
        if entry is not None and self.log is not None:
            self.log.append(entry)

    def organizations(self) -> tuple[Organization, ...]:
        return tuple(sorted({kept.service.organization for kept in self.kept.values()}, key=_organization_name))

    def alike(self, service: Service) -> tuple[Alike, ...]:
        numbers = {phone.number for phone in service.phones}
        others = [kept.service for kept in self.everything() if kept.service.id != service.id]
        same = {
            other.id: frozenset(
                likeness
                for likeness, holds in (
                    (Likeness.PHONE, numbers & {phone.number for phone in other.phones}),
                    (Likeness.ADDRESS, service.location is not None and other.location == service.location),
                    (Likeness.NAME, other.name.casefold() == service.name.casefold()),
                )
                if holds
            )
            for other in others
        }
        return tuple(Alike(o.id, o.name, o.organization.name, same[o.id]) for o in others if same[o.id])

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        said = any((flag.service_id, flag.reason) == (service_id, reason) for flag in self.raised)
        if service_id in self.kept and not said:
            self.raised.append(Flag(len(self.raised) + 1, service_id, reason, on))

    def flags(self, service_id: str = "") -> tuple[Flag, ...]:
        return tuple(flag for flag in self.raised if service_id in {"", flag.service_id})

    def lower(self, numbers: Iterable[int]) -> None:
        gone = set(numbers)
        self.raised = [flag for flag in self.raised if flag.number not in gone]

    def _is_wanted(self, service: Service, wanted: Wanted) -> bool:
        topics = {*service.topics, *(topic.partition(".")[0] for topic in service.topics)}
        postcode4 = service.location.postcode4 if service.location else ""
        due = wanted.due_on is None or service.check_before is None or service.check_before <= wanted.due_on
        return (
            due
            and (not wanted.topics or bool(topics & wanted.topics))
            and (not wanted.postcodes4 or postcode4 in wanted.postcodes4)
            and (not wanted.kinds or service.kind in wanted.kinds)
            and (not wanted.statuses or service.status in wanted.statuses)
            and (not wanted.flagged or bool(self.flags(service.id)))
        )

    def _row(self, kept: Kept) -> ListRow:
        s = kept.service
        return ListRow(
            s.id,
            s.name,
            s.organization.name,
            s.kind,
            s.status,
            s.phones[0].number if s.phones else "",
            s.location.city if s.location else "",
            s.location.postcode4 if s.location else "",
            s.checked,
            s.check_before,
            s.closed_until,
            len(self.flags(s.id)),
            kept.version,
            s.layer,
        )


def _name(kept: Kept) -> tuple[str, str]:
    return kept.service.name.casefold(), kept.service.id


def _checks(kept: Kept) -> tuple[bool, date, str]:
    day = kept.service.check_before
    return day is not None, day or date.min, kept.service.name.casefold()


def _organization_name(organization: Organization) -> str:
    return organization.name
