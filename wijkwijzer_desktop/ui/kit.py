"""What every widget is made with: the theme, the size of the letters, the words."""

from PySide6.QtGui import QFont

from wijkwijzer_desktop.ui.theme import FAMILY, LARGE, Theme, Type, style_sheet
from wijkwijzer_desktop.ui.translated import Words

# The screen that the sizes of the theme are for, and how much larger they may get by themselves.
DESIGNED = (1280, 800)
MOST_FIT = 1.35


class Kit:
    """One for a window. large: whether the visitor asked for large letters. fit: how much larger the screen is."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self.theme = theme
        self.words = words
        self.large = False
        self.fit = 1.0

    def fit_to(self, width: int, height: int) -> bool:
        """Fill a larger screen with larger letters; whether that changed anything. Sizes in pixels."""
        fit = max(1.0, min(width / DESIGNED[0], height / DESIGNED[1], MOST_FIT))
        changed = fit != self.fit
        self.fit = fit
        return changed

    @property
    def scale(self) -> float:
        """What the theme's lengths are multiplied by."""
        return self.fit * (LARGE if self.large else 1.0)

    def px(self, length: int) -> int:
        """A length of the theme at the size in use, in device-independent pixels."""
        return round(length * self.scale)

    def font(self, size: Type, *, bold: bool = False) -> QFont:
        """A font for what is painted by hand."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def sheet(self) -> str:
        """The style sheet at the size in use."""
        return style_sheet(self.theme, self.scale)
