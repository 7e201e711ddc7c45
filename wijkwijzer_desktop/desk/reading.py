"""Reading aloud: what is said, so that it sounds as a person would say it."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import count

from wijkwijzer_desktop.desk.ports import Listener
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.languages import DUTCH, Language

LATIN = DUTCH.script

# Numbers to call: 053-1234567, 088 766 36 66, +31 53 123 45 67, 0800-2000, 14 053, 116 123, 112. Never a time, a year, a price.
_TO_CALL = re.compile(
    r"(?<![\w.,:/-])(?:(?:\+31|0)[ -]?\d(?:[ -]?\d){4,10}|14[ -]0\d{2,3}|116[ -]\d{3}|11[234])(?![\w/:-])(?![.,]\d)"
)
# Digits that are said in one breath.
_BREATH = 3
_BREAK = re.compile(r"\s*\n\s*")
_WITHOUT_END = re.compile(r"(?<=[^\s.!?…:;,])\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """language: the code of the voice that says it. text: as it is said."""

    language: str
    text: str


def voice_for(text: str, language: Language) -> str:
    """Code of the voice for a text on a page in this language. A name or a sentence in Latin letters where the language
    has others is Dutch: what has no translation stays so."""
    letters = [letter for letter in text if letter.isalpha()]
    if language.script == LATIN or not letters:
        return language.code
    return DUTCH.code if all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) else language.code


def spoken(text: str) -> str:
    """A text of the screen for a voice: numbers to call digit by digit, a pause where a line ends."""
    text = _WITHOUT_END.sub(". ", without_isolates(text).strip())
    text = _BREAK.sub(" ", text).replace(" · ", ", ").replace("…", ".")
    return _TO_CALL.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    """With a pause between the groups that it is written in; one without any is cut in threes."""
    groups = re.split(r"[ -]", found.group().replace("+", "00"))
    if len(groups) == 1:
        groups = [groups[0][start : start + _BREATH] for start in range(0, len(groups[0]), _BREATH)]
    return ", ".join(" ".join(group) for group in groups)


class Silence:
    """A computer that says nothing: where the settings want no voice, and where nobody gave one."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def open(self, listener: Listener) -> None:
        """There is nothing to look for."""

    def languages(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def say(self, language: str, text: str) -> int:  # noqa: ARG002 - as of every Speaker
        """Nothing."""
        return next(self._numbers)

    def stop(self) -> None:
        """It is silent."""

    def forget(self) -> None:
        """It knows nothing."""

    def close(self) -> None:
        """It has nothing to close."""
