"""How it looks, measured: contrast, touch targets, nothing clipped."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.fakes import QUESTIONS, SMALL_PACK, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.questionnaire import Option, Questionnaire
from wijkwijzer_desktop.settings import THEMES as THEME_NAMES
from wijkwijzer_desktop.ui.pictograms import USED_BY_SCREENS, is_safe
from wijkwijzer_desktop.ui.theme import LARGE, THEMES, TOUCH, Space, Type, contrast, style_sheet, text_pairs
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label

SIZES = ((1280, 800), (1920, 1080))


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_their_ground(name: str) -> None:
    for ink, ground in text_pairs(THEMES[name]):
        assert contrast(ink, ground) >= 7, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
def test_edges_and_the_focus_ring_can_be_seen(name: str) -> None:
    palette = THEMES[name].palette
    for colour in (palette.edge, palette.focus, palette.accent, palette.alarm):
        for ground in (palette.paper, palette.surface):
            assert contrast(colour, ground) >= 3, (colour, ground)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_themes_are_those_of_the_settings_and_fill_the_sheet() -> None:
    assert set(THEMES) == set(THEME_NAMES)
    for theme in THEMES.values():
        for scale in (1.0, LARGE):
            assert "$" not in style_sheet(theme, scale)
    assert min(Type) >= 18
    assert all(space % 8 == 0 for space in Space)


def test_every_pictogram_is_there_and_only_draws() -> None:
    folder = paths.resources() / "pictograms"
    assert "MIT" in (folder / "LICENSE").read_text(encoding="utf-8")
    for name in USED_BY_SCREENS:
        assert (folder / f"{name}.svg").is_file(), name
    for path in folder.glob("*.svg"):
        assert is_safe(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>alert(1)</script></svg>",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>',
        '<svg><image xlink:href="file:///etc/passwd"/></svg>',
        "<svg><foreignObject/></svg>",
    ],
)
def test_fault_41_a_drawing_that_does_more_than_draw_is_refused(svg: str) -> None:
    assert not is_safe(svg)


def every_page(driver: Driver) -> Iterator[str]:
    """Stops at every page of a visit."""
    yield "start"
    driver.tap("Begin")
    yield "topics"
    driver.tap("Geld en schulden", "Somber of bang", "Veilig zijn", "Verder met 3")
    yield "question"
    driver.tap("Nee")
    yield "several"
    driver.tap("Huur", "Verder", "Nee")
    driver.see("Alarmnummer")
    yield "urgent"
    driver.tap("Ga verder met vragen", "Nee")
    yield "group"
    driver.tap("Verder")
    yield "area"
    driver.tap("Buiten Enschede")
    yield "begin-with"
    driver.tap("Schulden")
    yield "begin-with chosen"
    driver.tap("Verder met 1")
    driver.see("Op uw papier")
    yield "results"
    driver.tap("Veilig thuis")
    yield "discreet"
    driver.tap("Doe mee deze week")
    yield "activities"
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    yield "preview"
    driver.counter.printer.fault = "out-of-paper"
    driver.tap("Print")
    driver.see("papier van de printer is op")
    yield "fault"
    driver.counter.printer.fault = ""
    driver.tap("Probeer het nog eens")
    driver.see("Ligt uw papier er?")
    yield "paper there"
    driver.tap("Hulp van een mens")
    yield "help"
    driver.tap("Terug naar mijn vraag")
    driver.idle(121)
    yield "warning"
    driver.touch_nowhere()
    driver.tap("Ja")
    yield "done"
    driver.tap("Klaar", "Nederlands")
    yield "language"


def test_touch_targets_are_as_large_as_a_finger_and_apart(driver: Driver) -> None:
    for page in every_page(driver):
        buttons = driver.buttons
        assert buttons
        for button in buttons:
            assert button.accessibleName(), (page, button.icon_name)
            assert button.width() >= TOUCH, (page, button.words, button.size())
            assert button.height() >= TOUCH, (page, button.words, button.size())
        places = [(b, QRect(b.mapTo(driver.window, b.rect().topLeft()), b.size())) for b in buttons if not scrolled_away(b)]
        for index, (one, here) in enumerate(places):
            for other, there in places[index + 1 :]:
                assert not here.adjusted(-15, -15, 15, 15).intersects(there) or not together(one, other), (
                    page,
                    one.words,
                    other.words,
                )


def together(one: Button, other: Button) -> bool:
    return one.parentWidget() is other.parentWidget()


def scrolled_away(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() != widget.size()


def clipped(driver: Driver) -> list[str]:
    """Words that have less room than they take, and whatever sticks out of the window sideways."""
    found = []
    for label in driver.window.findChildren(Label):
        if label.isVisible() and label.text():
            metrics = QFontMetrics(label.font())
            flags = int(Qt.TextFlag.TextWordWrap)
            needed = metrics.boundingRect(QRect(0, 0, max(label.width(), 1), 10_000), flags, label.text())
            if needed.height() > label.height() + 1 or needed.width() > label.width() + 1:
                found.append(f"label {label.text()!r} {needed.size().toTuple()} in {label.size().toTuple()}")
    for button in driver.buttons:
        if button.words:
            room = button.words_rect()
            needed_size = button.words_needed(room.width())
            if needed_size.height() > room.height() + 1 or needed_size.width() > room.width() + 2:
                found.append(f"button {button.words!r} {needed_size.toTuple()} in {room.size().toTuple()}")
            if button.longest_word() > room.width():
                found.append(f"button {button.words!r} breaks inside a word")
    return found + misplaced(driver)


def misplaced(driver: Driver) -> list[str]:
    """Whatever sticks out of the window, or sideways out of what scrolls."""
    found = []
    for widget in (*driver.buttons, *driver.window.findChildren(Label)):
        area = around(widget)
        if not widget.isVisible():
            continue
        place = QRect(widget.mapTo(driver.window, widget.rect().topLeft()), widget.size())
        if area is None and not driver.window.rect().contains(place):
            found.append(f"outside the window: {widget.accessibleName()!r} {place.getRect()}")
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None and inside.width() > area.viewport().width() + 1:
            found.append(f"wider than its room: {widget.accessibleName()!r}")
    return found


def around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


@pytest.mark.parametrize("size", SIZES, ids=["1280x800", "1920x1080"])
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_nothing_is_clipped(make_driver: MakeDriver, size: tuple[int, int], large: bool) -> None:
    driver = make_driver(counter(), size)
    if large:
        driver.tap("Groter")
    for page in every_page(driver):
        assert driver.window.size().toTuple() == size
        assert clipped(driver) == [], page


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_very_long_words_are_not_clipped(make_driver: MakeDriver, large: bool) -> None:
    long = "Ik weet niet goed hoe ik dit moet uitleggen aan de mensen die mij willen helpen met alles wat er speelt. " * 2
    first = QUESTIONS[1]
    options = tuple(Option(f"o{n}", long) for n in range(6))
    strange = replace(first, text=long, help=long, options=options)
    pack = replace(SMALL_PACK, questionnaire=Questionnaire((QUESTIONS[0], strange, *QUESTIONS[3:])))
    driver = make_driver(counter(pack))
    if large:
        driver.tap("Groter")
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    assert clipped(driver) == []


def test_twenty_topics_fit_without_scrolling(make_driver: MakeDriver) -> None:
    from wijkwijzer_desktop.content.files import load_pack

    driver = make_driver(counter(load_pack(paths.content())))
    driver.tap("Begin")
    tiles = [b for b in driver.buttons if b.isCheckable()]
    assert len(tiles) == 21
    assert not [b.words for b in tiles if scrolled_away(b)]
    assert clipped(driver) == []


@pytest.mark.parametrize("size", SIZES, ids=["1280x800", "1920x1080"])
def test_no_page_of_questions_scrolls_at_normal_size(make_driver: MakeDriver, size: tuple[int, int]) -> None:
    from wijkwijzer_desktop.content.files import load_pack

    driver = make_driver(counter(load_pack(paths.content())), size)
    driver.tap("Begin", "Geld en schulden", "Ik ben vaak alleen", "Verder met 2")
    visit = driver.counter.desk.visit
    seen = 0
    while visit.view.screen is not None:
        screen = visit.view.screen
        assert not [b.words for b in driver.buttons if scrolled_away(b)], screen.id
        assert clipped(driver) == [], screen.id
        seen += 1
        driver.tap("Verder" if len(screen.questions) > 1 else screen.questions[0].options[0].text)
    assert seen >= 6


def test_progress_gives_no_number_before_the_topics_are_chosen(driver: Driver) -> None:
    from wijkwijzer_desktop.ui.widgets.progress import Progress

    progress = driver.window.findChild(Progress)
    assert progress is not None
    driver.tap("Begin")
    assert progress.accessibleName() == "De eerste vraag"
    driver.tap("Geld en schulden", "Verder met 1")
    assert progress.accessibleName().startswith("Nog ongeveer")


def test_a_finger_that_slides_off_touches_nothing(driver: Driver) -> None:
    begin = driver.button("Begin")
    QTest.mousePress(begin, Qt.MouseButton.LeftButton)
    assert begin.isDown()
    QTest.mouseRelease(begin, Qt.MouseButton.LeftButton, pos=QPoint(begin.width() + 40, 4))
    driver.settle()
    assert not begin.isDown()
    assert "Begin" in driver.names
