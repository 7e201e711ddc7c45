"""Where a visit stands, as a window shows it."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.domain.concern import Signal
from wijkwijzer_desktop.domain.intake import Screen


class Stage(StrEnum):
    """What kind of page the visitor is at."""

    START = "start"
    QUESTIONS = "questions"
    URGENT = "urgent"
    BEGIN_WITH = "begin-with"
    RESULTS = "results"
    PREVIEW = "preview"
    PRINTING = "printing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class View:
    """What is on the visitor's screen. screen: at QUESTIONS. signals: at URGENT, those to show now.
    done, left: question screens behind and about how many ahead."""

    stage: Stage
    screen: Screen | None = None
    signals: tuple[Signal, ...] = ()
    done: int = 0
    left: int = 0
