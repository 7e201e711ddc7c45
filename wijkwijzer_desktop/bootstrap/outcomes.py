"""What is told of services when a paper is brought back, for a command and for upkeep."""

from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.shelves import open_codes, open_shelves, open_workbench
from wijkwijzer_desktop.desk.outcomes import Outcomes
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.codekey import CodeKey
from wijkwijzer_desktop.settings import load_settings


def open_outcomes(folder: Path | None = None) -> Outcomes:
    """At this computer's counter. Blocks. Raises SettingsRefusedError, DatabaseUnusableError, DatabaseNewerError."""
    data = paths.data_folder(folder)
    catalogue, _ = open_shelves(data)
    counter = load_settings(data).counter
    return Outcomes(open_codes(data), CodeKey(data), catalogue, open_workbench(data), SystemClock(), counter)
