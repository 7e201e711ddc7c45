"""What can be changed in a draft of the questions, each a value of its own."""

from dataclasses import dataclass

from wijkwijzer_desktop.domain.concern import Topic
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Question


@dataclass(frozen=True, slots=True)
class ChangeQuestion:
    """The question of this id is now so; only what differs is written. Its options too: their order, new ones, ones gone."""

    question: Question


@dataclass(frozen=True, slots=True)
class AddQuestion:
    """A new one. before: id of the question that it comes before, "" for the end."""

    question: Question
    before: str = ""


@dataclass(frozen=True, slots=True)
class RemoveQuestion:
    """question: its id. What still mentions it is for the check to tell."""

    question: str


@dataclass(frozen=True, slots=True)
class MoveQuestion:
    """question: its id. before: id of the question that it comes before, "" for the end."""

    question: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ChangeTopic:
    """The topic of this id is now so: name, pictogram and domain of one on the first screen; name, rules, fallback and discreet
    of one below it. Only what differs is written."""

    topic: Topic


@dataclass(frozen=True, slots=True)
class AddTopic:
    """A new concern, last below its parent; one without a parent needs `concern`: the first concern below it."""

    topic: Topic
    concern: Topic | None = None


@dataclass(frozen=True, slots=True)
class RemoveTopic:
    """topic: its id; with all that stands below it."""

    topic: str


@dataclass(frozen=True, slots=True)
class ChangePersona:
    """The persona of this id is now so. Only what differs is written."""

    persona: Persona


@dataclass(frozen=True, slots=True)
class AddPersona:
    """A new one, at the end."""

    persona: Persona


@dataclass(frozen=True, slots=True)
class RemovePersona:
    """persona: its id."""

    persona: str


Edit = (
    ChangeQuestion
    | AddQuestion
    | RemoveQuestion
    | MoveQuestion
    | ChangeTopic
    | AddTopic
    | RemoveTopic
    | ChangePersona
    | AddPersona
    | RemovePersona
)
