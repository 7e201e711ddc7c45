"""From process start to a counter that works, and to its end."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import counter
from wijkwijzer_desktop.app import Opening, make_window
from wijkwijzer_desktop.desk.courier import Courier
from wijkwijzer_desktop.desk.courier_thread import CourierThread
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.errors import DatabaseNewerError
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.window import MainWindow

ROOT = Path(__file__).parent.parent.parent


class Builder:
    """Builds when it may; fails as long as it is told to."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.fails = False

    def __call__(self) -> Desk:
        self.may.wait(20)
        if self.fails:
            raise DatabaseNewerError(revision="9999")
        return counter().desk


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    window = make_window(qapp, Settings().first_screen)
    window.resize(1280, 800)
    yield window
    qapp.removeEventFilter(window)
    window.may_close = True
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(window: MainWindow, builder: Builder, courier: Callable[[Desk], CourierThread] | None = None) -> Opening:
    opening = Opening(window, builder, courier=courier)
    window.start.painted.connect(opening.first_painted)
    window.start.turn()
    window.show()
    QTest.qWait(1)
    return opening


def wait_for(opening: Opening) -> None:
    for _ in range(2000):
        if opening.controller is not None or opening.parent().cover is not None:  # type: ignore[union-attr]
            return
        QTest.qWait(2)
    raise AssertionError


def test_begin_touched_before_the_desk_is_there_waits_visibly_and_goes_on(window: MainWindow) -> None:
    builder = Builder()
    opening = opened(window, builder)
    QTest.mouseClick(window.start.begin, Qt.MouseButton.LeftButton)
    assert window.start.begin.words == "Een ogenblik…"
    assert not window.start.begin.isEnabled()
    builder.may.set()
    wait_for(opening)
    assert opening.controller is not None
    assert opening.controller.desk.visit.view.stage is Stage.QUESTIONS


class Going:
    """A courier of whom only this matters."""

    def __init__(self) -> None:
        self.desks: list[Desk] = []
        self.started = threading.Event()

    def __call__(self, desk: Desk) -> CourierThread:
        self.desks.append(desk)
        return CourierThread(self.make)

    def make(self) -> Courier:
        self.started.set()
        raise DatabaseNewerError(revision="9999")


def test_who_goes_to_the_server_begins_when_the_desk_is_there(window: MainWindow) -> None:
    builder, going = Builder(), Going()
    opening = opened(window, builder, going)
    builder.may.set()
    wait_for(opening)
    courier = opening.courier
    assert courier is not None
    assert going.started.wait(20)
    courier.stop()
    assert courier.join(20)
    assert opening.controller is not None
    assert going.desks == [opening.controller.desk]


def test_a_desk_that_cannot_be_built_says_so_and_can_be_tried_again(window: MainWindow) -> None:
    builder = Builder()
    builder.fails = True
    builder.may.set()
    opening = opened(window, builder)
    wait_for(opening)
    assert not window.findChildren(VisitorController)
    assert window.cover is not None
    builder.fails = False
    QTest.mouseClick(window.cover.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    QTest.qWait(1)
    wait_for(opening)
    assert opening.controller is not None
    assert "Begin" in window.start.begin.words


def test_stopped_by_a_signal_it_forgets_and_ends(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from wijkwijzer_desktop.app import run\n"
        "from wijkwijzer_desktop.settings import Settings\n"
        "from tests.fakes import counter\n"
        "def build():\n"
        "    sys.stdout.write('open'); sys.stdout.flush()\n"
        "    return counter().desk\n"
        "sys.exit(run(Settings(full_screen=False).first_screen, build))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, env=environment, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.read(4) == b"open"
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0
    assert list(tmp_path.iterdir()) == []


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    script = (
        "import sys\n"
        "from wijkwijzer_desktop import app\n"
        "heavy = {'sqlalchemy', 'psycopg', 'ruamel', 'reportlab', 'babel', 'PySide6.QtPdf'}\n"
        "heavy |= {'wijkwijzer_desktop.desk', 'wijkwijzer_desktop.domain.matching'}\n"
        "sys.exit(' '.join(sorted(heavy & sys.modules.keys())) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
