"""Which way words run in a window that runs from the right."""

from unicodedata import bidirectional

from wijkwijzer_desktop.i18n.isolation import ISOLATES, POP_ISOLATE, left_to_right, websites_isolated

FROM_THE_RIGHT = frozenset({"R", "AL"})
STRONG = FROM_THE_RIGHT | {"L"}
RIGHT_TO_LEFT_MARK = "\u200f"


def in_own_direction(words: str, *, right_to_left: bool) -> str:
    """As they are shown. right_to_left: what the window does.

    A line without one letter that is written from the right is a number, a name, an address or a sentence that stayed
    Dutch: it keeps its order, and its full stop stays at its end. Every other sentence runs from the right, whatever it
    begins with; Qt would go by its first letter.
    """
    if not right_to_left:
        return words
    shown = "\n".join(_own(line) for line in words.split("\n"))
    return RIGHT_TO_LEFT_MARK + shown if _first_strong(shown) == "L" else shown


def _own(line: str) -> str:
    return websites_isolated(line) if any(bidirectional(letter) in FROM_THE_RIGHT for letter in line) else left_to_right(line)


def _first_strong(words: str) -> str:
    """Of what stands in no isolate; "" where nothing does."""
    depth = 0
    for letter in words:
        if ord(letter) in ISOLATES:
            depth += -1 if letter == POP_ISOLATE else 1
        elif depth == 0 and bidirectional(letter) in STRONG:
            return bidirectional(letter)
    return ""
