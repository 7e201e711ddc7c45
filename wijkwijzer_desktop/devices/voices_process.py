"""The process that speaks: `python -m wijkwijzer_desktop.devices.voices_process ENGINE FOLDER off|headphones|on`.

What it is to say comes in on standard input, a line of JSON each: `{"do": "say", "number": 3, "language": "nl", "text": …}`
or `{"do": "stop", "number": 4}`. It answers on standard output: `{"voices": ["nl", …]}` once it can speak,
`{"done": 3, "spoken": true}` for every number, `{"headphones": false}` when that changes. Nothing of it is written anywhere.

No voices are answered only where nothing to speak with is installed. A service that doesn't come up ends this process with
a status that isn't 0, so that it is tried again. Mode off: to look which voices there are; nothing of the computer is changed.
"""

import json
import os
import select
import shutil
import signal
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from wijkwijzer_desktop.devices.voices_headphones import headphones, reset_volume
from wijkwijzer_desktop.quiet import keep_nothing
from wijkwijzer_desktop.settings import VOICE_HEADPHONES, VOICE_OFF

# From -1 to 1. Slower than voices are by themselves: for many who listen it is a second language.
RATE = -0.2
VOLUME = 1.0
LOOK_AGAIN_MILLISECONDS = 3000
# Whoever pulls the plug out while it speaks has the hall listen for as long.
LOOK_AGAIN_SPEAKING_MILLISECONDS = 500
# The status of a process that had something to speak with, which did not work.
FAILED = 1


@dataclass(frozen=True, slots=True)
class Say:
    """One utterance. number: what its end is told by."""

    number: int
    language: str
    text: str


class Mouth(QObject):
    """Says one thing at a time. done: number, and whether it was said to its end. ready: the codes that it has a voice for.
    failed: it will never be ready."""

    done = Signal(int, bool)
    ready = Signal(list)
    failed = Signal()

    def __init__(self, speech: QTextToSpeech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._wanted: Say | None = None
        self._given: Say | None = None
        self._stops: list[int] = []
        self._known = False
        speech.stateChanged.connect(self._changed)

    def open(self) -> None:
        """Tell that it is ready, now or when it is: some engines know their voices only some time after they were made."""
        state = self._speech.state()
        if self._known or state not in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            return
        self._known = True
        if state is QTextToSpeech.State.Error:
            self.failed.emit()
        else:
            self.ready.emit(self.voices())

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or will be."""
        return self._given is not None or self._wanted is not None

    def voices(self) -> list[str]:
        """Codes of languages, in order."""
        return sorted({QLocale.languageToCode(locale.language()) for locale in self._speech.availableLocales()} - {"C", ""})

    def say(self, number: int, language: str, text: str) -> None:
        """Say this; what is being said gives way, and is told of as not spoken."""
        if self._wanted is not None and self._wanted is not self._given:
            self.done.emit(self._wanted.number, False)
        self._wanted = Say(number, language, text)
        if self._given is None:
            self._begin()
        else:
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def stop(self, number: int) -> None:
        """Be silent; told of when it is."""
        if self._given is None:
            self.hush()
            self.done.emit(number, True)
        else:
            self._stops.append(number)
            self.hush()

    def hush(self) -> None:
        """Be silent, without anybody having asked; what was being said is told of as not spoken."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted is not self._given:
            self.done.emit(wanted.number, False)
        if self._given is not None:
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        locale = self._locale(wanted.language)
        if locale is None:
            self._wanted = None
            self.done.emit(wanted.number, False)
            return
        self._given = wanted
        self._speech.setLocale(locale)
        self._speech.setRate(RATE)
        self._speech.setVolume(VOLUME)
        self._speech.say(wanted.text)

    def _locale(self, language: str) -> QLocale | None:
        own = [known for known in self._speech.availableLocales() if QLocale.languageToCode(known.language()) == language]
        usual = QLocale(language)
        return usual if usual in own else next(iter(own), None)

    def _changed(self, state: QTextToSpeech.State) -> None:
        self.open()
        given = self._given
        if given is None:
            return
        if state is QTextToSpeech.State.Speaking:
            if given is not self._wanted:
                # It was stopped before it had begun.
                self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)
        elif state in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            self._given = None
            whole = given is self._wanted
            if whole:
                self._wanted = None
            self.done.emit(given.number, whole and state is QTextToSpeech.State.Ready)
            stops, self._stops = self._stops, []
            for number in stops:
                self.done.emit(number, True)
            self._begin()


