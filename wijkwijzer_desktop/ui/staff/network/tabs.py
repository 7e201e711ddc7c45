"""People and functions, practices, routes, meetings: what each sort says for itself."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.sheet_printing import SheetKind, SheetWish
from wijkwijzer_desktop.domain.network import Contact, Meeting, Practice, Record
from wijkwijzer_desktop.domain.network_rules import areas_of
from wijkwijzer_desktop.ui.staff.network.contact_form import ContactForm
from wijkwijzer_desktop.ui.staff.network.meeting_form import MeetingForm
from wijkwijzer_desktop.ui.staff.network.practice_form import PracticeForm
from wijkwijzer_desktop.ui.staff.network.record_list import Listed
from wijkwijzer_desktop.ui.staff.network.record_tab import RecordTab
from wijkwijzer_desktop.ui.staff.network.route_form import RouteForm
from wijkwijzer_desktop.ui.staff.network.said import contact_line
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.panel import Panel


class PeopleTab(RecordTab):
    """Below the name of each organization who is behind it."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(panel, parent, ContactForm)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the list."""
        super().retranslate()
        t = self.kit.words.text
        self.list.name(t("Mensen en functies"), t("Zoek: naam, functie, organisatie"), t("Nieuw contact"))

    def listed(self, seen: Seen) -> tuple[Listed, ...]:
        """By organization, each in the order of editors."""
        contacts = sorted(seen.network.contacts.values(), key=_organization)
        return tuple(
            Listed(one.id, contact_line(one, seen), one.organization, f"{contact_line(one, seen)} {one.organization}", one.areas)
            for one in contacts
        )

    def wish(self) -> SheetWish | None:
        """Of the neighbourhood that is looked at, else of the first that this contact is for."""
        places = tuple(self.seen.background.pack.places) if self.seen is not None else ()
        areas = self.draft.origin.areas if self.draft is not None and isinstance(self.draft.origin, Contact) else ()
        about = next((place for place in (self.list.area.value, *areas, *places) if place in places), "")
        return SheetWish(SheetKind.NEIGHBOURHOOD, about) if about else None

    def print_words(self) -> str:
        """The sheet of a neighbourhood."""
        return self.kit.words.text("Print wie is wie")

    def removal_words(self) -> str:
        """A person may want to be gone."""
        return self.kit.words.text(
            "Gaat dit contact echt weg?\n\n"
            "Weg zijn dan: de gegevens, wat er eerder stond, en wie wat veranderde. "
            "Andere contacten en praktijken noemen het niet meer. Het nieuws zegt alleen dat er iemand weg is. "
            "U kunt het niet terugnemen.\n\n"
            "Dit blijft: bladen die al geprint of bewaard zijn. Haal die zelf weg. "
            "Een reservekopie houdt het tot zij verloopt. Wordt zij teruggezet, dan blijft het toch weg."
        )


class PracticesTab(RecordTab):
    """All practices of the catalogue; what they agreed is added here."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(panel, parent, PracticeForm)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the list."""
        super().retranslate()
        t = self.kit.words.text
        self.list.name(t("Praktijken"), t("Zoek een praktijk"), "")
        self.nothing.say(t("Een praktijk komt eerst in de wegwijzer, soort huisartsen. Dan staat zij hier vanzelf."))

    def listed(self, seen: Seen) -> tuple[Listed, ...]:
        """Those of the catalogue, and what is kept of others."""
        return tuple(self._lines(seen))

    def _lines(self, seen: Seen) -> Iterator[Listed]:
        t = self.kit.words.text
        kept = seen.network.practices
        ids = dict.fromkeys((*kept, *(row.id for row in seen.practices)))
        for practice_id in ids:
            name = seen.entry_name(practice_id)
            practice = kept.get(practice_id)
            words = name if practice is not None else t("{name} (nog niets bekend)", name=name)
            yield Listed(practice_id, words, found_by=name, areas=areas_of(practice) if practice is not None else ())

    def heading(self, record: Record, seen: Seen) -> str:
        """Its name and number, as the catalogue has them."""
        row = seen.entries.get(record.id)
        return " · ".join(part for part in (seen.entry_name(record.id), row.phone if row is not None else "") if part)

    def missing(self, record_id: str) -> Practice | None:
        """A practice of the catalogue of which nothing is kept."""
        known = self.seen is not None and any(row.id == record_id for row in self.seen.practices)
        return Practice(record_id) if known else None

    def wish(self) -> SheetWish | None:
        """The card of this practice."""
        return SheetWish(SheetKind.PRACTICE, self.draft.origin.id) if self.draft is not None else None

    def print_words(self) -> str:
        """Only of what is kept."""
        return self.kit.words.text("Print de kaart") if self.draft is not None and not self.draft.is_new else ""

    def removal_words(self) -> str:
        """The entry of the catalogue stays."""
        return self.kit.words.text(
            "Gaan de afspraken van deze praktijk echt weg? Ook wat er eerder stond is dan gewist. U kunt het niet terugnemen. "
            "De praktijk zelf blijft in de wegwijzer staan."
        )


class RoutesTab(RecordTab):
    """At most ten, in the order of the card."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(panel, parent, RouteForm, by_area=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the list."""
        super().retranslate()
        t = self.kit.words.text
        self.list.name(t("Waarvoor stuurt men?"), t("Zoek"), t("Nieuw"))

    def listed(self, seen: Seen) -> tuple[Listed, ...]:
        """As they stand on the card."""
        return tuple(Listed(one.id, f"{place}. {one.what}") for place, one in enumerate(seen.network.routes, 1))

    def wish(self) -> SheetWish | None:
        """They stand on the card of every practice."""
        practices = self.seen.network.practices if self.seen is not None else {}
        return SheetWish(SheetKind.PRACTICE, next(iter(practices))) if practices else None

    def print_words(self) -> str:
        """The card of a practice, which can be chosen there."""
        return self.kit.words.text("Print op een kaart") if self.wish() is not None else ""


class MeetingsTab(RecordTab):
    """Meetings of professionals."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(panel, parent, MeetingForm)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the list."""
        super().retranslate()
        t = self.kit.words.text
        self.list.name(t("Overleg"), t("Zoek een overleg"), t("Nieuw overleg"))

    def listed(self, seen: Seen) -> tuple[Listed, ...]:
        """In the order of editors."""
        return tuple(
            Listed(one.id, one.name, found_by=" ".join((one.name, one.place, *one.who)), areas=one.areas)
            for one in seen.network.meetings.values()
        )

    def wish(self) -> SheetWish | None:
        """Its agenda."""
        kept = self.draft is not None and isinstance(self.draft.origin, Meeting) and not self.draft.is_new
        return SheetWish(SheetKind.AGENDA, self.draft.origin.id) if kept and self.draft is not None else None

    def print_words(self) -> str:
        """Only of what is kept."""
        return self.kit.words.text("Print de agenda") if self.wish() is not None else ""


def _organization(contact: Contact) -> str:
    return contact.organization.casefold()
