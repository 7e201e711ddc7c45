"""A FHIR R4 Questionnaire as our questions: all of it, or nothing and why.

A visitor touches and never types, so only `choice` and `boolean` can be asked. Groups give their condition to what stands in
them; a `display` is the help of a question.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.condition import Condition, Range
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Option, Part, Question, Questionnaire
from wijkwijzer_desktop.exchange.fhir_conditions import Asked, NotSayableError, Value, condition_of, joined, value_of
from wijkwijzer_desktop.exchange.fhir_names import EXCLUSIVE, QUESTIONNAIRE, clean

LARGEST: Final = 4 << 20
MOST_DEEP: Final = 20
LONGEST: Final = 600
LONGEST_ID: Final = 60
# With what stands before it, and a number behind it.
LONGEST_OWN: Final = 45
FEWEST_OPTIONS, MOST_OPTIONS = 2, 40
YES, NO = "ja", "nee"
# What changes what is asked, or when, in a way that ours has no words for.
_BARRED: Final = ("modifierExtension", "answerValueSet", "readOnly", "initial")
_BARRED_EXTENSIONS: Final = (
    "questionnaire-hidden",
    "sdc-questionnaire-enableWhenExpression",
    "sdc-questionnaire-answerExpression",
    "sdc-questionnaire-calculatedExpression",
    "sdc-questionnaire-initialExpression",
    "sdc-questionnaire-answerOptionsToggleExpression",
    "questionnaire-unitOption",
)
_LEFT_OUT: Final = ("required", "maxLength", "definition")
_OURS: Final = re.compile(r"(?P<part>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FhirRead:
    """left_out: what the file says and ours doesn't, which changes neither what is asked nor when."""

    questionnaire: Questionnaire
    left_out: tuple[Finding, ...]


def read_questionnaire(content: bytes, file: str) -> FhirRead:
    """content: JSON of a Questionnaire, or of a Bundle with one. file: its name, for the findings. In a file of ours an id stays
    what it is; in another it becomes `about.<id>`.

    Raises ContentRefusedError with all that can't be said in our questions; a finding's item is a linkId.
    """
    reader = _Reader(file)
    return reader.read(_resource(content, file))


