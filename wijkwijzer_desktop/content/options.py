"""Whether every option changes something."""

from collections.abc import Iterable

from wijkwijzer_desktop.content.conditions import Used, atoms
from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.content.reach import facts_of
from wijkwijzer_desktop.domain.condition import AREA_QUESTION, Condition, Facts, LivesIn, Unasked
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Question

# Matching itself looks at these: the language somebody likes to speak, where they live, how far they can go.
USED_BY_MATCHING = frozenset({"about.taal", AREA_QUESTION, "about.ver"})


def option_findings(content: Content, used: Iterable[Used]) -> tuple[Finding, ...]:
    """Options that can take another's place without any difference (option-changes-nothing).

    All that follows from an answer follows through comparisons: in a `show_if`, a rule, a signal or an
    eligibility. So every comparison that mentions the question is evaluated for each option alone. Two
    options with the same outcomes everywhere change nothing towards each other; all but the first of them
    are reported. One option of a question may make no comparison true: "nothing the matter".
    """
    comparisons = [atom for use in used for atom in atoms(use.condition)]
    findings: list[Finding] = []
    for question in content.pack.questionnaire.questions:
        if question.id in USED_BY_MATCHING:
            continue
        about = tuple(atom for atom in comparisons if question.id in atom.questions())
        first: dict[tuple[bool | None, ...], Option] = {}
        for option in question.options:
            outcome = tuple(atom.holds(_facts(question, option, content.pack)) for atom in about)
            twin = first.setdefault(outcome, option)
            if twin is not option:
                item = f"{question.id}/{option.id}"
                findings.append(content.finding("option-changes-nothing", "option", item, same_as=twin.id))
    return tuple(findings)


def _facts(question: Question, option: Option, pack: Pack) -> Facts:
    facts = facts_of((question,), {question.id: frozenset({option.id})})
    place = pack.places.get(option.id) if question.id == AREA_QUESTION else None
    return Facts(facts.options, facts.ranges, place.within | {place.id} if place else None)


def unknown_names(condition: Condition, pack: Pack) -> tuple[tuple[str, str], ...]:
    """What a condition names that isn't there: finding code and name, in order of appearance."""
    areas = pack.places.keys() | {area for place in pack.places.values() for area in place.within}
    wrong: list[tuple[str, str]] = []
    for atom in atoms(condition):
        if isinstance(atom, LivesIn):
            wrong += [("condition-unknown-place", area) for area in sorted(atom.areas - areas)]
            continue
        if isinstance(atom, Unasked):
            continue
        (name,) = atom.questions()
        question = pack.questionnaire.by_id.get(name)
        if question is None:
            wrong.append(("condition-unknown-question", name))
            continue
        options: frozenset[str] = getattr(atom, "options", frozenset())
        wrong += [("condition-unknown-option", f"{name}/{o}") for o in sorted(options) if question.option(o) is None]
        if not options and not any(option.range for option in question.options):
            wrong.append(("condition-without-numbers", name))
    return tuple(wrong)
