"""All hours of an entry in one line: "ma-vr 9-17, do tot 20"."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.hours_tokens import HoursFormError
from wijkwijzer_desktop.domain.schedule import Schedule
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.domain.written_hours import write_hours
from wijkwijzer_desktop.i18n.field_words import hours_problem_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import TypedField
from wijkwijzer_desktop.ui.translated import Translated

LONGEST_HOURS = 2000


class HoursLine(Translated, TypedField):
    """value: what it says; what it said before while it can't be read."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._read: tuple[Schedule, ...] = ()
        super().__init__(kit, parent, LONGEST_HOURS)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name and an example."""
        t = self.kit.words.text
        self.name(t("Openingstijden"), t("Zoals: ma-vr 9-17, do tot 20; 2e dinsdag 14-16; om de week wo 9-12 vanaf 18-11-2026"))

    @property
    def value(self) -> tuple[Schedule, ...]:
        """The hours that were typed."""
        try:
            self._read = read_hours(self.text)
        except HoursFormError:
            return self._read
        return self._read

    def fill(self, value: Sequence[Schedule]) -> None:
        """Write these out, as if they always stood there."""
        self._read = tuple(value)
        self.show_text(write_hours(value))

    def wrong_with(self, text: str) -> str:
        """Which part isn't understood."""
        try:
            read_hours(text)
        except HoursFormError as error:
            return hours_problem_words(error, self.kit.words.translator)
        return ""
