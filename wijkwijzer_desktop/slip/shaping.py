"""Letters to glyphs: which font draws what, how letters join, and what stands left of what on a line."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, mirrored

from wijkwijzer_desktop.slip.bidi import resolve, visual_order
from wijkwijzer_desktop.slip.bidi_classes import has_right_to_left
from wijkwijzer_desktop.slip.bidi_explicit import REMOVED
from wijkwijzer_desktop.slip.bidi_plain import plain_levels
from wijkwijzer_desktop.slip.characters import DIRECTIONS, JOINERS, without_directions
from wijkwijzer_desktop.slip.fonts import EM, Cut, Face, Fonts

# Kerning and optional ligatures are off so that a word is as wide as its letters, with and without shaping.
_FEATURES = {"kern": False, "liga": False}
_SPACE = " "


@dataclass(frozen=True, slots=True)
class Glyph:
    """code: the character by which reportlab knows it. x, y: where it is drawn from the pen; advance: how far that goes on.

    drawn: how far reportlab's own text would go on. All in ems.
    """

    code: str
    x: float
    y: float
    advance: float
    drawn: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that together stand for the same letters. says: these; "" where its one glyph says so itself."""

    says: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font and one direction. width: ems.

    codes: its glyphs from left to right, where each says its letter itself and is drawn where the last one ended.
    clusters: in place of these where that isn't so, from left to right too.
    """

    cut: Cut
    codes: str
    width: float
    right_to_left: bool
    clusters: tuple[Cluster, ...] = ()


def levels_of(text: str, *, right_to_left: bool) -> bytes:
    """The level of each character of a paragraph. right_to_left: where its lines begin."""
    if not right_to_left and not has_right_to_left(text):
        return bytes(len(text))
    plain = plain_levels(text, right_to_left=right_to_left)
    if plain is not None:
        return plain
    levels = bytearray(resolve(text, right_to_left=right_to_left)[1])
    if REMOVED in levels:
        # A joiner goes with the letter before it.
        for index, level in enumerate(levels):
            if level == REMOVED:
                levels[index] = levels[index - 1] if index else int(right_to_left)
    return bytes(levels)


class Shaper:
    """Shapes the texts of one slip. What it shaped it remembers, so it must not outlive the slip."""

    def __init__(self, fonts: Fonts) -> None:
        self._cuts = fonts.cuts
        self._space = {face: widths[_SPACE] / EM for face, widths in fonts.widths.items()}
        self._widths: dict[tuple[Face, str], float] = {}
        # A word that is on one level, from left to right. By face, word, and whether it runs from the right.
        self._words: dict[tuple[Face, str, bool], tuple[Run, ...]] = {}

    def copy(self) -> "Shaper":
        """One that knows the same words, and may learn more."""
        other = copy(self)
        other._widths, other._words = self._widths.copy(), self._words.copy()  # noqa: SLF001 - of its own kind
        return other

    def width(self, text: str, face: Face) -> float:
        """In ems, of cleaned text wherever it will stand."""
        if not DIRECTIONS.isdisjoint(text):
            text = without_directions(text)
        key = (face, text)
        known = self._widths.get(key)
        if known is None:
            words = text.split(_SPACE)
            if len(words) > 1:
                return sum(self.width(word, face) for word in words) + (len(words) - 1) * self._space[face]
            # It is as wide in either direction.
            runs = self._word(face, text, right_to_left=has_right_to_left(text))
            known = self._widths[key] = sum(run.width for run in runs)
        return known

    def line(self, text: str, levels: bytes, face: Face) -> tuple[Run, ...]:
        """One line from left to right. levels: of each character, as the whole paragraph gave them."""
        runs: list[tuple[Run, ...]] = []
        run_levels: list[int] = []
        spaces = self._word(face, _SPACE, right_to_left=False)
        index = 0
        for word in text.split(_SPACE):
            if index:
                runs.append(spaces)
                run_levels.append(levels[index - 1])
            end = index + len(word)
            while index < end:
                level = levels[index]
                part = word[index - end :]
                if levels.count(level, index, end) < end - index:
                    part = part[: next(length for length in range(len(part)) if levels[index + length] != level)]
                placed = self._word(face, part, right_to_left=level % 2 == 1)
                if placed:
                    # A space takes the font of what stands before it, to change fonts less often.
                    spaces = (_sign(placed[-1].cut, _SPACE, False),)
                    runs.append(placed)
                    run_levels.append(level)
                index += len(part)
            index += 1
        return tuple(run for place in visual_order(run_levels) for run in runs[place])

    def _word(self, face: Face, word: str, *, right_to_left: bool) -> tuple[Run, ...]:
        if not DIRECTIONS.isdisjoint(word):
            word = without_directions(word)
        key = (face, word, right_to_left)
        known = self._words.get(key)
        if known is None:
            parts = _parts(word, self._cuts[face])
            runs = [
                _sign(cut, word[begin:end], right_to_left)
                if end - begin == 1 and not word[begin].isalnum()
                else _shape(cut, word[begin:end], right_to_left=right_to_left)
                for begin, end, cut in parts
            ]
            known = self._words[key] = tuple(reversed(runs) if right_to_left else runs)
        return known

    def learn(self, words: Iterable[str]) -> None:
        """Remember these words, each without a space."""
        for word in words:
            for face in Face:
                self.width(word, face)


@cache
def _sign(cut: Cut, sign: str, right_to_left: bool) -> Run:  # noqa: FBT001 - a cache takes no names
    """A space, a bracket, a comma: these tell nothing, so they are kept."""
    return _shape(cut, sign, right_to_left=right_to_left)


def _parts(word: str, cuts: tuple[Cut, ...]) -> Iterator[tuple[int, int, Cut]]:
    """Begin, end and font of what one font draws; a mark stays with its letter."""
    whole = next((cut for cut in cuts if all(map(cut.glyphs.__contains__, word))), None)
    if whole:
        if word:
            yield 0, len(word), whole
        return
    begin = end = 0
    current: Cut | None = None
    for index, character in enumerate(word):
        goes_along = current and index == end and character in current.glyphs and (combining(character) or character in JOINERS)
        cut = current if goes_along else next((cut for cut in cuts if character in cut.glyphs), cuts[0])
        if current and (cut is not current or index != end):
            yield begin, end, current
            begin = index
        elif not current:
            begin = index
        current, end = cut, index + 1
    if current:
        yield begin, end, current


def _shape(cut: Cut, letters: str, *, right_to_left: bool) -> Run:
    if cut.plain.issuperset(letters) and not (right_to_left and any(map(mirrored, letters))):
        width = sum(cut.advances[cut.glyphs[letter]] for letter in letters) / EM
        return Run(cut, letters[::-1] if right_to_left else letters, width, right_to_left)
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(letters)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.flags = uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    uharfbuzz.shape(cut.shaper, buffer, _FEATURES)
    shaped = [
        (info.codepoint, info.cluster, position.x_advance, position.x_offset, position.y_offset)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    width = sum(advance for _, _, advance, _, _ in shaped) * cut.scale
    if len({cluster for _, cluster, _, _, _ in shaped}) == len(shaped) == len(letters):
        codes = [cut.code(letters[cluster], number) for number, cluster, _, _, _ in shaped]
        even = all(x == y == 0 and round(wide * cut.scale * EM) == cut.advances[number] for number, _, wide, x, y in shaped)
        if even and all(says for _, says in codes):
            return Run(cut, "".join(code for code, _ in codes), width, right_to_left)
    return Run(cut, "", width, right_to_left, tuple(_clusters(cut, letters, shaped)))


def _clusters(cut: Cut, letters: str, shaped: list[tuple[int, int, int, int, int]]) -> Iterator[Cluster]:
    begins = sorted({cluster for _, cluster, _, _, _ in shaped})
    ends = dict(zip(begins, [*begins[1:], len(letters)], strict=True))
    glyphs: list[Glyph] = []
    for place, (number, begin, advance, x, y) in enumerate(shaped):
        letter = letters[begin : ends[begin]]
        code, says = cut.code(letter, number)
        drawn = cut.advances[number] / EM
        glyphs.append(Glyph(code, x * cut.scale, y * cut.scale, advance * cut.scale, drawn))
        if place + 1 == len(shaped) or shaped[place + 1][1] != begin:
            yield Cluster("" if says and len(glyphs) == 1 else letter, tuple(glyphs))
            glyphs = []
