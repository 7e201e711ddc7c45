"""Questionnaires as others make them in FHIR, and what proves a file of ours."""

import json
from typing import Any

from tests.exchange.hsds_samples import SHARED
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.exchange.fhir_in import FhirRead, read_questionnaire

VECTORS = SHARED / "enablewhen_vectors_android_fhir.json"


def choice(link: str, *codes: str, **fields: Any) -> dict[str, Any]:
    """A question with these codes to choose from."""
    options = [{"valueCoding": {"system": "s", "code": code, "display": code.capitalize()}} for code in codes or ("a", "b")]
    return {"linkId": link, "text": f"Vraag {link}?", "type": "choice", "answerOption": options, **fields}


def when(question: str, operator: str, **answer: Any) -> dict[str, Any]:
    """One comparison; of a coding of `choice` by default the first."""
    return {"question": question, "operator": operator, **(answer or {"answerCoding": {"system": "s", "code": "a"}})}


def questionnaire(*items: dict[str, Any], **fields: Any) -> bytes:
    """As a file."""
    return json.dumps({"resourceType": "Questionnaire", "status": "active", "item": list(items), **fields}).encode()


def read(*items: dict[str, Any], **fields: Any) -> FhirRead:
    """What is read of these items."""
    return read_questionnaire(questionnaire(*items, **fields), "q.json")


def refused(*items: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    """Code and linkId of all that is wrong with these items; none where they are read."""
    try:
        read(*items, **fields)
    except ContentRefusedError as error:
        return [(finding.code, finding.item) for finding in error.findings]
    return []
