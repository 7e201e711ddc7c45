"""What needs the catalogue: urgent numbers and the advice. All of it off the window's thread."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.agreed import Agreed, agreed_lines
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import Signal as UrgentSignal
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import FIRST_STEPS, Advice, UrgentRoute, discreet_topics
from wijkwijzer_desktop.domain.whole import whole_of
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.result_text import SectionText, call_text, result_sections, with_note
from wijkwijzer_desktop.ui.visitor.screen_words import beside_offers
from wijkwijzer_desktop.ui.visitor.urgent import UrgentText
from wijkwijzer_desktop.ui.visitor.whole_text import cards_of, whole_text
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


class AdviceController(QObject):
    """unusable: the catalogue can't be read; the code of the error. filled: it is on the screen."""

    unusable = Signal(str)
    filled = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._at = desk.clock.now()
        self._opened = ""
        self._called = ""
        self._routes: tuple[UrgentRoute, ...] = ()
        self._no_routes = False
        # What the practice that sent this visitor agreed, once it is looked up.
        self.agreed: Agreed | None = None
        pages.results.opened.connect(self._open)
        pages.results.toggled.connect(self._toggle)
        pages.results.called.connect(self._call)
        pages.results.discreet.connect(self._discreet)
        pages.whole.called.connect(self._call)
        pages.whole.discreet.connect(self._discreet)

    def forget(self) -> None:
        """Let go of everything of this visitor."""
        self._opened = ""
        self._called = ""
        self._routes = ()
        self._no_routes = False
        self.agreed = None

    def say_again(self) -> None:
        """In another language or other letters; the same advice, the paper made anew."""
        match self._desk.visit.view.stage:
            case Stage.URGENT:
                self._fill_urgent()
            case Stage.RESULTS | Stage.WHOLE:
                self._fill()
                self._fill_call()
            case _:
                pass

    def pictograms(self) -> dict[str, str]:
        """Topic id to pictogram: its own, else its parent's."""
        topics = self._desk.pack.topics_by_id
        own = {topic.id: topic.pictogram for topic in topics.values()}
        return {topic.id: topic.pictogram or own.get(topic.parent, "") for topic in topics.values()}

    # Urgent

    def show_urgent(self, signals: tuple[UrgentSignal, ...]) -> None:
        """The words at once, the numbers as soon as they are looked up."""
        self._routes, self._no_routes = (), False
        self._pages.urgent.fill(self._urgent_texts(signals, {}))
        visit = self._desk.visit
        run(LookUpNumbers(self._desk, visit.pack, visit.intake), self._numbers_found, self._no_numbers, visit.number)

    def _urgent_texts(
        self, signals: tuple[UrgentSignal, ...], numbers: dict[str, tuple[tuple[str, str], ...]]
    ) -> tuple[UrgentText, ...]:
        w = self._desk.wording(self._desk.visit.intake.language)
        nl = self._desk.wording(DUTCH.code)
        return tuple(
            UrgentText(w.signal_title(s), w.signal_text(s), numbers.get(s.id, ()), dutch=(nl.signal_title(s), nl.signal_text(s)))
            for s in signals
        )

    def _numbers_found(self, number: int, routes: tuple[UrgentRoute, ...]) -> None:
        if number == self._desk.visit.number:
            self._routes = routes
            self._fill_urgent()

    def _no_numbers(self, number: int, error: BaseException) -> None:
        note(Event.NUMBERS_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number:
            self._no_routes = True
            self._fill_urgent()

    def _fill_urgent(self) -> None:
        view = self._desk.visit.view
        if view.stage is Stage.URGENT:
            self._pages.urgent.fill(self._urgent_texts(view.signals, self._numbers()))
            self.filled.emit()

    def _numbers(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """By signal id: each number with whose it is; whoever can't look them up says what everybody knows."""
        if self._no_routes:
            return {signal.id: (self._danger,) for signal in self._desk.pack.signals}
        return {route.signal.id: self._numbers_of(route) for route in self._routes}

    def _numbers_of(self, route: UrgentRoute) -> tuple[tuple[str, str], ...]:
        """Whoever picks up now comes first, for the first is the largest."""
        wording, at = self._desk.wording(self._desk.visit.intake.language), self._desk.clock.now()
        told: list[tuple[str, str]] = []
        later: list[tuple[str, str]] = []
        for service, opening in zip(route.services, route.openings, strict=True):
            if service.phones:
                closed_now = opening.until is None and opening.starts is not None
                (later if closed_now else told).append((service.phones[0].number, wording.reached(service, opening, at)))
        if later and not told:
            told.append(self._danger)
        return (*told, *later)

    @property
    def _danger(self) -> tuple[str, str]:
        return "112", self._window.kit.words.text("Bij gevaar: bel 112")

    # Results

    def show_results(self) -> None:
        """The advice; worked out anew where the answers changed."""
        visit = self._desk.visit
        if visit.advice is None:
            self._opened = ""
            self._pages.results.wait()
            self._pages.whole.wait()
            self._window.bottom.say_main("")
            self._at = self._desk.clock.now()
            run(Advise(self._desk, visit.pack, visit.intake, self._at), self._advised, self._not_advised, visit.number)
        else:
            self._fill()

    def _advised(self, number: int, outcome: tuple[Intake, Advice]) -> None:
        intake, advice = outcome
        visit = self._desk.visit
        # Answers that were changed meanwhile have their own advice under way; another language changes nothing of it.
        same = replace(intake, language=visit.intake.language) == visit.intake
        if same and visit.take_advice(advice, number):
            self._fill()

    def _not_advised(self, number: int, error: BaseException) -> None:
        note(Event.ADVICE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number:
            self.unusable.emit(error.code if isinstance(error, WijkwijzerError) else type(error).__name__)

    def _fill(self) -> None:
        match self._desk.visit.view.stage:
            case Stage.RESULTS:
                self._fill_results()
            case Stage.WHOLE:
                self._fill_whole()
            case _:
                pass

    def _fill_whole(self) -> None:
        visit = self._desk.visit
        sections = self._sections()
        if visit.advice is None or not sections:
            return
        whole = whole_of(visit.advice, visit.seen, visit.intake.links, discreet=visit.choice.discreet)
        wording = self._desk.wording(visit.intake.language)
        hides = bool(discreet_topics(visit.advice))
        text = whole_text(
            whole, wording, visit.pack, cards_of(sections, visit.steps), ordered=bool(visit.intake.order), hides=hides
        )
        self._pages.whole.fill(text, discreet=visit.choice.discreet)
        self._pages.whole.beside.fill(beside_offers(self._window.kit.words, visit))
        self._window.bottom.say_main(self._window.kit.words.text("Naar mijn papier"))
        self.filled.emit()

    def _sections(self) -> tuple[SectionText, ...]:
        visit = self._desk.visit
        referral = visit.referral
        if visit.advice is None or referral is None:
            return ()
        wording = self._desk.wording(visit.intake.language)
        sections = result_sections(visit.advice, referral, wording, self.pictograms(), self._at, discreet=visit.choice.discreet)
        lines = agreed_lines(self.agreed, wording, self._at) if self.agreed is not None else ()
        return with_note(sections, visit.pack.conversation, lines)

    def _fill_results(self, notice: str = "") -> None:
        sections = self._sections()
        if not sections:
            return
        if self._opened not in {section.id for section in sections}:
            self._opened = sections[0].id
        self._pages.results.fill(sections, self._opened, discreet=self._desk.visit.choice.discreet)
        self._pages.results.beside.fill(beside_offers(self._window.kit.words, self._desk.visit))
        referral = self._desk.visit.referral
        steps = len(referral.steps) if referral is not None else 0
        words = self._window.kit.words
        count = words.plural("Op uw papier staat {count} stap.", "Op uw papier staan {count} stappen.", steps)
        self._pages.results.say(notice or count)
        self._window.bottom.say_main(words.text("Naar mijn papier"))
        self.filled.emit()

    def _open(self, _group: str, section: str) -> None:
        self._opened = section
        self._fill_results()
        self._pages.results.to_top()

    def _toggle(self, service: str, on_paper: bool, activity: bool) -> None:  # noqa: FBT001 - a slot
        visit = self._desk.visit
        referral = visit.referral
        if referral is None:
            return
        if activity and service not in visit.steps:
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
        self._fill()

    def _call(self, service_id: str) -> None:
        self._called = service_id
        if self._fill_call():
            self._window.put_cover(self._pages.call)

    def _fill_call(self) -> bool:
        visit = self._desk.visit
        if visit.advice is None:
            return False
        found = next(
            (r for r in visit.advice.all + visit.advice.activities + visit.choice.added if r.service.id == self._called), None
        )
        if found is None:
            return False
        own, dutch = self._desk.wording(visit.intake.language), self._desk.wording(DUTCH.code)
        self._pages.call.fill(call_text(found, own, dutch, self._at))
        return True
