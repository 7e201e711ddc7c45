"""What a queue's attributes mean."""

import pytest

from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.queue_state import queue_state


@pytest.mark.parametrize(
    ("state", "reasons", "accepting", "fault"),
    [
        (3, "none", True, None),
        (4, "none", True, None),
        (3, "none", False, PrinterFault.REJECTING),
        (5, "paused", True, PrinterFault.PAUSED),
        (5, "none", True, PrinterFault.PAUSED),
        (4, "moving-to-paused", True, None),
        (5, ["media-empty-error", "paused"], True, PrinterFault.OUT_OF_PAPER),
        (4, "media-needed", True, PrinterFault.OUT_OF_PAPER),
        (4, "media-empty-warning", True, None),
        (4, ["toner-low-warning", "media-jam-error"], True, PrinterFault.JAM),
        (4, "cover-open-error", True, PrinterFault.COVER_OPEN),
        (4, "door-open", True, PrinterFault.COVER_OPEN),
        (4, "offline-report", True, PrinterFault.OFFLINE),
        (4, "connecting-to-device", True, PrinterFault.OFFLINE),
        (4, "fuser-over-temp-error", True, PrinterFault.FAILED),
        (3, "media-empty-error", True, None),
        (3, "media-empty-error", False, PrinterFault.REJECTING),
    ],
)
def test_fault_28_each_has_its_name(state: int, reasons: object, accepting: bool, fault: PrinterFault | None) -> None:
    attributes = {"printer-state": state, "printer-state-reasons": reasons, "printer-is-accepting-jobs": accepting}
    assert queue_state("Balie", attributes).fault is fault


def test_what_the_system_said_is_kept_as_it_said_it() -> None:
    attributes = {"printer-state": 3, "printer-state-reasons": ["toner-low-warning", "none"], "printer-is-accepting-jobs": True}
    assert queue_state("Balie", attributes).warnings == ("toner-low-warning",)
