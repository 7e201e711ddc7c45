"""The card of a GP practice: who of the wijkteam, when, how reached; and who does what patients are most often sent for."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.domain.network import Agreement, Practice, Reach, Route
from wijkwijzer_desktop.domain.network_rules import routes_on_card
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import helper_name, reach_words

_WHO_DOES_IT = 2


def practice_card(known: Known, practice: Practice) -> Slip:
    """What was agreed with this practice, and its routes. What nobody knows is said, with whom to call."""
    return known.slip(_blocks(known, practice))


def _blocks(known: Known, practice: Practice) -> Iterator[Block]:
    entry = known.services.get(practice.id)
    yield TitleBlock(Text(entry.name if entry is not None else practice.id), tuple(_reached(known, entry)))
    yield from _wijkteam(known, practice)
    helpers = [helper_name(helper, known.c.dutch.translator) for helper in practice.helpers]
    yield SectionBlock(
        known.text("Wie in de praktijk ook helpt"),
        (Text(", ".join(helpers)),) if helpers else (known.text("Dat weten we nog niet. Vraag het in de praktijk."),),
    )
    yield from _routes(known)
    yield from _first_contacts(known, practice)
    if practice.note:
        yield SectionBlock(known.text("Goed om te weten"), (Text(practice.note),))
    yield FooterBlock((known.confirmed(practice.confirmed), known.text("Gemaakt op {day}.", day=known.day(known.c.today))))


def _reached(known: Known, entry: Service | None) -> Iterator[Text]:
    if entry is None:
        return
    words = known.c.dutch.services
    if words.address(entry):
        yield Text(words.address(entry))
    if entry.phones:
        yield known.text("Telefoon: {phone}", phone=entry.phones[0].number)
    if words.hours(entry, known.c.today):
        yield known.text("Open: {hours}", hours=words.hours(entry, known.c.today))


def _wijkteam(known: Known, practice: Practice) -> Iterator[Block]:
    title = known.text("Wijkteam en praktijk")
    agreed = [agreement for agreement in practice.agreements if agreement != Agreement()]
    if not agreed:
        yield SectionBlock(title, (known.text("Hoe het wijkteam hier werkt, is nog niet bekend."), known.ask()))
        return
    columns = (known.text("Wie"), known.text("Hoe en wanneer"), known.text("Bereikbaar"), known.text("Wijken"))
    rows = tuple(
        (_who(known, one), _how(known, one), known.reached(known.network.contacts.get(one.contact)), known.areas(one.areas))
        for one in agreed
    )
    yield TableBlock(title, columns, rows, (3, 5, 4, 2))


def _who(known: Known, agreement: Agreement) -> Text:
    return known.who(known.network.contacts.get(agreement.contact))


def _how(known: Known, agreement: Agreement) -> Text:
    how = known.text("Hoe: nog niet bekend.").dutch
    if agreement.reach is not Reach.UNKNOWN:
        how = f"{reach_words(agreement.reach, known.c.dutch.translator).capitalize()}."
    times = known.times(agreement.timetable).dutch
    when = f"{times}." if times else known.text("Wanneer: nog niet bekend.").dutch
    return Text(" ".join(part for part in (how, when, agreement.note) if part))


def _routes(known: Known) -> Iterator[Block]:
    routes = routes_on_card(known.network)
    title = known.text("Waarvoor patiënten vaak komen")
    if not routes:
        yield SectionBlock(title, (known.text("Dat is nog niet ingevuld."), known.ask()))
        return
    columns = (known.text("Waarvoor"), known.text("Wie het doet"), known.text("Bereikbaar"))
    yield TableBlock(title, columns, tuple(_route(known, route) for route in routes), (3, 5, 4))


def _route(known: Known, route: Route) -> tuple[Text, Text, Text]:
    services = [known.services[name] for name in route.services if name in known.services][:_WHO_DOES_IT]
    if not services:
        return Text(route.what), known.unknown, known.unknown
    first = services[0]
    phone = Text(first.phones[0].number) if first.phones else known.c.both(lambda w: w.services.website(first))
    names = Text(", ".join(service.name for service in services))
    return Text(route.what), names, phone if phone.dutch else known.unknown


def _first_contacts(known: Known, practice: Practice) -> Iterator[Block]:
    """Who is there for the whole city and doesn't stand above."""
    above = {agreement.contact for agreement in practice.agreements}
    others = [contact for contact in known.network.contacts.values() if not contact.areas and contact.id not in above]
    title = known.text("Voor de hele stad")
    columns = (known.text("Organisatie"), known.text("Wie"), known.text("Bereikbaar"))
    reached = [contact for contact in others if known.reached(contact) != known.unknown]
    rows = tuple((Text(one.organization), known.who(one), known.reached(one)) for one in reached)
    yield TableBlock(title, columns, rows, (3, 4, 4))
    names = list(dict.fromkeys(known.who(contact).dutch for contact in others if contact not in reached))
    if names:
        line = known.text("Nog niet bekend hoe u hen bereikt: {who}.", who=formats.listing(DUTCH, names))
        yield SectionBlock(Text("") if rows else title, (line,))
