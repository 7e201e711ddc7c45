"""A canary answer is found nowhere afterwards, nor while the visit is under way; only on the visitor's paper."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cups import PrintServer
from tests.journeys.canary import CANARY, DANGER, DEBTS, HIDDEN, IN_CODE, NOTE
from tests.journeys.conftest import ROOT
from tests.slip.reading import dutch_in

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cups")]

FOLDERS = ("data", "home", "temporary", "runtime", "work", "said")
ENDINGS = (
    "printed",
    "urgent",
    "discreet",
    "whole",
    "together",
    "brought_back",
    "quick_exit",
    "told",
    "quick_exit_while_printing",
    "left_alone",
    "no_paper",
    "error_in_the_window",
    "error_in_the_advice",
)
STATIONS = (
    "printed, not yet forgotten",
    "after printed",
    "urgent",
    "urgent, printed",
    "after urgent",
    "discreet, printed",
    "after discreet",
    "one link drawn",
    "something to do found",
    "whole, printed",
    "after whole",
    "together, printed",
    "after together",
    "with its worries, printed",
    "brought back",
    "after brought_back",
    "after quick_exit",
    "brought back again",
    "half told",
    "after told",
    "after quick_exit_while_printing",
    "nobody touches it",
    "after left_alone",
    "no paper from Kapot",
    "no paper from nergens-bekend",
    "after no_paper",
    "after error_in_the_window",
    "after error_in_the_advice",
    "halfway",
)
PDF = "%PDF-"
# What the printer has on paper, whole or torn off halfway.
PAPER = frozenset({".pdf", ".part"})
# As it is printed on the paper.
SLIP_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{2}\b")


def bytes_of(word: str) -> tuple[bytes, ...]:
    """A word as it may lie on a disk, in small letters."""
    return tuple(word.lower().encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def holding(words: tuple[str, ...], folder: Path, paper: Path | None = None) -> list[Path]:
    """All files below the folder that hold one of these words or are named after it, but for printed paper."""
    found = []
    sought = tuple(wanted for word in words for wanted in bytes_of(word))
    # Files and folders of others go while we look; that is no error here.
    for path in sorted(Path(where, name) for where, _, names in os.walk(folder) for name in names):
        if path.is_file() and not (path.parent == paper and path.suffix in PAPER):
            with suppress(FileNotFoundError):
                content = path.read_bytes().lower() + str(path.relative_to(folder)).encode()
                if any(wanted in content for wanted in sought):
                    found.append(path)
    return found


@dataclass(frozen=True, slots=True)
class World:
    """All that the program can write to. root: folders of its own; cups: the print server."""

    root: Path
    cups: PrintServer

    def holding(self, *words: str) -> list[Path]:
        return holding(words, self.root) + holding(words, self.cups.root, self.cups.out)

    def visits(self, *endings: str) -> AbstractContextManager[subprocess.Popen[str]]:
        """One visit for each of these endings."""
        return self.running("tests.journeys.canary", "Kanarieloos", *endings)

    @contextmanager
    def running(self, module: str, printer: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Visits, on paper from this printer, with nothing of the machine's own to write to; killed if they don't end by
        themselves."""
        queue, broken = self.cups.queue(printer), self.cups.queue("Kapot", "exit=1")
        environment = {
            **os.environ,
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "temporary"),
            "XDG_RUNTIME_DIR": str(self.root / "runtime"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "WIJKWIJZER_DATA"):
            environment.pop(name, None)
        command = [sys.executable, "-m", module, str(self.root / "data"), queue, broken, *arguments]
        with (
            (self.root / "said" / "errors").open("wb") as errors,
            subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                cwd=self.root / "work",
                env=environment,
            ) as program,
        ):
            try:
                yield program
            finally:
                program.kill()

    def everything(self, told: list[str]) -> str:
        """What there is to go by when it went wrong."""
        return "\n".join([*told, self.errors(), (self.cups.root / "log" / "error_log").read_text(encoding="utf-8")])

    def errors(self) -> str:
        return (self.root / "said" / "errors").read_text(encoding="utf-8")


