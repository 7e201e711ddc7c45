"""The slip maker: a slip in, a PDF out, nothing kept."""

from itertools import chain
from pathlib import Path

from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.languages import DUTCH, language
from wijkwijzer_desktop.i18n.translator import MESSAGE_DOMAIN, Translator
from wijkwijzer_desktop.slip.drawing import draw
from wijkwijzer_desktop.slip.fonts import Fonts, load_fonts
from wijkwijzer_desktop.slip.layout import lay_out
from wijkwijzer_desktop.slip.marks import Page
from wijkwijzer_desktop.slip.printable import clean
from wijkwijzer_desktop.slip.shaping import Shaper


class ReportlabSlipMaker:
    """Makes slips with reportlab, which is imported with the first one. Keeps nothing of a slip."""

    def __init__(self, fonts: Path, translations: Path | None = None) -> None:
        """fonts: folder with the font files. translations: folder for the few words of the paper itself."""
        self._fonts = fonts
        self._translations = translations
        self._known: dict[str, Shaper] = {}

    def make(self, slip: Slip, paper: Paper, *, large: bool = False) -> PrintableSlip:
        """Lay out and draw. Raises FileNotFoundError where a font file is missing; any text is printable."""
        return self.make_all((slip,), paper, large=large)

    def make_all(self, slips: tuple[Slip, ...], paper: Paper, *, large: bool = False) -> PrintableSlip:
        """One file; each slip begins on a page of its own. Raises as `make`."""
        pages = tuple(page for slip in slips for page in self.placed(slip, paper, large=large))
        return PrintableSlip(draw(pages, DUTCH.code), len(pages))

    def placed(self, slip: Slip, paper: Paper, *, large: bool = False) -> tuple[Page, ...]:
        """The same pages as marks, not drawn: for tests and benchmarks. Raises as `make`."""
        fonts = load_fonts(self._fonts)
        words = _SheetWords(slip.language, self._translations)
        return lay_out(slip, paper, fonts, self._shaper(fonts, slip), words, large=large)

    def _shaper(self, fonts: Fonts, slip: Slip) -> Shaper:
        if slip.direction != "rtl":
            return Shaper(fonts)
        if slip.language not in self._known:
            # All that the program can say in this language at once: which of it was said to somebody isn't kept.
            known = self._known[slip.language] = Shaper(fonts)
            known.learn(_words_of(slip.language, self._translations, fonts))
        return self._known[slip.language].copy()


def _words_of(code: str, translations: Path | None, fonts: Fonts) -> set[str]:
    from babel.messages.mofile import read_mo

    path = (translations or Path()) / code / "LC_MESSAGES" / f"{MESSAGE_DOMAIN}.mo"
    if not path.is_file():
        return set()
    with path.open("rb") as file:
        catalogue = read_mo(file)
    texts = chain.from_iterable(m.string if isinstance(m.string, list | tuple) else (m.string,) for m in catalogue if m.id)
    words = {word for text in texts if text for word in clean(text, fonts, right_to_left=True).split(" ")}
    return {word for word in words if "{" not in word}


class _SheetWords:
    def __init__(self, code: str, translations: Path | None) -> None:
        self._dutch = Translator(DUTCH)
        self._own = Translator(language(code), translations)

    def __call__(self, page: int, pages: int) -> Text:
        dutch, own = (t.text("blad {page} van {pages}", page=page, pages=pages) for t in (self._dutch, self._own))
        return Text(dutch, own if without_isolates(own) != dutch else "")
