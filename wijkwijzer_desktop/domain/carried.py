"""What the machine-readable code on a paper holds: the slip code, and the worries to go on with if the visitor wants that.

Only capitals, digits, "/", "." and "-": small in a QR code, and the same on every keyboard that a scanner takes itself for. The
paper is the only place where it is.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wijkwijzer_desktop.domain.concern import Topic
from wijkwijzer_desktop.domain.errors import CarriedRefusedError
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.domain.slip import ALPHABET, CODE_LENGTH, is_code

# What it begins with: whose it is, and how it is written.
MARK = "WW1"
# More worries than these make a code that a cheap scanner can't read.
MOST_TOPICS = 6
LONGEST_TOPIC = 24
CHECK_LENGTH = 3
LONGEST = len(MARK) + CODE_LENGTH + CHECK_LENGTH + 3 + MOST_TOPICS * (LONGEST_TOPIC + 1)

_TOPIC = re.compile(r"[A-Z0-9][A-Z0-9.-]*")


@dataclass(frozen=True, slots=True)
class Carried:
    """code: slip code, "K7QM-3H". topics: ids in the visitor's order, none where the visitor didn't want them on paper."""

    code: str
    topics: tuple[str, ...] = ()


def carried_text(code: str, topics: Iterable[str] = ()) -> str:
    """What the code on the paper holds. A topic whose id can't be written so, or that is one too many, is left out. Raises
    CarriedRefusedError where `code` is no slip code."""
    if not is_code(code):
        raise CarriedRefusedError(reason="code")
    fitting = dict.fromkeys(t.upper() for t in topics if t == t.lower() and _is_topic(t.upper()))
    body = "/".join((MARK, _plain(code), *tuple(fitting)[:MOST_TOPICS]))
    return f"{body}/{_check(body)}"


def parse_carried(text: str) -> Carried:
    """What was scanned or typed: the whole text, or a slip code alone. Raises CarriedRefusedError; reason: not-ours, or code for
    one that was read or typed wrong."""
    if len(text) > 2 * LONGEST or not text.isascii():
        raise CarriedRefusedError(reason="not-ours")
    plain = "".join(text.upper().split())
    if is_code(plain):
        return Carried(_written(_plain(plain)))
    mark, *rest = plain.split("/")
    if mark != MARK or len(rest) < 2:
        raise CarriedRefusedError(reason="not-ours" if "/" in plain else "code")
    code, *topics, check = rest
    whole = is_code(code) and _plain(code) == code and len(topics) <= MOST_TOPICS and all(map(_is_topic, topics))
    if not whole or check != _check(plain[: -len(check) - 1]):
        raise CarriedRefusedError(reason="code")
    return Carried(_written(code), tuple(dict.fromkeys(topic.lower() for topic in topics)))


def known_topics(carried: Carried, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Those of the paper that this counter still knows and that aren't discreet, in their order. topics: by id."""
    return tuple(id_ for id_ in carried.topics if id_ in topics and not topics[id_].discreet)


def tiles_of(topic_ids: Iterable[str], topics: Mapping[str, Topic], begin: Question) -> frozenset[str]:
    """Options of the first question that lead to these topics. topics: by id."""
    touched = {topics[id_].parent or id_ for id_ in topic_ids if id_ in topics}
    return frozenset(option.id for option in begin.options if option.id in touched)


def _is_topic(text: str) -> bool:
    return len(text) <= LONGEST_TOPIC and _TOPIC.fullmatch(text) is not None


def _plain(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _written(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


def _check(body: str) -> str:
    """Three characters of the alphabet: finds what a keyboard that types too fast loses."""
    rest, found = zlib.crc32(body.encode("ascii")), ""
    for _ in range(CHECK_LENGTH):
        rest, place = divmod(rest, len(ALPHABET))
        found += ALPHABET[place]
    return found
