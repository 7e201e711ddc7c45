"""The first screen in small, as it would be with other settings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop.i18n.languages import offered
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.ui.kit import DESIGNED, Kit
from wijkwijzer_desktop.ui.theme import THEMES, Type

COLUMNS = 2
WIDTH = 420


class Sketch(QWidget):
    """Painted as if on the screen that the sizes are for, then made small."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._settings = Settings()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_settings(self, settings: Settings) -> None:
        """As it would be with these; the name filled in."""
        self._settings = settings
        names = ", ".join(language.own_name for language in offered(settings.languages))
        t = self._kit.words.text
        self.setAccessibleName(t("Zo wordt het eerste scherm: {name}. Talen: {names}.", name=settings.name, names=names))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it needs to be read."""
        width = self._kit.px(WIDTH)
        return QSize(width, width * DESIGNED[1] // DESIGNED[0])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Name, welcome, what to touch, languages, help."""
        width, height = DESIGNED
        colours = THEMES[self._settings.theme].palette
        t = self._kit.words.text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / width, self.height() / height)
        painter.fillRect(QRectF(0, 0, width, height), QColor(colours.paper))
        for top in (0, height - 84):
            painter.fillRect(QRectF(0, top, width, 84), QColor(colours.surface))
        self._words(painter, QRectF(56, 180, 620, 60), self._settings.name, colours.main, Type.CARD)
        self._words(painter, QRectF(56, 250, 620, 170), t("Waar kunnen wij u mee helpen?"), colours.ink, Type.WELCOME)
        self._box(painter, QRectF(56, 460, 400, 112), colours.main, colours.main)
        self._words(painter, QRectF(56, 460, 400, 112), t("Begin"), colours.on_main, Type.CALL, centred=True)
        languages = offered(self._settings.languages)
        rows = -(-len(languages) // COLUMNS)
        begins = (height - rows * 92) / 2
        for index, language in enumerate(languages):
            box = QRectF(730 + index % COLUMNS * 252, begins + index // COLUMNS * 92, 236, 76)
            self._box(painter, box, colours.surface, colours.edge)
            self._words(painter, box, language.own_name, colours.ink, Type.OPTION, centred=True, script=language.script)
        if self._settings.help:
            box = QRectF(width / 2 - 140, height - 74, 280, 64)
            self._box(painter, box, colours.surface, colours.edge)
            self._words(painter, box, t("Hulp van een mens"), colours.ink, Type.LEAD, centred=True)
        painter.setPen(QColor(self._kit.theme.palette.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, width - 2, height - 2))
        painter.end()

    def _box(self, painter: QPainter, box: QRectF, ground: str, edge: str) -> None:
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 16, 16)

    def _words(
        self, painter: QPainter, box: QRectF, words: str, ink: str, size: Type, *, centred: bool = False, script: str = ""
    ) -> None:
        font = QFont(self._kit.font(size, bold=True, script=script))
        font.setPixelSize(int(size))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignCenter if centred else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(side | Qt.TextFlag.TextWordWrap), words)
