"""Keeps a name, number, time or address in its own direction inside a sentence of the other direction."""

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"
ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


def isolated(text: str) -> str:
    """For what fills a gap in a sentence: it takes the direction of its own first letter; left to right without one."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def left_to_right(text: str) -> str:
    """For a phone number, an address or a Latin name that stands alone where lines run from the right."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def right_to_left(text: str) -> str:
    """For a phrase made of parts that are isolated themselves: only it knows in which order they belong."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def without_isolates(text: str) -> str:
    """As it was before."""
    return text.translate(ISOLATES)
