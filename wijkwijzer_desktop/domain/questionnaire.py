"""What can be asked: questions in one ordered list, each with a condition for being shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from wijkwijzer_desktop.domain.condition import ALWAYS, Condition, Range
from wijkwijzer_desktop.domain.errors import UnknownQuestionError

DONT_KNOW = "weet-ik-niet"
DECLINED = "zeg-ik-liever-niet"
SKIPPED = "overgeslagen"
UNKNOWN_OPTIONS = frozenset({DONT_KNOW, DECLINED, SKIPPED})


class Part(StrEnum):
    """Where in a visit a question stands, in this order."""

    BEGIN = "begin"
    TOPIC = "topic"
    HELP = "help"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be touched.

    text: Dutch, plain, the gettext message. pictogram: file name without ending, "" for none.
    range: the numbers it stands for. exclusive: choosing it lets go of the others.
    """

    id: str
    text: str
    pictogram: str = ""
    range: Range | None = None
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its options.

    id: `<topic or part>.<name>`. text, help: Dutch. label: how an advice names what is missed
    ("uw leeftijd"). several: more than one option may be chosen. topic: id of the topic it follows
    up, "" for none. screen: questions with the same one stand together on a screen.
    offers_dont_know, offers_decline: whether these two stand below the options. guidance: Dutch, for the volunteer who asks
    it, never shown to a visitor; a line each for what it is for, how to ask it, what to watch for.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    part: Part
    help: str = ""
    label: str = ""
    several: bool = False
    topic: str = ""
    screen: str = ""
    show_if: Condition = ALWAYS
    offers_dont_know: bool = True
    offers_decline: bool = True
    guidance: str = ""

    def option(self, option_id: str) -> Option | None:
        """The option with this id, None if there is none."""
        return next((o for o in self.options if o.id == option_id), None)

    @property
    def screen_id(self) -> str:
        """The screen that it stands on: its own unless it shares one."""
        return self.screen or self.id


@dataclass(frozen=True)
class Questionnaire:
    """All questions, in the order in which they are asked."""

    questions: tuple[Question, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Question id to question."""
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """Raises UnknownQuestionError."""
        try:
            return self.by_id[question_id]
        except KeyError:
            raise UnknownQuestionError(question=question_id) from None
