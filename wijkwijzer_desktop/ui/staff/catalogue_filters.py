"""Which entries the list shows: a row of filters, and below it the answers of the one that was touched."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.editing import Order, Wanted
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Kind, Status
from wijkwijzer_desktop.i18n.catalogue_words import kind_name, status_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, FormScroll
from wijkwijzer_desktop.ui.staff.toggles import RoomyToggle, Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.choice import Shape

TOPIC, AREA, KIND, STATUS, DUE, FLAGGED = "topic", "area", "kind", "status", "due", "flagged"
# Those with answers of their own.
OPENED = (TOPIC, AREA, KIND, STATUS)
# Pixels; more than these are scrolled.
TALLEST = 208


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is filtered on. areas: ids of places of the pack."""

    topics: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    statuses: frozenset[Status] = frozenset()
    due: bool = False
    flagged: bool = False

    def wanted(self, typed: str, today: date, postcodes: Mapping[str, tuple[str, ...]]) -> Wanted:
        """The list that it asks for. postcodes: of each place."""
        return Wanted(
            typed=typed,
            topics=self.topics,
            postcodes4=frozenset(code for area in self.areas for code in postcodes.get(area, ())),
            kinds=self.kinds,
            statuses=self.statuses,
            due_on=today if self.due else None,
            flagged=self.flagged,
            order=Order.CHECK if self.due else Order.NAME,
        )


class Filters(Translated, QWidget):
    """changed: something else is filtered on. chosen: what is."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pack: Pack | None = None
        self._open = ""
        self.chosen = Chosen()
        self._chips = {value: RoomyToggle(kit, self) for value in (*OPENED, DUE, FLAGGED)}
        self._all = DenseButton(kit, self)
        self._scroll = FormScroll(kit, self)
        self._answers = Toggles(kit, self._scroll.inside)
        row = QHBoxLayout()
        row.setSpacing(Space.HALF)
        for chip in self._chips.values():
            chip.several = True
            row.addWidget(chip)
            chip.touched.connect(self._touched)
        row.addStretch(1)
        row.addWidget(self._all)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._answers)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(row)
        column.addWidget(self._scroll)
        self._answers.touched.connect(self._answered)
        self._all.clicked.connect(self.reset)
        self.retranslate()

    def retranslate(self) -> None:
        """Every filter with how much it filters."""
        t = self._kit.words.text
        chosen = self.chosen
        counts = {TOPIC: chosen.topics, AREA: chosen.areas, KIND: chosen.kinds, STATUS: chosen.statuses}
        names = {TOPIC: t("Onderwerp"), AREA: t("Wijk"), KIND: t("Soort"), STATUS: t("Status")}
        names |= {DUE: t("Te controleren"), FLAGGED: t("Met melding")}
        on = {value for value, some in counts.items() if some}
        on |= {value for value, holds in ((DUE, chosen.due), (FLAGGED, chosen.flagged)) if holds}
        for value, chip in self._chips.items():
            count = len(counts.get(value, ()))
            words = t("{name} ({count})", name=names[value], count=count) if count else names[value]
            chip.fill("filter", value, words, shape=Shape.CHIP)
            chip.choose(chosen=value in on)
        self._all.say(t("Alles"))
        self._all.describe(t("Filtert nergens op"))
        self._all.setVisible(bool(on))
        self._fill_answers()

    def use(self, pack: Pack) -> None:
        """Topics and places of these questions."""
        self._pack = pack
        # Nobody could take away what isn't there to touch.
        topics, areas = (frozenset(value for value, _words in self._known()[one]) for one in (TOPIC, AREA))
        self.chosen = replace(self.chosen, topics=self.chosen.topics & topics, areas=self.chosen.areas & areas)
        self.retranslate()

    def wanted(self, typed: str, today: date) -> Wanted:
        """The list that is asked for."""
        places = self._pack.places if self._pack is not None else {}
        return self.chosen.wanted(typed, today, {place.id: place.postcodes for place in places.values()})

    def reset(self) -> None:
        """Filter on nothing."""
        self._open = ""
        self._use(Chosen())

    def _use(self, chosen: Chosen) -> None:
        other = chosen != self.chosen
        self.chosen = chosen
        self.retranslate()
        if other:
            self.changed.emit()

    def _touched(self, _group: str, value: str) -> None:
        if value == DUE:
            self._use(replace(self.chosen, due=not self.chosen.due))
        elif value == FLAGGED:
            self._use(replace(self.chosen, flagged=not self.chosen.flagged))
        else:
            self._open = "" if self._open == value else value
            self._scroll.to_top()
            self.retranslate()

    def _fill_answers(self) -> None:
        answers = self._known().get(self._open, ())
        self._scroll.setVisible(bool(answers))
        if not answers:
            return
        self._answers.fill(self._chips[self._open].words, answers, self._ticked())
        self._fit()

    def _fit(self) -> None:
        if self._open:
            needed = self._answers.heightForWidth(max(1, self._scroll.viewport().width()))
            self._scroll.setFixedHeight(min(needed, self._kit.px(TALLEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many lines as the answers take."""
        super().resizeEvent(event)
        self._fit()

    def _known(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        translator = self._kit.words.translator
        known = {
            KIND: tuple((kind.value, kind_name(kind, translator)) for kind in Kind),
            STATUS: tuple((status.value, status_name(status, translator)) for status in Status),
        }
        if self._pack is not None:
            known[TOPIC] = tuple((topic.id, topic.name) for topic in self._pack.topics)
            # Of a place without a postcode nothing can be found.
            known[AREA] = tuple((place.id, place.name) for place in self._pack.places.values() if place.postcodes)
        return known

    def _ticked(self) -> tuple[str, ...]:
        chosen = self.chosen
        return {
            TOPIC: tuple(chosen.topics),
            AREA: tuple(chosen.areas),
            KIND: tuple(kind.value for kind in chosen.kinds),
            STATUS: tuple(status.value for status in chosen.statuses),
        }[self._open]

    def _answered(self, value: str) -> None:
        chosen = self.chosen
        match self._open:
            case "topic":
                self._use(replace(chosen, topics=chosen.topics ^ {value}))
            case "area":
                self._use(replace(chosen, areas=chosen.areas ^ {value}))
            case "kind":
                self._use(replace(chosen, kinds=chosen.kinds ^ {Kind(value)}))
            case _:
                self._use(replace(chosen, statuses=chosen.statuses ^ {Status(value)}))
