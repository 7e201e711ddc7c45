"""The pack and the catalogue together: what one visit comes to."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.fakes import COUNTER, PACK, SERVICES, TUESDAY_TEN, Answers, advising, hours, intake, service
from wijkwijzer_desktop.domain.condition import AnyOf, LivesIn, Unasked
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.matching import AskAbout, IsAway, IsUrgent, ManyDomains, SomeoneToTalkTo, Speaks
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED, Question
from wijkwijzer_desktop.domain.referral import Advice, Choice, refer
from wijkwijzer_desktop.domain.schedule import Open
from wijkwijzer_desktop.domain.service import Kind, Service, Status, Step

DEBTS: Answers = {"begin.topics": "geld", "geld.rekeningen": "soms-niet", "geld.brief": "nee"}


def advise(answers: Answers, order: tuple[str, ...] = (), entries: tuple[Service, ...] = SERVICES) -> Advice:
    return advising(entries).advise(intake(answers, order), TUESDAY_TEN)


def without(*names: str) -> tuple[Service, ...]:
    return tuple(s for s in SERVICES if s.id not in names)


def names(advice: Advice, concern: str) -> list[str]:
    return [r.service.id for r in advice.for_concern(concern)]


def test_an_empty_visit_has_somebody_to_talk_to() -> None:
    advice = advising().advise(Intake(), TUESDAY_TEN)
    assert (advice.urgent, advice.concerns, advice.recommendations, advice.whole) == ((), (), (), None)
    assert advice.talk.service is COUNTER
    assert advice.talk.reasons[0] == SomeoneToTalkTo()
    assert [r.service.id for r in advice.all] == ["wijkwijzer-magneet"]
    assert advice.pack_version == PACK.version


def test_debts_go_up_the_ladder() -> None:
    light = advise({"begin.topics": "geld", "geld.rekeningen": "ja"})
    assert names(light, "geld.rondkomen")[0] == "geldfit"
    medium = advise(DEBTS)
    assert names(medium, "geld.schulden") == ["thuisadministratie", "stadsbank", "geldfit"]
    cut_off = advise({**DEBTS, "geld.brief": "ja"})
    first = cut_off.for_concern("geld.schulden")[0]
    assert first.service.id == "stadsbank"
    assert first.reasons[0] == IsUrgent("afsluiting")
    assert [r.signal.id for r in cut_off.urgent] == ["afsluiting"]


def test_emotional_and_social_loneliness_lead_elsewhere() -> None:
    no_one = advise({"begin.topics": "contact", "contact.iemand-bellen": "nee"})
    assert "maatje" in names(no_one, "contact.eenzaam")
    company = advise({"begin.topics": "contact", "contact.iemand-bellen": "ja"})
    assert "resto" in names(company, "contact.gezelschap")
    assert "maatje" not in names(company, "contact.gezelschap")


def test_urgent_services_stand_first_in_their_concern_and_only_once() -> None:
    advice = advise({"begin.topics": ("somber", "geld"), "somber.hoe": "dood", "geld.rekeningen": "nee", "geld.brief": "ja"})
    assert names(advice, "somber.somber")[0] == "lijn-113"
    assert names(advice, "geld.schulden")[0] == "stadsbank"
    everything = [r.service.id for r in advice.recommendations]
    assert len(set(everything)) == len(everything)
    assert [(c.topic.id, c.urgent) for c in advice.concerns] == [
        ("somber.somber", ("zelfdoding",)),
        ("geld.schulden", ("afsluiting",)),
    ]


def test_services_of_two_routes_keep_the_order_of_the_first() -> None:
    second = replace(
        PACK.signals[2], id="ook", services=("geldfit", "stadsbank"), when=AnyOf("geld.rekeningen", frozenset({"nee"}))
    )
    first = replace(PACK.signals[2], services=("stadsbank", "thuisadministratie"))
    pack = replace(PACK, signals=(first, second))
    advice = advising(pack=pack).advise(intake({**DEBTS, "geld.rekeningen": "nee", "geld.brief": "ja"}), TUESDAY_TEN)
    assert names(advice, "geld.schulden")[:3] == ["stadsbank", "thuisadministratie", "geldfit"]


def test_an_ended_service_is_no_urgent_number() -> None:
    entries = (*without("stadsbank"), replace(next(s for s in SERVICES if s.id == "stadsbank"), status=Status.ENDED))
    advice = advise({**DEBTS, "geld.brief": "ja"}, entries=entries)
    assert [(r.signal.id, r.services) for r in advice.urgent] == [("afsluiting", ())]
    assert "stadsbank" not in names(advice, "geld.schulden")


def test_an_urgent_service_that_is_not_for_this_visitor_is_no_first_step() -> None:
    entries = (
        *without("stadsbank"),
        replace(next(s for s in SERVICES if s.id == "stadsbank"), eligibility=LivesIn(frozenset({"enschede"}))),
    )
    advice = advise({**DEBTS, "geld.brief": "ja", "about.area": "buiten"}, entries=entries)
    assert "stadsbank" not in names(advice, "geld.schulden")
    assert names(advice, "geld.schulden")


THREE: Answers = {
    "begin.topics": ("geld", "contact", "pijn"),
    "geld.rekeningen": "nee",
    "geld.brief": "nee",
    "pijn.klachten": "ja",
}


def test_three_domains_begin_with_one_conversation() -> None:
    advice = advise({**THREE, "about.area": "centrum"})
    assert advice.whole is not None
    assert advice.whole.service.id == "wijkteam"
    assert advice.whole.reasons[0] == ManyDomains(3)
    assert advice.all[0] is advice.whole
    assert "wijkteam" not in [r.service.id for r in advice.recommendations]
    assert refer(advice, Choice()).steps[0] is advice.whole
    assert advise(DEBTS).whole is None


@pytest.mark.parametrize("gone", ["away", "ended", "not-for-you"])
def test_the_conversation_is_at_the_counter_where_the_wijkteam_cannot_have_it(gone: str) -> None:
    wijkteam = next(s for s in SERVICES if s.id == "wijkteam")
    entries = {"away": without("wijkteam"), "ended": (*without("wijkteam"), replace(wijkteam, valid_to=date(2026, 1, 1)))}
    advice = advise({**THREE, "about.area": "buiten"}, entries=entries.get(gone, SERVICES))
    assert advice.whole is not None
    assert advice.whole.service is COUNTER
    assert advice.whole.verdict is not Verdict.NO
    assert [r.service.id for r in advice.all].count("wijkwijzer-magneet") == 1


def test_the_visitors_order_drives_the_advice() -> None:
    worries: Answers = {"begin.topics": ("geld", "pijn"), "geld.rekeningen": "nee", "geld.brief": "nee", "pijn.klachten": "ja"}
    assert [c.topic.id for c in advise(worries).concerns] == ["geld.schulden", "pijn.ziek"]
    turned = advise(worries, ("pijn.ziek", "geld.schulden"))
    assert [c.topic.id for c in turned.concerns] == ["pijn.ziek", "geld.schulden"]
    assert turned.recommendations[0].concern == "pijn.ziek"


def test_distances_from_where_the_visitor_lives_or_stands_or_none() -> None:
    def km(answers: Answers) -> int | None:
        advice = advise({**DEBTS, **answers})
        (found,) = [r for r in advice.recommendations if r.service.id == "thuisadministratie"]
        assert any(isinstance(reason, IsAway) for reason in found.reasons) is (found.distance_km is not None)
        return found.distance_km

    assert km({}) == km({"about.area": SKIPPED}) == 0
    assert km({"about.area": "centrum"}) == 3
    assert km({"about.area": "wesselerbrink"}) == 0
    assert km({"about.area": "buiten"}) is None


def test_a_hidden_area_does_not_count() -> None:
    only_debts = AnyOf("begin.topics", frozenset({"geld"}))

    def hide(question: Question) -> Question:
        return replace(question, show_if=only_debts) if question.id == "about.area" else question

    questions = tuple(hide(q) for q in PACK.questionnaire.questions)
    pack = replace(PACK, questionnaire=replace(PACK.questionnaire, questions=questions))
    advice = advising(pack=pack).advise(intake({"begin.topics": "pijn", "about.area": "centrum"}), TUESDAY_TEN)
    (counter,) = [r for r in advice.all if r.service.id == COUNTER.id]
    assert counter.distance_km == 0


def test_beyond_reach_comes_after_what_is_in_reach() -> None:
    far = service(
        "ver", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden", location=next(s for s in SERVICES if s.id == "maatje").location
    )
    near_unknown = service("ergens", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden")
    entries = (*without("thuisadministratie"), far, near_unknown)
    walking = advise({**DEBTS, "about.area": "wesselerbrink", "about.ver": "lopen"}, entries=entries)
    assert names(walking, "geld.schulden")[:2] == ["ergens", "ver"]


def test_the_language_liked_to_speak() -> None:
    turkish = replace(next(s for s in SERVICES if s.id == "geldfit"), languages=("nl", "tr"))
    entries = (*without("geldfit"), turkish)
    spoken = advise({**DEBTS, "about.taal": "tr"}, entries=entries)
    (found,) = [r for r in spoken.recommendations if r.service.id == "geldfit"]
    assert Speaks("tr") in found.reasons
    for answers in (DEBTS, {**DEBTS, "about.taal": DONT_KNOW}):
        assert not any(isinstance(r, Speaks) for rec in advise(answers, entries=entries).all for r in rec.reasons)


def test_activities_within_a_week_what_fits_first_then_company_none_of_them_discreet() -> None:
    advice = advise({"begin.topics": ("pijn", "veilig"), "pijn.klachten": "ja", "veilig.bang": "ja"})
    assert [r.service.id for r in advice.activities] == ["wandelen", "resto", "koffie"]
    assert [r.concern for r in advice.activities] == ["pijn.ziek", "", ""]


def test_an_activity_that_is_on_now_is_there_with_its_next_time() -> None:
    (koffie,) = [r for r in advise({"begin.topics": "contact"}).activities if r.service.id == "koffie"]
    assert koffie.opening.state is Open.NOW
    assert koffie.opening.first_day == date(2026, 12, 1)


def test_at_most_four_activities_and_none_that_is_shut() -> None:
    many = tuple(service(f"doe{n}", Kind.ACTIVITY, Step.SELF_HELP, "contact", timetable=hours()) for n in range(9))
    shut = service("dicht", Kind.ACTIVITY, Step.SELF_HELP, "contact", timetable=hours(), status=Status.TEMPORARILY_CLOSED)
    advice = advise({"begin.topics": "contact"}, entries=(*many, shut, COUNTER))
    assert len(advice.activities) == 4
    assert "dicht" not in [r.service.id for r in advice.activities]


def test_what_is_discreet_adds_nothing_to_the_paper_and_takes_nothing_from_it() -> None:
    plain: Answers = {"begin.topics": ("geld", "contact"), "geld.rekeningen": "nee", "geld.brief": "nee"}
    afraid: Answers = {**plain, "begin.topics": ("geld", "contact", "veilig"), "veilig.bang": "ja"}
    shared = service("kort-gesprek", Kind.SERVICE, Step.PROFESSIONAL, "veilig.thuis geld.schulden contact", timetable=hours())
    with_shared = (*SERVICES, shared)
    paper = refer(advise(plain, entries=with_shared), Choice())
    hidden = refer(advise(afraid, entries=with_shared), Choice())
    assert [r.service.id for r in hidden.steps] == [r.service.id for r in paper.steps]
    assert hidden.urgent == paper.urgent == ()
    assert hidden.activities == paper.activities
    asked = refer(advise(afraid, entries=with_shared), Choice(discreet=True))
    assert "veilig-thuis" in [r.service.id for r in asked.steps]


def test_a_discreet_number_does_not_reach_the_paper_by_way_of_another_worry() -> None:
    both = replace(next(s for s in SERVICES if s.id == "veilig-thuis"), topics=("veilig.thuis", "contact", "geld"))
    advice = advise({"begin.topics": ("contact", "veilig"), "veilig.bang": "ja"}, entries=(*without("veilig-thuis"), both))
    assert names(advice, "veilig.thuis")[0] == "veilig-thuis"
    assert "veilig-thuis" not in [r.service.id for r in refer(advice, Choice()).steps]


answer_sets = st.fixed_dictionaries(
    {},
    optional={
        q.id: (
            st.sampled_from([*(o.id for o in q.options), SKIPPED, DECLINED, DONT_KNOW])
            if not q.several
            else st.lists(st.sampled_from([o.id for o in q.options]), min_size=1, unique=True).map(tuple)
        )
        for q in PACK.questionnaire.questions
    },
)


@given(answer_sets)
@settings(max_examples=120)
def test_whatever_is_said_the_advice_is_whole(answers: Answers) -> None:
    advice = advise(answers)
    assert advice == advise(answers)
    ids = [r.service.id for r in advice.all]
    assert len(set(ids)) == len(ids)
    assert COUNTER.id in ids
    assert all(r.verdict is not Verdict.NO for r in (*advice.all, *advice.activities))
    assert all(r.service.status is not Status.ENDED for r in (*advice.all, *advice.activities))
    for worry in advice.concerns:
        found = advice.for_concern(worry.topic.id)
        helping = [r for r in found if r.service.kind is not Kind.ACTIVITY]
        assert len(helping) <= 3
        assert len(found) - len(helping) <= 2
    assert all(r.signal.concern in {"", *(c.topic.id for c in advice.concerns)} for r in advice.urgent)
    referral = refer(advice, Choice())
    assert 1 <= len(referral.steps) <= 3


def test_what_is_for_a_group_nobody_asks_about_is_no_outing_for_everybody() -> None:
    cafe = replace(next(s for s in SERVICES if s.id == "resto"), id="autismecafe", eligibility=Unasked())
    advice = advise({"begin.topics": "contact", "contact.iemand-bellen": "ja"}, entries=(*SERVICES, cafe))
    assert "autismecafe" not in [r.service.id for r in advice.activities if r.concern == ""]
    assert all(not isinstance(reason, AskAbout) or reason.questions for r in advice.activities for reason in r.reasons)
