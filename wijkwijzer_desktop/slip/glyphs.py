"""Text in a PDF: glyphs at their places, with the letters that they stand for."""

from typing import Any

from wijkwijzer_desktop.slip.embedding import embed
from wijkwijzer_desktop.slip.fonts import EM, Cut
from wijkwijzer_desktop.slip.marks import Ink, TextMark
from wijkwijzer_desktop.slip.shaping import Cluster, Glyph, Run

# Places nearer to each other than this, in ems, are one.
_NEAR = 0.0005
_NOWHERE = -1.0
_SPACE = " "
_INKS = {ink: " ".join(f"{part:g}" for part in ink.value) + " rg" for ink in Ink}


class GlyphPen:
    """Draws lines in one document of reportlab's. ActualText says what a glyph stands for where its font doesn't."""

    def __init__(self, document: Any) -> None:
        from reportlab.pdfbase import pdfmetrics

        self._reportlab = pdfmetrics
        self._document = document
        self._embedded: dict[str, str] = {}
        self._code: list[str] = []
        self._x = self._y = self._size = 0.0
        self._cut: Cut
        # As the page speaks of the font that was chosen last.
        self._font = ""
        # Codes that follow each other without a gap are written at once. Their begin and end, in ems from the line's left.
        self._waiting: list[str] = []
        self._begin = self._end = 0.0
        # Where a viewer stands by itself after what was written.
        self._stands = _NOWHERE

    def draw(self, mark: TextMark, code: list[str]) -> None:
        """A line of text. code: operators of the page, to be added to."""
        self._code, self._x, self._y, self._size = code, mark.x, mark.y, mark.size
        self._font, self._stands = "", _NOWHERE
        code += (_INKS[mark.ink], "BT")
        if mark.runs:
            self._runs(mark.runs)
        else:
            self._move(0.0, 0.0)
            self._letters(mark.face.value, mark.text)
        code.append("ET")

    def _runs(self, runs: tuple[Run, ...]) -> None:
        self._cut = runs[0].cut
        pen = 0.0
        for run in runs:
            if run.cut is not self._cut:
                self._flush()
                self._cut = run.cut
            if run.codes:
                self._string(run.codes, pen, run.width)
                pen += run.width
            for cluster in run.clusters:
                pen = self._cluster(cluster, pen, right_to_left=run.right_to_left)
        self._flush()

    def _cluster(self, cluster: Cluster, pen: float, *, right_to_left: bool) -> float:
        width = sum(glyph.advance for glyph in cluster.glyphs)
        first = cluster.glyphs[0]
        self._flush()
        if len(cluster.says) > 1 or len(cluster.glyphs) > 1:
            # Readers go by the place of each letter: what a ligature or a mark says is spread over its width.
            self._meant("", cluster, pen)
            self._spread(cluster.says[::-1] if right_to_left else cluster.says, pen, width)
        elif cluster.says:
            self._meant(cluster.says, cluster, pen)
        else:
            self._glyph(first, pen)
        return pen + width

    def _meant(self, letters: str, cluster: Cluster, pen: float) -> None:
        self._code.append(_says(letters))
        for glyph in cluster.glyphs:
            self._glyph(glyph, pen)
            pen += glyph.advance
        self._code.append("EMC")

    def _spread(self, letters: str, pen: float, width: float) -> None:
        share = width / len(letters)
        number = self._cut.glyphs[_SPACE]
        self._code.append(f"3 Tr {100 * share * EM / self._cut.advances[number]:.2f} Tz")
        for place, letter in enumerate(letters):
            self._code.append(_says(letter))
            self._write(chr(number) if self._cut.whole else _SPACE, pen + place * share, 0.0)
            self._code.append("EMC")
        self._code.append("0 Tr 100 Tz")
        self._stands = _NOWHERE

    def _glyph(self, glyph: Glyph, pen: float) -> None:
        self._write(glyph.code, pen + glyph.x, glyph.y)
        self._stands = _NOWHERE if glyph.y else pen + glyph.x + glyph.drawn

    def _string(self, codes: str, begin: float, width: float) -> None:
        if self._waiting and abs(self._end - begin) > _NEAR:
            self._flush()
        if not self._waiting:
            self._begin = begin
        self._waiting.append(codes)
        self._end = begin + width

    def _flush(self) -> None:
        if self._waiting:
            self._write("".join(self._waiting), self._begin, 0.0)
            self._stands = self._end
            self._waiting.clear()

    def _write(self, codes: str, x: float, y: float) -> None:
        if y or abs(self._stands - x) > _NEAR:
            self._move(x, y)
        if not self._cut.whole:
            self._letters(self._cut.name, codes)
            return
        if self._cut.name not in self._embedded:
            self._embedded[self._cut.name] = embed(self._cut.whole, self._document)
        self._choose(self._embedded[self._cut.name])
        self._code.append(f"<{_hex(codes)}> Tj")

    def _move(self, x: float, y: float) -> None:
        self._code.append(f"1 0 0 1 {self._x + x * self._size:.3f} {self._y + y * self._size:.3f} Tm")

    def _letters(self, name: str, letters: str) -> None:
        font = self._reportlab.getFont(name)
        for subset, part in font.splitString(letters, self._document):
            self._choose(font.getSubsetInternalName(subset, self._document))
            self._code.append(f"<{part.hex()}> Tj")

    def _choose(self, font: str) -> None:
        if font != self._font:
            self._font = font
            self._code.append(f"{font} {self._size:g} Tf")


def _says(letters: str) -> str:
    return f"/Span <</ActualText <FEFF{_hex(letters)}>>> BDC"


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex()
