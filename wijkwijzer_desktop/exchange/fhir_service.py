"""An entry of the catalogue as FHIR R4: a HealthcareService, whose it is, and where."""

from datetime import date, time
from typing import Final
from uuid import uuid4

from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Location, Organization, Service, Status
from wijkwijzer_desktop.exchange.fhir_names import TOPICS, Resource, clean, told
from wijkwijzer_desktop.i18n.wording import Wording

_DAYS: Final = {"MO": "mon", "TU": "tue", "WE": "wed", "TH": "thu", "FR": "fri", "SA": "sat", "SU": "sun"}


class Services:
    """Each service and each organization is written once. wording: Dutch. today: on which it is made."""

    def __init__(self, wording: Wording, today: date) -> None:
        self._words = wording.services
        self._t = wording.translator.text
        self._today = today
        self._services: dict[str, str] = {}
        self._organizations: dict[str, str] = {}
        self.resources: list[Resource] = []

    def put(self, service: Service) -> str:
        """Write it, unless it is there; its UUID in this file."""
        if service.id in self._services:
            return self._services[service.id]
        ids = self._services[service.id] = str(uuid4())
        organization, place = self._organization(service.organization), self._place(service)
        self.resources.append(
            told(
                resourceType="HealthcareService",
                id=ids,
                language="nl",
                active=service.status is not Status.ENDED,
                providedBy={"reference": f"urn:uuid:{organization}"},
                name=clean(service.name) or clean(service.id),
                type=[told(coding=[{"system": TOPICS, "code": topic}]) for topic in service.topics],
                comment=clean(service.description),
                extraDetails=self._details(service),
                telecom=_telecom(service),
                location=[{"reference": f"urn:uuid:{place}"}] if place else [],
                communication=[{"coding": [{"system": "urn:ietf:bcp:47", "code": code}]} for code in service.languages],
                availableTime=_available(service.timetable, self._today),
                availabilityExceptions=clean(self._words.hours(service, self._today)),
                notAvailable=self._closed(service),
            )
        )
        return ids

    def _organization(self, organization: Organization) -> str:
        if organization.id not in self._organizations:
            ids = self._organizations[organization.id] = str(uuid4())
            name = clean(organization.name) or clean(organization.id)
            self.resources.append(told(resourceType="Organization", id=ids, language="nl", name=name))
        return self._organizations[organization.id]

    def _place(self, service: Service) -> str:
        address = _address(service.location) if service.location is not None else {}
        if not address:
            return ""
        ids = str(uuid4())
        name = clean(service.name) or clean(service.id)
        self.resources.append(told(resourceType="Location", id=ids, language="nl", name=name, address=address))
        return ids

    def _details(self, service: Service) -> str:
        """What FHIR has no place for, a line each."""
        t, words = self._t, self._words
        said = (
            (t("Voor wie: {text}", text=words.audience(service)), words.audience(service)),
            (t("Aanmelden: {text}", text=words.referral(service)), words.referral(service)),
            (t("Neem mee: {text}", text=words.documents(service)), words.documents(service)),
            (t("Kosten: {text}", text=words.cost(service)), words.cost(service)),
            *((f"{phone.number}: {phone.note}", phone.note) for phone in service.phones),
            (t("Nagekeken: {day}", day=service.checked), service.checked),
            (t("Kijk eerst na of dit nog klopt."), service.call_first(self._today)),
        )
        return "\n".join(clean(line) for line, known in said if known)

    def _closed(self, service: Service) -> list[Resource]:
        found = [
            told(
                description=clean(closure.note) or self._t("Gesloten"),
                during={"start": closure.first.isoformat(), "end": closure.last.isoformat()},
            )
            for closure in service.timetable.closures
            if closure.last >= self._today
        ]
        if service.status is Status.TEMPORARILY_CLOSED:
            until = {"end": service.closed_until.isoformat()} if service.closed_until is not None else {}
            found.append(told(description=self._t("Tijdelijk dicht"), during=until))
        return found


def _telecom(service: Service) -> list[Resource]:
    numbers = [("phone", phone.number) for phone in service.phones]
    ways = [*numbers, ("email", service.email), ("url", service.url)]
    return [{"system": system, "value": clean(value)} for system, value in ways if clean(value)]


def _address(place: Location) -> Resource:
    found = told(
        line=[clean(place.address)] if clean(place.address) else [],
        city=clean(place.city),
        postalCode=clean(place.postal_code),
    )
    return {"type": "physical" if place.visit else "postal", **found, "country": "NL"} if found else {}


def _available(timetable: Timetable, today: date) -> list[Resource]:
    """The week; nothing where it can't say all of it: half of the times would look like all."""
    current = [schedule for schedule in timetable.schedules if schedule.valid_to is None or schedule.valid_to >= today]
    return [_week(schedule) for schedule in current] if all(_is_plain(schedule, today) for schedule in current) else []


def _is_plain(schedule: Schedule, today: date) -> bool:
    """Every week from now on, at known times, not past midnight."""
    opens, closes = schedule.opens, schedule.closes
    begun = schedule.valid_from is None or schedule.valid_from <= today
    weekly = schedule.frequency is Frequency.WEEKLY and schedule.interval == 1
    return weekly and begun and schedule.valid_to is None and opens is not None and closes is not None and closes >= opens


def _week(schedule: Schedule) -> Resource:
    days = [_DAYS[day] for day in schedule.weekdays]
    if schedule.opens == schedule.closes:
        return {"daysOfWeek": days, "allDay": True}
    return {"daysOfWeek": days, "availableStartTime": _clock(schedule.opens), "availableEndTime": _clock(schedule.closes)}


def _clock(at: time | None) -> str:
    assert at is not None  # noqa: S101 - the caller looked
    return at.replace(microsecond=0, tzinfo=None).isoformat("seconds")