class Pipe(QObject):
    """Lines in, lines out. line: one came in, told in the thread of whoever listens."""

    line = Signal(str)

    def listen(self) -> None:
        """Read until whoever started us is gone; then go too."""
        for line in sys.stdin:
            self.line.emit(line)
        os._exit(0)

    def answer(self, **what: object) -> None:
        """One line."""
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()

    def give_up(self) -> None:
        """End this process at once: what does not work may hang when it is tidied up."""
        os._exit(FAILED)


class Voice(QObject):
    """Between pipe and mouth. ears_only: nothing is said where the computer knows that others would hear it.

    It looks in a thread, however slow the sound server is: who is told to be silent must be silent at once. Only the first
    look is waited for, before it is ready.
    """

    _seen = Signal(bool)

    def __init__(self, mouth: Mouth, pipe: Pipe, *, ears_only: bool) -> None:
        super().__init__(pipe)
        self._mouth = mouth
        self._pipe = pipe
        self._ears_only = ears_only
        self._may_speak: bool | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._seen.connect(self._plugged, Qt.ConnectionType.QueuedConnection)
        mouth.done.connect(self._done)
        mouth.ready.connect(self._ready)
        mouth.failed.connect(pipe.give_up)
        self._plugged(not ears_only or headphones() is not False)
        mouth.open()
        pipe.line.connect(self._told, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Whether somebody has plugged headphones in, or pulled them out; known a little later."""
        if self._ears_only and not self._looking:
            self._looking = True
            threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        self._seen.emit(headphones() is not False)

    def _plugged(self, may_speak: bool) -> None:  # noqa: FBT001 - a slot
        self._looking = False
        if may_speak is not self._may_speak:
            self._may_speak = may_speak
            if not may_speak:
                self._mouth.hush()
            self._pipe.answer(headphones=may_speak)
        if self._ears_only:
            self._timer.start(LOOK_AGAIN_SPEAKING_MILLISECONDS if self._mouth.speaking else LOOK_AGAIN_MILLISECONDS)

    def _told(self, line: str) -> None:
        what: Mapping[str, Any] = json.loads(line)
        number = int(what["number"])
        if what["do"] == "stop":
            self._mouth.stop(number)
            return
        if self._may_speak:
            self._mouth.say(number, what["language"], what["text"])
        else:
            self._pipe.answer(done=number, spoken=False)
        # What was known may be seconds old.
        self.look()

    def _ready(self, voices: list[str]) -> None:
        self._pipe.answer(voices=voices)

    def _done(self, number: int, spoken: bool) -> None:  # noqa: FBT001 - a slot
        self._pipe.answer(done=number, spoken=spoken)


def guard(folder: Path) -> None:
    """On Linux: a process that only waits until whoever started us is gone, and then ends all of us, however they hang."""
    if os.fork():
        return
    os.close(sys.stdout.fileno())
    waits = select.poll()
    waits.register(sys.stdin.fileno(), 0)
    waits.poll()
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """Speak until standard input ends."""
    engine, folder, mode = arguments[0], Path(arguments[1]), arguments[2]
    keep_nothing()
    if sys.platform != "win32":
        if os.getpgrp() != os.getpid():
            os.setpgrp()
        guard(folder)
    pipe = Pipe()
    if engine == "speechd":
        from wijkwijzer_desktop.devices.voices_server import installed, serve

        if not installed():
            pipe.answer(voices=[])
            sys.stdin.read()
            return 0
        if not serve(folder):
            return FAILED
    if mode != VOICE_OFF:
        threading.Thread(target=reset_volume, daemon=True).start()
    app = QCoreApplication([])
    speech = QTextToSpeech(engine, app)
    mouth = Mouth(speech, app)
    voice = Voice(mouth, pipe, ears_only=mode == VOICE_HEADPHONES)
    threading.Thread(target=pipe.listen, daemon=True).start()
    app.aboutToQuit.connect(voice.deleteLater)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
