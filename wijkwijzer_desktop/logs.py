"""The log of this counter: small files in the data folder, with nothing in them but the events of `events`.

Whatever else is logged, by any library, is refused: its words may hold an answer.
"""

import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.events import LOGGER, LONGEST, Event

if TYPE_CHECKING:
    from io import TextIOWrapper

FOLDER = "log"
NAME = "wijkwijzer.log"
BYTES, OLDER = 128 * 1024, 4
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
# The hour: enough to find a fault back, too little to find a visitor by.
FORMAT, HOUR = "%(asctime)s %(message)s", "%Y-%m-%dT%H"

_PAIR = rf"[a-z]+=(?:[A-Za-z0-9_.-]{{1,{LONGEST}}}|\?)"
_LINE = re.compile(rf"(?:{'|'.join(Event)})(?: {_PAIR})*")


class OnlyEvents(logging.Filter):
    """Lets through what `note` writes, and nothing else."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it may stand in the log."""
        plain = record.exc_info is None and record.stack_info is None and not record.args
        return plain and record.name == LOGGER and isinstance(record.msg, str) and _LINE.fullmatch(record.msg) is not None


class PrivateLog(RotatingFileHandler):
    """A few small files that only their owner can read. A disk that is full is no reason to stop, or to say anything."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / NAME, maxBytes=BYTES, backupCount=OLDER, encoding="ascii", delay=True)
        self.addFilter(OnlyEvents())
        self.setFormatter(logging.Formatter(FORMAT, HOUR))

    def _open(self) -> "TextIOWrapper":
        # Here, so that no folder is made before there is something to say.
        Path(self.baseFilename).parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        number = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
        return os.fdopen(number, "a", encoding="ascii")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Python's own would show the record."""


def keep_log(data: Path) -> None:
    """From now on, events go to files below this folder, and nothing that is logged goes anywhere else. Once is enough."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.addHandler(PrivateLog(data / FOLDER))
