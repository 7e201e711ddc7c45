"""How an entry looks to a visitor: the real card and the real paper, as pictures that can't be touched."""

from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.entry_preview import Shown
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, FormScroll, IconButton, Picker
from wijkwijzer_desktop.ui.staff.toggles import RoomyToggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated, Words
from wijkwijzer_desktop.ui.visitor.preview import render_page
from wijkwijzer_desktop.ui.visitor.result_card import ResultCard
from wijkwijzer_desktop.ui.visitor.result_text import TALK, result_sections
from wijkwijzer_desktop.ui.widgets.button import TALL
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

CARD, PAPER = "card", "paper"
# About as wide as on the results page, in the theme's pixels.
CARD_WIDTH = 700
# No card is narrower than this; it is drawn smaller then.
NARROWEST = 600


class CardPicture:
    """Draws the card of the results page in another language than the window speaks."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._kit = kit
        # What only this card says; the words of the window stay as they are.
        self._own = Kit(kit.theme, Words(kit.words.translator))
        # Nothing else of it is ever on the screen.
        self._holder = Ground(kit, parent, "paper")
        self._holder.hide()
        self._card = ResultCard(self._own, self._holder)

    def draw(self, shown: Shown, room: int) -> QPixmap:
        """As wide as visitors see it, or less where there is less room, so that its letters stay large."""
        wording = shown.wording
        self._own.theme, self._own.fit, self._own.width = self._kit.theme, self._kit.fit, self._kit.width
        self._own.words.translator = wording.translator
        self._card.setLayoutDirection(_direction(wording))
        sections = result_sections(shown.advice, shown.referral, wording, {}, shown.at, discreet=True)
        text = next(section.services[0] for section in sections if section.id == TALK)
        self._card.fill(text)
        width = max(self._kit.px(NARROWEST), min(room, self._kit.px(CARD_WIDTH)))
        layout = self._card.layout()
        # Heights follow from widths, which the second round settles; the first is another, so that none stays from the last card.
        for wide in (width - 1, width, width):
            self._card.resize(wide, self._card.heightForWidth(wide))
            if layout is not None:
                layout.activate()
        return self._card.grab(QRect(0, 0, self._card.width(), self._card.height()))


def _direction(wording: Wording) -> Qt.LayoutDirection:
    rtl = wording.translator.language.right_to_left
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


class EntryLook(Translated, QWidget):
    """asked: it must be shown anew, in another language. grown: whether it takes the whole width."""

    asked = Signal()
    grown = Signal(bool)
    KINDS: ClassVar[tuple[str, ...]] = (CARD, PAPER)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._shown: Shown | None = None
        self._which = CARD
        self._page = 0
        self._large = False
        self.language = DUTCH.code
        self._chips = {which: RoomyToggle(kit, self) for which in self.KINDS}
        self.speaks = Picker(kit, self)
        self._size = IconButton(kit, self, icon="zoom-in")
        self._turn = DenseButton(kit, self)
        self._news = Label(self, "soft", live=True)
        self._scroll = FormScroll(kit, self)
        self._picture = QLabel(self._scroll.inside)
        self._card = CardPicture(kit, self)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.HALF)
        for chip in self._chips.values():
            head.addWidget(chip)
            chip.touched.connect(self._chosen)
        head.addWidget(self.speaks, 1)
        head.addWidget(self._size)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._picture)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        column.addWidget(self._news)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._turn)
        self.speaks.picked.connect(self._speak)
        self._size.clicked.connect(self._grow)
        self._turn.clicked.connect(self._turn_page)

    def retranslate(self) -> None:
        """What can be looked at."""
        t = self._kit.words.text
        names = {CARD: t("Kaartje"), PAPER: t("Papier")}
        for which, chip in self._chips.items():
            chip.fill("look", which, names[which], shape=Shape.CHIP)
            chip.choose(chosen=which == self._which)
        self.speaks.name(t("Taal van het voorbeeld"))
        self.speaks.fill([(known.code, known.own_name) for known in LANGUAGES], self.language)
        self._size.icon_name = "zoom-out" if self._large else "zoom-in"
        self._size.name(t("Kleiner zien") if self._large else t("Groter zien"))
        self._draw()

    def show_entry(self, shown: Shown | None, *, why: str = "") -> None:
        """As it is now. why: it can't be shown."""
        self._shown = shown
        self._news.say(why)
        self._draw()

    def clear(self) -> None:
        """Nothing."""
        self._page = 0
        self.language = DUTCH.code
        if self._large:
            self._grow()
        self.show_entry(None)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another room, another picture."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        shown = self._shown
        pages = shown.paper.pages if shown is not None and self._which == PAPER else 0
        self._turn.setVisible(pages > 1)
        self._page = min(self._page, max(0, pages - 1))
        self._turn.say(self._kit.words.text("Naar bladzijde {page}", page=(self._page + 1) % max(1, pages) + 1))
        self._picture.setVisible(shown is not None)
        self._picture.setPixmap(QPixmap() if shown is None else self._drawn(shown))

    def _drawn(self, shown: Shown) -> QPixmap:
        room = self._scroll.viewport().width()
        ratio = self.devicePixelRatioF()
        self._picture.setAccessibleName(f"{shown.step.service.name}. {shown.step.service.description}")
        if self._which == PAPER:
            return QPixmap.fromImage(render_page(shown.paper.pdf, self._page, QSize(max(room, 1), TALL), ratio))
        card = self._card.draw(shown, room)
        if room <= 0 or room >= card.width() / card.devicePixelRatio():
            return card
        drawn = card.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _chosen(self, _group: str, which: str) -> None:
        self._which = which
        self.retranslate()
        self._scroll.to_top()

    def _speak(self, code: str) -> None:
        self.language = code
        self.asked.emit()

    def _grow(self) -> None:
        self._large = not self._large
        self.retranslate()
        self.grown.emit(self._large)

    def _turn_page(self) -> None:
        pages = self._shown.paper.pages if self._shown is not None else 1
        self._page = (self._page + 1) % max(1, pages)
        self._draw()
        self._scroll.to_top()
