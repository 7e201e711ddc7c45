"""How this visitor reads: the language, the letters, the colours, the paper. For this visit only."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.theme import THEMES, Theme
from wijkwijzer_desktop.ui.visitor.comfort_covers import COLOURS, LARGE_PAPER, LETTERS, SIZES, STARK, Look
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow

STARK_THEME = "contrast"


class ComfortController(QObject):
    """changed: what stands on the screen must be said anew, in its place."""

    changed = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._gate = gate
        self._usual_theme = window.kit.theme
        self._usual = Look(stark=self._usual_theme is THEMES[STARK_THEME])
        self.look = self._usual
        pages.start.language.connect(self._language_touched)
        pages.language.touched.connect(self._language_touched)
        pages.look.touched.connect(self._look_touched)
        pages.look.done.connect(self._look_done)
        window.top.letters.connect(self._choose_look)
        window.top.language.connect(self._choose_language)
        for cover in pages.covers:
            cover.languages.connect(self._choose_language)

    def forget(self) -> None:
        """The next visitor gets what is usual at this counter."""
        self.look = self._usual
        self._dress()
        self._window.kit.words.use(self._desk.translator(DUTCH.code))

    def use(self, theme: Theme) -> None:
        """Other colours are usual here from now on. Between two visits only."""
        self._usual_theme = theme
        self._usual = Look(stark=theme is THEMES[STARK_THEME])
        self.look = self._usual
        self._dress()

    def speak(self, code: str) -> None:
        """Everything in this language from now on; no answer is lost."""
        visit = self._desk.visit
        visit.intake = replace(visit.intake, language=code)
        self._window.kit.words.use(self._desk.translator(code))
        self.changed.emit()

    def _choose_language(self) -> None:
        self._pages.language.retranslate()
        self._cover(self._pages.language)

    def _choose_look(self) -> None:
        self._pages.look.fill(self.look)
        self._cover(self._pages.look)

    def _cover(self, cover: Page) -> None:
        if self._window.cover is not cover and self._gate.admits("comfort"):
            if self._window.cover is None:
                self._window.page.keep_place()
            self._gate.turn()
            self._window.put_cover(cover)

    def _language_touched(self, _group: str, code: str) -> None:
        if not self._gate.admits(code):
            return
        self.speak(code)
        if self._window.cover is self._pages.language:
            self._take_cover()

    def _look_touched(self, group: str, value: str) -> None:
        if not self._gate.admits(f"{group}:{value}"):
            return
        if group == LETTERS:
            self.look = replace(self.look, letters=SIZES[value])
        elif group == COLOURS:
            self.look = replace(self.look, stark=value == STARK)
        else:
            self.look = replace(self.look, large_paper=value == LARGE_PAPER)
        self._dress()
        self._pages.look.fill(self.look)
        self.changed.emit()

    def _look_done(self) -> None:
        if self._gate.admits("look"):
            self._take_cover()

    def _take_cover(self) -> None:
        self._gate.turn()
        self._window.take_cover()

    def _dress(self) -> None:
        stark = THEMES[STARK_THEME]
        bright = THEMES["standard"] if self._usual_theme is stark else self._usual_theme
        self._window.set_look(stark if self.look.stark else bright, self.look.letters)
