"""An entry of the catalogue field by field in Dutch, and what became of it between two states; for staff."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Location, Service
from wijkwijzer_desktop.domain.written_hours import write_hours
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.catalogue_words import field_names, kind_name, referral_name, status_name, step_name
from wijkwijzer_desktop.i18n.eligibility_words import eligibility_words
from wijkwijzer_desktop.i18n.recipe_words import interest_name
from wijkwijzer_desktop.i18n.service_words import ServiceWords
from wijkwijzer_desktop.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. field: its name in `Service`. before, after: in words, "–" for nothing."""

    field: str
    name: str
    before: str
    after: str


class EntryWords:
    """Dutch words for entries. pack: names the topics and the groups that something is for."""

    def __init__(self, translator: Translator, pack: Pack) -> None:
        self._translator = translator
        self._t = translator.text
        self._pack = pack
        self._names = field_names(translator)

    def differences(self, before: Service, after: Service) -> tuple[Difference, ...]:
        """Every field that isn't the same, in the order of the form."""
        return tuple(
            Difference(field, name, self.value(before, field), self.value(after, field))
            for field, name in self._names.items()
            if getattr(before, field) != getattr(after, field)
        )

    def name(self, field: str) -> str:
        """What the field is called."""
        return self._names[field]

    def value(self, service: Service, field: str) -> str:
        """What stands in this field, on one or several lines; "–" for nothing."""
        return self._special(service, field) or "–"

    def _special(self, service: Service, field: str) -> str:
        said = self._worded(service).get(field)
        if said is not None:
            return said()
        value = getattr(service, field)
        if isinstance(value, date):
            return formats.full_date(self._translator.language, value)
        return str(value) if value is not None else ""

    def _worded(self, service: Service) -> dict[str, Callable[[], str]]:
        translator = self._translator
        return {
            "organization": lambda: service.organization.name,
            "kind": lambda: kind_name(service.kind, translator),
            "step": lambda: step_name(service.step, translator),
            "status": lambda: status_name(service.status, translator),
            "referral": lambda: referral_name(service.referral, translator),
            "topics": lambda: ", ".join(self.topic(topic) for topic in service.topics),
            "phones": lambda: "\n".join(_and_note(phone.number, phone.note) for phone in service.phones),
            "location": lambda: self.place(service.location),
            "timetable": lambda: self._hours(service.timetable),
            "eligibility": lambda: eligibility_words(service.eligibility, self._pack, translator),
            "languages": lambda: ", ".join(formats.language_name(translator.language, code) for code in service.languages),
            "interests": lambda: ", ".join(interest_name(one, translator) for one in service.interests),
            "documents": lambda: ServiceWords(translator, self._pack).documents(service),
            "cost_cents": lambda: self._price(service.cost_cents),
            "sources": lambda: "\n".join(_and_note(source.url, f"{source.on} {source.evidence}") for source in service.sources),
            "translations": lambda: str(len(service.translations)) if service.translations else "",
        }

    def topic(self, topic: str) -> str:
        """Its name; the id of one that the questions don't have."""
        known = self._pack.topics_by_id.get(topic)
        return known.name if known is not None else topic

    def place(self, location: Location | None) -> str:
        """Where it is, on one line; "" for nowhere."""
        if location is None:
            return ""
        where = ", ".join(filter(None, (location.address, f"{location.postal_code} {location.city}".strip())))
        return where if location.visit else _and_note(where, self._t("alleen post"))

    def _hours(self, timetable: Timetable) -> str:
        parts = [write_hours(timetable.schedules)]
        language = self._translator.language
        for closure in timetable.closures:
            first, last = (formats.full_date(language, day) for day in (closure.first, closure.last))
            days = first if first == last else self._t("{first} tot en met {last}", first=first, last=last)
            parts.append(self._t("dicht: {days}", days=_and_note(days, closure.note)))
        return "\n".join(filter(None, parts))

    def _price(self, cents: int | None) -> str:
        if cents is None:
            return ""
        return formats.euros(self._translator.language, cents) if cents else self._t("gratis")


def _and_note(text: str, note: str) -> str:
    return f"{text} ({note.strip()})" if note.strip() else text
