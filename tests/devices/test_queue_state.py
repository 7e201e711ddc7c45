"""What a queue's attributes mean."""

import pytest

from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.queue_state import queue_state, takes
from wijkwijzer_desktop.domain.paper import Paper

SHEETS = ("iso_a4_210x297mm", "na_letter_8.5x11in", "custom_min_76.2x127mm")
ROLL = ("om_roll_80x3276mm",)
LABELS = ("custom_min_25x25mm", "custom_max_80x2000mm", "na_index-4x6_4x6in")


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
        (4, "standby", True, PrinterFault.OFFLINE),
        (4, "media-mismatch", True, PrinterFault.WRONG_PAPER),
        (5, ["paused", "tray-1-size-mismatch-error"], True, PrinterFault.WRONG_PAPER),
        (4, "media-mismatch-warning", True, None),
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


@pytest.mark.parametrize(
    ("media", "paper", "there"),
    [
        ((), Paper.A5, True),
        (("unknown",), Paper.A4, True),
        (SHEETS, Paper.A4, True),
        (("om_a-4-fullbleed_209.9x297.04mm",), Paper.A4, True),
        (SHEETS, Paper.A5, False),
        (SHEETS, Paper.RECEIPT, False),
        (("na_letter_8.5x11in",), Paper.A4, False),
        (ROLL, Paper.A4, False),
        (ROLL, Paper.RECEIPT, True),
        (LABELS, Paper.RECEIPT, True),
        (LABELS, Paper.A5, False),
    ],
)
def test_fault_28_whether_a_queue_takes_this_paper(media: tuple[str, ...], paper: Paper, there: bool) -> None:
    assert takes(media, paper) is there
