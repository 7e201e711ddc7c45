"""The typefaces on paper: loaded once, with what each character is wide."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

NO_BREAK_SPACE = "\u00a0"
EM = 1000


class Face(StrEnum):
    """A cut of the typeface. The value is the name under which reportlab knows it."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"


@dataclass(frozen=True, slots=True)
class Fonts:
    """widths: for each face, character to advance in thousandths of an em. covered: what every face can draw."""

    widths: Mapping[Face, Mapping[str, float]]
    covered: frozenset[str]


@cache
def load_fonts(folder: Path) -> Fonts:
    """Read `<face>.ttf` for every face, once per process and folder, and make them known to reportlab.

    Raises FileNotFoundError naming the file that is missing.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    widths: dict[Face, dict[str, float]] = {}
    for face in Face:
        path = folder / f"{face}.ttf"
        if not path.is_file():
            raise FileNotFoundError(path)
        font = TTFont(face.value, str(path), shapable=False)
        pdfmetrics.registerFont(font)
        advances = font.face.charWidths
        widths[face] = {chr(code): advances[code] for code in font.face.charToGlyph if code in advances}
        widths[face][NO_BREAK_SPACE] = widths[face][" "]
    return Fonts(widths, frozenset.intersection(*(frozenset(known) for known in widths.values())))
