"""Everything that must hold before content is published, in one report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.conditions import used_conditions
from wijkwijzer_desktop.content.files import Content, Named, load_content
from wijkwijzer_desktop.content.language import Exceptions, Score, language_findings, load_exceptions, score_findings, scores
from wijkwijzer_desktop.content.layers import Layered, is_based, load_layers
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.network import network_findings
from wijkwijzer_desktop.content.options import option_findings
from wijkwijzer_desktop.content.outcomes import persona_findings
from wijkwijzer_desktop.content.personas import Persona, load_personas
from wijkwijzer_desktop.content.possible import possible_findings
from wijkwijzer_desktop.content.reach import PathNumbers, Paths
from wijkwijzer_desktop.content.references import order_findings, reference_findings
from wijkwijzer_desktop.domain.concern import WALK_ALL
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.layers import Layers, Level, Sight
from wijkwijzer_desktop.domain.network_checks import known_in
from wijkwijzer_desktop.domain.persona import Advise
from wijkwijzer_desktop.domain.service import Service

NO_LAYERS = Layers()
QUESTIONS = (45, 70)
TILES = (16, 20)
FOLLOW_UPS = (1, 4)
SCREENS_FOR_TWO_WORRIES = 15

_SERVICE_ID = re.compile(r"^\s*-\s+(?:\{\s*)?id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. findings: empty when all holds. The rest is there as far as it could be read:
    questions, options, topics, services, personas: how many; numbers: ways and screens; scores: how
    easily what stands together reads. numbers is empty where the order of questions breaks what it rests on."""

    findings: tuple[Finding, ...]
    version: str = ""
    questions: int = 0
    options: int = 0
    concerns: int = 0
    services: int = 0
    personas: int = 0
    numbers: tuple[PathNumbers, ...] = ()
    scores: tuple[Score, ...] = ()


def check(folder: Path, advise: Advise) -> Report:
    """Read a folder of content with its catalogue and personas and prove that all of it holds.

    Never raises for what is in the files: what can't be read is in the report.
    """
    try:
        content = load_content(folder)
    except ContentRefusedError as error:
        return Report(error.findings)
    unread: list[Finding] = []
    services: tuple[Service, ...] = ()
    personas: tuple[Persona, ...] = ()
    exceptions = Exceptions()
    layered = Layered(Layers(), ())
    try:
        layered = load_layers(folder)
        services = load_catalogue(folder)
    except ContentRefusedError as error:
        unread += error.findings
    try:
        personas = load_personas(folder, content.pack)
    except ContentRefusedError as error:
        unread += error.findings
    try:
        exceptions = load_exceptions(folder)
    except ContentRefusedError as error:
        unread += error.findings
    if unread:
        # Without these every name and persona would be reported as well.
        return Report(tuple(unread), content.pack.version)
    # The own file last: where a name stands twice, there.
    lines = {name: place for one in layered.folders for name, place in _service_lines(one.folder / "catalogue.yaml").items()}
    content = replace(content, lines=MappingProxyType({**content.lines, **lines}))
    report = examine(content, services, personas, exceptions, advise, layers=layered.layers, based=is_based(folder))
    found = network_findings(folder, known_in(content.pack, services))
    return replace(report, findings=_in_order((*report.findings, *found))) if found else report


