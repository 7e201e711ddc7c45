"""The process that speaks, in this process: the order of states with the engine that Qt has for tests."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop.devices.voices_headphones import headphones
from wijkwijzer_desktop.devices.voices_process import LOOK_AGAIN_SPEAKING_MILLISECONDS, RATE, Mouth, Pipe, Voice

LONG = 60.0
TEXT = "one two three four five six seven eight nine ten"


class Ended:
    """What a mouth told."""

    def __init__(self, mouth: Mouth) -> None:
        self.voices: list[list[str]] = []
        self.over: list[tuple[int, bool]] = []
        self.failed: list[bool] = []
        mouth.done.connect(self._done)
        mouth.ready.connect(self._ready)
        mouth.failed.connect(lambda: self.failed.append(True))

    def _done(self, number: int, spoken: bool) -> None:
        self.over.append((number, spoken))

    def _ready(self, voices: list[str]) -> None:
        self.voices.append(voices)


def wait(until: Callable[[], bool]) -> None:
    end = monotonic() + LONG
    while not until():
        assert monotonic() < end, "it never happened"
        QTest.qWait(2)


@pytest.fixture
def speech(qapp: QApplication) -> QTextToSpeech:
    return QTextToSpeech("mock", qapp)


@pytest.fixture
def mouth(speech: QTextToSpeech) -> Iterator[Mouth]:
    made = Mouth(speech, speech)
    yield made
    # It tells of its state once more when it goes.
    speech.stateChanged.disconnect(made._changed)


def test_it_tells_its_voices_once(mouth: Mouth) -> None:
    ended = Ended(mouth)
    mouth.open()
    mouth.open()
    assert ended.voices == [mouth.voices()]
    assert "en" in ended.voices[0]
    assert "ti" not in ended.voices[0]


def test_one_after_the_other_to_their_ends(mouth: Mouth, speech: QTextToSpeech) -> None:
    ended = Ended(mouth)
    states: list[QTextToSpeech.State] = []
    speech.stateChanged.connect(states.append)
    mouth.say(1, "en", "one two")
    wait(lambda: ended.over == [(1, True)])
    mouth.say(2, "en", "three")
    wait(lambda: ended.over == [(1, True), (2, True)])
    speaking, ready = QTextToSpeech.State.Speaking, QTextToSpeech.State.Ready
    assert states == [speaking, ready, speaking, ready]


def test_what_is_being_said_gives_way(mouth: Mouth) -> None:
    ended = Ended(mouth)
    mouth.say(1, "en", TEXT)
    mouth.say(2, "en", TEXT)
    mouth.say(3, "en", "three")
    wait(lambda: len(ended.over) == 3)
    assert sorted(ended.over) == [(1, False), (2, False), (3, True)]


def test_it_is_silent_at_once(mouth: Mouth, speech: QTextToSpeech) -> None:
    ended = Ended(mouth)
    mouth.say(1, "en", TEXT)
    wait(lambda: speech.state() is QTextToSpeech.State.Speaking)
    mouth.stop(2)
    wait(lambda: len(ended.over) == 2)
    assert sorted(ended.over) == [(1, False), (2, True)]
    assert speech.state() is QTextToSpeech.State.Ready


def test_to_be_silent_when_it_is_silent(mouth: Mouth) -> None:
    ended = Ended(mouth)
    mouth.stop(1)
    assert ended.over == [(1, True)]


def test_a_language_without_a_voice_is_not_said_by_another_one(mouth: Mouth) -> None:
    ended = Ended(mouth)
    mouth.say(1, "ti", "ሰላም")
    assert ended.over == [(1, False)]
    mouth.say(2, "en", "one")
    wait(lambda: (2, True) in ended.over)


def test_the_voice_of_the_language_at_the_usual_rate(mouth: Mouth, speech: QTextToSpeech) -> None:
    speech.setRate(1.0)
    speech.setVolume(0.1)
    mouth.say(1, "nb", "en to")
    assert speech.locale().language() is QLocale.Language.NorwegianBokmal
    assert (speech.rate(), speech.volume()) == (RATE, 1.0)


def test_an_engine_that_fails_says_so(mouth: Mouth, speech: QTextToSpeech) -> None:
    ended = Ended(mouth)
    mouth.say(1, "en", TEXT)
    speech.stateChanged.emit(QTextToSpeech.State.Error)
    assert ended.over == [(1, False)]


def test_an_engine_that_cannot_begin_has_failed_and_is_not_one_without_voices(
    mouth: Mouth, speech: QTextToSpeech, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, pipe = Ended(mouth), Written()
    monkeypatch.setattr(speech, "state", lambda: QTextToSpeech.State.Error)
    Voice(mouth, pipe, ears_only=False)
    assert (ended.voices, ended.failed, pipe.given_up) == ([], [True], 1)
    assert pipe.lines == [{"headphones": True}]


class Written(Pipe):
    """A pipe into a list."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self.lines: list[dict[str, Any]] = []
        self.given_up = 0

    def answer(self, **what: object) -> None:
        self.lines.append(what)

    def give_up(self) -> None:
        self.given_up += 1