def _resource(content: bytes, file: str) -> Mapping[str, Any]:
    if len(content) > LARGEST:
        raise _refused(
            Finding("file-too-large", file, data=(("megabytes", str(len(content) >> 20)), ("limit", str(LARGEST >> 20))))
        )
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refused(Finding("fhir-not-json", file)) from None
    listed = [found]
    if isinstance(found, dict) and found.get("resourceType") == "Bundle":
        entries = found.get("entry")
        listed = [e.get("resource") for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []
    known = [r for r in listed if isinstance(r, dict) and r.get("resourceType") == "Questionnaire"]
    if len(known) != 1:
        raise _refused(Finding("fhir-no-questionnaire", file))
    return known[0]


def _refused(*findings: Finding) -> ContentRefusedError:
    return ContentRefusedError(findings)


@dataclass(slots=True)
class _Reader:
    file: str
    findings: list[Finding] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    before: dict[str, Asked] = field(default_factory=dict)
    link_ids: frozenset[str] = frozenset()
    # Words that wait for the question after them, with their linkId.
    help: list[tuple[str, str]] = field(default_factory=list)
    is_ours: bool = False

    def read(self, resource: Mapping[str, Any]) -> FhirRead:
        links = [link for item in _items_below(resource) if isinstance(link := item.get("linkId"), str)]
        self.link_ids = frozenset(links)
        derived = resource.get("derivedFrom")
        self.is_ours = isinstance(derived, list) and any(str(name).startswith(QUESTIONNAIRE) for name in derived)
        for twice in sorted({link for link in links if links.count(link) > 1}):
            self._refuse("fhir-double-id", twice)
        if "modifierExtension" in resource:
            self._refuse("fhir-barred", "", field="modifierExtension")
        self._list(resource.get("item"), (), "", 0)
        if not self.questions and not self.findings:
            self._refuse("fhir-nothing-asked", "")
        if self.findings:
            raise ContentRefusedError(tuple(dict.fromkeys(self.findings)))
        return FhirRead(Questionnaire(tuple(self.questions)), tuple(dict.fromkeys(self.left_out)))

    def _refuse(self, code: str, item: str, **data: str) -> None:
        self.findings.append(Finding(code, self.file, 0, item, tuple(data.items())))

    def _list(self, items: object, around: tuple[Condition, ...], parent: str, depth: int) -> None:
        if items is None:
            return
        if not isinstance(items, list) or depth > MOST_DEEP:
            self._refuse("fhir-form", parent, field="item")
            return
        for item in items:
            if isinstance(item, dict) and isinstance(item.get("linkId"), str) and item["linkId"]:
                self._item(item, around, depth)
            else:
                self._refuse("fhir-form", parent, field="linkId")
        self._no_question_follows()

    def _no_question_follows(self) -> None:
        for link, _ in self.help:
            self._refuse("fhir-lone-display", link)
        self.help.clear()

    def _item(self, item: Mapping[str, Any], around: tuple[Condition, ...], depth: int) -> None:
        link, kind = str(item["linkId"]), item.get("type")
        if not self._may_be(item, link):
            return
        try:
            conditions = (*around, *condition_of(item, self.before, self.link_ids))
        except NotSayableError as error:
            self._refuse(error.code, link, **error.data)
            conditions = around
        match kind:
            case "display":
                self._display(item, link)
            case "group":
                self._group(item, conditions, link, depth)
            case "choice" | "boolean":
                self._question(item, conditions, link)
                self._list(_others(item), conditions, link, depth + 1)
            case _:
                self._refuse("fhir-type", link, type=str(kind)[:40])

    def _may_be(self, item: Mapping[str, Any], link: str) -> bool:
        barred = [name for name in _BARRED if item.get(name)]
        urls = [str(e.get("url", "")) for e in _dicts(item, "extension")]
        barred += [name for name in _BARRED_EXTENSIONS for url in urls if url.endswith(f"/{name}")]
        for name in barred:
            self._refuse("fhir-barred", link, field=name)
        left = [name for name in _LEFT_OUT if item.get(name)]
        self.left_out += [Finding("fhir-left-out", self.file, 0, link, (("field", name),)) for name in left]
        return not barred

    def _display(self, item: Mapping[str, Any], link: str) -> None:
        if item.get("enableWhen") or item.get("item"):
            self._refuse("fhir-lone-display", link)
        elif text := self._text(item, link):
            self.help.append((link, text))

    def _group(self, item: Mapping[str, Any], conditions: tuple[Condition, ...], link: str, depth: int) -> None:
        self._no_question_follows()
        if item.get("repeats"):
            self._refuse("fhir-barred", link, field="repeats")
        if item.get("text"):
            self.left_out.append(Finding("fhir-left-out", self.file, 0, link, (("field", "text"),)))
        self._list(item.get("item"), conditions, link, depth + 1)

    def _text(self, item: Mapping[str, Any], link: str) -> str:
        text = item.get("text")
        words = clean(text) if isinstance(text, str) else ""
        if not words or len(words) > LONGEST:
            self._refuse("fhir-text", link)
            return ""
        return words

    def _question(self, item: Mapping[str, Any], conditions: tuple[Condition, ...], link: str) -> None:
        # What is said below a question is its help; what was said before it too.
        below = [part for part in _displays(item) if self._may_be(part, str(part.get("linkId", link)))]
        words = [*(text for _, text in self.help), *(clean(str(part.get("text", ""))) for part in below)]
        self.help.clear()
        made = self._options(item, link)
        name = self._name(link)
        self.before[link] = Asked(name, {option.id: value for option, value in made})
        topic = name.partition(".")[0]
        part = Part(topic) if topic in {p.value for p in Part if p is not Part.TOPIC} else Part.TOPIC
        question = Question(
            id=name,
            text=self._text(item, link),
            options=tuple(option for option, _ in made),
            part=part,
            help="\n".join(filter(None, words)),
            several=item.get("repeats") is True and item["type"] == "choice",
            topic=topic if part is Part.TOPIC else "",
            show_if=joined(conditions),
        )
        if len(question.help) > LONGEST:
            self._refuse("fhir-text", link)
        self.questions.append(question)

    def _name(self, link: str) -> str:
        taken = {question.id for question in self.questions}
        if self.is_ours and _OURS.fullmatch(link) and len(link) <= LONGEST_ID and link not in taken:
            return link
        return "about." + fresh_id(link[:LONGEST_OWN], lambda slug: f"about.{slug}" in taken, "vraag")

    def _options(self, item: Mapping[str, Any], link: str) -> list[tuple[Option, Value]]:
        if item["type"] == "boolean":
            return [(Option(YES, "Ja"), Value("boolean", True)), (Option(NO, "Nee"), Value("boolean", False))]
        listed = item.get("answerOption")
        found: list[tuple[Option, Value]] = []
        for option in listed if isinstance(listed, list) else ():
            try:
                found.append(self._option(option, {made.id for made, _ in found}))
            except NotSayableError as error:
                self._refuse(error.code, link, **error.data)
        if not FEWEST_OPTIONS <= len(found) <= MOST_OPTIONS:
            self._refuse("fhir-options", link, count=str(len(found)))
        elif len({value for _, value in found}) < len(found):
            self._refuse("fhir-double-option", link)
        return found

    def _option(self, found: object, taken: set[str]) -> tuple[Option, Value]:
        keys = [key for key in found if key.startswith("value")] if isinstance(found, dict) else []
        if not isinstance(found, dict) or len(keys) != 1 or found.get("initialSelected"):
            raise NotSayableError("fhir-form", field="answerOption")
        kind = keys[0].removeprefix("value")
        value = value_of(kind if kind == "Coding" else kind.lower(), found[keys[0]])
        text = _words(found[keys[0]])
        if not text or len(text) > LONGEST:
            raise NotSayableError("fhir-option-text")
        code = value.said[1] if value.kind == "Coding" else text
        span = Range(float(value.said), float(value.said)) if value.kind == "number" else None
        name = fresh_id(code, lambda slug: slug in taken or slug in UNKNOWN_OPTIONS, "antwoord")
        return Option(name, text, range=span, exclusive=_is_exclusive(found)), value


def _words(value: object) -> str:
    if isinstance(value, dict):
        return clean(str(value.get("display") or value.get("code") or ""))
    return clean(str(value))


def _is_exclusive(option: Mapping[str, Any]) -> bool:
    return any(e.get("url") == EXCLUSIVE and e.get("valueBoolean") is True for e in _dicts(option, "extension"))


def _displays(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [part for part in _dicts(item, "item") if part.get("type") == "display" and not part.get("enableWhen")]


def _others(item: Mapping[str, Any]) -> object:
    listed = item.get("item")
    return [part for part in listed if part not in _displays(item)] if isinstance(listed, list) else listed


def _dicts(holder: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    listed = holder.get(name)
    return [part for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []


def _items_below(resource: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    level = _dicts(resource, "item")
    for _ in range(MOST_DEEP + 1):
        yield from level
        level = [part for item in level for part in _dicts(item, "item")]
