"""What staff are told of the database that counters share."""

from datetime import UTC, datetime, timedelta

import pytest

from wijkwijzer_desktop.domain.central import Away, CounterReport
from wijkwijzer_desktop.domain.errors import CentralAwayError, ComputerRefusedError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.central_words import catalogue_words, clock_words, seen_words, standing_words
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator

DUTCH = Translator()
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("away", Away)
def test_each_reason_has_words_of_its_own(away: Away) -> None:
    words = standing_words(away, Role.MANAGER, Role.EDITOR, DUTCH)
    assert words.endswith("U kunt kijken, niet wijzigen.")
    others = {standing_words(other, Role.MANAGER, Role.EDITOR, DUTCH) for other in Away if other is not away}
    assert words not in others
    assert error_words(CentralAwayError(away=away), DUTCH) != error_words(ComputerRefusedError(), DUTCH)


def test_what_is_said_goes_by_who_reads_it() -> None:
    assert standing_words(None, Role.EDITOR, Role.MANAGER, DUTCH) == ""
    assert standing_words(None, Role.VOLUNTEER, Role.VOLUNTEER, DUTCH) == ""
    assert "kijken, niet wijzigen" in standing_words(None, Role.VOLUNTEER, Role.EDITOR, DUTCH)
    assert standing_words(Away.UNREACHABLE, Role.EDITOR, Role.VOLUNTEER, DUTCH) == "Geen verbinding met de gemeente."
    assert error_words(ComputerRefusedError(), DUTCH) == "Deze computer mag dat niet. Vraag de systeembeheerder."


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "zojuist"),
        (timedelta(seconds=119), "zojuist"),
        (timedelta(minutes=2), "2 minuten geleden"),
        (timedelta(minutes=119), "119 minuten geleden"),
        (timedelta(hours=2), "2 uur geleden"),
        (timedelta(hours=47), "47 uur geleden"),
        (timedelta(days=2), "2 dagen geleden"),
        (timedelta(days=400), "400 dagen geleden"),
    ],
)
def test_how_long_ago(ago: timedelta, words: str) -> None:
    assert seen_words(AT - ago, AT, DUTCH) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "goed"),
        (-59.9, "goed"),
        (60.0, "1 minuut voor"),
        (-3600.0, "60 minuten achter"),
        (7200.0, "2 uur voor"),
        (-365 * 86_400.0, "365 dagen achter"),
    ],
)
def test_how_much_a_clock_is_off(seconds: float, words: str) -> None:
    assert clock_words(seconds, DUTCH) == words


def test_which_catalogue() -> None:
    assert catalogue_words(CounterReport("a", AT), 4, DUTCH) == "nog niets opgehaald"
    assert catalogue_words(CounterReport("a", AT, catalogue=4), 4, DUTCH) == "nieuwste"
    # After a copy was put back the server may have an older one.
    assert catalogue_words(CounterReport("a", AT, catalogue=5), 4, DUTCH) == "5 van 4"
