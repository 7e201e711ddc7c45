"""The slip as blocks of text in one or two languages, not yet paper; and its code."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wijkwijzer_desktop.domain.sheet import SheetBlock
from wijkwijzer_desktop.domain.text import Text

# Without 0 O 1 I L 2 Z 5 S 8 B U V: nobody reads one for another.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 6
# Characters of a note: two lines on the narrowest paper but one.
NOTE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Header:
    """counter: its name; place: its address; at: when it was made; date: the same in words; code: slip code."""

    counter: str
    place: str
    at: datetime
    date: Text
    code: str


@dataclass(frozen=True, slots=True)
class UrgentBlock:
    """title: "Vandaag bellen". lines: what to do; numbers: large, each with whose it is."""

    title: Text
    lines: tuple[Text, ...]
    numbers: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class StepBlock:
    """One first step. number: from 1. concern: what it is for. name: of the service. lines: in order of
    weight, each a sentence. phone: large, "" if none. qr: what the code holds, "" for none."""

    number: int
    concern: Text
    name: str
    lines: tuple[Text, ...]
    phone: str = ""
    qr: str = ""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """when: "di 24 nov 12:00"; what: name; where: address and distance."""

    when: Text
    what: str
    where: Text


@dataclass(frozen=True, slots=True)
class ActivitiesBlock:
    title: Text
    rows: tuple[ActivityRow, ...]


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """What somebody at the counter typed for this one slip. text: as typed, one line, in whatever language."""

    title: Text
    text: str


@dataclass(frozen=True, slots=True)
class TalkBlock:
    """Who is always there: this counter."""

    title: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class WriteBlock:
    """Dotted lines to write on by hand, one a label."""

    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FooterBlock:
    lines: tuple[Text, ...]


Block = UrgentBlock | StepBlock | ActivitiesBlock | NoteBlock | TalkBlock | WriteBlock | FooterBlock | SheetBlock


@dataclass(frozen=True, slots=True)
class Slip:
    """language: BCP 47 code of the visitor's; "nl" means one column. direction: "ltr" or "rtl" of it."""

    header: Header
    blocks: tuple[Block, ...]
    language: str = "nl"
    direction: str = "ltr"


def note_line(text: str) -> str:
    """A note as it may be printed: one line, without what can't be seen, at most NOTE_LENGTH characters."""
    seen = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(seen.split())[:NOTE_LENGTH].rstrip()


def check_character(body: str) -> str:
    """Weighted sum modulo 23, which is prime: finds every single wrong character and every swap of two."""
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(body, start=2))
    return ALPHABET[-total % len(ALPHABET)]


def new_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """A random slip code, "K7QM-3H": five characters and a check character. Nobody can be found from it."""
    body = "".join(choose(ALPHABET) for _ in range(CODE_LENGTH - 1))
    code = body + check_character(body)
    return f"{code[:4]}-{code[4:]}"


def bare_code(text: str) -> str:
    """A slip code without what doesn't matter: spaces, dashes, small letters."""
    return "".join(text.upper().split()).replace("-", "")


def is_code(text: str) -> bool:
    """Whether somebody read a slip code right; what doesn't matter aside."""
    code = bare_code(text)
    return (
        len(code) == CODE_LENGTH and all(character in ALPHABET for character in code) and check_character(code[:-1]) == code[-1]
    )
