"""A visit outside of Enschede: the own numbers of a municipality where it has them, those of region and country elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, FakePrinter, FixedClock, MemoryCatalogue
from tests.ui.driver import Driver
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import build_desk
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker


@pytest.fixture
def driver(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv(paths.CONTENT_VARIABLE, "voorbeeldstad")
    real, clock, printer = build_desk(tmp_path / "data"), FixedClock(), FakePrinter()
    slips = ReportlabSlipMaker(paths.resources() / "fonts", paths.translations())
    adapters = replace(real._adapters, clock=clock, printer=printer, slips=slips)
    made = Driver(qapp, Counter(Desk(real.settings, adapters), clock, MemoryCatalogue(()), printer))
    yield made
    made.close()


def test_without_a_gp_in_another_municipality(driver: Driver) -> None:
    desk = driver.counter.desk
    assert desk.settings.name == "Balie De Linde (verzonnen)"
    driver.tap("Begin", "Dokter en zorgkosten", "Verder met 1", "Nee, ik heb geen huisarts", "Ja, vandaag")
    driver.see("U heeft geen huisarts", "Dokter voor wie geen huisarts heeft (verzonnen)")
    assert "THOEN" not in driver.words
    # What Voorbeeldstad has no number of its own for comes from the region.
    driver.see("Spoedpost")
    driver.tap("Ga verder met vragen")
    while "In welke buurt woont u?" not in driver.words:
        driver.tap(next(name for name in ("Verder", "Overslaan", "Weet ik niet") if name in driver.names))
    driver.see("Lindekwartier")
    assert "Wesselerbrink" not in driver.words
