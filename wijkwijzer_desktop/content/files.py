"""The questionnaire's files to a `Pack`: all or nothing, every finding with file, line and item."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wijkwijzer_desktop.content.layers import file_in, text_in
from wijkwijzer_desktop.content.packed import content_hash
from wijkwijzer_desktop.content.schema import document_in
from wijkwijzer_desktop.content.yaml_reader import Document, Steps
from wijkwijzer_desktop.domain.concern import Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import Range, condition_from
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.explanation import Explanation
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Option, Part, Question, Questionnaire

NEEDED = ("questionnaire", "topics", "signals", "places")
SEVERITIES = {severity.name.lower(): severity for severity in Severity}

Item = Mapping[str, Any]
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """A pack with where its parts stand. lines: kind and id to file and line; kinds: question, option
    ("question/option"), topic, signal, place, word."""

    pack: Pack
    folder: Path
    lines: Mapping[Named, tuple[str, int]]

    def finding(self, code: str, kind: str, item: str, **data: str) -> Finding:
        """A finding about one item, at its place; without a place where it has none."""
        file, line = self.lines.get((kind, item), (str(self.folder), 0))
        return Finding(code, file, line, item, tuple(data.items()))


def load_pack(folder: Path) -> Pack:
    """Read questionnaire.yaml, topics.yaml, signals.yaml, places.yaml and, where there is one, words.yaml.

    Raises ContentRefusedError with everything that is wrong with their form. Whether the parts fit each
    other is for the checker.
    """
    return load_content(folder).pack


def load_content(folder: Path) -> Content:
    """`load_pack`, and where everything stands. Raises ContentRefusedError."""
    optional = ("words",) if file_in(folder, "words").exists() else ()
    return _content(read_documents(folder, (*NEEDED, *optional)), folder)


def content_in(texts: Mapping[str, str]) -> Content:
    """The same of texts, by the names of their files without ending. Raises ContentRefusedError."""
    optional = ("words",) if "words" in texts else ()
    return _content(documents_in(texts, (*NEEDED, *optional)), Path())


def _content(documents: tuple[Document, ...], folder: Path) -> Content:
    questions, topics, signals, places = documents[:4]
    words = documents[4:]
    duplicates = [
        *_duplicates(questions, (("questions",),)),
        *(d for i, _ in enumerate(questions.data["questions"]) for d in _duplicates(questions, (("questions", i, "options"),))),
        *_duplicates(topics, (("topics",), *(("topics", i, "children") for i, _ in enumerate(topics.data["topics"])))),
        *_duplicates(signals, (("signals",),)),
        *_duplicates(places, (("places",),)),
        *_duplicates(places, (("postcodes",),), key="code"),
        *(finding for document in words for finding in _duplicates(document, (("words",),))),
        *_reserved(questions),
        *_backward_ranges(questions),
    ]
    if duplicates:
        raise ContentRefusedError(tuple(duplicates))
    pack = Pack(
        version="",
        questionnaire=Questionnaire(tuple(map(_question, questions.data["questions"]))),
        topics=tuple(topic for item in topics.data["topics"] for topic in _topics(item)),
        signals=tuple(map(_signal, signals.data["signals"])),
        places=MappingProxyType({item["id"]: _place(item) for item in places.data["places"]}),
        postcodes=MappingProxyType(
            {item["code"]: (float(item["latitude"]), float(item["longitude"])) for item in places.data.get("postcodes", [])}
        ),
        conversation=topics.data["conversation"],
        coach=topics.data.get("coach", ""),
        explanations=tuple(_explanation(item) for document in words for item in document.data["words"]),
    )
    version = f"{questions.data['version']}-{content_hash(pack)[:6]}"
    return Content(replace(pack, version=version), folder, MappingProxyType(_lines(documents)))


def read_documents(folder: Path, names: tuple[str, ...]) -> tuple[Document, ...]:
    """Read `<name>.yaml` and hold each against its schema.

    Raises ContentRefusedError with the findings of all of them together.
    """
    return _held(names, lambda name: document_in(text_in(folder, name), name, str(file_in(folder, name))))


def texts_in(folder: Path) -> dict[str, str]:
    """The texts of a folder that make a pack and its check, by the names of their files. Raises ContentRefusedError."""
    there = [*NEEDED, *(name for name in ("personas", "words", "language") if file_in(folder, name).exists())]
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for name in there:
        try:
            texts[name] = text_in(folder, name)
        except ContentRefusedError as error:
            findings += error.findings
    if findings:
        raise ContentRefusedError(tuple(findings))
    return texts


def documents_in(texts: Mapping[str, str], names: tuple[str, ...]) -> tuple[Document, ...]:
    """The same of texts by name; one that isn't there reads as an empty file. Raises ContentRefusedError."""
    return _held(names, lambda name: document_in(texts.get(name, ""), name, f"{name}.yaml"))


