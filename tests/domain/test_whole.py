"""The picture of somebody: what stands in it, what doesn't, and what stays on paper beside it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import concern, topic
from tests.fakes import SMALL_PACK, TUESDAY_TEN, counter
from wijkwijzer_desktop.desk.taking import Taking
from wijkwijzer_desktop.domain.concern import Concern, Domain, Said, Severity
from wijkwijzer_desktop.domain.intake import Intake, replay
from wijkwijzer_desktop.domain.referral import Advice, Choice
from wijkwijzer_desktop.domain.whole import LINKS, Link, Whole, as_plan, linked, looks_at_whole, weighing, whole_of

WORRIES = {"begin.topics": ("geld", "contact", "somber"), "geld.rekeningen": ("nee",), "contact.iemand-bellen": ("nee",)}
HELPED = {"help.wie": ("familie", "huisarts"), "help.goed": ("huis", "vrienden")}
NAMES = ("a.a", "b.b", "c.c", "d.d")


def told(answers: dict[str, tuple[str, ...]], links: tuple[Link, ...] = ()) -> Intake:
    intake = Intake(links=links)
    for question, options in answers.items():
        intake = intake.answer(SMALL_PACK.questionnaire.question(question), options)
    return intake


def advised(intake: Intake) -> Advice:
    return counter().desk.advise(SMALL_PACK, intake, TUESDAY_TEN)


def picture(intake: Intake, *, discreet: bool = False) -> Whole:
    seen = replay(SMALL_PACK.questionnaire, intake, SMALL_PACK.places)
    return whole_of(advised(intake), seen, intake.links, discreet=discreet)


def weighs(whole: Whole) -> dict[Domain, list[str]]:
    return {side.domain: [c.topic.id for c in side.weighs] for side in whole.sides}


def test_every_worry_stands_at_its_own_side() -> None:
    whole = picture(told(WORRIES))
    assert [side.domain for side in whole.sides] == list(Domain)
    assert weighs(whole) == {
        Domain.BODY: [],
        Domain.MIND: ["somber.somber"],
        Domain.SOCIAL: ["contact.eenzaam"],
        Domain.SOCIETY: ["geld.schulden"],
    }
    assert whole.first.service.id == "wijkteam"


def test_what_goes_well_stands_at_a_side_and_who_helps_beside() -> None:
    whole = picture(told(WORRIES | HELPED))
    well = {side.domain: side.well for side in whole.sides}
    assert well[Domain.SOCIETY] == (Said("help.goed", ("huis",)),)
    # An answer that editors added has no side of its own yet.
    assert whole.helps == tuple(
        Said(q, (o,)) for q, o in (("help.wie", "familie"), ("help.wie", "huisarts"), ("help.goed", "vrienden"))
    )


def test_nobody_helps_is_nobody() -> None:
    assert picture(told(WORRIES | {"help.wie": ("niemand",)})).helps == ()


def test_what_nobody_told_is_no_worry_in_the_picture() -> None:
    unknown = told(WORRIES | {"geld.rekeningen": ("zeg-ik-liever-niet",)})
    assert [c.severity for c in advised(unknown).concerns if c.topic.id == "geld.schulden"] == [Severity.UNKNOWN]
    assert "geld.schulden" not in weighs(picture(unknown))[Domain.SOCIETY]


def test_fault_what_is_discreet_stays_out_unless_asked_for() -> None:
    link = Link("veilig.thuis", "geld.schulden")
    intake = told(WORRIES | {"begin.topics": ("geld", "contact", "somber", "veilig"), "veilig.nu": ("nee",)}, (link,))
    quiet, asked = picture(intake), picture(intake, discreet=True)
    assert "veilig.thuis" not in weighs(quiet)[Domain.SOCIAL]
    assert quiet.links == ()
    assert "veilig.thuis" not in {c.topic.id for c in quiet.begin}
    assert "veilig.thuis" in weighs(asked)[Domain.SOCIAL]
    assert asked.links == (link,)


def test_the_begin_order_is_the_visitors() -> None:
    intake = told(WORRIES)
    for order in (("contact.eenzaam",), ("somber.somber", "geld.schulden")):
        whole = picture(Intake(answers=intake.answers, order=order))
        assert tuple(c.topic.id for c in whole.begin)[: len(order)] == order


def test_one_conversation_comes_first_for_three_domains_or_one_link() -> None:
    two = (concern("geld.schulden"), Concern(topic("geest.angst", domain=Domain.MIND), Severity.LIGHT))
    third = Concern(topic("lichaam.pijn", domain=Domain.BODY), Severity.LIGHT)
    assert not looks_at_whole(two, ())
    assert looks_at_whole((*two, third), ())
    assert looks_at_whole(two, (Link("geld.schulden", "geest.angst"),))
    assert not looks_at_whole(two, (Link("geld.schulden", "gone.away"),))


def test_a_link_makes_the_conversation_the_first_step() -> None:
    answers = {"begin.topics": ("geld", "contact"), "geld.rekeningen": ("nee",), "contact.iemand-bellen": ("nee",)}
    assert advised(told(answers)).whole is None
    whole = advised(told(answers, (Link("geld.schulden", "contact.eenzaam"),))).whole
    assert whole is not None
    assert whole.service.id == "wijkteam"


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
def test_links_are_few_each_once_and_never_of_a_worry_with_itself(touches: list[tuple[str, str]]) -> None:
    links: tuple[Link, ...] = ()
    for cause, effect in touches:
        before = links
        links = linked(links, Link(cause, effect))
        assert len(links) <= LINKS
        assert len(set(links)) == len(links)
        assert all(link.cause != link.effect for link in links)
        assert abs(len(links) - len(before)) <= 1
    known = (concern("a.a"), concern("b.b"))
    assert all({link.cause, link.effect} == {"a.a", "b.b"} for link in weighing(known, links))


def test_a_plan_keeps_the_conversation_and_what_cannot_wait() -> None:
    intake = told(WORRIES | {"somber.leven": ("ja",)})
    taking = Taking(advice=advised(intake))
    assert taking.takes_plan
    assert taking.steps == ("113", "wijkteam")
    assert taking.referral is not None
    assert taking.referral.activities == ()
    taking.piecemeal = True
    assert len(taking.steps) == 3


def test_what_is_added_by_hand_stands_on_a_plan_too_and_can_go() -> None:
    taking = Taking(advice=advised(told(WORRIES)))
    assert list(taking.steps) == ["wijkteam"]
    taking.set_step("bank", on_paper=True)
    assert list(taking.steps) == ["wijkteam", "bank"]
    taking.set_step("bank", on_paper=False)
    taking.set_step("wijkteam", on_paper=False)
    assert taking.steps == ("wijkteam",)


def test_a_plan_never_loses_the_conversation_however_much_is_added() -> None:
    advice = advised(told(WORRIES))
    others = tuple(r for r in advice.recommendations if r.service.id != "wijkteam")[:3]
    taking = Taking(advice=advice)
    for step in others:
        taking.add_step(step)
    assert taking.referral is not None
    assert "wijkteam" in {r.service.id for r in taking.referral.steps}
    assert len(as_plan(taking.referral, advice, Choice(added=others)).steps) <= 3
