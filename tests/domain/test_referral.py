"""What is proposed, what the visitor makes of it, and what never stands on paper unasked."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.samples import concern, service, situation
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Domain, Said, Severity, Signal
from wijkwijzer_desktop.domain.condition import ALWAYS
from wijkwijzer_desktop.domain.matching import Recommendation, explain
from wijkwijzer_desktop.domain.referral import (
    ACTIVITIES_ON_PAPER,
    FIRST_STEPS,
    Advice,
    Choice,
    UrgentRoute,
    discreet_topics,
    domains_that_weigh,
    proposed_steps,
    refer,
)
from wijkwijzer_desktop.domain.service import Kind

TALK = explain(service("balie", kind=Kind.COUNTER, topics=()), "", situation())
WIJKTEAM = explain(service("wijkteam"), "", situation())


def found(concern_id: str, name: str, kind: Kind = Kind.SERVICE) -> Recommendation:
    return explain(service(name, kind=kind), concern_id, situation())


def advice(
    *recommendations: Recommendation,
    whole: Recommendation | None = None,
    activities: tuple[Recommendation, ...] = (),
    urgent: tuple[UrgentRoute, ...] = (),
    discreet: frozenset[str] = frozenset(),
) -> Advice:
    topics = dict.fromkeys(r.concern for r in recommendations)
    return Advice(
        urgent=urgent,
        concerns=tuple(concern(t, discreet=t in discreet) for t in topics),
        recommendations=recommendations,
        whole=whole,
        talk=TALK,
        activities=activities,
        pack_version="1",
    )


def route(name: str, concern_id: str = "", *, discreet: bool = False) -> UrgentRoute:
    return UrgentRoute(Signal(name, name, "", ALWAYS, (name,), concern_id, discreet), (service(name),))


def test_nothing_weighs_so_talk_to_somebody() -> None:
    assert proposed_steps(advice(), discreet=False) == ("balie",)
    assert [r.service.id for r in refer(advice(), Choice()).steps] == ["balie"]


def test_one_concern_gives_its_two_best_services() -> None:
    one = advice(found("geld.schulden", "a"), found("geld.schulden", "b"), found("geld.schulden", "c"))
    assert proposed_steps(one, discreet=False) == ("a", "b")


def test_more_concerns_give_the_best_of_each_of_the_first_three() -> None:
    many = advice(*(found(f"t{n}.x", f"{n}{letter}") for n in range(4) for letter in "ab"))
    assert proposed_steps(many, discreet=False) == ("0a", "1a", "2a")


def test_the_conversation_about_the_whole_comes_first() -> None:
    many = advice(*(found(f"t{n}.x", f"{n}a") for n in range(3)), whole=WIJKTEAM)
    assert proposed_steps(many, discreet=False) == ("wijkteam", "0a", "1a")


def test_activities_are_no_first_step_by_themselves() -> None:
    only = advice(found("contact.gezelschap", "eten", Kind.ACTIVITY))
    assert proposed_steps(only, discreet=False) == ("balie",)
    mixed = advice(found("contact.gezelschap", "eten", Kind.ACTIVITY), found("contact.gezelschap", "maatje"))
    assert proposed_steps(mixed, discreet=False) == ("maatje",)


def test_the_visitor_may_take_everything_off() -> None:
    referral = refer(advice(found("geld.schulden", "a")), Choice(steps=()))
    assert referral.steps == ()
    assert referral.talk is TALK


def test_steps_in_the_visitors_order_unknown_ones_left_out_three_at_most() -> None:
    many = advice(*(found("geld.schulden", name) for name in "abcd"))
    referral = refer(many, Choice(steps=("d", "weg", "b", "a", "c")))
    assert [r.service.id for r in referral.steps] == ["d", "b", "a"]


def test_an_activity_may_be_a_step_and_then_stands_nowhere_else() -> None:
    eten = found("contact.gezelschap", "eten", Kind.ACTIVITY)
    referral = refer(advice(eten, activities=(eten,)), Choice(steps=("eten",)))
    assert [r.service.id for r in referral.steps] == ["eten"]
    assert referral.activities == ()


def test_four_activities_at_most_without_those_taken_off() -> None:
    six = tuple(found("", f"a{n}", Kind.ACTIVITY) for n in range(6))
    referral = refer(advice(activities=six), Choice(without_activities=frozenset({"a1"})))
    assert [r.service.id for r in referral.activities] == ["a0", "a2", "a3", "a4"]


def test_discreet_is_hidden_from_steps_routes_and_concerns_until_asked_for() -> None:
    given_advice = advice(
        found("veilig.thuis", "veilig-thuis"),
        found("geld.schulden", "stadsbank"),
        urgent=(route("thuis", "veilig.thuis", discreet=True), route("afsluiting", "geld.schulden")),
        discreet=frozenset({"veilig.thuis"}),
    )
    hidden = refer(given_advice, Choice())
    assert [r.service.id for r in hidden.steps] == ["stadsbank"]
    assert [r.signal.id for r in hidden.urgent] == ["afsluiting"]
    assert [c.topic.id for c in hidden.concerns] == ["geld.schulden"]
    asked = refer(given_advice, Choice(discreet=True))
    assert [r.service.id for r in asked.steps] == ["veilig-thuis", "stadsbank"]
    assert [r.signal.id for r in asked.urgent] == ["thuis", "afsluiting"]


def test_a_touched_tile_alone_does_not_tell_of_the_discreet_worry_behind_it() -> None:
    crime = concern("veilig.misdrijf", Severity.UNKNOWN)
    touched = replace(crime, severity=Severity.LIGHT, because=(Said(BEGIN_QUESTION, ("veilig",)),))
    told = replace(crime, severity=Severity.HEAVY, because=(Said("veilig.oplichting", ("ja",)),))
    afraid = concern("veilig.thuis", Severity.UNKNOWN, discreet=True)
    paper = advice(found("veilig.misdrijf", "slachtofferhulp"), found("geld.schulden", "stadsbank"))
    for vague in (crime, touched):
        beside = replace(paper, concerns=(afraid, vague, concern("geld.schulden")))
        assert [r.service.id for r in refer(beside, Choice()).steps] == ["stadsbank"]
        assert [c.topic.id for c in refer(beside, Choice()).concerns] == ["geld.schulden"]
        assert [r.service.id for r in refer(beside, Choice(discreet=True)).steps] == ["slachtofferhulp", "stadsbank"]
        alone = replace(paper, concerns=(vague, concern("geld.schulden")))
        assert [r.service.id for r in refer(alone, Choice()).steps] == ["slachtofferhulp", "stadsbank"]
    plainly = replace(paper, concerns=(afraid, told, concern("geld.schulden")))
    assert [r.service.id for r in refer(plainly, Choice()).steps] == ["slachtofferhulp", "stadsbank"]


def test_a_signal_about_a_discreet_concern_is_discreet_whatever_it_says_of_itself() -> None:
    given_advice = advice(
        found("veilig.thuis", "veilig-thuis"),
        urgent=(route("thuis", "veilig.thuis", discreet=False),),
        discreet=frozenset({"veilig.thuis"}),
    )
    assert refer(given_advice, Choice()).urgent == ()


def test_only_discreet_concerns_give_a_paper_with_somebody_to_talk_to() -> None:
    only = advice(found("veilig.thuis", "veilig-thuis"), discreet=frozenset({"veilig.thuis"}))
    assert [r.service.id for r in refer(only, Choice()).steps] == ["balie"]


def test_everything_in_order_and_talk_once() -> None:
    assert [r.service.id for r in advice(found("geld.schulden", "a"), whole=WIJKTEAM).all] == ["wijkteam", "a", "balie"]
    assert [r.service.id for r in advice(whole=TALK).all] == ["balie"]


def test_a_domain_weighs_only_when_the_visitor_told() -> None:
    told, open_ = concern("geld.schulden"), concern("pijn.ziek", Severity.UNKNOWN)
    assert domains_that_weigh((told, open_)) == {Domain.SOCIETY}


topic_names = ("geld.a", "werk.b", "veilig.thuis", "veilig.misbruik")
advices = st.builds(
    lambda picks, joins, whole, urgent, discreet: advice(
        *(found(t, n, Kind.ACTIVITY if n > "j" else Kind.SERVICE) for n, t in picks.items()),
        whole=WIJKTEAM if whole else None,
        activities=tuple(found(t, n, Kind.ACTIVITY) for n, t in joins.items()),
        urgent=tuple(route(f"s{i}", t, discreet=i % 2 == 0) for i, t in enumerate(urgent)),
        discreet=frozenset(discreet),
    ),
    st.dictionaries(st.sampled_from("abcdefghijklmno"), st.sampled_from(topic_names), max_size=10),
    st.dictionaries(st.sampled_from("jklmnopqr"), st.sampled_from(("", *topic_names)), max_size=8),
    st.booleans(),
    st.lists(st.sampled_from(("", *topic_names)), max_size=4),
    st.sets(st.sampled_from(topic_names[2:])),
)
choices = st.builds(
    Choice,
    st.none() | st.lists(st.sampled_from("abcdefghijklmnoz"), max_size=8, unique=True).map(tuple),
    st.frozensets(st.sampled_from("jklmnopqr")),
    st.booleans(),
)


@given(advices, choices)
@settings(max_examples=200)
def test_nothing_discreet_on_paper_unless_asked_for(given_advice: Advice, choice: Choice) -> None:
    referral = refer(given_advice, choice)
    hidden = discreet_topics(given_advice)
    if not choice.discreet:
        on_paper = {r.concern for r in (*referral.steps, *referral.activities)} | {c.topic.id for c in referral.concerns}
        assert not on_paper & hidden
        assert not any(r.signal.discreet or r.signal.concern in hidden for r in referral.urgent)
    assert len(referral.steps) <= FIRST_STEPS
    assert len(referral.activities) <= ACTIVITIES_ON_PAPER
    ids = [r.service.id for r in (*referral.steps, *referral.activities)]
    assert len(set(ids)) == len(ids)
    assert not choice.without_activities & {r.service.id for r in referral.activities}
    if choice.steps is None:
        assert referral.steps
