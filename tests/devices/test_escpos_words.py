"""What is said to a receipt printer, byte by byte."""

import pytest

from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.escpos_words import (
    BAND_ROWS,
    BEGIN,
    CUT,
    FORGOTTEN,
    Status,
    commands,
    is_done,
    is_status,
    status_of,
)
from wijkwijzer_desktop.devices.raster import HEAD_DOTS, Dots

ROW = bytes(HEAD_DOTS // 8)
HEAD = b"\x1dv0\x00\x48\x00"


def test_a_page_goes_in_bands_and_is_cut_off() -> None:
    said = [*commands(iter([Dots((ROW,) * (BAND_ROWS + 2)), Dots((ROW,))]))]
    assert [len(piece) for piece in said] == [len(BEGIN), 8 + 72 * BAND_ROWS, 8 + 72 * 2, len(CUT), 8 + 72, len(CUT)]
    assert said[1].startswith(HEAD + b"\x80\x00")
    assert said[2].startswith(HEAD + b"\x02\x00")


@pytest.mark.parametrize("word", [b"\x10\x04\x01", b"\x10\x05\x02", b"\x10\x14\x08"])
def test_no_dots_are_heard_as_a_word(word: bytes) -> None:
    row = word + bytes(72 - len(word))
    (_, band, _) = commands(iter([Dots((row,))]))
    assert band[8:] == b"\x18" + row[1:]


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ((), None),
        ((0x12,), None),
        ((0x12, 0x12, 0x12, 0x12), None),
        ((0x1A,), PrinterFault.OFFLINE),
        ((0x1A, 0x16, 0x12, 0x72), PrinterFault.COVER_OPEN),
        ((0x1A, 0x32, 0x12, 0x12), PrinterFault.OUT_OF_PAPER),
        ((0x12, 0x12, 0x12, 0x72), PrinterFault.OUT_OF_PAPER),
        ((0x1A, 0x12, 0x1A, 0x12), PrinterFault.FAILED),
        ((0x1A, 0x52, 0x32, 0x12), PrinterFault.FAILED),
        ((0x12, 0x12, 0x12, 0x1E), None),
    ],
)
def test_fault_28_each_has_its_name(answers: tuple[int, ...], fault: PrinterFault | None) -> None:
    assert all(map(is_status, answers))
    assert status_of(answers).fault is fault
    assert status_of(answers).answers is bool(answers)


def test_what_a_printer_says_is_told_apart() -> None:
    assert status_of(()) == Status()
    assert is_done(0x00)
    assert is_done(0x0F)
    assert not any(map(is_done, (0x12, 0x1A, 0x32, 0x72)))
    assert not any(map(is_status, (*FORGOTTEN, 0x00, 0x0F)))
