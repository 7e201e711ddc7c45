"""What goes to and fro between this counter and the server that it shares. Loaded in the thread of the courier."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from wijkwijzer_desktop import __version__, paths
from wijkwijzer_desktop.bootstrap.central import is_joined
from wijkwijzer_desktop.bootstrap.desks import settings_now
from wijkwijzer_desktop.bootstrap.joined_server import JoinedServer
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.bootstrap.published import Published, open_snapshot, open_sound, snapshots
from wijkwijzer_desktop.desk.courier import Courier, States
from wijkwijzer_desktop.desk.courier_thread import CourierThread
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.desk.shelves import Place, Shelves, look_through
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.central import CentralStanding
from wijkwijzer_desktop.domain.errors import SettingsRefusedError, WijkwijzerError
from wijkwijzer_desktop.first_screen import leave_first_screen
from wijkwijzer_desktop.storage import snapshots as stored

# By then nobody works with what was taken from the desk: an advice or a search is done in a second.
HELD_SECONDS = 600.0


def courier_of(desk: Desk, folder: Path | None = None) -> CourierThread | None:
    """Not yet started; None where this counter shares with nobody."""
    return CourierThread(partial(make_courier, desk, folder)) if is_joined(paths.data_folder(folder)) else None


def make_courier(desk: Desk, folder: Path | None = None) -> Courier:
    """For the one thread that works with it. Blocks. Raises DatabaseUnusableError, DatabaseNewerError."""
    data, clock = paths.data_folder(folder), SystemClock()
    served = Served(data, desk, clock)
    return Courier(JoinedServer(data), open_outbox(data), served, clock, __version__, _Telling(desk))


def fetch_first(folder: Path | None = None) -> None:
    """What is published, so that it is there before the counter is opened. Blocks. Raises CentralAwayError,
    DatabaseUnusableError; PackMissingError and ContentRefusedError where this program can't work with it, and then it is gone."""
    data = paths.data_folder(folder)
    link = JoinedServer(data).link()
    try:
        present = snapshots(data)
        target = present.next()
        link.fetch(present.newest(), target)
        open_sound(target).close()
        present.tidy()
    finally:
        link.close()


@dataclass(frozen=True, slots=True)
class _Telling:
    desk: Desk

    def __call__(self, standing: CentralStanding) -> None:
        self.desk.central = standing


@dataclass(frozen=True, slots=True)
class _Held:
    """since: by the monotonic clock, when the desk was last seen to have them. published: None where the desk opened them."""

    shelves: Shelves
    since: float
    published: Published | None = None


class Served:
    """`desk.courier.Publications` over the folder of snapshots and the desk. For one thread."""

    def __init__(self, data: Path, desk: Desk, clock: Clock) -> None:
        self._data = data
        self._desk = desk
        self._clock = clock
        self._snapshots = snapshots(data)
        # What the desk has, or had not long ago: a search that began then goes on in it.
        self._held: list[_Held] = [_Held(desk.shelves[0], clock.monotonic())]

    def newest(self) -> Path | None:
        return self._snapshots.newest()

    def states(self, path: Path) -> States:
        return stored.states(path)

    def fetched(self, path: Path) -> datetime | None:
        return stored.fetched(path)

    def next(self) -> Path:
        self._let_go()
        return self._snapshots.next()

    def serve(self, path: Path) -> None:
        published = None
        try:
            published = open_snapshot(path)
            catalogue = published.catalogue.seen_from(self._desk.settings.layer)
            networks = published.catalogue.networks()
            networks.current()
            shelves = look_through(catalogue, published.packs, networks, published.told, self._place(published), path)
        except WijkwijzerError:
            # The next start must not begin with it. What is open can't be taken away everywhere.
            if published is not None:
                published.close()
            with suppress(OSError):
                path.unlink()
            raise
        self._held.append(_Held(shelves, self._clock.monotonic(), published))
        self._desk.prepare(shelves)
        self._let_go()

    def waits(self) -> bool:
        present, coming = self._desk.shelves
        return present is not coming

    def _place(self, published: Published) -> Place | None:
        try:
            settings = settings_now(self._data, published.catalogue)
        except SettingsRefusedError:
            # It stays what it was; whoever starts it anew is told.
            return None
        leave_first_screen(self._data, settings.first_screen)
        return Place(settings.counter, settings.name, settings.address, settings.postcode4)

    def _let_go(self) -> None:
        now, sources = self._clock.monotonic(), {shelves.source for shelves in self._desk.shelves}
        held = [replace(one, since=now) if one.shelves.source in sources else one for one in self._held]
        self._held = [one for one in held if now - one.since <= HELD_SECONDS]
        for one in held:
            if one not in self._held and one.published is not None:
                one.published.close()
        self._snapshots.tidy({one.shelves.source for one in self._held if one.shelves.source is not None})
