"""From a picture of the camera to what is read in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from wijkwijzer_desktop.desk.scanning import Picture

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

# Pixels. A larger one is read no better, and slower.
WIDEST = 1280
# As large as it is shown.
SHOWN = QSize(480, 480)


def grey_of(frame: "QVideoFrame") -> QImage | None:
    """The picture in grey; None for one that holds nothing, or that nobody can look into."""
    from PySide6.QtMultimedia import QVideoFrame

    if not frame.isValid() or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        grey = _grey(frame)
    finally:
        frame.unmap()
    if grey.width() > WIDEST:
        grey = grey.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    return None if grey.isNull() else grey.convertToFormat(QImage.Format.Format_Grayscale8)


def _grey(frame: "QVideoFrame") -> QImage:
    """Of a frame that is mapped; a picture of its own. From what the camera sent: Qt's own way would start the graphics card."""
    from PySide6.QtMultimedia import QVideoFrameFormat

    kinds, kind = QVideoFrameFormat.PixelFormat, frame.pixelFormat()
    width, height, stride, pixels = frame.width(), frame.height(), frame.bytesPerLine(0), bytes(frame.bits(0))
    planes = {kinds.Format_NV12, kinds.Format_NV21, kinds.Format_YUV420P, kinds.Format_YUV422P, kinds.Format_YV12}
    if kind in planes | {kinds.Format_Y8}:
        return QImage(pixels, width, height, stride, QImage.Format.Format_Grayscale8).copy()
    if kind in {kinds.Format_YUYV, kinds.Format_UYVY}:
        # Light and colour by turns.
        light = pixels[kind == kinds.Format_UYVY :: 2]
        return QImage(light, width, height, stride // 2, QImage.Format.Format_Grayscale8).copy()
    if kind == kinds.Format_Jpeg:
        return QImage.fromData(pixels)
    known = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if known is QImage.Format.Format_Invalid:
        return frame.toImage()
    return QImage(pixels, width, height, stride, known).copy()


def picture_of(grey: QImage) -> Picture:
    """Small enough to be shown ten times a second."""
    small = grey.scaled(SHOWN, Qt.AspectRatioMode.KeepAspectRatio).convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride, pixels = small.width(), small.bytesPerLine(), bytes(small.constBits())
    # Lines are filled up to four bytes.
    lines = (pixels[row * stride : row * stride + width] for row in range(small.height()))
    return Picture(width, small.height(), b"".join(lines))


def texts_in(grey: QImage) -> tuple[str, ...]:
    """What all QR codes in sight hold."""
    import zxingcpp

    view = zxingcpp.ImageView(grey.constBits(), grey.width(), grey.height(), zxingcpp.ImageFormat.Lum, grey.bytesPerLine(), 1)
    found = zxingcpp.read_barcodes(
        view, formats=zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode,)), text_mode=zxingcpp.TextMode.Plain
    )
    return tuple(one.text for one in found if one.valid and one.text)
