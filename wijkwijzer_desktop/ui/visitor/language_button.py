"""Another language: the button for what covers the bar that has one, and each language to choose."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.i18n.languages import Language
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape


class LanguageButton(Translated, Button):
    """clicked: shows the languages to choose from."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, kind=Kind.BAR, icon="language")
        self.retranslate()

    def retranslate(self) -> None:
        """The name of the language in use, in its own script."""
        self.say(self.kit.words.translator.language.own_name)


class LanguageChoice(Choice):
    """A language in its own script. touched: "language" and its code."""

    def __init__(self, kit: Kit, parent: QWidget, language: Language) -> None:
        super().__init__(kit, parent)
        self.language_offered = language
        self._script = language.script
        self.fill("language", language.code, language.own_name, shape=Shape.ROW)

    def _font(self) -> QFont:
        return self.kit.font(self.size_of_type, bold=True, script=self._script)

    def _metrics(self) -> QFontMetrics:
        return self.kit.metrics(self.size_of_type, bold=True, script=self._script)
