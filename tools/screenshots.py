"""Writes every screen of a visit, and the slip, as PNG: `python -m tools.screenshots [--out FOLDER] [--language CODE ...]`.

Drives the real window, without a display, with the shipped questions and catalogue and a clock that stands still: in
each language at both sizes of screen, and in Dutch in the largest letters too.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, counter
from tests.ui.driver import Driver
from tests.ui.walk import printing
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.network import load_network
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.intake import Screen
from wijkwijzer_desktop.domain.recipe import DayPart
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.i18n.languages import LANGUAGES, language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.ui.visitor.preview import render_page
from wijkwijzer_desktop.ui.visitor.result_text import WHOLE
from wijkwijzer_desktop.ui.widgets.choice import Choice

SIZES = ((1280, 800), (1920, 1080))
LANGUAGES_SHOWN = ("nl", "ar", "tr", "ti")
PAPER = QSize(1000, 1414)
MOST_SCREENS = 60
VISIT: dict[str, str] = {
    "begin.topics": "geld contact somber",
    "geld.rekeningen": "soms-niet",
    "contact.iemand-bellen": "nee",
    "somber.leven": "soms",
    "about.area": "wesselerbrink",
    "about.leeftijd": "26-54",
    "about.inkomen": "ja",
    "help.wie": "familie huisarts",
}


class Camera:
    """Takes pictures of one window."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self._driver = driver
        self._folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def shoot(self, name: str) -> None:
        self._driver.settle()
        self._count += 1
        self._driver.window.grab().save(str(self._folder / f"{self._count:02}-{name.replace('.', '-').replace(' ', '-')}.png"))


def a_counter() -> Counter:
    return counter(
        load_pack(paths.content()),
        load_catalogue(paths.content()),
        slips=ReportlabSlipMaker(paths.resources() / "fonts", paths.translations()),
        translators=tuple(Translator(known, paths.translations()) for known in LANGUAGES),
        network=load_network(paths.content()),
    )


def questions(driver: Driver) -> Iterator[str]:
    """From the topics to what comes after the questions; stops at each screen."""
    visit = driver.counter.desk.visit
    for _ in range(MOST_SCREENS):
        view = visit.view
        if view.stage is Stage.URGENT:
            driver.wait(all_idle)
            yield "urgent"
            driver.tap(driver.window.kit.words.text("Ga verder met vragen"))
        elif view.stage is not Stage.QUESTIONS or view.screen is None:
            return
        else:
            yield view.screen.id
            yield from answered(driver, view.screen)


def answered(driver: Driver, screen: Screen) -> Iterator[str]:
    """One screen: as the visit has it, else the first option; of several questions those that it has."""
    first = screen.questions[0]
    if len(screen.questions) == 1 and not first.several:
        driver.choose(VISIT.get(first.id, first.options[0].id))
        return
    for question in screen.questions:
        if question.id in VISIT:
            driver.choose(*VISIT[question.id].split())
    yield f"{screen.id}-chosen"
    driver.press_main()


def all_idle() -> bool:
    from wijkwijzer_desktop.ui.tasks import pool

    return pool().activeThreadCount() == 0


def a_visit(driver: Driver, folder: Path) -> Iterator[str]:
    """Stops at every screen; leaves the pages of the slip in the folder."""
    pages, visit = driver.controller.pages, driver.counter.desk.visit
    yield "start"
    driver.press(pages.start.begin)
    yield from questions(driver)
    yield "begin-with"
    driver.tap(driver.window.kit.words.text("Komt het één door het ander?"))
    driver.choose(*(concern.topic.id for concern in visit.concerns[:2]))
    yield "links"
    driver.press_main()
    driver.choose(*(concern.topic.id for concern in visit.concerns[:2]))
    yield "begin-with-chosen"
    driver.press_main()
    driver.wait(driver.has_advice)
    yield "whole"
    driver.choose(Stage.PRACTICE.value)
    driver.wait(all_idle)
    yield "practice"
    driver.press_main()
    driver.choose(Stage.RECIPE.value)
    driver.choose(Interest.COOKING.value, DayPart.EVENING.value)
    yield "recipe"
    driver.press_main()
    driver.wait(driver.has_recipe)
    yield "recipe-found"
    driver.press_main()
    driver.choose(Stage.RESULTS.value)
    yield "results"
    beside = {stage.value for stage in Stage}
    sections = [b for b in driver.buttons if isinstance(b, Choice) and not b.question and b.value not in beside - {WHOLE}]
    for section in sections[1:]:
        driver.press(section)
        yield f"results-{section.value}"
    call = driver.window.kit.words.text("Bel nu samen")
    if call not in driver.names:
        driver.press(sections[0])
    if call in driver.names:
        driver.tap(call)
        yield "call"
        driver.press(pages.call.button)
    driver.press_main()
    driver.wait(pages.preview.print.isEnabled)
    yield "preview"
    driver.tap(driver.window.kit.words.text("Groter zien"))
    yield "preview-near"
    paper = driver.controller.paper.made
    assert paper is not None
    for page in range(paper.pages):
        render_page(paper.pdf, page, PAPER, 1.0).save(str(folder / f"slip-{page + 1}.png"))
    yield from printing(driver)


def photograph(app: QApplication, size: tuple[int, int], code: str, letters: str, folder: Path) -> int:
    """One visit; how many pictures."""
    driver = Driver(app, a_counter(), size)
    camera = Camera(driver, folder)
    wanted = (code, letters)
    settle(driver, *wanted)
    for name in a_visit(driver, folder):
        if name == "start again":
            settle(driver, *wanted)
        camera.shoot(name)
    driver.close()
    return len(list(folder.glob("*.png")))


def settle(driver: Driver, code: str, letters: str) -> None:
    if code != driver.window.kit.words.translator.language.code:
        driver.speak(code)
    if letters != "normal":
        driver.look(letters)


def main(parse: Callable[[], argparse.Namespace]) -> None:
    options = parse()
    app = QApplication([])
    rounds = [(code, options.letters) for code in options.language or LANGUAGES_SHOWN]
    if not options.language and options.letters == "normal":
        rounds.append(("nl", "largest"))
    for width, height in SIZES:
        for code, letters in rounds:
            name = code if letters == "normal" else f"{code}-{letters}"
            folder = options.out / f"{width}x{height}" / name
            print(folder, photograph(app, (width, height), code, letters, folder), language(code).own_name)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--language", action="append", choices=[known.code for known in LANGUAGES], help="only these")
    parser.add_argument("--letters", choices=("normal", "large", "largest"), default="normal")
    return parser.parse_args()


if __name__ == "__main__":
    main(arguments)
