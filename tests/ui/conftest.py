"""A window at a counter in memory, for every test of the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, counter
from tests.ui.driver import Driver

MakeDriver = Callable[..., Driver]


@pytest.fixture
def make_driver(qapp: QApplication) -> Iterator[MakeDriver]:
    """Makes windows; they are gone after the test."""
    made: list[Driver] = []

    def make(at: Counter | None = None, size: tuple[int, int] = (1280, 800)) -> Driver:
        made.append(Driver(qapp, at or counter(), size))
        return made[-1]

    yield make
    for driver in made:
        driver.close()


@pytest.fixture
def driver(make_driver: MakeDriver) -> Driver:
    """One window, 1280 by 800."""
    return make_driver()
