"""The door of editors to the catalogue: entry by entry, with who did it noted beside the change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.layering import check_keeps
from wijkwijzer_desktop.desk.outcomes import Outcomes
from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.desk.workbench import Workbench
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.editing import Alike, Change, Flag, How, Kept, ListRow, Order, Wanted
from wijkwijzer_desktop.domain.errors import EditConflictError
from wijkwijzer_desktop.domain.freshness import confirmed
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Organization, Service, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.standing import Reported

NEW = 0


@dataclass(frozen=True, slots=True)
class Work:
    """One entry that somebody must look at. flags: open ones, oldest first; they come with it, whether it is due or not."""

    row: ListRow
    flags: tuple[Flag, ...] = ()


class CatalogueDoor(StaffDoor):
    """What editors do with entries. All methods block, and may raise DatabaseUnusableError and StaffKeyError besides what they
    name. `seen` is the version that was looked at; where it is another by now, EditConflictError comes and nothing is written.
    """

    def __init__(self, room: StaffRoom, workbench: Workbench, clock: Clock, outcomes: Outcomes | None = None) -> None:
        super().__init__(room)
        self._workbench = workbench
        self._clock = clock
        self._outcomes = outcomes

    @needs(Role.EDITOR)
    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        """The entries of a list. With typed words the best first, otherwise in the order wanted."""
        return self._with_reports(self._workbench.rows(wanted))

    @needs(Role.EDITOR)
    def reported(self, service_id: str) -> frozenset[Reported]:
        """Why this entry comes after others in the advice; without numbers."""
        return self._outcomes.reported().get(service_id, frozenset()) if self._outcomes is not None else frozenset()

    @needs(Role.EDITOR)
    def read(self, service_id: str) -> Kept | None:
        """As it is now; None where there is none."""
        return self._workbench.read(service_id)

    @needs(Role.EDITOR)
    def organizations(self) -> tuple[Organization, ...]:
        """All that have an entry, by name."""
        return self._workbench.organizations()

    @needs(Role.EDITOR)
    def save(self, service: Service, seen: int) -> Kept:
        """Write it, as it is kept from now on. seen 0: it is new, and its id, given or not, is made of its name.

        Its organization is known by its name alone: one with that name, in whatever letters, is taken; otherwise it is a new one.
        A new one without a layer belongs to who makes it. Raises EditConflictError, CatalogueRefusedError, LayerRefusedError
        where it is, or becomes, of a layer that others keep.
        """
        service = replace(service, organization=self._organization(service.organization))
        if seen == NEW:
            layer = service.layer or self._keeper or self._workbench.layers().home
            service = replace(service, id=fresh_id(service.name, self._is_there, "ingang"), layer=layer)
        self._check_keeps(service.id, service.layer)
        return self._workbench.save(service, seen, How.EDITED, self._entry("added" if seen == NEW else "changed"))

    @needs(Role.EDITOR)
    def of_organization(self, organization_id: str) -> tuple[Service, ...]:
        """All its entries, ended ones too, by name."""
        return tuple(sorted((kept.service for kept in self._its(organization_id)), key=_name))

    @needs(Role.EDITOR)
    def rename_organization(self, organization_id: str, name: str) -> int:
        """The same organization under another name, in all its entries; how many those are. Where another has that name
        already, the two become that one. Raises CatalogueRefusedError, EditConflictError where somebody else changes one of them
        at the same moment."""
        renamed = Organization(organization_id, " ".join(name.split()))
        others = (one for one in self._workbench.organizations() if one.id != organization_id)
        renamed = next((one for one in others if one.name.casefold() == renamed.name.casefold()), renamed)
        its = self._its(organization_id)
        check_keeps(self.room, self._workbench.layers, *(kept.service.layer for kept in its))
        changes = [(replace(kept.service, organization=renamed), kept.version) for kept in its]
        if changes:
            self._workbench.save_all(changes, How.EDITED, self._entry("changed", len(changes)))
        return len(changes)

    @needs(Role.EDITOR)
    def confirm(self, service_id: str, seen: int) -> Kept:
        """Somebody asked today, and it is true: it is open, and must be checked again when its kind says so. Its flags are
        lowered. Raises EditConflictError."""
        return self._change(service_id, seen, lambda service: confirmed(service, self._today), How.CONFIRMED)

    @needs(Role.EDITOR)
    def close_until(self, service_id: str, seen: int, day: date | None) -> Kept:
        """Closed for a while. day: the last one of it, None where nobody knows. Raises EditConflictError."""
        return self._change(
            service_id, seen, lambda service: replace(service, status=Status.TEMPORARILY_CLOSED, closed_until=day), How.EDITED
        )

    @needs(Role.EDITOR)
    def end(self, service_id: str, seen: int) -> Kept:
        """It has stopped: it stays in the catalogue, and no advice names it. Its flags are lowered. Raises EditConflictError."""
        return self._change(
            service_id, seen, lambda service: replace(service, status=Status.ENDED, closed_until=None), How.EDITED
        )

    @needs(Role.EDITOR)
    def take_back(self, before: Service, seen: int, lowered: Iterable[Flag] = ()) -> Kept:
        """The entry as it was before the last touch, and the flags that this touch lowered. Raises EditConflictError."""
        self._check_keeps(before.id, before.layer)
        # First: a flag too many is looked at once more, one that is lost never.
        for flag in lowered:
            self._workbench.flag(flag.service_id, flag.reason, flag.on)
        return self._workbench.save(before, seen, How.PUT_BACK, self._entry("changed"))

    @needs(Role.EDITOR)
    def history(self, service_id: str) -> tuple[Change, ...]:
        """What became of it, newest first."""
        return self._workbench.history(service_id)

    @needs(Role.EDITOR)
    def put_back(self, service_id: str, number: int, seen: int) -> Kept:
        """The entry as it was after the change with this number of its history. Raises EditConflictError."""
        earlier = next((change.after for change in self._workbench.history(service_id) if change.number == number), None)
        if earlier is None:
            raise EditConflictError(service_id, self._workbench.read(service_id))
        self._check_keeps(service_id, earlier.layer)
        named = replace(earlier, organization=self._organization(earlier.organization))
        return self._workbench.save(named, seen, How.PUT_BACK, self._entry("changed"))

    @needs(Role.EDITOR)
    def alike(self, service: Service) -> tuple[Alike, ...]:
        """Other entries that may be the same thing, the likest first."""
        return self._workbench.alike(service)

    @needs(Role.EDITOR)
    def flags(self, service_id: str = "") -> tuple[Flag, ...]:
        """Open ones, of this entry or of all, oldest first."""
        return self._workbench.flags(service_id)

    @needs(Role.EDITOR)
    def lower(self, numbers: Iterable[int]) -> None:
        """These flags were looked at."""
        self._workbench.lower(numbers)

    @needs(Role.EDITOR)
    def work_list(self) -> tuple[Work, ...]:
        """What must be checked today: what is flagged, or told to be full, before the rest; then what takes the least time: a
        number to phone before an address to go to, and of those what has waited longest."""
        flags: dict[str, tuple[Flag, ...]] = {}
        for flag in self._workbench.flags():
            flags[flag.service_id] = (*flags.get(flag.service_id, ()), flag)
        open_ones = frozenset(Status) - {Status.ENDED}
        due = self._workbench.rows(Wanted(statuses=open_ones, due_on=self._today, order=Order.CHECK))
        flagged = self._workbench.rows(Wanted(flagged=True, order=Order.CHECK))
        sinking = self._outcomes.reported() if self._outcomes is not None else {}
        told = self._workbench.rows(Wanted(statuses=open_ones, order=Order.CHECK)) if sinking else ()
        listed = (*flagged, *(row for row in told if row.id in sinking), *due)
        rows = {row.id: row for row in self._with_reports(listed)}
        work = [Work(row, flags.get(row.id, ())) for row in rows.values()]
        return tuple(sorted(work, key=_effort))

    def _with_reports(self, rows: tuple[ListRow, ...]) -> tuple[ListRow, ...]:
        sinking = self._outcomes.reported() if self._outcomes is not None else {}
        if not sinking:
            return rows
        return tuple(replace(row, reported=sinking[row.id]) if row.id in sinking else row for row in rows)

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(ZONE).date()

    def _change(self, service_id: str, seen: int, to: Callable[[Service], Service], how: How) -> Kept:
        now = self._workbench.read(service_id)
        if now is None or now.version != seen:
            raise EditConflictError(service_id, now)
        check_keeps(self.room, self._workbench.layers, now.service.layer)
        kept = self._workbench.save(to(now.service), seen, how, self._entry("changed"))
        if self._outcomes is not None:
            self._outcomes.look_anew()
        if kept.service.status is not Status.TEMPORARILY_CLOSED:
            self._workbench.lower(flag.number for flag in self._workbench.flags(service_id))
        return kept

    @property
    def _keeper(self) -> str:
        account = self.room.account
        return account.layer if account is not None else ""

    def _check_keeps(self, service_id: str, becomes: str) -> None:
        """Of the layer that it is of, and of the one that it is to be of."""
        if self._keeper:
            now = self._workbench.read(service_id)
            check_keeps(self.room, self._workbench.layers, becomes, *(() if now is None else (now.service.layer,)))

    def _its(self, organization_id: str) -> list[Kept]:
        return [kept for kept in self._workbench.everything() if kept.service.organization.id == organization_id]

    def _organization(self, wanted: Organization) -> Organization:
        known = self._workbench.organizations()
        name = " ".join(wanted.name.split())
        same = [one for one in known if one.name.casefold() == name.casefold()]
        if same:
            # Its own first: two organizations may have one name.
            return next((one for one in same if one.id == wanted.id), same[0])
        ids = {one.id for one in known}
        return Organization(fresh_id(name, ids.__contains__, "organisatie"), name)

    def _is_there(self, service_id: str) -> bool:
        return self._workbench.read(service_id) is not None

    def _entry(self, change: str, services: int = 1) -> Entry:
        return self.room.entry(Action.CATALOGUE_CHANGED, change=change, services=services)


def _name(service: Service) -> str:
    return service.name.casefold()


def _effort(work: Work) -> tuple[bool, bool]:
    return not (work.flags or work.row.reported), not work.row.phone
