"""What is wrong with an entry, said in one touch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.i18n.catalogue_words import flag_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.volunteer.rows import Rows, RowText
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class FlagPane(Translated, QWidget):
    """chosen: id of the entry, value of a FlagReason. back: nothing is wrong after all."""

    chosen = Signal(str, str)
    back = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._service = ""
        self._name = Label(self, "strong", live=True)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._rows = Rows(kit, inside)
        self._back = Button(kit, inside, size=Type.BODY)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HALF)
        rows.addWidget(self._rows)
        rows.addWidget(self._back)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._name)
        column.addWidget(self._scroll, 1)
        self._rows.touched.connect(self._touched)
        self._back.clicked.connect(self.back)
        self.retranslate()

    def retranslate(self) -> None:
        """The way back."""
        self._back.say(self._kit.words.text("Terug naar zoeken"))

    @property
    def service(self) -> str:
        """Id of the entry that it is about; "" for none."""
        return self._service

    def fill(self, service: str, name: str) -> None:
        """About this entry. Its number comes first: that is what goes wrong most."""
        translator = self._kit.words.translator
        self._service = service
        self._name.say(translator.text("Wat klopt er niet aan {name}?", name=name))
        self._scroll.to_top()
        self._rows.fill("flag", [RowText(reason.value, flag_words(reason, translator)) for reason in FlagReason])

    def clear(self) -> None:
        """About nothing."""
        self._service = ""
        self._name.say("")
        self._rows.clear()

    def _touched(self, _group: str, reason: str) -> None:
        self.chosen.emit(self._service, reason)
