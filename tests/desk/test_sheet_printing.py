"""The door of the sheets: who may, what is made of what is known now, what is gone, and where a file comes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.desk.network_fakes import MemoryNetworks
from tests.desk.staff_fakes import Staffed, staffed
from tests.fakes import Counter, PlainSlips, counter
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.sheet_printing import SheetKind, SheetsDoor, SheetWish
from wijkwijzer_desktop.domain.errors import PrinterError, SheetFileError, StaffRefusedError
from wijkwijzer_desktop.domain.network import Meeting
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.sheet import TitleBlock
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.settings import Settings

PLACE = "wijk-1"


@dataclass
class Printing:
    counter: Counter
    staffed: Staffed
    slips: PlainSlips
    networks: MemoryNetworks
    door: SheetsDoor


@pytest.fixture
def printing() -> Printing:
    slips = PlainSlips()
    made, people = counter(slips=slips), staffed()
    networks = MemoryNetworks(people.log)
    networks.fill((*made.desk.network.practices.values(), *made.desk.network.contacts.values(), Meeting("mdo", "MDO")))
    desk = Desk(made.desk.settings, replace(made.desk._adapters, networks=networks))

    def settings() -> Settings:
        return made.desk.settings

    people.log_in(Role.EDITOR)
    return Printing(made, people, slips, networks, SheetsDoor(people.room, _always(desk), settings))


def _always(desk: Desk) -> Callable[[], Desk]:
    def make() -> Desk:
        return desk

    return make


def title(printing: Printing) -> str:
    """Of what was made last."""
    block = next(block for block in printing.slips.slips[-1].blocks if isinstance(block, TitleBlock))
    return block.title.dutch


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (SheetWish(SheetKind.PRACTICE, "huisarts-noord"), "Huisartsen Noord"),
        (SheetWish(SheetKind.PRACTICE_NEWS, "huisarts-noord"), "Nieuws van het netwerk"),
        (SheetWish(SheetKind.NEIGHBOURHOOD, PLACE), "Wie is wie: Wijk nummer 1"),
        (SheetWish(SheetKind.NEWS), "Nieuws van het netwerk"),
        (SheetWish(SheetKind.NEWS, PLACE), "Nieuws van het netwerk"),
        (SheetWish(SheetKind.AGENDA, "mdo"), "MDO"),
        (SheetWish(SheetKind.WEEK), "Doe mee deze week"),
        (SheetWish(SheetKind.POSTER, PLACE, Paper.A3), "Doe mee deze week"),
    ],
)
def test_each_sheet_is_made(printing: Printing, wish: SheetWish, expected: str) -> None:
    made = printing.door.make(wish)
    assert made is not None
    assert made.wish == wish
    assert title(printing) == expected


@pytest.mark.parametrize("kind", list(SheetKind))
def test_what_there_is_no_more_is_no_sheet(printing: Printing, kind: SheetKind) -> None:
    assert printing.door.make(SheetWish(kind, "nowhere")) is None
    assert printing.slips.slips == []


def test_what_is_for_professionals_is_in_dutch_whatever_is_asked(printing: Printing) -> None:
    printing.door.make(SheetWish(SheetKind.PRACTICE, "huisarts-noord", language="ar"))
    assert printing.slips.slips[-1].language == "nl"


def test_the_week_begins_today_or_next_monday(printing: Printing) -> None:
    # The clock stands on Tuesday 24 November.
    for following, expected in ((False, "Van di 24 nov tot en met 30 nov 2026"), (True, "Van ma 30 nov tot en met 6 dec 2026")):
        printing.door.make(SheetWish(SheetKind.WEEK, following=following))
        block = next(block for block in printing.slips.slips[-1].blocks if isinstance(block, TitleBlock))
        assert block.lines[-1].dutch == expected


def test_it_is_printed_where_the_counter_prints_now(printing: Printing) -> None:
    made = printing.door.make(SheetWish(SheetKind.NEWS))
    assert made is not None
    printing.door.print(made)
    assert printing.counter.printer.jobs == [made.paper.pdf]
    assert printing.counter.printer.settled == [1]
    printing.counter.desk.use(replace(printing.counter.desk.settings, printer=""))
    with pytest.raises(PrinterError):
        printing.door.print(made)


def test_a_file_says_what_it_is_and_of_when(printing: Printing, tmp_path: Path) -> None:
    made = printing.door.make(SheetWish(SheetKind.NEWS))
    assert made is not None
    path = printing.door.leave(made, tmp_path / "new")
    assert path == tmp_path / "new" / "wijkwijzer-news-2026-11-24.pdf"
    assert path.read_bytes() == made.paper.pdf
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SheetFileError):
        printing.door.leave(made, tmp_path / "file")


def test_what_was_kept_a_moment_ago_is_on_it(printing: Printing) -> None:
    wish = SheetWish(SheetKind.AGENDA, "nieuw")
    assert printing.door.make(wish) is None
    printing.networks.fill((Meeting("nieuw", "Overleg Nieuw"),))
    assert printing.door.make(wish) is not None
    assert title(printing) == "Overleg Nieuw"


def test_only_editors_make_sheets(printing: Printing) -> None:
    printing.staffed.room.log_out()
    printing.staffed.log_in(Role.VOLUNTEER)
    with pytest.raises(StaffRefusedError):
        printing.door.make(SheetWish(SheetKind.NEWS))
    with pytest.raises(StaffRefusedError):
        printing.door.own_paper()
