"""Which entries look like one and the same: so that nobody keeps a thing twice."""

from collections.abc import Iterable
from difflib import get_close_matches

from sqlalchemy import Connection, select

from wijkwijzer_desktop.desk.searching import normal
from wijkwijzer_desktop.domain.editing import Alike, Likeness
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage.tables import location, organization, phone, service

# By difflib's measure. "Wijkteam Oost" and "Wijkteam West" come to 0.85, and are two.
CLOSE = 0.87
NAMES_AT_MOST = 20
# A number that is shorter, such as 113 or 14 053, is one for many things.
SHORTEST_NUMBER = 7
POSTCODE = len("7511AA")
_ABROAD = ("0031", "31")


def find_alike(connection: Connection, given: Service) -> tuple[Alike, ...]:
    """Those with the most in common first."""
    s, place = service.c, location.c
    found = connection.execute(
        select(s.id, s.name, organization.c.name, place.address_1, place.postal_code, place.city)
        .join(organization, organization.c.id == s.organization_id)
        .outerjoin(location, place.service_id == s.id)
        .where(s.id != given.id)
        .order_by(s.id)
    ).all()
    by: dict[str, set[Likeness]] = {}
    for service_id in _with_phone(connection, given):
        by.setdefault(service_id, set()).add(Likeness.PHONE)
    here = None if given.location is None else _address(given.location.address, given.location.postal_code, given.location.city)
    names: dict[str, list[str]] = {}
    for service_id, name, _, *where in found:
        names.setdefault(_in_order(name), []).append(service_id)
        if here is not None and where[0] is not None and _address(*where) == here:
            by.setdefault(service_id, set()).add(Likeness.ADDRESS)
    for name in get_close_matches(_in_order(given.name), names, NAMES_AT_MOST, CLOSE):
        for service_id in names[name]:
            by.setdefault(service_id, set()).add(Likeness.NAME)
    alike = [Alike(row[0], row[1], row[2], frozenset(by[row[0]])) for row in found if row[0] in by]
    return tuple(sorted(alike, key=_most_in_common))


def _with_phone(connection: Connection, given: Service) -> Iterable[str]:
    wanted = {digits for one in given.phones if (digits := _digits(one.number))}
    if not wanted:
        return ()
    rows = connection.execute(select(phone.c.service_id, phone.c.number).where(phone.c.service_id != given.id))
    return [service_id for service_id, number in rows if _digits(number) in wanted]


def _digits(number: str) -> str:
    """As it is dialled in the country; "" for one that says nothing."""
    digits = "".join(letter for letter in number if letter.isdigit())
    for prefix in _ABROAD:
        if digits.startswith(prefix):
            digits = "0" + digits.removeprefix(prefix).removeprefix("0")
            break
    return digits if len(digits) >= SHORTEST_NUMBER else ""


def _address(address: str, postal_code: str, city: str) -> tuple[str, str] | None:
    """With the postcode where that is known, else with the city."""
    street = normal(address).replace(" ", "")
    if not street:
        return None
    code = normal(postal_code).replace(" ", "")
    return street, code if len(code) == POSTCODE else normal(city)


def _in_order(name: str) -> str:
    return " ".join(sorted(normal(name).split()))


def _most_in_common(alike: Alike) -> tuple[int, str, str]:
    return -len(alike.by), alike.name, alike.service_id
