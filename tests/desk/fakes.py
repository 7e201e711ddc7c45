"""A small pack and a catalogue in memory: enough of the real shape to walk a whole visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.desk.searching import Findable, findable
from wijkwijzer_desktop.domain.concern import Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import All, Any_, AnyOf, Condition, LivesIn, Range
from wijkwijzer_desktop.domain.intake import Intake, Place
from wijkwijzer_desktop.domain.matching import Wish, sort_services
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, ZONE, Frequency, OnHoliday, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Phone, Service, Status, Step
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording

Answers = Mapping[str, str | tuple[str, ...]]
TUESDAY_TEN = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
WORRIES = ("geld", "contact", "veilig", "somber", "pijn")


def said(name: str, *options: str) -> Condition:
    """One of the options was chosen."""
    return AnyOf(name, frozenset(options))


def about(topic: str) -> Condition:
    """This tile was touched, or all of them."""
    return said("begin.topics", topic, "alles")


def question(
    name: str, text: str, options: Mapping[str, str], part: Part = Part.TOPIC, show_if: Condition | None = None, **more: object
) -> Question:
    """options: id to text; an id after "!" is exclusive."""
    made = tuple(Option(o.lstrip("!"), words, exclusive=o.startswith("!")) for o, words in options.items())
    return Question(name, text, made, part, show_if=show_if or All(()), **more)  # type: ignore[arg-type]


YES_NO = {"ja": "Ja", "nee": "Nee"}
AGES = (
    Option("jonger-dan-18", "Jonger dan 18", range=Range(0, 17)),
    Option("18-20", "18 tot en met 20", range=Range(18, 20)),
    Option("26-54", "26 tot en met 54", range=Range(26, 54)),
    Option("67-plus", "67 of ouder", range=Range(67, 120)),
)
REACH = (Option("lopen", "Lopend", range=Range(0, 1)), Option("stad", "De hele stad", range=Range(0, 30)))
QUESTIONS = (
    question(
        "begin.topics",
        "Waar heeft u zorgen over?",
        {**{w: w.capitalize() for w in WORRIES}, "!alles": "Loop alles langs"},
        Part.BEGIN,
        several=True,
    ),
    question(
        "geld.rekeningen",
        "Lukt het om uw rekeningen te betalen?",
        {"ja": "Ja", "soms-niet": "Soms lukt het mij niet.", "nee": "Nee"},
        show_if=about("geld"),
    ),
    question("geld.brief", "Krijgt u een brief over afsluiten?", YES_NO, show_if=said("geld.rekeningen", "soms-niet", "nee")),
    question("contact.iemand-bellen", "Heeft u iemand om te bellen?", YES_NO, show_if=about("contact")),
    question("veilig.bang", "Bent u thuis bang?", YES_NO, show_if=about("veilig")),
    question(
        "somber.hoe",
        "Hoe voelt u zich?",
        {"goed": "Goed", "somber": "Somber", "dood": "Ik denk aan de dood"},
        show_if=about("somber"),
    ),
    question("pijn.klachten", "Heeft u vaak pijn?", YES_NO, show_if=about("pijn")),
    question(
        "help.wie",
        "Wie helpt u al?",
        {"!niemand": "Niemand", "familie": "Familie", "huisarts": "Huisarts"},
        Part.HELP,
        several=True,
    ),
    question(
        "about.area",
        "Waar woont u?",
        {"wesselerbrink": "Wesselerbrink", "centrum": "Centrum", "buiten": "Buiten Enschede"},
        Part.ABOUT,
        label="waar u woont",
    ),
    Question("about.leeftijd", "Hoe oud bent u?", AGES, Part.ABOUT, label="uw leeftijd", screen="about.u"),
    question("about.inkomen", "Heeft u een laag inkomen?", YES_NO, Part.ABOUT, label="uw inkomen", screen="about.u"),
    question("about.taal", "Welke taal spreekt u graag?", {"nl": "Nederlands", "tr": "Turks"}, Part.ABOUT),
    Question("about.ver", "Hoe ver kunt u reizen?", REACH, Part.ABOUT, show_if=said("about.area", "wesselerbrink", "centrum")),
)


def _children(parent: str, domain: Domain, *children: Topic) -> tuple[Topic, ...]:
    return (Topic(parent, parent.capitalize(), domain), *children)


TOPICS = (
    *_children(
        "geld",
        Domain.SOCIETY,
        Topic("geld.rondkomen", "Ik kom niet rond", Domain.SOCIETY, "geld", fallback=True),
        Topic(
            "geld.schulden",
            "Ik heb schulden",
            Domain.SOCIETY,
            "geld",
            rules=(
                Rule(said("geld.rekeningen", "soms-niet"), Severity.MEDIUM),
                Rule(Any_((said("geld.rekeningen", "nee"), said("geld.brief", "ja"))), Severity.HEAVY),
            ),
        ),
    ),
    *_children(
        "contact",
        Domain.SOCIAL,
        Topic(
            "contact.eenzaam",
            "Ik mis iemand",
            Domain.SOCIAL,
            "contact",
            rules=(Rule(said("contact.iemand-bellen", "nee"), Severity.MEDIUM),),
        ),
        Topic("contact.gezelschap", "Ik wil meer mensen zien", Domain.SOCIAL, "contact", fallback=True),
    ),
    *_children(
        "veilig",
        Domain.SOCIAL,
        Topic("veilig.thuis", "Veilig thuis", Domain.SOCIAL, "veilig", discreet=True),
        Topic("veilig.misdrijf", "Na een misdrijf", Domain.SOCIAL, "veilig", fallback=True),
    ),
    *_children(
        "somber",
        Domain.MIND,
        Topic(
            "somber.somber",
            "Ik ben somber",
            Domain.MIND,
            "somber",
            rules=(Rule(said("somber.hoe", "somber"), Severity.HEAVY),),
            fallback=True,
        ),
    ),
    *_children(
        "pijn",
        Domain.BODY,
        Topic(
            "pijn.ziek",
            "Ik heb pijn",
            Domain.BODY,
            "pijn",
            rules=(Rule(said("pijn.klachten", "ja"), Severity.MEDIUM),),
            fallback=True,
        ),
    ),
)
SIGNALS = (
    Signal(
        "thuis",
        "Is het thuis niet veilig?",
        "Bel.",
        said("veilig.bang", "ja"),
        ("veilig-thuis", "112"),
        "veilig.thuis",
        discreet=True,
    ),
    Signal("zelfdoding", "Denkt u aan de dood?", "Bel nu 113.", said("somber.hoe", "dood"), ("lijn-113",), "somber.somber"),
    Signal("afsluiting", "Gaat het licht uit?", "Bel vandaag.", said("geld.brief", "ja"), ("stadsbank",), "geld.schulden"),
)
PLACES = {
    "wesselerbrink": Place("wesselerbrink", "Wesselerbrink", frozenset({"stadsdeel-zuid", "enschede"}), ("7544",)),
    "centrum": Place("centrum", "Centrum", frozenset({"enschede"}), ("7511",)),
    "buiten": Place("buiten", "Buiten Enschede"),
}
PACK = Pack(
    version="2026.11.1",
    questionnaire=Questionnaire(QUESTIONS),
    topics=TOPICS,
    signals=SIGNALS,
    places=PLACES,
    postcodes={"7544": (52.195, 6.885), "7511": (52.221, 6.894), "7523": (52.235, 6.915)},
    conversation="wijkteam",
)


def hours(days: tuple[str, ...] = WEEKDAYS, opens: int = 9, closes: int = 17) -> Timetable:
    """Whole hours, holidays too."""
    return Timetable((Schedule(Frequency.WEEKLY, days, time(opens), time(closes), on_holiday=OnHoliday.OPEN),))


def service(name: str, kind: Kind, step: Step, topics: str, phone: str = "", **more: object) -> Service:
    """topics: separated by spaces."""
    return Service(
        id=name,
        name=name.capitalize(),
        organization=Organization("org", "De Stichting"),
        kind=kind,
        description=f"Wat {name} doet.",
        topics=tuple(topics.split()),
        step=step,
        phones=(Phone(phone),) if phone else (),
        **more,  # type: ignore[arg-type]
    )


def place(postcode4: str) -> Location:
    """An address with this postcode."""
    return Location("Hertmebrink 1", f"{postcode4}AB", "Enschede")


COUNTER = service("wijkwijzer-magneet", Kind.COUNTER, Step.VOLUNTEER, "geld contact", location=place("7544"), timetable=hours())
SERVICES = (
    COUNTER,
    service(
        "wijkteam",
        Kind.SERVICE,
        Step.PROFESSIONAL,
        "geld contact somber",
        "053 481 79 00",
        eligibility=LivesIn(frozenset({"enschede"})),
        location=place("7511"),
    ),
    service("geldfit", Kind.HELPLINE, Step.SELF_HELP, "geld", "0800-8115", timetable=hours()),
    service(
        "thuisadministratie", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden geld.rondkomen", "06 12345678", location=place("7544")
    ),
    service("stadsbank", Kind.SERVICE, Step.MUNICIPALITY, "geld.schulden", "088 766 36 66", location=place("7511")),
    service("lijn-113", Kind.HELPLINE, Step.PROFESSIONAL, "somber", "113", timetable=hours(opens=0, closes=0)),
    service("veilig-thuis", Kind.HELPLINE, Step.PROFESSIONAL, "veilig.thuis", "0800-2000", timetable=hours(opens=0, closes=0)),
    service("112", Kind.HELPLINE, Step.MUNICIPALITY, "veilig", "112", timetable=hours(opens=0, closes=0)),
    service("slachtofferhulp", Kind.SERVICE, Step.PROFESSIONAL, "veilig", "0900-0101"),
    service("maatje", Kind.SERVICE, Step.VOLUNTEER, "contact.eenzaam", location=place("7523")),
    service("huisarts", Kind.SERVICE, Step.PROFESSIONAL, "pijn somber"),
    service(
        "resto", Kind.ACTIVITY, Step.VOLUNTEER, "contact.gezelschap", location=place("7544"), timetable=hours(("TU",), 12, 14)
    ),
    service(
        "koffie", Kind.ACTIVITY, Step.VOLUNTEER, "contact.gezelschap", location=place("7511"), timetable=hours(("TU",), 9, 11)
    ),
    service("wandelen", Kind.ACTIVITY, Step.SELF_HELP, "pijn", location=place("7523"), timetable=hours(("TH",), 10, 11)),
    service("dansen", Kind.ACTIVITY, Step.VOLUNTEER, "contact.gezelschap"),
    service("lotgenoten", Kind.ACTIVITY, Step.VOLUNTEER, "veilig.thuis contact.gezelschap", timetable=hours(("WE",), 10, 11)),
    service("gestopt", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden", status=Status.ENDED),
)


@dataclass(frozen=True)
class FakeCatalogue:
    """A catalogue in memory."""

    entries: tuple[Service, ...] = SERVICES

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        return sort_services(self.entries, wish)

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        return {s.id: s for s in self.entries if s.id in ids}

    def wider(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        return self.services(ids)

    def everything(self) -> tuple[Service, ...]:
        return tuple(sorted(self.entries, key=lambda s: s.id))

    def version(self) -> int:
        return 1

    def findable(self) -> tuple[Findable, ...]:
        return findable(self.everything())


@dataclass
class FakeClock:
    """A clock that stands still until it is moved."""

    at: datetime = TUESDAY_TEN
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.seconds

    def holidays(self, year: int) -> frozenset[date]:
        return frozenset()


def advising(entries: tuple[Service, ...] = SERVICES, pack: Pack = PACK) -> Advising:
    """Advice at the counter in 7544."""
    return Advising(pack, FakeCatalogue(entries), no_holidays, COUNTER, "7544")


def intake(answers: Answers, order: tuple[str, ...] = ()) -> Intake:
    """The answers as a visit file has them."""
    made = Intake(order=order)
    for name, options in answers.items():
        made = made.answer(PACK.questionnaire.question(name), {options} if isinstance(options, str) else set(options))
    return made


def wording() -> Wording:
    """Dutch words for the pack."""
    return Wording(Translator(), PACK)
