"""Questions, topics and personas as fields of YAML; only what differs from before is written."""

from collections.abc import Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from wijkwijzer_desktop.content.editing.items import flow, put, reorder
from wijkwijzer_desktop.domain.concern import Rule, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, Not
from wijkwijzer_desktop.domain.questionnaire import Option, Question

QUESTION = (
    "id",
    "part",
    "topic",
    "text",
    "help",
    "label",
    "guidance",
    "several",
    "screen",
    "offers_dont_know",
    "offers_decline",
    "show_if",
    "options",
)
OPTION = ("id", "text", "pictogram", "range", "exclusive")
TILE = ("id", "name", "domain", "pictogram", "children")
CONCERN = ("id", "name", "fallback", "discreet", "rules")
RULE = ("severity", "when")
# Longer than this a rule is written on more lines.
LONGEST_LINE = 110


def write_question(data: CommentedMap, new: Question, old: Question | None = None) -> None:
    """Make it so. old: what it is now, None for one that says nothing yet."""
    values = _question(new)
    before: Mapping[str, Any] = _question(old) if old is not None else {}
    for key in QUESTION[:-1]:
        if values[key] != before.get(key):
            written = _condition(new.show_if) if key == "show_if" and values[key] is not None else values[key]
            put(data, key, written, QUESTION)
    if old is None or new.options != old.options:
        _write_options(data, new.options, old.options if old is not None else ())


def _question(question: Question) -> dict[str, Any]:
    """Every field, None where it needn't be written."""
    return {
        "id": question.id,
        "part": question.part.value,
        "topic": question.topic or None,
        "text": question.text,
        "help": question.help or None,
        "label": question.label or None,
        "guidance": question.guidance or None,
        "several": question.several or None,
        "screen": question.screen or None,
        "offers_dont_know": None if question.offers_dont_know else False,
        "offers_decline": None if question.offers_decline else False,
        "show_if": None if question.show_if == ALWAYS else question.show_if,
    }


def _write_options(data: CommentedMap, new: tuple[Option, ...], old: tuple[Option, ...]) -> None:
    if not isinstance(data.get("options"), CommentedSeq):
        put(data, "options", CommentedSeq(), QUESTION)
    listed: CommentedSeq = data["options"]
    places = {option.id: place for place, option in enumerate(old)}
    wanted: list[tuple[int | None, Any]] = []
    for option in new:
        place = places.pop(option.id, None)
        if place is None:
            wanted.append((None, flow({key: value for key, value in _option(option).items() if value is not None})))
            continue
        item = listed[place]
        for key, value in _option(option).items():
            if value != _option(old[place])[key]:
                put(item, key, flow(value) if isinstance(value, dict) else value, OPTION)
        wanted.append((place, item))
    if [place for place, _ in wanted] != list(range(len(listed))):
        reorder(listed, wanted)


def _option(option: Option) -> dict[str, Any]:
    span = option.range
    return {
        "id": option.id,
        "text": option.text,
        "pictogram": option.pictogram or None,
        "range": None if span is None else {"low": _number(span.low), "high": _number(span.high)},
        "exclusive": option.exclusive or None,
    }


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def write_topic(data: CommentedMap, new: Topic, old: Topic | None = None) -> None:
    """Make it so. old: what it is now, None for one that says nothing yet. What stands below it is left alone."""
    values = _topic(new)
    before: Mapping[str, Any] = _topic(old) if old is not None else {}
    for key, value in values.items():
        if value != before.get(key):
            put(data, key, value, CONCERN if new.parent else TILE)
    rules = old.rules if old is not None else ()
    if new.rules != rules:
        _write_rules(data, new.rules, rules)


def _topic(topic: Topic) -> dict[str, Any]:
    if topic.parent:
        return {"id": topic.id, "name": topic.name, "fallback": topic.fallback or None, "discreet": topic.discreet or None}
    return {"id": topic.id, "name": topic.name, "domain": topic.domain.value, "pictogram": topic.pictogram}


def _write_rules(data: CommentedMap, new: tuple[Rule, ...], old: tuple[Rule, ...]) -> None:
    if not new:
        put(data, "rules", None, CONCERN)
        return
    if not isinstance(data.get("rules"), CommentedSeq):
        put(data, "rules", CommentedSeq(), CONCERN)
    listed: CommentedSeq = data["rules"]
    left = dict(enumerate(old))
    same: dict[int, int] = {}
    for place, rule in enumerate(new):
        found = next((number for number, known in left.items() if known == rule), None)
        if found is not None:
            same[place] = found
            del left[found]
    wanted: list[tuple[int | None, Any]] = []
    for place, rule in enumerate(new):
        if place in same:
            wanted.append((same[place], listed[same[place]]))
        elif place in left:
            # The one that stood here is now so; what is said beside it stays.
            wanted.append((place, _changed_rule(listed[place], rule, left.pop(place))))
        else:
            wanted.append((None, _rule(rule)))
    reorder(listed, wanted)


def _changed_rule(item: CommentedMap, new: Rule, old: Rule) -> CommentedMap:
    if new.severity is not old.severity:
        put(item, "severity", new.severity.name.lower(), RULE)
    if new.when != old.when:
        made = _rule(new)
        if made.fa.flow_style() is not item.fa.flow_style():
            return made
        put(item, "when", made["when"], RULE)
    return item


def _rule(rule: Rule) -> CommentedMap:
    short = flow({"severity": rule.severity.name.lower(), "when": _plain(rule.when)})
    if len(str(_plain(rule.when))) <= LONGEST_LINE:
        return short
    return CommentedMap({"severity": rule.severity.name.lower(), "when": _condition(rule.when)})


def _condition(condition: Condition) -> CommentedMap:
    """Parts on a line each, comparisons on one line."""
    match condition:
        case All(parts) if parts:
            return CommentedMap({"all": CommentedSeq([_condition(part) for part in parts])})
        case Any_(parts):
            return CommentedMap({"any": CommentedSeq([_condition(part) for part in parts])})
    return flow(_plain(condition))


def _plain(condition: Condition) -> dict[str, Any]:
    match condition:
        case Not(AnyOf(question, options)) if len(options) == 1:
            return {"question": question, "is_not": next(iter(options))}
        case Not(part):
            return {"not": _plain(part)}
        case AtLeast(question, bound):
            return {"question": question, "at_least": _number(bound)}
        case AtMost(question, bound):
            return {"question": question, "at_most": _number(bound)}
        case All(parts) if parts:
            return {"all": [_plain(part) for part in parts]}
        case Any_(parts):
            return {"any": [_plain(part) for part in parts]}
    return condition.data()
