"""What stands beside the path of a visit: the picture, the links, the practice; and how one comes back from it."""

import pytest

from tests.desk.fakes import TUESDAY_TEN, advising
from tests.desk.walking import stage, started, to_results, walk_on
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.whole import Link

MANY: dict[str, str | tuple[str, ...]] = {"begin__topics": ("geld", "somber", "contact"), "geld__rekeningen": "nee"}


def sheet_of(visit: Visit) -> bool:
    assert visit.sent is not None
    return visit.sent.sheet


def to_advice(visit: Visit) -> Visit:
    for _ in range(40):
        if stage(visit) in {Stage.RESULTS, Stage.WHOLE}:
            break
        walk_on(visit)
    assert visit.take_advice(advising().advise(visit.intake, TUESDAY_TEN), visit.number)
    return visit


def test_worries_all_over_are_shown_as_one_picture() -> None:
    visit = to_advice(started(**MANY))
    assert visit.looks_at_whole
    assert stage(visit) is Stage.WHOLE
    assert visit.furthest is Stage.RESULTS
    visit.go_on()
    assert stage(visit) is Stage.PREVIEW
    visit.back()
    assert stage(visit) is Stage.WHOLE


def test_the_steps_one_by_one_can_be_had_and_left_again() -> None:
    visit = to_advice(started(**MANY))
    plan = visit.steps
    visit.show_steps()
    assert stage(visit) is Stage.RESULTS
    assert set(plan) < set(visit.steps)
    visit.go_on()
    visit.back()
    assert stage(visit) is Stage.RESULTS
    visit.back()
    assert stage(visit) is Stage.WHOLE
    assert visit.steps == plan


@pytest.mark.parametrize("beside", [Stage.LINKS, Stage.PRACTICE, Stage.RECIPE])
@pytest.mark.parametrize("way", ["back", "go_on"])
def test_from_beside_one_comes_back_to_the_advice(beside: Stage, way: str) -> None:
    visit = to_advice(started(**MANY))
    assert visit.step_aside(beside)
    assert (stage(visit), visit.furthest) == (beside, Stage.RESULTS)
    getattr(visit, way)()
    assert stage(visit) is Stage.WHOLE


def test_nowhere_else_can_one_step_aside() -> None:
    visit = started(**MANY)
    for beside in Stage:
        assert not visit.step_aside(beside)
    visit = to_results(started(begin__topics="geld", geld__rekeningen="nee"))
    assert not visit.may_link
    assert not visit.step_aside(Stage.LINKS)
    assert visit.step_aside(Stage.PRACTICE)
    assert not visit.step_aside(Stage.RECIPE)


def test_a_link_can_be_taken_back_when_one_of_its_worries_weighs_no_more() -> None:
    visit = to_advice(started(**MANY))
    cause, effect = (next(c.topic for c in visit.concerns if c.topic.parent == tile).id for tile in ("geld", "contact"))
    visit.link(Link(cause, effect))
    visit.answer("begin.topics", frozenset({"geld", "somber"}))
    assert list(visit.intake.links) == [Link(cause, effect)]
    visit.link(Link(cause, effect))
    assert not visit.intake.links
    visit.link(Link(cause, effect))
    assert visit.intake.links == ()


def test_before_a_visit_an_earlier_paper_can_be_brought_back() -> None:
    visit = started()
    visit.forget()
    assert visit.step_aside(Stage.BRING_BACK)
    assert visit.furthest is Stage.START
    assert not visit.go_to("")
    assert visit.back()
    assert stage(visit) is Stage.START


def test_a_link_turns_steps_into_the_picture_and_back() -> None:
    visit = started(begin__topics=("geld", "contact"), geld__rekeningen="nee")
    while stage(visit) is not Stage.BEGIN_WITH:
        walk_on(visit)
    cause, effect = (c.topic.id for c in visit.concerns[:2])
    assert visit.step_aside(Stage.LINKS)
    visit.link(Link(cause, effect))
    visit.go_on()
    assert stage(visit) is Stage.BEGIN_WITH
    visit.go_on()
    assert stage(visit) is Stage.WHOLE
    assert visit.take_advice(advising().advise(visit.intake, TUESDAY_TEN), visit.number)
    assert visit.takes_plan
    visit.step_aside(Stage.LINKS)
    visit.unlink()
    visit.go_on()
    assert stage(visit) is Stage.RESULTS
    assert visit.advice is None


def test_a_link_of_what_does_not_weigh_is_none() -> None:
    visit = to_advice(started(**MANY))
    advice = visit.advice
    visit.link(Link("geld.schulden", "slapen.slecht"))
    assert visit.intake.links == ()
    assert visit.advice is advice


def test_the_sheet_for_the_gp_is_asked_for_and_only_of_a_practice_that_is_known() -> None:
    visit = to_advice(started(**MANY))
    visit.set_gp_sheet(wanted=True)
    assert visit.sent is None
    visit.set_practice("")
    visit.set_gp_sheet(wanted=True)
    assert not sheet_of(visit)
    visit.set_practice("huisarts-noord")
    assert not sheet_of(visit)
    visit.set_gp_sheet(wanted=True)
    assert sheet_of(visit)
    visit.set_practice("huisarts-zuid")
    assert not sheet_of(visit)
