"""Staff at computers of one municipality, over a real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.central_database import MANAGER, CentralDatabase
from tests.fakes import SERVICES, SMALL_PACK, a_service
from wijkwijzer_desktop.bootstrap import open_office, open_staff
from wijkwijzer_desktop.bootstrap.published import snapshots
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.desk.office import Office, Shared
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level
from wijkwijzer_desktop.domain.staff import Pin
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.line import CentralLine
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.packs import StoredPacks

PIN = "274905"
ENTRIES = (*SERVICES, *(a_service(f"werk-{number:02}", f"Werk {number}", ()) for number in range(20)))
LAYERS = Layers((Layer("enschede", "Enschede", Level.MUNICIPALITY),))


@dataclass
class Offices:
    """central: with a small catalogue in it. folder: below it each computer has its own."""

    central: CentralDatabase
    folder: Path
    monkeypatch: pytest.MonkeyPatch
    opened: dict[str, Office] = field(default_factory=dict)

    def publish(self) -> None:
        """As a manager does."""
        engine = open_database(self.central.address(MANAGER))
        StoredCatalogue(engine).replace_all(ENTRIES, LAYERS)
        StoredPacks(engine, pack_to_json, pack_from_json).publish(SMALL_PACK)
        engine.dispose()

    def data(self, computer: str) -> Path:
        """Where its data lies."""
        return self.folder / computer

    def fetch(self, computer: str) -> None:
        """As its courier does."""
        folder = snapshots(self.data(computer))
        link = PostgresServer(self.central.address(computer)).link()
        link.fetch(folder.newest(), folder.next())
        link.close()

    def come_in(self, computer: str) -> Office:
        """A manager is logged in at this computer, which has fetched what is published."""
        office = self.opened.get(computer)
        self.monkeypatch.setenv("WIJKWIJZER_DATABASE_URL", self.central.address(computer))
        if office is None:
            data = self.data(computer)
            self.fetch(computer)
            open_staff(data, nobody).begin("Marja", Pin(PIN))
            office = self.opened[computer] = open_office(data, nobody)
            office.room.log_in(Pin(PIN))
        # The first time with the address of this computer, and not that of the next.
        shared(office).reaching.look()
        return office

    def close(self) -> None:
        """No connection is left open."""
        for office in self.opened.values():
            line = shared(office).reaching._line
            assert isinstance(line, CentralLine)
            line.engine().dispose()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nobody can come to the database, and who was there is sent away."""
        name = self.central.name
        self.central.server.run(
            f"ALTER DATABASE {name} ALLOW_CONNECTIONS false; "
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        )
        try:
            yield
        finally:
            self.central.server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def nobody() -> None:
    """No visit is under way."""


def shared(office: Office) -> Shared:
    """What goes with the server; it is there."""
    assert office.shared is not None
    return office.shared
