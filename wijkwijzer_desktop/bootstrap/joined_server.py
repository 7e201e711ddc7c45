"""The server that this counter shares with others."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.bootstrap.central import central_address
from wijkwijzer_desktop.desk.central import Link
from wijkwijzer_desktop.domain.central import Away
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError

if TYPE_CHECKING:
    from wijkwijzer_desktop.storage.central.reading import PostgresServer


@dataclass(frozen=True, slots=True)
class JoinedServer:
    """`desk.central.Server` and `desk.posting.Elsewhere`, by what this counter has joined at the moment of asking."""

    data: Path

    def link(self) -> Link:
        return self._server().link()

    def known(self, digests: tuple[str, ...], today: date) -> frozenset[str]:
        return self._server().known(digests, today)

    def _server(self) -> "PostgresServer":
        from wijkwijzer_desktop.storage.central.reading import PostgresServer

        try:
            address = central_address(self.data)
            if address is not None:
                return PostgresServer(address)
        except DatabaseUnusableError:
            raise CentralAwayError(away=Away.FAILED) from None
        raise CentralAwayError(away=Away.REFUSED)
