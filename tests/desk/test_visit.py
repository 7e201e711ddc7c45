"""One visit from the first touch to the paper, without a window."""

import pytest

from tests.desk.fakes import PACK
from tests.desk.walking import screen, stage, started, to_results, walk_on
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.errors import UnknownOptionError, UnknownQuestionError
from wijkwijzer_desktop.domain.intake import SKIP, Answer
from wijkwijzer_desktop.domain.referral import Choice
from wijkwijzer_desktop.domain.slip import is_code


def test_start_asks_the_first_question_and_gives_a_code() -> None:
    visit = Visit(PACK)
    assert stage(visit) is Stage.START
    visit.start("tr")
    assert (visit.view.stage, screen(visit)) == (Stage.QUESTIONS, "begin.topics")
    assert visit.intake.language == "tr"
    assert is_code(visit.code)
    code = visit.code
    visit.start("nl")
    assert (visit.code, visit.intake.language) == (code, "tr")


def test_answer_stays_and_next_goes_on() -> None:
    visit = started()
    visit.answer("begin.topics", frozenset({"geld"}))
    assert screen(visit) == "begin.topics"
    assert visit.next("begin.topics")
    assert screen(visit) == "geld.rekeningen"
    assert (visit.view.done, visit.view.left) == (1, 5)


@pytest.mark.parametrize("where", ["first", "later", "over"])
def test_fault_10_next_is_for_one_screen_once(where: str) -> None:
    visit = started(begin__topics="geld")
    if where == "over":
        visit = to_results(visit)
        before = visit.view
        assert not visit.next("begin.topics")
        assert visit.view == before
        return
    name = "begin.topics"
    if where == "later":
        visit.next(name)
        name = "geld.rekeningen"
    assert visit.next(name)
    after = (visit.view, visit.intake)
    for _ in range(20):
        assert not visit.next(name)
    assert (visit.view, visit.intake) == after


def test_fault_10_the_same_option_twenty_times_is_one_answer() -> None:
    visit = started(begin__topics="geld")
    for _ in range(20):
        visit.answer("geld.rekeningen", frozenset({"nee"}))
    assert visit.intake.answers["geld.rekeningen"] == Answer(("nee",))
    assert screen(visit) == "begin.topics"


def test_what_was_not_answered_counts_as_skipped_on_the_whole_screen() -> None:
    visit = started(begin__topics="geld", about__leeftijd="26-54")
    while screen(visit) != "about.u":
        walk_on(visit)
    visit.next("about.u")
    assert visit.intake.answers["about.leeftijd"] == Answer(("26-54",))
    assert visit.intake.answers["about.inkomen"] == SKIP


def test_refused_answers_change_nothing() -> None:
    visit = started(begin__topics="geld")
    before = (visit.intake, visit.view)
    with pytest.raises(UnknownOptionError):
        visit.answer("geld.rekeningen", frozenset({"weg"}))
    with pytest.raises(UnknownQuestionError):
        visit.answer("weg", frozenset({"ja"}))
    assert (visit.intake, visit.view) == before


def test_an_urgent_answer_shows_its_card_once() -> None:
    visit = started(begin__topics="somber")
    visit.next("begin.topics")
    visit.answer("somber.hoe", frozenset({"dood"}))
    visit.next("somber.hoe")
    assert stage(visit) is Stage.URGENT
    assert [s.id for s in visit.view.signals] == ["zelfdoding"]
    assert visit.back()
    assert screen(visit) == "somber.hoe"
    visit.next("somber.hoe")
    assert screen(visit) == "help.wie"
    visit.back()
    visit.answer("somber.hoe", frozenset({"goed"}))
    visit.next("somber.hoe")
    visit.back()
    visit.answer("somber.hoe", frozenset({"dood"}))
    visit.next("somber.hoe")
    # It was taken back, so it is new.
    assert stage(visit) is Stage.URGENT


def test_every_signal_has_its_own_card() -> None:
    visit = started(begin__topics=("somber", "geld"), geld__rekeningen="nee", geld__brief="ja", somber__hoe="dood")
    cards = []
    while stage(visit) is not Stage.BEGIN_WITH:
        if stage(visit) is Stage.URGENT:
            cards.append([s.id for s in visit.view.signals])
        walk_on(visit)
    # The first screen already knows: these answers came from a file.
    assert [name for card in cards for name in card] == ["zelfdoding", "afsluiting"]


def test_tapping_on_twice_at_the_urgent_card_skips_no_question() -> None:
    visit = started(begin__topics="somber")
    visit.next("begin.topics")
    visit.answer("somber.hoe", frozenset({"dood"}))
    visit.next("somber.hoe")
    visit.go_on()
    visit.go_on()
    assert screen(visit) == "help.wie"


