"""The camera of this computer, on for as long as somebody holds a paper before it.

It has a thread of its own: a driver may hang, a counter may not. What it sees stays in memory and is gone with the next picture.
"""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from wijkwijzer_desktop.desk.scanning import Watcher
from wijkwijzer_desktop.devices.scanning_image import grey_of, picture_of, texts_in

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

# Seconds between two looks: fast enough to aim by, and half a processor is left.
EVERY = 0.1
LEAVE_MILLISECONDS = 500


class Camera(Protocol):
    """One that is on."""

    def stop(self) -> None:
        """Off."""
        ...


# Switches it on and lets the pictures come to this sink; None where there is none. The second is called when it stops by itself.
Source = Callable[["QVideoSink", Callable[[], None]], Camera | None]


def system_camera(sink: "QVideoSink", gone: Callable[[], None]) -> Camera | None:
    """The usual one of this computer."""
    from wijkwijzer_desktop.devices.scanning_camera import SystemCamera, usual_device

    device = usual_device()
    return SystemCamera(device, sink, gone) if device is not None else None


class _Eye(QObject):
    """Lives in the camera's thread."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._sink: QVideoSink | None = None
        self._camera: Camera | None = None
        self._watcher: Watcher | None = None
        self._looked = float("-inf")

    def watch(self, watcher: Watcher) -> None:
        """Look for this one. Loads what is needed when it is first needed."""
        self._watcher = watcher
        if self._camera is not None:
            return
        from PySide6.QtMultimedia import QVideoSink

        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._frame_came)
        self._camera = self._source(self._sink, self._gone)
        if self._camera is None:
            self._gone()

    def rest(self) -> None:
        """Off; nothing of what was seen is left."""
        self._watcher = None
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.videoFrameChanged.disconnect(self._frame_came)
            sink.deleteLater()

    def _gone(self) -> None:
        watcher = self._watcher
        self.rest()
        if watcher is not None:
            watcher.absent()

    def end(self) -> None:
        """The program ends."""
        self.rest()
        self.thread().quit()

    def _frame_came(self, frame: "QVideoFrame") -> None:
        if self._watcher is None or monotonic() - self._looked < EVERY:
            return
        seen = grey_of(frame)
        if seen is not None:
            self._watcher.seen(picture_of(seen))
            texts = texts_in(seen)
            if texts:
                self._watcher.read(texts)
        self._looked = monotonic()


class _Shutter(QObject):
    """Lives in the window's thread, and passes on to the camera's."""

    wanted = Signal(object)
    unwanted = Signal()
    ending = Signal()

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._thread = QThread(self)
        self._eye = _Eye(source)
        self._eye.moveToThread(self._thread)
        self.wanted.connect(self._eye.watch)
        self.unwanted.connect(self._eye.rest)
        self.ending.connect(self._eye.end)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        self._thread.start()

    def close(self) -> None:
        """The program ends; a driver that hangs doesn't keep it."""
        if not self._thread.isRunning():
            return
        self.ending.emit()
        if not self._thread.wait(LEAVE_MILLISECONDS):
            self._thread.terminate()
            self._thread.wait(LEAVE_MILLISECONDS)


class CameraScanner:
    """A Scanner. Nothing is loaded or started before it is opened. source: for tests."""

    def __init__(self, source: Source = system_camera) -> None:
        self._source = source
        self._shutter: _Shutter | None = None

    def open(self, watcher: Watcher) -> None:
        """On, for this one."""
        if self._shutter is None:
            self._shutter = _Shutter(self._source)
        self._shutter.wanted.emit(watcher)

    def close(self) -> None:
        """Off, as soon as the camera's thread hears of it; what it still tells is for a watcher that listens no more."""
        if self._shutter is not None:
            self._shutter.unwanted.emit()

    def end(self) -> None:
        """Leave no thread behind; for tests, as the program's end does it by itself."""
        if self._shutter is not None:
            self._shutter.close()
            self._shutter = None
