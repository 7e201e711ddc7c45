"""Language, letters, colours and paper: changed on every screen, at once, with nothing lost; gone with the visitor."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea

from tests.fakes import PlainSlips, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.languages import written
from tests.ui.walk import every_page
from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.theme import LARGE, LARGEST, NORMAL, THEMES
from wijkwijzer_desktop.ui.visitor.comfort_covers import Look
from wijkwijzer_desktop.ui.widgets.choice import Choice

OTHERS: tuple[Translator, ...] = tuple(written(known.code) for known in LANGUAGES[1:])
# Bring their own way to the languages, or go at any touch.
WITHOUT_BAR = frozenset({"warning", "languages", "look"})


@dataclass
class RecordingSlips(PlainSlips):
    """Remembers how large each paper was asked for."""

    large: list[bool] = field(default_factory=list)

    def make_all(self, slips: tuple[Slip, ...], paper: Paper, *, large: bool = False) -> PrintableSlip:
        self.large.append(large)
        return super().make_all(slips, paper, large=large)


@pytest.fixture
def driver(make_driver: MakeDriver) -> Driver:
    return make_driver(counter(translators=OTHERS))


def choices(driver: Driver) -> list[Choice]:
    return [b for b in driver.buttons if isinstance(b, Choice)]


def state(driver: Driver) -> tuple[object, ...]:
    """All that a change of language must leave as it is."""
    visit = driver.counter.desk.visit
    ticked = {c.value for c in choices(driver) if c.isChecked() and c.question != "language"}
    return (visit.view, visit.intake.answers, visit.intake.order, visit.choice, visit.code, driver.window.cover, ticked)


def test_the_language_changes_on_every_screen_and_nothing_else(driver: Driver) -> None:
    seen = 0
    for page in every_page(driver):
        if page in WITHOUT_BAR:
            continue
        before = state(driver)
        for code in ("ar", "nl"):
            speak_here(driver, code)
            assert driver.window.kit.words.translator.language.code == code, page
            assert state(driver) == before, page
        seen += 1
    assert seen > 20


def speak_here(driver: Driver, code: str) -> None:
    """By the button of this very screen."""
    name = driver.window.kit.words.translator.language.own_name
    shown = [b for b in driver.buttons if b.accessibleName() == name and not b.isCheckable()]
    assert len(shown) == 1, driver.names
    driver.press(shown[0])
    assert driver.window.cover is driver.controller.pages.language
    driver.choose(code)
    driver.wait(driver.controller.pages.preview.print.isEnabled if at_preview(driver) else driver.window.isVisible)


def at_preview(driver: Driver) -> bool:
    return driver.window.page is driver.controller.pages.preview


def places(driver: Driver) -> dict[str, QRect]:
    """By value, where each choice stands in the window."""
    return {c.value: QRect(c.mapTo(driver.window, QPoint(0, 0)), c.size()) for c in choices(driver)}


def test_the_whole_window_turns_round_and_back(driver: Driver) -> None:
    driver.tap("Begin")
    dutch = places(driver)
    driver.speak("fa")
    assert driver.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for value, place in places(driver).items():
        assert place.center().x() > 640 if dutch[value].center().x() < 640 else place.center().x() < 640, value
    driver.speak("nl")
    assert driver.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert places(driver) == dutch


def test_where_one_was_on_a_long_page_stays_in_sight(driver: Driver) -> None:
    driver.look("largest")
    driver.tap("Begin")
    area = next(a for a in driver.controller.pages.topics.findChildren(QScrollArea) if a.isVisible())
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    first = next(c for c in choices(driver) if c.visibleRegion().boundingRect().height() == c.height())
    driver.speak("ti")
    assert not first.visibleRegion().isEmpty(), first.words
    driver.look("normal")
    driver.look("largest")
    assert not first.visibleRegion().isEmpty(), first.words


def test_the_paper_is_made_anew_in_the_language_and_the_letters(make_driver: MakeDriver) -> None:
    slips = RecordingSlips()
    driver = make_driver(counter(translators=OTHERS, slips=slips))
    for page in every_page(driver):
        if page == "preview":
            break
    papers = len(slips.slips)
    driver.speak("tr")
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    assert len(slips.slips) == 2 * papers
    assert all(later != before for before, later in zip(slips.slips[:papers], slips.slips[papers:], strict=True))
    driver.look("large")
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    driver.counter.clock.pass_by(1)
    driver.window.top.letters.emit()
    driver.settle()
    driver.press(next(c for c in choices(driver) if (c.question, c.value) == ("paper", "large")))
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    assert slips.large[-1]
    assert driver.controller.paper.made is not None


def test_a_paper_for_the_language_before_never_comes_last(driver: Driver) -> None:
    for page in every_page(driver):
        if page == "preview":
            break
    for code in ("tr", "ar", "pl", "nl"):
        driver.speak(code)
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    wanted = driver.controller.paper.wanted
    assert wanted is not None
    assert wanted.papers.language == "nl"


def test_printing_goes_on_in_another_language(driver: Driver) -> None:
    for page in every_page(driver):
        if page == "printing":
            break
    driver.speak("ar")
    driver.counter.printer.may_settle.set()
    driver.wait(driver.controller.pages.printing.button.isVisible)
    assert len(driver.counter.printer.jobs) == 1
    assert driver.controller.pages.printing.title.text() == written("ar").text("Ligt uw papier er?")


def test_advice_that_is_under_way_is_shown_in_the_new_language(driver: Driver) -> None:
    driver.tap("Begin", "Bewegen", "Verder met 1", "Ja", "Verder")
    driver.counter.catalogue.hangs.clear()
    driver.tap("Buiten Enschede")
    driver.speak("tr")
    assert written("tr").text("Een ogenblik. Wij zoeken wat bij u past.") in driver.words
    driver.counter.catalogue.hangs.set()
    driver.wait(driver.has_advice)
    assert written("tr").text("Dit kan u helpen") in driver.words


def test_what_is_urgent_stands_there_in_dutch_too(driver: Driver) -> None:
    driver.speak("uk")
    for page in every_page(driver):
        if page in {"urgent", "call", "out of order"}:
            break
    signal = driver.counter.desk.visit.view.signals[0]
    assert signal.title in driver.words
    assert signal.text in driver.words
    assert written("uk").content("", signal.title) in driver.words
    driver.speak("nl")
    assert driver.words.count(signal.text) == 1


def test_goodbye_is_in_the_visitors_language_and_then_all_is_dutch(driver: Driver) -> None:
    driver.speak("ar")
    driver.look("large", "stark")
    for page in every_page(driver):
        if page == "done":
            break
    assert written("ar").text("Neem uw papier mee") in driver.words
    assert not driver.counter.desk.visit.intake.answers
    driver.idle(13)
    assert driver.window.kit.words.translator.language.code == "nl"
    assert driver.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert driver.controller.comfort.look == Look()
    assert driver.window.kit.letters == NORMAL
    assert driver.window.kit.theme is THEMES["standard"]


@pytest.mark.parametrize("leave", ["away", "idle"])
def test_fault_04_the_next_visitor_gets_dutch(driver: Driver, leave: str) -> None:
    driver.speak("fa")
    driver.press(driver.window.start.begin)
    if leave == "away":
        driver.window.bottom.away.emit()
        driver.settle()
    else:
        driver.idle(121)
        driver.idle(46)
    assert driver.window.kit.words.translator.language.code == "nl"
    assert driver.counter.desk.visit.intake.language == "nl"


def test_a_language_that_was_only_touched_at_the_start_is_gone_after_a_while(driver: Driver) -> None:
    driver.choose("so")
    assert driver.window.kit.words.translator.language.code == "so"
    driver.idle(121)
    assert driver.window.kit.words.translator.language.code == "nl"


def test_letters_have_three_sizes_and_are_ticked(driver: Driver) -> None:
    for name, letters in (("large", LARGE), ("largest", LARGEST), ("normal", NORMAL)):
        driver.look(name)
        assert driver.window.kit.letters == letters
        assert driver.window.page is driver.window.start


def test_stark_colours_are_on_the_screen_at_once(driver: Driver) -> None:
    driver.tap("Begin")
    for value, colour in (("stark", "#000000"), ("usual", THEMES["standard"].palette.paper)):
        driver.look(value)
        image = driver.window.grab().toImage()
        assert image.pixelColor(4, driver.window.height() // 2).name() == colour
        assert image.pixelColor(4, 4).name() == (colour if value == "stark" else THEMES["standard"].palette.surface)
