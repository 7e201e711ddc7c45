"""One file that was read: what it would do, to tick; what was put right in it and what was refused."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.editing import Plan, Planned
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.i18n.import_words import counts_words, finding_words, place_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.staff.plan_table import PlanTable
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label

PLANNED, REPAIRED, REFUSED = "planned", "repaired", "refused"
# More lines than these nobody reads on a screen; the command line prints them all.
MOST_FINDINGS = 500
SHORT = 160


class PlanView(QWidget):
    """touched: others are ticked now."""

    touched = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pack: Pack | None = None
        self.plan = Plan(())
        self._counts = Label(self, "strong", live=True)
        self._views = ChoiceField(kit, self, 3)
        self._all = Button(kit, self)
        self._none = Button(kit, self)
        self._stack = QStackedWidget(self)
        self.table = PlanTable(kit, self._stack)
        self.findings = Table(kit, self._stack, 1)
        self._details = Label(self, "soft")
        for page in (self.table, self.findings):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self._views, 1)
        for button in (self._all, self._none):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._counts)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self._details)
        self._view = PLANNED
        self._views.touched.connect(self._turn)
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)
        self.table.shown.connect(self._look)
        self.table.plan_model.touched.connect(self.touched)

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of what is to be done."""
        return self.table.plan_model.ticked

    def fill(self, plan: Plan, pack: Pack | None = None) -> None:
        """Show this one: first what was refused, where anything was and nothing else is left. pack: that it was read with."""
        self.plan = plan
        self._pack = pack
        self.table.fill(plan.planned)
        self._turn(PLANNED if plan.planned or not plan.refused else REFUSED)
        self.say()

    def say(self) -> None:
        """All words anew."""
        translator = self._kit.words.translator
        t = translator.text
        plan = self.plan
        self._counts.say(counts_words(plan, translator))
        answers = [Answer(PLANNED, t("Wat verandert ({count})", count=len(plan.planned)))]
        answers += [Answer(REPAIRED, t("Hersteld ({count})", count=len(plan.repaired)))] if plan.repaired else []
        answers += [Answer(REFUSED, t("Geweigerd ({count})", count=len(plan.refused)))] if plan.refused else []
        self._views.fill(answers)
        self._views.show_chosen(self._view)
        self._all.say(t("Alles aan"))
        self._none.say(t("Alles uit"))
        self.table.setAccessibleName(t("Wat verandert"))
        self.findings.setAccessibleName(t("Geweigerd") if self._view == REFUSED else t("Hersteld"))

    def _turn(self, view: str) -> None:
        self._view = view
        is_plan = view == PLANNED
        for button in (self._all, self._none):
            button.setVisible(is_plan and bool(self.plan.planned))
        if not is_plan:
            self.findings.fill(self._sheet(self.plan.refused if view == REFUSED else self.plan.repaired))
        self._stack.setCurrentWidget(self.table if is_plan else self.findings)
        self._look(None)
        self._views.show_chosen(view)

    def _sheet(self, findings: tuple[Finding, ...]) -> Sheet:
        translator = self._kit.words.translator
        t = translator.text
        one_file = len({finding.file for finding in findings}) <= 1
        rows = [
            (
                place_words(replace(one, file="" if one_file else one.file, item=""), translator),
                ": ".join(filter(None, (one.item, finding_words(one, translator)))),
            )
            for one in findings[:MOST_FINDINGS]
        ]
        if len(findings) > MOST_FINDINGS:
            rows.append(("…", t("En nog {count} andere.", count=len(findings) - MOST_FINDINGS)))
        return Sheet((t("Waar"), t("Wat")), tuple(rows))

    def _look(self, planned: Planned | None) -> None:
        if planned is None or planned.before is None or self._pack is None:
            self._details.say("")
            return
        words = EntryWords(self._kit.words.translator, self._pack)
        lines = [
            f"{one.name}: {_short(one.before)} → {_short(one.after)}"
            for one in words.differences(planned.before.service, planned.after)
        ]
        self._details.say("\n".join(lines))

    def _tick_all(self) -> None:
        self.table.plan_model.tick_all(ticked=True)

    def _tick_none(self) -> None:
        self.table.plan_model.tick_all(ticked=False)


def _short(words: str) -> str:
    line = " / ".join(words.splitlines())
    return line if len(line) <= SHORT else f"{line[:SHORT]}…"
