"""Writes every screen of a visit, and the slip, as PNG: `python -m tools.screenshots [--out FOLDER]`.

Drives the real window, without a display, with the shipped questions and catalogue and a clock that stands still.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, counter
from tests.ui.driver import Driver
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.ui.visitor.preview import render_page

SIZES = ((1280, 800), (1920, 1080))
PAPER = QSize(1000, 1414)
MOST_SCREENS = 60


class Camera:
    """Takes pictures of one window."""

    def __init__(self, driver: Driver, folder: Path, prefix: str = "") -> None:
        self._driver = driver
        self._folder = folder
        self._prefix = prefix
        self._count = 0

    def shoot(self, name: str) -> None:
        self._driver.settle()
        self._count += 1
        self._driver.window.grab().save(str(self._folder / f"{self._prefix}{self._count:02}-{name}.png"))


def a_counter() -> Counter:
    return counter(
        load_pack(paths.content()),
        load_catalogue(paths.content()),
        slips=ReportlabSlipMaker(paths.resources() / "fonts", paths.translations()),
    )


def answer_questions(driver: Driver, camera: Camera, answers: dict[str, str]) -> None:
    """From the topics to what comes after the questions. answers: question id to option id; others are skipped."""
    visit = driver.counter.desk.visit
    for _ in range(MOST_SCREENS):
        view = visit.view
        if view.stage is Stage.URGENT:
            driver.wait(all_idle)
            camera.shoot("urgent")
            driver.tap("Ga verder met vragen")
        elif view.stage is not Stage.QUESTIONS or view.screen is None:
            return
        else:
            question = view.screen.questions[0]
            camera.shoot(view.screen.id.replace(".", "-"))
            wanted = answers.get(question.id)
            if len(view.screen.questions) == 1 and question.id != "begin.topics" and not question.several:
                option = question.option(wanted) if wanted else None
                driver.tap(option.text if option else (question.options[0].text if wanted is None else wanted))
            else:
                for q in view.screen.questions:
                    if q.id in answers:
                        for name in answers[q.id].split():
                            option = q.option(name)
                            assert option is not None, name
                            driver.tap(option.text)
                camera.shoot(view.screen.id.replace(".", "-") + "-chosen")
                driver.tap(next(n for n in driver.names if n.startswith("Verder") or n == "Overslaan"))


def all_idle() -> bool:
    from wijkwijzer_desktop.ui.tasks import pool

    return pool().activeThreadCount() == 0


def a_visit(app: QApplication, size: tuple[int, int], folder: Path, *, large: bool = False) -> None:
    driver = Driver(app, a_counter(), size)
    camera = Camera(driver, folder, "large-" if large else "")
    if large:
        driver.tap("Groter")
    camera.shoot("start")
    driver.tap("Begin")
    answer_questions(driver, camera, VISIT)
    camera.shoot("begin-with")
    concerns = driver.counter.desk.visit.concerns
    for concern in concerns[:2]:
        driver.tap(concern.topic.name)
    camera.shoot("begin-with-chosen")
    driver.tap(f"Verder met {min(2, len(concerns))}")
    driver.see("Op uw papier")
    camera.shoot("results")
    sections = [b for b in driver.buttons if getattr(b, "question", None) == "" and b.isCheckable() and b.words]
    for index, section in enumerate([s for s in sections if s.isVisible()][1:]):
        driver.touch(section)
        camera.shoot(f"results-{index + 2}")
    if "Bel nu samen" not in driver.names:
        driver.touch(sections[0])
        driver.settle()
    if "Bel nu samen" in driver.names:
        driver.tap("Bel nu samen")
        camera.shoot("call")
        driver.tap("Terug")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    camera.shoot("preview")
    driver.tap("Groter zien")
    camera.shoot("preview-near")
    paper = driver.controller.advice.paper
    assert paper is not None
    for page in range(paper.pages):
        render_page(paper.pdf, page, PAPER, 1.0).save(str(folder / f"slip-{page + 1}.png"))
    printing(driver, camera)
    asides(driver, camera)
    driver.close()


def printing(driver: Driver, camera: Camera) -> None:
    driver.counter.printer.fault = "out-of-paper"
    driver.tap("Print")
    driver.see("Het papier van de printer is op")
    camera.shoot("printing-fault")
    driver.counter.printer.fault = ""
    driver.counter.printer.may_settle.clear()
    driver.tap("Probeer het nog eens")
    driver.see("wordt geprint")
    camera.shoot("printing")
    driver.counter.printer.may_settle.set()
    driver.see("Ligt uw papier er?")
    camera.shoot("paper-there")
    driver.tap("Ja")
    camera.shoot("done")
    driver.tap("Klaar")


def asides(driver: Driver, camera: Camera) -> None:
    driver.tap("Begin", "Hulp van een mens")
    camera.shoot("help")
    driver.tap("Terug naar mijn vraag")
    driver.idle(130)
    camera.shoot("warning")
    driver.touch_nowhere()
    driver.tap("Nederlands")
    camera.shoot("language")
    driver.controller.show()
    driver.tap("Snel weg")
    camera.shoot("neutral")
    driver.touch_nowhere()
    driver.controller.pages.out_of_order.fill("database-unusable")
    driver.window.put_cover(driver.controller.pages.out_of_order)
    camera.shoot("out-of-order")


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


def main(parse: Callable[[], argparse.Namespace]) -> None:
    options = parse()
    app = QApplication([])
    for size in SIZES:
        folder = options.out / f"{size[0]}x{size[1]}"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        a_visit(app, size, folder)
        if options.large:
            a_visit(app, size, folder, large=True)
        print(folder, len(list(folder.glob("*.png"))))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--large", action="store_true", help="also with large letters")
    return parser.parse_args()


if __name__ == "__main__":
    main(arguments)
