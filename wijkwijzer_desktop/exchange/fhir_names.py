"""What FHIR R4 files of ours and of others are made of: addresses that never change, and texts as FHIR may hold them."""

import re
from typing import Any, Final

Resource = dict[str, Any]

# A name, not a place: nothing is to be had there.
BASE: Final = "https://wijkwijzer.example/fhir"
TOPICS: Final = f"{BASE}/CodeSystem/topics"
QUESTIONNAIRE: Final = f"{BASE}/Questionnaire/wijkwijzer"
ABSENT: Final = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
EXCLUSIVE: Final = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"

_CONTROLS: Final = re.compile(r"[^\S \t\n\r]|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def options_of(question_id: str) -> str:
    """The code system of one question's options."""
    return f"{BASE}/CodeSystem/{question_id}"


def clean(text: str) -> str:
    """As a FHIR string may be: no control characters, nothing blank at its ends. It may come out empty; FHIR has no empty
    strings, so then the field must be left out."""
    return _CONTROLS.sub(" ", text).strip()


def told(**fields: object) -> Resource:
    """A resource with only what says something: FHIR has no empty texts, lists or objects. False and 0 are said. A name that
    Python keeps for itself may end in "_"."""
    return {name.rstrip("_"): value for name, value in fields.items() if value is not None and value not in ("", [], {})}
