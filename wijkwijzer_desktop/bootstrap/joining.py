"""The stores of a counter that shares with others: it reads what was fetched, and what it adds goes by its outbox."""

from pathlib import Path

from wijkwijzer_desktop.bootstrap.central import own_address
from wijkwijzer_desktop.bootstrap.joined_server import JoinedServer
from wijkwijzer_desktop.bootstrap.published import Published, make_ready, open_newest, open_ready
from wijkwijzer_desktop.bootstrap.stores import Stores
from wijkwijzer_desktop.desk.outcomes import CodeShelf
from wijkwijzer_desktop.desk.posting import PostedCodes, PostedFlags, PostedTally
from wijkwijzer_desktop.desk.shelves import ToldShelf
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.outcomes import StoredCodes


def joined_stores(data: Path, *, follows: bool) -> Stores:
    """follows: reads whatever is the newest at each moment. Blocks; asks no server. Raises DatabaseUnusableError,
    DatabaseNewerError, ContentRefusedError."""
    published = _newest_of(data) if follows else open_ready(data)
    outbox = open_outbox(data)
    codes = posted_codes(data, published.told)
    return Stores(published.catalogue, published.packs, PostedTally(outbox), PostedFlags(outbox), codes, published.path)


def _newest_of(data: Path) -> Published:
    make_ready(data)
    return open_newest(data)


def open_outbox(data: Path) -> StoredOutbox:
    """What waits at this counter. Blocks. Raises DatabaseUnusableError, DatabaseNewerError."""
    return StoredOutbox(open_database(own_address(data)))


def posted_codes(data: Path, told: ToldShelf) -> CodeShelf:
    """Of papers of this counter and, where the server can be asked, of others. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    return PostedCodes(open_outbox(data), StoredCodes(open_database(own_address(data))), JoinedServer(data), told)
