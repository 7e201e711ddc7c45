"""A backup every hour, when nobody is there."""

import logging
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.fakes import FixedClock, counter
from wijkwijzer_desktop.domain.errors import BackupError
from wijkwijzer_desktop.ui.keeping import EVERY_SECONDS, FIRST_SECONDS, Keeper
from wijkwijzer_desktop.ui.tasks import pool


class Copies:
    """Counts them. fails: with this reason. may: cleared, one that is made takes until it is set."""

    def __init__(self) -> None:
        self.made = 0
        self.fails = ""
        self.may = threading.Event()
        self.may.set()

    def __call__(self) -> None:
        self.may.wait(20)
        if self.fails:
            raise BackupError(reason=self.fails)
        self.made += 1


@pytest.fixture
def copies(qapp: QApplication) -> Copies:
    return Copies()


def polled(keeper: Keeper, clock: FixedClock, seconds: float) -> None:
    clock.pass_by(seconds)
    keeper.poll()


def settled(qapp: QApplication) -> None:
    pool().waitForDone(20_000)
    qapp.processEvents()


def test_every_hour_while_nobody_is_here(qapp: QApplication, copies: Copies) -> None:
    here = counter()
    parent = QObject()
    keeper = Keeper(here.desk, copies, parent)
    polled(keeper, here.clock, FIRST_SECONDS - 1)
    settled(qapp)
    assert copies.made == 0
    for expected in (1, 2, 3):
        polled(keeper, here.clock, EVERY_SECONDS)
        settled(qapp)
        polled(keeper, here.clock, 60)
        settled(qapp)
        assert copies.made == expected


def test_a_visitor_comes_first(qapp: QApplication, copies: Copies) -> None:
    here = counter()
    parent = QObject()
    keeper = Keeper(here.desk, copies, parent)
    here.desk.visit.start()
    polled(keeper, here.clock, 3 * EVERY_SECONDS)
    settled(qapp)
    assert copies.made == 0
    here.desk.forget()
    polled(keeper, here.clock, 60)
    settled(qapp)
    assert copies.made == 1


def test_one_at_a_time(qapp: QApplication, copies: Copies) -> None:
    here = counter()
    parent = QObject()
    keeper = Keeper(here.desk, copies, parent)
    copies.may.clear()
    for _ in range(3):
        polled(keeper, here.clock, EVERY_SECONDS)
    copies.may.set()
    settled(qapp)
    assert copies.made == 1


def test_one_that_fails_is_noted_and_tried_again_an_hour_later(
    qapp: QApplication, copies: Copies, caplog: pytest.LogCaptureFixture
) -> None:
    here = counter()
    parent = QObject()
    keeper = Keeper(here.desk, copies, parent)
    copies.fails = "full"
    with caplog.at_level(logging.ERROR):
        polled(keeper, here.clock, EVERY_SECONDS)
        settled(qapp)
    assert caplog.messages == ["backup-failed type=BackupError reason=full"]
    copies.fails = ""
    polled(keeper, here.clock, EVERY_SECONDS)
    settled(qapp)
    assert copies.made == 1
