"""After forgetting nothing of the visitor hangs on the visit any more, and nothing of it is ever written in a message."""

import gc
import traceback
from collections.abc import Iterator
from dataclasses import fields, replace
from types import FunctionType, ModuleType

import pytest

from tests.desk.fakes import PACK, TUESDAY_TEN, advising
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.errors import UnknownOptionError, UnknownQuestionError
from wijkwijzer_desktop.domain.intake import Answer, Intake, Link, Replay
from wijkwijzer_desktop.domain.matching import Recommendation, YouSaid
from wijkwijzer_desktop.domain.ranking import Situation
from wijkwijzer_desktop.domain.referral import Advice, Referral


def whole_visit() -> Visit:
    """A visit with everything in it, at the last page."""
    visit = Visit(PACK)
    visit.start("tr")
    for question, options in {
        "begin.topics": {"geld", "somber", "veilig"},
        "geld.rekeningen": {"nee"},
        "geld.brief": {"ja"},
        "veilig.bang": {"ja"},
        "somber.hoe": {"dood"},
    }.items():
        visit.answer(question, frozenset(options))
        visit.next(question)
        visit.go_on()
    visit.begin_with(("somber.somber",))
    visit.stop_here()
    visit.take_advice(advising().advise(visit.intake, TUESDAY_TEN), visit.number)
    visit.set_step("stadsbank", on_paper=False)
    visit.set_discreet(on_paper=True)
    visit.link(Link("somber.somber", "geld.schulden"))
    visit.take_advice(advising().advise(visit.intake, TUESDAY_TEN), visit.number)
    visit.set_practice("huisarts-noord")
    visit.set_gp_sheet(wanted=True)
    visit.go_on()
    return visit


def reached_from(root: object) -> Iterator[object]:
    """All objects that can be reached, the pack and the program itself left aside."""
    seen = {id(PACK)}
    ahead = [root]
    while ahead:
        thing = ahead.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType | FunctionType):
            continue
        seen.add(id(thing))
        yield thing
        ahead.extend(gc.get_referents(thing))


def test_before_forgetting_there_is_something_to_find() -> None:
    visit = whole_visit()
    kinds = {type(thing) for thing in reached_from(visit)}
    assert {Answer, Advice, Recommendation, Link, Sent} <= kinds
    assert visit.view.stage is Stage.PREVIEW


def test_fault_09_nothing_of_the_visitor_can_be_reached_after_forgetting() -> None:
    visit = whole_visit()
    code = visit.code
    visit.forget()
    left = list(reached_from(visit))
    assert not any(
        isinstance(thing, Answer | Advice | Recommendation | Referral | Replay | Situation | YouSaid | Link | Sent)
        for thing in left
    )
    assert not any(
        isinstance(thing, str) and thing in {code, "tr", "dood", "veilig.bang", "stadsbank", "huisarts-noord"} for thing in left
    )
    fresh = Visit(PACK)
    fresh.number = visit.number
    everything = [field.name for field in fields(Visit)]
    assert {name: getattr(visit, name) for name in everything} == {name: getattr(fresh, name) for name in everything}


def test_fault_06_a_new_visit_finds_nothing() -> None:
    whole_visit()
    visit = Visit(PACK)
    assert (visit.view.stage, visit.intake, visit.code) == (Stage.START, Intake(), "")


def test_fault_04_the_next_visitor_starts_in_dutch() -> None:
    visit = whole_visit()
    assert visit.intake.language == "tr"
    visit.forget()
    assert visit.intake.language == "nl"
    visit.start()
    assert visit.intake.language == "nl"
    assert visit.choice.discreet is False


def test_forgetting_twice_and_before_the_start_does_no_harm() -> None:
    visit = Visit(PACK)
    visit.forget()
    visit.forget()
    assert (visit.number, visit.view.stage) == (2, Stage.START)


@pytest.mark.parametrize("stage", list(Stage))
def test_it_can_be_forgotten_from_anywhere(stage: Stage) -> None:
    visit = whole_visit()
    visit._stage = stage
    visit.forget()
    assert visit.view.stage is Stage.START
    assert not visit.back()


def test_every_visitor_has_a_code_of_their_own() -> None:
    visit = Visit(PACK)
    codes = set()
    for _ in range(50):
        visit.start()
        codes.add(visit.code)
        visit.forget()
    assert len(codes) > 45


def test_fault_08_a_visit_says_only_its_number() -> None:
    visit = whole_visit()
    assert repr(visit) == str(visit) == "<Visit 0>"
    assert "dood" not in repr([visit])


@pytest.mark.parametrize(("question", "option"), [("somber.hoe", "canary"), ("canary-vraag", "dood")])
def test_fault_08_an_error_on_an_answer_does_not_say_it(question: str, option: str) -> None:
    visit = whole_visit()
    with pytest.raises((UnknownOptionError, UnknownQuestionError)) as caught:
        visit.answer(question, frozenset({option}))
    written = "".join(traceback.format_exception(caught.value))
    # The test's own lines stand in the traceback too; what the program adds is the last one.
    assert option not in written.splitlines()[-1]
    assert option not in repr(caught.value.data)
    assert caught.value.__cause__ is None


def test_a_kept_intake_belongs_to_whoever_kept_it() -> None:
    visit = whole_visit()
    sent = visit.intake
    visit.forget()
    assert visit.intake == Intake()
    assert replace(sent, order=()).answers["somber.hoe"] == Answer(("dood",))
