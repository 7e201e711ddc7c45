"""The one door: what it hands on, and what it does where something is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from tests.desk.fakes import PACK, SERVICES, TUESDAY_TEN, FakeCatalogue, FakeClock, intake
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault, PrinterState
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, PrinterError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.service import Service, Status
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

    def make_all(self, slips: tuple[Slip, ...], paper: Paper, *, large: bool = False) -> PrintableSlip:
        return PrintableSlip(b" ".join(self.make(slip, paper, large=large).pdf for slip in slips), len(slips))


@dataclass
class FakePrinter:
    printed: list[tuple[bytes, str, Paper]] = field(default_factory=list)
    settled: list[tuple[int, str, float]] = field(default_factory=list)
    cancelled: list[tuple[int, str]] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return ("Balie",)

    def state(self, name: str) -> PrinterState:
        return PrinterState(name, None)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        self.printed.append((pdf, name, paper))
        return 7

    def settle(self, job: int, name: str, seconds: float) -> None:
        self.settled.append((job, name, seconds))

    def cancel(self, job: int, name: str) -> None:
        self.cancelled.append((job, name))


class BreakingCatalogue(FakeCatalogue):
    """broken: from then on nothing can be read."""

    broken = False

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        if self.broken:
            raise DatabaseUnusableError(reason="unreachable")
        return super().services(ids)


HERE = Settings(name="Wijkwijzer De Magneet", address="Hertmebrink 1, Enschede", postcode4="7544")


def desk(
    entries: tuple[Service, ...] = SERVICES,
    printing: FakePrinter | None = None,
    settings: Settings = HERE,
    catalogue: FakeCatalogue | None = None,
    packs: FakeShelf | None = None,
) -> Desk:
    return Desk(
        settings,
        Adapters(
            clock=FakeClock(),
            catalogue=catalogue or FakeCatalogue(entries),
            packs=packs or FakeShelf(),
            slips=FakeSlips(),
            printer=printing or FakePrinter(),
            translators={"nl": Translator()},
        ),
    )


def test_from_answers_to_the_printer() -> None:
    printer = FakePrinter()
    counter = desk(printing=printer, settings=replace(HERE, printer="Balie"))
    advice = counter.advise(counter.pack, intake({"begin.topics": "geld"}), TUESDAY_TEN)
    slip = counter.compose(refer(advice, Choice()), "K7QM-3H", "nl", TUESDAY_TEN)
    assert (slip.header.counter, slip.header.place) == ("Wijkwijzer De Magneet", "Hertmebrink 1, Enschede")
    job = counter.submit(counter.to_paper(slip), counter.settings.printer)
    counter.settle(job, counter.settings.printer)
    assert printer.printed == [(b"K7QM-3H a4", "Balie", Paper.A4)]
    assert printer.settled == [(7, "Balie", 60.0)]


def test_a_job_is_cancelled_at_the_printer_of_this_counter() -> None:
    printer = FakePrinter()
    desk(printing=printer, settings=replace(HERE, printer="Balie")).cancel(7, "Balie")
    assert printer.cancelled == [(7, "Balie")]


def test_without_a_printer_set_nothing_is_submitted() -> None:
    printer = FakePrinter()
    with pytest.raises(PrinterError) as caught:
        desk(printing=printer).submit(PrintableSlip(b"", 1), "")
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
    slip = counter.compose(refer(advice, Choice()), "K7QM-3H", "tlh", TUESDAY_TEN)
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


def test_whom_to_call_at_once_is_known_without_the_database() -> None:
    catalogue = BreakingCatalogue(SERVICES)
    counter = desk(catalogue=catalogue)
    catalogue.broken = True
    assert set(counter.urgent_services) == {s for signal in PACK.signals for s in signal.services}
    (route,) = counter.urgent_routes(counter.pack, intake({"begin.topics": "somber", "somber.hoe": "dood"}))
    assert route.services
    with pytest.raises(DatabaseUnusableError):
        counter.advise(counter.pack, Intake(), TUESDAY_TEN)


def test_another_pack_brings_its_own_numbers() -> None:
    counter = desk()
    signal = next(s for s in PACK.signals if s.id == "zelfdoding")
    other = replace(PACK, signals=(replace(signal, services=("stadsbank",)),))
    answers = intake({"begin.topics": "somber", "somber.hoe": "dood"})
    (route,) = counter.urgent_routes(other, answers)
    assert [service.id for service in route.services] == ["stadsbank"]
    assert set(counter.urgent_services) == {"stadsbank"}


def test_a_helpline_that_has_ended_is_not_called() -> None:
    ended = tuple(replace(s, status=Status.ENDED) if s.id == "lijn-113" else s for s in SERVICES)
    assert "lijn-113" in desk().urgent_services
    assert "lijn-113" not in desk(ended).urgent_services


def test_a_visit_ends_on_the_questions_that_it_began_with() -> None:
    packs = FakeShelf()
    counter = desk(packs=packs)
    counter.visit.start()
    newer = replace(PACK, version="2026.12-ffffff", signals=PACK.signals[:1])
    packs.publish(newer)
    counter.renew()
    counter.take_renewed()
    assert counter.pack is PACK
    assert counter.visit.seen.shown
    counter.forget()
    assert counter.pack is newer
    assert set(counter.urgent_services) == set(PACK.signals[0].services)
    counter.forget()
    assert counter.pack is newer


def test_where_nobody_is_the_new_questions_are_there_at_once() -> None:
    packs = FakeShelf()
    counter = desk(packs=packs)
    newer = replace(PACK, version="2026.12-ffffff")
    packs.publish(newer)
    counter.renew()
    counter.take_renewed()
    assert counter.pack is newer


def test_new_questions_that_cannot_be_read_leave_the_old_ones() -> None:
    catalogue = BreakingCatalogue(SERVICES)
    counter = desk(catalogue=catalogue)
    catalogue.broken = True
    with pytest.raises(DatabaseUnusableError):
        counter.renew()
    counter.take_renewed()
    assert counter.pack is PACK
