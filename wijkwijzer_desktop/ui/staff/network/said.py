"""Records of the network and their fields, in words for those who keep them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from wijkwijzer_desktop.domain.network import (
    Agreement,
    Contact,
    Helper,
    Mandate,
    Meeting,
    News,
    Practice,
    Record,
    RecordChange,
)
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.domain.written_hours import write_hours
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import became_words, helper_name, reach_words, record_field_name, record_kind_name
from wijkwijzer_desktop.i18n.staff_words import role_name
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.staff.network.work import Seen

NOTHING = "–"


def contact_name(contact: Contact) -> str:
    """A person with their function, or a function alone; and where they work."""
    return f"{contact_short(contact)} · {contact.organization}"


def contact_short(contact: Contact) -> str:
    """The same, without where they work."""
    return ", ".join(part for part in (contact.name, contact.function) if part)


def contact_line(contact: Contact, seen: Seen) -> str:
    """The same in a list, with for what where another does that too."""
    same = [one for one in seen.network.contacts.values() if _who(one) == _who(contact)]
    areas = ", ".join(seen.place_name(area) for area in contact.areas)
    where = seen.entry_name(contact.service) if contact.service else areas
    return f"{contact_short(contact)}: {where}" if len(same) > 1 and where else contact_short(contact)


def _who(contact: Contact) -> tuple[str, str, str]:
    return contact.name, contact.function, contact.organization


def record_name(record: Record, seen: Seen) -> str:
    """What a record is called in a list."""
    match record:
        case Practice():
            return seen.entry_name(record.id)
        case Contact():
            return f"{contact_line(record, seen)} · {record.organization}"
        case Meeting():
            return record.name
    return record.what


def news_name(news: News, seen: Seen, translator: Translator) -> str:
    """What the news is about; only what sort it was where it is gone."""
    kept = next((one.record for one in seen.kept[news.kind] if one.record.id == news.id and news.id), None)
    return formats.begun(DUTCH, record_kind_name(news.kind, translator)) if kept is None else record_name(kept, seen)


def fields_words(names: tuple[str, ...], translator: Translator) -> str:
    """Names of fields, in a row."""
    return formats.listing(DUTCH, [record_field_name(name, translator).lower() for name in names])


def confirmed_words(record: Record, translator: Translator) -> str:
    """When somebody last asked; "" for what is never asked."""
    t = translator.text
    if not isinstance(record, Practice | Contact | Meeting):
        return ""
    day: date | None = record.confirmed
    return t("Nog niet nagevraagd.") if day is None else t("Nagevraagd op {day}.", day=formats.full_date(DUTCH, day))


def change_words(change: RecordChange, own: str, translator: Translator) -> str:
    """What was done last, when and by whom. own: id of the account that looks."""
    t = translator.text
    day = formats.full_date(DUTCH, change.at.date())
    who = t("het programma") if change.role is None else role_name(change.role, translator)
    if change.role is not None and change.account == own:
        who = t("u")
    what = became_words(change.became, translator)
    said = t("Laatst: {what} op {day}, door {who}.", what=what, day=day, who=who)
    return t("{said} Anders: {fields}.", said=said, fields=fields_words(change.fields, translator)) if change.fields else said


def value_words(value: Any, seen: Seen, translator: Translator) -> str:
    """What stands in a field of a record."""
    t = translator.text
    known: dict[type, Callable[[Any], str]] = {
        bool: lambda yes: t("ja") if yes else t("nee"),
        date: lambda day: formats.full_date(DUTCH, day),
        Phone: lambda phone: phone.number,
        Timetable: lambda timetable: write_hours(timetable.schedules),
        Mandate: lambda mandate: t("mag {what}", what=mandate.what) if mandate.may else t("mag niet {what}", what=mandate.what),
        Agreement: lambda agreement: _agreement(agreement, seen, translator),
        Helper: lambda helper: helper_name(helper, translator),
        str: lambda text: _named(text, seen),
    }
    if isinstance(value, tuple):
        return "; ".join(value_words(one, seen, translator) for one in value) or NOTHING
    say = next((say for kind, say in known.items() if isinstance(value, kind)), None)
    return (say(value) if say is not None and value is not None else "") or NOTHING


def _named(text: str, seen: Seen) -> str:
    """A name where it is an id."""
    if text in seen.network.contacts:
        return contact_name(seen.network.contacts[text])
    if text in seen.entries:
        return seen.entry_name(text)
    topics = seen.background.pack.topics_by_id
    return topics[text].name if text in topics else seen.place_name(text)


def _agreement(agreement: Agreement, seen: Seen, translator: Translator) -> str:
    parts = (
        reach_words(agreement.reach, translator),
        _named(agreement.contact, seen) if agreement.contact else "",
        write_hours(agreement.timetable.schedules),
        ", ".join(seen.place_name(area) for area in agreement.areas),
        agreement.note,
    )
    return ", ".join(part for part in parts if part)
