"""What is new and what changed in the network this month, with the date on it; on a page of its own or on another sheet."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.domain.network import Became, News, Practice, RecordKind
from wijkwijzer_desktop.domain.network_rules import news_for, news_in, news_of
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import record_field_name, record_kind_name


def news_sheet(known: Known, *, place: str = "", practice: Practice | None = None) -> Slip:
    """The news of the month in which it is made: of one place or one practice, else of all."""
    return known.slip(_blocks(known, place, practice))


def _blocks(known: Known, place: str, practice: Practice | None) -> Iterator[Block]:
    month = f"{known.c.today:%Y-%m}"
    if practice is not None:
        about, news = Text(known.service_name(practice.id)), news_for(known.network, month, practice.id)
    elif place:
        about, news = known.areas((place,)), news_in(known.network, month, place, known.places)
    else:
        about, news = known.text("hele stad"), news_of(known.network, month)
    until = known.text("Tot en met {day}", day=known.day(known.c.today))
    yield TitleBlock(known.text("Nieuws van het netwerk"), (about, until))
    yield from news_blocks(known, news)
    yield FooterBlock((known.text("Klopt er iets niet? Zeg het de wijkmanager of {counter}.", counter=known.c.counter),))


def news_blocks(known: Known, news: tuple[News, ...]) -> Iterator[Block]:
    """What is new, what changed and who left, each as a table; a sentence where nothing did."""
    titles = {
        Became.NEW: known.text("Nieuw deze maand"),
        Became.CHANGED: known.text("Veranderd deze maand"),
        Became.GONE: known.text("Weg deze maand"),
    }
    if not news:
        yield SectionBlock(titles[Became.NEW], (known.text("Deze maand is er niets nieuw of veranderd."),))
    for became, title in titles.items():
        rows = tuple(_row(known, one) for one in news if one.became is became)
        columns = (known.text("Wanneer"), known.text("Wat"), known.text("Meer"))
        yield TableBlock(title, columns, rows, (2, 4, 5))


def _row(known: Known, news: News) -> tuple[Text, Text, Text]:
    return Text(known.day(news.on)), _what(known, news), _more(known, news)


def _what(known: Known, news: News) -> Text:
    network = known.network
    contact, meeting = network.contacts.get(news.id), network.meetings.get(news.id)
    route = next((route for route in network.routes if route.id == news.id), None)
    kind = formats.begun(DUTCH, record_kind_name(news.kind, known.c.dutch.translator))
    if news.kind is RecordKind.CONTACT and contact is not None:
        return Text(f"{contact.organization}: {known.who(contact).dutch}")
    if news.kind is RecordKind.PRACTICE and news.id in network.practices:
        return Text(known.service_name(news.id))
    if news.kind is RecordKind.MEETING and meeting is not None:
        return Text(meeting.name)
    if news.kind is RecordKind.ROUTE and route is not None:
        return Text(f"{kind}: {route.what}")
    return Text(kind)


def _more(known: Known, news: News) -> Text:
    if news.became is Became.CHANGED and news.fields:
        names = [record_field_name(name, known.c.dutch.translator).lower() for name in news.fields]
        return known.text("Anders: {fields}.", fields=formats.listing(DUTCH, names))
    if news.became is Became.GONE:
        return known.text("Staat niet meer in het netwerk. Vraag na wie het nu doet.")
    contact = known.network.contacts.get(news.id) if news.kind is RecordKind.CONTACT else None
    return known.reached(contact) if contact is not None else known.text("Zie de kaart of de lijst.")
