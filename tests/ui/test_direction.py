"""Names, numbers and Dutch in a window that runs from the right; pictograms that point."""

import pytest
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop.i18n.isolation import left_to_right, without_isolates
from wijkwijzer_desktop.ui.direction import RIGHT_TO_LEFT_MARK, in_own_direction
from wijkwijzer_desktop.ui.pictograms import POINTING, USED_BY_SCREENS, pictogram

ARABIC = "اتصلوا الآن."


@pytest.mark.parametrize("words", ["053 123 45 67", "Hertmebrink 1, Enschede", "Bel eerst.", "17:00", "Wijkteam (oost)"])
def test_what_is_not_written_from_the_right_keeps_its_order(words: str) -> None:
    assert in_own_direction(words, right_to_left=True) == left_to_right(words)
    assert in_own_direction(words, right_to_left=False) == words


def test_each_line_goes_its_own_way() -> None:
    shown = in_own_direction(f"{ARABIC}\nBel eerst.", right_to_left=True)
    assert shown == f"{ARABIC}\n{left_to_right('Bel eerst.')}"
    assert without_isolates(shown) == f"{ARABIC}\nBel eerst."


def test_a_sentence_that_begins_with_a_latin_name_still_runs_from_the_right() -> None:
    assert in_own_direction(f"WhatsApp {ARABIC}", right_to_left=True) == f"{RIGHT_TO_LEFT_MARK}WhatsApp {ARABIC}"
    isolated = f"{left_to_right('WhatsApp')} {ARABIC}"
    assert in_own_direction(isolated, right_to_left=True) == isolated


@pytest.mark.parametrize("site", ["113.nl", "www.belastingdienst.nl/toeslagen", "9292.nl"])
def test_the_address_of_a_website_keeps_its_order_within_a_sentence(site: str) -> None:
    shown = in_own_direction(f"{ARABIC} {site}. {ARABIC}", right_to_left=True)
    assert shown == f"{ARABIC} {left_to_right(site)}. {ARABIC}"
    assert in_own_direction(shown, right_to_left=True) == shown


def test_nothing_stays_nothing() -> None:
    assert in_own_direction("", right_to_left=True) == ""


def test_only_what_points_turns_round(qapp: QApplication) -> None:
    assert set(USED_BY_SCREENS) >= POINTING
    for name in USED_BY_SCREENS:
        plain = pictogram(name, 48, "#112233", 1.0).toImage()
        turned = pictogram(name, 48, "#112233", 1.0, mirrored=True).toImage()
        assert (turned == plain) is (name not in POINTING), name
    left = pictogram("arrow-left", 48, "#112233", 1.0, mirrored=True).toImage()
    ink = [x for x in range(48) for y in range(48) if left.pixelColor(x, y).alpha() > 128]
    assert sum(ink) / len(ink) > 24, "its head is on the right now"
