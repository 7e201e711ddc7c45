"""What of the content is read by visitors, as messages for translators: text, context, where it stands, how long it may be."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question

# Characters that fit at 200 % letters on the smallest screen, by where a text stands.
ROOM = {
    "question": 130,
    "help": 150,
    "label": 90,
    "option": 60,
    "tile": 30,
    "topic": 48,
    "title": 60,
    "text": 330,
    "word": 40,
    "explanation": 200,
}
STRETCH = 2.2


@dataclass(frozen=True, slots=True)
class Message:
    """context: gettext's, as `i18n.wording` asks for it. where: for the translator, in English. limit: characters."""

    context: str
    text: str
    where: str
    limit: int
    file: str
    line: int


def limit(text: str, role: str) -> int:
    """How many characters a translation may have: what fits in that place, and never less than the Dutch needs with some room."""
    return max(math.ceil(len(text) * 1.3), min(ROOM[role], math.ceil(len(text) * STRETCH) + 16))


def messages(content: Content) -> Iterator[Message]:
    """Every text of the content that a visitor can read, in the order in which it is met. Names of places are left out."""
    for kind, item, context, text, role, where in _texts(content.pack):
        if text:
            file, line = content.lines[kind, item]
            yield Message(context, text, where, limit(text, role), file, line)


def _texts(pack: Pack) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Kind and item for its place, context, text, role, where it stands."""
    for question in pack.questionnaire.questions:
        yield from _of_question(question, pack)
    for topic in pack.topics:
        where = "A worry, in the visitor's own words; a heading." if topic.parent else "A topic on the first screen."
        yield "topic", topic.id, topic.id, topic.name, "topic", where
    for signal in pack.signals:
        name = f"signal:{signal.id}"
        where = "Safety text: a heading when something is urgent. Keep every number as it is."
        yield "signal", signal.id, name, signal.title, "title", where
        where = "Safety text: what to do now. Keep every number as it is; the Dutch is shown below it."
        yield "signal", signal.id, f"{name}:text", signal.text, "text", where
    for explanation in pack.explanations:
        name = f"word:{explanation.id}"
        yield "word", explanation.id, name, explanation.word, "word", "A word that is explained; heading."
        where = f"What “{explanation.word}” means, in the simplest words."
        yield "word", explanation.id, f"{name}:text", explanation.text, "explanation", where


def _of_question(question: Question, pack: Pack) -> Iterator[tuple[str, str, str, str, str, str]]:
    name = question.id
    yield "question", name, name, question.text, "question", "A question, as the heading of a screen."
    yield "question", name, f"{name}:help", question.help, "help", f"Explains the question “{question.text}”"
    where = "Stands after “Vraag naar”: what to ask about, in the middle of a sentence."
    yield "question", name, f"{name}:label", question.label, "label", where
    where = f"{'One of several answers' if question.several else 'An answer'} to “{question.text}”"
    role = "tile" if name == BEGIN_QUESTION else "option"
    for option in question.options:
        if question.id != AREA_QUESTION or _is_said(pack.places.get(option.id)):
            yield "option", f"{name}/{option.id}", f"{name}:{option.id}", option.text, role, where


def _is_said(place: Place | None) -> bool:
    """Whether it is more than a name: outside of the city, or one village or another."""
    return place is None or not place.within or " of " in place.name
