"""Paper of another size than the slip's, against a real print server."""

import pytest

from tests.cups import PrintServer
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cups")]

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
SETTLE_SECONDS = 10.0
# As little as CUPS takes for the description of a printer.
ONLY_A4 = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*Manufacturer: "Test"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PCFileName: "TEST.PPD"
*Product: "(Test)"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Region: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"""


@pytest.fixture
def printer(cups: PrintServer) -> CupsPrinter:
    return CupsPrinter(patience=0.3, interval=0.05)


def test_fault_28_wrong_paper_while_printing(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Andere_maat", "exit=0&state=media-mismatch-error&sleep=30")
    job = printer.submit(PDF, queue, Paper.A4)
    with pytest.raises(PrinterError) as caught:
        printer.settle(job, queue, SETTLE_SECONDS)
    assert caught.value.data == {"fault": PrinterFault.WRONG_PAPER}
    assert cups.spooled() == []


def test_fault_28_wrong_paper_is_found_before_anything_is_sent(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Alleen_A4")
    description = cups.root / "a4.ppd"
    description.write_text(ONLY_A4, encoding="ascii")
    cups.run("lpadmin", "-p", queue, "-P", str(description))
    assert printer.state(queue).media == ("iso_a4_210x297mm",)
    for paper in (Paper.A5, Paper.RECEIPT):
        with pytest.raises(PrinterError) as caught:
            printer.submit(PDF, queue, paper)
        assert caught.value.data == {"fault": PrinterFault.WRONG_PAPER}
    assert cups.spooled() == []
