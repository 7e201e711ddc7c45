"""Adapters in memory, a clock that stands still until told, and a small pack made by hand."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterState, SlipMaker
from wijkwijzer_desktop.desk.searching import Findable, findable
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL, Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import Any_, AnyOf, Condition
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, PrinterError
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.matching import Wish, sort_services
from wijkwijzer_desktop.domain.network import Agreement, Contact, Network, Practice, Reach, Route
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire
from wijkwijzer_desktop.domain.schedule import ZONE, Frequency, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Phone, Service, Source, Step
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import Settings

SETTINGS = Settings(name="Wijkwijzer De Magneet", address="Hertmebrink 1, Enschede", postcode4="7544", printer="Balie")
TUESDAY_TEN = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


@dataclass
class FixedClock:
    """Goes on only when told. set_back: what happens to the wall when somebody sets it."""

    wall: datetime = TUESDAY_TEN
    seconds: float = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def holidays(self, year: int) -> frozenset[date]:
        return no_holidays(year)

    def pass_by(self, seconds: float) -> None:
        """Time goes by."""
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


@dataclass
class MemoryCatalogue:
    """hangs: cleared, every call waits until it is set. broken: every call fails."""

    all: tuple[Service, ...]
    hangs: threading.Event = field(default_factory=threading.Event)
    broken: bool = False

    def __post_init__(self) -> None:
        self.hangs.set()

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        self._look()
        return sort_services(self.all, wish)

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        self._look()
        return {service.id: service for service in self.all if service.id in ids}

    def wider(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        return self.services(ids)

    def everything(self) -> tuple[Service, ...]:
        return self.all

    def version(self) -> int:
        self._look()
        return 1

    def findable(self) -> tuple[Findable, ...]:
        return findable(self.all)

    def _look(self) -> None:
        self.hangs.wait(20)
        if self.broken:
            raise DatabaseUnusableError(reason="test")


@dataclass
class OneShelf:
    """A single pack."""

    pack: Pack

    def current(self) -> Pack:
        return self.pack

    def publish(self, pack: Pack) -> None:
        self.pack = pack


@dataclass
class OneNetwork:
    """Who is behind the services."""

    network: Network

    def current(self) -> Network:
        return self.network


@dataclass
class FakePrinter:
    """Keeps what it was given. fault: said at submit; late_fault: said when it should be printed."""

    fault: str = ""
    late_fault: str = ""
    jobs: list[bytes] = field(default_factory=list)
    settled: list[int] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    may_submit: threading.Event = field(default_factory=threading.Event)
    may_settle: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_submit.set()
        self.may_settle.set()

    def names(self) -> tuple[str, ...]:
        return ("Balie",)

    def state(self, name: str) -> PrinterState:
        return PrinterState(name, None)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        if self.fault:
            raise PrinterError(fault=self.fault)
        self.jobs.append(pdf)
        job = len(self.jobs)
        self.may_submit.wait(20)
        return job

    def settle(self, job: int, name: str, seconds: float) -> None:
        self.may_settle.wait(20)
        self.settled.append(job)
        if self.late_fault:
            raise PrinterError(fault=self.late_fault)

    def cancel(self, job: int, name: str) -> None:
        self.cancelled.append(job)


@dataclass
class PlainSlips:
    """A PDF with the least that is a page; for tests that are not about the paper."""

    slips: list[Slip] = field(default_factory=list)

    def make(self, slip: Slip, paper: Paper, *, large: bool = False) -> PrintableSlip:
        return self.make_all((slip,), paper, large=large)

    def make_all(self, slips: tuple[Slip, ...], paper: Paper, *, large: bool = False) -> PrintableSlip:
        self.slips.extend(slips)
        return PrintableSlip(PAGE, 1)


PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 30>>stream\n0 0 0 rg 60 700 300 40 re f   \nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass
class Counter:
    """A desk with all that it was given, for a test to turn the knobs of."""

    desk: Desk
    clock: FixedClock
    catalogue: MemoryCatalogue
    printer: FakePrinter
    packs: OneShelf = field(default_factory=lambda: OneShelf(SMALL_PACK))


def counter(
    pack: Pack | None = None,
    services: tuple[Service, ...] | None = None,
    *,
    slips: SlipMaker | None = None,
    settings: Settings | None = None,
    translators: tuple[Translator, ...] = (),
    network: Network | None = None,
) -> Counter:
    """Everything in memory; the small pack and its services unless given others."""
    clock = FixedClock()
    catalogue = MemoryCatalogue(SERVICES if services is None else services)
    printer = FakePrinter()
    packs = OneShelf(pack or SMALL_PACK)
    adapters = Adapters(
        clock=clock,
        catalogue=catalogue,
        packs=packs,
        slips=slips or PlainSlips(),
        printer=printer,
        networks=OneNetwork(NETWORK if network is None else network),
        translators={"nl": Translator()} | {translator.language.code: translator for translator in translators},
    )
    return Counter(Desk(settings or SETTINGS, adapters), clock, catalogue, printer, packs)


def _touched(*topics: str) -> Condition:
    return AnyOf(BEGIN_QUESTION, frozenset({*topics, WALK_ALL}))


def _is(question: str, *options: str) -> Condition:
    return AnyOf(question, frozenset(options))


YES_NO = (Option("ja", "Ja", "mood-smile"), Option("nee", "Nee", "mood-sad"))

QUESTIONS = (
    Question(
        BEGIN_QUESTION,
        "Waar wilt u hulp bij?",
        (
            Option("geld", "Geld en schulden", "coins"),
            Option("contact", "Ik ben vaak alleen", "user"),
            Option("veilig", "Veilig zijn", "shield"),
            Option("somber", "Somber of bang", "mood-sad"),
            Option("bewegen", "Bewegen", "walk"),
            Option(WALK_ALL, "Loop alles langs", "list-check", exclusive=True),
        ),
        Part.BEGIN,
        help="U mag meer dan één ding kiezen.",
        several=True,
        offers_dont_know=False,
        offers_decline=False,
    ),
    Question(
        "geld.rekeningen",
        "Lukt het om elke maand uw rekeningen te betalen?",
        (
            Option("ja", "Ja, dat lukt", "mood-smile"),
            Option("soms-niet", "Soms niet", "mood-empty"),
            Option("nee", "Nee", "mood-sad"),
        ),
        Part.TOPIC,
        help="Denk aan huur, energie en zorg.",
        topic="geld",
        show_if=_touched("geld"),
    ),
    Question(
        "geld.soort",
        "Welke rekeningen zijn het?",
        (Option("huur", "Huur", "home"), Option("zorg", "Zorg", "stethoscope"), Option("anders", "Iets anders", "question-mark")),
        Part.TOPIC,
        topic="geld",
        several=True,
        show_if=_is("geld.rekeningen", "soms-niet", "nee"),
    ),
    Question(
        "contact.iemand-bellen", "Heeft u iemand om te bellen?", YES_NO, Part.TOPIC, topic="contact", show_if=_touched("contact")
    ),
    Question("veilig.nu", "Bent u thuis veilig?", YES_NO, Part.TOPIC, topic="veilig", show_if=_touched("veilig")),
    Question("somber.leven", "Denkt u aan zelfdoding?", YES_NO, Part.TOPIC, topic="somber", show_if=_touched("somber")),
    Question("bewegen.meer", "Wilt u meer bewegen?", YES_NO, Part.TOPIC, topic="bewegen", show_if=_touched("bewegen")),
    Question(
        "help.wie",
        "Wie helpt u nu?",
        (Option("niemand", "Niemand", exclusive=True), Option("familie", "Familie"), Option("huisarts", "Huisarts")),
        Part.HELP,
        several=True,
        screen="help",
    ),
    Question(
        "help.goed",
        "Wat gaat goed?",
        (Option("huis", "Mijn huis"), Option("vrienden", "Vrienden")),
        Part.HELP,
        several=True,
        screen="help",
    ),
    Question(
        "about.area",
        "Waar woont u?",
        (*(Option(f"wijk-{n}", f"Wijk nummer {n}") for n in range(25)), Option("buiten", "Buiten Enschede")),
        Part.ABOUT,
    ),
)

TOPICS = (
    Topic("geld", "Geld en schulden", Domain.SOCIETY, pictogram="coins"),
    Topic(
        "geld.schulden",
        "Schulden",
        Domain.SOCIETY,
        parent="geld",
        rules=(Rule(_is("geld.rekeningen", "nee", "soms-niet"), Severity.MEDIUM),),
    ),
    Topic("geld.rondkomen", "Rondkomen", Domain.SOCIETY, parent="geld", fallback=True),
    Topic("contact", "Ik ben vaak alleen", Domain.SOCIAL, pictogram="user"),
    Topic(
        "contact.eenzaam",
        "Iemand om mee te praten",
        Domain.SOCIAL,
        parent="contact",
        rules=(Rule(_is("contact.iemand-bellen", "nee"), Severity.MEDIUM),),
        fallback=True,
    ),
    Topic("veilig", "Veilig zijn", Domain.SOCIAL, pictogram="shield"),
    Topic(
        "veilig.thuis",
        "Veilig thuis",
        Domain.SOCIAL,
        parent="veilig",
        rules=(Rule(_is("veilig.nu", "nee"), Severity.HEAVY),),
        fallback=True,
        discreet=True,
    ),
    Topic("somber", "Somber of bang", Domain.MIND, pictogram="mood-sad"),
    Topic(
        "somber.somber",
        "Somber of bang",
        Domain.MIND,
        parent="somber",
        rules=(Rule(_is("somber.leven", "ja"), Severity.CRISIS),),
        fallback=True,
    ),
    Topic("bewegen", "Bewegen", Domain.BODY, pictogram="walk"),
    Topic(
        "bewegen.meer",
        "Meer bewegen",
        Domain.BODY,
        parent="bewegen",
        rules=(Rule(_is("bewegen.meer", "ja"), Severity.LIGHT),),
        fallback=True,
    ),
)

SIGNALS = (
    Signal(
        "zelfdoding",
        "Praat nu met iemand",
        "Bel 113. Gratis, dag en nacht.",
        _is("somber.leven", "ja"),
        ("113",),
        "somber.somber",
    ),
    Signal(
        "gevaar",
        "Bel nu 112",
        "Bent u in gevaar? Bel 112.",
        Any_((_is("veilig.nu", "nee"),)),
        ("112",),
        "veilig.thuis",
        discreet=True,
    ),
)

SMALL_PACK: Pack = Pack(
    version="test-1",
    questionnaire=Questionnaire(QUESTIONS),
    topics=TOPICS,
    signals=SIGNALS,
    places={f"wijk-{n}": Place(f"wijk-{n}", f"Wijk nummer {n}", frozenset({"enschede"}), ("7544",)) for n in range(25)},
    postcodes={"7544": (52.2, 6.87), "7511": (52.22, 6.89)},
    conversation="wijkteam",
)

ORGANIZATION = Organization("stichting", "De Stichting")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")


def a_service(
    name: str, title: str, topics: tuple[str, ...], *, kind: Kind = Kind.SERVICE, phone: str = "053 000 00 00"
) -> Service:
    """Open on weekdays from nine to five, in the next street."""
    return Service(
        id=name,
        name=title,
        organization=ORGANIZATION,
        kind=kind,
        description=f"{title} helpt u verder.",
        topics=topics,
        step=Step.VOLUNTEER,
        location=Location("Voorbeeldstraat 1", "7511AA", "Enschede"),
        phones=(Phone(phone),) if phone else (),
        timetable=Timetable((Schedule(Frequency.WEEKLY, WEEKDAYS, time(9), time(17)),)),
        hours_text="ma-vr 9-17",
        sources=(Source("https://voorbeeld.example/", "2026-09"),),
    )


SERVICES = (
    a_service("112", "Alarmnummer", (), kind=Kind.HELPLINE, phone="112"),
    a_service("113", "113 Zelfmoordpreventie", (), kind=Kind.HELPLINE, phone="113"),
    a_service("wijkteam", "Wijkteam", ("geld", "contact", "somber")),
    a_service("bank", "Stadsbank", ("geld.schulden",)),
    a_service("maatje", "Maatje", ("contact.eenzaam",)),
    a_service("thuis", "Veilig Thuis", ("veilig.thuis",), phone="0800 2000"),
    a_service("eten", "Samen eten", ("contact", "contact.gezelschap"), kind=Kind.ACTIVITY),
    a_service("wandelen", "Samen wandelen", ("bewegen", "contact"), kind=Kind.ACTIVITY, phone=""),
    a_service("huisarts-noord", "Huisartsen Noord", (), kind=Kind.PRACTICE),
    a_service("huisarts-zuid", "Huisartsen Zuid", (), kind=Kind.PRACTICE),
)

WEDNESDAY_MORNING = Timetable((Schedule(Frequency.WEEKLY, ("WE",), time(9), time(12)),))

NETWORK = Network(
    practices={
        "huisarts-noord": Practice("huisarts-noord", (Agreement(Reach.IN_PRACTICE, "wijk", timetable=WEDNESDAY_MORNING),)),
        "huisarts-zuid": Practice("huisarts-zuid"),
    },
    contacts={
        "wijk": Contact("wijk", "wijkteammedewerker", "Wijkteam", name="Noor Example", printable=True, published="example")
    },
    routes=(Route("schulden", "Schulden", ("bank",), ("geld.schulden",), ("Z01",)),),
)
