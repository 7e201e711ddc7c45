"""Which printer prints follows from its name."""

from pathlib import Path

import pytest

from tests.fakes import FakePrinter
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices import escpos
from wijkwijzer_desktop.devices.checks import all_checks
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.escpos import EscposPrinter
from wijkwijzer_desktop.devices.printers import AllPrinters, has_driver
from wijkwijzer_desktop.domain.paper import Paper

DIRECT = "escpos:/dev/usb/lp0"


def test_a_name_with_a_scheme_is_printed_on_directly() -> None:
    system, direct = FakePrinter(), FakePrinter()
    both = AllPrinters(system, direct)
    for name, printer in (("Balie", system), (DIRECT, direct)):
        assert both.state(name).name == name
        job = both.submit(b"%PDF", name, Paper.RECEIPT)
        both.settle(job, name, 1)
        both.cancel(job, name)
        assert (printer.jobs, printer.settled, printer.cancelled) == ([b"%PDF"], [1], [1])
    assert has_driver("Balie")
    assert not has_driver(DIRECT)


def test_devices_of_this_computer_are_among_the_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(escpos, "DEVICES", tmp_path)
    assert AllPrinters(FakePrinter()).names() == ("Balie",)
    for name in ("lp1", "lp0", "hiddev0"):
        (tmp_path / name).touch()
    assert AllPrinters(FakePrinter()).names() == ("Balie", f"escpos:{tmp_path}/lp0", f"escpos:{tmp_path}/lp1")


def test_fault_28_doctor_names_what_is_wrong_with_a_receipt_printer() -> None:
    both = AllPrinters(FakePrinter(), EscposPrinter(patience=0.2, answer=0.1))
    found = {check.code: dict(check.data) for check in all_checks(both, "escpos:tcp://127.0.0.1:9", SystemClock())}
    assert found["printer"]["fault"] == PrinterFault.OFFLINE
    # It has no queue whose policy could be wrong.
    assert "queue-error-policy" not in found