class Plug:
    """What the computer knows of its headphones; nobody is told before `answers` is set."""

    def __init__(self) -> None:
        self.into_ears: bool | None = True
        self.answers = threading.Event()
        self.answers.set()
        self.asked = 0

    def __call__(self) -> bool | None:
        self.asked += 1
        assert self.answers.wait(LONG)
        return self.into_ears


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    made = Plug()
    monkeypatch.setattr("wijkwijzer_desktop.devices.voices_process.headphones", made)
    return made


@pytest.fixture
def by_ear(mouth: Mouth, plug: Plug) -> Iterator[Voice]:
    """Only for who has headphones; nobody looks any more after the test."""
    made = Voice(mouth, Written(), ears_only=True)
    yield made
    plug.answers.set()
    wait(lambda: not made._looking)
    made._timer.stop()


def test_orders_come_in_as_lines_and_answers_go_out(mouth: Mouth) -> None:
    pipe = Written()
    Voice(mouth, pipe, ears_only=False)
    assert pipe.lines == [{"headphones": True}, {"voices": mouth.voices()}]
    pipe.line.emit('{"do": "say", "number": 7, "language": "en", "text": "one"}\n')
    wait(lambda: {"done": 7, "spoken": True} in pipe.lines)
    pipe.line.emit('{"do": "stop", "number": 8}\n')
    wait(lambda: {"done": 8, "spoken": True} in pipe.lines)


def lines(voice: Voice) -> list[dict[str, Any]]:
    assert isinstance(voice._pipe, Written)
    return voice._pipe.lines


def test_nothing_is_said_into_the_room(by_ear: Voice, plug: Plug) -> None:
    assert lines(by_ear)[0] == {"headphones": True}
    plug.into_ears = False
    by_ear.look()
    wait(lambda: lines(by_ear)[-1] == {"headphones": False})
    by_ear._pipe.line.emit('{"do": "say", "number": 1, "language": "en", "text": "one"}\n')
    wait(lambda: {"done": 1, "spoken": False} in lines(by_ear))
    plug.into_ears = None
    by_ear.look()
    wait(lambda: lines(by_ear)[-1] == {"headphones": True})  # who can't be asked is believed


def test_who_pulls_the_plug_out_while_it_speaks_has_silence(by_ear: Voice, plug: Plug, speech: QTextToSpeech) -> None:
    by_ear._pipe.line.emit(f'{{"do": "say", "number": 1, "language": "en", "text": "{TEXT * 100}"}}\n')
    wait(lambda: speech.state() is QTextToSpeech.State.Speaking and not by_ear._looking)
    assert by_ear._timer.isActive(), "nobody but the timer looks again"
    assert by_ear._timer.interval() == LOOK_AGAIN_SPEAKING_MILLISECONDS
    plug.into_ears = False
    wait(lambda: {"done": 1, "spoken": False} in lines(by_ear))
    assert speech.state() is QTextToSpeech.State.Ready
    assert {"headphones": False} in lines(by_ear)


def test_a_slow_sound_server_holds_up_neither_speech_nor_silence(by_ear: Voice, plug: Plug, speech: QTextToSpeech) -> None:
    plug.answers.clear()
    for number in (1, 3):
        by_ear._pipe.line.emit(f'{{"do": "say", "number": {number}, "language": "en", "text": "{TEXT}"}}\n')
        wait(lambda: speech.state() is QTextToSpeech.State.Speaking)
        by_ear._pipe.line.emit(f'{{"do": "stop", "number": {number + 1}}}\n')
        wait(lambda number=number: {"done": number + 1, "spoken": True} in lines(by_ear))  # type: ignore[misc]
    wait(lambda: plug.asked == 2)  # when it began, and once that is not answered yet


def sound_server(monkeypatch: pytest.MonkeyPatch, sink: str) -> None:
    answers = {"info": '{"default_sink_name": "a"}', "list": f'[{{"name": "b"}}, {{"name": "a", {sink}}}]'}

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, answers[command[2]].encode(), b"")

    monkeypatch.setattr(subprocess, "run", run)


PORTS = '"active_port": "p", "ports": [{{"name": "q", "type": "HDMI"}}, {{"name": "p", "type": "{}", "availability": "{}"}}]'


@pytest.mark.parametrize(
    ("sink", "known"),
    [
        (PORTS.format("Headphones", "available"), True),
        (PORTS.format("Headphones", "availability unknown"), True),
        (PORTS.format("Headphones", "not available"), False),
        (PORTS.format("Speaker", "available"), False),
        (PORTS.format("Line", "available"), None),
        ('"active_port": null, "ports": []', None),
        ('"properties": {"device.form_factor": "headset"}, "ports": []', True),
        ('"properties": {"device.form_factor": "speaker"}', False),
        ('"properties": {"device.form_factor": "internal"}', None),
    ],
)
def test_headphones_as_the_sound_server_knows_them(monkeypatch: pytest.MonkeyPatch, sink: str, known: bool | None) -> None:
    sound_server(monkeypatch, sink)
    assert headphones() is known


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("pactl", 2)])
def test_headphones_cannot_be_known_without_a_sound_server(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def run(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", run)
    assert headphones() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nobody")
def test_headphones_cannot_be_known_from_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    sound_server(monkeypatch, "nonsense")
    assert headphones() is None
