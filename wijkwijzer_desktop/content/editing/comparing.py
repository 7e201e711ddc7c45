"""Which personas are told something else."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.drafting import AdviceChange, Comparison, Draft, Named, Outcome
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Advise, Given, Persona
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.i18n.translator import Translator


def changes_between(before: Draft, after: Draft, advise_before: Advise, advise_after: Advise) -> Comparison:
    """Every persona of the later one by both; one who is new is also asked the older questions."""
    known = {persona.id: persona for persona in before.personas}
    changes = []
    for persona in after.personas:
        was = _outcome(before.pack, known.get(persona.id, persona), advise_before)
        now = _outcome(after.pack, persona, advise_after)
        if was != now:
            changes.append(AdviceChange(persona.id, persona.who, was, now))
    return Comparison(before.pack.version, len(after.personas), tuple(changes))


def _outcome(pack: Pack, persona: Persona, advise: Advise) -> Outcome | None:
    """None where there can be no advice: their counter is not in the catalogue."""
    try:
        return outcome_of(advise(pack, persona))
    except (WijkwijzerError, KeyError):
        return None


def outcome_of(given: Given) -> Outcome:
    """What it comes to, for people to compare."""
    advice = given.advice
    services = {service.id: service.name for route in advice.urgent for service in route.services}
    services |= {r.service.id: r.service.name for r in (*advice.all, *advice.activities)}
    first = next((Named(step.service.id, step.service.name) for step in refer(advice, Choice()).steps), None)
    return Outcome(
        urgent=tuple(Named(route.signal.id, route.signal.title) for route in advice.urgent),
        concerns=tuple(Named(concern.topic.id, concern.topic.name) for concern in advice.concerns),
        advised=tuple(Named(name, text) for name, text in services.items()),
        first=first,
        whole=Named(advice.whole.service.id, advice.whole.service.name) if advice.whole is not None else None,
        recipe=tuple(Named(one.service.id, one.service.name) for one in given.recipe.items) if given.recipe is not None else (),
    )


def change_lines(change: AdviceChange, translator: Translator) -> Iterator[str]:
    """Who it is, and below that what they are not told any more, and what they are told now; for staff."""
    t = translator.text
    yield f"{change.id}: {change.who}"
    before, after = change.before, change.after
    if before is None or after is None:
        yield f"  {t('Hier was geen advies te maken.') if before is None else t('Hier is geen advies meer te maken.')}"
        return
    for title, was, now in (
        (t("dringend"), before.urgent, after.urgent),
        (t("zorgen"), before.concerns, after.concerns),
        (t("advies"), before.advised, after.advised),
        (t("eerste stap"), _all(before.first), _all(after.first)),
        (t("gesprek over alles"), _all(before.whole), _all(after.whole)),
        (t("welzijnsrecept"), before.recipe, after.recipe),
    ):
        gone, new = [one.name for one in was if one not in now], [one.name for one in now if one not in was]
        if gone or new:
            yield f"  {title}: {' '.join([*(f'− {name};' for name in gone), *(f'+ {name};' for name in new)]).removesuffix(';')}"
        elif was != now:
            yield f"  {title}: {t('andere volgorde:')} {', '.join(one.name for one in now)}"


def _all(first: Named | None) -> tuple[Named, ...]:
    return () if first is None else (first,)
