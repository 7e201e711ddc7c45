"""What the window tells the counts: whether the paper came."""

from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from wijkwijzer_desktop.desk.counting import count_visit
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.statistics import Cell, Mode, Tallied


def test_paper_that_was_printed_counts_unless_it_is_not_there(make_driver: MakeDriver) -> None:
    here = counter()
    driver, visit = make_driver(here), here.desk.visit
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Nee", "Huur", "Verder", "Verder", "Wijk nummer 3")
    driver.see("Op uw papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    assert not visit.paper_came
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    count = count_visit(visit, Mode.ALONE, Paper.A4)
    assert count is not None
    assert Cell(Tallied.REACHED, "a4") in count.cells
    driver.tap("Nee")
    driver.see("Het printen lukt niet")
    assert (visit.paper_came, visit.furthest) == (False, Stage.PRINTING)
