"""What weighs on the visitor: topics, the rules that make a topic a concern, and urgent signals."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import itemgetter

from wijkwijzer_desktop.domain.condition import Condition
from wijkwijzer_desktop.domain.intake import Intake, Replay

BEGIN_QUESTION = "begin.topics"
WALK_ALL = "alles"
# Topic of who has no GP, where the content has one.
NO_GP = "zorg.geen"


class Domain(StrEnum):
    """The four domains around the visitor."""

    BODY = "lichaam"
    MIND = "geest"
    SOCIAL = "sociaal"
    SOCIETY = "maatschappelijk"


class Severity(IntEnum):
    """How much it weighs; picks the step on the ladder. UNKNOWN: the visitor did not tell."""

    UNKNOWN = 0
    LIGHT = 1
    MEDIUM = 2
    HEAVY = 3
    CRISIS = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """When `when` is true the topic weighs this much."""

    when: Condition
    severity: Severity


@dataclass(frozen=True, slots=True)
class Topic:
    """An HSDS taxonomy term. A topic without parent is what can be touched on the first screen; its
    children are what can become a concern.

    name: Dutch, as a visitor says it. rules: children only. fallback: the child that a touched topic
    becomes when no rule tells more. discreet: never on paper unless asked for.
    """

    id: str
    name: str
    domain: Domain
    parent: str = ""
    pictogram: str = ""
    rules: tuple[Rule, ...] = ()
    fallback: bool = False
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """An urgent route: what the screen says at once.

    title, text: Dutch; services: ids whose numbers are shown, in this order, from the catalogue;
    concern: id of the child topic that this makes urgent, "" for none; discreet: on paper only when
    asked for.
    """

    id: str
    title: str
    text: str
    when: Condition
    services: tuple[str, ...]
    concern: str = ""
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that is given as a reason: question id and chosen option ids."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """A topic that weighs on this visitor. because: what says so, the heaviest first. urgent: ids of the
    signals that concern it."""

    topic: Topic
    severity: Severity
    because: tuple[Said, ...] = ()
    urgent: tuple[str, ...] = ()


def signals_raised(signals: tuple[Signal, ...], seen: Replay) -> tuple[Signal, ...]:
    """The urgent signals whose condition is true, in the content's order."""
    return tuple(signal for signal in signals if signal.when.holds(seen.facts) is True)


def concerns_of(topics: tuple[Topic, ...], signals: tuple[Signal, ...], seen: Replay) -> tuple[Concern, ...]:
    """All that weighs: urgent first in the order of the signals, then the heaviest, then the content's order; unknown
    last.

    A child topic weighs when one of its rules is true; the heaviest rule counts. A touched topic
    of which no child weighs becomes its fallback child, light: it was touched. A rule that hangs on
    a question which the visitor left open makes the concern unknown, never absent.
    """
    raised = signals_raised(signals, seen)
    touched = seen.facts.options.get(BEGIN_QUESTION, frozenset())
    left_open = seen.unknowns()
    found: dict[str, Concern] = {}
    for topic in topics:
        if topic.parent:
            concern = _weigh(topic, raised, seen, left_open)
            if concern is not None:
                found[topic.id] = concern
    for topic in topics:
        if topic.fallback and topic.parent in touched and not _weighs_below(topic.parent, found):
            found[topic.id] = Concern(topic, Severity.LIGHT, (Said(BEGIN_QUESTION, (topic.parent,)),))
    order = {topic.id: index for index, topic in enumerate(topics)}
    haste = {signal.id: index for index, signal in enumerate(raised)}

    def key(concern: Concern) -> tuple[int, int, int]:
        first = min((haste[signal] for signal in concern.urgent), default=len(haste))
        return first, -concern.severity, order[concern.topic.id]

    return tuple(sorted(found.values(), key=key))


def _weighs_below(parent: str, found: Mapping[str, Concern]) -> bool:
    return any(c.topic.parent == parent and c.severity > Severity.UNKNOWN for c in found.values())


def _weigh(topic: Topic, raised: tuple[Signal, ...], seen: Replay, left_open: frozenset[str]) -> Concern | None:
    urgent = tuple(signal.id for signal in raised if signal.concern == topic.id)
    grounds: list[tuple[int, str]] = [(-Severity.CRISIS, q) for s in raised if s.id in urgent for q in s.when.grounds(seen.facts)]
    severity = Severity.CRISIS if urgent else Severity.UNKNOWN
    weighs = bool(urgent)
    perhaps = False
    for rule in topic.rules:
        truth = rule.when.holds(seen.facts)
        if truth is True:
            weighs = True
            severity = max(severity, rule.severity)
            grounds += [(-rule.severity, q) for q in rule.when.grounds(seen.facts)]
        elif truth is None and left_open and not left_open.isdisjoint(rule.when.unknown(seen.facts)):
            perhaps = True
    if not weighs and not perhaps:
        return None
    because = tuple(
        Said(q, seen.answers[q].options)
        for q in dict.fromkeys(question for _, question in sorted(grounds, key=itemgetter(0)))
        if q in seen.answers and seen.answers[q].known and q != BEGIN_QUESTION
    )
    return Concern(topic, severity, because, urgent)


def in_visitors_order(concerns: tuple[Concern, ...], intake: Intake) -> tuple[Concern, ...]:
    """Urgent ones first, then what the visitor wants to begin with, then the others as they stood."""
    wanted = {topic_id: index for index, topic_id in enumerate(intake.order)}
    last = len(wanted)
    return tuple(sorted(concerns, key=lambda c: (not c.urgent, 0 if c.urgent else wanted.get(c.topic.id, last))))
