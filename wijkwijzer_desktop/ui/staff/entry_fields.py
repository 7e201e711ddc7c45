"""Fields of an entry that are made of others: a place, a price, one of a few, some of many."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wijkwijzer_desktop.domain.field_checks import postcode_problem, tidy_postcode
from wijkwijzer_desktop.domain.service import Location
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField, TypedField
from wijkwijzer_desktop.ui.staff.chosen_values import Answers, ChosenValues
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space

# € 7 or 7,50 or 7,-.
AMOUNT = re.compile(r"€?(\d{1,5})(?:[.,](?:(\d{1,2})|-))?", re.ASCII)
VISIT, POST, NOWHERE = "visit", "post", "nowhere"


def anything(_text: str) -> str | None:
    """Nothing is wrong with any text."""
    return None


def something(text: str) -> str | None:
    """It must say something."""
    return None if text.strip() else "missing"


class ChosenField(ChosenValues):
    """value: ids in the order of the answers. several: whether more than one can be, or none."""

    def __init__(self, kit: Kit, parent: QWidget, *, several: bool = False) -> None:
        super().__init__(parent)
        self._several = several
        self._toggles = Toggles(kit, self)
        self._column.addWidget(self._toggles)
        self._toggles.touched.connect(self._touched)

    def name(self, words: str) -> None:
        """What is chosen here."""
        self._say_name(words)

    def _show(self) -> None:
        known = {value for value, _words in self._answers}
        strange = [(value, value) for value in self._value if value not in known]
        self._toggles.fill(self._words, [*self._answers, *strange], self._value)

    def _touched(self, value: str) -> None:
        if not self._several:
            self._choose((value,))
        elif value in self._value:
            self._choose(tuple(one for one in self._value if one != value))
        else:
            self._choose((*self._value, value))


class PlaceField(QWidget):
    """Where one goes. changed: something of it is another. value: a Location, None for nowhere."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = ChosenField(kit, self)
        self._address = CheckedField(kit, self, anything)
        self._postcode = CheckedField(kit, self, postcode_problem, tidy=spaced_postcode, longest=10)
        self._city = CheckedField(kit, self, anything)
        self._parts = (self._address, self._postcode, self._city)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.ONE)
        grid.setVerticalSpacing(Space.ONE)
        grid.addWidget(self._kind, 0, 0, 1, 2)
        grid.addWidget(self._address, 1, 0, 1, 2)
        grid.addWidget(self._postcode, 2, 0)
        grid.addWidget(self._city, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for part in (self._kind, *self._parts):
            part.changed.connect(self._tell)

    def name(self, words: Sequence[str], answers: Answers) -> None:
        """words: of the choice, the address, the postcode, the city. answers: VISIT, POST, NOWHERE."""
        self._kind.offer(answers)
        self._kind.name(words[0])
        for part, name in zip(self._parts, words[1:], strict=True):
            part.name(name)
        self._postcode.name(words[2], "7544 DC")

    def fill(self, value: Location | None) -> None:
        """Show this, as if it was always there."""
        if value == self.value:
            return
        place = value or Location()
        self._kind.fill((NOWHERE,) if value is None else (VISIT,) if place.visit else (POST,))
        self._address.fill(place.address)
        self._postcode.fill(spaced_postcode(place.postal_code))
        self._city.fill(place.city)
        self._show()

    @property
    def value(self) -> Location | None:
        """The place; as it is typed where the postcode isn't one yet."""
        if self._kind.value in {(), (NOWHERE,)}:
            return None
        code = tidy_postcode(self._postcode.value) or self._postcode.value
        return Location(self._address.value, code, self._city.value, self._kind.value == (VISIT,))

    @property
    def problem(self) -> str:
        """Of the postcode."""
        return self._postcode.problem if self.value is not None else ""

    def _show(self) -> None:
        for part in self._parts:
            part.setVisible(self._kind.value not in {(), (NOWHERE,)})

    def _tell(self) -> None:
        self._show()
        self.changed.emit()


def spaced_postcode(code: str) -> str:
    """As people write it: "7544 DC"; as it is where it is none."""
    tidy = tidy_postcode(code)
    return f"{tidy[:4]} {tidy[4:]}" if tidy else code


class EuroField(TypedField):
    """value: cents, None where nothing is typed or it is no amount."""

    def __init__(self, kit: Kit, parent: QWidget, wrong: Callable[[], str]) -> None:
        self._wrong_words = wrong
        super().__init__(kit, parent, 12)

    @property
    def value(self) -> int | None:
        """What was typed."""
        return typed_cents(self.text)

    def fill(self, value: int | None) -> None:
        """Show this amount, or none."""
        if value is None or value != self.value:
            self.show_text("" if value is None else f"{value // 100},{value % 100:02}" if value % 100 else str(value // 100))

    def wrong_with(self, text: str) -> str:
        """Whether it is an amount."""
        return self._wrong_words() if text and typed_cents(text) is None else ""


def typed_cents(text: str) -> int | None:
    """Cents of an amount as people type it: 7, 7,50 or € 7.50; None where it is none."""
    match = AMOUNT.fullmatch(text.replace(" ", ""))
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0")) if match is not None else None
