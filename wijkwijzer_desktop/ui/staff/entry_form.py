"""The form of an entry: every field, in six groups, checked while it is typed."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.domain.service import Interest, Kind, ReferralNeed, Service, Status, Step
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.catalogue_words import field_names, kind_name, referral_name, status_name, step_name
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.recipe_words import interest_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.documents_field import DocumentsField
from wijkwijzer_desktop.ui.staff.entry_fields import NOWHERE, POST, VISIT, ChosenField, PlaceField
from wijkwijzer_desktop.ui.staff.entry_groups import COST, GROUPS, OPEN, REACH, TRUTH, WHAT, WHO, Fields
from wijkwijzer_desktop.ui.staff.lines_field import LinesField
from wijkwijzer_desktop.ui.staff.organization_field import OrganizationField
from wijkwijzer_desktop.ui.staff.questions.dense import FormScroll
from wijkwijzer_desktop.ui.staff.toggles import RoomyToggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.flow import Flow
from wijkwijzer_desktop.ui.widgets.label import Label

# Beside each other, as far as there is room for both.
SIDE_BY_SIDE = (("checked", "check_before"), ("valid_from", "valid_to"))


class EntryForm(Translated, QWidget):
    """changed: name of a field of `Service`; somebody did something to it. turned: another group is shown. undone: Ctrl+Z.
    renaming: the name of the organization must change everywhere. chips: the groups, to be laid out above."""

    changed = Signal(str)
    renaming = Signal()
    turned = Signal()
    undone = Signal()

    def __init__(self, kit: Kit, parent: QWidget, background: Background) -> None:
        super().__init__(parent)
        self._kit = kit
        self._background = background
        self._group = WHAT
        self.chips = QWidget(parent)
        self._chips = {group: RoomyToggle(kit, self.chips) for group in GROUPS}
        self._stack = QStackedWidget(self)
        self._scrolls = {group: FormScroll(kit, self._stack) for group in GROUPS}
        pages: dict[str, QWidget] = {group: scroll.inside for group, scroll in self._scrolls.items()}
        self.fields = Fields(kit, pages, background).all
        self._translated = Label(pages[TRUTH], "soft")
        self._lay_out(pages)
        for chip in self._chips.values():
            chip.touched.connect(self._chosen)
        for bound in self.fields.values():
            bound.changed.connect(self._tell)
        self.organization.renaming.connect(self.renaming)
        self.retranslate()

    def _lay_out(self, pages: dict[str, QWidget]) -> None:
        flow = Flow(self.chips)
        flow.setSpacing(Space.HALF)
        for chip in self._chips.values():
            flow.addWidget(chip)
        columns = {}
        for group, page in pages.items():
            columns[group] = column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, Space.HALF, Space.ONE)
            column.setSpacing(Space.ONE)
            self._stack.addWidget(self._scrolls[group])
        seconds = {second for _first, second in SIDE_BY_SIDE}
        for field, bound in self.fields.items():
            if field not in seconds:
                self._add(columns[bound.group], field)
        columns[TRUTH].addWidget(self._translated)
        for column in columns.values():
            column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack, 1)

    def _add(self, column: QVBoxLayout, field: str) -> None:
        beside = dict(SIDE_BY_SIDE).get(field)
        if beside is None:
            column.addWidget(self.fields[field].widget)
            return
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        for name in (field, beside):
            row.addWidget(self.fields[name].widget, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self._kit.words.text
        translator = self._kit.words.translator
        for field, name in field_names(translator).items():
            bound = self.fields.get(field)
            if bound is not None and hasattr(bound.widget, "name") and not isinstance(bound.widget, LinesField | PlaceField):
                self._name(field, name)
        self._phones.name(t("Telefoon"), (t("Nummer"), t("Waarvoor")), t("Nog een nummer"))
        self._sources.name(t("Bronnen"), (t("Adres of omschrijving"), t("Van wanneer"), t("Soort bewijs")), t("Nog een bron"))
        self._place.name(
            (t("Waar is het?"), t("Straat en nummer"), t("Postcode"), t("Plaats")),
            ((VISIT, t("Hier kunt u heen")), (POST, t("Alleen post")), (NOWHERE, t("Nergens"))),
        )
        answers = {
            "kind": [(kind.value, kind_name(kind, translator)) for kind in Kind],
            "step": [(step.name, step_name(step, translator)) for step in Step],
            "status": [(status.value, status_name(status, translator)) for status in Status],
            "referral": [(need.value, referral_name(need, translator)) for need in ReferralNeed],
            "topics": [(topic.id, topic.name) for topic in self._background.pack.topics],
            "interests": [(one.value, interest_name(one, translator)) for one in Interest],
            "languages": [(one.code, formats.language_name(translator.language, one.code)) for one in LANGUAGES],
        }
        for field, known in answers.items():
            cast("ChosenField", self.fields[field].widget).offer(known)
        self._show_groups()

    def _name(self, field: str, name: str) -> None:
        widget = self.fields[field].widget
        if isinstance(widget, DocumentsField):
            widget.name(name, self._background.pack)
        else:
            widget.name(name)  # type: ignore[attr-defined]

    @property
    def organization(self) -> OrganizationField:
        """Its line, and the way to rename it."""
        return cast("OrganizationField", self.fields["organization"].widget)

    @property
    def _phones(self) -> LinesField:
        return cast("LinesField", self.fields["phones"].widget)

    @property
    def _sources(self) -> LinesField:
        return cast("LinesField", self.fields["sources"].widget)

    @property
    def _place(self) -> PlaceField:
        return cast("PlaceField", self.fields["location"].widget)

    def begin(self, service: Service, background: Background) -> None:
        """Another entry, from the first group."""
        if background.pack is not self._background.pack:
            self._background = background
            self.retranslate()
        self._go(WHAT)
        for scroll in self._scrolls.values():
            scroll.to_top()
        for bound in self.fields.values():
            bound.clear()
        self.fill(service)

    def fill(self, service: Service) -> None:
        """Show all of it."""
        for bound in self.fields.values():
            bound.fill(service)
        count = len({translation.language for translation in service.translations})
        none = self._kit.words.text("Nog niet vertaald.")
        plural = self._kit.words.plural
        self._translated.say(plural("Vertaald in {count} taal.", "Vertaald in {count} talen.", count) if count else none)
        self._watch()
        self._show_what_fits()
        self._show_groups()

    def read(self, field: str, service: Service) -> Service:
        """The service with what stands in this field."""
        return self.fields[field].read(service)

    def show_field(self, field: str) -> None:
        """Where this field is."""
        if field in self.fields:
            self._go(self.fields[field].group)
            self._scrolls[self._group].ensureWidgetVisible(self.fields[field].widget)

    @property
    def problem(self) -> str:
        """The first thing that is wrong, with where; "" for nothing."""
        names = field_names(self._kit.words.translator)
        return next((f"{names[field]}: {wrong}" for field, bound in self.fields.items() if (wrong := bound.problem)), "")

    @property
    def wrong_field(self) -> str:
        """The first field that something is wrong with; "" for none."""
        return next((field for field, bound in self.fields.items() if bound.problem), "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """One way to undo, in whatever field somebody types."""
        if event.type() == QEvent.Type.KeyPress and cast("QKeyEvent", event).matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
            return True
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        for kind in (QLineEdit, QPlainTextEdit):
            for line in self.findChildren(kind):
                line.removeEventFilter(self)
                line.installEventFilter(self)

    def _show_what_fits(self) -> None:
        # What is already said of something else must be seen to be taken away.
        interests = cast("ChosenField", self.fields["interests"].widget)
        kind = cast("ChosenField", self.fields["kind"].widget).value
        interests.setVisible(kind == (Kind.ACTIVITY.value,) or bool(interests.value))

    def _tell(self, field: str) -> None:
        self._watch()
        self._show_what_fits()
        self._show_groups()
        self.changed.emit(field)

    def _show_groups(self) -> None:
        t = self._kit.words.text
        names = {
            WHAT: t("Wat"),
            REACH: t("Bereiken"),
            OPEN: t("Open"),
            WHO: t("Voor wie"),
            COST: t("Kosten en aanmelden"),
            TRUTH: t("Controle"),
        }
        wrong: dict[str, int] = {}
        for bound in self.fields.values():
            wrong[bound.group] = wrong.get(bound.group, 0) + bool(bound.problem)
        for group, chip in self._chips.items():
            count = wrong[group]
            words = t("{name} ({count} fout)", name=names[group], count=count) if count else names[group]
            if chip.words != words or not chip.value:
                chip.fill("group", group, words, shape=Shape.CHIP)
            chip.choose(chosen=group == self._group)

    def _chosen(self, _group: str, value: str) -> None:
        self._go(value)

    def _go(self, group: str) -> None:
        self._group = group
        self._stack.setCurrentWidget(self._scrolls[group])
        self._show_groups()
        self.turned.emit()

    @property
    def is_wide(self) -> bool:
        """Whether the group that is shown needs all the room: a week is seven lines of five things."""
        return self._group == OPEN
