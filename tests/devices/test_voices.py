"""The voice as the desk knows it: whatever the process that speaks does, nobody waits for it and nothing is left of it."""

import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from wijkwijzer_desktop.bootstrap import system_speaker
from wijkwijzer_desktop.desk.reading import Silence
from wijkwijzer_desktop.devices.voices import Patience, SystemVoices, voices_here
from wijkwijzer_desktop.devices.voices_child import FOLDER, PREFIX, usual_command
from wijkwijzer_desktop.settings import Settings

WORDS = "Kanarie zegt dit"
LONG = 60.0
BRIEF = Patience(start=5, stop=0.05, say=0.05, character=0, tries=2)
# Answers that it has voices; what more it does follows. Each answer that it gives is a line.
VOICES = """
import json, sys, time
def answer(**what):
    print(json.dumps(what), flush=True)
answer(voices=["nl", "tr"])
for line in sys.stdin:
    order = json.loads(line)
    {each}
"""
SPEAKS = VOICES.format(each='answer(done=order["number"], spoken=True)')
NEVER_ENDS = VOICES.format(each="pass")
STOPS = VOICES.format(each='answer(done=order["number"], spoken=False)')
DIES = VOICES.format(each="sys.exit(3)")
NEVER_ANSWERS = "import sys; sys.stdin.read()"
DIES_AT_ONCE = "raise SystemExit(3)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
NO_VOICES = "import sys; print('{\"voices\": []}', flush=True); sys.stdin.read()"
HEADPHONES_OUT = """
import json, sys
print('{"headphones": false}', flush=True)
print('{"voices": ["nl"]}', flush=True)
for line in sys.stdin:
    print('{"headphones": true}', flush=True)
"""


