"""Pictograms: SVG files drawn in the theme's colours, kept by name, size, colour and screen."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from wijkwijzer_desktop import paths

# What the screens themselves use; content names its own.
USED_BY_SCREENS = (
    "arrow-left", "arrow-right", "check", "chevron-down", "chevron-up", "circle-check", "clock", "door-exit", "eye-off",
    "file-text", "friends", "hand-stop", "heart-handshake", "language", "list-check", "map-pin", "message-circle", "phone",
    "printer", "text-size", "zoom-in", "zoom-out", "calendar-event", "minus", "plus", "quote", "coins", "walk", "mood-smile",
    "volume", "contrast-2", "link", "stethoscope", "cloud", "sun", "backspace", "qrcode", "phone-off", "thumb-down",
    "hourglass", "calendar-week", "calendar-month", "mood-sad", "users-group",
    "palette", "music", "leaf", "sunrise", "moon", "soup", "run", "confetti", "coin-euro", "user",
)  # fmt: skip
# Point the way that is read: they turn round with it.
POINTING = frozenset({"arrow-left", "arrow-right", "door-exit", "list-check", "quote"})
REFUSED = ("<script", "<!doctype", "<!entity", "href", "<foreignobject")


def is_safe(svg: str) -> bool:
    """Whether it only draws: no script, no entity, no reference to anything outside."""
    lowered = svg.lower()
    return not any(part in lowered for part in REFUSED)


@lru_cache(maxsize=512)
def pictogram(name: str, size: int, colour: str, ratio: float, *, mirrored: bool = False) -> QPixmap:
    """size: device-independent pixels, square. ratio: device pixels in one. Empty where there is none of this name.

    mirrored: for lines that run from the right; what points nowhere stays as it is.
    """
    svg = _source(name)
    if not svg:
        return QPixmap()
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(svg.replace("currentColor", QColor(colour).name()).encode())
    painter = QPainter(pixmap)
    if mirrored and name in POINTING:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    if not name or not name.replace("-", "").isalnum():
        return ""
    try:
        svg = (paths.resources() / "pictograms" / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    return svg if is_safe(svg) else ""
