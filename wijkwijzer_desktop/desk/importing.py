"""What somebody else's file would do to the catalogue, and doing it: all that was ticked, or nothing.

An entry that a file adds carries a mark among its sources: which file it came from. Only what carries the mark of that origin
ends when a later file no longer holds it, and only where all of that file could be read and some of it was there before: two
organizations may both send a "services.json". What a person at this city found out
goes before what a file leaves unsaid: see `merged`.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Protocol

from wijkwijzer_desktop.desk.exchange import Progress, Read, unheard
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.layering import check_keeps
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.desk.workbench import Workbench
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.editing import Fate, How, Kept, Plan, Planned
from wijkwijzer_desktop.domain.errors import Finding, SettingsRefusedError
from wijkwijzer_desktop.domain.layers import Layers
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Organization, Service, Source, Status
from wijkwijzer_desktop.domain.staff import Role

# What the mark says of its origin: the entry came from there; it came from there and then was there no longer.
CAME: Final = "import"
WENT: Final = "import: ended"
NEW: Final = 0
# What together says whether an entry is true.
TRUTH: Final = ("status", "checked", "check_before", "closed_until")
# What a person who confirmed an entry found to be so.
CONFIRMED_FIELDS: Final = ("phones", "location", "timetable")
# What a file without topics of ours can't know.
OURS: Final = ("topics", "kind", "step")
_EMPTY: Final[dict[str, Any]] = {
    "description": "",
    **{field.name: field.default for field in fields(Service) if field.default is not MISSING and field.name not in TRUTH},
}


class Format(StrEnum):
    """What a file is written in. ICAL holds activities only."""

    HSDS = "hsds"
    XLSX = "xlsx"
    ICAL = "ical"


_ENDINGS: Final = {".xlsx": Format.XLSX, ".xlsm": Format.XLSX, ".ics": Format.ICAL, ".ical": Format.ICAL, ".ifb": Format.ICAL}


def guess_format(path: Path) -> Format:
    """By its name; HSDS comes in files of many names, and in folders."""
    return _ENDINGS.get(path.suffix.lower(), Format.HSDS)


def origin_of(path: Path, kind: Format) -> str:
    """What entries from this file are marked with: its name, since who publishes a list does so under one name. "" for a
    spreadsheet, in which people keep the rows that they work on: that a row isn't there says nothing."""
    return "" if kind is Format.XLSX else path.absolute().name


def make_plan(read: Read, kept: tuple[Kept, ...], origin: str) -> Plan:
    """What taking over all of `read` would do. origin: as of `origin_of`; "" for a file of which nothing is missed."""
    known = {one.service.id: one for one in kept}
    names = _organization_names(read.services, kept)
    planned = []
    same = 0
    for service in read.services:
        before = known.pop(service.id, None)
        organization = names[service.organization.id]
        named = service if organization == service.organization else replace(service, organization=organization)
        if before is None:
            planned.append(Planned(Fate.ADDED, None, _marked(named, origin)))
            continue
        after = merged(named, before.service, read.silent, origin)
        if after == before.service:
            same += 1
        else:
            planned.append(Planned(Fate.CHANGED, before, after))
    told = read.repaired
    missed = [one for one in known.values() if _is_from(one.service, origin)] if origin and read.is_whole else []
    if missed and all(one.service.id in known for one in kept if _was_from(one.service, origin)):
        told = (*told, Finding("origin-of-others", origin, data=(("count", str(len(missed))),)))
    else:
        planned += [_ended(one, origin) for one in missed]
    return Plan(tuple(planned), same, told, read.refused)


def merged(service: Service, now: Service, silent: frozenset[str] | None, origin: str) -> Service:
    """An entry as it becomes when a file says this of it. now: as it is. silent: as of `Read`.

    A file that has a place for all our fields is taken at its word. Of any other, what it leaves empty stays as it is, and so do
    topics, kind and step where it has no topics of ours. Whether an entry is true is then what people here found, unless the file
    was checked later, or says that it has stopped or is closed. But a number, a place or times that nobody here confirmed are
    not confirmed: those make it unconfirmed again. What had ended because the file left it out, and is there again, is no longer
    ended.
    """
    if not service.layer:
        # Whose it is, only files of ours say.
        service = replace(service, layer=now.layer)
    if silent is not None:
        return replace(service, **{name: getattr(now, name) for name in silent})
    unsaid = {name for name, empty in _EMPTY.items() if getattr(service, name) == empty}
    if not service.topics:
        unsaid |= set(OURS)
    after = replace(service, **{name: getattr(now, name) for name in unsaid})
    if not _says_better(service, now):
        after = replace(after, **{name: getattr(now, name) for name in TRUTH})
        if now.status is Status.CONFIRMED and any(getattr(after, name) != getattr(now, name) for name in CONFIRMED_FIELDS):
            after = replace(after, status=Status.UNCONFIRMED)
    marks = tuple(source for source in now.sources if source.evidence in {CAME, WENT} and source not in after.sources)
    after = replace(after, sources=(*after.sources, *marks))
    if Source(origin, evidence=WENT) in after.sources:
        after = replace(_marked(after, origin), status=service.status)
    return after


def _says_better(service: Service, now: Service) -> bool:
    if service.checked is not None and (now.checked is None or service.checked > now.checked):
        return True
    is_older = service.checked is not None and now.checked is not None and service.checked < now.checked
    return not is_older and service.status in {Status.ENDED, Status.TEMPORARILY_CLOSED}


