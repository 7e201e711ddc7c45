"""What one event of a calendar says, property by property, as plain values."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.schedule import OnHoliday
from wijkwijzer_desktop.domain.service import Location, Organization
from wijkwijzer_desktop.exchange.icalendar_rules import RuleError, local
from wijkwijzer_desktop.exchange.icalendar_writing import (
    OWN_HOLIDAYS,
    OWN_ID,
    OWN_ORGANIZATION,
    OWN_ORGANIZATION_NAME,
)

LONGEST_NAME: Final = 200
LONGEST_TITLE: Final = 80
_POSTCODE = re.compile(r"\b([1-9][0-9]{3}) ?([A-Z]{2})\b")
_OWN_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WEB = re.compile(r"https?://\S+")


def said(event: Any, name: str) -> str:
    """The first text of this name; "" for none."""
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value)


def title(event: Any) -> str:
    """What it is called, as a finding shows it."""
    return " ".join(said(event, "SUMMARY").split())[:LONGEST_TITLE]


def is_own(event: Any) -> bool:
    """Whether a counter made it."""
    return bool(_OWN_NAME.fullmatch(said(event, OWN_ID))) and said(event, OWN_HOLIDAYS) in set(OnHoliday)


def web_of(event: Any) -> str:
    """Its page; "" for none, and for an address of another kind."""
    found = _WEB.fullmatch(said(event, "URL").strip())
    return found[0] if found else ""


def host_of(event: Any) -> str:
    """Who invites, by name; "" if unknown."""
    return str(getattr(event.get("ORGANIZER"), "params", {}).get("CN", ""))


def organization_of(event: Any, host: str, otherwise: str) -> Organization:
    """Who offers it. host: as `host_of`, made fit to keep. otherwise: name of who made the calendar."""
    if is_own(event) and _OWN_NAME.fullmatch(said(event, OWN_ORGANIZATION)) and said(event, OWN_ORGANIZATION_NAME):
        return Organization(said(event, OWN_ORGANIZATION), said(event, OWN_ORGANIZATION_NAME))
    name = (host or otherwise)[:LONGEST_NAME]
    return Organization(fresh_id(name, never, "organisatie"), name)


def location_of(text: str) -> Location | None:
    """A place on one line: "Straat 1, 7544DC Enschede"; None for nowhere."""
    text = " ".join(text.split())
    if not text:
        return None
    found = _POSTCODE.search(text)
    if found is None:
        address, _, city = text.rpartition(", ")
        return Location(address or text, "", city if address else "")
    return Location(text[: found.start()].rstrip(", "), found[1] + found[2], text[found.end() :].strip(", "))


def rule_of(event: Any) -> dict[str, list[Any]] | None:
    """Its rule by name in capitals; None for an event of one time. Raises RuleError: ical-rule for more than one."""
    rule = event.get("RRULE")
    if rule is None:
        return None
    if isinstance(rule, list) or "EXRULE" in event or not rule.get("FREQ"):
        raise RuleError("ical-rule")
    return {str(name).upper(): values if isinstance(values, list) else [values] for name, values in rule.items()}


def days_of(event: Any, name: str) -> Iterator[date]:
    """Days of EXDATE or RDATE, on the calendar here."""
    values = event.get(name)
    for value in values if isinstance(values, list) else filter(None, [values]):
        for moment in value.dts:
            yield day_of(moment.dt)


def day_of(moment: Any) -> date:
    """The day on which it begins here. moment: a day, a moment, or a period, which has its begin first. Raises RuleError:
    ical-unreadable."""
    begin = moment[0] if isinstance(moment, tuple) else moment
    if not isinstance(begin, date):
        # A time of day without a day.
        raise RuleError("ical-unreadable")
    here = local(begin)
    return here.date() if isinstance(here, datetime) else here


def never(_taken: str) -> bool:
    """No name is taken: the same name is the same thing."""
    return False
