"""Whether all parts of the content fit each other: every id resolves, every topic ends with help."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from wijkwijzer_desktop.content.conditions import Used
from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.content.options import unknown_names
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.questionnaire import Part, Question
from wijkwijzer_desktop.domain.service import Kind, Service, Status


def reference_findings(
    content: Content, services: Mapping[str, Service], used: Iterable[Used], pictograms: Path
) -> tuple[Finding, ...]:
    """Every name that leads nowhere and every topic that ends without help. pictograms: the folder with
    `<name>.svg`; not looked at while there is none."""
    return (
        *_condition_names(content, used),
        *_questions(content),
        *_tiles_and_areas(content),
        *_topics(content, services),
        *_signals(content, services),
        *_labels(content, services),
        *(_pictograms(content, pictograms) if pictograms.is_dir() else ()),
    )


def _condition_names(content: Content, used: Iterable[Used]) -> list[Finding]:
    return [
        content.finding(code, use.kind, use.item, name=name)
        for use in used
        for code, name in unknown_names(use.condition, content.pack)
    ]


def _questions(content: Content) -> list[Finding]:
    findings: list[Finding] = []
    parts = list(Part)
    latest = 0
    for question in content.pack.questionnaire.questions:
        topic = content.pack.topics_by_id.get(question.topic)
        if question.topic and (topic is None or topic.parent):
            findings.append(content.finding("unknown-tile", "question", question.id, name=question.topic))
        prefix = question.topic or question.part.value
        if question.id.partition(".")[0] != prefix:
            findings.append(content.finding("id-prefix", "question", question.id, prefix=prefix))
        if parts.index(question.part) < latest:
            findings.append(content.finding("part-order", "question", question.id, part=question.part.value))
        latest = max(latest, parts.index(question.part))
    return findings


def _tiles_and_areas(content: Content) -> list[Finding]:
    tiles = {topic.id for topic in content.pack.topics if not topic.parent} | {WALK_ALL}
    return [
        *_same_names(content, BEGIN_QUESTION, tiles, "tile"),
        *_same_names(content, AREA_QUESTION, set(content.pack.places), "place"),
    ]


def _same_names(content: Content, question_id: str, wanted: set[str], what: str) -> list[Finding]:
    """The options of this question must be exactly these."""
    question = content.pack.questionnaire.by_id.get(question_id)
    if question is None:
        return [content.finding("question-missing", "question", question_id)]
    options = {option.id for option in question.options}
    return [
        *(content.finding(f"{what}-without-option", "question", question_id, name=name) for name in sorted(wanted - options)),
        *(content.finding(f"option-without-{what}", "option", f"{question_id}/{name}") for name in sorted(options - wanted)),
    ]


def _topics(content: Content, services: Mapping[str, Service]) -> list[Finding]:
    findings: list[Finding] = []
    helped = {name for service in services.values() if _can_help(service) for name in service.topics}
    for topic in content.pack.topics:
        if not topic.parent:
            count = sum(child.fallback for child in content.pack.topics if child.parent == topic.id)
            if count != 1:
                findings.append(content.finding("fallback-count", "topic", topic.id, count=str(count)))
            continue
        if topic.id.partition(".")[0] != topic.parent:
            findings.append(content.finding("id-prefix", "topic", topic.id, prefix=topic.parent))
        if not helped & {topic.id, topic.parent}:
            findings.append(content.finding("topic-without-help", "topic", topic.id))
        if not topic.rules and not topic.fallback and all(signal.concern != topic.id for signal in content.pack.signals):
            findings.append(content.finding("topic-without-rule", "topic", topic.id))
    named = (content.pack.conversation, content.pack.coach)
    findings += [
        content.finding("unknown-service", "topic", content.pack.topics[0].id, name=name)
        for name in named
        if name and name not in services
    ]
    findings += [
        content.finding("unknown-topic", "service", service.id, name=name)
        for service in services.values()
        for name in service.topics
        if name not in content.pack.topics_by_id
    ]
    return findings


def _can_help(service: Service) -> bool:
    return service.status is not Status.ENDED and service.kind is not Kind.PRACTICE


def _signals(content: Content, services: Mapping[str, Service]) -> list[Finding]:
    findings: list[Finding] = []
    for signal in content.pack.signals:
        for name in signal.services:
            if name not in services:
                findings.append(content.finding("unknown-service", "signal", signal.id, name=name))
            elif services[name].status is Status.ENDED:
                findings.append(content.finding("ended-service", "signal", signal.id, name=name))
        numbers = [phone for name in signal.services if name in services for phone in services[name].phones]
        if not numbers:
            findings.append(content.finding("signal-without-number", "signal", signal.id))
        topic = content.pack.topics_by_id.get(signal.concern)
        if signal.concern and (topic is None or not topic.parent):
            findings.append(content.finding("unknown-topic", "signal", signal.id, name=signal.concern))
    return findings


def _labels(content: Content, services: Mapping[str, Service]) -> list[Finding]:
    asked = frozenset().union(*(service.eligibility.questions() for service in services.values()))
    return [
        content.finding("label-missing", "question", question.id)
        for question in content.pack.questionnaire.questions
        if not question.label and (question.id in asked or question.part is Part.ABOUT)
    ]


def _pictograms(content: Content, folder: Path) -> list[Finding]:
    there = {path.stem for path in folder.glob("*.svg")}
    findings = [
        content.finding("pictogram-missing", "option", f"{question.id}/{option.id}", name=option.pictogram)
        for question in content.pack.questionnaire.questions
        for option in question.options
        if option.pictogram and option.pictogram not in there
    ]
    findings += [
        content.finding("pictogram-missing", "topic", topic.id, name=topic.pictogram)
        for topic in content.pack.topics
        if topic.pictogram and not topic.parent and topic.pictogram not in there
    ]
    return findings


def order_findings(content: Content) -> tuple[Finding, ...]:
    """What could make a dead end or a loop: a `show_if` that looks forward, or past its own topic.

    There are no go-to pointers. When every `show_if` looks only at earlier questions, each visit walks the
    list once from front to back and ends; when a topic's questions look only at what was touched first and at
    their own topic, what is enumerated a topic at a time holds for the whole.
    """
    earlier: dict[str, Question] = {}
    findings: list[Finding] = []
    for question in content.pack.questionnaire.questions:
        for name in sorted(question.show_if.questions()):
            code = _looks_wrong(question, earlier.get(name), exists=name in content.pack.questionnaire.by_id)
            if code:
                findings.append(content.finding(code, "question", question.id, name=name))
        earlier[question.id] = question
    return tuple(findings)


def _looks_wrong(question: Question, seen: Question | None, *, exists: bool) -> str:
    if seen is None:
        return "show-if-later" if exists else ""
    if question.part is Part.TOPIC:
        return "" if seen.id == BEGIN_QUESTION or seen.topic == question.topic else "show-if-other-topic"
    return "" if seen.part in {Part.HELP, Part.ABOUT} else "show-if-other-part"
