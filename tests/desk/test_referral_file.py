"""What goes along in a file: nothing discreet, and nothing that was asked because of it."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from tests.fakes import SMALL_PACK, TUESDAY_TEN, counter
from wijkwijzer_desktop.desk.referral_file import Handed, ReferralCase, handed_over
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.errors import ReferralFileError
from wijkwijzer_desktop.domain.intake import Answer, Intake
from wijkwijzer_desktop.domain.referral import Choice, refer

AFRAID = {BEGIN_QUESTION: ("geld", "veilig"), "geld.rekeningen": ("nee",), "veilig.nu": ("nee",)}


def case(answers: Mapping[str, tuple[str, ...]], *, discreet: bool = False) -> ReferralCase:
    desk = counter().desk
    intake = Intake(answers=MappingProxyType({name: Answer(options) for name, options in answers.items()}))
    referral = refer(desk.advise(SMALL_PACK, intake, TUESDAY_TEN), Choice(discreet=discreet))
    return ReferralCase(SMALL_PACK, intake, referral, discreet, TUESDAY_TEN, "De Magneet", "Hertmebrink 1")


def told(handed: Handed) -> dict[str, tuple[str, ...]]:
    return {name: answer.options for name, answer in handed.answers.items()}


def test_what_is_discreet_stays_here() -> None:
    handed = handed_over(case(AFRAID))
    assert told(handed) == {BEGIN_QUESTION: ("geld",), "geld.rekeningen": ("nee",)}
    assert "veilig.nu" not in [question.id for question in handed.questions]


def test_who_asks_for_it_takes_it_along() -> None:
    handed = handed_over(case(AFRAID, discreet=True))
    assert told(handed) == AFRAID
    assert "veilig.nu" in [question.id for question in handed.questions]


def test_who_touched_nothing_else_told_nothing() -> None:
    handed = handed_over(case({BEGIN_QUESTION: ("veilig",), "veilig.nu": ("nee",)}))
    assert told(handed) == {}
    assert [question.id for question in handed.questions] == [BEGIN_QUESTION, "help.wie", "help.goed", "about.area"]


def test_a_traceback_shows_nothing_of_it() -> None:
    here = case(AFRAID)
    assert (repr(here), repr(handed_over(here))) == ("<ReferralCase>", "<Handed>")


def test_a_counter_without_files_says_so() -> None:
    desk = counter().desk
    with pytest.raises(ReferralFileError):
        desk.referrals.leave(case(AFRAID), desk.wording("nl"))
