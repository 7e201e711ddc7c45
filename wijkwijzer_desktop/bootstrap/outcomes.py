"""What is told of services when a paper is brought back, for a command and for upkeep."""

from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.central import is_joined
from wijkwijzer_desktop.bootstrap.shelves import open_codes, open_shelves, open_workbench
from wijkwijzer_desktop.desk.outcomes import Outcomes
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.codekey import CodeKey
from wijkwijzer_desktop.settings import load_settings


def open_outcomes(folder: Path | None = None) -> Outcomes:
    """At this computer's counter. Blocks. Raises SettingsRefusedError, DatabaseUnusableError, DatabaseNewerError."""
    data = paths.data_folder(folder)
    counter = load_settings(data).counter
    if is_joined(data):
        from wijkwijzer_desktop.bootstrap.joining import joined_stores

        stores = joined_stores(data, follows=True)
        return Outcomes(stores.codes, CodeKey(data), stores.catalogue, stores.flags, SystemClock(), counter)
    catalogue, _ = open_shelves(data)
    return Outcomes(open_codes(data), CodeKey(data), catalogue, open_workbench(data), SystemClock(), counter)
