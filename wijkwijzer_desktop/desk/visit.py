"""One visit: all of it in one object in memory, and one function that forgets it.

Where the visitor stands follows from the answers and from how far they came; it needs no window.
"""

from dataclasses import dataclass, field, replace

from wijkwijzer_desktop.desk.stage import Stage, View
from wijkwijzer_desktop.domain.concern import Concern, Signal, concerns_of, signals_raised
from wijkwijzer_desktop.domain.intake import Intake, Replay, Screen, replay
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import SKIPPED
from wijkwijzer_desktop.domain.referral import BEGIN_WITH, FIRST_STEPS, Advice, Choice, Referral, refer
from wijkwijzer_desktop.domain.slip import new_code, note_line

__all__ = ["Stage", "View", "Visit"]

_ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(slots=True)
class Visit:
    """The visit at this counter; forgotten between visitors, never replaced.

    number: goes up with every forgetting, so that work begun for one visitor never reaches the next. paper_came: it was
    printed, and nobody said that it isn't there.
    """

    pack: Pack
    number: int = 0
    intake: Intake = field(default_factory=Intake)
    choice: Choice = field(default_factory=Choice)
    advice: Advice | None = None
    code: str = ""
    paper_came: bool = False
    _stage: Stage = Stage.START
    _screen: str = ""
    _signals_seen: frozenset[str] = frozenset()
    _seen: tuple[Intake, Replay] | None = None
    _signals_now: tuple[Signal, ...] = ()
    _furthest: Stage = Stage.START

    def __repr__(self) -> str:
        # A visit must not turn up in a log by way of a traceback.
        return f"<Visit {self.number}>"

    def forget(self) -> None:
        """Let go of everything of this visitor. Safe to call at any moment, as often as one likes."""
        self.number += 1
        self.intake = Intake()
        self.choice = Choice()
        self.advice = None
        self.code = ""
        self.paper_came = False
        self._stage = Stage.START
        self._furthest = Stage.START
        self._screen = ""
        self._signals_seen = frozenset()
        self._seen = None
        self._signals_now = ()

    def use(self, pack: Pack) -> None:
        """Take another pack for the next visitor; forgets."""
        self.pack = pack
        self.forget()

    @property
    def seen(self) -> Replay:
        """What the answers so far come to."""
        known = self._seen
        if known is None or known[0] is not self.intake:
            known = self._seen = (self.intake, replay(self.pack.questionnaire, self.intake, self.pack.places))
        return known[1]

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What weighs, by the answers so far."""
        return concerns_of(self.pack.topics, self.pack.signals, self.seen)

    @property
    def furthest(self) -> Stage:
        """The last stage that the visitor has been at, wherever they are now; never URGENT. START before a visit begins."""
        return max(self._furthest, Stage.QUESTIONS if self._stage is Stage.URGENT else self._stage, key=_ORDER.__getitem__)

    @property
    def signals_seen(self) -> frozenset[str]:
        """Ids of the urgent signals that were shown and not taken back since."""
        return self._signals_seen

    @property
    def view(self) -> View:
        """What to show."""
        if self._stage is Stage.URGENT:
            return View(Stage.URGENT, signals=self._signals_now)
        if self._stage is not Stage.QUESTIONS:
            return View(self._stage)
        screens = self.seen.screens
        index = self._index(screens)
        return View(Stage.QUESTIONS, screens[index], done=index, left=len(screens) - index)

    def start(self, language: str = "nl") -> None:
        """Begin with the first question in this language. Not for an ongoing visit."""
        if self._stage is Stage.START:
            self.intake = Intake(language=language)
            self.code = new_code()
            self._to_screen(self.seen.screens[0].id)

    def answer(self, question_id: str, options: frozenset[str]) -> None:
        """Take an answer; no options lets go of it. Stays on the screen.

        Raises UnknownQuestionError, UnknownOptionError.
        """
        self.intake = self.intake.answer(self.pack.questionnaire.question(question_id), options)
        self._advice_is_old()

    def next(self, expected: str) -> bool:
        """On from the screen `expected`; False and nothing else where the visitor isn't there (any more).

        What wasn't answered counts as skipped. What has become urgent comes first.
        """
        if self._stage is not Stage.QUESTIONS or self._screen != expected:
            return False
        screen = next((s for s in self.seen.screens if s.id == expected), None)
        if screen is not None:
            for question in screen.questions:
                if question.id not in self.intake.answers:
                    self.intake = self.intake.answer(question, {SKIPPED})
        if not self._became_urgent():
            self._onward()
        return True

    def go_to(self, screen_id: str) -> bool:
        """To any screen that is asked now, or with "" to the advice; False and nothing else where that can't be: no such
        screen, no visit, paper under way. What has become urgent comes first."""
        known = not screen_id or any(screen.id == screen_id for screen in self.seen.screens)
        if not known or self._stage in {Stage.START, Stage.PRINTING, Stage.DONE}:
            return False
        self._furthest = self.furthest
        if self._stage is Stage.QUESTIONS and self._became_urgent():
            return True
        if screen_id:
            self._to_screen(screen_id)
        else:
            self._stage = Stage.RESULTS
        return True

    def go_on(self) -> None:
        """On from the urgent card, from begin-with, from the results, from the preview."""
        match self._stage:
            case Stage.URGENT:
                self._onward()
            case Stage.BEGIN_WITH:
                self._stage = Stage.RESULTS
            case Stage.RESULTS if self.advice is not None:
                self._stage = Stage.PREVIEW
            case Stage.PREVIEW:
                self._stage = Stage.PRINTING
            case Stage.PRINTING:
                self._stage = Stage.DONE
            case _:
                pass

    def stop_here(self) -> None:
        """From anywhere in the questions straight to the advice on what was said so far."""
        if self._stage in {Stage.QUESTIONS, Stage.URGENT}:
            self._stage = Stage.RESULTS

    def back(self) -> bool:
        """One page back, every answer kept. False at the first page."""
        self._furthest = self.furthest
        screens = self.seen.screens
        match self._stage:
            case Stage.START:
                return False
            case Stage.QUESTIONS:
                index = self._index(screens)
                if index == 0:
                    return False
                self._to_screen(screens[index - 1].id)
            case Stage.URGENT:
                self._stage = Stage.QUESTIONS
            case Stage.BEGIN_WITH:
                self._to_screen(self._left_at(screens))
            case Stage.RESULTS:
                # Who stopped half-way was never asked what to begin with.
                if self._asks_what_first and self._left_at(screens) == screens[-1].id:
                    self._stage = Stage.BEGIN_WITH
                else:
                    self._to_screen(self._left_at(screens))
            case Stage.PREVIEW:
                self._stage = Stage.RESULTS
            case Stage.PRINTING | Stage.DONE:
                self._stage = Stage.PREVIEW
        return True

    def begin_with(self, topic_ids: tuple[str, ...]) -> None:
        """What to begin with, in the visitor's order, at most three; topics that don't weigh are left out."""
        known = {c.topic.id for c in self.concerns}
        order = tuple(dict.fromkeys(t for t in topic_ids if t in known))[:BEGIN_WITH]
        self.intake = Intake(self.intake.language, self.intake.answers, order)
        self._advice_is_old()

    def take_advice(self, advice: Advice, number: int) -> bool:
        """Advice that was worked out meanwhile; False where it was for a visit that is over."""
        if number != self.number:
            return False
        self.advice = advice
        return True

    def add_step(self, step: Recommendation) -> bool:
        """Put what was looked up on the slip, before what is proposed. False and nothing else where three were chosen already."""
        choice = self.choice.adding(step)
        self.choice = choice or self.choice
        return choice is not None

    def set_step(self, service_id: str, *, on_paper: bool) -> None:
        """Put a service on the slip as a first step, or take it off. A fourth one changes nothing."""
        if self.advice is None:
            self.choice = self.choice if on_paper else self.choice.letting_go(service_id)
            return
        kept = tuple(s for s in self.steps if s != service_id)
        if on_paper and len(kept) == FIRST_STEPS:
            return
        self.choice = replace(self.choice, steps=kept + (service_id,) * on_paper)

    def set_activity(self, service_id: str, *, on_paper: bool) -> None:
        """Put an activity back on the slip, or take it off."""
        without = self.choice.without_activities - {service_id} if on_paper else self.choice.without_activities | {service_id}
        self.choice = replace(self.choice, without_activities=without)

    def set_note(self, text: str) -> None:
        """A line that somebody at the counter types, for this slip only; "" for none. Cut where it is too long."""
        self.choice = replace(self.choice, note=note_line(text))

    def set_discreet(self, *, on_paper: bool) -> None:
        """What is discreet goes on paper only when the visitor asks for it."""
        self.choice = replace(self.choice, discreet=on_paper)

    @property
    def steps(self) -> tuple[str, ...]:
        """Service ids of the first steps as they stand on the slip now."""
        referral = self.referral
        return tuple(step.service.id for step in referral.steps) if referral is not None else ()

    @property
    def referral(self) -> Referral | None:
        """What goes on the slip; None without advice."""
        return refer(self.advice, self.choice) if self.advice is not None else None

    @property
    def _asks_what_first(self) -> bool:
        return len(self.concerns) > 1

    def _became_urgent(self) -> bool:
        raised = signals_raised(self.pack.signals, self.seen)
        fresh = tuple(s for s in raised if s.id not in self._signals_seen)
        # What was taken back meanwhile is new when it is said again.
        self._signals_seen = frozenset(s.id for s in raised)
        if fresh:
            self._signals_now = fresh
            self._stage = Stage.URGENT
        return bool(fresh)

    def _onward(self) -> None:
        screens = self.seen.screens
        index = self._index(screens) + 1
        if index < len(screens):
            self._to_screen(screens[index].id)
        else:
            self._stage = Stage.BEGIN_WITH if self._asks_what_first else Stage.RESULTS

    def _left_at(self, screens: tuple[Screen, ...]) -> str:
        return self._screen if any(screen.id == self._screen for screen in screens) else screens[-1].id

    def _to_screen(self, screen_id: str) -> None:
        self._stage = Stage.QUESTIONS
        self._screen = screen_id

    def _index(self, screens: tuple[Screen, ...]) -> int:
        return next((i for i, screen in enumerate(screens) if screen.id == self._screen), 0)

    def _advice_is_old(self) -> None:
        self.advice = None
        self.choice = self.choice.kept
