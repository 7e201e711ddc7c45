"""What the window has done in threads at the counter whose data lies in one folder; nothing of it is loaded before."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.quiet import close_to_others

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.courier import Courier
    from wijkwijzer_desktop.desk.courier_thread import CourierThread
    from wijkwijzer_desktop.desk.desk import Desk
    from wijkwijzer_desktop.desk.office import Office


@dataclass(frozen=True, slots=True)
class DeskIn:
    """Builds the desk of the counter whose data lies in this folder."""

    folder: Path | None

    def __call__(self) -> "Desk":
        from wijkwijzer_desktop.bootstrap import build_desk
        from wijkwijzer_desktop.devices.keyfile import KEY_NAME
        from wijkwijzer_desktop.logs import keep_log

        data = paths.data_folder(self.folder)
        # What an older version or a copy left; not the key of staff, which is refused so that somebody looks into it.
        close_to_others(data, but=frozenset({KEY_NAME}))
        keep_log(data)
        return build_desk(self.folder)


@dataclass(frozen=True, slots=True)
class CourierIn:
    """Goes to and fro between the desk of the counter whose data lies in this folder and the server that it shares with others;
    None where it shares with nobody. Only begun here: what it takes is loaded in its own thread."""

    folder: Path | None

    def __call__(self, desk: "Desk") -> "CourierThread | None":
        from wijkwijzer_desktop.bootstrap.central import is_joined
        from wijkwijzer_desktop.desk.courier_thread import CourierThread

        if not is_joined(paths.data_folder(self.folder)):
            return None
        return CourierThread(_CourierOf(desk, self.folder))


@dataclass(frozen=True, slots=True)
class _CourierOf:
    desk: "Desk"
    folder: Path | None

    def __call__(self) -> "Courier":
        from wijkwijzer_desktop.bootstrap.couriers import make_courier

        return make_courier(self.desk, self.folder)


@dataclass(frozen=True, slots=True)
class OfficeIn:
    """Opens what staff can do at the counter whose data lies in this folder."""

    folder: Path | None

    def __call__(self, forget: Callable[[], None]) -> "Office":
        from wijkwijzer_desktop.bootstrap import open_office

        return open_office(self.folder, forget)


@dataclass(frozen=True, slots=True)
class BackupIn:
    """Makes a backup of the counter whose data lies in this folder, in which no code of a paper is that is too old. First it
    takes away referrals that nobody took along: a counter may run for weeks."""

    folder: Path | None

    def __call__(self) -> None:
        from wijkwijzer_desktop.bootstrap import open_outcomes, referral_files
        from wijkwijzer_desktop.devices.clock import SystemClock
        from wijkwijzer_desktop.upkeep import keep_backup

        referral_files(paths.data_folder(self.folder)).tidy(SystemClock().now())
        open_outcomes(self.folder).forget_old()
        keep_backup(self.folder)
