"""A service of HSDS, or of what came before it, as an entry of ours."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any, Final

from wijkwijzer_desktop.domain.service import Kind, Organization, ReferralNeed, Service, Source, Status, Step
from wijkwijzer_desktop.exchange.hsds_found import Found, Wishes, gathered
from wijkwijzer_desktop.exchange.hsds_ids import LONGEST, own_id, slug
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.hsds_own import Own, own_fields, with_own
from wijkwijzer_desktop.exchange.hsds_place import languages_of, location_of, phones_of, unknown_languages
from wijkwijzer_desktop.exchange.hsds_whom import audience_of, eligibility_of, is_text, topics_of
from wijkwijzer_desktop.exchange.moments import day_from
from wijkwijzer_desktop.exchange.notes import Notes, Place, shown

_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_STATUSES: Final = {
    "active": Status.UNCONFIRMED,
    "": Status.UNCONFIRMED,
    "temporarily closed": Status.TEMPORARILY_CLOSED,
    "inactive": Status.ENDED,
    "defunct": Status.ENDED,
}
_EURO: Final = frozenset({"", "eur", "euro", "€"})
# What HSDS doesn't say.
_DEFAULTS: Final[dict[str, Any]] = {
    **{field.name: field.default for field in fields(Service) if field.default is not MISSING},
    "kind": Kind.SERVICE,
    "step": Step.PROFESSIONAL,
    "referral": ReferralNeed.UNKNOWN,
}


def service_from(node: Node, organization: Node | None, wishes: Wishes, source: str) -> Service | None:
    """None where it is refused, and noted: without-id, without-name. organization: what it belongs to where that isn't in it.

    source: what its source is called, where it has none of its own.
    """
    holder = organization or node.node("organization", "organization")
    with node.notes.hushed():
        # Looked at again below, where it is known what comes from attributes.
        item = own_id(node.text("id"), holder.text("name") if holder is not None else "")
    node.place = Place(node.place.file, node.place.line, item)
    attributes = node.nodes("attributes", "attribute")
    own = own_fields(attributes)
    if "id" in own:
        node.place = Place(node.place.file, node.place.line, str(own["id"][0]))
    found = gathered(node, holder, wishes, attributes, own)
    lacks = [name for name in ("id", "name") if name not in own and not _FIELDS[name](found)]
    if lacks:
        node.notes.refuse(f"without-{lacks[0]}", node.place)
        return None
    service = with_own(_plain(found, own), own, node)
    if not service.name.strip() or not service.id.strip():
        node.notes.refuse("without-name" if service.id.strip() else "without-id", node.place)
        return None
    if not own:
        dated = _dated(node)
        # That it came from this file is said by whoever takes it over; when it was true is known only here.
        service = replace(service, sources=(Source(source, dated, "HSDS"),) if dated else ())
        node.notes.tally("kind-and-step-guessed", node.place.file)
    if not service.topics:
        node.notes.repair("no-topic", Place(node.place.file, node.place.line, service.id))
    _tell_left(found)
    return service


def plain_from(data: Mapping[str, Any]) -> Service:
    """What somebody reads who knows HSDS only, for an object of version 3. Topics aside."""
    node = Node(data, "service", Place(""), Notes())
    return Service(**_plain(gathered(node, node.node("organization", "organization"), Wishes(()), [], {}), {}))


def _plain(found: Found, own: Own) -> dict[str, Any]:
    """Every field of the service, as plain HSDS has it."""
    node = found.node
    values = dict(_DEFAULTS)
    # What is read here is thrown away again.
    with node.notes.hushed():
        values |= {name: reader(found) for name, reader in _FIELDS.items() if name in own}
    values |= {name: reader(found) for name, reader in _FIELDS.items() if name not in own}
    values["eligibility"] = eligibility_of(found, values["audience"])
    values["timetable"] = found.hours.timetable
    values["hours_text"] = found.hours.text
    return values


def _id(found: Found) -> str:
    said = found.node.text("id")
    raw = found.node.data.get("id")
    if isinstance(raw, str) and raw != raw.strip():
        found.node.repair("id-padded", "id", found=shown(said))
    with found.node.notes.hushed():
        beside = _organization_name(found)
    return own_id(said, beside)


def _organization_name(found: Found) -> str:
    return found.organization.text("name") if found.organization is not None else ""


def _organization(found: Found) -> Organization:
    name = _organization_name(found)
    said = found.organization.text("id") if found.organization is not None else found.node.text("organization_id")
    if not name:
        name = found.node.text("name")
        found.node.repair("organization-missing", "organization_id", found=shown(said))
    return Organization(own_id(said, name) or slug(name)[:LONGEST].strip("-") or "onbekend", name)


def _name(found: Found) -> str:
    return " ".join(found.node.text("name").split())


def _description(found: Found) -> str:
    text = found.node.text("description", "short_desc")
    alert = found.node.text("alert")
    return "\n".join(dict.fromkeys(part for part in (text, alert) if part))


def _status(found: Found) -> Status:
    said = found.node.text("status").casefold()
    if said not in _STATUSES:
        found.node.repair("not-in-list", "status", found=shown(said))
    return _STATUSES.get(said, Status.UNCONFIRMED)


def _email(found: Found) -> str:
    said = found.node.text("email")
    if said and not _MAIL.fullmatch(said):
        found.node.repair("not-an-email", "email", found=shown(said))
        return ""
    return said


def _url(found: Found) -> str:
    said = found.node.text("url", "website")
    if said and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", said) and "." in said and not re.search(r"\s", said):
        found.node.repair("url-completed", "url", found=shown(said))
        said = f"https://{said}"
    if said and not _WEB.fullmatch(said):
        found.node.repair("not-a-url", "url", found=shown(said))
        return ""
    return said


def _cost(found: Found) -> str:
    node = found.node
    said = dict.fromkeys((node.text("fees_description"), node.text("fees")))
    options = node.nodes("cost_options", "cost_option")
    if _cents(options) is None:
        said.update(dict.fromkeys(_option_words(option) for option in options))
    return "\n".join(text for text in said if text)


def _option_words(option: Node) -> str:
    amount = option.number("amount")
    price = f"{option.text('currency').upper() or 'EUR'} {amount:.2f}" if amount is not None else ""
    return " ".join(text for text in (option.text("option"), price, option.text("amount_description")) if text)


def _cents(options: list[Node]) -> int | None:
    """One price for all, in euros; anything else is for words."""
    if len(options) != 1:
        return None
    option = options[0]
    amount, currency = option.number("amount"), option.text("currency").casefold()
    if amount is None or currency not in _EURO or not 0 <= amount <= 100_000:  # noqa: PLR2004 - beyond that it is a mistake
        return None
    if any(option.text(name) for name in ("option", "amount_description", "valid_from", "valid_to")):
        return None
    return round(amount * 100)


def _cost_cents(found: Found) -> int | None:
    with found.node.notes.hushed():
        return _cents(found.node.nodes("cost_options", "cost_option"))


def _languages(found: Found) -> tuple[str, ...]:
    node = found.node
    if not is_text(node, "languages"):
        return languages_of(node.nodes("languages", "language"), "")
    listed = node.text("languages")
    for name in unknown_languages(listed):
        node.repair("language-unknown", "languages", found=shown(name))
    return languages_of([], listed)


def _documents(found: Found) -> tuple[str, ...]:
    node = found.node
    if is_text(node, "required_documents"):
        return (node.text("required_documents"),)
    rows = node.nodes("required_documents", "required_document")
    return tuple(dict.fromkeys(text for row in rows if (text := row.text("document"))))


def _checked(found: Found) -> date | None:
    said = found.node.text("assured_date")
    day = day_from(said) if said else None
    if said and day is None:
        found.node.repair("not-a-date", "assured_date", found=shown(said))
    return day


def _dated(node: Node) -> str:
    said = node.text("last_modified")
    day = day_from(said) if said else None
    return day.isoformat() if day is not None else ""


_FIELDS: Final[dict[str, Callable[[Found], Any]]] = {
    "id": _id,
    "name": _name,
    "organization": _organization,
    "description": _description,
    "topics": topics_of,
    "status": _status,
    "audience": audience_of,
    "location": lambda found: location_of(found.places),
    "phones": lambda found: phones_of(found.phones),
    "email": _email,
    "url": _url,
    "cost": _cost,
    "cost_cents": _cost_cents,
    "languages": _languages,
    "referral_text": lambda found: found.node.text("application_process"),
    "documents": _documents,
    "checked": _checked,
}


def _tell_left(found: Found) -> None:
    for node in (found.node, *found.places, *([found.organization] if found.organization is not None else [])):
        node.tell_left()
