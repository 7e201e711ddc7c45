"""One answer that can be touched: a card, a row or a chip, with a tick when it is chosen."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.drawn import disc

CARD_DISC = 140
CARD_DISC_LOW = 72
ROW_DISC = 48
TICK = 28
CARD_TICK = 40
BADGE = 22
NUMBER = 22


class Shape(StrEnum):
    """CARD: pictogram above the words. ROW: beside them. TILE: a row that takes the least room. CHIP: words only."""

    CARD = "card"
    ROW = "row"
    TILE = "tile"
    CHIP = "chip"


SIZES = {Shape.CARD: Type.CARD, Shape.CHIP: Type.BODY}


class Choice(Button):
    """Made once, refilled for every question. touched: emitted with its question and value.

    several: whether others may be chosen beside it. number: the key that touches it, shown on it; 0 for none.
    """

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, kind=Kind.QUIET, size=Type.OPTION)
        self.question = ""
        self.value = ""
        self.shape = Shape.ROW
        self.domain = ""
        self.mark = ""
        self.several = False
        self.number = 0
        self._disc_size = ROW_DISC
        self.setCheckable(True)
        self.clicked.connect(self._tell)

    def fill(
        self,
        question: str,
        value: str,
        words: str,
        *,
        icon: str = "",
        shape: Shape = Shape.ROW,
        domain: str = "",
        disc: int = ROW_DISC,
    ) -> None:
        """Become another answer. question: its id, or what else it answers; value: option id; domain: for its tint.

        disc: diameter of what the pictogram stands on, in the theme's pixels.
        """
        self.disarm()
        self.question, self.value, self.domain, self.mark = question, value, domain, ""
        icon = "" if shape is Shape.CHIP else icon
        size = SIZES.get(shape, Type.OPTION)
        # A bar or a page is laid out anew when a button in it says something new, so only then.
        if (self.words, self.icon_name, self.shape, self._disc_size) != (words, icon, shape, disc):
            self.icon_name, self.shape, self._disc_size, self.size_of_type = icon, shape, disc, size
            self.say(words)
        else:
            self.setAccessibleName(words)
            self.update()
        self.choose(chosen=False)

    def clear(self) -> None:
        """Hold nothing of a visitor."""
        self.hide()
        self.fill("", "", "")

    @property
    def spoken_role(self) -> QAccessible.Role:  # type: ignore[override]
        """One of several, or several at once."""
        return QAccessible.Role.CheckBox if self.several else QAccessible.Role.RadioButton

    @property
    def spoken_key(self) -> str:  # type: ignore[override]
        """The tenth is touched with the 0."""
        return str(self.number % 10) if self.number else ""

    def show_number(self, number: int) -> None:
        """number: its place on the screen, from 1 to 10; 0 shows none."""
        if number != self.number:
            self.number = number
            self.update()

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
        # On a card it is large for every eye; the room goes to large letters.
        return round(self._disc_size * self.kit.fit) if self.shape is Shape.CARD else self.kit.px(self._disc_size)

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
            top = self._card_top() + self._disc_room()
            return QRect(self._pad(), top, self.width() - 2 * self._pad(), self.height() - top)
        return super().words_rect().adjusted(0, 0, -self._tick_room(), 0)

    def _disc_room(self) -> int:
        return self._disc() + self.kit.px(Space.ONE) if self._disc() else 0

    def _card_top(self) -> int:
        whole = self.words_needed(self.width() - 2 * self._pad()).height() + self._disc_room()
        return max(self.kit.px(Space.ONE), (self.height() - whole) // 2)

    def size_for(self, words: int) -> QSize:
        """Room for the tick too."""
        size = super().size_for(words)
        return QSize(size.width() + self._tick_room(), size.height())

    def height_for(self, width: int) -> int:
        """Cards hold the pictogram above the words."""
        if self.shape is Shape.TILE:
            room = width - 2 * self._pad() - self._icon_room()
            return max(self._least(), self.words_needed(room).height() + Space.HALF)
        if self.shape is not Shape.CARD:
            return super().height_for(width - self._tick_room())
        words = self.words_needed(width - 2 * self._pad()).height()
        return max(2 * self._least(), words + self._disc_room() + 2 * self.kit.px(Space.ONE))

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
        disc = self._disc()
        if self.shape is Shape.CARD:
            top, pad = self._card_top(), self._pad()
            if disc:
                self._paint_disc(painter, QPoint((self.width() - disc) // 2, top), disc)
            room = self.width() - 2 * pad
            below = top + self._disc_room()
            self.paint_words(painter, QRect(pad, below, room, self.words_needed(room).height()), centred=True)
        else:
            if disc:
                self._paint_disc(painter, QPoint(self._pad(), (self.height() - disc) // 2), disc)
            self.paint_words(painter, self.words_rect(), centred=self.shape is Shape.CHIP)
        if self._lit:
            self._paint_tick(painter)
        if self.number:
            self._paint_number(painter)

    def _paint_disc(self, painter: QPainter, at: QPoint, size: int) -> None:
        tint = self.kit.theme.tint(self.domain)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        picture = disc(self.icon_name, size, tint.ground, tint.ink, self.devicePixelRatioF(), mirrored=turned)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(at, QSize(size, size)))
        painter.drawPixmap(place.topLeft(), picture)

    def _tick_place(self) -> QRect:
        if self.shape is Shape.CARD:
            size, inset = self.kit.px(CARD_TICK), self.kit.px(Space.ONE)
            return QRect(self.width() - size - inset, inset, size, size)
        if self.shape is Shape.ROW:
            size = self.kit.px(TICK)
            return QRect(self.width() - size - self._pad() + 2, (self.height() - size) // 2, size, size)
        size = self.kit.px(BADGE)
        return QRect(self.width() - size - 2, 2, size, size)

    def _paint_tick(self, painter: QPainter) -> None:
        p = self.kit.theme.palette
        at = self._tick_place()
        place = mirrored(self.layoutDirection(), self.rect(), at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.main))
        painter.drawEllipse(place)
        if self.mark:
            painter.setPen(QColor(p.on_main))
            painter.setFont(self.kit.font(Type.OPTION if self.shape is Shape.CARD else Type.BODY, bold=True))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.mark)
        else:
            icon = round(at.width() * 0.72)
            inset = (at.width() - icon) // 2
            self.paint_icon(painter, at.topLeft() + QPoint(inset, inset), icon, p.on_main, "check")

    def _paint_number(self, painter: QPainter) -> None:
        """In the corner where the reading begins, away from the tick."""
        p = self.kit.theme.palette
        size = self.kit.px(NUMBER)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(1, 1, size, size))
        painter.setPen(QPen(QColor(p.edge), 2))
        painter.setBrush(QColor(p.surface))
        painter.drawEllipse(place)
        painter.setPen(QColor(p.ink))
        painter.setFont(self.kit.font(Type.BODY, bold=True))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.spoken_key)
