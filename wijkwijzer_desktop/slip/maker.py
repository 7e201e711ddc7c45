"""The slip maker: a slip in, a PDF out, nothing kept."""

from pathlib import Path

from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import Slip, Text
from wijkwijzer_desktop.i18n.languages import DUTCH, language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.slip.drawing import draw
from wijkwijzer_desktop.slip.fonts import load_fonts
from wijkwijzer_desktop.slip.layout import lay_out
from wijkwijzer_desktop.slip.marks import Page


class ReportlabSlipMaker:
    """Makes slips with reportlab, which is imported with the first one. Keeps nothing of a slip."""

    def __init__(self, fonts: Path, translations: Path | None = None) -> None:
        """fonts: folder with the font files. translations: folder for the few words of the paper itself."""
        self._fonts = fonts
        self._translations = translations

    def make(self, slip: Slip, paper: Paper, *, large: bool = False) -> PrintableSlip:
        """Lay out and draw. Raises FileNotFoundError where a font file is missing; any text is printable."""
        pages = self.placed(slip, paper, large=large)
        return PrintableSlip(draw(pages, DUTCH.code), len(pages))

    def placed(self, slip: Slip, paper: Paper, *, large: bool = False) -> tuple[Page, ...]:
        """The same pages as marks, not drawn: for tests and benchmarks. Raises as `make`."""
        return lay_out(slip, paper, load_fonts(self._fonts), _SheetWords(slip.language, self._translations), large=large)


class _SheetWords:
    def __init__(self, code: str, translations: Path | None) -> None:
        self._dutch = Translator(DUTCH)
        self._own = Translator(language(code), translations)

    def __call__(self, page: int, pages: int) -> Text:
        dutch, own = (t.text("blad {page} van {pages}", page=page, pages=pages) for t in (self._dutch, self._own))
        return Text(dutch, own if own != dutch else "")
