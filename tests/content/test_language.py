"""Sentences, words, and how easily a text reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.content import made
from wijkwijzer_desktop.content.files import Content, load_content
from wijkwijzer_desktop.content.language import Exceptions, load_exceptions, scores, sentences, wordings, words_in
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.questionnaire import Question, Questionnaire

PLAIN = "Ik heb geen geld voor eten. U kunt vandaag nog hulp krijgen. Loop bij ons binnen. Wij drinken samen een kop thee."
HARD = "Gemeentelijke inkomensondersteuning veronderstelt gezamenlijke huishoudvoering. Arbeidsongeschiktheid compliceert."


def with_text(content: Content, text: str) -> Content:
    """The same with this as the only words of its first follow-up."""
    begin, first, *others = content.pack.questionnaire.questions
    changed: Question = replace(first, text=text, help="")
    questionnaire = Questionnaire((begin, changed, *others))
    return replace(content, pack=replace(content.pack, questionnaire=questionnaire))


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return load_content(made.write(tmp_path, made.files()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gaat het? Ja! Goed zo.", ("Gaat het?", "Ja!", "Goed zo.")),
        ("Bel 088 555 11 88. Het kan nu.", ("Bel 088 555 11 88.", "Het kan nu.")),
        ("Een regel\nnog een regel", ("Een regel", "nog een regel")),
        ("Om 8.30 uur", ("Om 8.30 uur",)),
        ("", ()),
    ],
)
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_words_are_counted_without_loose_signs() -> None:
    assert words_in("Geld - en 2 brieven, zo'n e-mail!") == 6


def test_plain_text_scores_high_and_official_text_low(content: Content) -> None:
    plain = {score.group: score.ease for score in scores(with_text(content, " ".join([PLAIN] * 3)))}
    hard = {score.group: score.ease for score in scores(with_text(content, " ".join([HARD] * 8)))}
    assert plain["tegel1"] > 90
    assert hard["tegel1"] < 0


def test_what_is_short_has_no_score(content: Content) -> None:
    assert {score.group for score in scores(with_text(content, "Ja."))}.isdisjoint({"about.leeftijd", "signals"})


def test_every_text_that_a_visitor_reads_is_looked_at(content: Content) -> None:
    pack = content.pack
    texts = {wording.text for wording in wordings(content)}
    assert {question.text for question in pack.questionnaire.questions} <= texts
    assert {option.text for question in pack.questionnaire.questions for option in question.options} <= texts
    assert {topic.name for topic in pack.topics} | {signal.text for signal in pack.signals} <= texts


def test_the_allowed_words_come_from_the_file(tmp_path: Path) -> None:
    assert load_exceptions(tmp_path) == Exceptions()
    listed = (
        "long_words:\n  - {word: Zorgverzekeraar, because: zo heet het}\nrare_words:\n  - {word: Tigrinya, because: een taal}\n"
    )
    (tmp_path / "language.yaml").write_text(listed, encoding="utf-8")
    assert load_exceptions(tmp_path) == Exceptions(frozenset({"zorgverzekeraar"}), frozenset({"tigrinya"}))
    (tmp_path / "language.yaml").write_text("long_words: [{word: kort, because: zo}]\n", encoding="utf-8")
    with pytest.raises(ContentRefusedError):
        load_exceptions(tmp_path)