def examine(
    content: Content,
    services: tuple[Service, ...],
    personas: tuple[Persona, ...],
    exceptions: Exceptions,
    advise: Advise,
    pictograms: Path | None = None,
    *,
    layers: Layers = NO_LAYERS,
    based: bool = False,
) -> Report:
    """The same over what was read. pictograms: folder with `<name>.svg`, None for the shipped one. layers: the services are of.
    based: the questions are those of another municipality, whose own catalogue and personas show that each of them counts."""
    catalogue = LoadedCatalogue(services, layers)
    named = (*(service.id for service in services), *catalogue.sight.instead)
    by_id: Mapping[str, Service] = catalogue.services(named)
    used = used_conditions(content, services)
    folder = paths.resources() / "pictograms" if pictograms is None else pictograms
    out_of_order = order_findings(content)
    through = Paths(content.pack)
    found = scores(content)
    findings = (
        *_told_here(reference_findings(content, by_id, used, folder), services, layers, catalogue.sight),
        *out_of_order,
        *_reach_findings(content, through),
        *_count_findings(content, through),
        *(() if based else option_findings(content, used)),
        *possible_findings(content, through),
        *language_findings(content, exceptions),
        *score_findings(content, found),
        *persona_findings(content, personas, {service.id: service for service in services} | dict(by_id), advise, based=based),
    )
    questions = content.pack.questionnaire.questions
    return Report(
        findings=_in_order(findings),
        version=content.pack.version,
        questions=len(questions),
        options=sum(len(question.options) for question in questions),
        concerns=sum(1 for topic in content.pack.topics if topic.parent),
        services=len(services),
        personas=len(personas),
        numbers=() if out_of_order else through.numbers(),
        scores=found,
    )


def _told_here(findings: Iterable[Finding], services: Iterable[Service], layers: Layers, sight: Sight) -> Iterator[Finding]:
    """Without those of wider entries that name a place of another municipality, and of names that are left out here."""
    wide = {layer.id for layer in layers.layers if layer.level in {Level.NATIONAL, Level.REGION}}
    elsewhere = {service.id for service in services if service.layer in wide}
    for finding in findings:
        is_elsewhere = finding.code == "condition-unknown-place" and finding.item in elsewhere
        is_left_out = finding.code == "unknown-service" and dict(finding.data).get("name") in sight.hidden
        if not is_elsewhere and not is_left_out:
            yield finding


def _reach_findings(content: Content, through: Paths) -> list[Finding]:
    reached = through.reached()
    findings = [
        content.finding("question-unreachable", "question", question.id)
        for question in content.pack.questionnaire.questions
        if question.id not in reached
    ]
    for tile in through.tiles:
        opening = next(iter(through.questions_of(tile)), None)
        begins = (frozenset({tile}), frozenset({WALK_ALL}))
        if opening and not all(opening in way.shown for begin in begins for way in through.paths_of_topic(tile, begin)):
            findings.append(content.finding("opening-hidden", "question", opening.id))
        others = frozenset(through.tiles) - {tile}
        untouched = (frozenset[str](), others, *(frozenset({other}) for other in others & through.mentioned(tile)))
        if any(way.shown for begin in untouched for way in through.paths_of_topic(tile, begin)):
            findings.append(content.finding("shows-untouched", "topic", tile, name=tile))
    return findings


def _count_findings(content: Content, through: Paths) -> list[Finding]:
    questions = len(content.pack.questionnaire.questions)
    findings: list[Finding] = []
    for code, count, bounds in (("question-count", questions, QUESTIONS), ("tile-count", len(through.tiles), TILES)):
        findings += _outside(content, code, "", count, bounds)
    for tile in through.tiles:
        findings += _outside(content, "follow-up-count", tile, len(through.questions_of(tile)), FOLLOW_UPS)
    longest = through.longest_for(2)
    if longest > SCREENS_FOR_TWO_WORRIES:
        data = {"count": str(longest), "high": str(SCREENS_FOR_TWO_WORRIES)}
        findings.append(content.finding("too-many-screens", "questionnaire", "", **data))
    return findings


def _outside(content: Content, code: str, tile: str, count: int, bounds: tuple[int, int]) -> list[Finding]:
    low, high = bounds
    if low <= count <= high:
        return []
    return [content.finding(code, "topic", tile, count=str(count), low=str(low), high=str(high))]


def _service_lines(path: Path) -> dict[Named, tuple[str, int]]:
    text = path.read_text(encoding="utf-8-sig")
    lines: dict[Named, tuple[str, int]] = {}
    for match in _SERVICE_ID.finditer(text):
        # The first of that name: an id of an organization may be the same.
        lines.setdefault(("service", match[1]), (str(path), text.count("\n", 0, match.start(1)) + 1))
    return lines


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=_place))


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line, finding.item, finding.code