def _organization_names(services: Iterable[Service], kept: tuple[Kept, ...]) -> dict[str, Organization]:
    """By id, as all of them are called from now on. One with entries that the file doesn't hold keeps the name that it has."""
    ids = {service.id for service in services}
    names = {service.organization.id: service.organization for service in services}
    names |= {one.service.organization.id: one.service.organization for one in kept if one.service.id not in ids}
    return names


def _marked(service: Service, origin: str) -> Service:
    if not origin:
        return service
    others = tuple(source for source in service.sources if not _is_mark(source, origin))
    return replace(service, sources=(*others, Source(origin, evidence=CAME)))


def _is_from(service: Service, origin: str) -> bool:
    return service.status is not Status.ENDED and Source(origin, evidence=CAME) in service.sources


def _was_from(service: Service, origin: str) -> bool:
    return any(_is_mark(source, origin) for source in service.sources)


def _is_mark(source: Source, origin: str) -> bool:
    return source.url == origin and source.evidence in {CAME, WENT}


def _ended(one: Kept, origin: str) -> Planned:
    mark = Source(origin, evidence=CAME)
    sources = tuple(replace(source, evidence=WENT) if source == mark else source for source in one.service.sources)
    return Planned(Fate.ENDED, one, replace(one.service, status=Status.ENDED, sources=sources))


class FileFormats(Protocol):
    """Reads and writes all formats; both block."""

    def read(self, path: Path, kind: Format, progress: Progress) -> Read:
        """Never raises for what is in a file."""
        ...

    def write(self, services: tuple[Service, ...], path: Path, kind: Format, progress: Progress) -> int:
        """How many of them the file holds now. Raises CatalogueRefusedError for what the format can't hold, OSError; then
        nothing was written."""
        ...


class Importing:
    """Files in and out of the catalogue, for a command. The workshop comes in by `ImportDoor`. All methods block, and may raise
    DatabaseUnusableError."""

    def __init__(self, workbench: Workbench, files: FileFormats) -> None:
        self._workbench = workbench
        self._files = files

    def plan(self, path: Path, kind: Format, origin: str, progress: Progress = unheard, *, keeper: str = "") -> Plan:
        """What this file would do; nothing is done yet. keeper: the layer of new entries that name none, "" for the
        municipality's."""
        plan = make_plan(self._files.read(path, kind, progress), self._workbench.everything(), origin)
        layer = keeper or self.layers().home
        return replace(plan, planned=tuple(_in_layer(planned, layer) for planned in plan.planned)) if layer else plan

    def layers(self) -> Layers:
        """Which there are."""
        return self._workbench.layers()

    def apply(self, plan: Plan, ids: Collection[str], entry: Entry | None = None) -> int:
        """Do what is planned for these entries, all or nothing; how many that were. entry: the line of the log.

        Raises EditConflictError where somebody changed one of them since the plan was made, CatalogueRefusedError.
        """
        changes = changes_of(plan, ids)
        if changes:
            self._workbench.save_all(changes, How.IMPORTED, entry)
        return len(changes)

    def export(self, path: Path, kind: Format, progress: Progress = unheard) -> int:
        """All entries in a file, as far as it has a place for them, and how many those were. Raises CatalogueRefusedError,
        OSError."""
        services = tuple(kept.service for kept in self._workbench.everything())
        return self._files.write(services, path, kind, progress)


def _in_layer(planned: Planned, layer: str) -> Planned:
    is_new = planned.before is None and not planned.after.layer
    return replace(planned, after=replace(planned.after, layer=layer)) if is_new else planned


def changes_of(plan: Plan, ids: Collection[str]) -> list[tuple[Service, int]]:
    """Entries with the version that each was planned over, as `Workbench.save_all` wants them."""
    wanted = frozenset(ids)
    return [(p.after, NEW if p.before is None else p.before.version) for p in plan.planned if p.after.id in wanted]


class ImportDoor(StaffDoor):
    """The same for the workshop.

    packs: gives the pack that is in use now; other questions may be published while the door is open. importing: makes what
    reads files with the topics of a pack.
    """

    def __init__(self, room: StaffRoom, packs: Callable[[], Pack], importing: Callable[[Pack], Importing]) -> None:
        super().__init__(room)
        self._packs = packs
        self._make = importing

    @needs(Role.EDITOR)
    def pack(self) -> Pack:
        """Whose words a plan is read with."""
        return self._packs()

    @needs(Role.EDITOR)
    def plan(self, path: Path, kind: Format, progress: Progress = unheard) -> Plan:
        """As `Importing.plan`, with the origin that goes with the file. progress: told in the thread that this is called in."""
        account = self.room.account
        keeper = account.layer if account is not None else ""
        return self._now().plan(path, kind, origin_of(path, kind), progress, keeper=keeper)

    @needs(Role.EDITOR)
    def apply(self, plan: Plan, ids: Collection[str]) -> int:
        """As `Importing.apply`, noted in the same transaction. Raises LayerRefusedError where others keep one of them."""
        changes = changes_of(plan, ids)
        before = {planned.before.service.layer for planned in plan.planned if planned.before and planned.after.id in ids}
        check_keeps(self.room, self._now().layers, *(before | {service.layer for service, _ in changes}))
        entry = self.room.entry(Action.CATALOGUE_CHANGED, change="imported", services=len(changes))
        return self._now().apply(plan, ids, entry)

    @needs(Role.EDITOR)
    def export(self, path: Path, kind: Format, progress: Progress = unheard) -> int:
        """As `Importing.export`. Raises SettingsRefusedError (reason: cannot-write) where it can't be written there."""
        try:
            return self._now().export(path, kind, progress)
        except OSError as error:
            raise SettingsRefusedError(field=path.name, reason="cannot-write") from error

    def _now(self) -> Importing:
        return self._make(self._packs())
