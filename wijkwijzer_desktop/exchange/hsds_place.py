"""Where a service of HSDS is, whom to call there, and in which languages: one place, as our entries have it."""

import re
from functools import cache, lru_cache
from typing import Final

from wijkwijzer_desktop.domain.service import Location, Phone
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.notes import shown

_DUTCH_POSTCODE: Final = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2})?")
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})([-_][A-Za-z0-9]{2,8})*")
_FEWEST_DIGITS: Final = 3
# Degrees: the Netherlands with a little around them.
_SOUTH, _NORTH, _WEST, _EAST = 50.6, 53.8, 3.2, 7.3
_HOME: Final = frozenset({"", "nl", "nld", "nederland", "netherlands", "the netherlands"})
_NOT_SPOKEN: Final = frozenset({"fax", "tty", "pager", "tdd"})


def location_of(places: list[Node]) -> Location | None:
    """The first place that can be visited, else the first with an address. places: `location` objects."""
    found = [(place, _address_of(place)) for place in places]
    known = [(place, address) for place, address in found if address is not None]
    best = next((pair for pair in known if pair[1].visit), known[0] if known else None)
    if best is None:
        return None
    for place, address in known:
        if place is not best[0] and address != best[1]:
            place.repair("more-places", "address_1", found=shown(address.address or address.city))
    return best[1]


def _address_of(place: Node) -> Location | None:
    _check_country(place)
    place.text("name")
    kind = place.text("location_type").casefold()
    rows = place.nodes("addresses", "address")
    rows += place.nodes("physical_addresses", "address")
    if not rows and (place.data.get("address_1") or place.data.get("city")):
        rows = [place]
    known = [(row, address) for row in rows if (address := _read_address(row, is_post=kind == "postal")) is not None]
    if not known:
        # An address for post is only looked at where there is none to go to.
        post = place.nodes("postal_addresses", "address") + place.nodes("mail_addresses", "address")
        known = [(row, address) for row in post if (address := _read_address(row, is_post=True)) is not None]
    best = next((pair for pair in known if pair[1].visit), known[0] if known else None)
    for row, address in known:
        if best is not None and address.visit and address != best[1]:
            row.repair("more-places", "address_1", found=shown(address.address))
    return best[1] if best is not None else None


def _read_address(row: Node, *, is_post: bool) -> Location | None:
    street = " ".join(text for text in (row.text("address_1"), row.text("address_2")) if text)
    city = row.text("city")
    region, country = row.text("state_province", "region"), row.text("country")
    postcode = row.text("postal_code", "postcode")
    # Version 3 calls the address of a building that also takes post "postal"; the kind of the place decides.
    row.text("address_type")
    match = _DUTCH_POSTCODE.fullmatch(postcode)
    code = match[1] + (match[2] or "").upper() if match else ""
    if country.casefold() not in _HOME:
        row.repair("abroad", "country", found=shown(country))
        city = ", ".join(text for text in (city, region, country) if text)
    if postcode and not code:
        row.repair("postcode-in-address", "postal_code", found=shown(postcode))
        street = ", ".join(text for text in (street, postcode) if text)
    if not (street or city or code) and not row.data.get("address_type"):
        return None
    if not row.used or row.table == "address":
        row.tell_left()
    return Location(street, code, city, not is_post)


def _check_country(place: Node) -> None:
    latitude, longitude = place.number("latitude"), place.number("longitude")
    if latitude is None or longitude is None:
        return
    if not (_SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST):
        place.repair("coordinates-abroad", "latitude", found=f"{latitude:g}, {longitude:g}")


def phones_of(rows: list[Node]) -> tuple[Phone, ...]:
    """Numbers that somebody can be spoken at, each once."""
    found: dict[str, Phone] = {}
    for row in rows:
        number, note = row.text("number").strip("\"' "), row.text("description", "department")
        extension, kind = row.text("extension"), row.text("type", "number_type").casefold()
        digits = re.sub(r"\D", "", number)
        if kind in _NOT_SPOKEN:
            row.repair("phone-not-spoken", "number", found=shown(f"{number} ({kind})"))
        elif len(digits) < _FEWEST_DIGITS:
            if number or note:
                row.repair("not-a-phone", "number", found=shown(number))
        else:
            if extension:
                note = ", ".join(text for text in (note, f"toestel {extension.removesuffix('.0')}") if text)
            found.setdefault(digits, Phone(number, note))
        row.text("country_prefix")
        row.tell_left()
    return tuple(found.values())


def languages_of(rows: list[Node], listed: str) -> tuple[str, ...]:
    """BCP 47 codes. listed: names with commas between them, as before version 3."""
    found: dict[str, None] = {}
    for row in rows:
        code, name = row.text("code"), row.text("name", "language")
        match = _LANGUAGE.fullmatch(code)
        known = _canonical(code) if match else _codes_by_name().get(name.casefold(), "")
        if known:
            found[known] = None
        elif code or name:
            row.repair("language-unknown", "code", found=shown(code or name))
        row.tell_left()
    for name in (part.strip() for part in re.split("[,;]", listed)):
        known = _codes_by_name().get(name.casefold(), "")
        if known:
            found[known] = None
    return tuple(found)


def unknown_languages(listed: str) -> tuple[str, ...]:
    """Names in a list that are no language's."""
    names = (part.strip() for part in re.split("[,;]", listed))
    return tuple(name for name in names if name and name.casefold() not in _codes_by_name())


@lru_cache(maxsize=256)
def _canonical(code: str) -> str:
    from babel.core import get_global

    first, *rest = code.replace("_", "-").split("-")
    alias = get_global("language_aliases").get(first.lower(), first.lower())
    return "-".join((alias.replace("_", "-"), *rest))


@cache
def _codes_by_name() -> dict[str, str]:
    """Names in English, Dutch and the language itself."""
    from babel import Locale

    found: dict[str, str] = {}
    for teller in ("en", "nl"):
        for code, name in Locale(teller).languages.items():
            if "_" not in code:
                found.setdefault(name.casefold(), code)
    return found
