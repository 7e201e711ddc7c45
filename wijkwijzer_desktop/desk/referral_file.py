"""One referral as a file for the system of a professional who sits beside the visitor: what is in it, and that it is made once.

Nobody's name is in it: the professional adds it to somebody they know. Nothing of it stays here but the file itself.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.errors import ReferralFileError
from wijkwijzer_desktop.domain.intake import Answer, Intake, replay
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.domain.referral import Referral
from wijkwijzer_desktop.i18n.wording import Wording

# Hours after which the program takes away what nobody took along.
KEPT_HOURS = 24


@dataclass(frozen=True, slots=True)
class ReferralCase:
    """What is handed over. referral: as on the paper. discreet: the visitor asked for what is discreet, too. at: aware. counter,
    place: name and address of where it is made."""

    pack: Pack
    intake: Intake
    referral: Referral
    discreet: bool
    at: datetime
    counter: str
    place: str

    def __repr__(self) -> str:
        # A visit must not turn up in a log by way of a traceback.
        return "<ReferralCase>"


@dataclass(frozen=True, slots=True)
class Handed:
    """questions: that were asked, in order. answers: to them, by id; one that is absent was never given."""

    questions: tuple[Question, ...]
    answers: dict[str, Answer]

    def __repr__(self) -> str:
        return "<Handed>"


class ReferralFiles(Protocol):
    """Where these files are left. All methods block."""

    def leave(self, case: ReferralCase, wording: Wording) -> Path:
        """Make one; where it is. wording: Dutch. Raises ReferralFileError."""
        ...

    def take_back(self, path: Path) -> None:
        """Take one away again. Raises ReferralFileError."""
        ...

    def tidy(self, now: datetime) -> None:
        """Take away what nobody took along. now: aware. Never raises for a file that can't be taken away."""
        ...


class NoReferralFiles:
    """A counter that makes none."""

    def leave(self, case: ReferralCase, wording: Wording) -> Path:  # noqa: ARG002 - as any other
        raise ReferralFileError(reason="off")

    def take_back(self, path: Path) -> None:
        """Nothing lies there."""

    def tidy(self, now: datetime) -> None:
        """Nothing lies there."""


def handed_over(case: ReferralCase) -> Handed:
    """The questions and answers that go along. Unless the visitor asked for it, it is as if nothing discreet was ever touched:
    its tile, its questions, and whatever was asked because of them."""
    tiles = frozenset() if case.discreet else frozenset(topic.parent for topic in case.pack.topics if topic.discreet)
    intake = _without(case.intake, case.pack, tiles)
    seen = replay(case.pack.questionnaire, intake, case.pack.places)
    return Handed(tuple(q for q in seen.shown if q.topic not in tiles), dict(seen.answers))


def _without(intake: Intake, pack: Pack, tiles: frozenset[str]) -> Intake:
    questions = pack.questionnaire.by_id
    answers = {name: answer for name, answer in intake.answers.items() if questions[name].topic not in tiles}
    begun = answers.pop(BEGIN_QUESTION, None)
    if begun is not None:
        left = tuple(option for option in begun.options if option not in tiles)
        answers |= {BEGIN_QUESTION: Answer(left)} if left else {}
    return replace(intake, answers=MappingProxyType(answers))
