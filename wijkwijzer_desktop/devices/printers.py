"""All printers of this computer as one: those of the system, and receipt printers that have no driver."""

from wijkwijzer_desktop.desk.ports import Printer, PrinterState
from wijkwijzer_desktop.devices.escpos import SCHEME, EscposPrinter
from wijkwijzer_desktop.domain.paper import Paper


def has_driver(name: str) -> bool:
    """Whether the system prints there, by a queue of its own."""
    return not name.startswith(SCHEME)


class AllPrinters:
    """`desk.ports.Printer`; who prints follows from the name. system: prints where there is a driver."""

    def __init__(self, system: Printer, direct: Printer | None = None) -> None:
        self._system = system
        self._direct = direct or EscposPrinter()

    def _for(self, name: str) -> Printer:
        return self._system if has_driver(name) else self._direct

    def names(self) -> tuple[str, ...]:
        return (*self._system.names(), *self._direct.names())

    def state(self, name: str) -> PrinterState:
        return self._for(name).state(name)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        return self._for(name).submit(pdf, name, paper)

    def settle(self, job: int, name: str, seconds: float) -> None:
        self._for(name).settle(job, name, seconds)

    def cancel(self, job: int, name: str) -> None:
        self._for(name).cancel(job, name)
