"""From a paper that is really printed to what is counted when it is held before a camera, through the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from tests.fakes import Counter, counter
from tests.ui.conftest import MakeDriver, make_driver
from tests.ui.driver import Driver
from tests.ui.visitor.papers import with_camera, with_codes
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.desk.counting import VISITS_AT_ONCE
from wijkwijzer_desktop.devices.scanning import Camera, CameraScanner
from wijkwijzer_desktop.domain.outcome import Known
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.storage.tallies import StoredTallies
from wijkwijzer_desktop.ui.visitor.preview import render_page

__all__ = ["make_driver"]

# FFmpeg says what it doesn't find on this computer.
pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", extend=True)

# Pixels: an A4 that fills a camera's picture.
SHEET = QSize(1280, 1280)


class HeldBefore:
    """A camera before which a paper is held."""

    def __init__(self) -> None:
        self.sink: QVideoSink | None = None
        self.is_off = False

    def __call__(self, sink: QVideoSink, _gone: Callable[[], None]) -> Camera | None:
        self.sink = sink
        return self

    def stop(self) -> None:
        self.is_off = True

    def hold(self, paper: QImage) -> None:
        assert self.sink is not None
        self.sink.setVideoFrame(QVideoFrame(paper))


def in_a_hand(pdf: bytes) -> QImage:
    """The first page of it, not quite straight, on a dark ground."""
    sheet = render_page(pdf, 0, SHEET, 1.0)
    picture = QImage(1280, 1280, QImage.Format.Format_RGB32)
    picture.fill(QColor("#4a4038"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(640, 640)
    painter.rotate(4)
    painter.drawImage(-sheet.width() // 2, -sheet.height() // 2, sheet)
    painter.end()
    return picture


@pytest.fixture
def camera() -> HeldBefore:
    return HeldBefore()


@pytest.fixture
def here(tmp_path: Path, camera: HeldBefore) -> Iterator[Counter]:
    scanner = CameraScanner(camera)
    maker = ReportlabSlipMaker(paths.resources() / "fonts", paths.translations())
    yield with_codes(counter(slips=maker), tmp_path, scanner, with_camera)
    scanner.end()


def printed(driver: Driver) -> bytes:
    """One visit, with its worries on the paper."""
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Nee", "Huur", "Verder", "Verder", "Wijk nummer 3")
    driver.see("Op uw papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    driver.tap("Mijn zorgen ook op het papier, voor een volgende keer")
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    driver.tap("Ja", "Klaar")
    return driver.counter.printer.jobs[-1]


def test_a_printed_paper_is_told_of_and_gone_on_with(make_driver: MakeDriver, here: Counter, camera: HeldBefore) -> None:
    driver, desk = make_driver(here), here.desk
    paper = printed(driver)
    # Codes are kept for some visits at once, so that none of them can be found.
    for _ in range(VISITS_AT_ONCE - 1):
        desk.visit.start()
        desk.forget()
    driver.wait(lambda: bool(counted(here)))
    driver.tap("Ik kom terug met mijn papier")
    driver.wait(lambda: camera.sink is not None)
    camera.hold(in_a_hand(paper))
    driver.see("Waarvoor komt u?")
    driver.wait(lambda: camera.is_off)
    driver.tap("Vertellen hoe het ging")
    driver.see("Kwam u er?")
    while "Stadsbank" not in driver.words:
        driver.tap("Ik ging nog niet")
    driver.tap("Ja", "Ja", "Binnen 3 dagen")
    while "Kwam u er?" in driver.words:
        driver.tap("Ik ging nog niet")
    driver.see("Wilt u verder met uw vragen?")
    counts = counted(here)
    assert counts[Cell(Tallied.CAME, "bank")] == counts[Cell(Tallied.HELPED, "bank")] == 1
    assert counts[Cell(Tallied.ANSWERED_3_DAYS, "bank")] == 1
    driver.tap("Verder")
    assert desk.visit.intake.answers["begin.topics"].options == ("geld",)
    assert desk.visit.intake.order == ("geld.schulden",)


def counted(here: Counter) -> dict[Cell, int]:
    month, tally = f"{here.clock.now():%Y-%m}", here.desk._adapters.tally
    assert isinstance(tally, StoredTallies)
    return dict(tally.months((month,)).get(month, {}))


def test_a_code_that_nobody_printed_leads_nowhere(here: Counter) -> None:
    assert here.desk.outcomes.look("K7QM-3H").state is Known.UNKNOWN