class Ear:
    """A Listener that remembers; `wait` until something is so."""

    def __init__(self) -> None:
        self.over: list[tuple[int, bool]] = []
        self.known = 0
        self._news = threading.Condition()

    def voices_known(self) -> None:
        with self._news:
            self.known += 1
            self._news.notify_all()

    def ended(self, number: int, *, spoken: bool) -> None:
        with self._news:
            self.over.append((number, spoken))
            self._news.notify_all()

    def wait(self, until: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(until, LONG), "it never happened"


def child(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script, FOLDER)


Made = Callable[..., tuple[SystemVoices, Ear]]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Voices that are closed after the test; their folders are made where the test can look."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    all_made: list[SystemVoices] = []

    def make(script: str, patience: Patience = Patience()) -> tuple[SystemVoices, Ear]:  # noqa: B008 - frozen
        voices, ear = SystemVoices("on", child(script), patience), Ear()
        all_made.append(voices)
        voices.open(ear)
        return voices, ear

    yield make
    for voices in all_made:
        voices.close()


def processes(folder: Path) -> list[int]:
    """Those of all the computer's that were told to use a folder of a voice somewhere below this one."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            told = path.read_text(errors="replace")
            if str(folder) in told and PREFIX in told:
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def wait_for(until: Callable[[], bool]) -> None:
    end = monotonic() + LONG
    while not until():
        assert monotonic() < end, "it never happened"
        threading.Event().wait(0.01)


def test_it_knows_its_languages_and_says_what_it_is_told(made: Made) -> None:
    voices, ear = made(SPEAKS)
    ear.wait(lambda: voices.languages() == {"nl", "tr"})
    first, second = voices.say("nl", "Een"), voices.say("tr", "Twee")
    ear.wait(lambda: len(ear.over) == 2)
    assert ear.over == [(first, True), (second, True)]


def test_nothing_is_asked_before_it_is_opened() -> None:
    voices = SystemVoices("on", child(SPEAKS))
    assert voices.languages() == frozenset()
    voices.stop()
    voices.forget()
    voices.close()


@pytest.mark.parametrize("script", [NEVER_ENDS, DIES])
def test_a_service_that_hangs_or_dies_is_killed_and_started_anew_and_then_left_alone(
    made: Made, script: str, tmp_path: Path
) -> None:
    voices, ear = made(script, BRIEF)
    ear.wait(lambda: voices.languages() == {"nl", "tr"})
    one = processes(tmp_path)
    number = voices.say("nl", WORDS)
    ear.wait(lambda: ear.over == [(number, False)])
    ear.wait(lambda: ear.known == 2)
    assert not set(one) & set(processes(tmp_path))
    voices.say("nl", WORDS)
    ear.wait(lambda: voices.languages() == frozenset())
    assert voices.say("nl", WORDS) > 0
    ear.wait(lambda: len(ear.over) == 3)
    assert voices.hangs


def test_the_next_visitor_may_find_it_in_order_again(made: Made) -> None:
    voices, ear = made(NEVER_ENDS, Patience(start=5, say=0.05, character=0, tries=1))
    ear.wait(lambda: bool(voices.languages()))
    voices.say("nl", WORDS)
    ear.wait(lambda: not voices.languages())
    voices.forget()
    ear.wait(lambda: voices.languages() == {"nl", "tr"})


@pytest.mark.parametrize("script", [NEVER_ANSWERS, DIES_AT_ONCE, DEAF])
def test_one_that_never_speaks_has_no_voices(made: Made, script: str, tmp_path: Path) -> None:
    voices, ear = made(script, Patience(start=0.2, tries=2))
    ear.wait(lambda: ear.known == 1)
    assert voices.languages() == frozenset()
    wait_for(lambda: not processes(tmp_path))


def test_one_that_stands_still_is_killed_when_it_is_to_be_silent(made: Made, tmp_path: Path) -> None:
    voices, ear = made(SPEAKS, BRIEF)
    ear.wait(lambda: bool(voices.languages()))
    (number,) = processes(tmp_path)
    os.kill(number, signal.SIGSTOP)
    voices.stop()
    wait_for(lambda: number not in processes(tmp_path))
    ear.wait(lambda: ear.known == 2)
    said = voices.say("nl", WORDS)
    ear.wait(lambda: ear.over == [(said, True)])


def test_what_gave_way_is_told_of_as_not_spoken(made: Made) -> None:
    voices, ear = made(STOPS)
    number = voices.say("nl", WORDS)
    ear.wait(lambda: ear.over == [(number, False)])
    assert not voices.hangs, "it answered"


def test_a_computer_without_a_voice_has_nothing_running(made: Made, tmp_path: Path) -> None:
    voices, ear = made(NO_VOICES)
    ear.wait(lambda: ear.known == 1)
    assert voices.languages() == frozenset()
    wait_for(lambda: not processes(tmp_path))
    voices.forget()
    number = voices.say("nl", WORDS)
    ear.wait(lambda: ear.over == [(number, False)])
    assert not processes(tmp_path)


def test_a_program_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert voices_here((str(tmp_path / "none"), FOLDER)) is None
    assert list(tmp_path.iterdir()) == []


def test_without_headphones_there_is_no_voice_until_they_are_plugged_in(made: Made) -> None:
    voices, ear = made(HEADPHONES_OUT)
    ear.wait(lambda: ear.known == 2)
    assert voices.languages() == frozenset()
    voices.stop()
    ear.wait(lambda: voices.languages() == {"nl"})


def test_fault_9_forgetting_leaves_nothing_of_what_was_said(made: Made, tmp_path: Path) -> None:
    voices, ear = made(SPEAKS)
    voices.say("nl", WORDS)
    ear.wait(lambda: len(ear.over) == 1)
    spoke = processes(tmp_path)
    voices.forget()
    ear.wait(lambda: ear.known == 2)
    assert not set(spoke) & set(processes(tmp_path)), "what it remembers goes with it"
    assert WORDS not in "".join(map(repr, vars(voices).values()))
    assert voices._orders.empty()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert voices.languages() == {"nl", "tr"}


def test_a_visit_in_which_nothing_was_said_starts_nothing_anew(made: Made, tmp_path: Path) -> None:
    voices, ear = made(SPEAKS)
    ear.wait(lambda: bool(voices.languages()))
    before = processes(tmp_path)
    voices.forget()
    voices.say("nl", "Een")
    ear.wait(lambda: len(ear.over) == 1)
    assert processes(tmp_path) == before


def test_closing_leaves_no_process_and_no_folder(made: Made, tmp_path: Path) -> None:
    voices, ear = made(NEVER_ENDS)
    ear.wait(lambda: bool(voices.languages()))
    voices.say("nl", WORDS)
    voices.close()
    assert processes(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_doctor_hears_which_voices_there_are_or_that_none_answers(made: Made, tmp_path: Path) -> None:
    assert voices_here(child(SPEAKS)) == frozenset({"nl", "tr"})
    assert voices_here(child(NO_VOICES)) == frozenset()
    assert voices_here(child(NEVER_ANSWERS), Patience(start=0.2, tries=1)) is None
    assert processes(tmp_path) == []


def test_the_settings_decide_whether_there_is_a_voice() -> None:
    before = threading.active_count()
    assert isinstance(system_speaker(Settings(voice="off")), Silence)
    for mode in ("headphones", "on"):
        speaker = system_speaker(Settings(voice=mode))
        assert isinstance(speaker, SystemVoices)
        assert speaker._command == usual_command(mode)
    assert threading.active_count() == before, "nothing is started before it is opened"
