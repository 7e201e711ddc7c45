"""What can be done with the record that is chosen: one line of buttons, those that make sense now."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Standing:
    """mode: form, conflict, removing or nothing. is_asked: whether somebody must ask now and then if it is still so. undoable:
    whether the last change can be taken back. ready: whether it can be kept now. prints: words of the sheet's button, "" for
    none."""

    mode: str
    is_new: bool
    is_changed: bool
    is_asked: bool
    undoable: bool
    ready: bool
    prints: str


class RecordButtons(Translated, QWidget):
    """Made once; who uses it connects them."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.print = DenseButton(kit, self, icon="printer")
        self.confirm = DenseButton(kit, self)
        self.back = DenseButton(kit, self)
        self.forget = DenseButton(kit, self)
        self.remove = DenseButton(kit, self)
        self.discard = DenseButton(kit, self)
        self.keep = DenseButton(kit, self, kind=Kind.MAIN)
        self.stay = DenseButton(kit, self)
        self.sure = DenseButton(kit, self, kind=Kind.ALARM)
        row = Flow(self)
        row.setSpacing(Space.HALF)
        for button in (
            self.keep, self.discard, self.confirm, self.print, self.back, self.forget, self.remove, self.stay, self.sure,
        ):  # fmt: skip
            row.addWidget(button)
        self._standing = Standing("nothing", is_new=True, is_changed=False, is_asked=True, undoable=False, ready=False, prints="")
        self.retranslate()

    def retranslate(self) -> None:
        """What each does."""
        t = self._kit.words.text
        self.confirm.say(t("Klopt nog"))
        self.back.say(t("Neem wijziging terug"))
        self.forget.say(t("Wis vorige versie"))
        self.remove.say(t("Haal weg"))
        self.discard.say(t("Gooi weg"))
        self.stay.say(t("Nee, houd het"))
        self.sure.say(t("Ja, haal weg"))
        self.show_standing(self._standing)

    def show_standing(self, standing: Standing) -> None:
        """Those that make sense now."""
        t = self._kit.words.text
        self._standing = standing
        form, conflict = standing.mode == "form", standing.mode == "conflict"
        kept = form and not standing.is_new
        self.keep.say(t("Bewaar dit") if conflict else t("Bewaar"))
        self.print.say(standing.prints)
        shown = {
            self.keep: form or conflict,
            self.discard: conflict or (form and standing.is_changed),
            self.confirm: kept and standing.is_asked,
            self.print: bool(standing.prints) and (form or standing.mode == "nothing"),
            self.back: kept and standing.undoable,
            self.forget: kept and standing.undoable,
            self.remove: kept,
            self.stay: standing.mode == "removing",
            self.sure: standing.mode == "removing",
        }
        for button, visible in shown.items():
            button.setVisible(visible)
        self.keep.setEnabled(standing.ready)
