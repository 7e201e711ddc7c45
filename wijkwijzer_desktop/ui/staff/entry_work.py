"""What the form of an entry has done in a thread: frozen values in and out."""

from dataclasses import dataclass

from wijkwijzer_desktop.desk.entry_preview import Background, Shown
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import Alike, Change, Kept
from wijkwijzer_desktop.domain.errors import EditConflictError
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.standing import Reported


@dataclass(frozen=True, slots=True)
class Opened:
    """kept: None where there is none (any more)."""

    kept: Kept | None
    background: Background


@dataclass(frozen=True, slots=True)
class Opening:
    """Read an entry, "" for none, and what it is read against."""

    office: Office
    service_id: str

    def __call__(self) -> Opened:
        kept = self.office.catalogue.read(self.service_id) if self.service_id else None
        return Opened(kept, self.office.preview.background())


@dataclass(frozen=True, slots=True)
class Doubt:
    """Nothing was written yet: these may be the same thing."""

    alike: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Nothing was written: somebody else did meanwhile. theirs: None where it is gone."""

    theirs: Kept | None


@dataclass(frozen=True, slots=True)
class Saving:
    """seen: version that it was made from. looks: whether it may be the same thing as another. accepted: ids of those that
    somebody has seen, and that are something else."""

    office: Office
    service: Service
    seen: int
    looks: bool
    accepted: frozenset[str]

    def __call__(self) -> Kept | Doubt | Clash:
        door = self.office.catalogue
        alike = door.alike(self.service) if self.looks else ()
        if any(one.service_id not in self.accepted for one in alike):
            return Doubt(alike)
        try:
            return door.save(self.service, self.seen)
        except EditConflictError as error:
            return Clash(error.now)


@dataclass(frozen=True, slots=True)
class PuttingBack:
    """number: of the change after which it was so; 0 for what there was before the first, which is `service`."""

    office: Office
    service: Service
    number: int
    seen: int

    def __call__(self) -> Kept | Clash:
        door = self.office.catalogue
        try:
            if self.number:
                return door.put_back(self.service.id, self.number, self.seen)
            return door.save(self.service, self.seen)
        except EditConflictError as error:
            return Clash(error.now)


@dataclass(frozen=True, slots=True)
class Seen:
    """asked: which look it was. shown: None where it is in nobody's advice. reported: why it comes after others there."""

    asked: int
    shown: Shown | None
    alike: tuple[Alike, ...]
    reported: frozenset[Reported] = frozenset()


@dataclass(frozen=True, slots=True)
class Looking:
    """looks: as of `Saving`."""

    office: Office
    service: Service
    language: str
    asked: int
    looks: bool

    def __call__(self) -> Seen:
        shown = self.office.preview.show(self.service, self.language)
        door = self.office.catalogue
        return Seen(self.asked, shown, door.alike(self.service) if self.looks else (), door.reported(self.service.id))


@dataclass(frozen=True, slots=True)
class ReadingHistory:
    """Newest first."""

    office: Office
    service_id: str

    def __call__(self) -> tuple[Change, ...]:
        return self.office.catalogue.history(self.service_id)
