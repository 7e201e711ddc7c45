"""An entry of ours as an object of HSDS 3.0, with what HSDS has no place for in attributes.

Times are those of the clock on the wall in the city, without an offset: that changes twice a year, and opening hours don't.
"""

import re
from datetime import time
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from wijkwijzer_desktop.domain.schedule import Schedule
from wijkwijzer_desktop.domain.service import Location, Service, Status
from wijkwijzer_desktop.exchange.hsds_in import plain_from
from wijkwijzer_desktop.exchange.hsds_own import PREFIX, TOPIC_TAXONOMY, lacking

_NAMESPACE: Final = uuid5(NAMESPACE_URL, "https://wijkwijzer.example/hsds")
_STATUSES: Final = {
    Status.CONFIRMED: "active",
    Status.UNCONFIRMED: "active",
    Status.TEMPORARILY_CLOSED: "temporarily closed",
    Status.ENDED: "defunct",
}
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URI: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")

Object = dict[str, Any]


def object_of(service: Service) -> Object:
    """As the schema of `service` has it: with its organization, and all ids UUIDs that stay the same."""
    whole = _Writer(service).object()
    lost = lacking(service, plain_from(whole))
    attributes = whole.setdefault("attributes", [])
    attributes += [_attribute(service, whole["id"], PREFIX + name, value) for name, value in lost.items()]
    return whole


def at_location(whole: Object) -> Object:
    """The same as the schema of `service_at_location` has it. whole: what `object_of` gave."""
    service = {name: value for name, value in whole.items() if name != "service_at_locations"}
    link = whole["service_at_locations"][0] if "service_at_locations" in whole else {"id": stable_id("link", whole["id"])}
    return {**link, "service": service}


def stable_id(kind: str, own: str) -> str:
    """The UUID of one of our things. An id that is one already stays what it is."""
    try:
        if str(UUID(own)) == own:
            return own
    except ValueError:
        pass
    return str(uuid5(_NAMESPACE, f"{kind}:{own}".encode("utf-8", "replace").decode()))


def _attribute(service: Service, linked: str, link_type: str, value: str) -> Object:
    return {
        "id": stable_id("attribute", f"{service.id}:{link_type}"),
        "link_id": linked,
        "link_type": link_type,
        "link_entity": "service",
        "value": value,
    }


class _Writer:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._id = stable_id("service", service.id)

    def object(self) -> Object:
        service = self._service
        whole: Object = {
            "id": self._id,
            "name": service.name,
            "description": service.description,
            "url": service.url if _is_address(service.url) else "",
            "email": service.email if _MAIL.fullmatch(service.email) else "",
            "application_process": service.referral_text,
            "fees_description": service.cost,
            "eligibility_description": service.audience,
            "assured_date": service.checked.isoformat() if service.checked else "",
            "phones": [
                self._part("phone", n, {"number": phone.number, "description": phone.note})
                for n, phone in enumerate(service.phones)
            ],
            "schedules": self._schedules(),
            "service_at_locations": [self._place(service.location)] if service.location is not None else [],
            "languages": [self._part("language", n, {"code": code}) for n, code in enumerate(service.languages)],
            "cost_options": self._prices(),
            "required_documents": [
                self._part("document", n, {"document": document}) for n, document in enumerate(service.documents)
            ],
            "attributes": [self._topic(topic) for topic in service.topics],
        }
        # Both must be there, whatever they say.
        needed: Object = {
            "status": _STATUSES[service.status],
            "organization": {
                "id": stable_id("organization", service.organization.id),
                "name": service.organization.name,
                "description": "",
            },
        }
        return {**{name: value for name, value in whole.items() if value or name == "name"}, **needed}

    def _part(self, kind: str, number: int | str, values: Object) -> Object:
        said = {name: value for name, value in values.items() if value != ""}
        # The number of a telephone must be there.
        return {"id": stable_id(kind, f"{self._service.id}:{number}"), **({"number": ""} if kind == "phone" else {}), **said}

    def _schedules(self) -> list[Object]:
        rows = [self._part("schedule", n, _schedule(schedule)) for n, schedule in enumerate(self._service.timetable.schedules)]
        if self._service.hours_text:
            rows.append(self._part("schedule", "words", {"description": self._service.hours_text}))
        return rows

    def _place(self, location: Location) -> Object:
        kind = "physical" if location.visit else "postal"
        address = {
            "id": stable_id("address", self._service.id),
            "address_1": location.address,
            "city": location.city,
            "state_province": "",
            "postal_code": location.postal_code,
            "country": "NL",
            "address_type": kind,
        }
        place = {"id": stable_id("location", self._service.id), "location_type": kind, "addresses": [address]}
        return {"id": stable_id("link", self._service.id), "location": place}

    def _prices(self) -> list[Object]:
        cents = self._service.cost_cents
        return [] if cents is None else [self._part("price", 0, {"currency": "EUR", "amount": cents / 100})]

    def _topic(self, topic: str) -> Object:
        term = {"id": stable_id("topic", topic), "code": topic, "name": topic, "description": "", "taxonomy": TOPIC_TAXONOMY}
        return {
            "id": stable_id("attribute", f"{self._service.id}:topic:{topic}"),
            "link_id": self._id,
            "link_type": "topic",
            "link_entity": "service",
            "taxonomy_term": term,
        }


def _schedule(schedule: Schedule) -> Object:
    first = schedule.valid_from.isoformat() if schedule.valid_from else ""
    return {
        "valid_from": first,
        "valid_to": schedule.valid_to.isoformat() if schedule.valid_to else "",
        "dtstart": first if schedule.interval > 1 else "",
        "freq": schedule.frequency.value,
        "interval": schedule.interval,
        "byday": ",".join(schedule.weekdays),
        "opens_at": _clock(schedule.opens),
        "closes_at": _clock(schedule.closes),
        "notes": schedule.note,
    }


def _clock(at: time | None) -> str:
    if at is None:
        return ""
    return at.isoformat("minutes" if not (at.second or at.microsecond) else "auto")


def _is_address(url: str) -> bool:
    if not _URI.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
