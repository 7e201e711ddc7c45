"""What every widget is made with: the theme, the size of the letters, the words."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.theme import FAMILIES, FAMILY_OF, LARGEST, NORMAL, Theme, Type, sized, style_sheet
from wijkwijzer_desktop.ui.translated import Words

# The screen that the sizes of the theme are for, and how much larger they may get by themselves.
DESIGNED = (1280, 800)
MOST_FIT = 1.35
# From this width on, large letters have room for as many columns as small ones.
WIDE = 1600


class Kit:
    """One for a window. letters: how large the visitor asked them to be, NORMAL, LARGE or LARGEST of the theme.
    fit: how much larger the screen is than the one it is designed for."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self.theme = theme
        self.words = words
        self.letters = NORMAL
        self.fit = 1.0
        self.width = DESIGNED[0]
        # Every button asks at every painting.
        self._fonts: dict[tuple[int, bool, str], tuple[QFont, QFontMetrics]] = {}

    def fit_to(self, width: int, height: int) -> bool:
        """Fill a larger screen with larger letters; whether that changed anything. Sizes in pixels."""
        fit = max(1.0, min(width / DESIGNED[0], height / DESIGNED[1], MOST_FIT))
        changed = fit != self.fit
        self.fit = fit
        self.width = width
        return changed

    @property
    def large(self) -> bool:
        """Whether the letters are larger than usual."""
        return self.letters > NORMAL

    @property
    def scale(self) -> float:
        """What the sizes of letters are multiplied by."""
        return self.fit * self.letters

    def px(self, length: int) -> int:
        """A length of the theme at the size in use, in device-independent pixels."""
        return sized(length, self.fit, self.letters)

    @property
    def crowded(self) -> bool:
        """Whether large letters leave less room than small ones have."""
        return self.large and (self.letters >= LARGEST or self.width < WIDE * self.fit)

    def font(self, size: Type, *, bold: bool = False, script: str = "") -> QFont:
        """A font for what is painted by hand. script: ISO 15924, of words that are surely written in it."""
        return self._font(size, bold=bold, script=script)[0]

    def metrics(self, size: Type, *, bold: bool = False, script: str = "") -> QFontMetrics:
        """Measures that font."""
        return self._font(size, bold=bold, script=script)[1]

    def _font(self, size: Type, *, bold: bool, script: str) -> tuple[QFont, QFontMetrics]:
        asked = (self.px(size), bold, script)
        known = self._fonts.get(asked)
        if known is None:
            font = QFont()
            # Looking for a letter beyond the first family takes a while; the first screen has no time for that.
            font.setFamilies(([FAMILY_OF[script]] if script in FAMILY_OF else []) + list(FAMILIES))
            font.setPixelSize(asked[0])
            font.setBold(bold)
            known = self._fonts[asked] = (font, QFontMetrics(font))
        return known

    def dress(self, widget: QWidget) -> None:
        """The one place where a style sheet is set: for a window, or what has letters and words of its own within one."""
        widget.setStyleSheet(self.sheet())

    def sheet(self) -> str:
        """The style sheet at the size in use."""
        return style_sheet(self.theme, self.fit, self.letters)
