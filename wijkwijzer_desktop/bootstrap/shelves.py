"""What this counter reads, what it writes to, and what is put in use there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.bootstrap.central import database_address, is_joined
from wijkwijzer_desktop.desk.drafting import Release
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.packs import StoredPacks

if TYPE_CHECKING:
    from wijkwijzer_desktop.storage.outcomes import StoredCodes
    from wijkwijzer_desktop.storage.tallies import StoredTallies
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench


def open_shelves(data: Path, *, looks_only: bool = False) -> tuple[StoredCatalogue, StoredPacks]:
    """Catalogue and packs as visitors get them: of the database of this counter, or the newest that was fetched from the server
    that it shares; before anything was, what came with the program.

    looks_only: nothing is made or written. Raises DatabaseUnusableError, DatabaseNewerError.
    """
    if not is_joined(data):
        return open_publishing(data, looks_only=looks_only)
    from wijkwijzer_desktop.bootstrap.published import make_ready, open_newest

    if not looks_only:
        make_ready(data)
    newest = open_newest(data)
    return newest.catalogue, newest.packs


def open_publishing(data: Path, *, looks_only: bool = False) -> tuple[StoredCatalogue, StoredPacks]:
    """Catalogue and packs where they are put in use: of the server where this counter shares one. Otherwise as `open_shelves`.
    Blocks."""
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json

    engine = open_database(database_address(data), looks_only=looks_only)
    return StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json)


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


def open_tally(data: Path, *, looks_only: bool = False) -> "StoredTallies":
    """What is counted at this counter. Blocks. Raises DatabaseUnusableError, DatabaseNewerError."""
    from wijkwijzer_desktop.storage.tallies import StoredTallies

    return StoredTallies(open_database(database_address(data), looks_only=looks_only))


def open_codes(data: Path) -> "StoredCodes":
    """Codes of papers that may be brought back, and what was told then. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    from wijkwijzer_desktop.storage.outcomes import StoredCodes

    return StoredCodes(open_database(database_address(data)))
