"""One visit: all of it in one object in memory, and one function that forgets it.

Where the visitor stands follows from the answers and from how far they came; it needs no window.
"""

from dataclasses import dataclass

from wijkwijzer_desktop.desk.stage import BESIDE, Stage, View
from wijkwijzer_desktop.desk.telling import Telling
from wijkwijzer_desktop.domain.concern import Signal, signals_raised
from wijkwijzer_desktop.domain.intake import Intake, Screen
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import SKIPPED
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.slip import new_code

__all__ = ["Stage", "View", "Visit"]

_ORDER = {stage: place for place, stage in enumerate(Stage)}
# From where the visitor can step aside and come back.
_ADVICE = frozenset({Stage.WHOLE, Stage.RESULTS})


@dataclass(slots=True)
class Visit(Telling):
    """The visit at this counter; forgotten between visitors, never replaced.

    number: goes up with every forgetting, so that work begun for one visitor never reaches the next. paper_came: it was
    printed, and nobody said that it isn't there.
    """

    number: int = 0
    code: str = ""
    paper_came: bool = False
    _stage: Stage = Stage.START
    _screen: str = ""
    _signals_seen: frozenset[str] = frozenset()
    _signals_now: tuple[Signal, ...] = ()
    _furthest: Stage = Stage.START
    _came_from: Stage = Stage.BEGIN_WITH

    def __repr__(self) -> str:
        # A visit must not turn up in a log by way of a traceback.
        return f"<Visit {self.number}>"

    def forget(self) -> None:
        """Let go of everything of this visitor. Safe to call at any moment, as often as one likes."""
        self.number += 1
        self.forget_told()
        self.forget_taken()
        self.code = ""
        self.paper_came = False
        self._stage = Stage.START
        self._furthest = Stage.START
        self._screen = ""
        self._signals_seen = frozenset()
        self._signals_now = ()
        self._came_from = Stage.BEGIN_WITH

    def use(self, pack: Pack) -> None:
        """Take another pack for the next visitor; forgets."""
        self.pack = pack
        self.forget()

    @property
    def furthest(self) -> Stage:
        """The last stage that the visitor has been at, wherever they are now; none of those BESIDE. START before a visit
        begins."""
        return max(self._furthest, BESIDE.get(self._stage, self._stage), key=_ORDER.__getitem__)

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
        if not known or self._stage in {Stage.START, Stage.BRING_BACK, Stage.PRINTING, Stage.DONE}:
            return False
        self._furthest = self.furthest
        if self._stage is Stage.QUESTIONS and self._became_urgent():
            return True
        if screen_id:
            self._to_screen(screen_id)
        else:
            self._stage = self._advice_stage
        return True

    def step_aside(self, stage: Stage) -> bool:
        """To one of the pages beside this one: BRING_BACK from the start, LINKS from begin-with or the advice, RECIPE and
        PRACTICE from the advice. False and nothing else where that can't be. `back` and `go_on` lead back."""
        advised = self._stage in _ADVICE and self.advice is not None
        possible = {
            Stage.BRING_BACK: self._stage is Stage.START,
            Stage.LINKS: self.may_link and (advised or self._stage is Stage.BEGIN_WITH),
            Stage.RECIPE: advised,
            Stage.PRACTICE: advised,
        }
        if not possible.get(stage, False):
            return False
        self._furthest, self._came_from = self.furthest, self._stage
        self._stage = stage
        return True

    def show_steps(self) -> None:
        """From the picture of the whole to the steps one by one."""
        if self._stage is Stage.WHOLE:
            self.piecemeal = True
            self._stage = Stage.RESULTS

    def go_on(self) -> None:
        """On from the urgent card, from begin-with, from the advice, from the preview; back from what stands beside."""
        match self._stage:
            case Stage.URGENT:
                self._onward()
            case Stage.BEGIN_WITH:
                self._stage = self._advice_stage
            case Stage.BRING_BACK | Stage.LINKS | Stage.RECIPE | Stage.PRACTICE:
                self._step_back()
            case Stage.WHOLE | Stage.RESULTS if self.advice is not None:
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
            self._stage = self._advice_stage

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
            case Stage.RESULTS if self.looks_at_whole and self.piecemeal:
                self.piecemeal = False
                self._stage = Stage.WHOLE
            case Stage.WHOLE | Stage.RESULTS:
                # Who stopped half-way was never asked what to begin with.
                if self._asks_what_first and self._left_at(screens) == screens[-1].id:
                    self._stage = Stage.BEGIN_WITH
                else:
                    self._to_screen(self._left_at(screens))
            case Stage.BRING_BACK | Stage.LINKS | Stage.RECIPE | Stage.PRACTICE:
                self._step_back()
            case Stage.PREVIEW:
                self._stage = self._advice_stage
            case Stage.PRINTING | Stage.DONE:
                self._stage = Stage.PREVIEW
        return True

    def take_advice(self, advice: Advice, number: int) -> bool:
        """Advice that was worked out meanwhile; False where it was for a visit that is over."""
        if number != self.number:
            return False
        self.advice = advice
        return True

    def _became_urgent(self) -> bool:
        raised = signals_raised(self.pack.signals, self.seen)
        fresh = tuple(s for s in raised if s.id not in self._signals_seen)
        # What was taken back meanwhile is new when it is said again.
        self._signals_seen = frozenset(s.id for s in raised)
        if fresh:
            self._signals_now = fresh
            self._stage = Stage.URGENT
        return bool(fresh)

    @property
    def _advice_stage(self) -> Stage:
        return Stage.WHOLE if self.looks_at_whole and not self.piecemeal else Stage.RESULTS

    def _step_back(self) -> None:
        # What was said there may have changed how the advice is shown.
        self._stage = self._advice_stage if self._came_from in _ADVICE else self._came_from

    def _onward(self) -> None:
        screens = self.seen.screens
        index = self._index(screens) + 1
        if index < len(screens):
            self._to_screen(screens[index].id)
        else:
            self._order_what_weighs()
            self._stage = Stage.BEGIN_WITH if self._asks_what_first else self._advice_stage

    def _left_at(self, screens: tuple[Screen, ...]) -> str:
        return self._screen if any(screen.id == self._screen for screen in screens) else screens[-1].id

    def _to_screen(self, screen_id: str) -> None:
        self._stage = Stage.QUESTIONS
        self._screen = screen_id

    def _index(self, screens: tuple[Screen, ...]) -> int:
        return next((i for i, screen in enumerate(screens) if screen.id == self._screen), 0)
