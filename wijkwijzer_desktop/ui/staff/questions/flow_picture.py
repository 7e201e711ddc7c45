"""The flow as a picture that can be made larger, and moved under the mouse."""

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtSvgWidgets import QGraphicsSvgItem
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from wijkwijzer_desktop.ui.staff.questions.dense import slim

STEP = 1.25
SMALLEST, LARGEST = 0.05, 4.0


class FlowPicture(QGraphicsView):
    """Plus and minus, the wheel, and two buttons beside it make it larger and smaller; the mouse and the arrows move it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._renderer = QSvgRenderer(self)
        self._item = QGraphicsSvgItem()
        self._item.setSharedRenderer(self._renderer)
        # Drawn anew at every size, so that its letters stay sharp.
        self._item.setCacheMode(QGraphicsSvgItem.CacheMode.NoCache)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        # There all the time, or the picture would not fit beside it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        slim(self)

    def fill(self, svg: bytes) -> None:
        """Show this one, as wide as there is room for."""
        self._renderer.load(QByteArray(svg))
        self._item.setElementId("")
        self._scene.setSceneRect(self._item.boundingRect())
        self.fit()

    def clear(self) -> None:
        """Nothing."""
        self._renderer.load(QByteArray(b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'))
        self._item.setElementId("")

    @property
    def size_of_picture(self) -> float:
        """How large it is drawn; 1 as it was made."""
        return self.transform().m11()

    def fit(self) -> None:
        """As wide as there is room for, from its beginning."""
        wide = self._scene.sceneRect().width()
        if wide > 0:
            self._set((self.viewport().width() - 2) / wide)
            self.centerOn(QPointF(wide / 2, 0))

    def larger(self) -> None:
        """One step."""
        self._set(self.size_of_picture * STEP)

    def smaller(self) -> None:
        """One step."""
        self._set(self.size_of_picture / STEP)

    def _set(self, size: float) -> None:
        size = min(max(size, SMALLEST), LARGEST)
        self.resetTransform()
        self.scale(size, size)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl it makes larger and smaller, as everywhere; else it moves."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.larger()
            else:
                self.smaller()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Plus and minus."""
        if event.text() in {"+", "="}:
            self.larger()
        elif event.text() == "-":
            self.smaller()
        else:
            super().keyPressEvent(event)
