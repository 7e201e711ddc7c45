"""The whole person: four domains around somebody, what weighs and what goes well in each, and what comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.concern import Concern, Domain, Said, Severity
from wijkwijzer_desktop.domain.intake import Link, Replay
from wijkwijzer_desktop.domain.matching import DOMAINS_FOR_ONE_CONVERSATION, IsUrgent, Recommendation
from wijkwijzer_desktop.domain.referral import FIRST_STEPS, Advice, Choice, Referral, discreet_topics, domains_that_weigh

__all__ = ["LINKS", "Link", "Side", "Whole", "as_plan", "linked", "looks_at_whole", "whole_of"]

LINKS = 3

# Reserved ids of questions, as `about.area` is one: what goes well, and who helps already.
WELL_QUESTION = "help.goed"
HELPS_QUESTION = "help.wie"
# Where an answer to what goes well belongs; what editors add later stands with what helps already.
DOMAIN_OF: Mapping[str, Domain] = {
    "gezond": Domain.BODY,
    "sterk": Domain.MIND,
    "mensen": Domain.SOCIAL,
    "huis": Domain.SOCIETY,
    "bezig": Domain.SOCIETY,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the four domains. weighs: concerns there, in the visitor's order. well: answers that say what goes well there."""

    domain: Domain
    weighs: tuple[Concern, ...]
    well: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """sides: all four, in the order of Domain. links: as the visitor drew them. helps: answers that say who helps already, one
    each. begin: concerns in the order to begin with. first: the conversation that everything begins with."""

    sides: tuple[Side, ...]
    links: tuple[Link, ...]
    helps: tuple[Said, ...]
    begin: tuple[Concern, ...]
    first: Recommendation


def linked(links: tuple[Link, ...], link: Link) -> tuple[Link, ...]:
    """With this one too; without it where it was there. A fourth, and a worry that makes itself heavier, change nothing."""
    if link in links:
        return tuple(other for other in links if other != link)
    if link.cause == link.effect or len(links) == LINKS:
        return links
    return (*links, link)


def weighing(concerns: tuple[Concern, ...], links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links between what still weighs: an answer may have been taken back since."""
    known = {c.topic.id for c in concerns if c.severity > Severity.UNKNOWN}
    return tuple(link for link in links if link.cause in known and link.effect in known)


def looks_at_whole(concerns: tuple[Concern, ...], links: tuple[Link, ...]) -> bool:
    """Whether one conversation comes first: worries in three domains or more, or one that makes another heavier."""
    return len(domains_that_weigh(concerns)) >= DOMAINS_FOR_ONE_CONVERSATION or bool(weighing(concerns, links))


def whole_of(advice: Advice, seen: Replay, links: tuple[Link, ...] = (), *, discreet: bool = False) -> Whole:
    """The picture of one visit, as it may stand on paper. discreet: the visitor wants that there too.

    What a visitor would rather not tell of doesn't stand in it as a worry.
    """
    hidden = frozenset() if discreet else discreet_topics(advice)
    weighs = tuple(c for c in advice.concerns if c.severity > Severity.UNKNOWN and c.topic.id not in hidden)
    well = _each(seen, WELL_QUESTION)
    sides = tuple(
        Side(
            domain,
            tuple(c for c in weighs if c.topic.domain is domain),
            tuple(said for said in well if DOMAIN_OF.get(said.options[0]) is domain),
        )
        for domain in Domain
    )
    elsewhere = tuple(said for said in well if said.options[0] not in DOMAIN_OF)
    helps = _each(seen, HELPS_QUESTION) + elsewhere
    return Whole(sides, weighing(weighs, links), helps, weighs, advice.whole or advice.talk)


def _each(seen: Replay, question_id: str) -> tuple[Said, ...]:
    """What was chosen, one answer at a time; without "nobody" and "nothing"."""
    question = next((q for q in seen.shown if q.id == question_id), None)
    answer = seen.answers.get(question_id)
    if question is None or answer is None or not answer.known:
        return ()
    alone = {option.id for option in question.options if option.exclusive}
    return tuple(Said(question_id, (option,)) for option in answer.options if option not in alone)


def as_plan(referral: Referral, advice: Advice, choice: Choice) -> Referral:
    """What stays of a referral where the paper is one plan: what can't wait, the conversation, what somebody added by hand."""
    first = advice.whole or advice.talk
    added = {r.service.id for r in choice.added}
    others = tuple(r for r in referral.steps if r.service.id != first.service.id)
    urgent = tuple(r for r in others if any(isinstance(reason, IsUrgent) for reason in r.reasons))
    by_hand = tuple(r for r in others if r.service.id in added and r not in urgent)
    steps = (*urgent[: FIRST_STEPS - 1], first, *by_hand)[:FIRST_STEPS]
    return replace(referral, steps=steps, activities=())
