"""What visitors are told is another between two visits, and never during one."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from tests.fakes import SERVICES, SMALL_PACK, Counter, MemoryCatalogue, OneNetwork, OneShelf, counter
from wijkwijzer_desktop.desk.outcomes import NoCodes
from wijkwijzer_desktop.desk.shelves import Place, Shelves, look_through
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Phone, Service
from wijkwijzer_desktop.domain.standing import DayTold

OTHER_PACK = replace(SMALL_PACK, version="2030.1.1")
NETWORK = Network()
SIGNALLED = next(name for signal in SMALL_PACK.signals for name in signal.services)


@dataclass
class Told:
    """Asked from which day on."""

    asked: list[date]

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        self.asked.append(first)
        return ()


def corrected(number: str) -> tuple[Service, ...]:
    """Another number for whom a signal names."""
    return tuple(replace(one, phones=(Phone(number),)) if one.id == SIGNALLED else one for one in SERVICES)


def shelves(number: str = "053 999", pack: Pack = SMALL_PACK, place: Place | None = None) -> Shelves:
    """As the courier prepares them."""
    return look_through(MemoryCatalogue(corrected(number)), OneShelf(pack), OneNetwork(NETWORK), NoCodes(), place)


@pytest.fixture
def here() -> Counter:
    return counter()


def number(here: Counter) -> str:
    entry = here.desk.entry(SIGNALLED)
    assert entry is not None
    assert here.desk.urgent_services[SIGNALLED].phones == entry.phones
    return entry.phones[0].number


def test_it_comes_after_the_visit_and_with_it_all_of_it(here: Counter) -> None:
    desk, before = here.desk, (number(here), SMALL_PACK, here.desk.network)
    desk.visit.start()
    desk.prepare(shelves(pack=OTHER_PACK))
    desk.take_renewed()
    assert (number(here), desk.pack, desk.network) == before
    desk.forget()
    assert (number(here), desk.pack, desk.network) == ("053 999", OTHER_PACK, NETWORK)
    assert desk.visit.pack is desk.pack


def test_the_last_that_was_prepared_is_taken_and_nobody_there_gets_it_at_once(here: Counter) -> None:
    here.desk.prepare(shelves("053 111"))
    here.desk.prepare(shelves("053 222"))
    visit = here.desk.visit.number
    here.desk.take_renewed()
    assert number(here) == "053 222"
    here.desk.take_renewed()
    # With the same questions there is nothing to forget.
    assert here.desk.visit.number == visit


def test_taking_it_asks_nothing(here: Counter) -> None:
    made = shelves()
    assert isinstance(made.catalogue, MemoryCatalogue)
    made.catalogue.broken = True
    here.desk.prepare(made)
    here.desk.forget()
    assert here.desk.urgent_services[SIGNALLED].phones[0].number == "053 999"


def test_who_works_with_the_old_one_goes_on_in_it(here: Counter) -> None:
    here.catalogue.hangs.clear()
    found: list[str] = []

    def search() -> None:
        (first, *_) = here.desk.look_up(SMALL_PACK, Intake(), here.clock.now(), here.desk.urgent_services[SIGNALLED].name)
        found.append(first.service.phones[0].number)

    old = number_in(here.catalogue)
    thread = threading.Thread(target=search)
    thread.start()
    here.desk.prepare(shelves())
    here.desk.forget()
    here.catalogue.hangs.set()
    thread.join(20)
    assert found == [old]
    assert number(here) == "053 999"


def number_in(catalogue: MemoryCatalogue) -> str:
    return next(one.phones[0].number for one in catalogue.all if one.id == SIGNALLED)


def test_looking_which_questions_are_in_use_keeps_what_is_prepared(here: Counter) -> None:
    here.desk.prepare(shelves(pack=OTHER_PACK))
    here.desk.renew()
    here.desk.forget()
    assert (number(here), here.desk.pack.version) == ("053 999", "2030.1.1")


def test_a_number_that_was_corrected_here_is_on_the_urgent_card_of_the_next_visitor(here: Counter) -> None:
    here.catalogue.all = corrected("053 333")
    here.desk.renew()
    here.desk.forget()
    assert here.desk.urgent_services[SIGNALLED].phones[0].number == "053 333"


def test_what_was_told_is_that_of_what_is_served(here: Counter) -> None:
    told = Told([])
    here.desk.prepare(replace(shelves(), told=told))
    here.desk.outcomes.standings()
    assert told.asked == []
    here.desk.forget()
    here.desk.outcomes.standings()
    assert len(told.asked) == 1


def test_a_counter_that_moved_says_so_on_the_next_paper(here: Counter) -> None:
    settings = here.desk.settings
    moved = Place(settings.counter, "Wijkwijzer Zuid", "Nieuwe straat 1, Enschede", "7545")
    here.desk.prepare(shelves(place=moved))
    here.desk.forget()
    assert here.desk.settings == replace(settings, name=moved.name, address=moved.address, postcode4="7545")


@pytest.mark.parametrize("change", [lambda s: replace(s, name="Anders"), lambda s: replace(s, counter="elders")])
def test_settings_that_were_changed_meanwhile_stay(here: Counter, change: Callable[..., object]) -> None:
    here.desk.prepare(shelves(place=Place(here.desk.settings.counter, "Wijkwijzer Zuid", "Nieuwe straat 1", "7545")))
    changed = change(here.desk.settings)
    here.desk.use(changed)  # type: ignore[arg-type]
    here.desk.forget()
    assert here.desk.settings == changed
    assert number(here) == "053 999"


def test_another_desk_over_the_same_begins_with_what_is_served(here: Counter) -> None:
    here.desk.prepare(shelves())
    here.desk.forget()
    other = here.desk.with_settings(here.desk.settings).entry(SIGNALLED)
    assert other is not None
    assert other.phones[0].number == "053 999"
