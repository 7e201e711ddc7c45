"""A person or a function behind an organization."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.phone_check import phone_problem
from wijkwijzer_desktop.domain.field_checks import email_problem
from wijkwijzer_desktop.domain.network import Contact, Record, RecordKind
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.date_field import DateField
from wijkwijzer_desktop.ui.staff.entry_fields import anything, something
from wijkwijzer_desktop.ui.staff.network.entries_field import EntriesField
from wijkwijzer_desktop.ui.staff.network.mandates_field import MandatesField
from wijkwijzer_desktop.ui.staff.network.picked_field import OnePicked, SomePicked
from wijkwijzer_desktop.ui.staff.network.record_form import Bound, RecordForm, phone_of, phone_text
from wijkwijzer_desktop.ui.staff.network.said import contact_name
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.toggles import RoomyToggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.label import Label


class TickField(QWidget):
    """One thing that is so or not, with what that means. changed: somebody touched it."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._value = False
        self.toggle = RoomyToggle(kit, self)
        self.toggle.several = True
        self._means = Label(self, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._means)
        self.toggle.touched.connect(self._touched)

    def name(self, words: str, means: str) -> None:
        """What is so. means: what follows from it."""
        self._words = words
        self.toggle.fill("", words, words, shape=Shape.CHIP)
        self.toggle.choose(chosen=self._value)
        self._means.say(means)
        self.toggle.setAccessibleDescription(means)

    def fill(self, value: bool) -> None:  # noqa: FBT001 - as every field is filled
        """Show this, as if it was always so."""
        self._value = value
        self.toggle.choose(chosen=value)

    @property
    def value(self) -> bool:
        """Whether it is so."""
        return self._value

    @property
    def problem(self) -> str:
        """Nothing ever is."""
        return ""

    def _touched(self, _about: str, _value: str) -> None:
        self.fill(not self._value)
        self.changed.emit()


def only(service: str) -> tuple[str, ...]:
    """One entry or none, as several."""
    return (service,) if service else ()


def the_only(_record: Record, value: tuple[str, ...]) -> str:
    """The first of them, "" for none."""
    return value[0] if value else ""


class ContactForm(RecordForm):
    """Who, what they decide, how they are reached, and where that is public."""

    kind = RecordKind.CONTACT

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        inside = self.inside
        self.function = CheckedField(kit, inside, something)
        self.organization = CheckedField(kit, inside, something)
        self.person = CheckedField(kit, inside, anything)
        self.published = CheckedField(kit, inside, anything)
        self.phone = CheckedField(kit, inside, phone_problem)
        self.email = CheckedField(kit, inside, email_problem)
        self.when = CheckedField(kit, inside, anything)
        self.since = DateField(kit, inside)
        self.areas = SomePicked(kit, inside)
        self.mandates = MandatesField(kit, inside)
        self.stands_in = OnePicked(kit, inside)
        self.service = EntriesField(kit, inside, several=False)
        self.printable = TickField(kit, inside)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.beside(self.bind(Bound("function", self.function)), self.bind(Bound("organization", self.organization)))
        self.beside(self.bind(Bound("name", self.person)), self.bind(Bound("published", self.published)))
        self.below(self.bind(Bound("areas", self.areas)))
        self.below(self.bind(Bound("mandates", self.mandates)))
        phone = self.bind(Bound("phone", self.phone, phone_text, phone_of))
        self.beside(phone, self.bind(Bound("email", self.email)))
        self.beside(self.bind(Bound("when", self.when)), self.bind(Bound("since", self.since)))
        self.below(self.bind(Bound("stands_in", self.stands_in)))
        self.below(self.bind(Bound("printable", self.printable)))
        self.below(self.bind(Bound("service", self.service, only, the_only)))
        self.column.addStretch(1)

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self.kit.words.text
        self.function.name(t("Functie"), t("Zoals: wijkcoach"))
        self.organization.name(t("Organisatie"))
        self.person.name(t("Naam van de persoon"), t("Leeg: alleen de functie"))
        self.published.name(t("Waar staat dit openbaar?"), t("Zoals: de website van de gemeente"))
        self.phone.name(t("Telefoon"))
        self.email.name(t("E-mail"))
        self.when.name(t("Wanneer bereikbaar?"), t("Zoals: ma tot en met do"))
        self.since.name(t("Sinds"), "24-11-2026")
        self.areas.name(t("Voor welke wijken?"), t("Voor de hele stad."), t("Voeg een wijk toe"))
        self.mandates.name()
        self.stands_in.name(t("Wie valt in?"))
        self.service.name(t("Werkt voor, in de wegwijzer"), t("Zoek een ingang van de wegwijzer"))
        self.printable.name(
            t("Mag op papier van een bezoeker"),
            t("Met een vinkje kan naam of functie op een papier of recept staan. Zonder vinkje ziet geen bezoeker dit."),
        )

    def blank(self) -> Contact:
        """Nobody yet."""
        return Contact(id="", function="", organization="")

    def clear(self) -> None:
        """Nobody to choose from either."""
        super().clear()
        self.stands_in.offer(())

    def offer(self, seen: Seen) -> None:
        """Places, the others, and the catalogue."""
        t = self.kit.words.text
        self.areas.offer([(place.id, place.name) for place in seen.background.pack.places.values()])
        others = [(one.id, contact_name(one)) for one in seen.network.contacts.values() if one.id != self.record_id]
        self.stands_in.offer([("", t("Niemand bekend")), *others])
        self.service.offer([(row.id, f"{row.name} · {row.organization}") for row in seen.entries.values()])

    def problem_of(self, record: Record) -> tuple[str, str]:
        """Somebody by name, without where that is public."""
        if isinstance(record, Contact) and record.name and not record.published:
            t = self.kit.words.text
            return "published", t("Hier staat een naam. Vul in waar die openbaar staat voor dit werk, of haal de naam weg.")
        return "", ""
