"""FHIR's enableWhen, held against the cases of another program; where ours says something else, that is written down."""

import json
from typing import Any

import pytest

from tests.exchange.fhir_samples import VECTORS, choice, read, refused, when
from wijkwijzer_desktop.domain.condition import AnyOf, Condition, Facts, Not
from wijkwijzer_desktop.domain.errors import ContentRefusedError

OPERATORS = {
    "EXISTS": "exists",
    "EQUAL": "=",
    "NOT_EQUAL": "!=",
    "GREATER_THAN": ">",
    "LESS_THAN": "<",
    "GREATER_OR_EQUAL": ">=",
    "LESS_OR_EQUAL": "<=",
}
TYPES = {"IntegerType": "Integer", "BooleanType": "Boolean", "Coding": "Coding"}
# docs/fhir.md says why.
REFUSED = {
    "evaluate_expectAnswerDoesNotExist_answerExists_shouldReturnFalse",
    "evaluate_expectAnswerDoesNotExist_answerDoesNotExist_shouldReturnTrue",
    "evaluate_multipleEnableWhens_behaviorAny_someSatisfied_shouldReturnTrue",
    "evaluate_multipleEnableWhens_behaviorAll_someSatisfied_shouldReturnFalse",
    "evaluate_multipleEnableWhens_behaviorAll_allSatisfied_shouldReturnTrue",
}
OTHERWISE = {"evaluate_expectAnswerNotEqualToValue_someAnswerNotEqualToValue_shouldReturnTrue": False}

needs_vectors = pytest.mark.skipif(not VECTORS.exists(), reason=f"{VECTORS.name} isn't beside the project")


def vectors() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"] if VECTORS.exists() else []
    return found


def fhir(value: dict[str, Any]) -> Any:
    if value["type"] == "Coding":
        return dict(zip(("system", "code", "display"), value["args"], strict=True))
    return value["args"][0]


def key(value: dict[str, Any]) -> str:
    """Two codings with other words are one answer."""
    return repr(value["args"][:2])


def case(vector: dict[str, Any]) -> tuple[Condition, Facts]:
    """The condition as it is read, and what was answered. Raises ContentRefusedError."""
    items, places, comparisons = [], [], []
    for number, one in enumerate(vector["enableWhen"]):
        values = [one["expected"], *one["actual"]] if one["operator"] != "EXISTS" else one["actual"]
        different = list({key(value): value for value in values}.values())
        options = [{f"value{TYPES[value['type']]}": fhir(value)} for value in different]
        options += [{"valueInteger": n * 900_000} if "Coding" not in str(values) else coding(n) for n in (-1, 1)]
        items.append({"linkId": f"q{number}", "text": "?", "type": "choice", "repeats": True, "answerOption": options})
        places.append([[key(value) for value in different].index(key(value)) for value in one["actual"]])
        answer = {f"answer{TYPES[one['expected']['type']]}": fhir(one["expected"])}
        comparisons.append(when(f"q{number}", OPERATORS[one["operator"]], **answer))
    behavior = {"enableBehavior": vector["behavior"].lower()} if vector["behavior"] else {}
    made = read(*items, choice("last", enableWhen=comparisons, **behavior)).questionnaire.questions
    chosen = {q.id: frozenset(q.options[place].id for place in there) for q, there in zip(made, places, strict=False) if there}
    return made[-1].show_if, Facts(chosen)


def coding(number: int) -> dict[str, Any]:
    return {"valueCoding": {"system": "filler", "code": f"filler-{number}"}}


@needs_vectors
@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["name"])
def test_another_programs_cases(vector: dict[str, Any]) -> None:
    if vector["name"] in REFUSED:
        with pytest.raises(ContentRefusedError) as error:
            case(vector)
        assert {finding.code for finding in error.value.findings} == {"fhir-not-answered"}
        return
    condition, facts = case(vector)
    assert (condition.holds(facts) is True) is OTHERWISE.get(vector["name"], vector["enabled"])


@needs_vectors
def test_all_cases_are_there() -> None:
    names = {vector["name"] for vector in vectors()}
    assert len(names) == 33
    assert REFUSED | OTHERWISE.keys() <= names


def test_without_an_answer_not_equal_is_unknown_not_true() -> None:
    show_if = read(choice("q"), choice("last", enableWhen=[when("q", "!=")])).questionnaire.questions[-1].show_if
    assert show_if == Not(AnyOf("about.q", frozenset({"a"})))
    assert show_if.holds(Facts()) is None


@pytest.mark.parametrize(
    ("operator", "fitting"), [(">", {"30"}), ("<", {"10"}), (">=", {"20", "30"}), ("<=", {"10", "20"}), ("=", {"20"})]
)
def test_numbers_become_the_options_that_fit(operator: str, fitting: set[str]) -> None:
    numbers = {"type": "choice", "answerOption": [{"valueInteger": n} for n in (10, 20, 30)]}
    items = ({"linkId": "q", "text": "Hoeveel?", **numbers}, choice("last", enableWhen=[when("q", operator, answerInteger=20)]))
    assert read(*items).questionnaire.questions[-1].show_if == AnyOf("about.q", frozenset(fitting))


@pytest.mark.parametrize(
    ("comparison", "code"),
    [
        (when("nergens", "="), "fhir-unknown-question"),
        (when("last", "="), "fhir-later"),
        (when("group", "="), "fhir-later"),
        (when("q", "=", answerCoding={"system": "s", "code": "z"}), "fhir-unknown-option"),
        (when("q", "=", answerCoding={"code": "a"}), "fhir-unknown-option"),
        (when("q", ">"), "fhir-unordered"),
        (when("q", "~"), "fhir-operator"),
        (when("n", ">", answerInteger=10), "fhir-never"),
        (when("n", ">", answerQuantity={"value": 1}), "fhir-value"),
        (when("n", ">", answerInteger=True), "fhir-value"),
        (when("n", ">", answerDecimal=float("nan")), "fhir-value"),
        (when("q", "exists", answerBoolean=False), "fhir-not-answered"),
        (when("q", "exists", answerInteger=1), "fhir-value"),
        ({"question": "q", "operator": "="}, "fhir-form"),
        ({**when("q", "="), "answerBoolean": True}, "fhir-form"),
        ({**when("q", "="), "modifierExtension": [{}]}, "fhir-form"),
        ("q", "fhir-form"),
    ],
)
def test_what_cant_be_said_is_refused_where_it_stands(comparison: Any, code: str) -> None:
    numbers = {"linkId": "n", "text": "?", "type": "choice", "answerOption": [{"valueInteger": 1}, {"valueInteger": 2}]}
    group = {"linkId": "group", "type": "group", "item": [numbers]}
    assert refused(choice("q"), group, choice("last", enableWhen=[comparison])) == [(code, "last")]


def test_two_conditions_need_a_behavior() -> None:
    both = [when("q", "="), when("q", "exists", answerBoolean=True)]
    assert refused(choice("q"), choice("last", enableWhen=both)) == [("fhir-behavior", "last")]
    assert refused(choice("q"), choice("last", enableWhen=both, enableBehavior="all")) == []
    assert refused(choice("q"), choice("last", enableWhen=both, enableBehavior=["all"])) == [("fhir-behavior", "last")]
