"""The log of what staff did."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.audit import Line, Verdict
from wijkwijzer_desktop.domain.staff import Account, Role
from wijkwijzer_desktop.i18n.audit_words import moment_words, what_words, who_words
from wijkwijzer_desktop.i18n.staff_words import older_keys_words, verdict_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.widgets.button import Button, Kind

LATEST = 200
WHAT = 3


def read(office: Office) -> tuple[tuple[Line, ...], tuple[Account, ...]]:
    """The latest lines, and who works here now. Blocks."""
    return office.audit.latest(LATEST), office.accounts.accounts()


class AuditPanel(Panel):
    """Reads, never writes."""

    role: ClassVar[Role] = Role.MANAGER

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._table = Table(kit, self, WHAT)
        self._verify = Button(kit, self, kind=Kind.MAIN)
        self.column.addWidget(self._table, 1)
        self.end_with(self._verify)
        self._verify.clicked.connect(self._touched)
        self.retranslate()

    def retranslate(self) -> None:
        """What this is."""
        t = self.kit.words.text
        self.title.say(t("Logboek"))
        self.explained.say(t("Wat medewerkers deden, het nieuwste boven. Van bezoekers staat hier niets."))
        self._table.setAccessibleName(t("Logboek"))
        self._verify.say(t("Controleer"))

    def open(self) -> None:
        """As it is now."""
        self.run(partial(read, self.office), self._fill)

    def clear(self) -> None:
        """No line."""
        super().clear()
        self._table.fill(Sheet())

    def _fill(self, found: tuple[tuple[Line, ...], tuple[Account, ...]]) -> None:
        lines, accounts = found
        labels = {account.id: account.label for account in accounts}
        translator = self.kit.words.translator
        t = translator.text
        rows = tuple(
            (
                str(line.number),
                moment_words(line, translator),
                who_words(line, labels, translator),
                what_words(line, labels, translator),
            )
            for line in lines
        )
        self._table.fill(Sheet((t("Regel"), t("Wanneer"), t("Wie"), t("Wat")), rows))

    def _touched(self) -> None:
        if not self.is_waiting:
            self.tell(self.kit.words.text("Een ogenblik…"))
            self.run(self.office.audit.verify, self._tell_verdict)

    def _tell_verdict(self, verdict: Verdict) -> None:
        translator = self.kit.words.translator
        self.tell(f"{verdict_words(verdict, translator)} {older_keys_words(verdict, translator)}".strip())
