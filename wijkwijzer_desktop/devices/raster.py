"""Pages of a PDF as black dots for the head of a receipt printer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wijkwijzer_desktop.devices.pdf import opened_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

# 203 dots an inch, on the 72 millimetres in the middle of an 80 millimetre roll: what nearly all of these printers have.
DOTS_PER_MM = 8
HEAD_DOTS = 576
WHITE = 0xFF


@dataclass(frozen=True, slots=True)
class Dots:
    """rows: of HEAD_DOTS dots each, eight in a byte, the leftmost in the highest bit; a set bit is black."""

    rows: tuple[bytes, ...]


def dots_of(pdf: bytes) -> Iterator[Dots]:
    """Page after page, at true size; what is wider than the head is cut off at both sides alike. Raises ValueError for what
    is no PDF or has no pages."""
    from PySide6.QtCore import QSize

    scale = DOTS_PER_MM * 25.4 / 72
    with opened_pdf(pdf) as document:
        for page in range(document.pageCount()):
            size = document.pagePointSize(page)
            wanted = QSize(round(size.width() * scale), round(size.height() * scale))
            yield _dots(document.render(page, wanted))


def _dots(drawn: "QImage") -> Dots:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    paper = QImage(HEAD_DOTS, drawn.height(), QImage.Format.Format_Grayscale8)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage((HEAD_DOTS - drawn.width()) // 2, 0, drawn)
    painter.end()
    mono = paper.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    if mono.color(1) & WHITE:
        mono.invertPixels()
    wide = HEAD_DOTS // 8
    return Dots(tuple(bytes(cast("memoryview", mono.constScanLine(row)))[:wide] for row in range(mono.height())))
