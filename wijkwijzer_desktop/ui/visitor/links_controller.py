"""Takes the links that a visitor draws between worries, two touches each."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.whole import LINKS, Link
from wijkwijzer_desktop.i18n.whole_words import link_words
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.links import WORRY, LinkText
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.window import MainWindow


class LinksController(QObject):
    """turned: the visitor is done here. changed: another link was drawn."""

    turned = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate, advice: AdviceController) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._page = pages.links
        self._gate = gate
        self._advice = advice
        self.cause = ""
        self._page.touched.connect(self._touched)

    @property
    def page(self) -> Page:
        """Always the same."""
        return self._page

    def show(self) -> None:
        """Nothing touched yet."""
        self.cause = ""
        self.say_again()

    def say_again(self) -> None:
        """As it stands."""
        visit, words = self._desk.visit, self._window.kit.words
        wording, pictograms = self._desk.wording(visit.intake.language), self._advice.pictograms()
        topics = [c.topic for c in visit.concerns if c.severity > Severity.UNKNOWN]
        answers = tuple(Answer(t.id, wording.topic(t), pictograms.get(t.id, ""), t.domain.value) for t in topics)
        links = visit.intake.links
        drawn = tuple(LinkText(str(place), link_words(link, wording, visit.pack)) for place, link in enumerate(links))
        known = visit.pack.topics_by_id
        help_text = words.text("Raak eerst de oorzaak aan. Raak dan aan wat daardoor komt.")
        if self.cause:
            help_text = words.text("U koos: {worry}. Wat komt daardoor?", worry=wording.topic(known[self.cause]))
        elif len(links) == LINKS:
            help_text = words.text("Dit zijn er drie. Meer kan hier niet.")
        self._page.fill(answers, help_text, self.cause, drawn)
        self._window.bottom.say_main(words.text("Verder") if links else words.text("Nee, of ik weet het niet"))

    def main(self) -> None:
        """Done, with or without."""
        self._desk.visit.go_on()
        self.turned.emit()

    def back(self) -> bool:
        """There is one page."""
        return False

    def forget(self) -> None:
        """Nothing touched."""
        self.cause = ""

    def _touched(self, what: str, value: str) -> None:
        if not self._gate.admits(f"{what}:{value}"):
            return
        visit = self._desk.visit
        if what != WORRY:
            # Who looks along may have taken it back just before.
            for link in visit.intake.links[int(value) :][:1]:
                visit.link(link)
        elif not self.cause:
            self.cause = value if len(visit.intake.links) < LINKS else ""
        else:
            visit.link(Link(self.cause, value))
            self.cause = ""
        self.say_again()
        self.changed.emit()
