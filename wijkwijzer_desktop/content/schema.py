"""Files against their JSON Schema (Draft 2020-12): what doesn't fit becomes findings with a line."""

import json
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.yaml_reader import Document, Steps, parse_yaml
from wijkwijzer_desktop.domain.condition import ConditionFormError, condition_from
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

CONDITION = "condition"
KEYWORD_CODES = {
    "additionalProperties": "unknown-key",
    "required": "missing-key",
    "type": "wrong-type",
    "enum": "not-one-of",
    "minItems": "too-few",
    "maxItems": "too-many",
    "uniqueItems": "double-in-list",
    "propertyNames": "malformed",
    "pattern": "malformed",
    "minLength": "malformed",
    "maxLength": "too-long",
    "minimum": "number-out-of-range",
    "maximum": "number-out-of-range",
}
BLANK = r"\S"


def document_in(text: str, name: str, file: str) -> Document:
    """A text read, and held against `<name>.schema.json`; not to be changed. file: for the findings.

    Raises ContentRefusedError.
    """
    try:
        return replace(_document(text, name), file=file)
    except ContentRefusedError as error:
        raise ContentRefusedError(tuple(replace(finding, file=file) for finding in error.findings)) from error


@lru_cache(maxsize=24)
def _document(text: str, name: str) -> Document:
    # Reading is slow, and whoever edits changes one of the files at a time: the others aren't read again.
    document = parse_yaml(text, "")
    findings = schema_findings(document, name)
    if findings:
        raise ContentRefusedError(findings)
    return document


@cache
def _validator(name: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    registry: Registry[Any] = Registry().with_resource(
        f"{CONDITION}.schema.json", Resource.from_contents(_schema(CONDITION), default_specification=DRAFT202012)
    )
    return Draft202012Validator(_schema(name), registry=registry)


def _schema(name: str) -> Any:
    return json.loads((paths.resources() / "content" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))


def schema_findings(document: Document, name: str) -> tuple[Finding, ...]:
    """All that the document breaks of `<name>.schema.json`, in order of lines; empty if it fits."""
    errors = _validator(name).iter_errors(document.data)
    found = {finding for error in errors for finding in _findings(document, error)}
    return tuple(sorted(found, key=_by_line))


def _by_line(finding: Finding) -> tuple[int, str, str]:
    return finding.line, finding.item, finding.code


def _findings(document: Document, error: "ValidationError") -> list[Finding]:
    steps: Steps = tuple(error.absolute_path)
    keyword, wanted, instance, schema = _parts(error)
    line, item = document.line(steps), _item(document.data, steps)
    field = ".".join(str(step) for step in steps if isinstance(step, str))
    if keyword == "anyOf":
        return [_condition_finding(document, error, line, item)]
    if keyword == "additionalProperties":
        known = schema.get("properties", {})
        extra = [key for key in instance if key not in known]
        return [
            Finding("unknown-key", document.file, document.line((*steps, key)), item, (("field", str(key)),)) for key in extra
        ]
    if keyword == "required":
        missing = [key for key in wanted if key not in instance]
        return [Finding("missing-key", document.file, line, item, (("field", key),)) for key in missing]
    if keyword == "pattern" and wanted == BLANK:
        return [Finding("blank", document.file, line, item, (("field", field),))]
    if keyword is None:
        return [Finding("unknown-key", document.file, line, item, (("field", field),))]
    code = KEYWORD_CODES.get(str(keyword), "schema")
    data = (("field", field), ("expected", str(wanted)[:80]))
    return [Finding(code, document.file, line, item, data)]


def _parts(error: "ValidationError") -> tuple[str | None, Any, Any, Any]:
    """keyword, its value in the schema, what was found, the schema around it; keyword None for a key that may not be."""
    keyword: Any = error.validator
    return keyword, error.validator_value, error.instance, error.schema


def _condition_finding(document: Document, error: "ValidationError", line: int, item: str) -> Finding:
    """What is wrong with a condition, in the condition's own words; or with an answer of a persona's visit."""
    if "answers" in error.absolute_path or "area" in error.absolute_path:
        return Finding("wrong-type", document.file, line, item, (("field", str(error.absolute_path[-1])), ("expected", "id")))
    try:
        condition_from(error.instance)
    except ConditionFormError as reason:
        return Finding(reason.finding.code, document.file, line, item, reason.finding.data)
    return Finding("malformed", document.file, line, item, (("field", str(error.absolute_path[-1])),))


def _item(data: Any, steps: Steps) -> str:
    """The id of the innermost thing with an id on the way to the place of the error."""
    found = ""
    for step in (*steps, None):
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            found = data["id"]
        if step is None:
            break
        data = data[step]
    return found
