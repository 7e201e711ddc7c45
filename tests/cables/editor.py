"""Run in a process of its own, where an editor sits: corrects a phone number of ENTRY as the staff window would, while a courier
goes to and fro.

    python -m tests.cables.editor FOLDER

See `asked.py`.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.cables.asked import obey, until
from tests.cables.counter import ENTRY
from wijkwijzer_desktop.bootstrap import build_desk, open_office, open_staff
from wijkwijzer_desktop.bootstrap.couriers import courier_of, fetch_first
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.staff_accounts import StaffAccounts
from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.domain.staff import Pin, Role

MANAGER, EDITOR = Pin("274905"), Pin("830461")


class Form:
    """The form with ENTRY in it. seen: as it was opened, or saved last. typed: what stands in it now. desk: of this computer."""

    def __init__(self, office: Office, desk: Desk) -> None:
        self._office, self._desk = office, desk
        self.seen = self._read()
        self.typed = self.seen.service

    def type(self, number: str) -> None:
        """This is the number."""
        self.typed = replace(self.typed, phones=(Phone(number),))

    def save(self) -> int:
        """The version that it became. Raises CentralAwayError, EditConflictError."""
        self.seen = self._office.catalogue.save(self.typed, self.seen.version)
        return self.seen.version

    def look(self) -> dict[str, object]:
        """typed: numbers in the form. version: that it was opened with. shown: numbers of the entry as it is read now, fetched:
        as it was fetched last."""
        return {
            "typed": [phone.number for phone in self.typed.phones],
            "shown": [phone.number for phone in self._read().service.phones],
            "fetched": [phone.number for phone in self._desk.shelves[1].catalogue.services((ENTRY,))[ENTRY].phones],
            "version": self.seen.version,
        }

    def history(self) -> list[list[str]]:
        """The numbers that it became, newest first."""
        return [[phone.number for phone in change.after.phones] for change in self._office.catalogue.history(ENTRY)]

    def _read(self) -> Kept:
        kept = self._office.catalogue.read(ENTRY)
        assert kept is not None
        return kept


def come_in(folder: Path) -> Office:
    """An editor is logged in at a computer that was set up just now."""
    fetch_first(folder)
    room = open_staff(folder, _nobody)
    room.begin("Marja", MANAGER)
    room.log_in(MANAGER)
    StaffAccounts(room).add("Eva", Role.EDITOR, EDITOR)
    room.log_out()
    office = open_office(folder, _nobody)
    office.room.log_in(EDITOR)
    return office


def _nobody() -> None:
    """No visit is under way."""


def main(folder: Path) -> int:
    office, desk = come_in(folder), build_desk(folder)
    courier = courier_of(desk, folder)
    assert courier is not None
    form = Form(office, desk)
    courier.start()
    does = (form.type, form.save, form.look, form.history)
    obey({do.__name__: do for do in does} | {"until": partial(until, form.look)})
    courier.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
