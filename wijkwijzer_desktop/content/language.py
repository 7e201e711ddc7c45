"""Whether the words are plain: short sentences, short and common words, and whole screens that read easily."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import Content, documents_in, read_documents
from wijkwijzer_desktop.content.layers import file_in
from wijkwijzer_desktop.content.yaml_reader import Document
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.explanation import words_of

WORDS_IN_SENTENCE = 12
LETTERS_IN_WORD = 14
EASE_AT_LEAST = 60.0
WORDS_FOR_A_SCORE = 50
SENTENCES_FOR_A_SCORE = 3

_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")
_NOT = re.compile(r"\bniet\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """One Dutch text and where it stands. group: what stands together when a score is made. name: it is a
    proper name and neither counted nor scored."""

    kind: str
    item: str
    text: str
    group: str
    name: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """How easily a group of texts reads by Flesch-Douma; 60 is plain, 100 very easy."""

    group: str
    ease: float


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Words in small letters. long: of more than fourteen letters. rare: seldom met, and not explained."""

    long: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()


def load_exceptions(folder: Path) -> Exceptions:
    """What language.yaml allows; nothing without that file. Raises ContentRefusedError."""
    if not file_in(folder, "language").exists():
        return Exceptions()
    (document,) = read_documents(folder, ("language",))
    return _exceptions(document)


def exceptions_in(texts: Mapping[str, str]) -> Exceptions:
    """The same of texts by name. Raises ContentRefusedError."""
    if "language" not in texts:
        return Exceptions()
    (document,) = documents_in(texts, ("language",))
    return _exceptions(document)


def _exceptions(document: Document) -> Exceptions:
    long, rare = (frozenset(e["word"].lower() for e in document.data.get(name, ())) for name in ("long_words", "rare_words"))
    return Exceptions(long, rare)


@cache
def frequent_words() -> frozenset[str]:
    """The Dutch words that most people meet often, in small letters."""
    return frozenset((paths.resources() / "words" / "nl.txt").read_text(encoding="utf-8").split())


def wordings(content: Content) -> Iterator[Wording]:
    """Every Dutch text of the content, in order."""
    pack = content.pack
    for question in pack.questionnaire.questions:
        group = question.topic or question.screen or question.id
        yield Wording("question", question.id, question.text, group)
        yield Wording("question", question.id, question.help, group)
        # A label stands inside a sentence of the advice, not on the question's screen.
        yield Wording("question", question.id, question.label, "labels", name=question.id == AREA_QUESTION)
        for option in question.options:
            place = question.id == AREA_QUESTION
            yield Wording("option", f"{question.id}/{option.id}", option.text, group, name=place)
    for topic in pack.topics:
        yield Wording("topic", topic.id, topic.name, "topics")
    for signal in pack.signals:
        yield Wording("signal", signal.id, signal.title, "signals")
        yield Wording("signal", signal.id, signal.text, "signals")
    for explanation in pack.explanations:
        yield Wording("word", explanation.id, explanation.text, "words")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line is at least one."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())


def words_in(sentence: str) -> int:
    """How many words; a number is one too."""
    return sum(any(character.isalnum() for character in token) for token in sentence.split())


def language_findings(content: Content, exceptions: Exceptions) -> tuple[Finding, ...]:
    """Sentences and words that are too long, words that are rare and not explained, questions that ask with "niet"."""
    findings: list[Finding] = []
    explained = {spelling for explanation in content.pack.explanations for spelling in explanation.spellings}
    plain = frequent_words() | exceptions.rare | explained
    for wording in wordings(content):
        if wording.name:
            continue
        kind, item = wording.kind, wording.item
        findings += [
            content.finding("sentence-too-long", kind, item, words=str(words_in(sentence)), sentence=sentence)
            for sentence in sentences(wording.text)
            if words_in(sentence) > WORDS_IN_SENTENCE
        ]
        findings += [
            content.finding("word-too-long", kind, item, word=word)
            for word in dict.fromkeys(_WORD.findall(wording.text))
            if len(word) > LETTERS_IN_WORD and word.lower() not in exceptions.long
        ]
        findings += [
            content.finding("rare-word", kind, item, word=word)
            for word in dict.fromkeys(words_of(wording.text))
            if word not in plain
        ]
    findings += [
        content.finding("question-with-not", "question", question.id)
        for question in content.pack.questionnaire.questions
        if _NOT.search(question.text)
    ]
    return tuple(findings)


def scores(content: Content) -> tuple[Score, ...]:
    """Flesch-Douma of everything that stands together: the texts of a tile, a shared screen, all signals.
    Groups that are too short for a score are left out."""
    from textstat import textstat

    texts: dict[str, list[str]] = {}
    for wording in wordings(content):
        if wording.text and not wording.name:
            texts.setdefault(wording.group, []).extend(map(_closed, sentences(wording.text)))
    textstat.set_lang("nl")
    return tuple(
        Score(group, round(textstat.flesch_reading_ease(" ".join(lines)), 1))
        for group, lines in texts.items()
        if len(lines) >= SENTENCES_FOR_A_SCORE and sum(map(words_in, lines)) >= WORDS_FOR_A_SCORE
    )


def score_findings(content: Content, found: tuple[Score, ...]) -> tuple[Finding, ...]:
    """Groups that read less easily than plain Dutch."""
    return tuple(
        content.finding("hard-to-read", "group", score.group, ease=f"{score.ease:.0f}", least=f"{EASE_AT_LEAST:.0f}")
        for score in found
        if score.ease < EASE_AT_LEAST
    )


def _closed(sentence: str) -> str:
    """Ended with a full stop, so that an option counts as a sentence."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
