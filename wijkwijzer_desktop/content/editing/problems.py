"""The whole check over a draft, each finding in words, at its place, and with whether it may be published so."""

from collections.abc import Mapping
from types import MappingProxyType

from wijkwijzer_desktop.content.checker import examine
from wijkwijzer_desktop.content.files import Content, content_in
from wijkwijzer_desktop.content.language import exceptions_in
from wijkwijzer_desktop.content.personas import personas_in
from wijkwijzer_desktop.content.words import words
from wijkwijzer_desktop.desk.drafting import Draft, Problem
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.persona import Advise
from wijkwijzer_desktop.domain.service import Service

# For an editor to weigh. All else would leave a visitor with a question, an advice or a number that isn't there.
TO_WEIGH = frozenset(
    {
        "sentence-too-long",
        "word-too-long",
        "rare-word",
        "question-with-not",
        "hard-to-read",
        "question-count",
        "tile-count",
        "follow-up-count",
        "too-many-screens",
        "option-changes-nothing",
        "persona-count",
        "persona-concern",
        "persona-must",
        "persona-must-not",
        "persona-first",
        "persona-whole",
        "persona-recipe",
        "persona-recipe-not",
        "persona-carried",
        "persona-link",
        "tile-without-persona",
        "signal-without-persona",
    }
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "pictogram-missing": "pictogram",
        "label-missing": "label",
        "show-if-later": "show_if",
        "show-if-other-topic": "show_if",
        "show-if-other-part": "show_if",
        "question-unreachable": "show_if",
        "opening-hidden": "show_if",
        "unknown-tile": "topic",
        "id-prefix": "id",
        "question-with-not": "text",
        "rule-never-true": "rules",
        "topic-without-rule": "rules",
        "fallback-count": "fallback",
        "persona-visit": "visit",
        "persona-counter": "counter",
        "persona-concern": "concerns",
        "persona-unknown-concern": "concerns",
        "persona-must": "must",
        "persona-must-not": "must_not",
        "persona-urgent": "urgent",
        "persona-first": "first",
        "persona-practice": "practice",
        "persona-whole": "whole",
        "persona-recipe": "recipe",
        "persona-recipe-not": "recipe_not",
        "persona-no-wishes": "wishes",
        "persona-carried": "carried",
        "persona-link": "visit",
    }
)
OF_CONDITIONS = {"question": "show_if", "topic": "rules", "signal": "when"}

Key = tuple[str, str, tuple[tuple[str, str], ...]]


def problems_of(draft: Draft, in_use: Draft | None, services: tuple[Service, ...], advise: Advise) -> tuple[Problem, ...]:
    """In order of place. in_use: what it has too is known, and doesn't block; None where there is none."""
    content, findings = _examined(draft, services, advise)
    known = frozenset(map(_key, _examined(in_use, services, advise)[1])) if findings and in_use is not None else frozenset()
    kinds = {(file, line, item): kind for (kind, item), (file, line) in content.lines.items()}
    names = {service.id for service in services}
    problems = []
    for finding in findings:
        kind = kinds.get((finding.file, finding.line, finding.item), "")
        if finding.file == "personas.yaml":
            kind = "persona"
        elif not kind and finding.item in names:
            kind = "service"
        is_known = _key(finding) in known
        blocks = not is_known and finding.code not in TO_WEIGH
        problems.append(Problem(finding, words(finding), kind, finding.item, _field(finding, kind, draft), blocks, is_known))
    return tuple(problems)


def _examined(draft: Draft, services: tuple[Service, ...], advise: Advise) -> tuple[Content, tuple[Finding, ...]]:
    content = content_in(draft.texts)
    personas, unread = personas_in(draft.texts, content.pack)
    report = examine(content, services, personas, exceptions_in(draft.texts), advise)
    return content, (*report.findings, *unread)


def _key(finding: Finding) -> Key:
    # Without its line: that moves when something above it grows.
    return finding.code, finding.item, finding.data


def _field(finding: Finding, kind: str, draft: Draft) -> str:
    if finding.code.startswith("condition-"):
        return OF_CONDITIONS.get(kind, "")
    if finding.code in FIELDS:
        return FIELDS[finding.code]
    data = dict(finding.data)
    said = data.get("sentence") or data.get("word")
    if not said:
        return ""
    question = draft.pack.questionnaire.by_id.get(finding.item)
    if question is None:
        return "name" if kind == "topic" else "text"
    texts = {"text": question.text, "help": question.help, "label": question.label}
    return next((name for name, text in texts.items() if said.lower() in text.lower()), "")
