"""Eleven languages and both directions, on every screen of a visit."""

import pytest

from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.languages import written
from tests.ui.measures import clipped
from tests.ui.walk import every_page
from wijkwijzer_desktop.i18n.languages import LANGUAGES

LONGEST = ("de", "ti", "ar")


def a_driver(make_driver: MakeDriver, size: tuple[int, int] = (1280, 800)) -> Driver:
    return make_driver(counter(translators=tuple(written(known.code) for known in LANGUAGES[1:])), size)


@pytest.mark.parametrize("letters", ["normal", "largest"])
@pytest.mark.parametrize("code", LONGEST)
def test_nothing_is_clipped_however_long_a_language_is(make_driver: MakeDriver, code: str, letters: str) -> None:
    driver = a_driver(make_driver)
    driver.speak(code)
    driver.look(letters)
    for page in every_page(driver):
        if page == "start again":
            driver.speak(code)
            driver.look(letters)
        assert driver.window.kit.words.translator.language.code == code
        assert clipped(driver) == [], page
