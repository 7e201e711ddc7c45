"""Contrast as it is on the screen: measured in pictures of it, in every theme."""

from collections import Counter as Count
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.fakes import SETTINGS, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.measures import scrolled_away
from tests.ui.walk import every_page
from wijkwijzer_desktop.ui.theme import THEMES, contrast
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label

TEXT, EDGE = 7.0, 3.0


def picture(driver: Driver, widget: QWidget, around: int = 0) -> QImage:
    """What is on the screen where this stands, and so many pixels around it."""
    place = QRect(widget.mapTo(driver.window, QPoint(0, 0)), widget.size()).adjusted(-around, -around, around, around)
    return driver.window.grab(place.intersected(driver.window.rect())).toImage()


def colours(image: QImage) -> Count[str]:
    """Every colour as #rrggbb, and how often."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B").cast("I")
    return Count({f"#{pixel & 0xFFFFFF:06x}": times for pixel, times in Count(pixels).items()})


def strongest(image: QImage, ground: str) -> float:
    """Contrast of what stands out most: the middle of a stroke, whatever its soft sides are."""
    return max(contrast(colour, ground) for colour in colours(image))


def commonest(image: QImage) -> str:
    """The ground."""
    return colours(image).most_common(1)[0][0]


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_stands_out_on_every_screen(make_driver: MakeDriver, theme: str) -> None:
    driver = make_driver(counter(settings=replace(SETTINGS, theme=theme)))
    measured: set[tuple[str, str]] = set()
    for page in every_page(driver):
        for label in driver.window.findChildren(Label):
            kind = (page, str(label.property("role")))
            if label.isVisible() and label.text().strip() and not scrolled_away(label) and kind not in measured:
                measured.add(kind)
                image = picture(driver, label)
                assert strongest(image, commonest(image)) >= TEXT, (page, label.text())
    assert len(measured) > 30


@pytest.mark.parametrize("theme", THEMES)
def test_every_button_has_an_edge_or_a_ground_that_is_seen(make_driver: MakeDriver, theme: str) -> None:
    driver = make_driver(counter(settings=replace(SETTINGS, theme=theme)))
    measured: set[str] = set()
    for page in every_page(driver):
        for button in driver.buttons:
            kind = f"{type(button).__name__} {button.kind} {button.isChecked()} {button.isEnabled()}"
            if button.isEnabled() and kind not in measured and not scrolled_away(button):
                measured.add(kind)
                image = picture(driver, button, 4)
                ground = image.pixelColor(image.width() // 2, 0).name()
                # The words of a bar's buttons stand there alone.
                across = image if button.kind == "bar" else image.copy(image.width() // 2, 0, 1, 16)
                assert strongest(across, ground) >= EDGE, (page, button.accessibleName())
    assert len(measured) >= 6


@pytest.mark.parametrize("theme", THEMES)
def test_where_the_focus_is_can_be_seen_on_every_kind_of_button(make_driver: MakeDriver, theme: str) -> None:
    driver = make_driver(counter(settings=replace(SETTINGS, theme=theme)))
    driver.tap("Begin", "Geld en schulden")
    driver.window.activateWindow()
    kinds: dict[tuple[str, bool], Button] = {(str(b.kind), b.isChecked()): b for b in driver.buttons}
    assert len(kinds) >= 4
    for kind, button in kinds.items():
        driver.window.setFocus()
        before = picture(driver, button)
        button.setFocus()
        after = picture(driver, button)
        changed = [
            contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name())
            for x in range(button.width() // 4, button.width() * 3 // 4)
            for y in range(8)
        ]
        # As much as a line of two pixels around it.
        assert sum(one >= EDGE for one in changed) >= button.width() // 2 * 2, kind
