"""One rule: how much it weighs, and when."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.concern import Rule, Severity
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.condition_editor import ConditionEditor
from wijkwijzer_desktop.ui.staff.questions.dense import IconButton, Picker
from wijkwijzer_desktop.ui.theme import Space


class RuleRow(QFrame):
    """changed: its place and the Rule that it is now. removed: its place."""

    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget, place: int) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._kit = kit
        self._place = place
        self.severity = Picker(kit, self)
        self._remove = IconButton(kit, self, icon="minus")
        self.condition = ConditionEditor(kit, self)
        top = QHBoxLayout()
        top.setSpacing(Space.HALF)
        top.addWidget(self.severity, 1)
        top.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.ONE, Space.HALF, Space.HALF, Space.HALF)
        column.setSpacing(Space.HALF)
        column.addLayout(top)
        column.addWidget(self.condition)
        self.severity.picked.connect(self._changed)
        self.condition.changed.connect(self._changed)
        self._remove.clicked.connect(self._take_away)

    def fill(self, rule: Rule, pack: Pack, known: Sequence[Question], *, fresh: bool) -> None:
        """Show this one. known: the questions that it may look at. fresh: of another topic than before."""
        t = self._kit.words.text
        names = {
            Severity.LIGHT: t("Licht: zelf te doen"),
            Severity.MEDIUM: t("Middel: een vrijwilliger helpt"),
            Severity.HEAVY: t("Zwaar: een beroepskracht helpt"),
            Severity.CRISIS: t("Crisis: de gemeente helpt"),
        }
        then = {
            Severity.LIGHT: t("weegt dit licht"),
            Severity.MEDIUM: t("weegt dit middelzwaar"),
            Severity.HEAVY: t("weegt dit zwaar"),
            Severity.CRISIS: t("is dit een crisis"),
        }
        self.severity.name(t("Hoe zwaar?"))
        self._remove.name(t("Haal deze regel weg"))
        self.severity.fill([(severity.name, words) for severity, words in names.items()], rule.severity.name)
        self.condition.fill(rule.when, pack, known, then.get(rule.severity, ""), fresh=fresh)

    def _changed(self) -> None:
        self.changed.emit(self._place, Rule(self.condition.value, Severity[self.severity.value]))

    def _take_away(self) -> None:
        self.removed.emit(self._place)
