"""What every widget is made with: the theme, the size of the letters, the words."""

from PySide6.QtGui import QFont, QFontMetrics

from wijkwijzer_desktop.ui.theme import FAMILY, LARGE, Theme, Type, style_sheet
from wijkwijzer_desktop.ui.translated import Words

# The screen that the sizes of the theme are for, and how much larger they may get by themselves.
DESIGNED = (1280, 800)
MOST_FIT = 1.35
# From this width on, large letters have room for as many columns as small ones.
WIDE = 1600


class Kit:
    """One for a window. large: whether the visitor asked for large letters. fit: how much larger the screen is."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self.theme = theme
        self.words = words
        self.large = False
        self.fit = 1.0
        self._width = DESIGNED[0]
        # Every button asks at every painting.
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetrics]] = {}

    def fit_to(self, width: int, height: int) -> bool:
        """Fill a larger screen with larger letters; whether that changed anything. Sizes in pixels."""
        fit = max(1.0, min(width / DESIGNED[0], height / DESIGNED[1], MOST_FIT))
        changed = fit != self.fit
        self.fit = fit
        self._width = width
        return changed

    @property
    def scale(self) -> float:
        """What the theme's lengths are multiplied by."""
        return self.fit * (LARGE if self.large else 1.0)

    def px(self, length: int) -> int:
        """A length of the theme at the size in use, in device-independent pixels."""
        return round(length * self.scale)

    @property
    def crowded(self) -> bool:
        """Whether large letters leave less room than small ones have."""
        return self.large and self._width < WIDE * self.fit

    def font(self, size: Type, *, bold: bool = False) -> QFont:
        """A font for what is painted by hand."""
        return self._font(size, bold=bold)[0]

    def metrics(self, size: Type, *, bold: bool = False) -> QFontMetrics:
        """Measures that font."""
        return self._font(size, bold=bold)[1]

    def _font(self, size: Type, *, bold: bool) -> tuple[QFont, QFontMetrics]:
        asked = (self.px(size), bold)
        known = self._fonts.get(asked)
        if known is None:
            font = QFont(FAMILY)
            font.setPixelSize(asked[0])
            font.setBold(bold)
            known = self._fonts[asked] = (font, QFontMetrics(font))
        return known

    def sheet(self) -> str:
        """The style sheet at the size in use."""
        return style_sheet(self.theme, self.scale)
