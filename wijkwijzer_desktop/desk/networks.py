"""Who is behind the services, to read: for everybody at the counter."""

from typing import Protocol

from wijkwijzer_desktop.domain.network import Network


class Networks(Protocol):
    """The network as it is kept."""

    def current(self) -> Network:
        """As it is now; not read again as long as it stays the same. Blocks. Raises DatabaseUnusableError."""
        ...


class NoNetworks:
    """Nobody said anything of it."""

    def current(self) -> Network:
        return Network()
