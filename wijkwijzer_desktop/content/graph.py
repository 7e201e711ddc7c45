"""The flow of the questions as one SVG, for editors: tile, questions, concerns, signals, a band a topic."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from wijkwijzer_desktop.content.conditions import condition_in_dutch
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS, Condition
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Part, Question

LINE = 18
PADDING = 10
GAP = 34
BAND_GAP = 40
MARGIN = 40
ARROW_GUTTER = 90
# Average width of a character of the 13 px sans serif, with room to spare.
CHARACTER = 7.2

TILE_X, TILE_WIDTH = MARGIN, 190
QUESTION_X, QUESTION_WIDTH = 330, 470
CONCERN_X, CONCERN_WIDTH = 920, 560
SIGNAL_X, SIGNAL_WIDTH = 1570, 400
WIDTH = SIGNAL_X + SIGNAL_WIDTH + MARGIN

UNREACHABLE, HELPLESS = "question-unreachable", "topic-without-help"
SEVERITY_WORDS = {
    Severity.UNKNOWN: "onbekend",
    Severity.LIGHT: "licht",
    Severity.MEDIUM: "middel",
    Severity.HEAVY: "zwaar",
    Severity.CRISIS: "crisis",
}
PART_NAMES = {Part.BEGIN: "Begin", Part.HELP: "Wat helpt al", Part.ABOUT: "Over u"}

STYLE = """
text { font-family: "Noto Sans", "DejaVu Sans", Arial, sans-serif; font-size: 13px; fill: #1a1a1a; }
.title { font-size: 26px; font-weight: bold; }
.domain { font-size: 20px; font-weight: bold; }
.head { font-weight: bold; }
.id { fill: #555555; font-size: 12px; }
.if { fill: #1d4f91; font-style: italic; }
.urgent { fill: #a30d1d; }
.box { stroke-width: 1.5; }
.tile { fill: #fff3d6; stroke: #9a6a00; }
.question { fill: #ffffff; stroke: #444444; }
.concern { fill: #e4f2e7; stroke: #2c6b3a; }
.signal { fill: #fde4e6; stroke: #a30d1d; }
.marked { stroke: #a30d1d; stroke-width: 3; stroke-dasharray: 9 5; }
.band { stroke: #cccccc; }
.arrow { fill: none; stroke: #1d4f91; stroke-width: 1.3; marker-end: url(#tip); }
.leads { fill: none; stroke: #2c6b3a; stroke-width: 1; opacity: 0.45; }
.alarms { fill: none; stroke: #a30d1d; stroke-width: 1.3; stroke-dasharray: 5 3; opacity: 0.7; }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box. style: class names."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A frame with lines. x, y: upper left corner, pixels. questions: ids that it stands for or hangs on."""

    x: int
    y: int
    width: int
    style: str
    lines: tuple[Line, ...]
    questions: frozenset[str] = frozenset()

    @property
    def height(self) -> int:
        """Pixels."""
        return len(self.lines) * LINE + 2 * PADDING

    @property
    def middle(self) -> int:
        """Height of its middle."""
        return self.y + self.height // 2


class _Marks:
    """What the check says of the boxes."""

    def __init__(self, pack: Pack, findings: Iterable[Finding]) -> None:
        said: dict[str, set[str]] = {}
        for finding in findings:
            said.setdefault(finding.code, set()).add(finding.item)
        self._unseen = said.get(UNREACHABLE, set())
        self._helpless = said.get(HELPLESS, set())
        leads: dict[str, set[str]] = {}
        for topic in pack.topics:
            for question in frozenset[str]().union(*(rule.when.questions() for rule in topic.rules)):
                leads.setdefault(question, set()).add(topic.id)
        self._dead_ends = {question for question, topics in leads.items() if topics <= self._helpless}

    def of_question(self, question: Question) -> tuple[str, ...]:
        unseen = ("! niemand krijgt deze vraag te zien",) if question.id in self._unseen else ()
        return (*unseen, "! bij wat hieruit komt, helpt nog niemand") if question.id in self._dead_ends else unseen

    def of_concern(self, topic: Topic) -> tuple[str, ...]:
        return ("! hierbij helpt nog niemand",) if topic.id in self._helpless else ()


def graph_svg(pack: Pack, findings: Iterable[Finding] = ()) -> str:
    """The whole flow: for each domain its tiles, beside each its questions from top to bottom with the
    condition that shows them, then what they can make a concern, and in red what they make urgent.

    findings: of the check; questions that nobody is asked, and what ends without help, are marked by a broken frame and in words.
    """
    marks = _Marks(pack, findings)
    parts: list[str] = []
    y = MARGIN + 30
    parts.append(_text(MARGIN, y, Line(f"Vragen {pack.version}", "title")))
    y += BAND_GAP
    drawn, y = _loose(pack, Part.BEGIN, y, marks)
    parts += drawn
    for domain in dict.fromkeys(topic.domain for topic in pack.topics):
        parts.append(_text(MARGIN, y + 14, Line(domain.value.capitalize(), "domain")))
        y += BAND_GAP
        for tile in pack.topics:
            if tile.domain is domain and not tile.parent:
                drawn, y = _band(pack, tile, y, marks)
                parts += drawn
    for part in (Part.HELP, Part.ABOUT):
        drawn, y = _loose(pack, part, y, marks)
        parts += drawn
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}">\n'
        f"<style>{STYLE}</style>\n"
        '<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z" fill="#1d4f91"/></marker></defs>\n'
        f'<rect width="{WIDTH}" height="{y}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _loose(pack: Pack, part: Part, y: int, marks: _Marks) -> tuple[list[str], int]:
    """The questions that follow no tile, below each other."""
    questions = [question for question in pack.questionnaire.questions if question.part is part]
    boxes = _stack([_question_box(question, pack, marks) for question in questions], y)
    bottom = max((box.y + box.height for box in boxes), default=y)
    heading = _text(MARGIN, y + 14, Line(PART_NAMES[part], "domain"))
    return [heading, *(_draw(box) for box in boxes), *_condition_arrows(questions, boxes)], bottom + BAND_GAP


def _band(pack: Pack, tile: Topic, y: int, marks: _Marks) -> tuple[list[str], int]:
    """One tile with all that follows from it."""
    questions = [question for question in pack.questionnaire.questions if question.topic == tile.id]
    children = [topic for topic in pack.topics if topic.parent == tile.id]
    signals = [signal for signal in pack.signals if signal.concern in {child.id for child in children}]
    asked = _stack([_question_box(question, pack, marks) for question in questions], y)
    concerns = _stack([_concern_box(child, pack, marks) for child in children], y)
    urgent = _stack([_signal_box(signal, pack) for signal in signals], y)
    start = Box(TILE_X, y, TILE_WIDTH, "tile", (*_wrapped(tile.name, TILE_WIDTH, "head"), Line(tile.id, "id")))
    boxes = (start, *asked, *concerns, *urgent)
    bottom = max(box.y + box.height for box in boxes)
    lines = [_arrow(start, asked[0])] if asked else []
    lines += _condition_arrows(questions, asked)
    lines += [_curve(q, c, "leads") for q in asked for c in concerns if q.questions & c.questions]
    lines += [_to_signal(child, box) for box, s in zip(urgent, signals, strict=True) for child in _of(concerns, children, s)]
    rule = f'<line class="band" x1="{MARGIN}" y1="{bottom + 20}" x2="{WIDTH - MARGIN}" y2="{bottom + 20}"/>'
    return [*lines, *(_draw(box) for box in boxes), rule], bottom + BAND_GAP


def _of(concerns: list[Box], children: list[Topic], signal: Signal) -> list[Box]:
    return [box for box, child in zip(concerns, children, strict=True) if child.id == signal.concern]


def _stack(boxes: list[Box], y: int) -> list[Box]:
    """The same boxes below each other from y on."""
    stacked = []
    for box in boxes:
        stacked.append(replace(box, y=y))
        y += box.height + GAP
    return stacked


def _question_box(question: Question, pack: Pack, marks: _Marks) -> Box:
    lines = [Line(question.id, "id"), *_wrapped(question.text, QUESTION_WIDTH, "head")]
    # The tile's arrow says this already.
    if question.show_if != ALWAYS and question.show_if.questions() != {BEGIN_QUESTION}:
        lines += _wrapped(f"als {condition_in_dutch(question.show_if, pack)}", QUESTION_WIDTH, "if")
    options = "\N{NO-BREAK SPACE}· ".join(option.text for option in question.options)
    lines += _wrapped(("meer mag: " if question.several else "") + options, QUESTION_WIDTH)
    marked = marks.of_question(question)
    lines = [*(Line(mark, "head urgent") for mark in marked), *lines]
    style = "question marked" if marked else "question"
    return Box(QUESTION_X, 0, QUESTION_WIDTH, style, tuple(lines), frozenset({question.id}))


def _concern_box(topic: Topic, pack: Pack, marks: _Marks) -> Box:
    notes = [note for note, holds in (("als niets anders blijkt", topic.fallback), ("discreet", topic.discreet)) if holds]
    lines = [*_wrapped(topic.name, CONCERN_WIDTH, "head"), Line(" · ".join([topic.id, *notes]), "id")]
    for rule in topic.rules:
        lines += _wrapped(f"{SEVERITY_WORDS[rule.severity]}: {condition_in_dutch(rule.when, pack)}", CONCERN_WIDTH)
    hangs_on = frozenset[str]().union(*(rule.when.questions() for rule in topic.rules))
    marked = marks.of_concern(topic)
    lines = [*(Line(mark, "head urgent") for mark in marked), *lines]
    return Box(CONCERN_X, 0, CONCERN_WIDTH, "concern marked" if marked else "concern", tuple(lines), hangs_on)


def _signal_box(signal: Signal, pack: Pack) -> Box:
    lines = [*_wrapped(f"! {signal.title}", SIGNAL_WIDTH, "head urgent"), Line(signal.id, "id")]
    lines += _wrapped(f"als {condition_in_dutch(signal.when, pack)}", SIGNAL_WIDTH, "if")
    lines += _wrapped(f"bel: {', '.join(signal.services)}", SIGNAL_WIDTH, "urgent")
    return Box(SIGNAL_X, 0, SIGNAL_WIDTH, "signal", tuple(lines), signal.when.questions())


def _wrapped(text: str, width: int, style: str = "") -> list[Line]:
    limit = int((width - 2 * PADDING) / (CHARACTER * (1.07 if "head" in style else 1.0)))
    return [Line(line, style) for line in _broken(text, limit)]


def _broken(text: str, limit: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > limit:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _condition_arrows(questions: list[Question], boxes: list[Box]) -> Iterable[str]:
    """From each earlier question to the one that its answer shows, at the left of the boxes."""
    at = {question.id: box for question, box in zip(questions, boxes, strict=True)}
    for question in questions:
        for name in sorted(_named(question.show_if) & at.keys()):
            yield _side(at[name], at[question.id])


def _named(condition: Condition) -> frozenset[str]:
    return condition.questions() - {BEGIN_QUESTION}


def _side(source: Box, target: Box) -> str:
    reach = min(ARROW_GUTTER, 24 + (target.y - source.y) // 12)
    x, start, end = source.x, source.y + source.height - 16, target.y + 20
    return f'<path class="arrow" d="M{x} {start} C{x - reach} {start} {x - reach} {end} {x} {end}"/>'


def _arrow(source: Box, target: Box) -> str:
    y = source.y + 20
    return f'<path class="arrow" d="M{source.x + source.width} {y} L{target.x} {y}"/>'


def _curve(source: Box, target: Box, style: str) -> str:
    x1, x2 = source.x + source.width, target.x
    half, start, end = (x1 + x2) // 2, source.middle, target.middle
    return f'<path class="{style}" d="M{x1} {start} C{half} {start} {half} {end} {x2} {end}"/>'


def _to_signal(concern: Box, signal: Box) -> str:
    return _curve(concern, signal, "alarms")


def _draw(box: Box) -> str:
    frame = f'<rect class="box {box.style}" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="8"/>'
    top = box.y + PADDING + 13
    texts = (_text(box.x + PADDING, top + index * LINE, line) for index, line in enumerate(box.lines))
    return "\n".join((frame, *texts))


def _text(x: int, y: int, line: Line) -> str:
    style = f' class="{line.style}"' if line.style else ""
    return f'<text x="{x}" y="{y}"{style}>{escape(line.text)}</text>'
