"""The same advice as one SQL statement, written by hand over plain tables, with nothing that isn't needed.

What depends on the moment (the next opening of a timetable) is worked out beforehand and not measured.
"""

import sqlite3
from datetime import datetime, timedelta

from wijkwijzer_desktop.desk.advising import ACTIVITIES_LOOKED_AT, COMPANY_TOPIC, REACH_QUESTION
from wijkwijzer_desktop.devices.clock import public_holidays
from wijkwijzer_desktop.domain.concern import Severity, concerns_of, in_visitors_order
from wijkwijzer_desktop.domain.condition import All, AnyOf, AtLeast, AtMost, Condition, LivesIn
from wijkwijzer_desktop.domain.intake import Intake, replay
from wijkwijzer_desktop.domain.matching import ACTIVITIES_PER_CONCERN, HELP, SERVICES_PER_CONCERN
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.ranking import (
    KM_BEYOND_REACH,
    KM_UNKNOWN,
    KM_WITHOUT_ADDRESS,
    fitting_steps,
    opening_rank,
    place_key,
)
from wijkwijzer_desktop.domain.referral import ACTIVITIES_ON_PAPER
from wijkwijzer_desktop.domain.schedule import Open, opening_at
from wijkwijzer_desktop.domain.service import Kind, Service, Status

TABLES = """
CREATE TABLE fit (id INTEGER PRIMARY KEY, area1, area2, age_min, age_max, child1, child2, income);
CREATE TABLE timetable (id INTEGER PRIMARY KEY, quarters INTEGER, soon INTEGER);
CREATE TABLE service (
    id TEXT PRIMARY KEY, kind TEXT, closed INTEGER, step INTEGER, place TEXT, fit INTEGER, timetable INTEGER,
    languages TEXT, checked INTEGER, first_day INTEGER, last_day INTEGER);
CREATE TABLE topic (topic TEXT, service TEXT, PRIMARY KEY (topic, service)) WITHOUT ROWID;
"""


def fill(raw: sqlite3.Connection, services: tuple[Service, ...]) -> None:
    """Plain tables with the indexes that the statement needs."""
    raw.executescript(TABLES)
    fits = {condition: n for n, condition in enumerate(dict.fromkeys(s.eligibility for s in services))}
    times = {table: n for n, table in enumerate(dict.fromkeys(s.timetable for s in services))}
    raw.executemany("INSERT INTO fit VALUES (?,?,?,?,?,?,?,?)", [(n, *_fit(c)) for c, n in fits.items()])
    raw.executemany(
        "INSERT INTO service VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                s.id,
                "join" if s.kind is Kind.ACTIVITY else "help" if s.kind in HELP else "",
                int(s.status is Status.TEMPORARILY_CLOSED),
                int(s.step),
                place_key(s.location),
                fits[s.eligibility],
                times[s.timetable],
                " ".join(s.languages),
                s.checked.toordinal() if s.checked else 0,
                s.valid_from.toordinal() if s.valid_from else 0,
                -1 if s.status is Status.ENDED else s.valid_to.toordinal() if s.valid_to else 9_999_999,
            )
            for s in services
        ],
    )
    raw.executemany("INSERT OR IGNORE INTO topic VALUES (?,?)", [(t, s.id) for s in services for t in s.topics])
    raw.execute("ANALYZE")
    raw.commit()


def fill_moment(raw: sqlite3.Connection, services: tuple[Service, ...], at: datetime) -> None:
    """The next opening of every timetable, at this moment."""
    week = at.date() + timedelta(days=7)
    for n, table in enumerate(dict.fromkeys(s.timetable for s in services)):
        opening = opening_at(table, at, public_holidays)
        soon = opening.state is Open.NOW or (opening.first_day is not None and opening.first_day < week)
        raw.execute("INSERT INTO timetable VALUES (?,?,?)", (n, opening_rank(opening, at), int(soon)))
    raw.execute("CREATE TABLE today AS SELECT ? AS day", (at.date().toordinal(),))
    raw.commit()


def _fit(condition: Condition) -> tuple[object, ...]:
    row: dict[str, object] = dict.fromkeys(("area1", "area2", "age_min", "age_max", "child1", "child2", "income"))
    for part in condition.parts if isinstance(condition, All) else (condition,):
        match part:
            case LivesIn(areas):
                row["area1"], row["area2"] = min(areas), max(areas)
            case AtLeast(_, bound):
                row["age_min"] = bound
            case AtMost(_, bound):
                row["age_max"] = bound
            case AnyOf("about.kinderen", options):
                row["child1"], row["child2"] = min(options), max(options)
            case AnyOf("about.inkomen", _):
                row["income"] = "ja"
    return tuple(row.values())


