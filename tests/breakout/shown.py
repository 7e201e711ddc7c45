"""Run inside the program, on an X server: puts the screen that is asked for in front of whoever tries to break out.

The program is started as it is on a counter. Each line on standard input names a screen, or asks for their names with
"?"; each is answered by a line on standard output when it is there, painted.

    python -m tests.breakout.shown FOLDER [--window]
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop import __main__ as program
from wijkwijzer_desktop import app as opening
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.personas import Persona, load_personas
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.replying import Ask, Asked
from wijkwijzer_desktop.first_screen import FirstScreen
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.return_text import question_text
from wijkwijzer_desktop.ui.window import MainWindow

NAMES = "?"
READY = "ready"
# It is whole, and nobody printed it here.
UNKNOWN_CODE = "K7QM3H"
MOST_STEPS = 80
LOOK_EVERY_MS = 10
LOOKS = 3000


@dataclass(frozen=True, slots=True)
class Walk:
    """One visit as somebody may make it, from one screen to the next."""

    controller: VisitorController
    answers: Intake

    @property
    def visit(self) -> Visit:
        return self.controller.desk.visit

    def step(self) -> bool:
        """Whether there was a next screen."""
        match self.visit.view.stage:
            case Stage.QUESTIONS:
                self._answer()
            case Stage.URGENT:
                self.visit.go_on()
            case Stage.BEGIN_WITH:
                self.visit.begin_with(tuple(concern.topic.id for concern in self.visit.concerns[:2]))
                self.visit.go_on()
            case Stage.WHOLE:
                wait(self.has_advice)
                self.visit.show_steps()
            case Stage.RESULTS:
                wait(self.has_advice)
                self.visit.go_on()
            case Stage.PREVIEW:
                wait(self._has_paper)
                self._print()
                return True
            case _:
                return False
        self.controller.show()
        return True

    def _answer(self) -> None:
        screen = self.visit.view.screen
        assert screen is not None
        for question in screen.questions:
            known = self.answers.answers.get(question.id)
            self.visit.answer(question.id, frozenset(known.options if known else (question.options[0].id,)))
        self.visit.next(screen.id)

    def has_advice(self) -> bool:
        """Whether it is worked out."""
        return self.visit.advice is not None

    def _has_paper(self) -> bool:
        return self.controller.paper.made is not None

    def _print(self) -> None:
        paper = self.controller.paper.made
        assert paper is not None
        self.visit.go_on()
        self.controller.show()
        self.controller.printing.start(paper)


class Shown(QObject):
    """Listens to standard input."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._begun = False
        # Visits that somebody thought of; reading them takes a while.
        self._personas: tuple[Persona, ...] = ()
        # Who came to a screen comes there again.
        self._led_to: dict[Page, tuple[Persona, ...]] = {}
        self._listener = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._listener.setEnabled(False)
        self._listener.activated.connect(self._heard)
        window.start.painted.connect(self._begin)

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._listener.setEnabled(True)
            say(READY)

    @property
    def _controller(self) -> VisitorController:
        wait(self._is_open)
        (controller,) = self._window.findChildren(VisitorController)
        return controller

    def _is_open(self) -> bool:
        return bool(self._window.findChildren(VisitorController))

    def _heard(self) -> None:
        self._listener.setEnabled(False)
        wanted = sys.stdin.readline().strip()
        if not wanted:
            return
        if wanted == NAMES:
            say(" ".join(self._names()))
        else:
            self._show(wanted)
            say(wanted)
        self._listener.setEnabled(True)

    def _names(self) -> tuple[str, ...]:
        pages = self._controller.pages
        wanted = (pages.start, *pages.framed, *pages.covers)
        return tuple(name for name, value in vars(pages).items() if value in wanted)

    def _show(self, name: str) -> None:
        controller = self._controller
        page: Page = getattr(controller.pages, name)
        controller.home()
        if page in controller.pages.covers:
            controller.desk.visit.start()
            controller.show()
            self._window.put_cover(page)
        elif page in self._returning:
            self._bring_back(page)
        elif page is not controller.pages.start:
            self._walk_to(page)
        go_on()

    @property
    def _returning(self) -> tuple[Page, ...]:
        pages = self._controller.pages
        return (pages.bring_back, pages.returned, pages.outcome)

    def _bring_back(self, page: Page) -> None:
        """An earlier paper, of which this counter knows nothing."""
        controller, pages = self._controller, self._controller.pages
        controller.desk.visit.step_aside(Stage.BRING_BACK)
        controller.show()
        if page is pages.returned:
            for character in UNKNOWN_CODE:
                pages.bring_back.type(character)
            controller.asides[Stage.BRING_BACK].main()
            wait(self._is_looked_up)
        elif page is pages.outcome:
            asked = Asked(controller.desk.everything()[0], Ask.CAME)
            page.fill(question_text(asked, self._window.kit.words), "")
            self._window.show_page(page)

    def _is_looked_up(self) -> bool:
        returned = self._controller.pages.returned
        return self._window.page is returned and not returned.button.isHidden()

    def _step_aside(self, page: Page) -> None:
        """From the advice to what stands beside it."""
        controller, pages = self._controller, self._controller.pages
        stage = {pages.links: Stage.LINKS, pages.practice: Stage.PRACTICE}.get(page, Stage.RECIPE)
        if controller.desk.visit.step_aside(stage):
            controller.show()
            if page is pages.recipe_found:
                controller.asides[stage].main()
                wait(self._has_recipe)

    def _has_recipe(self) -> bool:
        return self._controller.desk.visit.recipe is not None

    def _walk_to(self, page: Page) -> None:
        controller, pages = self._controller, self._controller.pages
        beside = (pages.links, pages.practice, pages.recipe, pages.recipe_found)
        late = (pages.whole, pages.results, pages.preview, pages.printing, *beside)
        early = (pages.topics, pages.question, pages.group, pages.urgent, pages.begin_with)
        self._personas = self._personas or tuple(load_personas(paths.content(), controller.desk.pack))
        # The end is the same for everyone.
        wanted = self._personas if page in (*early, pages.links) else self._personas[:1] if page in late else ()
        if page is pages.whole:
            wanted = tuple(persona for persona in self._personas if persona.whole)
        for persona in self._led_to.get(page, wanted):
            controller.home()
            controller.desk.visit.start()
            controller.show()
            walk = Walk(controller, persona.visit)
            for _ in range(MOST_STEPS):
                if self._window.page is page:
                    self._led_to[page] = (persona,)
                    return
                # What is touched before it is painted counts for nothing.
                go_on()
                if page in beside and self._window.page in {pages.whole, pages.results}:
                    wait(walk.has_advice)
                    self._step_aside(page)
                    break
                if (page in early and self._window.page in late) or not walk.step():
                    break
            if self._window.page is page:
                self._led_to[page] = (persona,)
                return
        # A screen that no visit comes to by itself.
        self._window.show_page(page)


def wait(until: Callable[[], bool]) -> None:
    """Let the program work until then."""
    for _ in range(LOOKS):
        if until():
            return
        go_on()
    raise AssertionError


def go_on() -> None:
    """Let the program work for a moment, its threads too."""
    loop = QEventLoop()
    QTimer.singleShot(LOOK_EVERY_MS, loop.quit)
    loop.exec()


def say(line: str) -> None:
    """To whoever tries to break out."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """The program, with somebody who can put any screen in front."""
    made: list[Shown] = []
    build = opening.make_window

    def listening(app: QApplication, first: FirstScreen) -> MainWindow:
        window = build(app, first)
        made.append(Shown(window))
        return window

    opening.make_window = listening
    sys.argv = ["wijkwijzer", "--data", *arguments]
    return program.main()


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    raise SystemExit(main(sys.argv[1:]))
