"""What was fetched is there for whoever comes next, also where nobody was here to forget."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import SERVICES, SMALL_PACK, MemoryCatalogue, OneNetwork, OneShelf, counter
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.outcomes import NoCodes
from wijkwijzer_desktop.desk.shelves import look_through
from wijkwijzer_desktop.domain.central import CentralStanding
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.ui.visitor.idle_controller import QUIET_SECONDS


@pytest.fixture
def driver(qapp: QApplication) -> Iterator[Driver]:
    made = Driver(qapp, counter())
    yield made
    made.close()


def prepare(driver: Driver) -> None:
    fresh = look_through(MemoryCatalogue(SERVICES[1:]), OneShelf(SMALL_PACK), OneNetwork(Network()), NoCodes())
    driver.counter.desk.prepare(fresh)


def is_served(driver: Driver) -> bool:
    return driver.counter.desk.entry(SERVICES[0].id) is None


def test_on_the_first_screen_it_comes_by_itself(driver: Driver) -> None:
    prepare(driver)
    assert not is_served(driver)
    driver.controller.idle.poll()
    assert is_served(driver)
    driver.tap("Begin")
    driver.see("Waar wilt u hulp bij?")


def test_during_a_visit_it_waits_until_that_is_over(driver: Driver) -> None:
    driver.tap("Begin")
    prepare(driver)
    driver.controller.idle.poll()
    assert not is_served(driver)
    driver.controller.quick_exit()
    assert is_served(driver)


def test_when_it_is_quiet_the_counter_tidies_up_once(driver: Driver) -> None:
    driver.counter.desk.central = CentralStanding()
    frozen = gc.get_freeze_count()
    try:
        driver.controller.idle.poll()
        assert gc.get_freeze_count() == frozen
        driver.counter.clock.pass_by(QUIET_SECONDS)
        driver.controller.idle.poll()
        settled = gc.get_freeze_count()
        assert settled > 0
        driver.controller.idle.poll()
        assert gc.get_freeze_count() == settled
    finally:
        driver.counter.desk.central = None
