"""Small values that the tests of the domain share, and hypothesis strategies for conditions."""

from datetime import UTC, datetime
from types import MappingProxyType

from hypothesis import strategies as st

from wijkwijzer_desktop.domain.concern import Concern, Domain, Severity, Topic
from wijkwijzer_desktop.domain.condition import All, Any_, AnyOf, AtLeast, AtMost, Condition, Facts, LivesIn, Not, Range
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question
from wijkwijzer_desktop.domain.ranking import Situation
from wijkwijzer_desktop.domain.schedule import ZONE, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Organization, Service, Step

TUESDAY_TEN = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
ORGANIZATION = Organization("org", "De Stichting")
NAMES = ("q1", "q2", "q3")
OPTIONS = ("a", "b", "c")
AREAS = ("wesselerbrink", "centrum", "enschede")


def question(
    name: str,
    *options: str,
    part: Part = Part.TOPIC,
    several: bool = False,
    show_if: Condition | None = None,
    exclusive: tuple[str, ...] = (),
    ranges: dict[str, Range] | None = None,
    screen: str = "",
    topic: str = "",
) -> Question:
    """A question whose texts are its ids."""
    spans = ranges or {}
    return Question(
        id=name,
        text=f"Vraag {name}?",
        options=tuple(Option(o, o.capitalize(), range=spans.get(o), exclusive=o in exclusive) for o in options),
        part=part,
        label=f"label {name}",
        several=several,
        topic=topic,
        screen=screen,
        show_if=show_if or All(()),
    )


def service(name: str = "dienst", /, **changes: object) -> Service:
    """A service for the topic "geld"; `changes` are fields of Service."""
    fields: dict[str, object] = {
        "id": name,
        "name": name.capitalize(),
        "organization": ORGANIZATION,
        "kind": Kind.SERVICE,
        "description": "",
        "topics": ("geld.schulden",),
        "step": Step.VOLUNTEER,
    }
    return Service(**{**fields, **changes})  # type: ignore[arg-type]


def situation(at: datetime = TUESDAY_TEN, facts: Facts | None = None, **changes: object) -> Situation:
    """Advice asked for on a Tuesday morning."""
    fields: dict[str, object] = {"facts": facts or Facts(), "holidays": no_holidays, "distances": {}}
    return Situation(at=at, **{**fields, **changes})  # type: ignore[arg-type]


def topic(name: str = "geld.schulden", *, discreet: bool = False, domain: Domain = Domain.SOCIETY) -> Topic:
    """A child topic without rules."""
    return Topic(name, name.capitalize(), domain, parent=name.split(".", maxsplit=1)[0], discreet=discreet)


def concern(name: str = "geld.schulden", severity: Severity = Severity.MEDIUM, *, discreet: bool = False) -> Concern:
    """A concern about a child topic."""
    return Concern(topic(name, discreet=discreet), severity)


def utc(*parts: int) -> datetime:
    """An instant."""
    year, month, day, *rest = parts
    return datetime(year, month, day, *rest, tzinfo=UTC)  # type: ignore[arg-type,misc]


leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AnyOf, st.sampled_from(NAMES), st.frozensets(st.sampled_from(OPTIONS), min_size=1)),
    st.builds(AtLeast, st.sampled_from(NAMES), st.integers(0, 10).map(float)),
    st.builds(AtMost, st.sampled_from(NAMES), st.integers(0, 10).map(float)),
    st.builds(LivesIn, st.frozensets(st.sampled_from(AREAS), min_size=1)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, min_size=0, max_size=3).map(tuple)),
        st.builds(Any_, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
spans = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda ends: Range(float(min(ends)), float(max(ends))))
full_facts = st.builds(
    lambda options, ranges, places: Facts(MappingProxyType(options), MappingProxyType(ranges), places),
    st.fixed_dictionaries({name: st.frozensets(st.sampled_from(OPTIONS), min_size=1) for name in NAMES}),
    st.fixed_dictionaries(dict.fromkeys(NAMES, spans)),
    st.frozensets(st.sampled_from(AREAS)),
)


@st.composite
def facts_and_more(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """Some facts, and the same with more known."""
    whole = draw(full_facts)
    more = draw(st.frozensets(st.sampled_from((*NAMES, "place"))))
    fewer = draw(st.frozensets(st.sampled_from(sorted(more)))) if more else frozenset()
    return _only(whole, fewer), _only(whole, more)


def _only(facts: Facts, names: frozenset[str]) -> Facts:
    return Facts(
        {name: chosen for name, chosen in facts.options.items() if name in names},
        {name: span for name, span in facts.ranges.items() if name in names},
        facts.places if "place" in names else None,
    )
