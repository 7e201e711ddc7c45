"""Who works here: added, changed, given a new PIN, taken away."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.errors import AccountRefusedError
from wijkwijzer_desktop.domain.layers import Layers
from wijkwijzer_desktop.domain.staff import LONGEST_LABEL, Account, Pin, Role, check_label
from wijkwijzer_desktop.i18n.layer_words import layer_name
from wijkwijzer_desktop.i18n.staff_words import role_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.failing import words_for
from wijkwijzer_desktop.ui.staff.fields import ChoiceField, TextField
from wijkwijzer_desktop.ui.staff.layer_field import LayerField
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.pin_steps import PinSteps
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class AccountsPanel(Panel):
    """One thing at a time: the list, a name and a role, a PIN, or whether somebody really goes."""

    role: ClassVar[Role] = Role.MANAGER

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._accounts: tuple[Account, ...] = ()
        # Whom it is about; None for somebody new.
        self._about: Account | None = None
        self._chosen_role = Role.VOLUNTEER
        self._chosen_layer = ""
        self._known = Layers()
        self._stack = QStackedWidget(self)
        self._list = Scroll(kit, self._stack)
        self._people = ChoiceField(kit, self._list.inside, 2)
        self._form = QWidget(self._stack)
        self._label = TextField(kit, self._form, LONGEST_LABEL)
        self._roles = ChoiceField(kit, self._form, 3)
        self._layers = LayerField(kit, self._form)
        self._steps = PinSteps(kit, self._stack)
        self._sure = QWidget(self._stack)
        self._question = Label(self._sure, "text")
        self._add = Button(kit, self, kind=Kind.MAIN)
        self._change = Button(kit, self)
        self._new_pin = Button(kit, self)
        self._remove = Button(kit, self)
        self._back = Button(kit, self)
        self._on = Button(kit, self, kind=Kind.MAIN)
        self._really = Button(kit, self, kind=Kind.ALARM)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(self._list)

    def _lay_out(self) -> None:
        listed = QVBoxLayout(self._list.inside)
        listed.setContentsMargins(0, 0, Space.HALF, 0)
        listed.addWidget(self._people)
        listed.addStretch(1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.TWO)
        form.addWidget(self._label)
        form.addWidget(self._roles)
        form.addWidget(self._layers)
        form.addStretch(1)
        sure = QVBoxLayout(self._sure)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.addWidget(self._question)
        sure.addStretch(1)
        for part in (self._list, self._form, self._steps, self._sure):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        for button in (self._change, self._new_pin, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self._back, self._on, self._really, self._add):
            row.addWidget(button)
        self.end_with()
        self.column.addLayout(row)

    def _connect(self) -> None:
        self._people.touched.connect(self._person_touched)
        self._roles.touched.connect(self._role_touched)
        self._layers.picked.connect(self._layer_picked)
        self._label.edited.connect(self._check)
        self._steps.chosen.connect(self._pin_chosen)
        self._add.clicked.connect(self._begin_adding)
        self._change.clicked.connect(self._begin_changing)
        self._new_pin.clicked.connect(self._ask_pin)
        self._remove.clicked.connect(self._ask_sure)
        self._back.clicked.connect(self._to_list)
        self._on.clicked.connect(self._form_done)
        self._really.clicked.connect(self._take_away)

    def retranslate(self) -> None:
        """Names of all fields and buttons."""
        t = self.kit.words.text
        self.title.say(t("Medewerkers"))
        self.explained.say(t("Ieder heeft een eigen pincode. Wie weggaat, haalt u hier weg."))
        self._people.name(t("Wie werken hier?"))
        self._label.name(t("Naam op dit scherm"), t("een voornaam is genoeg"))
        self._roles.name(t("Rol"))
        self._layers.name(t("Welke ingangen houdt deze redacteur bij?"))
        self._roles.fill([Answer(role.name, role_name(role, self.kit.words.translator)) for role in Role])
        buttons = {
            self._add: t("Nieuwe medewerker"),
            self._change: t("Naam of rol"),
            self._new_pin: t("Nieuwe pincode"),
            self._remove: t("Haal weg"),
            self._back: t("Terug"),
            self._on: t("Verder"),
            self._really: t("Ja, haal weg"),
        }
        for button, words in buttons.items():
            button.say(words)

    def open(self) -> None:
        """As they are now."""
        self._to_list()
        self.run(self.office.accounts.accounts, self._fill)
        self.run(self.office.layers.layers, self._know)

    def clear(self) -> None:
        """Nobody."""
        super().clear()
        self._accounts, self._about = (), None
        self._steps.forget()
        self._label.fill("")
        self._people.clear()
        self._show(self._list)

    def _know(self, layers: Layers) -> None:
        self._known = layers

    def _fill(self, accounts: tuple[Account, ...]) -> None:
        self._accounts = accounts
        self._people.fill([Answer(one.id, self._said(one)) for one in accounts])
        self._about = next((one for one in accounts if self._about is not None and one.id == self._about.id), None)
        self._show(self._list)

    def _said(self, account: Account) -> str:
        translator = self.kit.words.translator
        role = role_name(account.role, translator)
        where = f" · {layer_name(account.layer, self._known, translator)}" if account.layer else ""
        return f"{account.label} · {role}{where}"

    def _show(self, part: QWidget) -> None:
        """This part, and the buttons that belong to it."""
        self._stack.setCurrentWidget(part)
        listed, chosen = part is self._list, self._about is not None
        self._add.setVisible(listed)
        for button in (self._change, self._new_pin, self._remove):
            button.setVisible(listed and chosen)
        self._back.setVisible(not listed)
        self._on.setVisible(part is self._form)
        self._really.setVisible(part is self._sure)
        self._people.show_chosen(self._about.id if self._about is not None else "")

    def _person_touched(self, account_id: str) -> None:
        self._about = next((one for one in self._accounts if one.id == account_id), None)
        self.tell("")
        self._show(self._list)

    def _to_list(self) -> None:
        self._steps.forget()
        self._show(self._list)

    # Somebody new, or another name or role

    def _begin_adding(self) -> None:
        self._about = None
        self._begin_form("", Role.VOLUNTEER, "")

    def _begin_changing(self) -> None:
        if self._about is not None:
            self._begin_form(self._about.label, self._about.role, self._about.layer)

    def _begin_form(self, label: str, role: Role, layer: str) -> None:
        self.tell("")
        self._chosen_layer = layer
        self._label.fill(label)
        self._role_touched(role.name)
        self._on.setEnabled(bool(label))
        self._show(self._form)

    def _role_touched(self, value: str) -> None:
        self._chosen_role = Role[value]
        self._roles.show_chosen(value)
        self._show_layers()

    def _layer_picked(self, layer_id: str) -> None:
        self._chosen_layer = layer_id
        self._show_layers()

    def _show_layers(self) -> None:
        """Volunteers change no entries, so there is nothing to keep."""
        among = self._known.layers if self._chosen_role >= Role.EDITOR else ()
        self._layers.show_layers(self._known, among, self._chosen_layer, self.kit.words.text("Alle"))

    @property
    def _layer(self) -> str:
        return self._chosen_layer if self._chosen_role >= Role.EDITOR else ""

    def _check(self) -> None:
        wrong = ""
        try:
            check_label(self._label.text)
        except AccountRefusedError as error:
            wrong = words_for(error, self.kit.words.translator)
        self._label.complain(wrong)
        self._on.setEnabled(not wrong)

    def _form_done(self) -> None:
        if self._about is None:
            self._ask_pin()
        elif not self.is_waiting:
            work = partial(self.office.accounts.change, self._about.id, self._label.text, self._chosen_role, self._layer)
            self.run(work, self._changed)

    # A PIN

    def _ask_pin(self) -> None:
        self.tell("")
        self._show(self._steps)
        self._steps.begin()

    def _pin_chosen(self, pin: Pin) -> None:
        if self.is_waiting:
            return
        self.tell(self.kit.words.text("Een ogenblik…"))
        if self._about is None:
            self.run(partial(self.office.accounts.add, self._label.text, self._chosen_role, pin, self._layer), self._changed)
        else:
            self.run(partial(self.office.accounts.set_pin, self._about.id, pin), self._changed)
        self._steps.begin()

    def _changed(self, _account: Account | None) -> None:
        self.tell(self.kit.words.text("Bewaard."))
        self.open()

    # Away

    def _ask_sure(self) -> None:
        if self._about is not None:
            self.tell("")
            t = self.kit.words.text
            self._question.say(t("Gaat {label} echt weg? De pincode werkt dan niet meer.", label=self._about.label))
            self._show(self._sure)
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        if self._about is not None and not self.is_waiting:
            self.run(partial(self.office.accounts.remove, self._about.id), self._changed)