def _held(names: tuple[str, ...], read: Callable[[str], Document]) -> tuple[Document, ...]:
    documents: list[Document] = []
    findings: list[Finding] = []
    for name in names:
        try:
            documents.append(read(name))
        except ContentRefusedError as error:
            findings += error.findings
    if findings:
        raise ContentRefusedError(tuple(findings))
    return tuple(documents)


def _at(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data.get(step, []) if isinstance(step, str) else data[step]
    return data


def _duplicates(document: Document, lists: Iterable[Steps], key: str = "id") -> list[Finding]:
    """Ids that stand twice in these lists taken together."""
    seen: set[str] = set()
    findings = []
    for steps in lists:
        for position, item in enumerate(_at(document.data, steps)):
            if item[key] in seen:
                line = document.line((*steps, position, key))
                findings.append(Finding("duplicate-id", document.file, line, item[key]))
            seen.add(item[key])
    return findings


def _each_option(document: Document, wrong: Callable[[Item], bool], code: str) -> list[Finding]:
    return [
        Finding(code, document.file, document.line(("questions", q, "options", o)), f"{question['id']}/{option['id']}")
        for q, question in enumerate(document.data["questions"])
        for o, option in enumerate(question["options"])
        if wrong(option)
    ]


def _reserved(document: Document) -> list[Finding]:
    return _each_option(document, _is_reserved, "reserved-option")


def _is_reserved(option: Item) -> bool:
    return option["id"] in UNKNOWN_OPTIONS


def _backward_ranges(document: Document) -> list[Finding]:
    return _each_option(document, _is_backward, "backward-range")


def _is_backward(option: Item) -> bool:
    return "range" in option and option["range"]["low"] > option["range"]["high"]


def _question(item: Item) -> Question:
    return Question(
        id=item["id"],
        text=item["text"],
        options=tuple(map(_option, item["options"])),
        part=Part(item["part"]),
        help=item.get("help", ""),
        label=item.get("label", ""),
        several=item.get("several", False),
        topic=item.get("topic", ""),
        screen=item.get("screen", ""),
        show_if=condition_from(item.get("show_if")),
        offers_dont_know=item.get("offers_dont_know", True),
        offers_decline=item.get("offers_decline", True),
        guidance=item.get("guidance", ""),
    )


def _option(item: Item) -> Option:
    span = item.get("range")
    return Option(
        id=item["id"],
        text=item["text"],
        pictogram=item.get("pictogram", ""),
        range=Range(float(span["low"]), float(span["high"])) if span else None,
        exclusive=item.get("exclusive", False),
    )


def _topics(item: Item) -> list[Topic]:
    parent = Topic(item["id"], item["name"], Domain(item["domain"]), pictogram=item["pictogram"])
    children = [
        Topic(
            id=child["id"],
            name=child["name"],
            domain=parent.domain,
            parent=parent.id,
            pictogram=parent.pictogram,
            rules=tuple(Rule(condition_from(r["when"]), SEVERITIES[r["severity"]]) for r in child.get("rules", [])),
            fallback=child.get("fallback", False),
            discreet=child.get("discreet", False),
        )
        for child in item["children"]
    ]
    return [parent, *children]


def _signal(item: Item) -> Signal:
    return Signal(
        id=item["id"],
        title=item["title"],
        text=item["text"],
        when=condition_from(item["when"]),
        services=tuple(item["services"]),
        concern=item.get("concern", ""),
        discreet=item.get("discreet", False),
    )


def _place(item: Item) -> Place:
    return Place(
        id=item["id"],
        name=item["name"],
        within=frozenset(item.get("within", [])),
        postcodes=tuple(item.get("postcodes", [])),
        also=tuple(item.get("also", [])),
    )


def _explanation(item: Item) -> Explanation:
    return Explanation(item["id"], item["word"], item["text"], tuple(item.get("forms", [])))


def _lines(documents: tuple[Document, ...]) -> dict[Named, tuple[str, int]]:
    questions, topics, signals, places = documents[:4]
    lines: dict[Named, tuple[str, int]] = {}
    for q, question in enumerate(questions.data["questions"]):
        lines["question", question["id"]] = _place_of(questions, ("questions", q))
        for o, option in enumerate(question["options"]):
            lines["option", f"{question['id']}/{option['id']}"] = _place_of(questions, ("questions", q, "options", o))
    for t, topic in enumerate(topics.data["topics"]):
        lines["topic", topic["id"]] = _place_of(topics, ("topics", t))
        for c, child in enumerate(topic["children"]):
            lines["topic", child["id"]] = _place_of(topics, ("topics", t, "children", c))
    listed = [
        (signals, "signals", "signal"),
        (places, "places", "place"),
        *((document, "words", "word") for document in documents[4:]),
    ]
    for document, name, kind in listed:
        for position, item in enumerate(document.data[name]):
            lines[kind, item["id"]] = _place_of(document, (name, position))
    return lines


def _place_of(document: Document, steps: Steps) -> tuple[str, int]:
    return document.file, document.line((*steps, "id"))
