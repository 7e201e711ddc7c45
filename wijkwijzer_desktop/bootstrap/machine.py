"""What stands beside the computer: its printer, its voice and its camera."""

import sys

from wijkwijzer_desktop.desk.ports import Printer, Speaker
from wijkwijzer_desktop.desk.reading import Silence
from wijkwijzer_desktop.desk.scanning import Scanner
from wijkwijzer_desktop.settings import VOICE_OFF, Settings

# Where staff leave files that they take with them, in the folder of the data.
HANDED_OUT = "uitwisseling"


def system_printer() -> Printer:
    """CUPS, or Windows' own spooler; and receipt printers without a driver."""
    from wijkwijzer_desktop.devices.printers import AllPrinters

    if sys.platform == "win32":
        from wijkwijzer_desktop.devices.windows import WindowsPrinter

        return AllPrinters(WindowsPrinter())
    from wijkwijzer_desktop.devices.cups import CupsPrinter

    return AllPrinters(CupsPrinter())


def system_speaker(settings: Settings) -> Speaker:
    """The computer's voice; it starts nothing before it is opened."""
    if settings.voice == VOICE_OFF:
        return Silence()
    from wijkwijzer_desktop.devices.voices import SystemVoices

    return SystemVoices(settings.voice)


def system_scanner() -> Scanner:
    """The computer's camera; nothing is loaded or switched on before it is opened."""
    from wijkwijzer_desktop.devices.scanning import CameraScanner

    return CameraScanner()
