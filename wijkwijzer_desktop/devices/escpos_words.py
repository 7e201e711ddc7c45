"""ESC/POS, as far as a slip needs it: what is said to a receipt printer, and what its answers mean. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.raster import HEAD_DOTS, Dots

# As new, and silent until it is asked.
BEGIN = b"\x1b@\x1da\x00"
# On to where the knife is, and cut all but a corner.
CUT = b"\x1dV\x42\x00"
# Answered at once, whatever the printer is doing: printer, why offline, which error, paper.
STATUS = (b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x03", b"\x10\x04\x04")
# Answered when all before it is done.
DONE = b"\x1dr\x01"
# Forget what was sent and isn't printed yet, at once; and what a printer says to that.
FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
FORGOTTEN = b"\x37\x25\x00"
# Small printers have room for little.
BAND_ROWS = 128

# Dots that would be taken for a word that is heard at once; each gets one dot more.
_HEARD_AT_ONCE = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
_OFFLINE = 0x08
_COVER, _PAPER_STOPS, _WRONG = 0x04, 0x20, 0x40
_KNIFE_OR_WORSE = 0x28
_PAPER_LOW, _PAPER_OUT = 0x0C, 0x60


@dataclass(frozen=True, slots=True)
class Status:
    """What a printer says of itself. answers: whether it says anything at all."""

    answers: bool = False
    offline: bool = False
    cover_open: bool = False
    out_of_paper: bool = False
    paper_low: bool = False
    error: bool = False

    @property
    def fault(self) -> PrinterFault | None:
        """What keeps it from printing. An open cover is told first: it makes a printer say that its paper is out too."""
        if self.cover_open:
            return PrinterFault.COVER_OPEN
        if self.out_of_paper:
            return PrinterFault.OUT_OF_PAPER
        if self.error:
            return PrinterFault.FAILED
        return PrinterFault.OFFLINE if self.offline else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """In the words that IPP has for it."""
        return ("media-low-warning",) if self.paper_low and not self.out_of_paper else ()


def status_of(answers: tuple[int, ...]) -> Status:
    """answers: one byte for each of STATUS, as far as they came."""
    if not answers:
        return Status()
    printer, why, error, paper = (*answers, 0, 0, 0)[:4]
    return Status(
        answers=True,
        offline=bool(printer & _OFFLINE),
        cover_open=bool(why & _COVER),
        out_of_paper=bool(why & _PAPER_STOPS) or paper & _PAPER_OUT == _PAPER_OUT,
        paper_low=bool(paper & _PAPER_LOW),
        error=bool(why & _WRONG) or bool(error & _KNIFE_OR_WORSE),
    )


def is_status(byte: int) -> bool:
    """Whether this answers a word of STATUS."""
    return byte & 0x93 == 0x12  # noqa: PLR2004 - the bits that are always the same


def is_done(byte: int) -> bool:
    """Whether this answers DONE."""
    return byte & 0x90 == 0


def commands(pages: Iterator[Dots]) -> Iterator[bytes]:
    """All pages, each cut off, in pieces between which anything else may be said."""
    yield BEGIN
    for page in pages:
        for first in range(0, len(page.rows), BAND_ROWS):
            yield _band(page.rows[first : first + BAND_ROWS])
        yield CUT


def _band(rows: tuple[bytes, ...]) -> bytes:
    wide = HEAD_DOTS // 8
    head = b"\x1dv0\x00" + wide.to_bytes(2, "little") + len(rows).to_bytes(2, "little")
    dots = b"".join(rows)
    for word in _HEARD_AT_ONCE:
        dots = dots.replace(word, b"\x18" + word[1:])
    return head + dots
