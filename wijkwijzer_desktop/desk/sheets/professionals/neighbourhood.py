"""Who is who in a neighbourhood: organizations, persons and functions, what they decide, how reached; and the month's news."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.desk.sheets.professionals.news import news_blocks
from wijkwijzer_desktop.domain.network import Contact, Meeting, Practice
from wijkwijzer_desktop.domain.network_rules import contacts_in, meetings_in, news_in, practices_in
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip
from wijkwijzer_desktop.domain.text import Text


def neighbourhood_sheet(known: Known, place: str) -> Slip:
    """place: id of a place of the pack."""
    return known.slip(_blocks(known, place))


def _blocks(known: Known, place: str) -> Iterator[Block]:
    title = known.text("Wie is wie: {place}", place=known.areas((place,)).dutch)
    yield TitleBlock(title, (known.text("Bijgewerkt tot {day}", day=known.day(known.c.today)),))
    contacts = contacts_in(known.network, place, known.places)
    if contacts:
        heads: tuple[Text, ...] = (
            known.text("Organisatie"),
            known.text("Wie"),
            known.text("Beslist zelf?"),
            known.text("Bereikbaar"),
            known.text("Sinds en invaller"),
        )
        yield TableBlock(Text(""), heads, tuple(_contact(known, contact) for contact in contacts), (3, 3, 4, 4, 3))
    else:
        yield SectionBlock(known.text("Contacten"), (known.text("Hier staan nog geen contacten."), known.ask()))
    practices = practices_in(known.network, place, known.places)
    if practices:
        heads = (known.text("Praktijk"), known.text("Wijkteam"), known.text("Telefoon"))
        yield TableBlock(known.text("Huisartsen"), heads, tuple(_practice(known, one) for one in practices), (4, 4, 3))
    meetings = meetings_in(known.network, place, known.places)
    if meetings:
        heads = (known.text("Overleg"), known.text("Wanneer"), known.text("Waar"))
        yield TableBlock(known.text("Overleg"), heads, tuple(_meeting(known, one) for one in meetings), (4, 4, 3))
    yield from news_blocks(known, news_in(known.network, f"{known.c.today:%Y-%m}", place, known.places))
    yield FooterBlock((known.text("Voor professionals. Geef dit blad niet aan bezoekers."),))


def _contact(known: Known, contact: Contact) -> tuple[Text, ...]:
    return (
        Text(contact.organization),
        known.who(contact),
        known.decides(contact),
        known.reached(contact),
        known.since(contact),
    )


def _practice(known: Known, practice: Practice) -> tuple[Text, Text, Text]:
    entry = known.services.get(practice.id)
    contacts = [known.network.contacts.get(agreement.contact) for agreement in practice.agreements]
    names = [known.who(contact).dutch for contact in contacts if contact is not None]
    phone = Text(entry.phones[0].number) if entry is not None and entry.phones else known.unknown
    who = Text("; ".join(names)) if names else known.unknown
    return Text(known.service_name(practice.id)), who, phone


def _meeting(known: Known, meeting: Meeting) -> tuple[Text, Text, Text]:
    times = known.times(meeting.timetable)
    when = times if times.dutch else known.unknown
    return Text(meeting.name), when, Text(meeting.place) if meeting.place else known.unknown
