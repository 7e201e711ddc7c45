"""How a contact, an agreement or a piece of news is said on a professional's paper."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.network import Contact, Network
from wijkwijzer_desktop.domain.network_rules import must_confirm
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.hours import hours_words
from wijkwijzer_desktop.i18n.languages import DUTCH

APART = "; "


@dataclass(frozen=True, slots=True)
class Known:
    """What such a paper is made of. services: entries of the catalogue by id. places: of the pack, by id."""

    c: Composing
    network: Network
    services: Mapping[str, Service]
    places: Mapping[str, Place]

    def text(self, message: str, **values: object) -> Text:
        """A sentence in Dutch."""
        return Text(self.c.dutch.translator.text(message, **values))

    def day(self, day: date) -> str:
        """With its year."""
        return formats.full_date(DUTCH, day)

    def areas(self, ids: tuple[str, ...]) -> Text:
        """Names of places; everywhere where none is named."""
        names = [self.places[place].name if place in self.places else place for place in ids]
        return Text(formats.listing(DUTCH, names)) if names else self.text("hele stad")

    @property
    def unknown(self) -> Text:
        """In a cell of a table; `ask`, below it, says whom to ask."""
        return self.text("nog niet bekend")

    def who(self, contact: Contact | None) -> Text:
        """A person with their function, or a function alone."""
        if contact is None:
            return self.unknown
        return Text(", ".join(part for part in (contact.name, contact.function) if part))

    def reached(self, contact: Contact | None) -> Text:
        """Number, address and days, as far as they are known."""
        if contact is None:
            return self.unknown
        service = self.services.get(contact.service)
        phone = contact.phone.number if contact.phone is not None else ""
        if not phone and service is not None and service.phones:
            phone = service.phones[0].number
        email = contact.email or (service.email if service is not None else "")
        known = APART.join(part for part in (phone, email, contact.when) if part)
        return Text(known) if known else self.unknown

    def slip(self, blocks: Iterable[Block]) -> Slip:
        """These blocks; whom to ask stands above the footer where a table has something that isn't known. Rows of a table that
        say the same stand there once."""
        return self.c.slip(self._asking(blocks))

    def _asking(self, blocks: Iterable[Block]) -> Iterator[Block]:
        asks = False
        for block in blocks:
            if isinstance(block, FooterBlock) and asks:
                yield SectionBlock(Text(""), (self.ask(),))
            if isinstance(block, TableBlock):
                once = tuple(dict.fromkeys(block.rows))
                asks = asks or any(self.unknown in row for row in once)
                yield replace(block, rows=once, small=True)
            else:
                yield block

    def ask(self) -> Text:
        """Whom to call for what nobody knows: the conversation about the whole, the wijkteam."""
        entry = self.services.get(self.c.pack.conversation)
        if entry is None or not entry.phones:
            return self.text("Iets nog niet bekend? Vraag het bij {counter}.", counter=self.c.counter)
        return self.text("Iets nog niet bekend? Bel {name}: {phone}.", name=entry.name, phone=entry.phones[0].number)

    def decides(self, contact: Contact) -> Text:
        """What they may decide themselves, and what not."""
        may = [mandate.what for mandate in contact.mandates if mandate.may]
        not_may = [mandate.what for mandate in contact.mandates if not mandate.may]
        t = self.c.dutch.translator.text
        said = [t("Ja: {what}.", what=formats.listing(DUTCH, may))] if may else []
        said += [t("Nee: {what}.", what=formats.listing(DUTCH, not_may))] if not_may else []
        return Text(" ".join(said)) if said else self.unknown

    def since(self, contact: Contact) -> Text:
        """How long they are there, who stands in, and whether anybody asked lately."""
        t = self.c.dutch.translator.text
        said = [t("Sinds {day}.", day=self.day(contact.since))] if contact.since is not None else []
        other = self.network.contacts.get(contact.stands_in)
        if other is not None:
            said.append(t("Invaller: {who}.", who=self.who(other).dutch))
        if must_confirm(contact, self.c.today):
            said.append(self.confirmed(contact.confirmed).dutch)
        return Text(" ".join(said)) if said else self.unknown

    def confirmed(self, day: date | None) -> Text:
        """When somebody last asked."""
        if day is None:
            return self.text("Nog niet nagevraagd.")
        return self.text("Nagevraagd op {day}.", day=self.day(day))

    def times(self, timetable: Timetable) -> Text:
        """When, "" where nobody knows."""
        c = self.c
        return Text(formats.begun(DUTCH, hours_words(timetable, c.dutch.translator, c.today, c.dutch.holidays)))

    def service_name(self, service_id: str) -> str:
        """Of an entry; its id where the catalogue has none."""
        return self.services[service_id].name if service_id in self.services else service_id
