"""The languages that can be chosen. For now Dutch, the source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """code: BCP 47. own_name: in its own script. direction: "ltr" or "rtl"."""

    code: str
    own_name: str
    direction: str = "ltr"


DUTCH = Language("nl", "Nederlands")
LANGUAGES = (DUTCH,)


def language(code: str) -> Language:
    """The language with this code; Dutch where we don't have it."""
    return next((known for known in LANGUAGES if known.code == code), DUTCH)
