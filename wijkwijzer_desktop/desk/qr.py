"""QR codes as modules: what may stand in one, and where its dark squares are."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST = 200
LONGEST_WORDS = 300
QUIET = 2
# Any mask is valid; trying all eight takes five times as long and scanners see no difference.
MASK = 2

_TEL = re.compile(r"tel:\+?[0-9]{3,15}")
_HTTPS_CHARACTERS = re.compile(r"https://[!-~]+")


@dataclass(frozen=True, slots=True)
class Code:
    """size: modules on a side, the quiet edge of 2 included. runs: dark stripes of one module high as
    (column, row, modules wide), row 0 on top, the quiet edge included."""

    size: int
    runs: tuple[tuple[int, int, int], ...]


def code_content(text: str) -> str | None:
    """What a code may hold: the text itself if it is a plain `https:` or `tel:` address, else None.

    Refused are every other scheme, hidden user names, anything but digits in `tel:` (a telephone obeys * and #), and
    over 200 characters.
    """
    if len(text) > LONGEST:
        return None
    if _TEL.fullmatch(text):
        return text
    return text if _HTTPS_CHARACTERS.fullmatch(text) and _is_plain_address(text) else None


def words_content(text: str) -> str | None:
    """The text itself where it is what a paper's own code may hold: on one line, and no more than 300 characters."""
    return text if 0 < len(text) <= LONGEST_WORDS and text.isprintable() else None


def _is_plain_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def encode(content: str) -> Code:
    """The code for content that `code_content` gave, or for plain words; with the middle error correction or better."""
    import segno

    matrix = segno.make(content, error="m", mask=MASK, micro=False).matrix
    runs: list[tuple[int, int, int]] = []
    for row, modules in enumerate(matrix):
        start = 0
        line = bytes(modules)
        while (start := line.find(1, start)) >= 0:
            end = line.find(0, start)
            end = len(line) if end < 0 else end
            runs.append((start + QUIET, row + QUIET, end - start))
            start = end
    return Code(len(matrix) + 2 * QUIET, tuple(runs))
