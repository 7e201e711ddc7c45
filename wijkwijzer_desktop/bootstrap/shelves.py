"""The database of this counter, and what is put in use there."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.desk.drafting import Release
from wijkwijzer_desktop.desk.ports import Tally
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.packs import StoredPacks

if TYPE_CHECKING:
    from wijkwijzer_desktop.storage.outcomes import StoredCodes
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench

DATABASE_VARIABLE = "WIJKWIJZER_DATABASE_URL"
DATABASE_FILE = "wijkwijzer.sqlite"


def open_shelves(data: Path, *, looks_only: bool = False) -> tuple[StoredCatalogue, StoredPacks]:
    """Catalogue and packs of the database in this folder, or of WIJKWIJZER_DATABASE_URL.

    looks_only: nothing is made or written. Raises DatabaseUnusableError, DatabaseNewerError.
    """
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json

    engine = open_database(database_address(data), looks_only=looks_only)
    return StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json)


def database_address(data: Path) -> str:
    """Of the database of the counter whose data lies in this folder, as SQLAlchemy writes it; it may hold a password."""
    return os.environ.get(DATABASE_VARIABLE) or f"sqlite:///{data / DATABASE_FILE}"


def open_workbench(data: Path, *, looks_only: bool = False) -> "StoredWorkbench":
    """The catalogue entry by entry; what is changed there with an entry of the log is written in the log too. Blocks. Raises
    DatabaseUnusableError, DatabaseNewerError."""
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench

    return StoredWorkbench(open_database(database_address(data), looks_only=looks_only), KeyFile(data).stamp)


def open_networks(data: Path, *, looks_only: bool = False) -> StoredNetworks:
    """Who is behind the services; what is changed there is written in the log too. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    return StoredNetworks(open_database(database_address(data), looks_only=looks_only), KeyFile(data).stamp)


@dataclass(frozen=True, slots=True)
class Published:
    """kept: ids of entries, and of what is behind them, that were changed here, and stayed otherwise than they were published."""

    pack: Pack
    kept: tuple[str, ...]


def publish(
    content: Path, catalogue: StoredCatalogue, packs: StoredPacks, note: str = "", *, overwrite: bool = False
) -> Published:
    """Put a folder's questions, catalogue and network in use. All are read before any is written. note: what is said of it.
    overwrite: also what was changed here goes.

    Raises ContentRefusedError, CatalogueRefusedError; then nothing changed.
    """
    from wijkwijzer_desktop.content.catalogue import load_catalogue
    from wijkwijzer_desktop.content.files import load_pack, texts_in
    from wijkwijzer_desktop.content.layers import load_layers
    from wijkwijzer_desktop.content.network import load_network

    network = load_network(content)
    pack, texts, services, layers = load_pack(content), texts_in(content), load_catalogue(content), load_layers(content).layers
    kept: tuple[str, ...] = ()
    if overwrite:
        catalogue.replace_all(services, layers)
    else:
        kept = catalogue.publish(services, layers)
    kept += catalogue.networks().publish(network, overwrite=overwrite)
    packs.publish(pack, Release(texts, note, SystemClock().now()))
    return Published(pack, kept)


def open_tally(data: Path, *, looks_only: bool = False) -> Tally:
    """What is counted at this counter. Blocks. Raises DatabaseUnusableError, DatabaseNewerError."""
    from wijkwijzer_desktop.storage.tallies import StoredTallies

    return StoredTallies(open_database(database_address(data), looks_only=looks_only))


def open_codes(data: Path) -> "StoredCodes":
    """Codes of papers that may be brought back, and what was told then. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    from wijkwijzer_desktop.storage.outcomes import StoredCodes

    return StoredCodes(open_database(database_address(data)))
