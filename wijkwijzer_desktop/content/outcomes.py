"""Whether every persona gets what it must."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.content.personas import Persona
from wijkwijzer_desktop.domain.errors import Finding, WijkwijzerError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice, Choice, refer
from wijkwijzer_desktop.domain.service import Kind, Service

PERSONAS_AT_LEAST = 60

Advise = Callable[[Pack, Intake, datetime, str], Advice]
"""Pack, visit, moment (aware), id of the counter's service -> advice."""


def persona_findings(
    content: Content, personas: tuple[Persona, ...], services: Mapping[str, Service], advise: Advise
) -> tuple[Finding, ...]:
    """Everything in which a persona's advice differs from what is laid down, and what no persona shows."""
    findings: list[Finding] = []
    if len(personas) < PERSONAS_AT_LEAST:
        data = {"count": str(len(personas)), "low": str(PERSONAS_AT_LEAST)}
        findings.append(content.finding("persona-count", "personas", "", **data))
    for persona in personas:
        wrong_names = _names(persona, content.pack, services)
        findings += wrong_names
        if any(finding.code == "persona-counter" for finding in wrong_names):
            continue
        try:
            advice = advise(content.pack, persona.visit, persona.at, persona.counter)
        except WijkwijzerError as error:
            findings.append(persona.finding("persona-failed", reason=error.code))
            continue
        findings += _held_against(persona, advice)
    return (*findings, *_nobody_shows(content, personas))


def _names(persona: Persona, pack: Pack, services: Mapping[str, Service]) -> list[Finding]:
    findings: list[Finding] = []
    counter = services.get(persona.counter)
    if counter is None or counter.kind is not Kind.COUNTER:
        findings.append(persona.finding("persona-counter", name=persona.counter))
    named = dict.fromkeys((*persona.must, *persona.must_not, *((persona.first,) if persona.first else ())))
    findings += [persona.finding("persona-unknown-service", name=name) for name in named if name not in services]
    topics = pack.topics_by_id
    findings += [
        persona.finding("persona-unknown-concern", name=name)
        for name in persona.concerns
        if name not in topics or not topics[name].parent
    ]
    return findings


def advised_ids(advice: Advice) -> tuple[str, ...]:
    """Ids of all services that this advice shows, urgent ones first, no one twice."""
    urgent = (service.id for route in advice.urgent for service in route.services)
    rest = (recommendation.service.id for recommendation in (*advice.all, *advice.activities))
    return tuple(dict.fromkeys((*urgent, *rest)))


def _held_against(persona: Persona, advice: Advice) -> list[Finding]:
    advised = advised_ids(advice)
    concerns = tuple(concern.topic.id for concern in advice.concerns)
    missed = [name for name in persona.concerns if name not in concerns]
    findings = [
        *(persona.finding("persona-concern", name=name, found=_list(concerns)) for name in missed),
        *(persona.finding("persona-must", name=name, found=_list(advised)) for name in persona.must if name not in advised),
        *(persona.finding("persona-must-not", name=name) for name in persona.must_not if name in advised),
    ]
    raised = tuple(route.signal.id for route in advice.urgent)
    if set(raised) != set(persona.urgent):
        findings.append(persona.finding("persona-urgent", name=_list(persona.urgent), found=_list(raised)))
    steps = tuple(step.service.id for step in refer(advice, Choice()).steps)
    if persona.first and steps[:1] != (persona.first,):
        findings.append(persona.finding("persona-first", name=persona.first, found=_list(steps)))
    return findings


def _nobody_shows(content: Content, personas: tuple[Persona, ...]) -> list[Finding]:
    raised = {name for persona in personas for name in persona.urgent}
    weighing = {name.partition(".")[0] for persona in personas for name in persona.concerns}
    return [
        *(content.finding("signal-without-persona", "signal", s.id) for s in content.pack.signals if s.id not in raised),
        *(
            content.finding("tile-without-persona", "topic", topic.id)
            for topic in content.pack.topics
            if not topic.parent and topic.id not in weighing
        ),
    ]


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "-"
