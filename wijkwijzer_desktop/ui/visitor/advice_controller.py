"""What needs the catalogue: urgent numbers, the advice, the paper. All of it off the window's thread."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import Signal as UrgentSignal
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import FIRST_STEPS, Advice, Referral, UrgentRoute
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.result_text import SectionText, call_text, result_sections
from wijkwijzer_desktop.ui.visitor.urgent import UrgentText
from wijkwijzer_desktop.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class LookUpNumbers:
    """Whom to call at once."""

    desk: Desk
    pack: Pack
    intake: Intake

    def __call__(self) -> tuple[UrgentRoute, ...]:
        return self.desk.urgent_routes(self.pack, self.intake)


@dataclass(frozen=True, slots=True)
class Advise:
    """All advice; with the intake that it is for."""

    desk: Desk
    pack: Pack
    intake: Intake
    at: datetime

    def __call__(self) -> tuple[Intake, Advice]:
        return self.intake, self.desk.advise(self.pack, self.intake, self.at)


@dataclass(frozen=True, slots=True)
class MakePaper:
    """The slip as PDF; with the referral that it is of."""

    desk: Desk
    referral: Referral
    code: str
    language: str
    at: datetime

    def __call__(self) -> tuple[Referral, PrintableSlip]:
        slip = self.desk.compose(self.referral, self.code, self.language, self.at)
        return self.referral, self.desk.to_paper(slip)


class AdviceController(QObject):
    """unusable: the catalogue can't be read; the code of the error."""

    unusable = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._pictograms: dict[str, str] = {}
        self._at = desk.clock.now()
        self._opened = ""
        self.paper: PrintableSlip | None = None
        pages.results.opened.connect(self._open)
        pages.results.toggled.connect(self._toggle)
        pages.results.called.connect(self._call)
        pages.results.discreet.connect(self._discreet)

    def forget(self) -> None:
        """Let go of everything of this visitor."""
        self._opened = ""
        self.paper = None

    def pictograms(self) -> dict[str, str]:
        """Topic id to pictogram: its own, else its parent's."""
        topics = self._desk.pack.topics_by_id
        own = {topic.id: topic.pictogram for topic in topics.values()}
        return {topic.id: topic.pictogram or own.get(topic.parent, "") for topic in topics.values()}

    # Urgent

    def show_urgent(self, signals: tuple[UrgentSignal, ...]) -> None:
        """The words at once, the numbers as soon as they are looked up."""
        self._pages.urgent.fill(self._urgent_texts(signals, {}))
        visit = self._desk.visit
        run(LookUpNumbers(self._desk, visit.pack, visit.intake), self._numbers_found, self._no_numbers, visit.number)

    def _urgent_texts(
        self, signals: tuple[UrgentSignal, ...], numbers: dict[str, tuple[tuple[str, str], ...]]
    ) -> tuple[UrgentText, ...]:
        w = self._desk.wording(self._desk.visit.intake.language)
        return tuple(UrgentText(w.signal_title(s), w.signal_text(s), numbers.get(s.id, ())) for s in signals)

    def _numbers_found(self, number: int, routes: tuple[UrgentRoute, ...]) -> None:
        wording = self._desk.wording(self._desk.visit.intake.language)
        at = self._desk.clock.now()
        numbers = {
            route.signal.id: tuple(
                (s.phones[0].number, wording.reached(s, opening, at))
                for s, opening in zip(route.services, route.openings, strict=True)
                if s.phones
            )
            for route in routes
        }
        self._fill_numbers(number, numbers)

    def _no_numbers(self, number: int, error: BaseException) -> None:
        note(Event.NUMBERS_FAILED, type=type(error).__name__)
        danger = ("112", self._window.kit.words.text("Bij gevaar: bel 112"))
        self._fill_numbers(number, {signal.id: (danger,) for signal in self._desk.pack.signals})

    def _fill_numbers(self, number: int, numbers: dict[str, tuple[tuple[str, str], ...]]) -> None:
        view = self._desk.visit.view
        if number == self._desk.visit.number and view.stage is Stage.URGENT:
            self._pages.urgent.fill(self._urgent_texts(view.signals, numbers))

    # Results

    def show_results(self) -> None:
        """The advice; worked out anew where the answers changed."""
        visit = self._desk.visit
        if visit.advice is None:
            self._opened = ""
            self._pages.results.wait()
            self._window.bottom.say_main("")
            self._at = self._desk.clock.now()
            run(Advise(self._desk, visit.pack, visit.intake, self._at), self._advised, self._not_advised, visit.number)
        else:
            self._fill_results()

    def _advised(self, number: int, outcome: tuple[Intake, Advice]) -> None:
        intake, advice = outcome
        visit = self._desk.visit
        # Answers that were changed meanwhile have their own advice under way.
        if intake is visit.intake and visit.take_advice(advice, number) and visit.view.stage is Stage.RESULTS:
            self._fill_results()

    def _not_advised(self, number: int, error: BaseException) -> None:
        note(Event.ADVICE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number:
            self.unusable.emit(error.code if isinstance(error, WijkwijzerError) else type(error).__name__)

    def _sections(self) -> tuple[SectionText, ...]:
        visit = self._desk.visit
        referral = visit.referral
        if visit.advice is None or referral is None:
            return ()
        wording = self._desk.wording(visit.intake.language)
        return result_sections(visit.advice, referral, wording, self.pictograms(), self._at, discreet=visit.choice.discreet)

    def _fill_results(self, notice: str = "") -> None:
        sections = self._sections()
        if not sections:
            return
        if self._opened not in {section.id for section in sections}:
            self._opened = sections[0].id
        self._pages.results.fill(sections, self._opened, discreet=self._desk.visit.choice.discreet)
        referral = self._desk.visit.referral
        steps = len(referral.steps) if referral is not None else 0
        words = self._window.kit.words
        count = words.plural("Op uw papier staat {count} stap.", "Op uw papier staan {count} stappen.", steps)
        self._pages.results.say(notice or count)
        self._window.bottom.say_main(words.text("Naar mijn papier"))

    def _open(self, _group: str, section: str) -> None:
        self._opened = section
        self._fill_results()
        self._pages.results.to_top()

    def _toggle(self, service: str, on_paper: bool, activity: bool) -> None:  # noqa: FBT001 - a slot
        visit = self._desk.visit
        referral = visit.referral
        if referral is None:
            return
        if activity:
            visit.set_activity(service, on_paper=on_paper)
        elif on_paper and len(referral.steps) >= FIRST_STEPS:
            self._fill_results(self._window.kit.words.text("Er passen drie stappen op uw papier. Haal er eerst één af."))
            return
        else:
            visit.set_step(service, on_paper=on_paper)
        self._fill_results()

    def _discreet(self) -> None:
        visit = self._desk.visit
        visit.set_discreet(on_paper=not visit.choice.discreet)
        self._fill_results()

    def _call(self, service_id: str) -> None:
        visit = self._desk.visit
        if visit.advice is None:
            return
        found = next((r for r in visit.advice.all + visit.advice.activities if r.service.id == service_id), None)
        if found is not None:
            wording = self._desk.wording(visit.intake.language)
            self._pages.call.fill(call_text(found.service, found, wording, self._at))
            self._window.put_cover(self._pages.call)

    # Paper

    def show_preview(self) -> None:
        """The real page, as soon as it is made."""
        visit = self._desk.visit
        referral = visit.referral
        if referral is None:
            return
        self.paper = None
        self._pages.preview.wait()
        work = MakePaper(self._desk, referral, visit.code, visit.intake.language, self._desk.clock.now())
        run(work, self._paper_made, self._not_advised, visit.number)

    def _paper_made(self, number: int, outcome: tuple[Referral, PrintableSlip]) -> None:
        referral, paper = outcome
        visit = self._desk.visit
        if number == visit.number and visit.view.stage is Stage.PREVIEW and referral == visit.referral:
            self.paper = paper
            self._pages.preview.fill(paper.pdf, paper.pages)
