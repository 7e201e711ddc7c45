"""Whether every persona gets what it must."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.errors import Finding, WijkwijzerError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Advise, Given, Persona
from wijkwijzer_desktop.domain.recipe import Recipe
from wijkwijzer_desktop.domain.referral import Advice, Choice, carried_topics, refer
from wijkwijzer_desktop.domain.service import Kind, Service

PERSONAS_AT_LEAST = 60
PERSONAS_WHERE_BASED = 6
WHOLE: Mapping[bool, str] = MappingProxyType({True: "een gesprek over alles", False: "losse stappen"})


def persona_findings(
    content: Content, personas: tuple[Persona, ...], services: Mapping[str, Service], advise: Advise, *, based: bool = False
) -> tuple[Finding, ...]:
    """Everything in which a persona's advice differs from what is laid down, and what no persona shows. based: the questions are
    those of another municipality, whose personas show them."""
    findings: list[Finding] = []
    least = PERSONAS_WHERE_BASED if based else PERSONAS_AT_LEAST
    if len(personas) < least:
        data = {"count": str(len(personas)), "low": str(least)}
        findings.append(content.finding("persona-count", "personas", "", **data))
    for persona in personas:
        wrong_names = _names(persona, content.pack, services)
        findings += wrong_names
        if any(finding.code == "persona-counter" for finding in wrong_names):
            continue
        try:
            given = advise(content.pack, persona)
        except WijkwijzerError as error:
            findings.append(persona.finding("persona-failed", reason=error.code))
            continue
        findings += _held_against(persona, given)
    return (*findings, *(() if based else _nobody_shows(content, personas)))


def _names(persona: Persona, pack: Pack, services: Mapping[str, Service]) -> list[Finding]:
    findings: list[Finding] = []
    counter = services.get(persona.counter)
    if counter is None or counter.kind is not Kind.COUNTER:
        findings.append(persona.finding("persona-counter", name=persona.counter))
    if persona.practice:
        practice = services.get(persona.practice)
        if practice is None or practice.kind is not Kind.PRACTICE:
            findings.append(persona.finding("persona-practice", name=persona.practice))
    if persona.wishes is None and (persona.recipe or persona.recipe_not):
        findings.append(persona.finding("persona-no-wishes"))
    of_advice = (*persona.must, *persona.must_not, *((persona.first,) if persona.first else ()))
    named = dict.fromkeys((*of_advice, *persona.full, *persona.recipe, *persona.recipe_not))
    findings += [persona.finding("persona-unknown-service", name=name) for name in named if name not in services]
    topics = pack.topics_by_id
    findings += [
        persona.finding("persona-unknown-concern", name=name)
        for name in dict.fromkeys((*persona.concerns, *(persona.carried or ())))
        if name not in topics or not topics[name].parent
    ]
    return findings


def advised_ids(advice: Advice) -> tuple[str, ...]:
    """Ids of all services that this advice shows, urgent ones first, no one twice."""
    urgent = (service.id for route in advice.urgent for service in route.services)
    rest = (recommendation.service.id for recommendation in (*advice.all, *advice.activities))
    return tuple(dict.fromkeys((*urgent, *rest)))


def _held_against(persona: Persona, given: Given) -> list[Finding]:
    advice = given.advice
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
    findings += _held_against_whole(persona, advice)
    if given.recipe is not None:
        findings += _held_against_recipe(persona, given.recipe)
    return findings


def _held_against_whole(persona: Persona, advice: Advice) -> Iterator[Finding]:
    weighing = {concern.topic.id for concern in advice.concerns if concern.severity > Severity.UNKNOWN}
    drawn = dict.fromkeys(topic for link in persona.visit.links for topic in (link.cause, link.effect))
    # Only what weighs can be touched to draw a link.
    yield from (persona.finding("persona-link", name=name) for name in drawn if name not in weighing)
    is_whole = advice.whole is not None
    if persona.whole is not None and persona.whole is not is_whole:
        yield persona.finding("persona-whole", name=WHOLE[persona.whole], found=WHOLE[is_whole])
    carried = carried_topics(advice)
    if persona.carried is not None and persona.carried != carried:
        yield persona.finding("persona-carried", name=_list(persona.carried), found=_list(carried))


def _held_against_recipe(persona: Persona, recipe: Recipe) -> Iterator[Finding]:
    coach = (recipe.coach.id,) if recipe.coach is not None else ()
    found = (*coach, *(one.service.id for one in recipe.items))
    for name in persona.recipe:
        if name not in found:
            yield persona.finding("persona-recipe", name=name, found=_list(found))
    yield from (persona.finding("persona-recipe-not", name=name) for name in persona.recipe_not if name in found)


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
