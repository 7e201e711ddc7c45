"""An entry of a wider layer: an own version in its place here, or none, with the reason."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.layering import LONGEST_REASON
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.layers import Layer, Layers, Override
from wijkwijzer_desktop.i18n.layer_words import layer_name
from wijkwijzer_desktop.ui.staff.fields import TextField
from wijkwijzer_desktop.ui.staff.layer_field import LayerField
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Found:
    """kept: None where it is gone. where: layers in which it may be left out."""

    kept: Kept | None
    where: tuple[Layer, ...]
    layers: Layers


@dataclass(frozen=True, slots=True)
class Looking:
    """Read an entry and what may become of it in which layer."""

    office: Office
    service_id: str

    def __call__(self) -> Found:
        kept = self.office.catalogue.read(self.service_id)
        return Found(kept, self.office.layers.where(self.service_id), self.office.layers.layers())


class LeavingOut(Translated, QWidget):
    """left: nothing more to do here. made: id of the own version, to be opened."""

    left = Signal()
    made = Signal(str)

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        kit = panel.kit
        self._panel = panel
        self._kit = kit
        self._found: Found | None = None
        self._layer = ""
        self._what = Label(self, "strong")
        self._explained = Label(self, "text")
        self._layers = LayerField(kit, self)
        self._why = TextField(kit, self, LONGEST_REASON)
        self._now = Label(self, "text", live=True)
        self._back = Button(kit, self)
        self._hide = Button(kit, self)
        self._again = Button(kit, self)
        self._own = Button(kit, self, kind=Kind.MAIN)
        self._lay_out()
        self._layers.picked.connect(self._picked)
        self._why.edited.connect(self._show)
        self._back.clicked.connect(self._leave)
        self._hide.clicked.connect(self._do_hide)
        self._again.clicked.connect(self._do_show)
        self._own.clicked.connect(self._do_own)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self._back)
        row.addStretch(1)
        for button in (self._again, self._hide, self._own):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        for part in (self._what, self._explained, self._layers, self._now, self._why):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)

    def retranslate(self) -> None:
        """What can be done."""
        t = self._kit.words.text
        self._layers.name(t("Voor welke balies?"))
        self._why.name(t("Waarom?"), t("bijvoorbeeld: hier helpt de gemeente zelf"))
        self._back.say(t("Terug"))
        self._hide.say(t("Verberg hier"))
        self._again.say(t("Laat weer zien"))
        self._own.say(t("Maak een eigen versie"))
        self._show()

    def begin(self, found: Found) -> None:
        """With this entry."""
        self._found = found
        self._layer = found.where[-1].id if len(found.where) == 1 else ""
        self._why.fill("")
        self._show()

    def clear(self) -> None:
        """No entry."""
        self._found, self._layer = None, ""
        self._why.fill("")
        self._show()

    @property
    def _override(self) -> Override | None:
        """What is done with it in the chosen layer already."""
        found = self._found
        if found is None or found.kept is None:
            return None
        which = (self._layer, found.kept.service.id)
        return next((one for one in found.layers.overrides if (one.layer, one.service) == which), None)

    def _show(self) -> None:
        t = self._kit.words.text
        found, override = self._found, self._override
        if found is None or found.kept is None:
            self._what.say("")
            self._explained.say("")
            self._now.say("")
            return
        translator = self._kit.words.translator
        service = found.kept.service
        self._what.say(f"{service.name} · {layer_name(service.layer, found.layers, translator)}")
        can = bool(found.where)
        self._explained.say(
            t("Andere balies houden deze ingang zoals zij is. Een eigen versie begint als kopie; die verandert u zelf.")
            if can
            else t("Deze ingang kunt u hier niet vervangen: zij is al van uw laag, of anderen houden die lagen bij.")
        )
        self._layers.show_layers(found.layers, found.where, self._layer)
        self._now.say("" if override is None else self._said(override, found))
        may = bool(self._layer) and override is None
        self._why.setVisible(may)
        for button in (self._hide, self._own):
            button.setVisible(can and override is None)
            button.setEnabled(may and bool(self._why.text))
        self._again.setVisible(override is not None)

    def _said(self, override: Override, found: Found) -> str:
        t = self._kit.words.text
        where = layer_name(override.layer, found.layers, self._kit.words.translator)
        if override.by:
            return t("In {layer} staat er een eigen versie in de plaats. Reden: {reason}", layer=where, reason=override.reason)
        return t("In {layer} is deze ingang verborgen. Reden: {reason}", layer=where, reason=override.reason)

    def _picked(self, layer_id: str) -> None:
        self._layer = layer_id
        self._show()

    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    def _do_hide(self) -> None:
        self._run("hide")

    def _do_own(self) -> None:
        self._run("own")

    def _do_show(self) -> None:
        self._run("show")

    def _run(self, what: str) -> None:
        found = self._found
        if found is None or found.kept is None or self._panel.is_waiting:
            return
        door, service_id = self._panel.office.layers, found.kept.service.id
        if what == "own":
            self._panel.run(partial(door.own_version, service_id, self._layer, self._why.text), self._made)
        elif what == "hide":
            self._panel.run(partial(door.hide, service_id, self._layer, self._why.text), self._done)
        else:
            self._panel.run(partial(door.show_again, service_id, self._layer), self._done)

    def _made(self, kept: Kept) -> None:
        self.clear()
        self.made.emit(kept.service.id)

    def _done(self, _nothing: None) -> None:
        self._panel.tell(self._kit.words.text("Bewaard."))
        self._leave()
