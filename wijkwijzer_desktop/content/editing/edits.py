"""Edits of a draft, each as a change of the lines that it is about."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from wijkwijzer_desktop.content.editing.blocks import Block, NotInBlocksError, blocks_of, in_blocks
from wijkwijzer_desktop.content.editing.fields import write_question, write_topic
from wijkwijzer_desktop.content.editing.items import change, new
from wijkwijzer_desktop.content.editing.visits import write_persona
from wijkwijzer_desktop.content.schema import document_in
from wijkwijzer_desktop.content.yaml_reader import Steps, parse_yaml
from wijkwijzer_desktop.desk.draft_edits import (
    AddPersona,
    AddQuestion,
    AddTopic,
    ChangePersona,
    ChangeQuestion,
    ChangeTopic,
    Edit,
    MoveQuestion,
    RemovePersona,
    RemoveQuestion,
    RemoveTopic,
)
from wijkwijzer_desktop.desk.drafting import Draft, Texts
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding

QUESTIONS: Steps = ("questions",)
TOPICS: Steps = ("topics",)
PERSONAS: Steps = ("personas",)

_VERSION = re.compile(r"^(version\s*:\s*)(\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)", re.MULTILINE)


def edited(draft: Draft, edit: Edit) -> Texts:
    """The texts after this edit. Raises ContentRefusedError (nothing-there) for an id that isn't there."""
    match edit:
        case ChangeQuestion() | AddQuestion() | RemoveQuestion() | MoveQuestion():
            return {**draft.texts, "questionnaire": _question(draft, edit)}
        case ChangeTopic() | AddTopic() | RemoveTopic():
            return {**draft.texts, "topics": _topic(draft, edit)}
    return {**draft.texts, "personas": _persona(draft, edit)}


def called(texts: Texts, month: str) -> Texts:
    """The same with this month as the first part of the version."""
    text = texts["questionnaire"]
    made = _VERSION.sub(lambda found: f'{found[1]}"{month}"', text, count=1)
    if parse_yaml(made, "").data.get("version") != month:
        made = _VERSION.sub(lambda found: f'{found[1]}"{month}"', in_blocks(text), count=1)
    return {**texts, "questionnaire": made}


def _question(draft: Draft, edit: ChangeQuestion | AddQuestion | RemoveQuestion | MoveQuestion) -> str:
    listed = _Listed(draft.texts, "questionnaire", QUESTIONS)
    questions = draft.pack.questionnaire.by_id
    match edit:
        case ChangeQuestion(question):
            old = questions[listed.known(question.id)]
            listed.change(question.id, partial(write_question, new=question, old=old))
        case AddQuestion(question, before):
            data = CommentedMap()
            write_question(data, question)
            near = questions.get(before)
            listed.add(data, before, below_heading=near is not None and near.topic == question.topic)
        case MoveQuestion(name, before):
            moved, near = questions[listed.known(name)], questions.get(before)
            listed.move(name, before, below_heading=near is not None and near.topic == moved.topic)
        case RemoveQuestion(name):
            listed.remove(name)
    return listed.text()


def _topic(draft: Draft, edit: ChangeTopic | AddTopic | RemoveTopic) -> str:
    topics = draft.pack.topics_by_id
    tiles = [topic.id for topic in draft.pack.topics if not topic.parent]

    def below(parent: str) -> _Listed:
        if parent not in tiles:
            raise nothing_there(parent)
        return _Listed(draft.texts, "topics", ("topics", tiles.index(parent), "children"))

    match edit:
        case ChangeTopic(topic):
            if topic.id not in topics:
                raise nothing_there(topic.id)
            old = topics[topic.id]
            listed = below(old.parent) if old.parent else _Listed(draft.texts, "topics", TOPICS)
            listed.change(topic.id, partial(write_topic, new=topic, old=old))
        case AddTopic(topic, concern):
            data = CommentedMap()
            write_topic(data, topic)
            listed = below(topic.parent) if topic.parent else _Listed(draft.texts, "topics", TOPICS)
            if concern is not None:
                child = CommentedMap()
                write_topic(child, concern)
                data["children"] = CommentedSeq([child])
            listed.add(data, "", below_heading=False)
        case RemoveTopic(name):
            if name not in topics:
                raise nothing_there(name)
            parent = topics[name].parent
            listed = below(parent) if parent else _Listed(draft.texts, "topics", TOPICS)
            listed.remove(name)
    return listed.text()


def _persona(draft: Draft, edit: ChangePersona | AddPersona | RemovePersona) -> str:
    listed = _Listed(draft.texts, "personas", PERSONAS)
    questions = draft.pack.questionnaire
    match edit:
        case ChangePersona(persona):
            old = next((known for known in draft.personas if known.id == persona.id), None)
            listed.change(persona.id, partial(write_persona, new=persona, old=old, questions=questions))
        case AddPersona(persona):
            if listed.has(persona.id):
                raise ContentRefusedError((Finding("duplicate-id", item=persona.id),))
            data = CommentedMap()
            write_persona(data, persona, None, questions)
            listed.add(data, "", below_heading=False)
        case RemovePersona(name):
            listed.remove(name)
    return listed.text()


def nothing_there(name: str) -> ContentRefusedError:
    """There is no item with this id."""
    return ContentRefusedError((Finding("nothing-there", item=name),))


class _Listed:
    """A list of items with ids, as blocks of lines."""

    def __init__(self, texts: Texts, name: str, steps: Steps) -> None:
        text = texts[name]
        document = document_in(text, name, f"{name}.yaml")
        try:
            self._blocks = blocks_of(text, document, steps)
        except NotInBlocksError:
            text = in_blocks(text)
            document = document_in(text, name, f"{name}.yaml")
            self._blocks = blocks_of(text, document, steps)
        data = document.data
        for step in steps:
            data = data[step]
        items: list[Mapping[str, str]] = data
        self._ids = [item["id"] for item in items]

    def text(self) -> str:
        """The whole file."""
        return self._blocks.text()

    def has(self, name: str) -> bool:
        """Whether there is such an item."""
        return name in self._ids

    def known(self, name: str) -> str:
        """The same. Raises ContentRefusedError where there is no such item."""
        self._place(name)
        return name

    def change(self, name: str, changing: Callable[[CommentedMap], None]) -> None:
        block = self._blocks.blocks[self._place(name)]
        block.body = change(block.body, changing, self._blocks.newline)

    def add(self, data: CommentedMap, before: str, *, below_heading: bool) -> None:
        body = new(data, self._blocks.blocks[0].body, self._blocks.newline)
        self._insert(Block("", "", body), str(data["id"]), before, below_heading=below_heading)

    def move(self, name: str, before: str, *, below_heading: bool) -> None:
        if name == before:
            return
        if before:
            self._place(before)
        place = self._place(name)
        block = self._blocks.remove(place)
        del self._ids[place]
        self._insert(block, name, before, below_heading=below_heading)

    def remove(self, name: str) -> None:
        place = self._place(name)
        self._blocks.remove(place)
        del self._ids[place]

    def _insert(self, block: Block, name: str, before: str, *, below_heading: bool) -> None:
        place = self._place(before) if before else len(self._ids)
        self._blocks.insert(place, block, below_heading=below_heading)
        self._ids.insert(place, name)

    def _place(self, name: str) -> int:
        try:
            return self._ids.index(name)
        except ValueError:
            raise nothing_there(name) from None