VERDICT = """CASE
  WHEN (area1 IS NOT NULL AND area1 NOT IN ({places}) AND area2 NOT IN ({places}))
    OR (age_min IS NOT NULL AND {age_high} < age_min) OR (age_max IS NOT NULL AND {age_low} > age_max)
    OR (income IS NOT NULL AND {income} != income) THEN NULL
  WHEN child1 IS NOT NULL OR (age_min IS NOT NULL AND {age_low} < age_min)
    OR (age_max IS NOT NULL AND {age_high} > age_max) THEN 1
  ELSE 0 END"""


def statement(pack: Pack, intake: Intake) -> tuple[str, dict[str, object]]:
    """The whole advice for one visit as one statement, and its values."""
    seen = replay(pack.questionnaire, intake, pack.places)
    concerns = in_visitors_order(concerns_of(pack.topics, pack.signals, seen), intake)
    age = seen.facts.ranges["about.leeftijd"]
    places = ", ".join(f"'{place}'" for place in sorted(seen.facts.places or ()))
    verdict = VERDICT.format(places=places, age_low=age.low, age_high=age.high, income="'ja'")
    area = pack.places[intake.answers["about.area"].options[0]]
    reach = seen.facts.ranges.get(REACH_QUESTION)
    km = {
        code: km + (KM_BEYOND_REACH if reach and km > reach.high else 0)
        for code, km in pack.distances_from(area.postcodes).items()
    }
    distance = " ".join(f"WHEN '{code}' THEN {value}" for code, value in km.items())
    place = f"CASE WHEN place IS NULL THEN {KM_WITHOUT_ADDRESS} ELSE CASE place {distance} ELSE {KM_UNKNOWN} END END"
    parts: list[str] = []
    names: list[str] = []
    values: dict[str, object] = {}
    for index, concern in enumerate(concerns):
        for kind, limit in (("help", SERVICES_PER_CONCERN), ("join", ACTIVITIES_PER_CONCERN)):
            earlier = [name for name in names if not name.startswith(f"c{index}")]
            without = " ".join(f"AND s.id NOT IN (SELECT id FROM {name})" for name in earlier)
            values |= {f"t{index}": concern.topic.id, f"p{index}": concern.topic.parent}
            topics = f":t{index}, :p{index}"
            order = _order(verdict, place, concern.severity)
            parts.append(f"c{index}{kind} AS MATERIALIZED ({_best(topics, kind, without, order, limit)})")
            names.append(f"c{index}{kind}")
    week = {t for c in concerns if not c.topic.discreet for t in (c.topic.id, c.topic.parent)} | {COMPANY_TOPIC, "contact"}
    values |= {f"w{n}": topic for n, topic in enumerate(sorted(week))}
    topics = ", ".join(f":w{n}" for n in range(len(week)))
    order = _order(verdict, place, Severity.LIGHT)
    parts.append(f"week AS MATERIALIZED ({_best(topics, 'join', '', order, ACTIVITIES_LOOKED_AT)})")
    known = " UNION ALL ".join(f"SELECT id FROM {name}" for name in names)
    discreet = ", ".join(f"'{topic.id}'" for topic in pack.topics if topic.discreet)
    hidden = f"SELECT service FROM topic WHERE topic IN ({discreet})"
    union = " UNION ALL ".join(f"SELECT id FROM {name}" for name in names)
    text = f"""WITH {", ".join(parts)},
        soon AS (SELECT id FROM (SELECT id, ROW_NUMBER() OVER () AS nr FROM week WHERE soon AND id NOT IN ({hidden}))
                 ORDER BY id NOT IN ({known}), nr LIMIT {ACTIVITIES_ON_PAPER})
        {union} UNION ALL SELECT id FROM soon"""
    return text, values


def _order(verdict: str, place: str, severity: Severity) -> str:
    steps = " ".join(f"WHEN {int(step)} THEN {rank}" for step, rank in fitting_steps(severity).items())
    return f"closed, {verdict}, CASE step {steps} END, {place}, quarters, -checked, s.id"


def _best(topics: str, kind: str, without: str, order: str, limit: int) -> str:
    verdict = order.split(", CASE step", maxsplit=1)[0].removeprefix("closed, ")
    return f"""SELECT s.id, soon FROM (SELECT DISTINCT service FROM topic WHERE topic IN ({topics})) t
          CROSS JOIN service s CROSS JOIN fit
          CROSS JOIN timetable CROSS JOIN today
        WHERE s.id = t.service AND fit.id = s.fit AND timetable.id = s.timetable AND kind = '{kind}'
          AND first_day <= day AND last_day >= day AND ({verdict}) IS NOT NULL {without}
        ORDER BY {order} LIMIT {limit}"""
