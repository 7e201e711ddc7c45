"""Where a desk reads what visitors are told, and where it leaves what they add."""

from dataclasses import dataclass
from pathlib import Path

from wijkwijzer_desktop.desk.flagging import Flagging
from wijkwijzer_desktop.desk.outcomes import CodeShelf
from wijkwijzer_desktop.desk.ports import Tally
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.packs import StoredPacks


@dataclass(frozen=True, slots=True)
class Stores:
    """source: the file that catalogue and packs are read from, None where it isn't one of several."""

    catalogue: StoredCatalogue
    packs: StoredPacks
    tally: Tally
    flags: Flagging
    codes: CodeShelf
    source: Path | None = None