def test_back_goes_page_by_page_and_loses_no_answer() -> None:
    visit = to_results(
        started(
            begin__topics=("geld", "somber"),
            geld__rekeningen="nee",
            geld__brief="nee",
            somber__hoe="somber",
            about__area="centrum",
        )
    )
    everything = visit.intake
    visit.go_on()
    pages = []
    while visit.back():
        pages.append(screen(visit) or stage(visit).value)
        assert visit.intake == everything
    assert pages == [
        "results",
        "begin-with",
        "about.ver",
        "about.taal",
        "about.u",
        "about.area",
        "help.wie",
        "somber.hoe",
        "geld.brief",
        "geld.rekeningen",
        "begin.topics",
    ]
    assert not visit.back()
    assert visit.view.done == 0


def test_an_earlier_answer_changed_and_changed_back_finds_everything_there() -> None:
    visit = to_results(started(begin__topics=("geld", "somber"), geld__rekeningen="nee", geld__brief="nee", somber__hoe="somber"))
    before, concerns = visit.intake, visit.concerns
    while screen(visit) != "begin.topics":
        visit.back()
    visit.answer("begin.topics", frozenset({"geld"}))
    assert visit.advice is None
    assert [c.topic.parent for c in visit.concerns] == ["geld"]
    visit.answer("begin.topics", frozenset({"geld", "somber"}))
    assert visit.intake == before
    assert visit.concerns == concerns


def test_one_worry_is_not_asked_what_to_begin_with() -> None:
    visit = started(begin__topics="geld", geld__rekeningen="nee")
    stages = set()
    while stage(visit) is not Stage.RESULTS:
        stages.add(visit.view.stage)
        walk_on(visit)
    assert Stage.BEGIN_WITH not in stages
    visit.back()
    assert stage(visit) is Stage.QUESTIONS


def test_nothing_said_comes_to_results_too() -> None:
    visit = to_results(started())
    assert visit.concerns == ()
    assert visit.steps == ("wijkwijzer-magneet",)


def test_begin_with_three_at_most_each_once_and_only_what_weighs() -> None:
    visit = started(begin__topics=("geld", "contact", "somber", "pijn"), geld__rekeningen="nee", somber__hoe="somber")
    visit.begin_with(("pijn.ziek", "weg", "pijn.ziek", "geld.schulden", "veilig.thuis", "somber.somber", "contact.gezelschap"))
    assert list(visit.intake.order) == ["pijn.ziek", "geld.schulden", "somber.somber"]
    visit.begin_with(())
    assert list(visit.intake.order) == []


def test_stopping_half_way_and_back_again() -> None:
    visit = started(begin__topics=("geld", "somber"))
    visit.next("begin.topics")
    visit.stop_here()
    assert stage(visit) is Stage.RESULTS
    assert visit.back()
    assert screen(visit) == "geld.rekeningen"
    visit.next("geld.rekeningen")
    assert screen(visit) == "somber.hoe"


def test_stopping_at_the_urgent_card() -> None:
    visit = started(begin__topics="somber")
    visit.next("begin.topics")
    visit.answer("somber.hoe", frozenset({"dood"}))
    visit.next("somber.hoe")
    visit.stop_here()
    assert stage(visit) is Stage.RESULTS
    visit.back()
    assert screen(visit) == "somber.hoe"


def test_from_results_on_only_with_advice() -> None:
    visit = to_results(started(begin__topics="geld"))
    advice = visit.advice
    visit.advice = None
    visit.go_on()
    assert stage(visit) is Stage.RESULTS
    assert advice is not None
    assert visit.take_advice(advice, visit.number)
    for page in (Stage.PREVIEW, Stage.PRINTING, Stage.DONE, Stage.DONE):
        visit.go_on()
        assert stage(visit) is page
    assert visit.back()
    assert stage(visit) is Stage.PREVIEW


def test_advice_for_the_visitor_before_is_refused() -> None:
    visit = to_results(started(begin__topics="geld"))
    advice, number = visit.advice, visit.number
    assert advice is not None
    visit.forget()
    visit.start()
    assert not visit.take_advice(advice, number)
    assert visit.advice is None
    assert visit.referral is None


def test_a_new_answer_makes_the_advice_old() -> None:
    visit = to_results(started(begin__topics="geld"))
    visit.set_step("geldfit", on_paper=False)
    visit.answer("about.inkomen", frozenset({"ja"}))
    assert (visit.advice, visit.choice, visit.steps) == (None, Choice(), ())


def test_another_pack_is_for_the_next_visitor() -> None:
    visit = started(begin__topics="geld")
    number = visit.number
    visit.use(PACK)
    assert stage(visit) is Stage.START
    assert visit.number == number + 1
    assert visit.intake.answers == {}
