"""Real speech: our own process, speech-dispatcher and espeak-ng, into a sound card that is a file."""

import array
import math
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.devices.test_voices import Ear, processes, wait_for
from wijkwijzer_desktop.devices.voices import SystemVoices

pytestmark = [
    pytest.mark.skipif(
        shutil.which("speech-dispatcher") is None or shutil.which("espeak-ng") is None,
        reason="needs speech-dispatcher and espeak-ng (Debian: the packages of these names)",
    ),
    pytest.mark.xdist_group("voices"),
]

# As espeak-ng makes it: samples of two bytes, one channel.
RATE = 22_050
LOUD = 300
SENTENCES = {
    "nl": "Lukt het om elke maand uw rekeningen te betalen?",
    "ar": "هل تستطيع دفع فواتيرك كل شهر؟",
    "tr": "Faturalarınızı her ay ödeyebiliyor musunuz?",
}
CARD = 'pcm.!default {{ type file\n slave.pcm "nothing"\n file "{file}"\n format "raw" }}\npcm.nothing {{ type null }}\n'
CONFIGURATION = 'Include "/etc/speech-dispatcher/speechd.conf"\nLogLevel 5\nAudioOutputMethod "alsa"\n'
PROGRAM = """
import sys, threading
from wijkwijzer_desktop.devices.voices import SystemVoices
class Listener:
    def voices_known(self):
        print("known", flush=True)
    def ended(self, number, *, spoken):
        print("ended", flush=True)
voices = SystemVoices("on")
voices.open(Listener())
voices.say("nl", "Een")
threading.Event().wait()
"""


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes out of the loudspeaker. Whoever looks after this computer has its log as talkative as it gets."""
    home = tmp_path / "home"
    (home / ".config" / "speech-dispatcher").mkdir(parents=True)
    (home / ".config" / "speech-dispatcher" / "speechd.conf").write_text(CONFIGURATION)
    file = tmp_path / "sound.raw"
    (home / ".asoundrc").write_text(CARD.format(file=file))
    monkeypatch.setenv("HOME", str(home))
    # Longer than the address of a socket may be.
    run = tmp_path / ("a-long-way-down" * 6)
    run.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    # The volume of who runs these tests stays as it is.
    monkeypatch.setenv("PULSE_SERVER", str(tmp_path / "no-sound-server"))
    for name in ("XDG_CONFIG_HOME", "SPEECHD_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    return file


@pytest.fixture
def voices(sound: Path) -> Iterator[tuple[SystemVoices, Ear]]:
    made, ear = SystemVoices("on"), Ear()
    made.open(ear)
    ear.wait(lambda: ear.known == 1)
    yield made, ear
    made.close()


def test_dutch_arabic_and_turkish_are_heard(voices: tuple[SystemVoices, Ear], sound: Path) -> None:
    speaker, ear = voices
    assert {"nl", "en", "de", "tr", "pl", "uk", "ar", "fa", "ro"} <= speaker.languages()
    assert not {"ti", "so"} & speaker.languages()
    begin = 0
    for language, sentence in SENTENCES.items():
        number = speaker.say(language, sentence)
        ear.wait(lambda number=number: (number, True) in ear.over)  # type: ignore[misc]
        heard = sound.read_bytes()[begin:]
        begin += len(heard)
        samples = array.array("h", heard[: len(heard) // 2 * 2])
        assert 1.5 < len(samples) / RATE < 8, language
        assert math.sqrt(sum(sample * sample for sample in samples) / len(samples)) > LOUD, language


def test_fault_9_what_is_said_stands_in_no_file(voices: tuple[SystemVoices, Ear], sound: Path, tmp_path: Path) -> None:
    speaker, ear = voices
    number = speaker.say("nl", "Kanariepietje")
    ear.wait(lambda: (number, True) in ear.over)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "speech-dispatcher.log" for path in files)
    assert [path for path in files if b"anariepiet" in path.read_bytes()] == []
    assert [pid for pid in processes(tmp_path) if "anariepiet" in Path(f"/proc/{pid}/cmdline").read_text()] == []


def test_forgetting_begins_anew_and_closing_leaves_no_process(
    voices: tuple[SystemVoices, Ear], sound: Path, tmp_path: Path
) -> None:
    speaker, ear = voices
    before = set(processes(tmp_path))
    assert len(before) >= 3, "ours, its guard, the server"
    speaker.say("nl", "Een")
    ear.wait(lambda: len(ear.over) == 1)
    speaker.forget()
    ear.wait(lambda: ear.known == 2)
    assert not before & set(processes(tmp_path))
    speaker.say("tr", "Bir")
    ear.wait(lambda: ear.over[-1][1] and len(ear.over) == 2)
    speaker.close()
    wait_for(lambda: not processes(tmp_path))
    assert [path for path in tmp_path.iterdir() if path.name.startswith("wijkwijzer")] == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_killed_leaves_no_process_behind(sound: Path, tmp_path: Path, number: int) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"known\n"
        assert processes(tmp_path)
        os.kill(program.pid, number)
    wait_for(lambda: not processes(tmp_path))
    wait_for(lambda: not [path for path in tmp_path.iterdir() if path.name.startswith("wijkwijzer")])


def test_a_program_that_is_killed_while_its_voice_hangs_leaves_no_process_behind(sound: Path, tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"known\n"
        # The guard must not stand still; the others do.
        standing = [pid for pid in processes(tmp_path) if threads(pid) > 1]
        assert standing
        for pid in standing:
            os.kill(pid, signal.SIGSTOP)
        program.kill()
    wait_for(lambda: not processes(tmp_path))


def threads(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/task").iterdir()))


def test_it_may_be_closed_while_it_starts(sound: Path, tmp_path: Path) -> None:
    before = threading.active_count()
    speaker = SystemVoices("on")
    speaker.open(Ear())
    speaker.close()
    wait_for(lambda: not processes(tmp_path))
    wait_for(lambda: threading.active_count() <= before)
