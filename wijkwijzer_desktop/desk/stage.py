"""Where a visit stands, as a window shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.domain.concern import Signal
from wijkwijzer_desktop.domain.intake import Screen


class Stage(StrEnum):
    """What kind of page the visitor is at. BRING_BACK: with an earlier paper, before a visit. LINKS: which worry makes another
    heavier. WHOLE: the advice as one picture. RECIPE, PRACTICE: beside the advice."""

    START = "start"
    BRING_BACK = "bring-back"
    QUESTIONS = "questions"
    URGENT = "urgent"
    BEGIN_WITH = "begin-with"
    LINKS = "links"
    WHOLE = "whole"
    RESULTS = "results"
    RECIPE = "recipe"
    PRACTICE = "practice"
    PREVIEW = "preview"
    PRINTING = "printing"
    DONE = "done"


# Pages that stand beside the path: as far as the one that they stand beside.
BESIDE: Mapping[Stage, Stage] = {
    Stage.BRING_BACK: Stage.START,
    Stage.URGENT: Stage.QUESTIONS,
    Stage.LINKS: Stage.BEGIN_WITH,
    Stage.WHOLE: Stage.RESULTS,
    Stage.RECIPE: Stage.RESULTS,
    Stage.PRACTICE: Stage.RESULTS,
}


@dataclass(frozen=True, slots=True)
class View:
    """What is on the visitor's screen. screen: at QUESTIONS. signals: at URGENT, those to show now.
    done, left: question screens behind and about how many ahead."""

    stage: Stage
    screen: Screen | None = None
    signals: tuple[Signal, ...] = ()
    done: int = 0
    left: int = 0
