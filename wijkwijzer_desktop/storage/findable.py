"""What of the catalogue can be searched for: a few columns of every service, without the rest of it."""

from collections import defaultdict

from sqlalchemy import Connection, select

from wijkwijzer_desktop.desk.searching import Findable
from wijkwijzer_desktop.domain.service import Interest, Kind, Status
from wijkwijzer_desktop.i18n.recipe_words import dutch_interests
from wijkwijzer_desktop.storage import tables


def read_findables(connection: Connection) -> tuple[Findable, ...]:
    """All that hasn't ended, in order of id; no practices."""
    topics: defaultdict[str, dict[str, None]] = defaultdict(dict)
    row = tables.service_topic.c
    for service_id, topic in connection.execute(select(row.service_id, row.topic_id).order_by(row.service_id, row.topic_id)):
        topics[service_id][topic] = None
    s, o, place = tables.service.c, tables.organization.c, tables.location.c
    found = connection.execute(
        select(s.id, s.name, o.name, s.description, s.eligibility_description, place.address_1, place.city, s.interests)
        .join(tables.organization, o.id == s.organization_id)
        .join(tables.location, place.service_id == s.id, isouter=True)
        .where(s.status != Status.ENDED.value, s.kind != Kind.PRACTICE.value)
        .order_by(s.id)
    )
    return tuple(
        Findable(service_id, name, organization, " ".join(filter(None, (*words, _about(interests)))), tuple(topics[service_id]))
        for service_id, name, organization, *words, interests in found
    )


def _about(interests: str) -> str:
    return dutch_interests(map(Interest, interests.split()))
