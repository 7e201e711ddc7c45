"""For every test: no display, no real printer, no data of whoever runs them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.cups import CUPSD, PrintServer, print_server

# Before Qt is loaded anywhere. A test marked x11 starts programs with a display of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "UTC"

# The same examples each time, and no folder with the failed ones: a slow computer is no failure either. So many of them that the
# whole suite stays within minutes; a rule that needs more says so itself.
EXAMPLES = int(os.environ.get("WIJKWIJZER_EXAMPLES", "30"))
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
settings.register_profile("suite", max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=PHASES)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data goes to a folder of the test; printing, if anybody tries, to where no server listens."""
    monkeypatch.setenv("WIJKWIJZER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("WIJKWIJZER_DATABASE_URL", raising=False)
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")


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
