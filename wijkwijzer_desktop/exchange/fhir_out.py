"""One referral as a FHIR R4 (4.0.1) Bundle: the questions, the answers, each first step, and who it is for.

A collection, not a transaction: a server would make the same services anew with every file, and nothing must get into a record
before a professional looked at it. Nobody is in it. A Patient without a name would become somebody in the system that reads it;
in its place stand words that ask the professional who it is. All ids are drawn for this file alone.
"""

import json
from collections.abc import Iterator
from datetime import date
from uuid import uuid4

from wijkwijzer_desktop.desk.referral_file import ReferralCase, handed_over
from wijkwijzer_desktop.domain.matching import AskAbout, ManyDomains, Recommendation, WasChecked, YouSaid
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.exchange.fhir_names import TOPICS, Resource, clean, told
from wijkwijzer_desktop.exchange.fhir_questionnaire import Written
from wijkwijzer_desktop.exchange.fhir_service import Services
from wijkwijzer_desktop.i18n.wording import Wording


def bundle_bytes(case: ReferralCase, wording: Wording) -> bytes:
    """The file as UTF-8. wording: Dutch."""
    return (json.dumps(bundle_of(case, wording), ensure_ascii=False, indent=1) + "\n").encode()


def bundle_of(case: ReferralCase, wording: Wording) -> Resource:
    """The Bundle as plain data. wording: Dutch."""
    today = case.at.astimezone(ZONE).date()
    return {
        "resourceType": "Bundle",
        "id": str(uuid4()),
        "language": "nl",
        "type": "collection",
        "entry": [{"fullUrl": f"urn:uuid:{r['id']}", "resource": r} for r in _resources(case, wording, today)],
    }


def _resources(case: ReferralCase, wording: Wording, today: date) -> Iterator[Resource]:
    handed, day = handed_over(case), today.isoformat()
    questions, answers = str(uuid4()), str(uuid4())
    written = Written(handed, case.pack.places, wording)
    yield written.questionnaire(questions, case.referral.pack_version, day)
    yield written.response(answers, questions, day)
    services = Services(wording, today)
    asked = frozenset(question.id for question in handed.questions)
    for place, step in enumerate(case.referral.steps):
        note = case.referral.note if place == 0 else ""
        yield _Request(case, wording, asked).request(step, services.put(step.service), answers, day, note)
    yield from services.resources


class _Request:
    """asked: ids of the questions that are in the file; nothing is said of others."""

    def __init__(self, case: ReferralCase, wording: Wording, asked: frozenset[str]) -> None:
        self._case = case
        self._words = wording
        self._t = wording.translator.text
        self._asked = asked

    def request(self, step: Recommendation, service: str, answers: str, day: str, note: str) -> Resource:
        """A proposal of the visitor, which a professional may make a request of. service, answers: UUIDs of these."""
        case = self._case
        concern = next((c for c in case.referral.concerns if c.topic.id == step.concern), None)
        return told(
            resourceType="ServiceRequest",
            id=str(uuid4()),
            language="nl",
            status="draft",
            intent="proposal",
            priority="urgent" if concern is not None and concern.urgent else "routine",
            code=told(
                coding=[{"system": TOPICS, "code": concern.topic.id}] if concern is not None else [],
                text=clean(self._words.topic(concern.topic)) if concern is not None else self._otherwise(step),
            ),
            subject={"display": self._t("De bezoeker. Wie dat is, vult u zelf in.")},
            authoredOn=day,
            requester={"display": clean(", ".join(filter(None, (case.counter, case.place)))) or "Wijkwijzer"},
            performer=[{"reference": f"urn:uuid:{service}", "display": clean(step.service.name) or clean(step.service.id)}],
            reasonCode=[{"text": text} for text in self._said(step)],
            supportingInfo=[{"reference": f"urn:uuid:{answers}"}],
            note=[{"text": text} for text in self._notes(step, note)],
        )

    def _otherwise(self, step: Recommendation) -> str:
        if any(isinstance(reason, ManyDomains) for reason in step.reasons):
            return self._t("Eén gesprek over alles")
        return self._t("Iemand om mee te praten")

    def _said(self, step: Recommendation) -> list[str]:
        said = [r for r in step.reasons if isinstance(r, YouSaid) and r.said.question in self._asked]
        return [clean(self._words.reason(reason, self._case.at)) for reason in said]

    def _notes(self, step: Recommendation, note: str) -> list[str]:
        """What was typed for this paper, and what is not sure yet."""
        unsure = [r for r in step.reasons if isinstance(r, AskAbout) or (isinstance(r, WasChecked) and r.call_first)]
        texts = [note, *(self._words.reason(reason, self._case.at) for reason in unsure)]
        return [clean(text) for text in texts if clean(text)]
