"""The usual camera of this computer."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QCamera, QCameraDevice, QCameraFormat, QMediaCaptureSession, QMediaDevices, QVideoSink

# Pixels across: enough to read a code of two centimetres at arm's length.
WANTED = 1280
# Pictures a second, so that it can be aimed by.
SMOOTH = 10.0


def usual_device() -> QCameraDevice | None:
    """None where there is none."""
    device = QMediaDevices.defaultVideoInput()
    return None if device.isNull() else device


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The one nearest to what is wanted; a stuttering one only where there is no other. None where it offers none."""
    return min(formats, key=_distance, default=None)


def _distance(offered: QCameraFormat) -> tuple[bool, int, int]:
    size = offered.resolution()
    return offered.maxFrameRate() < SMOOTH, abs(size.width() - WANTED), size.height()


class SystemCamera(QObject):
    """On from when it is made. gone: called when it stops by itself."""

    def __init__(self, device: QCameraDevice, sink: QVideoSink, gone: Callable[[], None]) -> None:
        super().__init__()
        self._gone = gone
        self._camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        wanted = best_format(device.videoFormats())
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(sink)
        self._camera.errorOccurred.connect(self._failed)
        self._camera.start()

    def stop(self) -> None:
        """Off, and let go of."""
        self._camera.errorOccurred.disconnect(self._failed)
        self._camera.stop()
        self.deleteLater()

    def _failed(self, _error: QCamera.Error, _words: str) -> None:
        self._gone()
