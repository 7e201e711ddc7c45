"""How it looks, measured: contrast, touch targets, nothing clipped."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest

from tests.fakes import QUESTIONS, SMALL_PACK, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.languages import written
from tests.ui.measures import clipped, scrolled_away
from tests.ui.walk import every_page
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.questionnaire import Option, Questionnaire
from wijkwijzer_desktop.settings import THEMES as THEME_NAMES
from wijkwijzer_desktop.ui.pictograms import USED_BY_SCREENS, is_safe
from wijkwijzer_desktop.ui.theme import (
    LARGE,
    LARGEST,
    NORMAL,
    THEMES,
    TOUCH,
    Space,
    Type,
    contrast,
    edge_pairs,
    style_sheet,
    text_pairs,
)
from wijkwijzer_desktop.ui.visitor.photo_text import PhotoText
from wijkwijzer_desktop.ui.widgets.button import WRAP, Button

SIZES = ((1280, 800), (1920, 1080))


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_their_ground(name: str) -> None:
    for ink, ground in text_pairs(THEMES[name]):
        assert contrast(ink, ground) >= 7, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
def test_edges_and_the_focus_ring_can_be_seen(name: str) -> None:
    for colour, beside in edge_pairs(THEMES[name]):
        assert contrast(colour, beside) >= 3, (colour, beside)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_themes_are_those_of_the_settings_and_fill_the_sheet() -> None:
    assert set(THEMES) == set(THEME_NAMES)
    for theme in THEMES.values():
        for letters in (NORMAL, LARGE, LARGEST):
            assert "$" not in style_sheet(theme, 1.0, letters)
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


@pytest.mark.parametrize("code", ["nl", "ar", "ti"])
@pytest.mark.parametrize("letters", ["normal", "largest"])
def test_touch_targets_are_as_large_as_a_finger_and_apart(make_driver: MakeDriver, letters: str, code: str) -> None:
    driver = make_driver(counter(translators=() if code == "nl" else (written(code),)))
    if code != "nl":
        driver.speak(code)
    driver.look(letters)
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
                # Side by side they are apart; whatever stands where, none covers another.
                near = here.adjusted(-15, -15, 15, 15) if together(one, other) else here
                assert not near.intersects(there), (
                    page,
                    one.words,
                    other.words,
                )


def together(one: Button, other: Button) -> bool:
    return one.parentWidget() is other.parentWidget()


@pytest.mark.parametrize("size", SIZES, ids=["1280x800", "1920x1080"])
@pytest.mark.parametrize("letters", ["normal", "large", "largest"])
def test_nothing_is_clipped(make_driver: MakeDriver, size: tuple[int, int], letters: str) -> None:
    driver = make_driver(counter(), size)
    if letters != "normal":
        driver.look(letters)
    for page in every_page(driver):
        assert driver.window.size().toTuple() == size
        assert clipped(driver) == [], page


@pytest.mark.parametrize("letters", ["normal", "large", "largest"])
def test_very_long_words_are_not_clipped(make_driver: MakeDriver, letters: str) -> None:
    long = "Ik weet niet goed hoe ik dit moet uitleggen aan de mensen die mij willen helpen met alles wat er speelt. " * 2
    first = QUESTIONS[1]
    options = tuple(Option(f"o{n}", long) for n in range(6))
    strange = replace(first, text=long, help=long, options=options)
    pack = replace(SMALL_PACK, questionnaire=Questionnaire((QUESTIONS[0], strange, *QUESTIONS[3:])))
    driver = make_driver(counter(pack))
    if letters != "normal":
        driver.look(letters)
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    assert clipped(driver) == []


@pytest.mark.parametrize("letters", ["normal", "large", "largest"])
def test_the_longest_word_of_a_name_fits_beside_its_code(make_driver: MakeDriver, letters: str) -> None:
    driver = make_driver(counter())
    if letters != "normal":
        driver.look(letters)
    photo = driver.controller.pages.photo
    photo.fill(PhotoText("Praat nu met iemand", "113 Zelfmoordpreventie", "113", ("Dag en nacht open",), None), 1, 6)
    driver.window.show_page(photo)
    driver.settle()
    assert clipped(driver) == []


def test_a_word_that_is_the_widest_line_is_painted_whole(make_driver: MakeDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = make_driver(counter())
    button = Button(driver.window.kit, driver.window, icon="zoom-out")
    ways: list[int] = []

    def note(_painter: QPainter, room: QRect, *, centred: bool) -> None:
        ways.append(button._wrap(room.width()))

    monkeypatch.setattr(button, "paint_words", note)
    for words in ("Hele papier", "Niet meer nodig", "Збільшити все"):
        button.say(words)
        button.resize(button.minimumSizeHint().width(), 160)
        button.grab()
    assert ways == [WRAP] * 3


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
