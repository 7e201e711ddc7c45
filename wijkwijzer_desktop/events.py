"""What may stand in the log: names of events from this list, with names of types and numbers. Never words of a visit."""

import sys
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

LOGGER = "wijkwijzer"
LONGEST = 60


class Event(StrEnum):
    """Everything that is ever noted."""

    UNHANDLED = "unhandled"
    DESK_FAILED = "desk-failed"
    ADVICE_FAILED = "advice-failed"
    NUMBERS_FAILED = "numbers-failed"
    PAPER_FAILED = "paper-failed"
    PRINT_FAILED = "print-failed"
    VOICE_FAILED = "voice-failed"
    COUNTS_FAILED = "counts-failed"
    CODES_FAILED = "codes-failed"
    BACKUP_FAILED = "backup-failed"
    REFERRAL_FILE_FAILED = "referral-file-failed"
    CENTRAL_AWAY = "central-away"
    CENTRAL_FAILED = "central-failed"
    CENTRAL_FETCHED = "central-fetched"
    PARCEL_REFUSED = "parcel-refused"
    STAFF_LOG_FAILED = "staff-log-failed"


def note(event: Event, **details: str | int) -> None:
    """One line. details: names of types, files and codes, and numbers; anything else is left out of the line."""
    import logging

    pairs = (f"{name}={value if _is_name(str(value)) else '?'}" for name, value in details.items())
    logging.getLogger(LOGGER).error(" ".join((event, *pairs)))


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST and text.isascii() and all(c.isalnum() or c in "_.-" for c in text)


def note_unhandled(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    """An error that nobody caught: only its type and place, since its words may hold an answer."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = Path(trace.tb_frame.f_code.co_filename).name if trace is not None else "-"
    note(Event.UNHANDLED, type=kind.__name__, at=place, line=trace.tb_lineno if trace is not None else 0)


def hush() -> None:
    """From now on errors that nobody caught, in whichever thread, are noted by type and place; Python shows their words."""
    import threading

    sys.excepthook = note_unhandled
    threading.excepthook = _in_thread
    sys.unraisablehook = _while_tidying


def _in_thread(what: "threading.ExceptHookArgs") -> None:
    note_unhandled(what.exc_type, what.exc_value, what.exc_traceback)


def _while_tidying(what: "sys.UnraisableHookArgs") -> None:
    note_unhandled(what.exc_type, what.exc_value, what.exc_traceback)
