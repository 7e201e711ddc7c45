"""Whether every rule and every signal can come true for somebody."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.content.reach import Paths, choices, facts_of
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.condition import AREA_QUESTION, Condition, Facts
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.pack import Pack

Answers = Mapping[str, frozenset[str]]


def possible_findings(content: Content, through: Paths) -> tuple[Finding, ...]:
    """Rules (rule-never-true) and signals (signal-never-raised) that no way through the questions makes true."""
    pack = content.pack
    return (
        *(
            content.finding("rule-never-true", "topic", topic.id, number=str(number))
            for topic in pack.topics
            for number, rule in enumerate(topic.rules, start=1)
            if not can_hold(rule.when, pack, through)
        ),
        *(
            content.finding("signal-never-raised", "signal", signal.id)
            for signal in pack.signals
            if not can_hold(signal.when, pack, through)
        ),
    )


def can_hold(condition: Condition, pack: Pack, through: Paths) -> bool:
    """Whether some visit makes it true: every way through the tiles that it names, touched or walked through,
    with every choice for the other questions that it names."""
    named = condition.questions()
    by_id = pack.questionnaire.by_id
    tiles = frozenset(by_id[name].topic for name in named if name in by_id and by_id[name].topic)
    others = [by_id[name] for name in sorted(named) if name in by_id and not by_id[name].topic and name != BEGIN_QUESTION]
    free = [[{} if chosen is None else {other.id: chosen} for chosen in choices(other)] for other in others]
    for begin in (tiles, frozenset({WALK_ALL})):
        touched: list[Answers] = [{BEGIN_QUESTION: begin}] if begin else [{}]
        followed = [_projected(through, tile, begin, named) for tile in sorted(tiles)]
        if any(condition.holds(_facts(parts, pack)) is True for parts in product(touched, *followed, *free)):
            return True
    return False


def _projected(through: Paths, tile: str, begin: frozenset[str], named: frozenset[str]) -> list[Answers]:
    """What a tile's ways come to for these questions, each once."""
    ways = through.paths_of_topic(tile, begin)
    distinct = {frozenset((q, o) for q, o in way.answers.items() if q in named and q != BEGIN_QUESTION) for way in ways}
    return [dict(answers) for answers in distinct]


def _facts(parts: Iterable[Answers], pack: Pack) -> Facts:
    answers = dict(_merged(parts))
    facts = facts_of((pack.questionnaire.by_id[q] for q in answers if q in pack.questionnaire.by_id), answers)
    areas = [pack.places[area] for area in answers.get(AREA_QUESTION, frozenset()) if area in pack.places]
    return Facts(facts.options, facts.ranges, areas[0].within | {areas[0].id} if areas else None)


def _merged(parts: Iterable[Answers]) -> Iterator[tuple[str, frozenset[str]]]:
    for part in parts:
        yield from part.items()
