"""The languages that a visitor can choose, in the order in which they are offered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """code: BCP 47. own_name: in its own script. direction: "ltr" or "rtl". script: ISO 15924."""

    code: str
    own_name: str
    direction: str = "ltr"
    script: str = "Latn"

    @property
    def right_to_left(self) -> bool:
        """Whether its lines begin on the right."""
        return self.direction == "rtl"


DUTCH = Language("nl", "Nederlands")
LANGUAGES = (
    DUTCH,
    Language("en", "English"),
    Language("de", "Deutsch"),
    Language("tr", "Türkçe"),
    Language("pl", "Polski"),
    Language("uk", "Українська", script="Cyrl"),
    Language("ar", "العربية", "rtl", "Arab"),
    Language("fa", "فارسی", "rtl", "Arab"),
    Language("ti", "ትግርኛ", script="Ethi"),
    Language("so", "Soomaali"),
    Language("ro", "Română"),
)


def language(code: str) -> Language:
    """The language with this code; Dutch where we don't have it."""
    return next((known for known in LANGUAGES if known.code == code), DUTCH)


def offered(codes: tuple[str, ...]) -> tuple[Language, ...]:
    """Those with these codes, in this order; all where none are named. Dutch is always among them: first where it isn't named."""
    if not codes:
        return LANGUAGES
    named = tuple(known for code in codes for known in LANGUAGES if known.code == code)
    return named if DUTCH in named else (DUTCH, *named)
