"""Yes, maybe with what to ask, or no with why."""

from hypothesis import given, settings

from tests.domain.samples import conditions, facts_and_more
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtMost, Condition, Facts, LivesIn, Range
from wijkwijzer_desktop.domain.eligibility import Judgement, Verdict, judge

LOW_INCOME = AnyOf("about.inkomen", frozenset({"ja"}))
YOUNG = AtMost("about.leeftijd", 18)
HERE = LivesIn(frozenset({"enschede"}))


def test_without_conditions_it_is_for_everybody() -> None:
    assert judge(ALWAYS, Facts()) == Judgement(Verdict.YES)


def test_what_is_not_told_makes_a_maybe_that_says_what_to_ask() -> None:
    facts = Facts({"about.inkomen": frozenset({"ja"})})
    assert judge(All((LOW_INCOME, YOUNG, HERE)), facts) == Judgement(Verdict.MAYBE, ask=("about.leeftijd", "about.area"))


def test_an_age_group_that_straddles_the_bound_is_asked_for_too() -> None:
    facts = Facts({"about.leeftijd": frozenset({"18-20"})}, {"about.leeftijd": Range(18, 20)})
    assert judge(YOUNG, facts) == Judgement(Verdict.MAYBE, ask=("about.leeftijd",))


def test_one_false_part_leaves_it_out_and_is_named() -> None:
    facts = Facts({"about.inkomen": frozenset({"nee"})})
    assert judge(All((YOUNG, LOW_INCOME)), facts) == Judgement(Verdict.NO, because=(LOW_INCOME,))
    either = Any_((LOW_INCOME,))
    assert judge(either, facts) == Judgement(Verdict.NO, because=(either,))


@given(conditions, facts_and_more())
@settings(max_examples=200)
def test_skipping_never_makes_a_no(condition: Condition, both: tuple[Facts, Facts]) -> None:
    less, more = both
    told, skipped = judge(condition, more), judge(condition, less)
    if told.verdict is not Verdict.NO:
        assert skipped.verdict is not Verdict.NO
    if skipped.verdict is Verdict.MAYBE:
        assert skipped.ask
        assert not skipped.because
    if skipped.verdict is Verdict.NO:
        assert skipped.because
        assert not skipped.ask
