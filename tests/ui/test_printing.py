"""When the printer fails, or there is none: what is told, and every way on."""

import shutil
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.fakes import SETTINGS, Counter, FakePrinter, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.desk.qr import encode
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.ui.visitor.photo import CodePicture

TWO = replace(SETTINGS, other_printer="Kamer 2")
NONE = replace(SETTINGS, printer="")


@dataclass
class SeveralPrinters(FakePrinter):
    """faults: of each by name; printed: where each job went."""

    faults: dict[str, PrinterFault] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)

    def state(self, name: str) -> PrinterState:
        return PrinterState(name, self.faults.get(name))

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        if name in self.faults:
            raise PrinterError(fault=self.faults[name])
        self.printed.append(name)
        return super().submit(pdf, name, paper)


def at(settings: Settings, **faults: PrinterFault) -> tuple[Counter, SeveralPrinters]:
    printer = SeveralPrinters(faults=faults or {"Balie": PrinterFault.OUT_OF_PAPER})
    made = counter()
    return replace(made, desk=Desk(settings, replace(made.desk._adapters, printer=printer)), printer=printer), printer


def to_paper(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Ik ben vaak alleen", "Verder met 2", "Nee", "Huur", "Verder", "Nee")
    driver.tap("Verder", "Wijk nummer 3")
    driver.press_main()
    driver.see("Op uw papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")


def shown_codes(driver: Driver) -> list[CodePicture]:
    return [code for code in driver.window.findChildren(CodePicture) if code.isVisible()]


def test_fault_28_another_printer_is_offered_and_prints(make_driver: MakeDriver) -> None:
    here, printer = at(TWO)
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Het papier van de printer is op.", "Andere printer", "Probeer het nog eens", "Hulp van een mens")
    driver.tap("Andere printer")
    driver.see("Ligt uw papier er?")
    assert printer.printed == ["Kamer 2"]
    assert "Foto van het scherm" not in driver.names
    # No paper there after all: the same printer again, or now the first one.
    printer.faults.clear()
    driver.tap("Nee")
    driver.see("Andere printer")
    driver.tap("Andere printer")
    driver.see("Ligt uw papier er?")
    assert printer.printed == ["Kamer 2", "Balie"]
    driver.tap("Ja")
    driver.see("Neem uw papier mee")
    assert not driver.counter.desk.visit.intake.answers


def test_fault_28_another_printer_that_fails_too_is_not_offered(make_driver: MakeDriver) -> None:
    here, printer = at(TWO, **{"Balie": PrinterFault.JAM, "Kamer 2": PrinterFault.OFFLINE})
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Er zit papier vast in de printer.", "Foto van het scherm")
    assert "Andere printer" not in driver.names
    assert printer.printed == []


@pytest.mark.parametrize(
    ("paper", "words"), [(Paper.A4, "Er moet A4 in."), (Paper.A5, "Er moet A5 in."), (Paper.RECEIPT, "Er moet een rol in.")]
)
def test_fault_28_the_right_paper_is_named(make_driver: MakeDriver, paper: Paper, words: str) -> None:
    here, _ = at(replace(SETTINGS, paper=paper), Balie=PrinterFault.WRONG_PAPER)
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Er zit verkeerd papier in de printer.", words)


def test_fault_28_the_staff_side_hears_what_is_wrong_and_when_it_is_over(make_driver: MakeDriver) -> None:
    here, printer = at(TWO)
    driver = make_driver(here)
    heard: list[str] = []
    driver.controller.printing.trouble.connect(heard.append)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Het papier van de printer is op.")
    assert heard == ["out-of-paper"]
    printer.faults.clear()
    driver.tap("Probeer het nog eens")
    driver.see("Ligt uw papier er?")
    assert heard[-1] == ""
    driver.tap("Nee")
    assert heard[-1] == "not-there"
    driver.tap("Snel weg")
    assert heard[-1] == ""


def test_fault_29_a_job_is_followed_and_cancelled_where_it_was_sent(make_driver: MakeDriver) -> None:
    here, printer = at(TWO)
    asked: list[tuple[str, str]] = []
    settle, cancel = printer.settle, printer.cancel

    def settle_there(job: int, name: str, seconds: float) -> None:
        asked.append(("settle", name))
        settle(job, name, seconds)

    def cancel_there(job: int, name: str) -> None:
        asked.append(("cancel", name))
        cancel(job, name)

    printer.settle, printer.cancel = settle_there, cancel_there  # type: ignore[method-assign]
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Andere printer")
    printer.may_settle.clear()
    driver.tap("Andere printer")
    driver.wait(lambda: asked == [("settle", "Kamer 2")])
    driver.tap("Snel weg")
    driver.wait(lambda: len(asked) > 1)
    assert asked[1] == ("cancel", "Kamer 2")


def test_fault_28_without_a_printer_the_steps_are_photographed(make_driver: MakeDriver) -> None:
    here, printer = at(NONE)
    driver = make_driver(here)
    to_paper(driver)
    driver.see("Hier is geen printer.")
    driver.tap("Maak foto's")
    driver.see("Foto 1 van", "Maak een foto van dit scherm.", "Schulden", "Stadsbank", "053 000 00 00", "Open:")
    assert len(shown_codes(driver)) == 1
    assert "Vorige" not in driver.names
    pages = {driver.words}
    while "Volgende" in driver.names:
        driver.tap("Volgende")
        pages.add(driver.words)
    assert len(pages) > 3
    driver.see("Wijkwijzer De Magneet", "Hertmebrink 1, Enschede")
    assert here.desk.visit.code not in "".join(pages)
    driver.tap("Vorige", "Volgende", "Klaar")
    driver.see("Bewaar uw foto goed")
    assert printer.jobs == []
    assert not here.desk.visit.intake.answers
    assert shown_codes(driver) == []
    assert all("Stadsbank" not in label.text() for label in driver.window.findChildren(QLabel))


def test_fault_28_the_screen_is_photographed_after_a_failure_and_back_leads_to_printing(make_driver: MakeDriver) -> None:
    here, printer = at(SETTINGS)
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Print")
    driver.see("Foto van het scherm")
    driver.tap("Foto van het scherm")
    driver.see("Foto 1 van")
    driver.tap("Terug")
    driver.see("Dit is uw papier")
    printer.faults.clear()
    driver.wait(driver.button("Print").isEnabled)
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    driver.tap("Ja")
    driver.see("Neem uw papier mee")


def test_fault_03_quick_exit_while_photographing(make_driver: MakeDriver) -> None:
    here, _ = at(NONE)
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Maak foto's", "Snel weg")
    assert not driver.controller.printing.photographs
    driver.touch_nowhere()
    assert "Begin" in driver.names
    # The next one begins with the first page again.
    to_paper(driver)
    driver.tap("Maak foto's")
    driver.see("Foto 1 van")


def test_a_burst_of_taps_skips_no_page(make_driver: MakeDriver) -> None:
    here, _ = at(NONE)
    driver = make_driver(here)
    to_paper(driver)
    driver.tap("Maak foto's")
    driver.counter.clock.pass_by(1)
    button = driver.button("Volgende")
    for _ in range(20):
        driver.touch(button)
        driver.counter.clock.pass_by(0.05)
    driver.see("Foto 2 van")


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg isn't installed (Debian: zbar-tools)")
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("look", [(), ("contrast",)], ids=["standard", "contrast"])
def test_every_code_is_scanned_from_the_screen(
    make_driver: MakeDriver, tmp_path: Path, size: tuple[int, int], look: tuple[str, ...]
) -> None:
    here, _ = at(replace(NONE, theme=look[0] if look else "standard"))
    driver = make_driver(here, size)
    to_paper(driver)
    driver.tap("Maak foto's")
    seen: list[str] = []
    while True:
        driver.window.grab().save(str(tmp_path / "screen.png"))
        scan = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "screen.png"], capture_output=True, text=True, check=False)
        seen.append(scan.stdout.strip())
        if "Klaar" in driver.names:
            break
        driver.tap("Volgende")
    assert seen[0] == "tel:+31530000000"
    assert all(seen), seen
    assert all(code.startswith(("tel:", "https://")) or "\n" in code for code in seen), seen


def test_a_code_is_whole_pixels_and_never_more_than_its_room(make_driver: MakeDriver) -> None:
    driver = make_driver()
    picture = CodePicture(driver.window)
    picture.resize(333, 250)
    code = encode("tel:+31531234567")
    picture.show_code(code)
    image = picture.grab().toImage()
    across = code.size + 4
    module = 250 // across
    dark = {(x, y) for x in range(333) for y in range(250) if image.pixelColor(x, y).lightness() < 128}
    left, top = (333 - module * across) // 2 + 2 * module, (250 - module * across) // 2 + 2 * module
    wanted = {(left + (column + i) * module, top + row * module) for column, row, wide in code.runs for i in range(wide)}
    assert wanted <= dark
    assert len(dark) == len(wanted) * module * module
