"""What else goes wrong than a voice that hangs: nonsense, a service that fails, no program, a desk that is opened twice."""

import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.devices.test_voices import NEVER_ENDS, SPEAKS, VOICES, Ear, child, processes, wait_for
from wijkwijzer_desktop.devices.voices import Patience, SystemVoices, voices_here
from wijkwijzer_desktop.devices.voices_child import FOLDER, MODULE, Child, usual_command
from wijkwijzer_desktop.devices.voices_headphones import USUAL_VOLUME, reset_volume

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="makes programs and looks for processes of Linux")

NONSENSE = (
    "warning: no card",
    "3",
    "[]",
    "null",
    '{"voices": 3}',
    '{"voices": [3]}',
    '{"done": "x", "spoken": true}',
    '{"done": 1}',
    '{"headphones": null}',
    "[" * 100_000,
)
TALKS_NONSENSE = f"for line in {NONSENSE!r}:\n    print(line, flush=True)\n" + SPEAKS
STOPS_ONLY = VOICES.format(each='answer(done=order["number"], spoken=False) if order["do"] == "stop" else None')
BRIEF = Patience(say=0.05, character=0, tries=2)


@pytest.fixture(autouse=True)
def folders_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def programs(monkeypatch: pytest.MonkeyPatch, folder: Path, **scripts: str) -> None:
    """A computer on which there are only these."""
    folder.mkdir()
    for name, script in scripts.items():
        path = folder / name.replace("_", "-")
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


def test_lines_that_nobody_understands_are_passed_over() -> None:
    ear = Ear()
    with closing(SystemVoices("on", child(TALKS_NONSENSE))) as voices:
        voices.open(ear)
        number = voices.say("nl", "Een")
        ear.wait(lambda: ear.over == [(number, True)])
        assert not voices.hangs


def test_an_order_that_fails_otherwise_is_a_failure_of_the_process_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    ear, tell = Ear(), Child.tell

    def once(self: Child, **what: object) -> None:
        monkeypatch.setattr(Child, "tell", tell)
        raise OSError

    monkeypatch.setattr(Child, "tell", once)
    with closing(SystemVoices("on", child(SPEAKS))) as voices:
        voices.open(ear)
        first = voices.say("nl", "Een")
        ear.wait(lambda: ear.over == [(first, False)])
        second = voices.say("nl", "Twee")
        ear.wait(lambda: ear.over == [(first, False), (second, True)])


def test_a_process_that_cannot_be_started_now_is_tried_again_by_the_next_visitor(tmp_path: Path) -> None:
    program, ear = tmp_path / "program", Ear()
    with closing(SystemVoices("on", (str(program),))) as voices:
        voices.open(ear)
        ear.wait(lambda: ear.known == 1)
        assert voices.hangs
        program.write_text('#!/bin/sh\necho \'{"voices": ["nl"]}\'\nexec cat\n')
        program.chmod(0o700)
        voices.forget()
        ear.wait(lambda: voices.languages() == {"nl"})


def test_a_speech_server_that_fails_is_tried_again_by_the_next_visitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries, ear = tmp_path / "tries", Ear()
    programs(monkeypatch, tmp_path / "bin", speech_dispatcher=f"echo again >> {tries}; exit 1")
    with closing(SystemVoices("on", usual_command("off"), Patience(tries=2))) as voices:
        voices.open(ear)
        ear.wait(lambda: ear.known == 1)
        assert voices.languages() == frozenset()
        assert voices.hangs
        assert tries.read_text() == "again\n" * 2
        voices.forget()
        ear.wait(lambda: ear.known == 2)
        assert tries.read_text() == "again\n" * 3
    assert not processes(tmp_path)


def test_without_a_speech_server_there_are_no_voices_and_nobody_looks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(monkeypatch, tmp_path / "bin")
    assert voices_here() == frozenset()


def test_whoever_answers_an_order_has_all_tries_again() -> None:
    ear = Ear()
    with closing(SystemVoices("on", child(STOPS_ONLY), BRIEF)) as voices:
        voices.open(ear)
        for times in range(1, BRIEF.tries + 2):
            ear.wait(lambda: bool(voices.languages()))
            voices.say("nl", "Een")
            ear.wait(lambda times=times: len(ear.over) == times and ear.known == times + 1)  # type: ignore[misc]
            assert voices.hangs
            voices.stop()
            wait_for(lambda: not voices.hangs)


def test_a_desk_may_be_opened_twice_and_again_after_it_was_closed(tmp_path: Path) -> None:
    first, second, third = Ear(), Ear(), Ear()
    with closing(SystemVoices("on", child(NEVER_ENDS))) as voices:
        voices.open(first)
        first.wait(lambda: first.known == 1)
        one = processes(tmp_path)
        voices.open(second)
        second.wait(lambda: second.known == 1)
        assert processes(tmp_path) == one, "there is one voice for both"
        number = voices.say("nl", "Een")
        voices.close()
        assert second.over == [(number, False)]
        assert processes(tmp_path) == []
        voices.open(third)
        third.wait(lambda: third.known == 1)
        assert voices.languages() == {"nl", "tr"}
    assert processes(tmp_path) == []


def test_the_computer_is_as_loud_for_the_next_visitor_as_for_every_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, ear = tmp_path / "told", Ear()
    programs(monkeypatch, tmp_path / "bin", pactl=f'echo "$@" >> {told}')
    line = f"set-sink-volume @DEFAULT_SINK@ {USUAL_VOLUME}\n"
    with closing(SystemVoices("on", (sys.executable, "-m", MODULE, "mock", FOLDER, "on"))) as voices:
        voices.open(ear)
        wait_for(lambda: told.exists() and told.read_text() == line)
        number = voices.say("en", "One")
        ear.wait(lambda: ear.over == [(number, True)])
        voices.forget()
        wait_for(lambda: told.read_text() == line * 2)


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("pactl", 2)])
def test_a_computer_that_cannot_be_told_how_loud_to_be(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def run(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", run)
    reset_volume()
