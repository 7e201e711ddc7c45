"""Ways through the questions: enumerated a topic at a time, multiplied for the whole.

A topic's questions hang only on what was touched first and on earlier questions of the same topic (the
checker holds that), so the ways through two topics don't touch each other and their numbers multiply.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations
from types import MappingProxyType

from wijkwijzer_desktop.content.conditions import atoms
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.condition import ALWAYS, AnyOf, Facts, Range
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Part, Question

# Start, begin with, results, preview.
SCREENS_AROUND = 4

Begin = frozenset[str]
Screens = Counter[int]


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a list of questions. answers: question id to chosen options; absent is unknown."""

    shown: tuple[Question, ...]
    answers: Mapping[str, frozenset[str]]

    @property
    def screens(self) -> int:
        """How many screens it takes."""
        return len({question.screen_id for question in self.shown})


@dataclass(frozen=True, slots=True)
class PathNumbers:
    """What all visits of one sort come to. ways: how many distinct; median, longest: screens of a visit."""

    sort: str
    ways: int
    median: int
    longest: int


def choices(question: Question) -> tuple[frozenset[str] | None, ...]:
    """Each option alone, None for unknown, and, where several may be chosen, all that may go together.

    Of several options at once only "all together" is taken: conditions ask whether one of some options was
    chosen, so an option that changes something does so alone.
    """
    together = frozenset(option.id for option in question.options if not option.exclusive)
    alone = tuple(frozenset({option.id}) for option in question.options)
    return (*alone, None, together) if question.several and len(together) > 1 else (*alone, None)


def facts_of(questions: Iterable[Question], answers: Mapping[str, frozenset[str]]) -> Facts:
    """What conditions see of these answers."""
    ranges = {}
    for question in questions:
        spans = [o.range for o in question.options if o.range and o.id in answers.get(question.id, frozenset())]
        if spans:
            ranges[question.id] = Range(min(s.low for s in spans), max(s.high for s in spans))
    return Facts(answers, ranges)


def ways_through(questions: tuple[Question, ...], known: Mapping[str, frozenset[str]]) -> tuple[Way, ...]:
    """Every distinct way through these questions by `choices`, starting from what is known."""
    ways = [Way((), MappingProxyType(dict(known)))]
    for question in questions:
        following = []
        for way in ways:
            if question.show_if.holds(facts_of(questions, way.answers)) is not True:
                following.append(way)
                continue
            shown = (*way.shown, question)
            following += [
                Way(shown, way.answers if chosen is None else MappingProxyType({**way.answers, question.id: chosen}))
                for chosen in choices(question)
            ]
        ways = following
    return tuple(ways)


