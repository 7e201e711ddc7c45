"""The desk: the only door for a window or a command. It holds one visit and the adapters it was given."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.desk.counting import Counting, NoTally, count_visit
from wijkwijzer_desktop.desk.flagging import Flagging, NoFlags
from wijkwijzer_desktop.desk.networks import Networks, NoNetworks
from wijkwijzer_desktop.desk.outcomes import CodeSeal, CodeShelf, NoCodes, NoSeal, Outcomes
from wijkwijzer_desktop.desk.ports import (
    Catalogue,
    Clock,
    PackShelf,
    PrintableSlip,
    Printer,
    PrinterFault,
    SlipMaker,
    Speaker,
    Tally,
)
from wijkwijzer_desktop.desk.reading import Silence
from wijkwijzer_desktop.desk.recipes import recipe_of
from wijkwijzer_desktop.desk.referral_file import NoReferralFiles, ReferralFiles
from wijkwijzer_desktop.desk.scanning import NoScanner, Scanner
from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.desk.shelves import Shelves, look_through, urgent_of
from wijkwijzer_desktop.desk.slip_text import SlipText
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.central import CentralStanding
from wijkwijzer_desktop.domain.concern import signals_raised
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.intake import Intake, replay
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.recipe import Recipe, Wishes
from wijkwijzer_desktop.domain.referral import Advice, Referral, UrgentRoute, urgent_route
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Service, Step
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.statistics import Mode
from wijkwijzer_desktop.i18n.languages import DUTCH, language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.settings import Settings

SETTLE_SECONDS = 60.0
FOUND_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class Adapters:
    """What the desk works with. source: as of `Shelves`."""

    clock: Clock
    catalogue: Catalogue
    packs: PackShelf
    slips: SlipMaker
    printer: Printer
    translators: dict[str, Translator]
    speaker: Speaker = field(default_factory=Silence)
    scanner: Scanner = field(default_factory=NoScanner)
    tally: Tally = field(default_factory=NoTally)
    flags: Flagging = field(default_factory=NoFlags)
    referrals: ReferralFiles = field(default_factory=NoReferralFiles)
    codes: CodeShelf = field(default_factory=NoCodes)
    seal: CodeSeal = field(default_factory=NoSeal)
    networks: Networks = field(default_factory=NoNetworks)
    source: Path | None = None


class Desk:
    """One counter. Making it blocks, and raises DatabaseUnusableError or PackMissingError. Methods that say so block
    too: call them off the window's thread, with frozen values. mode: how this visit goes, for the counts."""

    def __init__(self, settings: Settings, adapters: Adapters) -> None:
        self.settings = settings
        self.clock = adapters.clock
        self.speaker = adapters.speaker
        self.scanner = adapters.scanner
        self.referrals = adapters.referrals
        self.mode = Mode.ALONE
        self._adapters = adapters
        self.outcomes = Outcomes(
            adapters.codes, adapters.seal, adapters.catalogue, adapters.flags, adapters.clock, settings.counter
        )
        self._counting = Counting(adapters.tally, adapters.clock, settings.counter, outcomes=self.outcomes)
        a = adapters
        self._shelves = look_through(a.catalogue, a.packs, a.networks, a.codes, source=a.source)
        self.visit = Visit(self._shelves.pack)
        self._urgent = (self._shelves.pack, self._shelves.urgent)
        # What the next visitor gets; only ever held for as long as it takes to put another in its place.
        self._newest = self._shelves
        self._changing = threading.Lock()
        # How this counter stands with the server that it shares, as its courier's thread told last; None where it shares none.
        self.central: CentralStanding | None = None

    @property
    def pack(self) -> Pack:
        """The pack of the visit that is under way."""
        return self.visit.pack

    def translator(self, code: str) -> Translator:
        """The words of this language, Dutch where we don't have it."""
        return self._adapters.translators.get(code, self._adapters.translators[DUTCH.code])

    def wording(self, code: str) -> Wording:
        """The words of this language for the pack in use."""
        return Wording(self.translator(code), self.pack, self.clock.holidays)

    def advise(self, pack: Pack, intake: Intake, at: datetime) -> Advice:
        """Blocks. Raises DatabaseUnusableError."""
        return self._advising(pack, self._shelves.catalogue).advise(intake, at)

    def look_up(self, pack: Pack, intake: Intake, at: datetime, typed: str) -> tuple[Recommendation, ...]:
        """What the whole catalogue has by these words, best first, each as it would stand on this visitor's slip. No words:
        nothing, but the next search is sooner done. Blocks. Raises DatabaseUnusableError."""
        topic_names = {topic.id: topic.name for topic in pack.topics}
        shelves = self._shelves
        ids = shelves.searching.index(topic_names).find(typed, FOUND_AT_MOST)
        services = shelves.catalogue.services(ids) if ids else {}
        return self._advising(pack, shelves.catalogue).explain_all(tuple(services[i] for i in ids if i in services), intake, at)

    def recipe(self, pack: Pack, intake: Intake, wishes: Wishes, at: datetime) -> Recipe:
        """What there is to do that fits these wishes. Blocks. Raises DatabaseUnusableError."""
        shelves = self._shelves
        situation = self._advising(pack, shelves.catalogue).situation(intake, at)
        return recipe_of(pack, shelves.catalogue, shelves.networks.current(), intake, wishes, situation)

    def explain(self, service: Service, at: datetime) -> Recommendation | None:
        """As it stands in the advice of a visitor who told nothing; None where it is in none at this moment (aware). Blocks.
        Raises DatabaseUnusableError."""
        return next(iter(self._advising(self.pack, self._shelves.catalogue).explain_all((service,), Intake(), at)), None)

    @property
    def urgent_services(self) -> Mapping[str, Service]:
        """All that the signals of the pack name and that still exist, by id."""
        return self._urgent[1]

    def urgent_routes(self, pack: Pack, intake: Intake) -> tuple[UrgentRoute, ...]:
        """What to call at once, by the answers so far. From memory; only the first time with another pack it blocks,
        and may raise DatabaseUnusableError."""
        if pack is not self._urgent[0]:
            self._urgent = (pack, urgent_of(pack, self._shelves.catalogue))
        known, at = self.urgent_services, self.clock.now()
        return tuple(
            urgent_route(signal, tuple(known[s] for s in signal.services if s in known), at, self.clock.holidays)
            for signal in signals_raised(pack.signals, replay(pack.questionnaire, intake, pack.places))
        )

    def compose(self, referral: Referral, code: str, language_code: str, at: datetime) -> Slip:
        """The slip in the visitor's language and Dutch."""
        dutch = self.wording(DUTCH.code)
        own = dutch if language(language_code) is DUTCH else self.wording(language_code)
        return SlipText(dutch, own).compose(referral, counter=self.settings.name, place=self.settings.address, at=at, code=code)

    def composing(self, language_code: str, at: datetime, code: str = "") -> Composing:
        """For every other sheet of this counter. code: slip code, where it goes with a slip."""
        dutch = self.wording(DUTCH.code)
        own = dutch if language(language_code) is DUTCH else self.wording(language_code)
        return Composing(dutch, own, self.pack, self.settings.name, self.settings.address, at, code)

    def to_paper(self, slip: Slip, *, large: bool = False) -> PrintableSlip:
        """The slip as PDF, for this counter's paper. Blocks."""
        return self._adapters.slips.make(slip, self.settings.paper, large=large)

    def all_to_paper(self, slips: tuple[Slip, ...], *, large: bool = False) -> PrintableSlip:
        """The slip and what goes with it, as one PDF for one print job. Blocks."""
        return self._adapters.slips.make_all(slips, self.settings.paper, large=large)

    def entry(self, service_id: str) -> Service | None:
        """One entry of the catalogue, None if there is none. Blocks. Raises DatabaseUnusableError."""
        return self._shelves.catalogue.services((service_id,)).get(service_id)

    def everything(self) -> tuple[Service, ...]:
        """All entries that this counter sees, by id: for sheets and lists, never during a visit. Blocks. Raises
        DatabaseUnusableError."""
        return self._shelves.catalogue.everything()

    @property
    def network(self) -> Network:
        """Who is behind the services. Blocks. Raises DatabaseUnusableError."""
        return self._shelves.networks.current()

    def flag(self, service_id: str, reason: FlagReason) -> None:
        """Somebody at the counter says that something of this entry isn't true; an editor will look. Of the visit nothing goes
        with it. Blocks. Raises DatabaseUnusableError."""
        self._adapters.flags.flag(service_id, reason, self.clock.now().date())

    def use(self, settings: Settings) -> None:
        """Other settings, between two visits. What was counted stays with the place where it was counted."""
        self.settings = settings
        with self._changing:
            # Whoever looked where this counter stands did so by the settings of before.
            self._newest = replace(self._newest, place=None)

    def with_settings(self, settings: Settings) -> "Desk":
        """The same adapters at a counter with other settings; its visit is a new one."""
        now = self._shelves
        here = replace(self._adapters, catalogue=now.catalogue, packs=now.packs, networks=now.networks, source=now.source)
        return Desk(settings, here)

    def submit(self, paper: PrintableSlip, printer: str) -> int:
        """Hand it to this printer; a job id as soon as it is accepted. Blocks. Raises PrinterError."""
        if not printer:
            raise PrinterError(fault=PrinterFault.NONE_SET)
        return self._adapters.printer.submit(paper.pdf, printer, self.settings.paper)

    def settle(self, job: int, printer: str) -> None:
        """Wait until it is printed, a minute at most. Blocks. Raises PrinterError after purging the job."""
        self._adapters.printer.settle(job, printer, SETTLE_SECONDS)

    def cancel(self, job: int, printer: str) -> None:
        """Take a job back, whatever has become of it: whoever it was for has left. Blocks. Never raises."""
        self._adapters.printer.cancel(job, printer)

    def printer_beside(self, printer: str) -> str:
        """Another one of this counter that can print now; "" where there is none. Blocks."""
        for name in (self.settings.printer, self.settings.other_printer):
            if name and name != printer and self._adapters.printer.state(name).fault is None:
                return name
        return ""

    def forget(self) -> None:
        """The one function that forgets the visit: done, quick exit, idle, error, close. What is counted of it is written
        later, in the background, together with other visits."""
        code = self.visit.code
        try:
            count = count_visit(self.visit, self.mode, self.settings.paper)
        finally:
            self.visit.forget()
            self.speaker.forget()
            self.scanner.close()
            self._take_newest()
        if count is not None:
            self._counting.take(count, code)

    def renew(self) -> None:
        """Look which questions are in use now, and whom they name at once: whoever is here goes on with those that they began
        with, the next visitor gets these. Blocks. Raises DatabaseUnusableError, PackMissingError, ContentRefusedError; then all
        stays as it is."""
        newest = self._newest
        pack = newest.packs.current()
        renewed = replace(newest, pack=pack, urgent=urgent_of(pack, newest.catalogue))
        with self._changing:
            if self._newest is newest:
                self._newest = renewed

    def prepare(self, shelves: Shelves) -> None:
        """These are for the next visitor. May be called from any thread, at any moment; whoever works with the present ones goes
        on with them."""
        with self._changing:
            self._newest = shelves

    @property
    def shelves(self) -> tuple[Shelves, Shelves]:
        """What this visitor gets, and what the next one gets: the same where nothing is prepared."""
        return self._shelves, self._newest

    def take_renewed(self) -> None:
        """What is prepared is for whoever comes now, where nobody is here. Reads nothing, waits for nobody."""
        if self.visit.furthest is Stage.START and self.visit.view.stage is Stage.START:
            self._take_newest()

    def _take_newest(self) -> None:
        newest = self._newest
        if newest is self._shelves:
            return
        self._shelves = newest
        self._urgent = (newest.pack, newest.urgent)
        self.outcomes.use(newest.catalogue, newest.told)
        place = newest.place
        if place is not None and place.counter == self.settings.counter:
            self.settings = replace(self.settings, name=place.name, address=place.address, postcode4=place.postcode4)
        if newest.pack is not self.visit.pack:
            self.visit.use(newest.pack)

    def _advising(self, pack: Pack, catalogue: Catalogue) -> Advising:
        talk = catalogue.services((self.settings.counter,)).get(self.settings.counter) or self._own_entry()
        return Advising(pack, catalogue, self.clock.holidays, talk, self.settings.postcode4, self.outcomes.standings())

    def _own_entry(self) -> Service:
        # A counter that the catalogue doesn't know yet is still a place with people.
        return Service(
            id=self.settings.counter or "counter",
            name=self.settings.name,
            organization=Organization("counter", self.settings.name),
            kind=Kind.COUNTER,
            description="",
            topics=(),
            step=Step.VOLUNTEER,
            location=Location(self.settings.address, self.settings.postcode4),
        )
