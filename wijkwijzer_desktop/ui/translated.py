"""Words of the window: the one place where a language is switched, and the mixin that follows it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTranslator

from wijkwijzer_desktop.i18n.translator import Translator


class Words(QTranslator):
    """The translator in use. Qt asks it too and gets nothing, so that all words come from gettext.

    `translate` is left as it is: it has nothing to give.
    """

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.translator = translator
        # What is said in danger stands there in Dutch too.
        self.dutch = Translator()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """False: Qt leaves out an empty translator and then sends no LanguageChange."""
        return False

    def text(self, message: str, /, **values: object) -> str:
        """A sentence of the program in the language in use."""
        return self.translator.text(message, **values)

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for this count."""
        return self.translator.plural(one, many, count)

    @property
    def right_to_left(self) -> bool:
        """Whether lines begin on the right now."""
        return self.translator.language.right_to_left

    def use(self, translator: Translator) -> None:
        """Switch: every Translated widget says its words anew."""
        app = QCoreApplication.instance()
        if app is None or translator is self.translator:
            return
        self.translator = translator
        direction = Qt.LayoutDirection.RightToLeft if translator.language.right_to_left else Qt.LayoutDirection.LeftToRight
        app.setLayoutDirection(direction)  # type: ignore[attr-defined]
        app.removeTranslator(self)
        app.installTranslator(self)
        # Now, so that whoever asked for it can go on with all words said.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


class Translated:
    """For a widget whose own words are set in `retranslate` only, which its `__init__` calls at the end."""

    def retranslate(self) -> None:
        """Say all own words in the language in use."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]