class Paths:
    """The ways through one pack; every enumeration is made once."""

    def __init__(self, pack: Pack) -> None:
        self._questions = pack.questionnaire.questions
        self.tiles = tuple(topic.id for topic in pack.topics if not topic.parent)
        self._ways: dict[tuple[str, Begin], tuple[Way, ...]] = {}
        self._mentioned: dict[str, Begin] = {}

    def questions_of(self, tile: str) -> tuple[Question, ...]:
        """The follow-ups of a tile, in order."""
        return tuple(question for question in self._questions if question.topic == tile)

    def mentioned(self, tile: str) -> Begin:
        """What may be touched first and matters to this tile's follow-ups."""
        if tile not in self._mentioned:
            self._mentioned[tile] = self._mentioned_by(tile)
        return self._mentioned[tile]

    def _mentioned_by(self, tile: str) -> Begin:
        parts = chain.from_iterable(atoms(question.show_if) for question in self.questions_of(tile))
        return frozenset().union(*(p.options for p in parts if isinstance(p, AnyOf) and p.question == BEGIN_QUESTION))

    def paths_of_topic(self, tile: str, begin: Begin) -> tuple[Way, ...]:
        """Every way through a tile's follow-ups after this was touched. Raises nothing; a tile without
        questions has one way."""
        relevant = begin & self.mentioned(tile)
        key = (tile, relevant)
        if key not in self._ways:
            # Something else was touched where nothing that matters was: known, and none of these.
            self._ways[key] = ways_through(self.questions_of(tile), {BEGIN_QUESTION: relevant or frozenset({""})})
        return self._ways[key]

    def reached(self) -> frozenset[str]:
        """Ids of all questions that some way shows."""
        begins = [frozenset({WALK_ALL}), *self._touched(1), *self._touched(2)]
        ways = chain.from_iterable(self.paths_of_topic(tile, begin) for tile in self.tiles for begin in begins)
        shown = {question.id for way in ways for question in way.shown}
        return frozenset(shown | {q.id for way in self._rest_ways for q in way.shown})

    def screens_of_topic(self, tile: str, begin: Begin) -> Screens:
        """Screens of the follow-ups to the number of ways that have so many."""
        return Counter(way.screens for way in self.paths_of_topic(tile, begin))

    def screens_after(self, begin: Begin) -> Screens:
        """Screens of a whole visit after this was touched to the number of ways: a product over the tiles."""
        return _product([self._rest, *(self.screens_of_topic(tile, begin) for tile in self.tiles)])

    def longest_for(self, worries: int) -> int:
        """Screens of the longest visit with so many tiles touched."""
        return max((max(self.screens_after(begin)) for begin in self._touched(worries)), default=0)

    def numbers(self) -> tuple[PathNumbers, ...]:
        """Exact numbers for one worry, two worries, everything walked through, and any visit."""
        one, two = (_sum(self.screens_after(b) for b in self._touched(count)) for count in (1, 2))
        every = self.screens_after(frozenset({WALK_ALL}))
        nothing = self.screens_after(frozenset())
        return (
            _numbers("één zorg", one),
            _numbers("twee zorgen", two),
            _numbers("alles langs", every),
            _numbers("elk bezoek", _sum([self._any_touched(), every, nothing])),
        )

    def _touched(self, count: int) -> tuple[Begin, ...]:
        return tuple(map(frozenset, combinations(self.tiles, count)))

    def _any_touched(self) -> Screens:
        """All visits that touch one tile or more: for each choice of the tiles that matter to another tile's
        questions, a product over the others, each touched or not."""
        shared = sorted(frozenset().union(*(self.mentioned(t) - {t, WALK_ALL} for t in self.tiles)))
        subsets = chain.from_iterable(combinations(shared, size) for size in range(len(shared) + 1))
        total = _sum(self._with_touched(frozenset(subset), frozenset(shared)) for subset in subsets)
        total.subtract(self.screens_after(frozenset()))
        return total

    def _with_touched(self, touched: Begin, shared: Begin) -> Screens:
        factors = [self._rest]
        for tile in self.tiles:
            factor = self.screens_of_topic(tile, touched)
            factors.append(factor if tile in shared else _sum([factor, self.screens_of_topic(tile, touched | {tile})]))
        return _product(factors)

    @cached_property
    def _rest_ways(self) -> tuple[Way, ...]:
        """Ways through all that follows no tile. Questions that are always shown are taken with one choice:
        `_rest` multiplies theirs."""
        rest = tuple(question for question in self._questions if question.part is not Part.TOPIC)
        always = tuple(question for question in rest if question.show_if == ALWAYS)
        hanging = tuple(question for question in rest if question.show_if != ALWAYS)
        named = frozenset().union(*(question.show_if.questions() for question in hanging))
        asked = tuple(question for question in always if question.id in named)
        ways = ways_through((*asked, *hanging), {})
        return tuple(Way((*way.shown, *(q for q in always if q not in asked)), way.answers) for way in ways)

    @cached_property
    def _rest(self) -> Screens:
        ways = self._rest_ways
        named = frozenset().union(*(question.show_if.questions() for way in ways for question in way.shown))
        free = [q for q in ways[0].shown if q.show_if == ALWAYS and q.id not in named and q.part is not Part.BEGIN]
        times = 1
        for question in free:
            times *= len(choices(question))
        return Counter({s + SCREENS_AROUND: n * times for s, n in Counter(way.screens for way in ways).items()})


def _product(factors: Iterable[Screens]) -> Screens:
    product = Counter({0: 1})
    for factor in factors:
        following: Screens = Counter()
        for screens, ways in product.items():
            for more, times in factor.items():
                following[screens + more] += ways * times
        product = following
    return product


def _sum(parts: Iterable[Screens]) -> Screens:
    total: Screens = Counter()
    for part in parts:
        total.update(part)
    return total


def _numbers(sort: str, screens: Screens) -> PathNumbers:
    ways = screens.total()
    seen = 0
    median = 0
    for count in sorted(screens):
        seen += screens[count]
        median = count
        if 2 * seen >= ways:
            break
    return PathNumbers(sort, ways, median, max((count for count in screens if screens[count] > 0), default=0))
