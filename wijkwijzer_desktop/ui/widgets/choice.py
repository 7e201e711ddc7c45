"""One answer that can be touched: a card, a row or a chip, with a tick when it is chosen."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.widgets.button import Button, Kind

CARD_DISC = 96
ROW_DISC = 48
TICK = 28
BADGE = 22
CARD_HEIGHT = 200


class Shape(StrEnum):
    """CARD: pictogram above the words. ROW: beside them. TILE: a row that takes the least room. CHIP: words only."""

    CARD = "card"
    ROW = "row"
    TILE = "tile"
    CHIP = "chip"


class Choice(Button):
    """Made once, refilled for every question. touched: emitted with its question and value."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, kind=Kind.QUIET, size=Type.OPTION)
        self.question = ""
        self.value = ""
        self.shape = Shape.ROW
        self.domain = ""
        self.mark = ""
        self.setCheckable(True)
        self.clicked.connect(self._tell)

    def fill(self, question: str, value: str, words: str, *, icon: str = "", shape: Shape = Shape.ROW, domain: str = "") -> None:
        """Become another answer. question: its id, or what else it answers; value: option id; domain: for its tint."""
        self.disarm()
        self.question, self.value, self.shape, self.domain = question, value, shape, domain
        self.icon_name = "" if shape is Shape.CHIP else icon
        self.size_of_type = Type.BODY if shape is Shape.CHIP else Type.OPTION
        self.mark = ""
        self.say(words)
        self.choose(chosen=False)

    def clear(self) -> None:
        """Hold nothing of a visitor."""
        self.fill("", "", "")
        self.hide()

    def choose(self, *, chosen: bool) -> None:
        """Show it as chosen or not; tells nobody."""
        self.setChecked(chosen)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """What is chosen is the controller's to say."""

    def _tell(self) -> None:
        self.touched.emit(self.question, self.value)

    @property
    def _lit(self) -> bool:
        return self.isChecked() or self.isDown()

    def _disc(self) -> int:
        if not self.icon_name:
            return 0
        return self.kit.px(CARD_DISC if self.shape is Shape.CARD else ROW_DISC)

    def _icon_room(self) -> int:
        disc = self._disc()
        return disc + self.kit.px(Space.HALF) + 4 if disc and self.shape is not Shape.CARD else 0

    def _tick_room(self) -> int:
        return self.kit.px(TICK) if self.shape is Shape.ROW else 0

    def _pad(self) -> int:
        return self.kit.px(Space.HALF) + 6 if self.shape is Shape.TILE else self.kit.px(Space.ONE) + 2

    def words_rect(self) -> QRect:
        """Below the pictogram on a card, between pictogram and tick elsewhere."""
        if self.shape is Shape.CARD:
            top = self._card_top() + (self._disc() + self.kit.px(Space.ONE) if self._disc() else 0)
            return QRect(self._pad(), top, self.width() - 2 * self._pad(), self.height() - top)
        return super().words_rect().adjusted(0, 0, -self._tick_room(), 0)

    def _card_top(self) -> int:
        needed = self.words_needed(self.width() - 2 * self._pad()).height()
        whole = needed + (self._disc() + self.kit.px(Space.ONE) if self._disc() else 0)
        return max(self.kit.px(Space.ONE), (self.height() - whole) // 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the tick too."""
        hint = super().sizeHint()
        if self.shape is Shape.CARD:
            return QSize(hint.width(), self.heightForWidth(hint.width()))
        return QSize(hint.width() + self._tick_room(), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The longest word, and the tick."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() + self._tick_room(), hint.height())

    def height_for(self, width: int) -> int:
        """Cards hold the pictogram above the words."""
        if self.shape is Shape.TILE:
            room = width - 2 * self._pad() - self._icon_room()
            return max(self._least(), self.words_needed(room).height() + Space.HALF)
        if self.shape is not Shape.CARD:
            return super().height_for(width - self._tick_room())
        words = self.words_needed(width - 2 * self._pad()).height()
        disc = self._disc() + self.kit.px(Space.ONE) if self._disc() else 0
        return max(round(CARD_HEIGHT * self.kit.fit), words + disc + 2 * self.kit.px(Space.TWO))

    def paint_ground(self, painter: QPainter) -> None:
        """White, or chosen with a thick edge."""
        p = self.kit.theme.palette
        if self._lit:
            self.paint_round(painter, p.chosen, p.ink, 4)
        else:
            self.paint_round(painter, p.surface, p.edge, 2)

    def ink(self) -> str:
        """Of the words."""
        return self.kit.theme.palette.ink

    def paint_content(self, painter: QPainter) -> None:
        """Disc with pictogram, words, tick."""
        room = self.words_rect()
        disc = self._disc()
        if self.shape is Shape.CARD:
            if disc:
                self._paint_disc(painter, QPoint((self.width() - disc) // 2, self._card_top()), disc)
            needed = self.words_needed(room.width()).height()
            self.paint_words(painter, QRect(room.left(), room.top(), room.width(), needed), centred=True)
            self._paint_tick(painter, QPoint(self.width() - self.kit.px(TICK) - self.kit.px(Space.ONE), self.kit.px(Space.ONE)))
            return
        if disc:
            self._paint_disc(painter, QPoint(self._pad(), (self.height() - disc) // 2), disc)
        self.paint_words(painter, room, centred=self.shape is Shape.CHIP)
        if self.shape is not Shape.ROW:
            self._paint_tick(painter, QPoint(self.width() - self.kit.px(BADGE) - 2, 2), self.kit.px(BADGE))
            return
        self._paint_tick(
            painter, QPoint(self.width() - self.kit.px(TICK) - self._pad() + 2, (self.height() - self.kit.px(TICK)) // 2)
        )

    def _paint_disc(self, painter: QPainter, at: QPoint, size: int) -> None:
        tint = self.kit.theme.tint(self.domain)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawEllipse(mirrored(self.layoutDirection(), self.rect(), QRect(at, QSize(size, size))))
        icon = round(size * 0.56)
        self.paint_icon(painter, at + QPoint((size - icon) // 2, (size - icon) // 2), icon, tint.ink)

    def _paint_tick(self, painter: QPainter, at: QPoint, size: int = 0) -> None:
        if not self._lit:
            return
        size = size or self.kit.px(TICK)
        p = self.kit.theme.palette
        place = mirrored(self.layoutDirection(), self.rect(), QRect(at, QSize(size, size)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.main))
        painter.drawEllipse(place)
        if self.mark:
            painter.setPen(QColor(p.on_main))
            painter.setFont(self.kit.font(Type.BODY, bold=True))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.mark)
        else:
            icon = round(size * 0.72)
            inset = (size - icon) // 2
            self.paint_icon(painter, at + QPoint(inset, inset), icon, p.on_main, "check")
