"""The typefaces on paper: loaded once, with what each character is wide and which font can draw it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category, combining

from wijkwijzer_desktop.slip.characters import JOINERS
from wijkwijzer_desktop.slip.embedding import WholeFont, whole_font

NO_BREAK_SPACE = "\u00a0"
EM = 1000
# Each glyph is known to reportlab by a character of Unicode's private use area as well, counted from here.
PRIVATE = 0xE000
_ALEF = "\u0627"


class Face(StrEnum):
    """A weight of the typeface. The value is the name under which reportlab knows its Latin font."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"

    def of(self, family: str) -> str:
        """The name of the font of this weight in a family of another script."""
        return f"{family}-{self.rpartition('-')[2]}"


# In the order in which a font for a character is looked for.
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One font file. name: as reportlab knows it. glyphs: number of the glyph for each character.

    advances: of each glyph, in thousandths of an em. shaper: the same font in HarfBuzz; scale: ems in its unit.
    whole: where its letters join and run from the right, how a slip carries it; None where reportlab does that. plain: what
    looks the same whatever stands beside it.
    """

    name: str
    glyphs: Mapping[str, int] = field(repr=False)
    advances: Mapping[int, int] = field(repr=False)
    shaper: Any = field(repr=False)
    scale: float
    whole: WholeFont | None
    plain: frozenset[str] = field(repr=False)

    def code(self, letter: str, number: int) -> tuple[str, bool]:
        """How a page names a glyph, and whether that says of itself that it stands for this letter."""
        if self.whole:
            return chr(number), self.whole.letters.get(number) == letter
        says = self.glyphs.get(letter) == number
        return letter if says else chr(PRIVATE + number), says


@dataclass(frozen=True, slots=True)
class Fonts:
    """widths: for each face, character to advance in thousandths of an em, of what needs no shaping.

    cuts: for each face its fonts, in the order of `FAMILIES`. covered: what can be drawn, with a bit for each family that can.
    plain: what of that can be drawn wherever it stands, a space too.
    """

    widths: Mapping[Face, Mapping[str, float]]
    cuts: Mapping[Face, tuple[Cut, ...]]
    covered: Mapping[str, int]
    plain: frozenset[str]


@cache
def load_fonts(folder: Path) -> Fonts:
    """Read every face of every family, once per process and folder, and make them known to reportlab.

    Raises FileNotFoundError naming the file that is missing.
    """
    cuts = {face: tuple(_load(folder, face.of(family)) for family in FAMILIES) for face in Face}
    covered: dict[str, int] = {}
    for bit, family in enumerate(zip(*cuts.values(), strict=True)):
        for character in frozenset.intersection(*(frozenset(cut.glyphs) for cut in family)):
            covered[character] = covered.get(character, 0) | 1 << bit
    plain = frozenset(c for c in covered if c == " " or not (combining(c) or c in JOINERS or c.isspace()))
    return Fonts({face: _widths(cuts[face][0]) for face in Face}, cuts, covered, plain)


def _load(folder: Path, name: str) -> Cut:
    import uharfbuzz
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    path = folder / f"{name}.ttf"
    if not path.is_file():
        raise FileNotFoundError(path)
    # Only the first family is asked for Latin letters; the others need no room for them.
    font = TTFont(name, str(path), asciiReadable=name in set(Face), shapable=False)
    pdfmetrics.registerFont(font)
    face = font.face
    glyphs = {chr(code): glyph for code, glyph in face.charToGlyph.items() if code in face.charWidths and _is_drawn(chr(code))}
    shaper = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    scale = 1 / shaper.face.upem
    # Whole numbers, which are quicker to write.
    advances = {glyph: round(shaper.get_glyph_h_advance(glyph) * scale * EM) for glyph in range(face.numGlyphs)}
    # Forms that shaping chooses have no character; the same number each time keeps the bytes of a slip the same.
    for glyph, advance in advances.items():
        face.charToGlyph[PRIVATE + glyph] = glyph
        face.charWidths[PRIVATE + glyph] = advance
    whole = whole_font(face, glyphs, advances, shaper, PRIVATE) if _ALEF in glyphs else None
    plain = frozenset(c for c in glyphs if not combining(c) and c not in JOINERS) if name in set(Face) else frozenset()
    return Cut(name, glyphs, advances, shaper, scale, whole, plain)


def _is_drawn(character: str) -> bool:
    return category(character) not in {"Cc", "Cf"} or character in JOINERS


def _widths(cut: Cut) -> dict[str, float]:
    widths: dict[str, float] = {character: cut.advances[cut.glyphs[character]] for character in cut.plain}
    return widths | {NO_BREAK_SPACE: widths[" "]}
