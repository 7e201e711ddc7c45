"""Run in a process of its own: a visit past every screen, in one language, so that each can be read over the bus.

At every station it says where it is and waits for a line on standard input.

    python -m tests.accessibility.stage LANGUAGE
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QApplication

from tests.fakes import SERVICES, counter
from tests.ui.driver import Driver
from tests.ui.walk import with_a_paper
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage as visits  # noqa: N813 - the other Stage is a theatre's
from wijkwijzer_desktop.i18n.languages import language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.widgets.choice import Choice

# Weighs, and leads past every kind of page.
TOPICS = ("geld", "veilig", "somber")


class Stage:
    """Walks by what options mean, whatever language their words are in."""

    def __init__(self, driver: Driver, code: str) -> None:
        self._driver = driver
        self._code = code
        self._t: Callable[..., str] = driver.window.kit.words.text

    def stations(self) -> Iterator[str]:
        """Stops at every kind of screen."""
        driver, t = self._driver, self._t
        self._choose(self._code) if self._code != "nl" else None
        yield "start"
        driver.tap(t("Begin"))
        yield "topics"
        for topic in TOPICS:
            self._choose(topic)
        driver.tap(t("Verder met {count}", count=len(TOPICS)))
        yield from self._questions()
        yield "begin-with"
        self._choose(next(self._choices()).value)
        yield "begin-with chosen"
        driver.tap(t("Verder met {count}", count=1))
        driver.wait(driver.has_advice)
        yield "whole"
        yield from self._beside()
        self._choose(visits.RESULTS.value)
        driver.see(t("Naar mijn papier"))
        yield "results"
        self._choose("veilig.thuis") if any(c.value == "veilig.thuis" for c in self._choices()) else None
        yield "discreet"
        driver.tap(t("Naar mijn papier"))
        driver.see(t("Dit is uw papier"))
        yield "preview"
        driver.counter.printer.fault = "out-of-paper"
        driver.tap(t("Print"))
        driver.see(t("Het papier van de printer is op."))
        yield "printing fault"
        driver.counter.printer.fault = ""
        driver.tap(t("Probeer het nog eens"))
        driver.see(t("Ligt uw papier er?"))
        yield "paper there"
        driver.tap(t("Hulp van een mens"))
        yield "help"
        driver.tap(t("Niet meer nodig"))
        driver.tap(language(self._code).own_name)
        yield "languages"
        self._choose(self._code)
        driver.idle(121)
        yield "warning"
        driver.touch_nowhere()
        driver.tap(t("Snel weg"))
        yield "neutral"
        driver.touch_nowhere()
        self._choose(self._code) if self._code != "nl" else None
        yield from with_a_paper(driver)

    def _beside(self) -> Iterator[str]:
        """What stands beside the advice, each from the picture and back to it."""
        driver = self._driver
        for stage in (visits.LINKS, visits.PRACTICE, visits.RECIPE):
            self._choose(stage.value)
            yield stage.value
            driver.press_main()
        driver.wait(driver.has_recipe)
        yield "recipe found"
        driver.press_main()

    def _questions(self) -> Iterator[str]:
        """The heaviest answer each time, so that what is urgent comes too."""
        driver, t = self._driver, self._t
        visit = driver.counter.desk.visit
        seen: set[str] = set()
        while visit.view.stage in {"questions", "urgent"}:
            view = visit.view
            if view.screen is None:
                if "urgent" not in seen:
                    seen.add("urgent")
                    yield "urgent"
                driver.tap(t("Ga verder met vragen"))
                continue
            question = view.screen.questions[0]
            kind = "group" if len(view.screen.questions) > 1 else "question"
            if kind not in seen:
                seen.add(kind)
                yield kind
            if kind == "group":
                driver.tap(t("Verder"))
            elif question.several:
                self._choose(question.options[0].id)
                driver.tap(t("Verder"))
            else:
                self._choose(question.options[-1].id)

    def _choices(self) -> Iterator[Choice]:
        return (button for button in self._driver.buttons if isinstance(button, Choice))

    def _choose(self, value: str) -> None:
        self._driver.counter.clock.pass_by(1)
        choice = next((c for c in self._choices() if c.value == value), None)
        assert choice is not None, f"{value!r} is not among {[c.value for c in self._choices()]}"
        self._driver.touch(choice)
        self._driver.settle()


def main(code: str) -> int:
    """Past all stations."""
    app = QApplication(["wijkwijzer"])
    made = counter(load_pack(paths.content()), SERVICES)
    translators = {known: Translator(language(known), paths.translations()) for known in {"nl", code}}
    made.desk = Desk(made.desk.settings, replace(made.desk._adapters, translators=translators))
    stage = Stage(Driver(app, made), code)
    for station in stage.stations():
        sys.stdout.write(station + "\n")
        sys.stdout.flush()
        _wait_for_a_line()
    return 0


def _wait_for_a_line() -> None:
    # The bus is answered meanwhile.
    loop = QEventLoop()
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(loop.quit)
    loop.exec()
    sys.stdin.readline()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
