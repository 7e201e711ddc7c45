"""A GP practice: what it agreed with the wijkteam, and who else may help there."""

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.network import Helper, Practice, Record, RecordKind
from wijkwijzer_desktop.i18n.formats import begun
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import helper_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.entry_fields import ChosenField
from wijkwijzer_desktop.ui.staff.long_text import LongText
from wijkwijzer_desktop.ui.staff.network.agreements_field import AgreementsField, Offered
from wijkwijzer_desktop.ui.staff.network.record_form import Bound, RecordForm
from wijkwijzer_desktop.ui.staff.network.said import contact_name
from wijkwijzer_desktop.ui.staff.network.work import Seen


def values(helpers: tuple[Helper, ...]) -> tuple[str, ...]:
    """As the answers of a field."""
    return tuple(helper.value for helper in helpers)


def helpers_of(_record: Record, chosen: tuple[str, ...]) -> tuple[Helper, ...]:
    """In the order in which they are always named."""
    return tuple(helper for helper in Helper if helper.value in chosen)


class PracticeForm(RecordForm):
    """Its name, number and address stand in the catalogue."""

    kind = RecordKind.PRACTICE

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        inside = self.inside
        self.agreements = AgreementsField(kit, inside)
        self.helpers = ChosenField(kit, inside, several=True)
        self.note = LongText(kit, inside, 2)
        self.below(self.bind(Bound("agreements", self.agreements)))
        self.below(self.bind(Bound("helpers", self.helpers, values, helpers_of)))
        self.below(self.bind(Bound("note", self.note)))
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self.kit.words.text
        self.agreements.name()
        self.helpers.name(t("Wie kan er in de praktijk ook helpen?"))
        self.helpers.offer([(helper.value, begun(DUTCH, helper_name(helper, self.kit.words.translator))) for helper in Helper])
        self.note.name(t("Goed om te weten, voor op de kaart"))

    def blank(self) -> Practice:
        """One that nobody said anything of."""
        return Practice(id="")

    def clear(self) -> None:
        """Nobody to choose from either."""
        super().clear()
        self.agreements.offer(Offered())

    def offer(self, seen: Seen) -> None:
        """Contacts and places."""
        contacts = [(one.id, contact_name(one)) for one in seen.network.contacts.values()]
        places = [(place.id, place.name) for place in seen.background.pack.places.values()]
        self.agreements.offer(Offered(contacts, places))
