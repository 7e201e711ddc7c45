"""Door of the staff room: sheets of the network and of the week, made, printed at this counter, or left as a file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.desk.sheets.professionals.agenda import agenda_sheet
from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.desk.sheets.professionals.neighbourhood import neighbourhood_sheet
from wijkwijzer_desktop.desk.sheets.professionals.news import news_sheet
from wijkwijzer_desktop.desk.sheets.professionals.practice import practice_card
from wijkwijzer_desktop.desk.sheets.week import week_list, week_poster
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.errors import SheetFileError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.week import week_of
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.private_file import replace_file
from wijkwijzer_desktop.settings import Settings

DAYS = 7


class SheetKind(StrEnum):
    """Which sheet. NEWS: of a place; PRACTICE_NEWS: of a practice."""

    PRACTICE = "practice"
    NEIGHBOURHOOD = "neighbourhood"
    NEWS = "news"
    PRACTICE_NEWS = "practice-news"
    AGENDA = "agenda"
    WEEK = "week"
    POSTER = "poster"


# What is for everybody, and in any language; the others are for professionals, in Dutch.
FOR_EVERYBODY = frozenset({SheetKind.WEEK, SheetKind.POSTER})


@dataclass(frozen=True, slots=True)
class SheetWish:
    """about: id of the practice, place or meeting; "" for the whole city, where the sheet can be about that. language: code, of
    those that are for everybody. following: the week from next Monday on, not the seven days from today on."""

    kind: SheetKind
    about: str = ""
    paper: Paper = Paper.A4
    language: str = DUTCH.code
    following: bool = False


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """What was wished for, on paper. day: on which it was made."""

    wish: SheetWish
    paper: PrintableSlip
    day: date

    @property
    def file_name(self) -> str:
        """Says what it is, and of when."""
        parts = ("wijkwijzer", self.wish.kind, self.wish.about, self.day.isoformat())
        return "-".join(part for part in parts if part) + ".pdf"


class SheetsDoor(StaffDoor):
    """All methods block, and may raise what `StaffRoom` may, and DatabaseUnusableError.

    make_desk: makes a desk of this counter, with a visit in which nothing ever happens. settings: as they are kept now; may
    raise SettingsRefusedError.
    """

    def __init__(self, room: StaffRoom, make_desk: Callable[[], Desk], settings: Callable[[], Settings]) -> None:
        super().__init__(room)
        self._make_desk = make_desk
        self._settings = settings

    @needs(Role.EDITOR)
    def own_paper(self) -> Paper:
        """What is in the printer of this counter."""
        return self._settings().paper

    @needs(Role.EDITOR)
    def make(self, wish: SheetWish) -> MadeSheet | None:
        """The sheet as it would be printed now; None where what it is about is there no more."""
        desk = self._desk(wish)
        at = desk.clock.now()
        code = wish.language if wish.kind in FOR_EVERYBODY else DUTCH.code
        c = desk.composing(code, at)
        sheet = _week(desk, c, wish) if wish.kind in FOR_EVERYBODY else _professionals(desk, c, wish)
        return None if sheet is None else MadeSheet(wish, desk.to_paper(sheet), c.today)

    @needs(Role.EDITOR)
    def print(self, made: MadeSheet) -> None:
        """On this counter's printer; until it is out. Raises PrinterError."""
        desk = self._desk(made.wish)
        printer = desk.settings.printer
        desk.settle(desk.submit(made.paper, printer), printer)

    @needs(Role.EDITOR)
    def leave(self, made: MadeSheet, folder: Path) -> Path:
        """As a PDF in this folder, which is made where there is none; where it is now. Raises SheetFileError."""
        path = folder / made.file_name
        try:
            replace_file(path, made.paper.pdf)
        except OSError as error:
            raise SheetFileError(path=str(path)) from error
        return path

    def _desk(self, wish: SheetWish) -> Desk:
        return self._make_desk().with_settings(replace(self._settings(), paper=wish.paper))


def _professionals(desk: Desk, c: Composing, wish: SheetWish) -> Slip | None:
    known = Known(c, desk.network, {service.id: service for service in desk.everything()}, desk.pack.places)
    practice, meeting = known.network.practices.get(wish.about), known.network.meetings.get(wish.about)
    match wish.kind:
        case SheetKind.PRACTICE if practice is not None:
            return practice_card(known, practice)
        case SheetKind.PRACTICE_NEWS if practice is not None:
            return news_sheet(known, practice=practice)
        case SheetKind.AGENDA if meeting is not None:
            return agenda_sheet(known, meeting)
        case SheetKind.NEIGHBOURHOOD if wish.about in known.places:
            return neighbourhood_sheet(known, wish.about)
        case SheetKind.NEWS if not wish.about or wish.about in known.places:
            return news_sheet(known, place=wish.about)
    return None


def _week(desk: Desk, c: Composing, wish: SheetWish) -> Slip | None:
    place = desk.pack.places.get(wish.about)
    if wish.about and place is None:
        return None
    first = c.today + timedelta(days=DAYS - c.today.weekday()) if wish.following else c.today
    distances = desk.pack.distances_from(place.postcodes) if place is not None else None
    week = week_of(desk.everything(), first, desk.clock.holidays, place, distances)
    return week_poster(c, week, place) if wish.kind is SheetKind.POSTER else week_list(c, week, place)
