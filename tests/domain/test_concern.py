"""What weighs, how much, what is urgent, and which answers say so."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import question
from wijkwijzer_desktop.domain.concern import (
    BEGIN_QUESTION,
    Concern,
    Domain,
    Rule,
    Said,
    Severity,
    Signal,
    Topic,
    concerns_of,
    in_visitors_order,
    signals_raised,
)
from wijkwijzer_desktop.domain.condition import All, Any_, AnyOf, Condition
from wijkwijzer_desktop.domain.intake import Intake, Replay, replay
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW, SKIPPED, Part, Questionnaire


def said(name: str, *options: str) -> Condition:
    return AnyOf(name, frozenset(options))


GELD = said(BEGIN_QUESTION, "geld", "alles")
QUESTIONNAIRE = Questionnaire(
    (
        question(BEGIN_QUESTION, "geld", "somber", "alles", part=Part.BEGIN, several=True, exclusive=("alles",)),
        question("geld.rekeningen", "ja", "soms-niet", "nee", show_if=GELD),
        question("geld.brief", "ja", "nee", show_if=GELD),
        question("somber.hoe", "goed", "somber", "dood", show_if=said(BEGIN_QUESTION, "somber", "alles")),
        question("about.uitkering", "ja", "nee", part=Part.ABOUT),
    )
)
TOPICS = (
    Topic("geld", "Geld", Domain.SOCIETY),
    Topic("somber", "Somber", Domain.MIND),
    Topic(
        "geld.rondkomen",
        "Rondkomen",
        Domain.SOCIETY,
        "geld",
        rules=(Rule(All((said("geld.rekeningen", "ja"), said("about.uitkering", "ja"))), Severity.LIGHT),),
        fallback=True,
    ),
    Topic(
        "geld.schulden",
        "Schulden",
        Domain.SOCIETY,
        "geld",
        rules=(
            Rule(said("geld.rekeningen", "soms-niet"), Severity.MEDIUM),
            Rule(Any_((said("geld.rekeningen", "nee"), said("geld.brief", "ja"))), Severity.HEAVY),
        ),
    ),
    Topic(
        "somber.somber",
        "Somber",
        Domain.MIND,
        "somber",
        rules=(Rule(said("somber.hoe", "somber"), Severity.HEAVY),),
        fallback=True,
    ),
)
SIGNALS = (
    Signal("zelfdoding", "Bel 113", "", said("somber.hoe", "dood"), ("lijn-113",), "somber.somber"),
    Signal("afsluiting", "Bel de Stadsbank", "", said("geld.brief", "ja"), ("stadsbank",), "geld.schulden"),
)


def seen(**answers: str | set[str]) -> Replay:
    intake = Intake()
    for name, options in answers.items():
        asked = QUESTIONNAIRE.question(name.replace("__", "."))
        intake = intake.answer(asked, {options} if isinstance(options, str) else options)
    return replay(QUESTIONNAIRE, intake, {})


def weighing(replayed: Replay) -> dict[str, Severity]:
    return {c.topic.id: c.severity for c in concerns_of(TOPICS, SIGNALS, replayed)}


def test_nothing_said_nothing_weighs() -> None:
    assert weighing(seen()) == {}
    assert weighing(seen(begin__topics=SKIPPED)) == {}


def test_the_heaviest_rule_counts() -> None:
    both = seen(begin__topics="geld", geld__rekeningen="soms-niet", geld__brief="nee")
    assert weighing(both) == {"geld.schulden": Severity.MEDIUM}
    assert weighing(seen(begin__topics="geld", geld__rekeningen="nee")) == {"geld.schulden": Severity.HEAVY}


def test_a_touched_topic_of_which_nothing_weighs_becomes_its_fallback_lightly() -> None:
    found = concerns_of(TOPICS, SIGNALS, seen(begin__topics="geld", geld__rekeningen="ja", geld__brief="nee"))
    assert [(c.topic.id, c.severity, c.because) for c in found] == [
        ("geld.rondkomen", Severity.LIGHT, (Said(BEGIN_QUESTION, ("geld",)),))
    ]


def test_walking_along_everything_makes_no_fallback() -> None:
    assert weighing(seen(begin__topics="alles", geld__rekeningen="ja", geld__brief="nee", somber__hoe="goed")) == {}
    assert weighing(seen(begin__topics="alles", somber__hoe="somber")) == {"somber.somber": Severity.HEAVY}


def test_a_question_left_open_makes_it_unknown_and_never_absent() -> None:
    open_ = concerns_of(TOPICS, SIGNALS, seen(begin__topics="alles", somber__hoe=DONT_KNOW))
    assert [(c.topic.id, c.severity) for c in open_] == [("somber.somber", Severity.UNKNOWN)]
    touched = seen(begin__topics="geld", geld__rekeningen=DONT_KNOW, geld__brief=SKIPPED)
    assert weighing(touched) == {"geld.rondkomen": Severity.LIGHT, "geld.schulden": Severity.UNKNOWN}


def test_a_question_of_about_you_left_open_makes_no_worry() -> None:
    assert weighing(seen(begin__topics="alles", geld__rekeningen="ja", geld__brief="nee", about__uitkering=SKIPPED)) == {}


def test_urgent_is_a_crisis_and_first() -> None:
    found = concerns_of(
        TOPICS, SIGNALS, seen(begin__topics={"geld", "somber"}, geld__rekeningen="nee", geld__brief="nee", somber__hoe="dood")
    )
    assert [(c.topic.id, c.severity, c.urgent) for c in found] == [
        ("somber.somber", Severity.CRISIS, ("zelfdoding",)),
        ("geld.schulden", Severity.HEAVY, ()),
    ]
    assert found[0].because == (Said("somber.hoe", ("dood",)),)


def test_a_signal_is_raised_only_by_what_is_shown() -> None:
    raised = signals_raised(SIGNALS, seen(begin__topics="alles", somber__hoe="dood", geld__brief="ja"))
    assert [s.id for s in raised] == ["zelfdoding", "afsluiting"]
    assert signals_raised(SIGNALS, seen(begin__topics="geld", somber__hoe="dood")) == ()
    assert signals_raised(SIGNALS, seen(begin__topics="somber", somber__hoe=DONT_KNOW)) == ()


def test_because_names_the_heaviest_first_and_only_answers_that_say_so() -> None:
    (debts,) = concerns_of(TOPICS, (), seen(begin__topics="geld", geld__rekeningen="soms-niet", geld__brief="ja"))
    assert debts.because == (Said("geld.brief", ("ja",)), Said("geld.rekeningen", ("soms-niet",)))
    (only,) = concerns_of(TOPICS, (), seen(begin__topics="geld", geld__rekeningen="ja", geld__brief="ja"))
    assert only.because == (Said("geld.brief", ("ja",)),)


def test_the_visitors_order_goes_before_weight_but_not_before_urgency() -> None:
    def concern(name: str, severity: Severity, *urgent: str) -> Concern:
        return Concern(Topic(name, name, Domain.BODY, "x"), severity, urgent=urgent)

    concerns = (
        concern("urgent", Severity.CRISIS, "nu"),
        concern("zwaar", Severity.HEAVY),
        concern("licht", Severity.LIGHT),
        concern("open", Severity.UNKNOWN),
    )
    ordered = in_visitors_order(concerns, Intake(order=("open", "licht", "weg")))
    assert [c.topic.id for c in ordered] == ["urgent", "open", "licht", "zwaar"]
    assert in_visitors_order(concerns, Intake()) == concerns


@given(
    st.fixed_dictionaries(
        {
            "begin__topics": st.sets(st.sampled_from(["geld", "somber"]), min_size=1),
            "geld__rekeningen": st.sampled_from(["ja", "soms-niet", "nee", SKIPPED]),
            "geld__brief": st.sampled_from(["ja", "nee", DONT_KNOW]),
            "somber__hoe": st.sampled_from(["goed", "somber", "dood", SKIPPED]),
            "about__uitkering": st.sampled_from(["ja", "nee", SKIPPED]),
        }
    )
)
def test_every_touched_topic_comes_back_as_a_concern_in_order_of_weight(answers: dict[str, str | set[str]]) -> None:
    replayed = seen(**answers)
    found = concerns_of(TOPICS, SIGNALS, replayed)
    assert {c.topic.parent for c in found} == set(answers["begin__topics"])
    keys = [(not c.urgent, -c.severity) for c in found]
    assert keys == sorted(keys)
    assert len({c.topic.id for c in found}) == len(found)
    for concern in found:
        assert all(replayed.answers[s.question].options == s.options or s.question == BEGIN_QUESTION for s in concern.because)
        assert concern.because or concern.severity is Severity.UNKNOWN
