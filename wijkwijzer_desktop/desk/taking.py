"""What a visitor takes home: which steps, whether as one plan, and who else gets a sheet."""

from dataclasses import dataclass, field, replace

from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.recipe import Recipe, Wishes
from wijkwijzer_desktop.domain.referral import FIRST_STEPS, Advice, Choice, Referral, refer
from wijkwijzer_desktop.domain.slip import note_line
from wijkwijzer_desktop.domain.whole import as_plan


@dataclass(frozen=True, slots=True)
class Sent:
    """A GP sent this visitor. practice: id of the practice, "" where it isn't in the list. sheet: the visitor wants one for the
    GP too; never without a practice that is known."""

    practice: str
    sheet: bool = False


@dataclass(slots=True, kw_only=True)
class Taking:
    """The part of a visit that goes on paper; forgotten with it. piecemeal: the visitor wants separate steps where one
    conversation about the whole is advised. sent: None where the visitor didn't say that a GP sent them. wishes: what they like
    to do. recipe: what was found by these, None for nothing yet. left_out: ids of what of it stays off paper."""

    choice: Choice = field(default_factory=Choice)
    advice: Advice | None = None
    piecemeal: bool = False
    sent: Sent | None = None
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None
    left_out: frozenset[str] = frozenset()

    def forget_taken(self) -> None:
        """Nothing is taken home."""
        self.choice = Choice()
        self.advice = None
        self.piecemeal = False
        self.sent = None
        self.wish(Wishes())

    def wish(self, wishes: Wishes) -> None:
        """What the visitor likes to do; what was found by other wishes is gone."""
        self.wishes = wishes
        self.recipe = None
        self.left_out = frozenset()

    def set_on_recipe(self, service_id: str, *, on_paper: bool) -> None:
        """Put something of the recipe on paper, or take it off."""
        self.left_out = self.left_out - {service_id} if on_paper else self.left_out | {service_id}

    @property
    def recipe_on_paper(self) -> Recipe | None:
        """The recipe as it is printed; None where nothing is found, or nothing of it may be on paper."""
        return self.recipe.without(self.left_out) if self.recipe is not None else None

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
        if self.takes_plan:
            self._change_plan(service_id, on_paper=on_paper)
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

    def set_carried(self, *, on_paper: bool) -> None:
        """The worries go into the code on the paper, so that the visitor can go on with them another time; or they don't."""
        self.choice = replace(self.choice, carried=on_paper)

    def set_practice(self, practice: str | None) -> None:
        """Which practice sent this visitor, "" for one that isn't in the list, None for none. The sheet is asked for anew."""
        self.sent = Sent(practice) if practice is not None else None

    def set_gp_sheet(self, *, wanted: bool) -> None:
        """A sheet for the GP too, or not. Nothing where no practice in the list sent this visitor."""
        if self.sent is not None and self.sent.practice:
            self.sent = replace(self.sent, sheet=wanted)

    def _change_plan(self, service_id: str, *, on_paper: bool) -> None:
        # The conversation and what can't wait are on it always.
        step = next((r for r in self.advice.all if r.service.id == service_id), None) if self.advice is not None else None
        if not on_paper:
            self.choice = self.choice.letting_go(service_id)
        elif step is not None and len(self.steps) < FIRST_STEPS:
            self.add_step(step)

    @property
    def takes_plan(self) -> bool:
        """Whether the paper is one plan for the whole, and not steps apart. False without advice."""
        return self.advice is not None and self.advice.whole is not None and not self.piecemeal

    @property
    def steps(self) -> tuple[str, ...]:
        """Service ids of the first steps as they stand on paper now."""
        referral = self.referral
        return tuple(step.service.id for step in referral.steps) if referral is not None else ()

    @property
    def referral(self) -> Referral | None:
        """What goes on paper; None without advice. Of a plan: the conversation, what can't wait, and what somebody added."""
        if self.advice is None:
            return None
        referral = refer(self.advice, self.choice)
        return as_plan(referral, self.advice, self.choice) if self.takes_plan else referral
