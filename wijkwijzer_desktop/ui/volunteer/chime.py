"""Three strokes of a bell at the staff's side. It has a thread of its own: a computer's sound may hang, a counter may not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, QUrl, Signal

from wijkwijzer_desktop import paths

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

SOUND = "bell.wav"
TIMES = 3
LEAVE_MILLISECONDS = 500


class _Player(QObject):
    """Lives in the chime's thread. Does nothing where there is no loudspeaker."""

    def __init__(self) -> None:
        super().__init__()
        self._effect: QSoundEffect | None = None

    def play(self) -> None:
        # A second to load, and only for who ever needs it.
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return
        if self._effect is None:
            self._effect = QSoundEffect(device, self)
            self._effect.setSource(QUrl.fromLocalFile(str(paths.resources() / "sounds" / SOUND)))
            self._effect.setLoopCount(TIMES)
        self._effect.play()

    def stop(self) -> None:
        if self._effect is not None:
            self._effect.stop()


class Chime(QObject):
    """Ringing and hushing come back at once, whatever becomes of the sound."""

    _wanted = Signal()
    _unwanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._player = _Player()
        self._player.moveToThread(self._thread)
        self._wanted.connect(self._player.play)
        self._unwanted.connect(self._player.stop)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def ring(self) -> None:
        """Somebody is wanted."""
        self._thread.start()
        self._wanted.emit()

    def hush(self) -> None:
        """Not any more."""
        self._unwanted.emit()

    def close(self) -> None:
        """The program ends; a sound that hangs doesn't keep it."""
        self._thread.quit()
        if not self._thread.wait(LEAVE_MILLISECONDS):
            self._thread.terminate()
            self._thread.wait(LEAVE_MILLISECONDS)
