"""The one door: what it hands on, and what it does where something is missing."""

from dataclasses import dataclass, field

import pytest

from tests.desk.fakes import PACK, SERVICES, TUESDAY_TEN, FakeCatalogue, FakeClock, intake
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault, PrinterState
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import Settings


@dataclass
class FakeShelf:
    pack: Pack = PACK

    def current(self) -> Pack:
        return self.pack

    def publish(self, pack: Pack) -> None:
        self.pack = pack


class FakeSlips:
    def make(self, slip: Slip, paper: Paper, *, large: bool = False) -> PrintableSlip:
        return PrintableSlip(f"{slip.header.code} {paper}".encode(), 1)


@dataclass
class FakePrinter:
    printed: list[tuple[bytes, str, Paper]] = field(default_factory=list)
    settled: list[tuple[int, str, float]] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return ("Balie",)

    def state(self, name: str) -> PrinterState:
        return PrinterState(name, None)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        self.printed.append((pdf, name, paper))
        return 7

    def settle(self, job: int, name: str, seconds: float) -> None:
        self.settled.append((job, name, seconds))


def desk(entries: tuple[Service, ...] = SERVICES, printing: FakePrinter | None = None, settings: Settings | None = None) -> Desk:
    return Desk(
        settings or Settings(),
        Adapters(
            clock=FakeClock(),
            catalogue=FakeCatalogue(entries),
            packs=FakeShelf(),
            slips=FakeSlips(),
            printer=printing or FakePrinter(),
            translators={"nl": Translator()},
        ),
    )


def test_from_answers_to_the_printer() -> None:
    printer = FakePrinter()
    counter = desk(printing=printer, settings=Settings(printer="Balie"))
    advice = counter.advise(counter.pack, intake({"begin.topics": "geld"}), TUESDAY_TEN)
    slip = counter.compose(refer(advice, Choice()), "K7QM-3F", "nl", TUESDAY_TEN)
    assert (slip.header.counter, slip.header.place) == ("Wijkwijzer De Magneet", "Hertmebrink 1, Enschede")
    job = counter.submit(counter.to_paper(slip))
    counter.settle(job)
    assert printer.printed == [(b"K7QM-3F a4", "Balie", Paper.A4)]
    assert printer.settled == [(7, "Balie", 60.0)]


def test_without_a_printer_set_nothing_is_submitted() -> None:
    printer = FakePrinter()
    with pytest.raises(PrinterError) as caught:
        desk(printing=printer).submit(PrintableSlip(b"", 1))
    assert caught.value.data == {"fault": PrinterFault.NONE_SET}
    assert printer.printed == []


def test_a_counter_that_the_catalogue_does_not_know_is_still_somebody_to_talk_to() -> None:
    counter = desk((), settings=Settings(counter="nieuw", name="Balie Nieuw", address="Plein 1"))
    advice = counter.advise(counter.pack, Intake(), TUESDAY_TEN)
    assert (advice.talk.service.id, advice.talk.service.name) == ("nieuw", "Balie Nieuw")
    assert [r.service.id for r in advice.all] == ["nieuw"]


def test_the_counter_in_the_catalogue_is_the_one_to_talk_to() -> None:
    counter = desk()
    assert counter.advise(counter.pack, Intake(), TUESDAY_TEN).talk.service is SERVICES[0]


def test_an_unknown_language_is_dutch_in_one_column() -> None:
    counter = desk()
    advice = counter.advise(counter.pack, Intake(language="tlh"), TUESDAY_TEN)
    slip = counter.compose(refer(advice, Choice()), "K7QM-3F", "tlh", TUESDAY_TEN)
    assert slip.language == "nl"
    assert slip.header.date.own == ""


def test_urgent_routes_and_forgetting() -> None:
    counter = desk()
    counter.visit.start()
    counter.visit.answer("begin.topics", frozenset({"somber"}))
    counter.visit.answer("somber.hoe", frozenset({"dood"}))
    assert [r.signal.id for r in counter.urgent_routes(counter.pack, counter.visit.intake)] == ["zelfdoding"]
    counter.forget()
    assert counter.visit.intake == Intake()
    assert counter.urgent_routes(counter.pack, counter.visit.intake) == ()
