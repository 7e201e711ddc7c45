"""The thread in which a courier goes round."""

import threading
from collections.abc import Callable

from wijkwijzer_desktop.desk.courier import Courier
from wijkwijzer_desktop.desk.delivering import Backoff
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.events import Event, note


class CourierThread:
    """Goes round with a courier until it is told to stop. make: builds it, in the thread: it may load and read much."""

    def __init__(self, make: Callable[[], Courier]) -> None:
        self._make = make
        self._stop = threading.Event()
        self._courier: Courier | None = None
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    def start(self) -> None:
        """Returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """It does nothing more from now on but end what it is at; nobody waits for that."""
        self._stop.set()
        courier = self._courier
        if courier is not None:
            courier.leave()

    def join(self, seconds: float) -> bool:
        """Whether it has ended within so long."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        backoff = Backoff()
        courier = None
        while courier is None and not self._stop.is_set():
            try:
                courier = self._courier = self._make()
            except (WijkwijzerError, OSError) as error:
                note(Event.CENTRAL_FAILED, type=type(error).__name__)
                backoff = backoff.failed()
                self._stop.wait(backoff.seconds(1.0))
        while courier is not None and not self._stop.is_set():
            self._stop.wait(courier.step())
        if courier is not None:
            courier.close()
