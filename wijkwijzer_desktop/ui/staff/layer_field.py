"""A choice of layers; not there where there are none to choose from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.layers import Layer, Layers
from wijkwijzer_desktop.i18n.layer_words import level_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.widgets.choices import Answer

# A choice without a value is one that isn't there.
_PREFIX = "layer:"


class LayerField(ChoiceField):
    """picked: id of another layer, "" for none in particular."""

    picked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, 3)
        self._kit = kit
        self.touched.connect(self._touched_one)

    def show_layers(self, layers: Layers, among: tuple[Layer, ...], chosen: str, none: str = "") -> None:
        """These, with one of them chosen. none: what it is called where none is in particular; "" where one must be."""
        translator = self._kit.words.translator
        answers = [Answer(_PREFIX, none)] if none else []
        answers += [Answer(_PREFIX + one.id, f"{one.name} · {level_name(one.level, translator)}") for one in among]
        if chosen and chosen not in layers.by_id:
            answers.append(Answer(_PREFIX + chosen, translator.text("{name} (bestaat niet meer)", name=chosen)))
        self.fill(answers)
        self.show_chosen(_PREFIX + chosen)
        self.setVisible(bool(among))

    def _touched_one(self, value: str) -> None:
        self.picked.emit(value.removeprefix(_PREFIX))
