"""Programs where a counter or an editor stands that do what a test asks of them, one thing after the other: a line with what is
asked, and a line with what came of it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cables.network import Place
from wijkwijzer_desktop.domain.errors import WijkwijzerError

ROOT = Path(__file__).parent.parent.parent
PATIENCE_SECONDS, PAUSE_SECONDS = 60.0, 0.05


class RefusedError(Exception):
    """What was asked was refused; as staff would be told. name: of the error. data: what it says."""

    def __init__(self, name: str, data: dict[str, str]) -> None:
        super().__init__(f"{name} {data}")
        self.name, self.data = name, data


@dataclass(frozen=True, slots=True)
class Asked:
    """Such a program, seen from the test."""

    place: Place
    process: "subprocess.Popen[str]"

    def hear(self) -> Any:
        """What came of what was asked first of all that wasn't heard yet. Raises RefusedError."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"it ended: {self.process.wait()}"
        told = json.loads(line)
        if "refused" in told:
            raise RefusedError(told["refused"], told["data"])
        return told["told"]

    def begin(self, *words: object) -> None:
        """Ask, and don't wait."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def ask(self, *words: object) -> Any:
        """What came of it. Raises RefusedError."""
        self.begin(*words)
        return self.hear()

    def end(self) -> None:
        """The program is closed."""
        self.process.communicate()


def start(place: Place, module: str, folder: Path, address: str, **more: str) -> Asked:
    """A program there; it tells something when it is open. address: of the server. more: to its environment."""
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "WIJKWIJZER_DATA": str(folder), "WIJKWIJZER_DATABASE_URL": address, **more}
    command = (sys.executable, "-m", module, str(folder))
    return Asked(place, place.start(*command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE))


def obey(does: Mapping[str, Callable[..., object]]) -> None:
    """Until nobody asks any more. does: by the first word of what is asked; the others are given to it."""
    _tell(told=None)
    for line in sys.stdin:
        name, *given = json.loads(line)
        try:
            told = does[name](*given)
        except WijkwijzerError as error:
            _tell(refused=type(error).__name__, data={key: str(value) for key, value in error.data.items()})
        else:
            _tell(told=told)


def until(look: Callable[[], Mapping[str, object]], what: str, value: object) -> Mapping[str, object]:
    """How it looks as soon as this is so; as it is after a minute otherwise."""
    end = time.monotonic() + PATIENCE_SECONDS
    while (told := look())[what] != value and time.monotonic() < end:
        time.sleep(PAUSE_SECONDS)
    return told


def _tell(**said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
