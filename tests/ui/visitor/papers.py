"""A counter that keeps the codes of its papers, and a camera that sees what it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.fakes import Counter
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.scanning import Picture, Scanner, Watcher
from wijkwijzer_desktop.devices.codekey import CodeKey
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies

GREY = Picture(4, 2, bytes(range(8)))


@dataclass
class ShownCamera:
    """A Scanner. on: whether it looks now. times: how often it was switched on."""

    there: bool = True
    on: bool = False
    times: int = 0
    watcher: Watcher | None = None
    watchers: list[Watcher] = field(default_factory=list)

    def open(self, watcher: Watcher) -> None:
        self.on, self.watcher = self.there, watcher
        self.times += 1
        self.watchers.append(watcher)
        if not self.there:
            watcher.absent()

    def close(self) -> None:
        self.on, self.watcher = False, None

    def looks(self) -> bool:
        """Whether it is on now."""
        return self.on

    def see(self, *texts: str) -> None:
        """This is held before it."""
        assert self.watcher is not None
        self.watcher.seen(GREY)
        if texts:
            self.watcher.read(texts)


def with_codes(
    here: Counter, folder: Path, scanner: Scanner | None = None, settings: Callable[[Settings], Settings] = replace
) -> Counter:
    """The same counter over a database of its own, with a key beside it. settings: changes them."""
    engine = open_database(f"sqlite:///{folder / 'codes.sqlite'}")
    adapters = replace(here.desk._adapters, codes=StoredCodes(engine), seal=CodeKey(folder), tally=StoredTallies(engine))
    adapters = replace(adapters, scanner=scanner) if scanner is not None else adapters
    return replace(here, desk=Desk(settings(here.desk.settings), adapters))


def with_camera(settings: Settings) -> Settings:
    """At a counter where staff allow it."""
    return replace(settings, camera=True)
