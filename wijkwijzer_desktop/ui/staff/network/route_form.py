"""What patients are often sent for, and who does it."""

import re

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.network import Record, RecordKind, Route
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.entry_fields import anything, something
from wijkwijzer_desktop.ui.staff.network.entries_field import EntriesField
from wijkwijzer_desktop.ui.staff.network.picked_field import SomePicked
from wijkwijzer_desktop.ui.staff.network.record_form import Bound, RecordForm
from wijkwijzer_desktop.ui.staff.network.work import Seen

_APART = re.compile(r"[\s,;]+")


def codes_text(codes: tuple[str, ...]) -> str:
    """As people write them."""
    return ", ".join(codes)


def codes_of(_record: Record, text: str) -> tuple[str, ...]:
    """Each once."""
    return tuple(dict.fromkeys(code.upper() for code in _APART.split(text) if code))


class RouteForm(RecordForm):
    """Its place among the others is given in the list."""

    kind = RecordKind.ROUTE

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        inside = self.inside
        self.what = CheckedField(kit, inside, something)
        self.services = EntriesField(kit, inside)
        self.topics = SomePicked(kit, inside)
        self.icpc = CheckedField(kit, inside, anything)
        self.below(self.bind(Bound("what", self.what)), self.bind(Bound("services", self.services)))
        self.below(self.bind(Bound("topics", self.topics)), self.bind(Bound("icpc", self.icpc, codes_text, codes_of)))
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self.kit.words.text
        self.what.name(t("Waarvoor?"), t("Zoals: schulden"))
        self.services.name(t("Wie doet het? Het eerste staat vooraan."), t("Zoek een ingang van de wegwijzer"))
        self.topics.name(t("Bij welke zorgen van een bezoeker?"), t("Nog geen."), t("Voeg een zorg toe"))
        self.icpc.name(t("Z-codes (ICPC), een hint op het blad voor de huisarts"), "Z01, Z05")

    def blank(self) -> Route:
        """Nothing yet."""
        return Route(id="", what="", services=())

    def offer(self, seen: Seen) -> None:
        """The catalogue, and what can weigh."""
        self.services.offer([(row.id, f"{row.name} · {row.organization}") for row in seen.entries.values()])
        topics = seen.background.pack.topics_by_id
        offered = []
        for topic in topics.values():
            parent = topics.get(topic.parent)
            offered.append((topic.id, f"{parent.name}: {topic.name}" if parent is not None else topic.name))
        self.topics.offer(offered)

    def problem_of(self, record: Record) -> tuple[str, str]:
        """Nobody who does it."""
        if isinstance(record, Route) and not record.services:
            return "services", self.kit.words.text("Kies wie het doet: zoek een ingang van de wegwijzer.")
        return "", ""
