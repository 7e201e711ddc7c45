"""A visit that is walked without a window."""

from tests.desk.fakes import PACK, TUESDAY_TEN, advising, intake
from wijkwijzer_desktop.desk.visit import Stage, Visit


def started(**answers: str | tuple[str, ...]) -> Visit:
    visit = Visit(PACK)
    visit.start()
    visit.intake = intake({name.replace("__", "."): options for name, options in answers.items()})
    return visit


def screen(visit: Visit) -> str:
    shown = visit.view.screen
    return shown.id if shown else ""


def stage(visit: Visit) -> Stage:
    return visit.view.stage


def on_slip(visit: Visit) -> list[str]:
    return list(visit.steps)


def walk_on(visit: Visit) -> None:
    """One page on, whichever it is."""
    if visit.view.stage is Stage.QUESTIONS:
        assert visit.next(screen(visit))
    else:
        visit.go_on()


def to_results(visit: Visit) -> Visit:
    for _ in range(40):
        if visit.view.stage in {Stage.RESULTS, Stage.WHOLE}:
            break
        walk_on(visit)
    # The steps one by one, also where one conversation comes first.
    visit.show_steps()
    assert visit.view.stage is Stage.RESULTS
    assert visit.take_advice(advising().advise(visit.intake, TUESDAY_TEN), visit.number)
    return visit
