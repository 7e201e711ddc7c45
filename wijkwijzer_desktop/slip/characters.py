"""Characters that steer text and never draw anything."""

from wijkwijzer_desktop.i18n.isolation import ISOLATES

# Isolates, and the marks that stand for a letter of one direction.
DIRECTIONS = frozenset({*map(chr, ISOLATES), "\u200e", "\u200f", "\u061c"})
NO_DIRECTIONS = dict.fromkeys(map(ord, DIRECTIONS))
# Between two letters of Arabic script: joined, or not.
JOINERS = frozenset("\u200c\u200d")


def without_directions(text: str) -> str:
    """Only what is drawn, and joiners."""
    return text.translate(NO_DIRECTIONS)
