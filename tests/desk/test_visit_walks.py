"""Random walks: whatever is touched in whatever order, there is always a page and always a way to the end."""

import copy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.desk.fakes import PACK, TUESDAY_TEN, advising
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW
from wijkwijzer_desktop.domain.referral import BEGIN_WITH, FIRST_STEPS

ADVISING = advising()
MORE_THAN_ALL_PAGES = 60
SERVICE_IDS = ("geldfit", "stadsbank", "veilig-thuis", "wijkteam", "resto", "weg")


def forward(visit: Visit) -> None:
    """The one button that goes on."""
    view = visit.view
    if view.stage is Stage.START:
        visit.start()
    elif view.screen is not None:
        assert visit.next(view.screen.id)
    else:
        visit.go_on()


class Walk(RuleBasedStateMachine):
    """A visitor who touches anything."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = Visit(PACK)
        self.cards: list[str] = []

    @initialize()
    def begin(self) -> None:
        self.visit.start()

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        screen = self.visit.view.screen
        if screen is None:
            return
        asked = data.draw(st.sampled_from(screen.questions))
        ids = [o.id for o in asked.options]
        most = len(ids) if asked.several else 1
        chosen = data.draw(
            st.frozensets(st.sampled_from(ids), max_size=most)
            | st.sampled_from([DONT_KNOW, DECLINED]).map(lambda o: frozenset({o}))
        )
        self.visit.answer(asked.id, chosen)
        assert self.visit.view.screen is not None
        assert self.visit.view.screen.id == screen.id

    @rule(times=st.integers(1, 3))
    def go_forward(self, times: int) -> None:
        for _ in range(times):
            before = self.visit.view
            forward(self.visit)
            if self.visit.view.stage is Stage.URGENT and before.stage is Stage.QUESTIONS:
                self.cards += [s.id for s in self.visit.view.signals]
            assert self.visit.view != before or before.stage in {Stage.RESULTS, Stage.DONE}

    @rule()
    def go_back(self) -> None:
        before = self.visit.intake
        if not self.visit.back():
            assert self.visit.view.stage is Stage.START or self.visit.view.done == 0
        assert self.visit.intake == before

    @rule()
    def stop_here(self) -> None:
        self.visit.stop_here()

    @rule(topics=st.lists(st.sampled_from([t.id for t in PACK.topics]), max_size=6))
    def begin_with(self, topics: list[str]) -> None:
        self.visit.begin_with(tuple(topics))
        assert len(self.visit.intake.order) <= BEGIN_WITH
        assert set(self.visit.intake.order) <= {c.topic.id for c in self.visit.concerns}

    @rule()
    def advise(self) -> None:
        assert self.visit.take_advice(ADVISING.advise(self.visit.intake, TUESDAY_TEN), self.visit.number)

    @rule(service=st.sampled_from(SERVICE_IDS), on_paper=st.booleans())
    def choose(self, service: str, *, on_paper: bool) -> None:
        self.visit.set_step(service, on_paper=on_paper)
        self.visit.set_activity(service, on_paper=on_paper)
        if not on_paper:
            assert service not in self.visit.steps

    @rule(on_paper=st.booleans())
    def discreet(self, *, on_paper: bool) -> None:
        self.visit.set_discreet(on_paper=on_paper)

    @rule()
    def forget(self) -> None:
        number = self.visit.number
        self.visit.forget()
        self.cards.clear()
        assert (self.visit.intake, self.visit.advice, self.visit.code) == (Intake(), None, "")
        assert self.visit.number == number + 1

    @invariant()
    def there_is_a_page(self) -> None:
        view = self.visit.view
        assert (view.screen is not None) is (view.stage is Stage.QUESTIONS)
        assert bool(view.signals) is (view.stage is Stage.URGENT)
        assert view.left >= (view.stage is Stage.QUESTIONS)
        assert len(self.visit.steps) <= FIRST_STEPS

    @invariant()
    def each_signal_was_shown_once(self) -> None:
        assert len(set(self.cards)) == len(self.cards)

    @invariant()
    def the_results_are_ahead(self) -> None:
        if self.visit.view.stage in {Stage.PREVIEW, Stage.PRINTING, Stage.DONE}:
            return
        ahead = copy.copy(self.visit)
        for _ in range(MORE_THAN_ALL_PAGES):
            if ahead.view.stage is Stage.RESULTS:
                return
            forward(ahead)
        raise AssertionError(ahead.view.stage)

    @invariant()
    def the_first_page_is_behind(self) -> None:
        behind = copy.copy(self.visit)
        for _ in range(MORE_THAN_ALL_PAGES):
            if not behind.back():
                return
        raise AssertionError(behind.view.stage)

    @invariant()
    def nothing_discreet_stands_on_paper_unasked(self) -> None:
        referral = self.visit.referral
        if referral is not None and not self.visit.choice.discreet:
            assert not any(step.concern == "veilig.thuis" for step in referral.steps)
            assert not any(route.signal.discreet for route in referral.urgent)


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=80, stateful_step_count=40)
