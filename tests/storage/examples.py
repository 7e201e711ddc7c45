"""Services, visits and wishes as hypothesis makes them, and small ones made by hand."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import (
    ALWAYS,
    All,
    Any_,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Facts,
    LivesIn,
    Not,
    Range,
)
from wijkwijzer_desktop.domain.freshness import CHECK_AFTER_DAYS
from wijkwijzer_desktop.domain.matching import Wish
from wijkwijzer_desktop.domain.ranking import Ranking, Situation, fitting_steps
from wijkwijzer_desktop.domain.schedule import (
    ZONE,
    Closure,
    Frequency,
    OnHoliday,
    Schedule,
    Timetable,
    no_holidays,
)
from wijkwijzer_desktop.domain.service import (
    Interest,
    Kind,
    Location,
    Organization,
    Phone,
    ReferralNeed,
    Service,
    Source,
    Status,
    Step,
    Told,
    Translation,
)
from wijkwijzer_desktop.domain.standing import Reported, Standing

TOPICS = ("geld", "geld.schulden", "geld.rondkomen", "contact")
AREAS = ("enschede", "wesselerbrink", "glanerbrug")
OPTIONS = ("ja", "nee", "soms")
POSTCODES = ("7511", "7544", "7534")
LANGUAGES = ("nl", "tr", "ar")
# Around the night of 28 to 29 March 2026, in which the clock is changed, and the one of 25 October.
DAYS = st.one_of(
    st.dates(date(2026, 3, 20), date(2026, 4, 5)),
    st.dates(date(2026, 10, 18), date(2026, 10, 30)),
)
MOMENTS = st.builds(
    datetime.combine, DAYS, st.times().map(lambda clock: clock.replace(microsecond=0)), st.sampled_from((ZONE, UTC))
)
CLOCKS = st.sampled_from((time(0), time(2, 30), time(3), time(9), time(17), time(23, 30)))
HOSTILE = ("", "'; drop table service; --", "%_", "{{7*7}}", "%(name)s", "Huis & <b>thuis</b>", "\u202etxet", "é")
TEXTS = st.sampled_from(HOSTILE)


def _as_long_before(days: int) -> st.SearchStrategy[date]:
    return DAYS.map(lambda day: day - timedelta(days=days))


def public_holidays(year: int) -> frozenset[date]:
    """One in each of the two seasons."""
    return frozenset({date(year, 3, 30), date(year, 10, 26)})


LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AnyOf, st.sampled_from(("about.inkomen", "about.kinderen")), st.frozensets(st.sampled_from(OPTIONS), min_size=1)),
    st.builds(AtLeast, st.just("about.leeftijd"), st.sampled_from((18.0, 55.0))),
    st.builds(AtMost, st.just("about.leeftijd"), st.sampled_from((24.0, 66.0))),
    st.builds(LivesIn, st.frozensets(st.sampled_from(AREAS), min_size=1)),
)
CONDITIONS = st.one_of(
    st.just(ALWAYS),
    st.recursive(
        LEAVES,
        lambda parts: st.one_of(
            st.lists(parts, min_size=1, max_size=3).map(lambda found: All(tuple(found))),
            st.lists(parts, min_size=1, max_size=3).map(lambda found: Any_(tuple(found))),
            parts.map(Not),
        ),
        max_leaves=4,
    ),
)
WEEKLY = st.lists(st.sampled_from(("MO", "TU", "SA", "SU")), min_size=1, unique=True).map(tuple)
MONTHLY = st.lists(st.sampled_from(("1MO", "2TU", "-1SA", "-1SU", "SU")), min_size=1, unique=True).map(tuple)
SCHEDULES = st.one_of(
    [
        st.builds(
            Schedule,
            st.just(frequency),
            weekdays,
            opens=st.none() | CLOCKS,
            closes=st.none() | CLOCKS,
            interval=st.sampled_from((1, 2)),
            valid_from=st.just(date(2026, 1, 1)),
            valid_to=st.none() | DAYS,
            on_holiday=st.sampled_from(OnHoliday),
            note=TEXTS,
        )
        for frequency, weekdays in ((Frequency.WEEKLY, WEEKLY), (Frequency.MONTHLY, MONTHLY))
    ]
)
CLOSURES = st.builds(lambda first, days, note: Closure(first, first + timedelta(days=days), note), DAYS, st.integers(0, 9), TEXTS)
TIMETABLES = st.builds(Timetable, st.lists(SCHEDULES, max_size=3).map(tuple), st.lists(CLOSURES, max_size=2).map(tuple))
LOCATIONS = st.builds(
    Location, TEXTS, st.sampled_from(("", "7544", "7511AA", "7534CZ", "9999ZZ")), st.just("Enschede"), st.booleans()
)
SERVICES = st.builds(
    Service,
    id=st.integers(0, 99).map(lambda number: f"dienst-{number}"),
    name=TEXTS,
    organization=st.sampled_from((Organization("een", "Een"), Organization("twee", "'; drop table organization"))),
    kind=st.sampled_from(Kind),
    description=TEXTS,
    topics=st.lists(st.sampled_from(TOPICS), max_size=3, unique=True).map(tuple),
    step=st.sampled_from(Step),
    status=st.sampled_from(Status),
    audience=TEXTS,
    eligibility=CONDITIONS,
    location=st.none() | LOCATIONS,
    phones=st.lists(st.builds(Phone, st.just("053 000 00 00"), TEXTS), max_size=2).map(tuple),
    email=TEXTS,
    url=TEXTS,
    timetable=TIMETABLES,
    hours_text=TEXTS,
    cost=TEXTS,
    cost_cents=st.none() | st.integers(0, 100_000),
    languages=st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(tuple),
    referral=st.sampled_from(ReferralNeed),
    referral_text=TEXTS,
    documents=st.lists(TEXTS, max_size=2).map(tuple),
    interests=st.lists(st.sampled_from(Interest), max_size=3, unique=True).map(tuple),
    ask_for=TEXTS,
    buddy=TEXTS,
    sources=st.lists(st.builds(Source, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    checked=st.none() | DAYS,
    # Some so long ago that they expired, or will within these days.
    check_before=st.none() | DAYS | st.sampled_from(tuple(CHECK_AFTER_DAYS.values())).flatmap(_as_long_before),
    valid_from=st.none() | DAYS,
    valid_to=st.none() | DAYS,
    closed_until=st.none() | DAYS,
    translations=st.lists(
        st.builds(Translation, st.sampled_from(("tr", "ar")), st.sampled_from(Told), TEXTS, TEXTS), max_size=3
    ).map(tuple),
)
CATALOGUES = st.lists(SERVICES, max_size=14, unique_by=lambda service: service.id).map(tuple)
FACTS = st.builds(
    Facts,
    st.dictionaries(
        st.sampled_from(("about.inkomen", "about.kinderen")), st.frozensets(st.sampled_from(OPTIONS), min_size=1, max_size=2)
    ),
    st.dictionaries(st.just("about.leeftijd"), st.sampled_from((Range(0, 17), Range(21, 25), Range(26, 54), Range(67, 120)))),
    st.none() | st.frozensets(st.sampled_from(AREAS)),
)
SITUATIONS = st.builds(
    Situation,
    at=MOMENTS,
    facts=FACTS,
    holidays=st.sampled_from((no_holidays, public_holidays)),
    distances=st.dictionaries(st.sampled_from(POSTCODES), st.integers(0, 12)),
    reach_km=st.none() | st.sampled_from((1.0, 4.0)),
    language=st.sampled_from(("", *LANGUAGES)),
    standings=st.dictionaries(
        st.integers(0, 12).map(lambda number: f"dienst-{number}"),
        st.builds(Standing, reported=st.frozensets(st.sampled_from(Reported))),
        max_size=8,
    ),
)
WISHES = st.builds(
    lambda situation, severity, **rest: Wish(ranking=Ranking(situation, fitting_steps(severity)), on=situation.at.date(), **rest),
    SITUATIONS,
    st.sampled_from(Severity),
    topics=st.frozensets(st.sampled_from((*TOPICS, "onbekend")), max_size=3),
    kinds=st.frozensets(st.sampled_from(Kind)),
    limit=st.integers(0, 6),
    without=st.frozensets(st.integers(0, 99).map(lambda number: f"dienst-{number}"), max_size=3),
)


def a_service(service_id: str, *, name: str = "Dienst", topics: tuple[str, ...] = ("geld",)) -> Service:
    """A service with nothing special."""
    return Service(service_id, name, Organization("een", "Een"), Kind.SERVICE, "Hulp.", topics, Step.VOLUNTEER)


def a_wish(*, limit: int = 5, topics: frozenset[str] = frozenset({"geld"})) -> Wish:
    """Help with money for somebody of whom nothing is known, on a Tuesday morning."""
    at = datetime(2026, 11, 24, 10, tzinfo=ZONE)
    ranking = Ranking(Situation(at, Facts(), no_holidays, {}), fitting_steps(Severity.LIGHT))
    return Wish(topics, frozenset(Kind), ranking, at.date(), limit)