@pytest.fixture
def world(cups: PrintServer, tmp_path: Path) -> World:
    for name in FOLDERS:
        (tmp_path / "world" / name).mkdir(parents=True, mode=0o700)
    return World(tmp_path / "world", cups)


def lines(program: subprocess.Popen[str], stations: Collection[str] = STATIONS) -> Iterator[str]:
    """What it says; after each station it is let go on when the next line is asked for."""
    assert program.stdout is not None
    assert program.stdin is not None
    for line in program.stdout:
        yield line.rstrip("\n")
        if line.rstrip("\n") in stations:
            program.stdin.write("\n")
            program.stdin.flush()


def read(paper: Path) -> str:
    return dutch_in(paper.read_bytes())


def test_fault_09_a_canary_answer_is_found_nowhere_but_on_the_paper(world: World) -> None:
    told = []
    with world.visits(*ENDINGS) as program:
        for line in lines(program):
            told.append(line)
            assert world.cups.spooled() == [], line
            assert world.holding(CANARY, PDF) == [], line
        program.wait()
    assert program.returncode == 0, world.everything(told)
    assert [line for line in told if line in STATIONS] == list(STATIONS)
    clipboards = [line for line in told if line.startswith("clipboard")]
    assert len(clipboards) == 3
    assert CANARY not in "\n".join(told).lower()
    papers = [read(path) for path in sorted(world.cups.out.glob("Kanarieloos-*.pdf"))]
    codes = [SLIP_CODE.findall(paper)[0] for paper in papers]
    (scanned,) = (line.removeprefix(IN_CODE) for line in told if line.startswith(IN_CODE))
    assert "/GELD.SCHULDEN/" in scanned
    assert sum(code.replace("-", "") in scanned for code in codes) == 1
    # Whoever leaves while it prints may be too late to stop it.
    assert len(papers) in {6, 7}
    assert len(set(codes)) == len(papers), "each visit has a code of its own"
    assert world.holding(CANARY, PDF, scanned, *codes, *(code.replace("-", "") for code in codes)) == []
    assert world.cups.spooled() == []
    # It was all there to be leaked.
    for words in (DEBTS, DANGER, HIDDEN, NOTE):
        assert any(words in paper for paper in papers), words
    assert "unhandled type=RuntimeError" in world.errors()
    assert "advice-failed type=RuntimeError" in world.errors()
    assert "print-failed" in world.errors()


def test_fault_08_a_crash_halfway_leaves_no_core_file(world: World) -> None:
    with world.visits() as program:
        for line in lines(program):
            if line == "halfway":
                limits = Path(f"/proc/{program.pid}/limits").read_text(encoding="utf-8")
                program.send_signal(signal.SIGABRT)
                break
        program.wait()
    assert program.returncode == -signal.SIGABRT
    assert re.search(r"Max core file size +0 +0 ", limits)
    assert list((world.root / "work").iterdir()) == []
    assert world.holding(CANARY) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_the_search_finds_what_is_planted(encoding: str, world: World) -> None:
    planted = set()
    for folder in (world.root / name for name in FOLDERS):
        below = folder / "deep" / "down"
        below.parent.mkdir()
        below.write_bytes(b"\0\xff" + f"x{CANARY.upper()}y".encode(encoding))
        named = folder / CANARY
        named.touch()
        planted |= {below, named}
    assert set(world.holding(CANARY)) == planted


def test_the_search_finds_what_is_planted_in_a_database(world: World) -> None:
    path = world.root / "data" / "planted.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE answers (said TEXT)")
        database.execute("INSERT INTO answers VALUES (?)", (CANARY,))
        database.commit()
        assert world.holding(CANARY) == [path.with_name("planted.sqlite-wal")]
    assert world.holding(CANARY) == [path]


def test_the_search_finds_what_is_planted_at_the_print_server_but_for_the_paper(world: World) -> None:
    found = [world.cups.root / "log" / "planted", world.cups.out / "planted.txt", world.cups.root / "spool" / "planted.pdf"]
    paper = world.cups.out / "planted.pdf"
    try:
        for path in (*found, paper):
            path.write_text(CANARY, encoding="utf-8")
        assert set(world.holding(CANARY)) == set(found)
    finally:
        for path in (*found, paper):
            path.unlink()
