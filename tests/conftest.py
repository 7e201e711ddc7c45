"""For every test: no display, no real printer, no data of whoever runs them."""

import gc
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from tests.cups import CUPSD, PrintServer, print_server

if TYPE_CHECKING:
    from tests.central_database import CentralDatabase
    from tests.postgres import Postgres

Shipped = Callable[[Path], Path]

ROOT = Path(__file__).parents[1]
CENTRAL_GROUP = pytest.mark.xdist_group("central")

# Where nothing compiled may lie beside the sources, it lies apart: else each of the programs that tests start compiles all
# libraries again.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(ROOT / ".pytest_cache" / "compiled")
    sys.dont_write_bytecode = False

# Before Qt is loaded anywhere. A test marked x11 starts programs with a display of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "UTC"

# The same examples each time, and no folder with the failed ones: a slow computer is no failure either. So many of them that the
# whole suite stays within minutes; a rule that needs more says so itself.
EXAMPLES = int(os.environ.get("WIJKWIJZER_EXAMPLES", "30"))
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
settings.register_profile("suite", max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=PHASES)
settings.load_profile("suite")


# What is collected stays until the end: to look through it again and again for what may go would take as long as to read it.
gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The server of the shared database stays with one worker: to start one takes as long as many of its tests."""
    for item in items:
        if "central_server" in getattr(item, "fixturenames", ()) and item.get_closest_marker("xdist_group") is None:
            item.add_marker(CENTRAL_GROUP)


def pytest_collection_finish() -> None:
    """From here on, what tests leave behind is cleared away as ever."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data goes to a folder of the test; printing, if anybody tries, to where no server listens."""
    monkeypatch.setenv("WIJKWIJZER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("WIJKWIJZER_DATABASE_URL", raising=False)
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Makes the folder of a counter where what comes with the program is in use; published once, since that takes a while."""
    from wijkwijzer_desktop import bootstrap, paths

    made = tmp_path_factory.mktemp("shipped")
    bootstrap.publish(paths.content(), *bootstrap.open_shelves(made))
    with closing(sqlite3.connect(made / bootstrap.DATABASE_FILE)) as database:
        whole = database.serialize()

    def into(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / bootstrap.DATABASE_FILE).write_bytes(whole)
        return folder

    return into


@pytest.fixture(scope="session")
def shared_print_server() -> Iterator[PrintServer]:
    """One server for all tests of this process; each makes queues of its own."""
    if CUPSD is None:
        pytest.skip("cupsd isn't installed (Debian: cups-daemon)")
    with print_server() as server:
        yield server


@pytest.fixture
def cups(shared_print_server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> PrintServer:
    """The server, and the program pointed at it."""
    monkeypatch.setenv("CUPS_SERVER", shared_print_server.address)
    return shared_print_server


@pytest.fixture(scope="session")
def central_server() -> Iterator["Postgres"]:
    """One server for all tests of this process, with the template of `central`."""
    from tests.central_database import install_template
    from tests.postgres import a_server

    with a_server() as server:
        install_template(server)
        yield server


@pytest.fixture
def central(central_server: "Postgres") -> Iterator["CentralDatabase"]:
    """A database of its own that counters share, with nothing published yet."""
    from tests.central_database import a_database

    with a_database(central_server) as database:
        yield database
