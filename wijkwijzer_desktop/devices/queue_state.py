"""What a queue's attributes mean: pure, from IPP's words to ours."""

import re
from collections.abc import Mapping

from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices.ipp import number, words
from wijkwijzer_desktop.domain.paper import Paper

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
    ("hibernate", PrinterFault.OFFLINE),
    ("suspend", PrinterFault.OFFLINE),
    ("standby", PrinterFault.OFFLINE),
    ("connecting-to-device", PrinterFault.OFFLINE),
)
# Makers have words of their own for paper of another size than was asked for: "media-mismatch", "tray-1-size-mismatch-error".
_MISMATCH = "mismatch"
QUEUE_FAULTS = frozenset({PrinterFault.MISSING, PrinterFault.PAUSED, PrinterFault.REJECTING, PrinterFault.UNREACHABLE})


def device_fault(reasons: tuple[str, ...]) -> PrinterFault | None:
    """What is wrong with the machine itself; a warning ("toner-low-warning") is no fault."""
    pressing = [reason for reason in reasons if not reason.endswith("-warning")]
    for part, fault in _DEVICE_FAULTS:
        if any(reason.startswith(part) for reason in pressing):
            return fault
    if any(_MISMATCH in reason for reason in pressing):
        return PrinterFault.WRONG_PAPER
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
    return PrinterState(name, fault, reasons, words(attributes.get("media-supported")))


# "iso_a4_210x297mm", "na_letter_8.5x11in", "custom_max_1000x1000mm".
_SIZE = re.compile(r"_([\d.]+)x([\d.]+)(mm|in)$")
_SHEETS = {Paper.A4: (210.0, 297.0), Paper.A5: (148.0, 210.0), Paper.A3: (297.0, 420.0)}
# What is sold for a roll of 80 millimetres, with and without its edges.
_ROLL = (70.0, 84.0)
_NEARLY = 2.0


def takes(media: tuple[str, ...], paper: Paper) -> bool:
    """Whether there is this paper among the sizes that a queue names; one that names none may have any."""
    sizes = [_size(name) for name in media]
    known = [size for size in sizes if size is not None]
    if not known:
        return True
    if paper is not Paper.RECEIPT:
        return any(abs(wide - _SHEETS[paper][0]) <= _NEARLY and abs(high - _SHEETS[paper][1]) <= _NEARLY for wide, high in known)
    least, most = _ROLL
    # It is as long as the slip: such a printer says how long a piece may be, or has it among its sizes by its width.
    return any(name.startswith("custom_max") for name in media) or any(least <= wide <= most for wide, _ in known)


def _size(name: str) -> tuple[float, float] | None:
    """Width and height in millimetres."""
    found = _SIZE.search(name)
    if found is None or name.startswith(("custom_min", "custom_max")):
        return None
    unit = 25.4 if found[3] == "in" else 1.0
    return float(found[1]) * unit, float(found[2]) * unit
