"""What an editor types in a field, checked one by one: a code of what is wrong, None where nothing is.

An empty field is never wrong here; whether it may be empty is for whoever asks.
"""

import re
from datetime import date
from urllib.parse import urlsplit

# Letters that no postcode has.
_NO_LETTERS = frozenset({"SA", "SD", "SS"})
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>\"(),:;\[\]\\]{1,64}@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
LONGEST_EMAIL = 254
LONGEST_PORT = 65535
OLDEST = 120


def postcode_problem(text: str) -> str | None:
    """`not-a-postcode` unless it is one of the Netherlands, with or without its space."""
    return "not-a-postcode" if text.strip() and not tidy_postcode(text) else None


def tidy_postcode(text: str) -> str:
    """As the catalogue has it: "7544DC"; "" where it is no postcode."""
    match = _POSTCODE.fullmatch(text.strip())
    if match is None or match[2].upper() in _NO_LETTERS:
        return ""
    return match[1] + match[2].upper()


def url_problem(text: str) -> str | None:
    """`not-https`, or `not-an-address` where no website can be there."""
    address = text.strip()
    if not address:
        return None
    if any(character.isspace() or not character.isprintable() for character in address):
        return "not-an-address"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "not-an-address"
    if parts.scheme != "https":
        return "not-https"
    right = _HOST.fullmatch(parts.hostname or "") and parts.username is None and parts.password is None
    return None if right and (port is None or 0 < port <= LONGEST_PORT) else "not-an-address"


def email_problem(text: str) -> str | None:
    """`not-an-email`."""
    address = text.strip()
    if not address:
        return None
    local = address.partition("@")[0]
    dots = local.startswith(".") or local.endswith(".") or ".." in local
    return "not-an-email" if dots or len(address) > LONGEST_EMAIL or not _EMAIL.fullmatch(address) else None


def date_problem(text: str) -> str | None:
    """`not-a-date` unless it is a day as people here type it: 24-11-2026."""
    return "not-a-date" if text.strip() and typed_date(text) is None else None


def typed_date(text: str) -> date | None:
    """The day that was typed; None for none, and for one that there is not."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def order_problem(first: date | None, last: date | None) -> str | None:
    """`dates-turned-round` where the last day comes before the first."""
    return "dates-turned-round" if first is not None and last is not None and last < first else None


def age_problem(text: str) -> str | None:
    """`not-an-age` unless it is a whole number of years that somebody can have."""
    return "not-an-age" if text.strip() and typed_age(text) is None else None


def typed_age(text: str) -> int | None:
    """The age that was typed; None for none, and for one that nobody has."""
    typed = text.strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 and int(typed) <= OLDEST else None
