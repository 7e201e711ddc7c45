"""What may stand in the log: names of events from this list, with names of types and numbers. Never words of a visit."""

from enum import StrEnum

LONGEST = 60


class Event(StrEnum):
    """Everything that is ever noted."""

    UNHANDLED = "unhandled"
    DESK_FAILED = "desk-failed"
    ADVICE_FAILED = "advice-failed"
    NUMBERS_FAILED = "numbers-failed"
    PAPER_FAILED = "paper-failed"
    PRINT_FAILED = "print-failed"


def note(event: Event, **details: str | int) -> None:
    """One line. details: names of types, files and codes, and numbers; anything else is left out of the line."""
    import logging

    pairs = (f"{name}={value if _is_name(str(value)) else '?'}" for name, value in details.items())
    logging.getLogger("wijkwijzer").error(" ".join((event, *pairs)))


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST and text.isascii() and all(c.isalnum() or c in "_.-" for c in text)
