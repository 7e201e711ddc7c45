"""Who is behind the services: people and functions, practices, routes, meetings, their news, and the sheets of it all."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.sheet_printing import SheetKind, SheetWish
from wijkwijzer_desktop.domain.errors import RecordConflictError
from wijkwijzer_desktop.domain.network import RecordKind
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.network.draft import RecordDraft
from wijkwijzer_desktop.ui.staff.network.news_tab import NewsTab
from wijkwijzer_desktop.ui.staff.network.record_tab import RecordTab
from wijkwijzer_desktop.ui.staff.network.sheet_view import SheetView
from wijkwijzer_desktop.ui.staff.network.tabs import MeetingsTab, PeopleTab, PracticesTab, RoutesTab
from wijkwijzer_desktop.ui.staff.network.work import Reading, Seen
from wijkwijzer_desktop.ui.staff.network.work_tab import WorkTab
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.questions.tab_bar import TabBar
from wijkwijzer_desktop.ui.theme import Space

PEOPLE, PRACTICES, ROUTES, MEETINGS = RecordKind.CONTACT, RecordKind.PRACTICE, RecordKind.ROUTE, RecordKind.MEETING
NEWS, WORK, WEEK = "news", "work", "week"


class NetworkPanel(Panel):
    """Everything is read whole, and read anew after every change."""

    role: ClassVar[Role] = Role.EDITOR

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self.seen: Seen | None = None
        self._tab: str = PEOPLE
        self._whose = ""
        # Logged out in the middle: of each account and each sort what wasn't kept.
        self._left_over: dict[tuple[str, str], RecordDraft] = {}
        self._stack = QStackedWidget(self)
        self.records: dict[str, RecordTab] = {
            PEOPLE: PeopleTab(self, self._stack),
            PRACTICES: PracticesTab(self, self._stack),
            ROUTES: RoutesTab(self, self._stack),
            MEETINGS: MeetingsTab(self, self._stack),
        }
        self.network_news = NewsTab(kit, self._stack)
        self.work = WorkTab(self, self._stack)
        self.sheet = SheetView(self, self._stack)
        self._tabs: dict[str, QWidget] = {**self.records, NEWS: self.network_news, WORK: self.work, WEEK: self.sheet}
        self._bar = TabBar(kit, self, self._tabs)
        self._lay_out()
        self._connect()
        self._show_tab(PEOPLE)
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        self.column.setSpacing(Space.HALF)
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        self.column.removeWidget(self.explained)
        self.explained.hide()
        self.column.addWidget(self._bar)
        self.column.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.addWidget(self.news, 1)
        self.column.addLayout(below)

    def _connect(self) -> None:
        self._bar.touched.connect(self._tab_touched)
        for tab in self.records.values():
            tab.changed.connect(self.read)
            tab.printing.connect(self._print)
            tab.settled.connect(self.may_leave)
        self.network_news.printing.connect(self._print)
        self.work.changed.connect(self.read)
        self.work.opened.connect(self._go_to)
        self.sheet.left.connect(self._back)

    def retranslate(self) -> None:
        """Names of the tabs."""
        t = self.kit.words.text
        self.title.say(t("Netwerk"))
        self._bar.say(
            {
                PEOPLE: t("Mensen en functies"),
                PRACTICES: t("Praktijken"),
                ROUTES: t("Waarvoor"),
                MEETINGS: t("Overleg"),
                NEWS: t("Nieuws"),
                WORK: t("Nog bevestigen"),
                WEEK: t("Week"),
            }
        )

    def open(self) -> None:
        """As it was left, where something wasn't kept yet; otherwise as it is now."""
        account = self.office.room.account
        self._whose = account.id if account is not None else ""
        for kind, tab in self.records.items():
            draft = self._left_over.pop((self._whose, kind), None)
            if draft is not None:
                tab.go_on(draft)
                self._show_tab(kind)
                self.tell(self.kit.words.text("Dit had u nog niet bewaard."))
        self.read()

    def read(self) -> None:
        """All of it, as it is now."""
        self.run(Reading(self.office), self._came)

    def reached(self) -> None:
        """What others changed meanwhile; what is typed here stays."""
        if not self.is_waiting:
            self.read()

    def clear(self) -> None:
        """Nothing in hand."""
        super().clear()
        for kind, tab in self.records.items():
            if tab.draft is not None and tab.unsaved:
                self._left_over[self._whose, kind] = tab.draft
            tab.clear()
        self.seen = None
        for other in (self.network_news, self.work, self.sheet):
            other.clear()
        self._show_tab(PEOPLE)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return any(tab.unsaved for tab in self.records.values())

    def ask_to_leave(self) -> None:
        """At the first thing that isn't kept yet."""
        kind = next(kind for kind, tab in self.records.items() if tab.unsaved)
        self._show_tab(kind)
        self.records[kind].ask_to_leave()

    def _came(self, seen: Seen) -> None:
        self.seen = seen
        for tab in self.records.values():
            tab.fill(seen)
        self.network_news.fill(seen)
        self.work.fill(seen)
        if self._tab == WEEK and self._stack.currentWidget() is self.sheet:
            self._show_week()

    def _tab_touched(self, name: str) -> None:
        self.tell("")
        self._show_tab(name)
        if name == WEEK:
            self._show_week()

    def _show_tab(self, name: str) -> None:
        self._tab = name
        if name != WEEK:
            # A sheet that was looked at names people.
            self.sheet.clear()
        self._stack.setCurrentWidget(self._tabs[name])
        self._bar.choose(name)

    def _show_week(self) -> None:
        if self.seen is not None:
            self.sheet.begin(SheetWish(SheetKind.WEEK), self.seen, may_leave=False)

    def _print(self, wish: SheetWish) -> None:
        """The sheet in the place of the tab that it belongs to."""
        if self.seen is not None:
            self.tell("")
            self._stack.setCurrentWidget(self.sheet)
            self.sheet.begin(wish, self.seen, may_leave=True)

    def _back(self) -> None:
        self.tell("")
        self._show_tab(self._tab)

    def _go_to(self, kind: RecordKind, record_id: str) -> None:
        tab = self.records[kind]
        self._show_tab(kind)
        tab.choose(record_id)

    def _failed(self, number: int, error: BaseException) -> None:
        super()._failed(number, error)
        if isinstance(error, RecordConflictError):
            # What is shown is older than what is kept.
            self.read()
