"""All formats behind one door: which reader and which writer goes with a file. Each is imported when it is first needed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from wijkwijzer_desktop.desk.exchange import Progress, Read
from wijkwijzer_desktop.desk.importing import Format
from wijkwijzer_desktop.domain.eligibility_choices import AGE_QUESTION
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError
from wijkwijzer_desktop.domain.schedule import ZONE, HolidaysOf
from wijkwijzer_desktop.domain.service import Service


class AllFormats:
    """`desk.importing.FileFormats`. topics: ids that entries may have. now: aware. holidays: public holidays of a year."""

    def __init__(self, topics: frozenset[str], now: Callable[[], datetime], holidays: HolidaysOf) -> None:
        self._topics = topics
        self._now = now
        self._holidays = holidays

    def read(self, path: Path, kind: Format, progress: Progress) -> Read:
        """Never raises for what is in the file."""
        match kind:
            case Format.XLSX:
                from wijkwijzer_desktop.exchange.spreadsheet_reading import read_spreadsheet

                return read_spreadsheet(path, self._topics, progress)
            case Format.ICAL:
                from wijkwijzer_desktop.exchange.icalendar_reading import read_calendar

                return read_calendar(path, self._now().astimezone(ZONE).date(), self._holidays, progress)
            case Format.HSDS:
                from wijkwijzer_desktop.exchange.hsds import read_hsds

                return read_hsds(path, self._topics, age_question=AGE_QUESTION, progress=progress)

    def write(self, services: tuple[Service, ...], path: Path, kind: Format, progress: Progress) -> int:
        """HSDS becomes tables in an archive for .zip, in a folder for a name without an ending, JSON for any other.

        How many of them are in it now. Raises CatalogueRefusedError for what the format can't hold, OSError; then nothing was
        written.
        """
        match kind:
            case Format.XLSX:
                from wijkwijzer_desktop.exchange.notes import FileRefusedError
                from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet

                try:
                    write_spreadsheet(services, path, progress)
                except FileRefusedError as error:
                    raise CatalogueRefusedError((error.finding,)) from error
            case Format.ICAL:
                from wijkwijzer_desktop.exchange.icalendar_writing import write_calendar

                return write_calendar(services, path, self._now(), self._holidays, progress)
            case Format.HSDS:
                from wijkwijzer_desktop.exchange.hsds_writing import Form, write_hsds

                forms = {"": Form.FOLDER, ".zip": Form.ZIP, ".jsonl": Form.LINES, ".ndjson": Form.LINES}
                write_hsds(services, path, form=forms.get(path.suffix.lower(), Form.JSON), progress=progress)
        return len(services)
