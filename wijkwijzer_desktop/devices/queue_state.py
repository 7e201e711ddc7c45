"""What a queue's attributes mean: pure, from IPP's words to ours."""

from collections.abc import Mapping

from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices.ipp import number, words

PROCESSING = 4
STOPPED = 5

# A part of the keyword tells; the first that matches counts.
_DEVICE_FAULTS = (
    ("media-jam", PrinterFault.JAM),
    ("cover-open", PrinterFault.COVER_OPEN),
    ("door-open", PrinterFault.COVER_OPEN),
    ("interlock-open", PrinterFault.COVER_OPEN),
    ("media-empty", PrinterFault.OUT_OF_PAPER),
    ("media-needed", PrinterFault.OUT_OF_PAPER),
    ("input-tray-missing", PrinterFault.OUT_OF_PAPER),
    ("offline", PrinterFault.OFFLINE),
    ("shutdown", PrinterFault.OFFLINE),
    ("timed-out", PrinterFault.OFFLINE),
    ("connecting-to-device", PrinterFault.OFFLINE),
)
QUEUE_FAULTS = frozenset({PrinterFault.MISSING, PrinterFault.PAUSED, PrinterFault.REJECTING, PrinterFault.UNREACHABLE})


def device_fault(reasons: tuple[str, ...]) -> PrinterFault | None:
    """What is wrong with the machine itself; a warning ("toner-low-warning") is no fault."""
    pressing = [reason for reason in reasons if not reason.endswith("-warning")]
    for part, fault in _DEVICE_FAULTS:
        if any(reason.startswith(part) for reason in pressing):
            return fault
    return PrinterFault.FAILED if any(reason.endswith("-error") for reason in pressing) else None


def queue_state(name: str, attributes: Mapping[str, object]) -> PrinterState:
    """Whether this queue can print now.

    An idle queue only remembers what its last job met: CUPS asks the machine while it prints. So
    what an idle queue says of the machine is a warning; paper may have been put in since.
    """
    reasons = words(attributes.get("printer-state-reasons"))
    state = number(attributes.get("printer-state"))
    fault = device_fault(reasons) if state in {PROCESSING, STOPPED} else None
    if fault is None and (state == STOPPED or "paused" in reasons):
        fault = PrinterFault.PAUSED
    if fault is None and attributes.get("printer-is-accepting-jobs") is False:
        fault = PrinterFault.REJECTING
    return PrinterState(name, fault, reasons)
