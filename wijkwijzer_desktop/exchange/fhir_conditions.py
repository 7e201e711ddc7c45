"""FHIR's enableWhen as our closed conditions: every comparison becomes "one of these options was chosen".

All that can be chosen is known, so what a comparison holds for is known too. What ours can't say is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from operator import ge, gt, le, lt
from typing import Any, Final

from wijkwijzer_desktop.domain.condition import All, Any_, AnyOf, Condition, Not

_ORDERED: Final[Mapping[str, Callable[[Any, Any], bool]]] = {">": gt, "<": lt, ">=": ge, "<=": le}
_ANSWERS: Final = {
    "answerBoolean": "boolean",
    "answerDecimal": "decimal",
    "answerInteger": "integer",
    "answerDate": "date",
    "answerTime": "time",
    "answerString": "string",
    "answerCoding": "Coding",
}
MOST_COMPARISONS: Final = 100
# What an option of ours can stand for.
LARGEST: Final = 1_000_000


class NotSayableError(ValueError):
    """What a condition of ours can't say. code: of a finding; data: what its words need."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


@dataclass(frozen=True, slots=True)
class Value:
    """One value of FHIR. kind: "Coding", "integer" and so on. said: what is compared: of a coding its system and code, never
    its words."""

    kind: str
    said: Any


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that stands before the condition. id: ours. options: ours, by id, each with the value it stands for."""

    id: str
    options: Mapping[str, Value]


def value_of(kind: str, found: object) -> Value:
    """What stands under `valueX` or `answerX`. Raises NotSayableError (fhir-value) for what isn't of this kind."""
    match kind, found:
        case "Coding", {"code": str(code), **others}:
            return Value(kind, (str(others.get("system", "")), code))
        case "boolean", bool():
            return Value(kind, found)
        case ("integer", int(number)) | ("decimal", int(number) | float(number)) if number is not True and number is not False:
            if abs(number) <= LARGEST:
                return Value("number", number)
        case "string", str():
            return Value(kind, found)
        case "date" | "time", str():
            return Value(kind, _moment(kind, found))
    raise NotSayableError("fhir-value", kind=kind)


def _moment(kind: str, found: str) -> date | time:
    """Whole ones: of a date that is only a year nobody knows what lies before it."""
    try:
        moment = date.fromisoformat(found) if kind == "date" else time.fromisoformat(found)
    except ValueError:
        raise NotSayableError("fhir-value", kind=kind) from None
    if isinstance(moment, time) and moment.tzinfo is not None:
        raise NotSayableError("fhir-value", kind=kind)
    return moment


def condition_of(item: Mapping[str, Any], before: Mapping[str, Asked], later: frozenset[str]) -> tuple[Condition, ...]:
    """What an item says of when it is enabled, as parts of which all must hold; none: always. before: questions that stand
    before it, by linkId. later: linkIds of all other items. Raises NotSayableError."""
    listed = item.get("enableWhen", [])
    if not isinstance(listed, list) or len(listed) > MOST_COMPARISONS:
        raise NotSayableError("fhir-form", field="enableWhen")
    behavior = item.get("enableBehavior")
    if behavior not in (None, "all", "any") or (behavior is None and len(listed) > 1):
        raise NotSayableError("fhir-behavior")
    parts = tuple(_comparison(one, before, later) for one in listed)
    return (_either(parts),) if behavior == "any" and len(parts) > 1 else parts


def _either(parts: tuple[Condition, ...]) -> Condition:
    """One of them; of one question its options together."""
    together: dict[str, frozenset[str]] = {}
    for part in parts:
        if isinstance(part, AnyOf):
            together[part.question] = together.get(part.question, frozenset()) | part.options
    merged = dict.fromkeys(AnyOf(p.question, together[p.question]) if isinstance(p, AnyOf) else p for p in parts)
    return Any_(tuple(merged)) if len(merged) > 1 else next(iter(merged))


def _comparison(found: object, before: Mapping[str, Asked], later: frozenset[str]) -> Condition:
    if not isinstance(found, Mapping) or "modifierExtension" in found:
        raise NotSayableError("fhir-form", field="enableWhen")
    name, operator = found.get("question"), found.get("operator")
    asked = before.get(name) if isinstance(name, str) else None
    if asked is None:
        raise NotSayableError("fhir-later" if str(name) in later else "fhir-unknown-question", question=str(name)[:60])
    answers = [key for key in found if key.startswith("answer")]
    if len(answers) != 1:
        raise NotSayableError("fhir-form", field="enableWhen.answer")
    if answers[0] not in _ANSWERS:
        raise NotSayableError("fhir-value", kind=answers[0].removeprefix("answer"))
    answer = value_of(_ANSWERS[answers[0]], found[answers[0]])
    if operator == "exists":
        return _exists(asked, answer)
    return _compared(asked, str(operator), answer)


def _exists(asked: Asked, answer: Value) -> Condition:
    if answer.kind != "boolean":
        raise NotSayableError("fhir-value", kind=answer.kind)
    if answer.said is False:
        # Of who told nothing nothing is known; that can't be a reason.
        raise NotSayableError("fhir-not-answered", question=asked.id)
    return AnyOf(asked.id, frozenset(asked.options))


def _compared(asked: Asked, operator: str, answer: Value) -> Condition:
    values = asked.options
    if operator in {"=", "!="}:
        same = frozenset(option for option, value in values.items() if value == answer)
        if not same:
            raise NotSayableError("fhir-unknown-option", question=asked.id)
        return AnyOf(asked.id, same) if operator == "=" else Not(AnyOf(asked.id, same))
    compare = _ORDERED.get(operator)
    if compare is None:
        raise NotSayableError("fhir-operator", operator=operator[:20])
    if answer.kind not in {"number", "date", "time"} or any(value.kind != answer.kind for value in values.values()):
        raise NotSayableError("fhir-unordered", question=asked.id)
    fitting = frozenset(option for option, value in values.items() if compare(value.said, answer.said))
    if not fitting:
        raise NotSayableError("fhir-never", question=asked.id)
    return AnyOf(asked.id, fitting)


def joined(parts: tuple[Condition, ...]) -> Condition:
    """All of them, without more words than needed."""
    flat = tuple(dict.fromkeys(p for part in parts for p in (part.parts if isinstance(part, All) else (part,))))
    return flat[0] if len(flat) == 1 else All(flat)
