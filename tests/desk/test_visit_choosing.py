"""What goes on the slip, and who says so."""

from tests.desk.walking import on_slip, started, to_results
from wijkwijzer_desktop.domain.referral import FIRST_STEPS, Choice


def test_steps_are_taken_off_and_added_and_what_is_said_is_what_is_printed() -> None:
    visit = to_results(started(begin__topics="geld", geld__rekeningen="soms-niet", geld__brief="nee"))
    first = visit.steps
    assert len(first) == 2
    visit.set_step(first[0], on_paper=False)
    assert on_slip(visit) == [first[1]]
    visit.set_step(first[0], on_paper=True)
    assert on_slip(visit) == [first[1], first[0]]
    assert visit.advice is not None
    others = [r.service.id for r in visit.advice.all if r.service.id not in visit.steps]
    for name in others:
        visit.set_step(name, on_paper=True)
    assert len(visit.steps) == FIRST_STEPS
    assert visit.referral is not None
    assert on_slip(visit) == [r.service.id for r in visit.referral.steps] == [first[1], first[0], others[0]]
    visit.set_step("weg", on_paper=True)
    for name in visit.steps:
        visit.set_step(name, on_paper=False)
    assert on_slip(visit) == []
    visit.set_step("weg", on_paper=True)
    assert on_slip(visit) == []


def test_activities_are_taken_off_and_put_back() -> None:
    visit = to_results(started(begin__topics="contact"))

    def on_paper() -> list[str]:
        return [r.service.id for r in visit.referral.activities] if visit.referral else []

    before = on_paper()
    assert "koffie" in before
    visit.set_activity("koffie", on_paper=False)
    assert on_paper() == [a for a in before if a != "koffie"]
    visit.set_activity("koffie", on_paper=True)
    assert on_paper() == before


def test_discreet_only_when_asked_and_not_any_more_when_not() -> None:
    visit = to_results(started(begin__topics="veilig", veilig__bang="ja"))

    def routes() -> list[str]:
        return [r.signal.id for r in visit.referral.urgent] if visit.referral else ["no referral"]

    assert routes() == []
    assert on_slip(visit) == ["wijkwijzer-magneet"]
    visit.set_discreet(on_paper=True)
    assert routes() == ["thuis"]
    assert on_slip(visit)[0] == "veilig-thuis"
    visit.set_discreet(on_paper=False)
    assert routes() == []


def test_without_advice_there_is_nothing_to_choose() -> None:
    visit = started(begin__topics="geld")
    visit.set_step("geldfit", on_paper=True)
    assert visit.choice == Choice()
    assert visit.referral is None
