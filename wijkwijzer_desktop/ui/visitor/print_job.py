"""One paper on its way to the hand. Whoever leaves before it lies there takes it along: the job is cancelled."""

from threading import Event, Lock

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip


class PrintJob:
    """`submit`, `settle` and `cancel` block, each in a thread of its own; `leave` doesn't."""

    def __init__(self, desk: Desk, paper: PrintableSlip, printer: str) -> None:
        self._desk = desk
        self._printer = printer
        self._paper: PrintableSlip | None = paper
        self._lock = Lock()
        self._job: int | None = None
        self._left = Event()
        self._over = Event()

    @property
    def known(self) -> bool:
        """Whether the printer has it."""
        return self._job is not None

    @property
    def over(self) -> bool:
        """Whether it was cancelled, or never accepted: nothing of it can come out any more."""
        return self._over.is_set()

    def submit(self) -> None:
        """Hand the paper over. Where its visitor has left meanwhile, it is cancelled here: nobody may be there
        any more to ask for that. Raises PrinterError."""
        paper, self._paper = self._paper, None
        if paper is None or self._left.is_set():
            self._over.set()
            return
        job: int | None = None
        try:
            job = self._desk.submit(paper, self._printer)
        finally:
            if job is None:
                self._over.set()
        with self._lock:
            self._job = job
            left = self._left.is_set()
        if left:
            self.cancel()

    def settle(self) -> None:
        """Wait until it is printed. Raises PrinterError."""
        job = self._job
        if job is not None and not self._left.is_set():
            self._desk.settle(job, self._printer)

    def leave(self) -> bool:
        """Its visitor leaves. True where the job is known, so that whoever asks must see to its cancelling."""
        with self._lock:
            self._left.set()
            self._paper = None
            return self._job is not None

    def cancel(self) -> None:
        """Take it out of the printer's queue."""
        try:
            if self._job is not None:
                self._desk.cancel(self._job, self._printer)
        finally:
            self._over.set()

    def wait_until_over(self, seconds: float) -> None:
        """Until it is, so many seconds at most."""
        self._over.wait(seconds)
