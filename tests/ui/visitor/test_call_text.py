"""What stands under a number to call: when they pick up, said once."""

from dataclasses import replace
from datetime import time

import pytest

from tests.fakes import SERVICES, SMALL_PACK, TUESDAY_TEN
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule, Timetable, no_holidays, opening_at
from wijkwijzer_desktop.i18n.languages import LANGUAGES, language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.visitor.result_text import CallText, call_text


def words(code: str) -> Translator:
    return Translator(language(code), paths.translations())


def shown(code: str, schedule: Schedule, hours_text: str = "") -> CallText:
    """On a Tuesday at ten."""
    service = replace(SERVICES[0], timetable=Timetable((schedule,)), hours_text=hours_text)
    opening = opening_at(service.timetable, TUESDAY_TEN, no_holidays)
    recommendation = Recommendation("", service, Verdict.YES, None, opening, ())
    return call_text(recommendation, Wording(words(code), SMALL_PACK), Wording(words("nl"), SMALL_PACK), TUESDAY_TEN)


def every_day(opens: int, closes: int) -> Schedule:
    return Schedule(Frequency.WEEKLY, WEEKDAYS, time(opens), time(closes), on_holiday=OnHoliday.OPEN)


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
def test_day_and_night_is_said_once(code: str) -> None:
    told = shown(code, every_day(0, 0))
    assert told.when == words(code).text("Dag en nacht open")
    assert told.dutch == ("" if code == "nl" else "Dag en nacht open")


def test_so_it_is_where_somebody_wrote_it_down() -> None:
    assert shown("nl", every_day(0, 0), "Dag en nacht.").when == "Dag en nacht open"


def test_what_is_known_beyond_it_is_said_too() -> None:
    told = shown("nl", every_day(0, 0), "Bellen kan dag en nacht. Chatten tot 22.00 uur.")
    assert told.when == "Dag en nacht open\nOpen: Bellen kan dag en nacht. Chatten tot 22.00 uur"


def test_hours_of_the_week_stand_below_those_of_now() -> None:
    assert shown("nl", every_day(9, 17)).when == "Nu open, tot 17:00\nOpen: elke dag 09:00–17:00 · ook op feestdagen"
