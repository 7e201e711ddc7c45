"""What follows from the network: who is there for a neighbourhood, whom to ask again, what is news, what may stand on paper."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date

from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.network import (
    CONFIRM_MONTHS,
    Became,
    Contact,
    Meeting,
    Network,
    News,
    Practice,
    Record,
    RecordKind,
    Route,
)

MOST_ROUTES = 10
# Said by itself, not as a change: that somebody asked, and where it stands.
NO_NEWS = frozenset({"id", "confirmed", "sources", "published"})

Places = Mapping[str, Place]
Confirmable = Practice | Contact | Meeting


def kind_of(record: Record) -> RecordKind:
    """Which sort it is."""
    match record:
        case Practice():
            return RecordKind.PRACTICE
        case Contact():
            return RecordKind.CONTACT
        case Route():
            return RecordKind.ROUTE
        case Meeting():
            return RecordKind.MEETING


def records_of(network: Network) -> tuple[Record, ...]:
    """All of them: practices, contacts, routes, meetings; each in the order of editors."""
    return (*network.practices.values(), *network.contacts.values(), *network.routes, *network.meetings.values())


def network_of(records: Iterable[Record], news: Iterable[News] = ()) -> Network:
    """A network of these, each sort in the order given."""
    known = tuple(records)
    return Network(
        practices={r.id: r for r in known if isinstance(r, Practice)},
        contacts={r.id: r for r in known if isinstance(r, Contact)},
        routes=tuple(r for r in known if isinstance(r, Route)),
        meetings={r.id: r for r in known if isinstance(r, Meeting)},
        news=tuple(news),
    )


def areas_of(record: Record) -> tuple[str, ...]:
    """Place ids that it is for; empty for everywhere. A practice is there for whoever one of its agreements is for."""
    match record:
        case Practice():
            areas = [agreement.areas for agreement in record.agreements]
            return tuple(dict.fromkeys(area for some in areas for area in some)) if all(areas) else ()
        case Route():
            return ()
    return record.areas


def serves(areas: Collection[str], place_id: str, places: Places) -> bool:
    """Whether these areas, none for everywhere, hold this place, or are held by it: a district has the contacts of its parts."""
    if not areas:
        return True
    place = places.get(place_id)
    around = {place_id} | (place.within if place is not None else frozenset())
    return any(area in around or (area in places and place_id in places[area].within) for area in areas)


def contacts_in(network: Network, place_id: str, places: Places) -> tuple[Contact, ...]:
    """Who is there for this place; who is there for it alone comes before who is there for everywhere."""
    found = (contact for contact in network.contacts.values() if serves(contact.areas, place_id, places))
    return tuple(sorted(found, key=_is_everywhere))


def practices_in(network: Network, place_id: str, places: Places) -> tuple[Practice, ...]:
    """Practices with an agreement for this place, also those that didn't say for which."""
    return tuple(p for p in network.practices.values() if serves(areas_of(p), place_id, places))


def meetings_in(network: Network, place_id: str, places: Places) -> tuple[Meeting, ...]:
    """Meetings about this place."""
    return tuple(m for m in network.meetings.values() if serves(m.areas, place_id, places))


def may_stand_on_paper(contact: Contact) -> bool:
    """Whether a visitor's paper may name them: marked so, and a person only where it is said where that is published."""
    return contact.printable and (not contact.name or bool(contact.published.strip()))


def contact_of_service(network: Network, service_id: str, place_id: str, places: Places) -> Contact | None:
    """Who works for this entry and may stand on a visitor's paper; the nearest, None where there is nobody."""
    found = (c for c in contacts_in(network, place_id, places) if c.service == service_id and may_stand_on_paper(c))
    return next(found, None)


def must_confirm(record: Confirmable, today: date) -> bool:
    """Whether nobody ever asked, or three months ago or longer."""
    return record.confirmed is None or _months_later(record.confirmed, CONFIRM_MONTHS) <= today


def to_confirm(network: Network, today: date) -> tuple[Confirmable, ...]:
    """What must be asked again: what never was comes first, then what has waited longest."""
    known: list[Confirmable] = [*network.contacts.values(), *network.practices.values(), *network.meetings.values()]
    return tuple(sorted((record for record in known if must_confirm(record, today)), key=_asked))


def routes_on_card(network: Network) -> tuple[Route, ...]:
    """The first ten."""
    return network.routes[:MOST_ROUTES]


def codes_for(network: Network, topics: Collection[str]) -> tuple[str, ...]:
    """ICPC codes that the routes hint at for these concerns, in order, each once. For the sheet of a GP only."""
    wanted = set(topics)
    return tuple(dict.fromkeys(code for route in network.routes if wanted.intersection(route.topics) for code in route.icpc))


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """Names of the fields that differ and are worth telling."""
    names = (field.name for field in fields(after) if field.name not in NO_NEWS)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def news_of(network: Network, month: str) -> tuple[News, ...]:
    """One line a record, newest first: what was new and changed too is new. month: "2026-11"."""
    found: dict[object, News] = {}
    for number, news in enumerate(network.news):
        if f"{news.on:%Y-%m}" != month:
            continue
        key: object = (news.kind, news.id) if news.id else number
        known = found.get(key)
        found[key] = news if known is None else _both(news, known)
    return tuple(found.values())


def news_in(network: Network, month: str, place_id: str, places: Places) -> tuple[News, ...]:
    """What of it is about this place. Routes are for everywhere."""
    return tuple(news for news in news_of(network, month) if serves(_areas_of_news(network, news), place_id, places))


def news_for(network: Network, month: str, practice_id: str) -> tuple[News, ...]:
    """What of it is about this practice: itself, the contacts that its agreements name and who stands in for them, the routes."""
    practice = network.practices.get(practice_id)
    named = {agreement.contact for agreement in practice.agreements} if practice is not None else set()
    named |= {network.contacts[name].stands_in for name in named if name in network.contacts}
    wanted = {RecordKind.PRACTICE: {practice_id}, RecordKind.CONTACT: named - {""}}
    return tuple(
        news
        for news in news_of(network, month)
        if news.kind is RecordKind.ROUTE or (news.kind in wanted and news.id in wanted[news.kind])
    )


def naming_only(record: Record, contacts: Collection[str]) -> Record:
    """The same, without names of contacts that are none of these."""
    if isinstance(record, Practice):
        agreements = tuple(a if a.contact in contacts else replace(a, contact="") for a in record.agreements)
        return record if agreements == record.agreements else replace(record, agreements=agreements)
    if isinstance(record, Contact) and record.stands_in and record.stands_in not in contacts:
        return replace(record, stands_in="")
    return record


def _both(earlier: News, later: News) -> News:
    """One line of two about one record."""
    if later.became is not Became.CHANGED or earlier.became is Became.GONE:
        return later
    if earlier.became is Became.NEW:
        return replace(earlier, on=later.on)
    return replace(later, fields=tuple(dict.fromkeys((*earlier.fields, *later.fields))))


def _areas_of_news(network: Network, news: News) -> tuple[str, ...]:
    known: dict[RecordKind, Mapping[str, Record]] = {
        RecordKind.PRACTICE: network.practices,
        RecordKind.CONTACT: network.contacts,
        RecordKind.MEETING: network.meetings,
    }
    record = known.get(news.kind, {}).get(news.id)
    return news.areas if record is None else areas_of(record)


def _is_everywhere(contact: Contact) -> bool:
    return not contact.areas


def _asked(record: Confirmable) -> tuple[date, str]:
    return record.confirmed or date.min, record.id


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
