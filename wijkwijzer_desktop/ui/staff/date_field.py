"""A day, typed as people here write it: 24-11-2026."""

from datetime import date

from wijkwijzer_desktop.domain.field_checks import date_problem, typed_date
from wijkwijzer_desktop.domain.written_hours import write_date
from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.ui.staff.checked_field import TypedField


class DateField(TypedField):
    """value: the day, None where none is typed or it is no day."""

    @property
    def value(self) -> date | None:
        """The day that was typed."""
        return typed_date(self.text)

    def fill(self, value: date | None) -> None:
        """Show this day, or none, as if it was always there. Where it says so already, what is being typed stays as it is."""
        if value != self.value:
            self.show_text("" if value is None else write_date(value))

    def wrong_with(self, text: str) -> str:
        """Whether there is such a day."""
        code = date_problem(text)
        return field_words(code, self.kit.words.translator) if code is not None else ""

    def tidied(self, text: str) -> str:
        """With two digits for day and month."""
        day = typed_date(text)
        return text if day is None else write_date(day)
