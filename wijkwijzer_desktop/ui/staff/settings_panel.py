"""This counter's settings: changed as one form, shown as it would be, kept at once."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.settings_door import Place, Present, Saved, wrong_settings
from wijkwijzer_desktop.domain.layers import Layers, Level
from wijkwijzer_desktop.domain.paper import COUNTER_PAPERS, Paper
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES
from wijkwijzer_desktop.i18n.settings_words import setting_name, value_name, wrong_words
from wijkwijzer_desktop.settings import LONGEST_WAIT, SITTINGS, THEMES, VOICES, Settings
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import ChoiceField, TextField
from wijkwijzer_desktop.ui.staff.layer_field import LayerField
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.sketch import Sketch
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

TEXTS = ("name", "address", "postcode4")
WAITS = ("warn_after", "forget_after")
SWITCHES = ("help", "camera", "referral_file")
# Columns of each.
CHOICES = {"printer": 2, "other_printer": 2, "paper": 3, "theme": 3, "voice": 3, "sitting": 2} | dict.fromkeys(SWITCHES, 2)
DIGITS = len(str(LONGEST_WAIT))
YES, NO = "yes", "no"
ALL_LANGUAGES = tuple(language.code for language in LANGUAGES)


class SettingsPanel(Panel):
    """saved: a Saved; they are kept, and can be put in use."""

    role: ClassVar[Role] = Role.MANAGER
    saved = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._present: Present | None = None
        self._settings = Settings()
        # What was typed that is no number, by field.
        self._typed: dict[str, str] = {}
        self._wrong: dict[str, str] = {}
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._counter = ChoiceField(kit, inside, 2)
        self._layers = LayerField(kit, inside)
        self._known = Layers()
        self._texts = {name: TextField(kit, inside) for name in TEXTS}
        self._languages = ChoiceField(kit, inside, 4, several=True)
        self._about_languages = Label(inside, "soft")
        self._fields = {name: ChoiceField(kit, inside, columns) for name, columns in CHOICES.items()}
        self._waits = {name: TextField(kit, inside, DIGITS) for name in WAITS}
        self._about_waits = Label(inside, "soft")
        self._about_start = Label(inside, "strong")
        self._sketch = Sketch(kit, inside)
        self._keep = Button(kit, self, kind=Kind.MAIN)
        self._lay_out(inside)
        self.end_with(self._keep)
        self._connect()
        self.retranslate()

    def _lay_out(self, inside: QWidget) -> None:
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, Space.HALF, 0)
        form.setSpacing(Space.TWO)
        parts = (
            self._about_start,
            self._sketch,
            self._counter,
            self._layers,
            *self._texts.values(),
            self._languages,
            self._about_languages,
            self._fields["theme"],
            self._fields["printer"],
            self._fields["other_printer"],
            self._fields["paper"],
            *self._waits.values(),
            self._about_waits,
            self._fields["voice"],
            self._fields["sitting"],
            self._fields["help"],
            self._fields["camera"],
            self._fields["referral_file"],
        )
        for part in parts:
            form.addWidget(part)
        form.addStretch(1)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        for line in (*self._texts.values(), *self._waits.values()):
            line.edited.connect(self._typed_something)
        self._counter.touched.connect(self._counter_touched)
        self._layers.picked.connect(self._layer_picked)
        self._languages.touched.connect(self._language_touched)
        self._fields["printer"].touched.connect(self._printer_touched)
        self._fields["other_printer"].touched.connect(self._other_printer_touched)
        self._fields["paper"].touched.connect(self._paper_touched)
        self._fields["theme"].touched.connect(self._theme_touched)
        self._fields["voice"].touched.connect(self._voice_touched)
        self._fields["sitting"].touched.connect(self._sitting_touched)
        self._fields["help"].touched.connect(self._help_touched)
        self._fields["camera"].touched.connect(self._camera_touched)
        self._fields["referral_file"].touched.connect(self._referral_file_touched)
        self._keep.clicked.connect(self._save)

    def retranslate(self) -> None:
        """Names of all fields."""
        translator = self.kit.words.translator
        t = translator.text
        self.title.say(t("Instellingen van deze balie"))
        self._keep.say(t("Bewaar"))
        self._about_start.say(t("Zo wordt het eerste scherm:"))
        self._about_languages.say(t("Raak talen aan in de volgorde van het scherm. Nederlands blijft er altijd bij."))
        fields = {"counter": self._counter, "layer": self._layers, "languages": self._languages, **self._fields}
        for name, field in fields.items():
            field.name(setting_name(name, translator))
        for name, line in self._waits.items():
            line.name(setting_name(name, translator))
        self._show()

    def open(self) -> None:
        """As they are now."""
        self.run(self.office.layers.layers, self._know)
        self.run(self.office.settings.present, self._fill)

    def clear(self) -> None:
        """Nothing is being changed."""
        super().clear()
        self._present = None
        self._settings = Settings()
        self._typed.clear()
        self._show()

    def _know(self, layers: Layers) -> None:
        self._known = layers
        self._show()

    def _fill(self, present: Present) -> None:
        self._present, self._settings = present, present.settings
        self._typed.clear()
        for name, line in self._texts.items():
            line.fill(getattr(present.settings, name))
        for name, line in self._waits.items():
            line.fill(str(getattr(present.settings, name)))
        self._show()

    def _show(self) -> None:
        """The form as it stands: what is chosen, what is wrong, what becomes of it."""
        settings, present = self._settings, self._present
        translator = self.kit.words.translator
        t = translator.text
        self._fill_choices(settings, present)
        place = self._place()
        hints = {"name": place.name, "address": place.address, "postcode4": ""} if place is not None else {}
        for name, line in self._texts.items():
            hint = hints.get(name) or t("zoals in de catalogus")
            line.name(setting_name(name, translator), t("Leeg: {hint}", hint=hint))
        wrong = {found.field: wrong_words(found.field, found.reason, translator) for found in wrong_settings(settings)}
        wrong |= {name: wrong_words(name, "value", translator) for name in self._typed}
        self._wrong = wrong
        for name, line in {**self._texts, **self._waits}.items():
            line.complain(wrong.get(name, ""))
        waits = {"warn": settings.warn_after, "forget": settings.forget_after}
        meaning = t("Na {warn} seconden vraagt het scherm: bent u er nog? {forget} seconden later is alles gewist.", **waits)
        self._about_waits.say("" if wrong.keys() & set(WAITS) else meaning)
        name = settings.name or (place.name if place is not None else "")
        self._sketch.show_settings(replace(settings, name=name))
        self._keep.setEnabled(present is not None and not wrong and settings != present.settings)

    def _fill_choices(self, settings: Settings, present: Present | None) -> None:
        translator = self.kit.words.translator
        t = translator.text
        counters = present.places if present is not None else ()
        self._counter.fill([Answer(place.id, place.name) for place in counters])
        self._counter.show_chosen(settings.counter)
        among = tuple(one for one in self._known.layers if one.level in {Level.MUNICIPALITY, Level.NEIGHBOURHOOD})
        self._layers.show_layers(self._known, among, settings.layer, t("Zoals de gemeente"))
        codes = self._codes()
        places = {code: f"{place}. " for place, code in enumerate(codes, 1)}
        self._languages.fill([Answer(known.code, places.get(known.code, "") + known.own_name) for known in LANGUAGES])
        self._languages.show_chosen(*codes)
        for field, chosen in (("printer", settings.printer), ("other_printer", settings.other_printer)):
            printers = {"": t("Geen printer")} | {name: name for name in (present.printers if present is not None else ())}
            if chosen not in printers:
                printers[chosen] = t("{name} (nu niet te vinden)", name=chosen)
            # A choice without a value is one that isn't there.
            self._fields[field].fill([Answer(f"queue:{name}", words) for name, words in printers.items()])
            self._fields[field].show_chosen(f"queue:{chosen}")
        values = {"paper": COUNTER_PAPERS, "theme": THEMES, "voice": VOICES, "sitting": SITTINGS}
        values |= dict.fromkeys(SWITCHES, (YES, NO))
        for name, known in values.items():
            self._fields[name].fill([Answer(value, value_name(name, value, translator)) for value in known])
        for name in SWITCHES:
            self._fields[name].show_chosen(YES if getattr(settings, name) else NO)
        for name in ("paper", "theme", "voice", "sitting"):
            self._fields[name].show_chosen(str(getattr(settings, name)))

    def _place(self) -> Place | None:
        places = self._present.places if self._present is not None else ()
        return next((place for place in places if place.id == self._settings.counter), None)

    def _codes(self) -> tuple[str, ...]:
        return self._settings.languages or ALL_LANGUAGES

    # What is touched and typed

    def _use(self, settings: Settings) -> None:
        self._settings = settings
        self._show()
        # The field itself may be out of sight.
        self.tell(next((f"{setting_name(name, self.kit.words.translator)}: {why}" for name, why in self._wrong.items()), ""))

    def _typed_something(self) -> None:
        changed: dict[str, object] = {name: line.text for name, line in self._texts.items()}
        self._typed.clear()
        for name, line in self._waits.items():
            if line.text.isascii() and line.text.isdecimal():
                changed[name] = int(line.text)
            else:
                self._typed[name] = line.text
        self._use(replace(self._settings, **changed))  # type: ignore[arg-type]

    def _counter_touched(self, value: str) -> None:
        self._use(replace(self._settings, counter=value))

    def _layer_picked(self, layer_id: str) -> None:
        self._use(replace(self._settings, layer=layer_id))

    def _language_touched(self, code: str) -> None:
        codes = self._codes()
        changed = tuple(one for one in codes if one != code) if code in codes else (*codes, code)
        if DUTCH.code not in changed:
            changed = (*changed, DUTCH.code)
        self._use(replace(self._settings, languages=() if changed == ALL_LANGUAGES else changed))

    def _printer_touched(self, value: str) -> None:
        self._use(replace(self._settings, printer=value.removeprefix("queue:")))

    def _other_printer_touched(self, value: str) -> None:
        self._use(replace(self._settings, other_printer=value.removeprefix("queue:")))

    def _paper_touched(self, value: str) -> None:
        self._use(replace(self._settings, paper=Paper(value)))

    def _theme_touched(self, value: str) -> None:
        self._use(replace(self._settings, theme=value))

    def _voice_touched(self, value: str) -> None:
        self._use(replace(self._settings, voice=value))

    def _sitting_touched(self, value: str) -> None:
        self._use(replace(self._settings, sitting=value))

    def _help_touched(self, value: str) -> None:
        self._use(replace(self._settings, help=value == YES))

    def _camera_touched(self, value: str) -> None:
        self._use(replace(self._settings, camera=value == YES))

    def _referral_file_touched(self, value: str) -> None:
        self._use(replace(self._settings, referral_file=value == YES))

    def _save(self) -> None:
        if not self.is_waiting:
            self.run(partial(self.office.settings.save, self._settings), self._kept)

    def _kept(self, saved: Saved) -> None:
        self.saved.emit(saved)
        self.tell(kept_words(self.kit, saved))
        self.open()


def kept_words(kit: Kit, saved: Saved) -> str:
    """That they are kept, and which of them wait."""
    t = kit.words.text
    if not saved.waiting:
        return t("Bewaard. Het geldt meteen.")
    names = ", ".join(setting_name(name, kit.words.translator) for name in saved.waiting)
    return t("Bewaard. Na een herstart geldt ook: {names}.", names=names)
