"""The parts of one service, gathered from wherever HSDS lets them stand."""

from collections.abc import Collection
from dataclasses import dataclass

from wijkwijzer_desktop.exchange.hsds_hours import Hours, hours_of
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.hsds_own import Own


@dataclass(frozen=True, slots=True)
class Wishes:
    """topics: ids that may be taken. age: id of the question about age, "" for none."""

    topics: Collection[str]
    age: str = ""


@dataclass(slots=True)
class Found:
    """Parts of one service, gathered from wherever HSDS lets them stand."""

    node: Node
    wishes: Wishes
    organization: Node | None
    places: list[Node]
    phones: list[Node]
    hours: Hours
    attributes: list[Node]


def gathered(node: Node, organization: Node | None, wishes: Wishes, attributes: list[Node], own: Own) -> Found:
    """own: fields that need not be read, as they come from attributes of ours."""
    links = node.nodes("service_at_locations", "service_at_location")
    places = [place for link in links if (place := link.node("location", "location")) is not None]
    holders = [node, *links, *places]
    contacts = [contact for holder in holders for contact in holder.nodes("contacts", "contact")]
    phones = [phone for holder in (*holders, *contacts) for phone in holder.nodes("phones", "phone")]
    if not phones and organization is not None:
        phones = organization.nodes("phones", "phone")
    schedules = [row for holder in (node, *links) for row in _schedules(holder)]
    of_building = [row for place in places for row in _schedules(place)]
    if schedules and of_building:
        node.notes.tally("building-hours-left", node.place.file)
    schedules = schedules or of_building
    holidays = [row for holder in holders for row in holder.nodes("holiday_schedules", "holiday_schedule")]
    if "timetable" in own or "hours_text" in own:
        with node.notes.hushed():
            hours = hours_of(schedules, holidays)
    else:
        hours = hours_of(schedules, holidays)
    for part in (*links, *contacts):
        part.tell_left()
    return Found(node, wishes, organization, places, phones, hours, attributes)


def _schedules(holder: Node) -> list[Node]:
    return holder.nodes("schedules", "schedule") + holder.nodes("regular_schedules", "schedule")
