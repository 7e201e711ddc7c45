"""Door of the staff room: an entry as visitors would meet it, on a card and on paper, before it is kept."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.ports import Clock, PrintableSlip
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice, Referral
from wijkwijzer_desktop.domain.schedule import ZONE, Closure
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.wording import Wording

# Stands where the code of a real slip would.
SPECIMEN = "PROEF"


@dataclass(frozen=True, slots=True)
class Background:
    """What an entry is read against. pack: that is in use. school_holidays: those to take over as closures."""

    pack: Pack
    clock: Clock
    school_holidays: tuple[Closure, ...] = ()

    @property
    def today(self) -> date:
        """The day it is in the city."""
        return self.clock.now().astimezone(ZONE).date()


@dataclass(frozen=True, slots=True)
class Shown:
    """advice, referral: of a visitor who told nothing, with this entry as the one step. wording: of the language asked for.
    at: the moment of it. paper: as it would come out of this counter's printer."""

    advice: Advice
    referral: Referral
    wording: Wording
    at: datetime
    paper: PrintableSlip

    @property
    def step(self) -> Recommendation:
        """The entry itself."""
        return self.advice.talk


class EntryPreview(StaffDoor):
    """All methods block, and may raise what `StaffRoom` may, and DatabaseUnusableError.

    make_desk: makes a desk of this counter, with a visit of its own in which nothing ever happens; asked once, when somebody
    first looks. school_holidays: reads those of this municipality.
    """

    def __init__(
        self, room: StaffRoom, make_desk: Callable[[], Desk], school_holidays: Callable[[], tuple[Closure, ...]] = tuple
    ) -> None:
        super().__init__(room)
        self._make_desk = make_desk
        self._school_holidays = school_holidays
        self._made: Desk | None = None
        self._lock = threading.Lock()

    @needs(Role.EDITOR)
    def background(self) -> Background:
        """As it is now."""
        desk = self._desk()
        return Background(desk.pack, desk.clock, self._school_holidays())

    @needs(Role.EDITOR)
    def show(self, service: Service, language: str) -> Shown | None:
        """As it would be today, in this language (a code); None where it is in nobody's advice today."""
        desk = self._desk()
        at = desk.clock.now()
        step = desk.explain(service, at)
        if step is None:
            return None
        version = desk.pack.version
        talk = desk.advise(desk.pack, Intake(), at).talk
        slip = desk.compose(Referral((), (step,), (), talk, (), version), SPECIMEN, language, at)
        advice = Advice((), (), (), None, step, (), version)
        unchosen = Referral((), (), (), step, (), version)
        return Shown(advice, unchosen, desk.wording(language), at, desk.to_paper(slip))

    def _desk(self) -> Desk:
        with self._lock:
            if self._made is None:
                self._made = self._make_desk()
            # With a visit that begins now: what was published since is in it.
            return self._made.with_settings(self._made.settings)
