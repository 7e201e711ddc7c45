"""Between which ages something is for somebody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.eligibility_choices import Ages
from wijkwijzer_desktop.domain.field_checks import age_problem, typed_age
from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

LONGEST_AGE = 3


class AgesField(Translated, QWidget):
    """changed: somebody typed another age. value: None where no age matters, or one can't be read."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "strong")
        self.low, self.high, self.ask = (CheckedField(kit, self, age_problem, longest=LONGEST_AGE) for _ in range(3))
        self._wrong = Label(self, "wrong", live=True)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        for field in (self.low, self.high, self.ask):
            row.addWidget(field)
            field.changed.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._wrong.say("")
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the three."""
        t = self._kit.words.text
        self._title.say(t("Leeftijd, in hele jaren"))
        self.low.name(t("Vanaf"), t("geen"))
        self.high.name(t("Tot en met"), t("geen"))
        self.ask.name(t("Misschien al vanaf"), t("geen"))

    def fill(self, value: Ages | None) -> None:
        """Show these, as if they always stood there."""
        ages = value or Ages()
        for field, age in ((self.low, ages.at_least), (self.high, ages.at_most), (self.ask, ages.ask_from)):
            field.fill("" if age is None else str(age))
        self._wrong.say("")

    @property
    def value(self) -> Ages | None:
        """The ages that were typed; one that is "maybe" counts only below another."""
        low, high, ask = (typed_age(field.text) for field in (self.low, self.high, self.ask))
        if self.problem or (low is None and high is None):
            return None
        return Ages(low, high, ask)

    @property
    def problem(self) -> str:
        """What can't be read, or can't be together."""
        own = self.low.problem or self.high.problem or self.ask.problem
        low, high, ask = (typed_age(field.text) for field in (self.low, self.high, self.ask))
        if own:
            return own
        code = ""
        if low is not None and high is not None and high < low:
            code = "ages-turned-round"
        elif ask is not None and (low is None or ask >= low):
            code = "ask-from-too-high"
        return field_words(code, self._kit.words.translator) if code else ""

    def _edited(self) -> None:
        single = any(field.problem for field in (self.low, self.high, self.ask))
        self._wrong.say("" if single else self.problem)
        self.changed.emit()
