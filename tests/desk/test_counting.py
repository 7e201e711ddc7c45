"""What a visit adds to the counts, what it never adds, and that one visit alone is never written."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from tests.desk.fakes import PACK, intake
from tests.desk.test_desk import desk as plain_desk
from tests.desk.walking import started, to_results, walk_on
from tests.fakes import TUESDAY_TEN, FixedClock, counter
from wijkwijzer_desktop.desk.counting import NEARBY_KM, VISITS_AT_ONCE, Counting, count_visit
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.questionnaire import SKIPPED
from wijkwijzer_desktop.domain.recipe import Fitting, Recipe
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.statistics import Cell, Counts, Mode, Tallied, VisitCount


def keys(visit: Visit, tallied: Tallied) -> set[str]:
    count = count_visit(visit, Mode.ALONE, Paper.A5)
    assert count is not None
    return {cell.key for cell in count.cells if cell.tallied is tallied}


def saying(answers: dict[str, str | tuple[str, ...]]) -> Visit:
    visit = started()
    visit.intake = intake(answers)
    return visit


def in_debt() -> Visit:
    return saying(
        {"begin.topics": ("geld", "contact"), "geld.rekeningen": "nee", "geld.brief": "nee", "contact.iemand-bellen": "nee"}
    )


def printed(visit: Visit) -> Visit:
    to_results(visit)
    for _ in range(3):
        walk_on(visit)
    assert visit.view.stage is Stage.DONE
    return visit


def test_before_it_begins_there_is_nothing_to_count() -> None:
    assert count_visit(Visit(PACK), Mode.ALONE, Paper.A4) is None


@pytest.mark.parametrize("steps", [0, 1])
def test_who_leaves_at_the_questions(steps: int) -> None:
    visit = in_debt()
    for _ in range(steps):
        walk_on(visit)
    assert keys(visit, Tallied.REACHED) == {"questions"}
    assert keys(visit, Tallied.ADVISED) == keys(visit, Tallied.WITHOUT_HELP) == set()
    assert keys(visit, Tallied.TOPIC) == {"geld.schulden", "contact.eenzaam"}


def test_who_saw_the_advice_chose_nothing_yet() -> None:
    visit = to_results(in_debt())
    assert keys(visit, Tallied.REACHED) == {"results"}
    assert keys(visit, Tallied.ADVISED)
    assert keys(visit, Tallied.CHOSEN) == keys(visit, Tallied.PRINTED) == set()


def test_how_far_is_how_far_it_ever_was() -> None:
    visit = to_results(in_debt())
    visit.go_on()
    assert visit.view.stage is Stage.PREVIEW
    visit.back()
    visit.back()
    assert keys(visit, Tallied.REACHED) == {"preview"}
    assert keys(visit, Tallied.CHOSEN) <= keys(visit, Tallied.ADVISED)
    visit.forget()
    assert visit.furthest is Stage.START


def test_who_took_the_paper() -> None:
    visit = printed(in_debt())
    assert keys(visit, Tallied.REACHED) == {"a5"}
    assert visit.referral is not None
    on_paper = {r.service.id for r in (*visit.referral.steps, *visit.referral.activities)}
    assert keys(visit, Tallied.PRINTED) == keys(visit, Tallied.CHOSEN) == on_paper & keys(visit, Tallied.ADVISED)
    assert on_paper & keys(visit, Tallied.ADVISED)


def test_who_took_the_paper_and_walked_away() -> None:
    visit = to_results(in_debt())
    visit.go_on()
    visit.go_on()
    assert keys(visit, Tallied.REACHED) == {"printing"}
    visit.paper_came = True
    assert keys(visit, Tallied.REACHED) == {"a5"}
    assert keys(visit, Tallied.PRINTED)


def test_this_counter_itself_is_not_counted_as_advice() -> None:
    visit = printed(in_debt())
    assert visit.advice is not None
    assert visit.advice.talk.service.id not in keys(visit, Tallied.ADVISED)


def looked_up(*topics: str, name: str = "opgezocht", kind: Kind = Kind.SERVICE) -> Recommendation:
    visit = to_results(in_debt())
    assert visit.advice is not None
    found = visit.advice.recommendations[0]
    return replace(found, concern="", service=replace(found.service, id=name, kind=kind, topics=topics))


def with_added(*added: Recommendation) -> Visit:
    visit = in_debt()
    for step in added:
        assert visit.add_step(step)
    return printed(visit)


def test_what_a_volunteer_looked_up_is_counted_as_far_as_it_came() -> None:
    added = looked_up("contact")
    visit = to_results(in_debt())
    before = keys(visit, Tallied.ADVISED)
    assert visit.add_step(added)
    assert keys(visit, Tallied.ADVISED) == before | {"opgezocht"}
    assert keys(visit, Tallied.CHOSEN) == set()
    visit.go_on()
    assert "opgezocht" in keys(visit, Tallied.CHOSEN)
    assert "opgezocht" not in keys(visit, Tallied.PRINTED)
    assert "opgezocht" in keys(with_added(added), Tallied.PRINTED)


def test_what_was_looked_up_and_taken_off_again_was_advised_and_not_chosen() -> None:
    visit = to_results(in_debt())
    visit.add_step(looked_up("geld"))
    visit.set_step("opgezocht", on_paper=False)
    visit.go_on()
    assert "opgezocht" in keys(visit, Tallied.ADVISED)
    assert "opgezocht" not in keys(visit, Tallied.CHOSEN)


@pytest.mark.parametrize("topics", [("veilig",), ("veilig.thuis",), (), ("onbekend",)])
def test_what_was_looked_up_for_something_discreet_is_not_counted(topics: tuple[str, ...]) -> None:
    assert "opgezocht" not in keys(with_added(looked_up(*topics)), Tallied.ADVISED)
    assert "opgezocht" in keys(with_added(looked_up(*topics, "geld.schulden")), Tallied.PRINTED)


def test_what_was_looked_up_and_advised_for_something_discreet_alone_is_not_counted() -> None:
    visit = discreet()
    assert visit.advice is not None
    hidden = next(r for r in visit.advice.recommendations if r.concern.startswith("veilig."))
    both = replace(hidden, concern="", service=replace(hidden.service, topics=(*hidden.service.topics, "geld.schulden")))
    visit.add_step(both)
    shown = {r.service.id for r in visit.advice.recommendations if not r.concern.startswith("veilig.")}
    assert hidden.service.id not in shown
    assert hidden.service.id not in keys(visit, Tallied.ADVISED)


def test_this_counter_itself_is_not_counted_when_looked_up() -> None:
    assert "opgezocht" not in keys(with_added(looked_up("geld", kind=Kind.COUNTER)), Tallied.ADVISED)


def recommended(*items: Recommendation) -> Visit:
    """With a welzijnsrecept."""
    visit = to_results(in_debt())
    coach = looked_up("contact", name="coach").service
    found = Recipe(coach, None, tuple(Fitting(item.service, (), None) for item in items))
    visit.recipe = found
    return visit


def test_what_is_on_a_recipe_is_counted_as_far_as_it_came() -> None:
    visit = recommended(looked_up("contact", name="koor"), looked_up("geld", name="repaircafe"))
    found = {"coach", "koor", "repaircafe"}
    assert found <= keys(visit, Tallied.ADVISED)
    assert not found & keys(visit, Tallied.CHOSEN)
    visit.set_on_recipe("koor", on_paper=False)
    visit.go_on()
    assert found & keys(visit, Tallied.CHOSEN) == {"coach", "repaircafe"}
    assert not found & keys(visit, Tallied.PRINTED)
    for _ in range(2):
        walk_on(visit)
    assert found & keys(visit, Tallied.PRINTED) == {"coach", "repaircafe"}
    visit.set_on_recipe("repaircafe", on_paper=False)
    assert not found & keys(visit, Tallied.PRINTED)


def test_what_is_on_a_recipe_for_something_discreet_is_not_counted() -> None:
    visit = recommended(looked_up("veilig.thuis", name="stil"), looked_up("contact", name="koor"))
    assert keys(visit, Tallied.ADVISED) & {"stil", "koor"} == {"koor"}


def test_help_is_nearby_or_it_is_not() -> None:
    visit = to_results(in_debt())
    assert visit.advice is not None
    far = {r.concern: r.distance_km for r in visit.advice.recommendations if r.service.location is not None}
    assert keys(visit, Tallied.WITHOUT_HELP) == {topic for topic in keys(visit, Tallied.TOPIC) if topic not in far}
    everywhere = tuple(replace(r, distance_km=NEARBY_KM) for r in visit.advice.recommendations)
    visit.take_advice(replace(visit.advice, recommendations=everywhere), visit.number)
    assert keys(visit, Tallied.WITHOUT_HELP) == set()
    farther = tuple(replace(r, distance_km=NEARBY_KM + 1) for r in everywhere)
    visit.take_advice(replace(visit.advice, recommendations=farther), visit.number)
    assert keys(visit, Tallied.WITHOUT_HELP) == keys(visit, Tallied.TOPIC)


def test_where_nobody_can_tell_what_is_near_no_help_is_missed() -> None:
    visit = saying({"begin.topics": ("geld",), "geld.rekeningen": "nee", "geld.brief": "nee", "about.area": "buiten"})
    to_results(visit)
    assert visit.advice is not None
    assert all(r.distance_km is None for r in visit.advice.recommendations)
    assert keys(visit, Tallied.TOPIC)
    assert keys(visit, Tallied.WITHOUT_HELP) == set()


def test_area_language_and_mode() -> None:
    visit = Visit(PACK)
    visit.start("tr")
    assert keys(visit, Tallied.LANGUAGE) == {"tr"}
    assert keys(visit, Tallied.AREA) == {"unknown"}
    visit.answer("about.area", frozenset({"centrum"}))
    count = count_visit(visit, Mode.TOGETHER, Paper.A4)
    assert count is not None
    assert {Cell(Tallied.AREA, "centrum"), Cell(Tallied.MODE, "together")} <= count.cells


def test_what_nobody_told_is_no_topic() -> None:
    visit = saying({"begin.topics": ("geld", "contact"), "contact.iemand-bellen": SKIPPED})
    unknown = {concern.topic.id for concern in visit.concerns if concern.severity is Severity.UNKNOWN}
    assert unknown
    assert not unknown & keys(visit, Tallied.TOPIC)


def test_an_urgent_card_counts_without_which() -> None:
    visit = started(begin__topics=("somber",), somber__hoe="dood")
    assert keys(visit, Tallied.URGENT) == set()
    walk_on(visit)
    assert visit.view.stage is Stage.URGENT
    assert keys(visit, Tallied.URGENT) == {"shown"}
    visit.back()
    visit.answer("somber.hoe", frozenset({"goed"}))
    walk_on(visit)
    assert keys(visit, Tallied.URGENT) == set()


def discreet() -> Visit:
    return printed(started(begin__topics=("veilig", "geld"), veilig__bang="ja", geld__rekeningen="nee", geld__brief="nee"))


def test_of_what_is_discreet_nothing_is_counted() -> None:
    visit = discreet()
    visit.set_discreet(on_paper=True)
    assert visit.advice is not None
    hidden = [r.service.id for r in visit.advice.recommendations if r.concern.startswith("veilig.")]
    shown = [r.service.id for r in visit.advice.recommendations if not r.concern.startswith("veilig.")]
    assert hidden
    count = count_visit(visit, Mode.ALONE, Paper.A4)
    assert count is not None
    counted = {cell.key for cell in count.cells}
    assert not counted.intersection(set(hidden) - set(shown))
    assert not any(key.startswith("veilig") for key in counted)
    assert "geld.schulden" in counted
    assert keys(visit, Tallied.URGENT) == set()


def test_a_visit_with_something_discreet_looks_like_one_without() -> None:
    plain = printed(started(begin__topics=("geld",), geld__rekeningen="nee", geld__brief="nee"))
    for tallied in (Tallied.TOPIC, Tallied.URGENT, Tallied.REACHED):
        assert keys(discreet(), tallied) == keys(plain, tallied)


def test_the_narrower_count_lies_within_the_wider() -> None:
    for visit in (in_debt(), to_results(in_debt()), printed(in_debt()), discreet(), with_added(looked_up("geld"))):
        for wide, narrow in (
            (Tallied.TOPIC, Tallied.WITHOUT_HELP),
            (Tallied.ADVISED, Tallied.CHOSEN),
            (Tallied.CHOSEN, Tallied.PRINTED),
        ):
            assert keys(visit, narrow) <= keys(visit, wide)


@dataclass
class MemoryTally:
    """broken: nothing can be written. hangs: cleared, a write waits until it is set."""

    written: list[tuple[date, str, Counts]] = field(default_factory=list)
    broken: bool = False
    hangs: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.hangs.set()

    def add(self, day: date, counter: str, counts: Counts) -> None:
        self.hangs.wait(20)
        if self.broken:
            raise DatabaseUnusableError(reason="locked")
        self.written.append((day, counter, dict(counts)))
        self.done.set()

    def months(self, months: tuple[str, ...]) -> dict[str, Counts]:
        found: dict[str, Counter[Cell]] = {month: Counter() for month in months}
        for day, _, counts in self.written:
            if f"{day:%Y-%m}" in found:
                found[f"{day:%Y-%m}"].update(counts)
        return dict(found)


def at_once(work: Callable[[], None]) -> None:
    work()


ONE = VisitCount(frozenset({Cell(Tallied.LANGUAGE, "tr")}))
OTHER = VisitCount(frozenset({Cell(Tallied.LANGUAGE, "nl")}))


def test_fewer_visits_than_five_are_never_written() -> None:
    tally = MemoryTally()
    counting = Counting(tally, FixedClock(), "magneet", at_once)
    for _ in range(VISITS_AT_ONCE - 1):
        counting.take(ONE)
    assert tally.written == []
    counting.take(OTHER)
    counts = {Cell(Tallied.LANGUAGE, "tr"): VISITS_AT_ONCE - 1, Cell(Tallied.LANGUAGE, "nl"): 1}
    assert tally.written == [(TUESDAY_TEN.date(), "magneet", counts)]


def test_they_are_written_on_the_day_of_the_last() -> None:
    tally, clock = MemoryTally(), FixedClock()
    counting = Counting(tally, clock, "magneet", at_once)
    for _ in range(VISITS_AT_ONCE):
        counting.take(ONE)
        clock.pass_by(24 * 60 * 60)
    assert [day for day, _, _ in tally.written] == [date(2026, 11, 28)]


def test_what_cannot_be_written_waits_and_is_counted_once() -> None:
    tally = MemoryTally(broken=True)
    counting = Counting(tally, FixedClock(), "magneet", at_once)
    for _ in range(VISITS_AT_ONCE + 1):
        counting.take(ONE)
    assert tally.written == []
    tally.broken = False
    counting.take(OTHER)
    assert [counts for _, _, counts in tally.written] == [
        {Cell(Tallied.LANGUAGE, "tr"): VISITS_AT_ONCE + 1, Cell(Tallied.LANGUAGE, "nl"): 1}
    ]


def with_tally(tally: MemoryTally) -> Desk:
    made = counter().desk
    return Desk(made.settings, replace(made._adapters, tally=tally))


def test_fault_05_a_database_that_hangs_does_not_hold_up_forgetting() -> None:
    tally = MemoryTally()
    tally.hangs.clear()
    desk = with_tally(tally)
    for number in range(2 * VISITS_AT_ONCE):
        desk.visit.start("tr")
        desk.forget()
        assert (desk.visit.number, desk.visit.view.stage) == (number + 1, Stage.START)
    assert tally.written == []
    assert sum(thread.name == "counts" for thread in threading.enumerate()) == 1
    tally.hangs.set()
    assert tally.done.wait(20)
    ((_, _, counts),) = tally.written[:1]
    assert counts[Cell(Tallied.LANGUAGE, "tr")] == VISITS_AT_ONCE


def test_forgetting_where_nobody_began_counts_nothing() -> None:
    tally = MemoryTally()
    desk = with_tally(tally)
    for _ in range(2 * VISITS_AT_ONCE):
        desk.forget()
    assert desk._counting._visits == 0


def test_what_cannot_be_counted_is_forgotten_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = plain_desk()
    desk.visit.start("tr")

    def fail(visit: Visit, mode: Mode, paper: Paper) -> None:
        raise RuntimeError

    monkeypatch.setattr("wijkwijzer_desktop.desk.desk.count_visit", fail)
    with pytest.raises(RuntimeError):
        desk.forget()
    assert (desk.visit.intake.language, desk.visit.view.stage) == ("nl", Stage.START)
