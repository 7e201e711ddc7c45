"""The workshop: a menu at the side, one panel beside it, and who is logged in."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Account, Role
from wijkwijzer_desktop.i18n.formats import begun
from wijkwijzer_desktop.i18n.staff_words import role_name
from wijkwijzer_desktop.ui.announce import announce
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.page import StaffPage, reached_by_key
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.questions.dense import FormScroll
from wijkwijzer_desktop.ui.staff.reach_line import ReachLine
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

MENU_WIDTH = 276


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the menu. name: in Dutch. make: makes its panel, when it is first opened. shared: only where counters share a
    database."""

    value: str
    name: Callable[[Kit], str]
    role: Role
    make: Callable[[Kit, QWidget, Office], Panel]
    shared: bool = False


class Workshop(StaffPage):
    """left: "Klaar" was touched. refused: as of Panel. made: a panel was made."""

    left = Signal()
    refused = Signal()
    made = Signal(object)
    has_own_time = True

    def __init__(self, kit: Kit, parent: QWidget, office: Office, items: tuple[Item, ...]) -> None:
        super().__init__(kit, parent)
        self._office = office
        self._items = items
        self._panels: dict[str, Panel] = {}
        self._account: Account | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        side = Ground(kit, self, "bar")
        side.setFixedWidth(kit.px(MENU_WIDTH))
        self._title = Label(side, "title")
        self._who = Label(side, "soft")
        self._scroll = FormScroll(kit, side, ground="bar")
        self._choices = [Choice(kit, self._scroll.inside) for _ in items]
        self._leave = Button(kit, side, kind=Kind.MAIN, size=Type.LEAD)
        menu = QVBoxLayout(self._scroll.inside)
        menu.setContentsMargins(0, 0, 0, 0)
        menu.setSpacing(Space.HALF)
        for choice in self._choices:
            menu.addWidget(choice)
            choice.touched.connect(self._touched)
        menu.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.ONE, Space.TWO, Space.ONE, Space.TWO)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._who)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._leave)
        self._stack = QStackedWidget(self)
        # Shown before anything is chosen.
        self._nothing = QWidget(self._stack)
        self._stack.addWidget(self._nothing)
        work = QVBoxLayout()
        work.setSpacing(0)
        self.reach_line: ReachLine | None = None
        if office.shared is not None:
            self.reach_line = ReachLine(kit, self, office.shared.reaching)
            self.reach_line.back.connect(self._reached)
            work.addWidget(self.reach_line)
        work.addWidget(self._stack, 1)
        whole = QHBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addLayout(work, 1)
        self.column.addLayout(whole)
        self._leave.clicked.connect(self._ask_to_leave)
        self.retranslate()

    def retranslate(self) -> None:
        """The menu, for whoever is logged in."""
        t = self.kit.words.text
        self._title.say(t("Werkplaats"))
        self._leave.say(t("Klaar"))
        account = self._account
        role = role_name(account.role, self.kit.words.translator) if account is not None else ""
        self._who.say(t("{label}, {role}", label=account.label, role=role) if account is not None else "")
        for choice, item in zip(self._choices, self._items, strict=True):
            choice.fill("menu", item.value, begun(self.kit.words.translator.language, item.name(self.kit)), shape=Shape.CHIP)
            choice.setVisible(account is not None and self._is_for(account, item))
        if self.reach_line is not None:
            self.reach_line.show_standing()

    def welcome(self, account: Account) -> None:
        """Somebody came in: their menu, and the first panel of it."""
        self._account = account
        self.retranslate()
        if self.reach_line is not None:
            self.reach_line.begin(account.role)
        first = next((item for item in self._items if self._is_for(account, item)), None)
        if first is not None:
            self.open(first.value)

    def open(self, value: str) -> None:
        """The panel with this name."""
        item = next(item for item in self._items if item.value == value)
        panel = self._panels.get(value)
        if panel is None:
            panel = self._panels[value] = item.make(self.kit, self._stack, self._office)
            self._stack.addWidget(panel)
            panel.refused.connect(self.refused)
            panel.may_leave.connect(self._ask_to_leave)
            self.made.emit(panel)
        for choice in self._choices:
            choice.choose(chosen=choice.value == value)
        self._stack.setCurrentWidget(panel)
        panel.tell("")
        panel.open()
        announce(self, panel.title.text())

    @property
    def panel(self) -> Panel | None:
        """The one that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Panel) else None

    def clear(self) -> None:
        """Nobody is logged in."""
        self._account = None
        if self.reach_line is not None:
            self.reach_line.end()
        self._stack.setCurrentWidget(self._nothing)
        for panel in self._panels.values():
            panel.clear()
        self.retranslate()

    def focus_first(self) -> None:
        """At the panel that is open, in the menu."""
        chosen = next((choice for choice in self._choices if choice.isVisible() and choice.isChecked()), None)
        first = chosen or next(reached_by_key(self), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_leave(self) -> None:
        unsaved = next((value for value, panel in self._panels.items() if panel.unsaved), None)
        if unsaved is None:
            self.left.emit()
            return
        panel = self._panels[unsaved]
        if panel is not self.panel:
            self.open(unsaved)
        panel.ask_to_leave()

    def _is_for(self, account: Account, item: Item) -> bool:
        return account.role >= item.role and (self._office.shared is not None or not item.shared)

    def _reached(self) -> None:
        if self.panel is not None:
            self.panel.tell("")
            self.panel.reached()

    def _touched(self, _group: str, value: str) -> None:
        self.open(value)
