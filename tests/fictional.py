"""Services that nobody can mistake for real ones, as many as wanted, for tests and benchmarks."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random

from wijkwijzer_desktop.domain.condition import ALWAYS, All, AnyOf, AtLeast, AtMost, Condition, LivesIn
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.domain.service import (
    Kind,
    Location,
    Organization,
    Phone,
    ReferralNeed,
    Service,
    Source,
    Status,
    Step,
)

_TOPIC_IDS = (
    "geld geld.rondkomen geld.schulden post.papieren post.recht regelingen.geld werk.betaald werk.meedoen wonen.huis "
    "wonen.dak wonen.energie vervoer.reizen contact contact.eenzaam contact.gezelschap gezin.opvoeden gezin.relatie "
    "mantelzorg.zorgen veilig.thuis veilig.misbruik veilig.misdrijf taal.nederlands taal.computer somber.somber "
    "stress.spanning slapen.slecht verslaving.zelf verslaving.naaste pijn.ziek bewegen.meer eten.geld eten.koken "
    "zorg.kosten zorg.huisarts hulp.huis"
)
TOPICS = tuple(_TOPIC_IDS.split())
AREAS = ("enschede", "stadsdeel-zuid", "stadsdeel-west", "stadsdeel-noord", "wesselerbrink", "glanerbrug", "deppenbroek")
POSTCODES = tuple(str(code) for code in (*range(7511, 7515), *range(7521, 7526), *range(7531, 7537), *range(7541, 7549)))
LANGUAGES = ((), ("nl",), ("nl", "en"), ("nl", "tr"), ("nl", "ar"), ("nl", "en", "de"), ("pl",), ("nl", "uk", "en"))
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TIMETABLES = 300
ELIGIBILITIES = 60
FIRST_DAY = date(2026, 1, 1)


def fictional_services(n: int, seed: int) -> Iterator[Service]:
    """n services named "Voorbeeld 000123", the same for the same seed: spread over all topics, areas and steps, with
    at most 300 timetables and 60 conditions between them."""
    random = Random(seed)
    timetables = [_timetable(random) for _ in range(min(TIMETABLES, max(1, n)))]
    eligibilities = [ALWAYS, *(_eligibility(random) for _ in range(ELIGIBILITIES - 1))]
    for number in range(n):
        yield _service(random, number, random.choice(timetables), random.choice(eligibilities))


def _service(random: Random, number: int, timetable: Timetable, eligibility: Condition) -> Service:
    kind = random.choices((Kind.SERVICE, Kind.ACTIVITY, Kind.HELPLINE, Kind.COUNTER), (55, 35, 8, 2))[0]
    checked = FIRST_DAY + timedelta(days=random.randrange(320)) if random.random() < 0.7 else None
    return Service(
        id=f"voorbeeld-{number:06}",
        name=f"Voorbeeld {number:06}",
        organization=Organization(f"verzonnen-{number % 400:03}", f"Verzonnen organisatie {number % 400:03}"),
        kind=kind,
        description="Dit bestaat niet. Het is een voorbeeld.",
        topics=tuple(random.sample(TOPICS, random.choice((1, 1, 2, 3)))),
        step=random.choice(tuple(Step)),
        status=random.choices(tuple(Status), (60, 34, 3, 3))[0],
        audience="Niemand",
        eligibility=eligibility,
        location=_location(random, number) if kind is not Kind.HELPLINE else None,
        phones=(Phone(f"053 000 {number // 100 % 100:02} {number % 100:02}"),) if random.random() < 0.8 else (),
        timetable=timetable,
        languages=random.choice(LANGUAGES),
        referral=random.choice(tuple(ReferralNeed)),
        documents=("een voorbeeld van een brief",) if random.random() < 0.2 else (),
        sources=(Source("https://voorbeeld.example/", "2026-09", "verzonnen"),),
        checked=checked,
        check_before=checked + timedelta(days=180) if checked else None,
        valid_from=FIRST_DAY if random.random() < 0.1 else None,
        valid_to=FIRST_DAY + timedelta(days=random.randrange(600)) if random.random() < 0.1 else None,
    )


def _location(random: Random, number: int) -> Location:
    postal_code = random.choice(POSTCODES) + random.choice(("AA", "BB", "CC")) if random.random() < 0.95 else ""
    return Location(f"Voorbeeldstraat {number % 300 + 1}", postal_code, "Enschede", random.random() < 0.9)


def _timetable(random: Random) -> Timetable:
    if random.random() < 0.1:
        return Timetable()
    schedules = tuple(_schedule(random) for _ in range(random.choice((1, 1, 2))))
    closed = FIRST_DAY + timedelta(days=random.randrange(700))
    closures = (Closure(closed, closed + timedelta(days=random.randrange(14)), "vakantie"),) if random.random() < 0.2 else ()
    return Timetable(schedules, closures)


def _schedule(random: Random) -> Schedule:
    monthly = random.random() < 0.2
    days = random.sample(WEEK, random.choice((1, 2, 5, 7)))
    opens = time(random.randrange(24), random.choice((0, 30)))
    timed = random.random() < 0.9
    return Schedule(
        frequency=Frequency.MONTHLY if monthly else Frequency.WEEKLY,
        weekdays=tuple(f"{random.choice((1, 2, 3, -1))}{day}" if monthly else day for day in days),
        opens=opens if timed else None,
        closes=time(random.randrange(24), random.choice((0, 30))) if timed and random.random() < 0.95 else None,
        interval=1 if random.random() < 0.9 else 2,
        valid_from=FIRST_DAY,
        on_holiday=random.choice(tuple(OnHoliday)),
    )


def _eligibility(random: Random) -> Condition:
    parts: list[Condition] = []
    if random.random() < 0.6:
        parts.append(LivesIn(frozenset(random.sample(AREAS, random.choice((1, 1, 2))))))
    if random.random() < 0.5:
        parts.append(AtLeast("about.leeftijd", random.choice((12, 16, 18, 21, 55, 67))))
    if random.random() < 0.2:
        parts.append(AtMost("about.leeftijd", random.choice((24, 27, 66))))
    if random.random() < 0.2:
        parts.append(AnyOf("about.kinderen", frozenset(random.sample(("nee", "jong", "ouder"), 2))))
    if random.random() < 0.3:
        parts.append(AnyOf("about.inkomen", frozenset({"ja"})))
    return All(tuple(parts)) if parts else ALWAYS
