"""Settings as one file: out of this counter, into others, so that all are set up alike."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.settings_door import ReadIn, Saved
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.settings_words import setting_name, wrong_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.places import PlaceField
from wijkwijzer_desktop.ui.staff.settings_panel import kept_words
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

FILE_NAME = "wijkwijzer-instellingen.toml"


class TransferPanel(Panel):
    """saved: a Saved; what was read in is kept, and can be put in use."""

    role: ClassVar[Role] = Role.MANAGER
    saved = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._read: ReadIn | None = None
        self._places = PlaceField(kit, self, office.folder)
        self._file = Label(self, "soft")
        self._out = Button(kit, self)
        self._in = Button(kit, self)
        self._scroll = Scroll(kit, self)
        self._found = Label(self._scroll.inside, "text", live=True)
        self._keep = Button(kit, self, kind=Kind.MAIN)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self._out)
        row.addWidget(self._in)
        row.addStretch(1)
        found = QHBoxLayout(self._scroll.inside)
        found.setContentsMargins(0, 0, 0, 0)
        found.addWidget(self._found, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._places)
        self.column.addWidget(self._file)
        self.column.addLayout(row)
        self.column.addWidget(self._scroll, 1)
        self.end_with(self._keep)
        self._places.touched.connect(self._place_touched)
        self._out.clicked.connect(self._export)
        self._in.clicked.connect(self._read_in)
        self._keep.clicked.connect(self._save)
        self.retranslate()

    def retranslate(self) -> None:
        """What this is for."""
        t = self.kit.words.text
        self.title.say(t("Instellingen overzetten"))
        self.explained.say(
            t("Zo krijgen meer balies dezelfde instellingen. De balie zelf, de naam, het adres en de printer gaan niet mee.")
        )
        self._out.say(t("Maak het bestand"))
        self._in.say(t("Lees het bestand"))
        self._keep.say(t("Neem over"))
        self._show()

    def open(self) -> None:
        """Nothing is read yet."""
        self._read = None
        self._places.look()
        self._show()

    def clear(self) -> None:
        """Nothing is read."""
        super().clear()
        self._read = None
        self._show()

    @property
    def _path(self) -> Path:
        return self._places.folder / FILE_NAME

    def _show(self) -> None:
        t = self.kit.words.text
        self._file.say(t("Bestand: {path}", path=self._path))
        read = self._read
        self._found.say("" if read is None else "\n".join(self._lines(read)))
        self._keep.setVisible(read is not None and bool(read.changed))

    def _lines(self, read: ReadIn) -> list[str]:
        translator = self.kit.words.translator
        t = translator.text
        if read.wrong:
            wrong = (f"{setting_name(w.field, translator)}: {wrong_words(w.field, w.reason, translator)}" for w in read.wrong)
            return [t("Er is niets overgenomen. Dit klopt niet:"), *wrong]
        names = ", ".join(setting_name(name, translator) for name in read.changed)
        lines = [t("Dit verandert hier: {names}.", names=names) if names else t("Alles is hier al zo.")]
        if read.kept:
            kept = ", ".join(setting_name(name, translator) for name in read.kept)
            lines.append(t("Dit staat in het bestand en blijft hier zoals het is: {names}.", names=kept))
        return lines

    def _place_touched(self, _value: str) -> None:
        self._read = None
        self.tell("")
        self._show()

    def _export(self) -> None:
        if not self.is_waiting:
            self.run(partial(self.office.settings.export_to, self._path), self._exported)

    def _exported(self, _nothing: None) -> None:
        self.tell(self.kit.words.text("Het bestand is gemaakt."))

    def _read_in(self) -> None:
        if not self.is_waiting:
            self.tell("")
            self.run(partial(self.office.settings.read_in, self._path), self._has_read)

    def _has_read(self, read: ReadIn) -> None:
        self._read = read
        self._show()

    def _save(self) -> None:
        if self._read is not None and not self.is_waiting:
            self.run(partial(self.office.settings.save, self._read.settings), self._kept)

    def _kept(self, saved: Saved) -> None:
        self.saved.emit(saved)
        self.open()
        self.tell(kept_words(self.kit, saved))
