"""What translators get from the content."""

from pathlib import Path

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import Content, load_content
from wijkwijzer_desktop.content.language import wordings
from wijkwijzer_desktop.content.messages import Message, limit, messages
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(paths.resources() / "content" / "enschede")


@pytest.fixture(scope="module")
def found(content: Content) -> list[Message]:
    return list(messages(content))


def test_every_text_that_a_visitor_reads_is_there_but_for_names_of_places(content: Content, found: list[Message]) -> None:
    places = {place.name for place in content.pack.places.values()}
    wanted = {wording.text for wording in wordings(content) if wording.text}
    assert wanted - {message.text for message in found} <= places


class Asked(Translator):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.contexts: set[tuple[str, str]] = set()

    def content(self, context: str, message: str) -> str:
        self.contexts.add((context, message))
        return message


def test_the_contexts_are_those_that_the_program_asks_for(content: Content, found: list[Message]) -> None:
    asked, pack = Asked(), content.pack
    wording = Wording(asked, pack)
    for question in pack.questionnaire.questions:
        wording.question(question)
        wording.help(question)
        wording.ask_about((question.id,))
        for option in question.options:
            wording.option(question, option)
    for topic in pack.topics:
        wording.topic(topic)
    for signal in pack.signals:
        wording.signal_title(signal)
        wording.signal_text(signal)
    for explanation in pack.explanations:
        wording.explained_word(explanation)
        wording.explanation(explanation)
    assert {(message.context, message.text) for message in found} <= asked.contexts
    assert len(found) == len({(message.context, message.text) for message in found})


def test_each_says_where_it_stands_and_how_long_it_may_be(found: list[Message], content: Content) -> None:
    for message in found:
        assert message.where
        assert message.limit >= len(message.text)
        line = Path(message.file).read_text(encoding="utf-8").splitlines()[message.line - 1]
        assert "id:" in line


def test_a_long_text_may_grow_a_little_and_a_short_one_more() -> None:
    assert limit("Ja", "option") > 10
    assert limit("x" * 300, "text") == 390
