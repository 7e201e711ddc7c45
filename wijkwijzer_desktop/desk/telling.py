"""What a visitor told so far, and what it comes to."""

from dataclasses import dataclass, field, replace

from wijkwijzer_desktop.desk.taking import Taking
from wijkwijzer_desktop.domain.carried import tiles_of
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Concern, Severity, concerns_of
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.intake import Intake, Replay, replay
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.domain.whole import Link, linked, looks_at_whole


@dataclass(slots=True)
class Telling(Taking):
    """The part of a visit that is said; forgotten with it. What is told anew makes the advice old."""

    pack: Pack
    intake: Intake = field(default_factory=Intake)
    _seen: tuple[Intake, Replay] | None = None

    def forget_told(self) -> None:
        """Nothing was said."""
        self.intake = Intake()
        self._seen = None

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

    def answer(self, question_id: str, options: frozenset[str]) -> None:
        """Take an answer; no options lets go of it.

        Raises UnknownQuestionError, UnknownOptionError.
        """
        self.intake = self.intake.answer(self.pack.questionnaire.question(question_id), options)
        self._advice_is_old()

    def begin_with(self, topic_ids: tuple[str, ...]) -> None:
        """What to begin with, in the visitor's order, at most three; topics that don't weigh are left out."""
        known = {c.topic.id for c in self.concerns}
        order = tuple(dict.fromkeys(t for t in topic_ids if t in known))[:BEGIN_WITH]
        self.intake = replace(self.intake, order=order)
        self._advice_is_old()

    def carry_on(self, topic_ids: tuple[str, ...]) -> None:
        """With what a paper of an earlier visit says: these worries are touched, and come first as far as they weigh. Nothing
        else is known of them. Those that nobody can touch are left out."""
        tiles = tiles_of(topic_ids, self.pack.topics_by_id, self.pack.questionnaire.question(BEGIN_QUESTION))
        if tiles:
            self.answer(BEGIN_QUESTION, tiles)
            self.intake = replace(self.intake, order=topic_ids[:BEGIN_WITH])

    def _order_what_weighs(self) -> None:
        """What was to come first and doesn't weigh in the end is no number one."""
        known = {c.topic.id for c in self.concerns}
        if not known.issuperset(self.intake.order):
            self.begin_with(self.intake.order)

    def link(self, link: Link) -> None:
        """One worry makes another heavier; the same again takes it back, also where one of them doesn't weigh any more. A fourth,
        and what doesn't weigh, change nothing."""
        if link in self.intake.links or {link.cause, link.effect} <= {c.topic.id for c in self.concerns}:
            self.intake = replace(self.intake, links=linked(self.intake.links, link))
            self._advice_is_old()

    def unlink(self) -> None:
        """No worry makes another heavier, as far as the visitor knows."""
        if self.intake.links:
            self.intake = replace(self.intake, links=())
            self._advice_is_old()

    @property
    def area(self) -> str:
        """Id of the place where the visitor lives, "" if they didn't tell."""
        said = self.seen.answers.get(AREA_QUESTION)
        return said.options[0] if said is not None and said.known else ""

    @property
    def may_link(self) -> bool:
        """Whether there are two worries to draw a link between."""
        return len([c for c in self.concerns if c.severity > Severity.UNKNOWN]) > 1

    @property
    def looks_at_whole(self) -> bool:
        """Whether one conversation about everything comes first."""
        return looks_at_whole(self.concerns, self.intake.links)

    @property
    def _asks_what_first(self) -> bool:
        return len(self.concerns) > 1

    def _advice_is_old(self) -> None:
        self.advice = None
        self.recipe = None
        self.choice = self.choice.kept
