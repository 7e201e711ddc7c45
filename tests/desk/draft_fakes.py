"""The shipped questions at a counter in memory, to work on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import advise_over
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
from wijkwijzer_desktop.content.files import content_in, texts_in
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.desk.drafting import Kept, Publication, Release, Texts
from wijkwijzer_desktop.desk.ports import AuditLog, Clock
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.errors import DraftConflictError, PackMissingError
from wijkwijzer_desktop.domain.pack import Pack


@cache
def shipped_texts() -> Mapping[str, str]:
    return texts_in(paths.content())


@cache
def shipped_pack() -> Pack:
    return content_in(shipped_texts()).pack


@cache
def shipped_catalogue() -> LoadedCatalogue:
    return LoadedCatalogue(load_catalogue(paths.content()))


@dataclass
class MemorySources:
    """`desk.drafting.SourceShelf` that finds one conflict of its own: of a first draft over a pack that is no longer in use.
    stale: the next keeping or release comes too late."""

    log: AuditLog
    packs: dict[str, Pack] = field(default_factory=lambda: {shipped_pack().version: shipped_pack()})
    texts: dict[str, Texts] = field(default_factory=dict)
    published: list[Publication] = field(default_factory=list)
    kept: Kept | None = None
    number: int = 0
    stale: str = ""

    def __post_init__(self) -> None:
        self.published = [Publication(version, 1, None, "", "", on_top=False) for version in self.packs]

    def current(self) -> Pack:
        return self.packs[self.published[-1].version]

    def pack(self, version: str) -> Pack:
        if version not in self.packs:
            raise PackMissingError
        return self.packs[version]

    def texts_of(self, version: str) -> Texts | None:
        return self.texts.get(version)

    def draft(self) -> Kept | None:
        return self.kept

    def keep(self, texts: Texts, base: str, number: int) -> Kept:
        self._check()
        if number == 0 and base != self.current().version:
            raise DraftConflictError(reason="published")
        self.number += 1
        self.kept = Kept(texts, base, self.number)
        return self.kept

    def release(self, pack: Pack, release: Release, entry: Entry, over: str, number: int | None) -> None:
        self._check()
        if over != self.current().version:
            raise DraftConflictError(reason="published")
        self.log.append(entry)
        self.packs.setdefault(pack.version, pack)
        if release.texts is not None:
            self.texts[pack.version] = release.texts
        if number is not None:
            self.kept = None
        count = len(self.published) + 1
        self.published.append(Publication(pack.version, count, release.at, release.account, release.note, on_top=False))

    def publications(self) -> tuple[Publication, ...]:
        return tuple(self._newest_first())

    def _newest_first(self) -> Iterator[Publication]:
        for place, one in enumerate(reversed(self.published)):
            yield Publication(one.version, one.number, one.at, one.who, one.note, on_top=place == 0)

    def _check(self) -> None:
        if self.stale:
            raise DraftConflictError(reason=self.stale)


def publishing_door(room: StaffRoom, clock: Clock, sources: MemorySources | None = None) -> PublishingDoor:
    """Over the shipped questions and catalogue."""
    catalogue = shipped_catalogue()
    shelf = sources or MemorySources(room.log)
    return PublishingDoor(room, shelf, YamlDrafting(), catalogue, clock, partial(advise_over, catalogue), shipped_texts)
