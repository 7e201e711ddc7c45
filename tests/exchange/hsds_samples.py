"""Services of every shape that an editor can make, and where other people's files lie."""

import re
from datetime import date, time
from pathlib import Path

from hypothesis import strategies as st

from tests.domain.samples import conditions
from wijkwijzer_desktop.domain.condition import ALWAYS, Unasked
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Closure, Frequency, OnHoliday, Schedule, Timetable
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

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
EXAMPLES = SHARED / "hsds-3.0-examples"
SCHEMAS = SHARED / "hsds-3.0-schema"
UK = SHARED / "oruk-3.0-mocks" / "V3.0-UK-Default"
OHANA = SHARED / "hsds-like-ohana"
TOPICS = ("geld", "geld.schulden", "contact.eenzaam", "eten")

_TRICKY = st.sampled_from(
    (
        "Huis & <b>thuis</b>",
        "a < b &amp;lt;",
        "eerste\\nregel",
        "regel\r\nregel\n\n nog",
        "  spaties ",
        "null",
        "=1+1",
        "'=SUM(A1)",
        "+31 88 766",
        "-1FR",
        "@x",
        "24 Hours",
        "'; drop table service; --",
        "%_",
        "{{7*7}}",
        "%(name)s",
        'aan"hal,ing;teken',
        "😀 عربي é",
        "Leeftijd: vanaf 12",
    )
)
_LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
texts = st.one_of(st.just(""), _TRICKY, st.text(_LETTERS, max_size=30))
filled = st.one_of(_TRICKY, st.text(_LETTERS, min_size=1, max_size=30)).filter(lambda text: bool(text.strip()))
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
maybe_days = st.none() | days
clocks = st.none() | st.builds(time, st.integers(0, 23), st.sampled_from((0, 1, 30, 59)), st.sampled_from((0, 0, 0, 7)))
_weekly = st.builds(
    Schedule,
    st.just(Frequency.WEEKLY),
    st.lists(st.sampled_from(WEEKDAYS), max_size=7).map(tuple),
    opens=clocks,
    closes=clocks,
    valid_from=maybe_days,
    valid_to=maybe_days,
    on_holiday=st.sampled_from(OnHoliday),
    note=texts,
)
_monthly = st.builds(
    Schedule,
    st.just(Frequency.MONTHLY),
    st.lists(st.sampled_from(("2TU", "-1FR", "SU", "5MO")), max_size=3).map(tuple),
    opens=clocks,
    closes=clocks,
    interval=st.integers(1, 60),
    valid_from=days,
)
_phones = st.builds(Phone, st.one_of(texts, st.sampled_from(("088 766 36 66", "+31 53 1234567", "113"))), texts)
services: st.SearchStrategy[Service] = st.builds(
    Service,
    id=st.one_of(st.uuids().map(str), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), filled),
    name=filled,
    organization=st.builds(Organization, filled, texts),
    kind=st.sampled_from(Kind),
    description=texts,
    topics=st.lists(st.sampled_from(TOPICS), unique=True, max_size=3).map(tuple),
    step=st.sampled_from(Step),
    status=st.sampled_from(Status),
    audience=texts,
    eligibility=st.one_of(st.just(ALWAYS), st.just(Unasked()), conditions),
    location=st.none()
    | st.builds(
        Location,
        texts,
        st.sampled_from(("", "7544DC", "7544", "7544 dc", "AB1")),
        texts,
        st.booleans(),
    ),
    phones=st.lists(_phones, max_size=3).map(tuple),
    email=st.one_of(texts, st.just("balie@voorbeeld.example")),
    url=st.one_of(texts, st.just("https://voorbeeld.example/a?b=c"), st.just("www.voorbeeld.example")),
    timetable=st.builds(
        Timetable,
        st.lists(_weekly | _monthly, max_size=3).map(tuple),
        st.lists(st.builds(Closure, days, days, texts), max_size=2).map(tuple),
    ),
    hours_text=texts,
    cost=texts,
    cost_cents=st.none() | st.integers(0, 10_000_000),
    languages=st.lists(st.sampled_from(("nl", "tr", "ar", "pt-BR", "uk", "zh-Hans")), max_size=3).map(tuple),
    referral=st.sampled_from(ReferralNeed),
    referral_text=texts,
    documents=st.lists(texts, max_size=3).map(tuple),
    interests=st.lists(st.sampled_from(Interest), max_size=3, unique=True).map(tuple),
    ask_for=texts,
    buddy=texts,
    sources=st.lists(st.builds(Source, texts, texts, texts), max_size=2).map(tuple),
    checked=maybe_days,
    check_before=maybe_days,
    valid_from=maybe_days,
    valid_to=maybe_days,
    closed_until=maybe_days,
    translations=st.lists(
        st.builds(Translation, st.sampled_from(("tr", "ar")), st.sampled_from(Told), texts, texts), max_size=2
    ).map(tuple),
)


def unlike_ids(found: list[Service]) -> tuple[Service, ...]:
    """Each id once, and each organization with one name."""
    organizations: dict[str, Organization] = {}
    kept: dict[str, Service] = {}
    for service in found:
        known = organizations.setdefault(service.organization.id, service.organization)
        if known == service.organization:
            kept.setdefault(service.id, service)
    return tuple(kept.values())


def words_of(text: str) -> list[str]:
    """Gaps that a sentence leaves open."""
    return re.findall(r"\{(\w+)\}", text)
