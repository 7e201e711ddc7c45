"""A list in a YAML file as blocks of lines, so that one of them can be changed without touching the others."""

import re
from dataclasses import dataclass, field
from io import StringIO
from itertools import pairwise

from ruamel.yaml import YAML

from wijkwijzer_desktop.content.yaml_reader import Document, Steps

_ITEM = re.compile(r"( *)- +[^\s#]")
_NOTHING = re.compile(r"\s*(#.*)?")
_OTHER_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")


class NotInBlocksError(ValueError):
    """The list is written in another way: between brackets, or an item begins below its dash."""


@dataclass(slots=True)
class Block:
    """gap: empty lines and headings before it, which stay where they are. above: comments right above it, which go with it.
    body: from its dash to its last line. Each with its line ends."""

    gap: str
    above: str
    body: str


@dataclass(slots=True)
class Blocks:
    """head: all before the first block. tail: all after the last. newline: as lines end here."""

    head: str
    tail: str
    newline: str
    blocks: list[Block] = field(default_factory=list)

    def text(self) -> str:
        """The whole file."""
        return "".join((self.head, *(block.gap + block.above + block.body for block in self.blocks), self.tail))

    def remove(self, position: int) -> Block:
        """Take one out. A heading before it stays, for what follows."""
        block = self.blocks.pop(position)
        if block.gap.strip():
            self._give_gap(position, block.gap)
        return block

    def insert(self, position: int, block: Block, *, below_heading: bool) -> None:
        """Put one before the one that stands there, or at the end. below_heading: after the heading that stands there, not
        before it."""
        if position == len(self.blocks):
            self._end_with_newline()
            block.gap = self.blocks[-1].gap if self.blocks and not self.blocks[-1].gap.strip() else ""
        elif not self.blocks[position].gap.strip():
            block.gap = self.blocks[position].gap
        elif below_heading:
            block.gap, self.blocks[position].gap = self.blocks[position].gap, ""
        else:
            block.gap = ""
        if not block.body.endswith("\n"):
            block.body += self.newline
        self.blocks.insert(position, block)

    def _give_gap(self, position: int, gap: str) -> None:
        if position < len(self.blocks):
            self.blocks[position].gap = gap + self.blocks[position].gap
        else:
            self.tail = gap + self.tail

    def _end_with_newline(self) -> None:
        if self.blocks and not self.blocks[-1].body.endswith("\n"):
            self.blocks[-1].body += self.newline


def blocks_of(text: str, document: Document, steps: Steps) -> Blocks:
    """The list at these steps. document: what was read from this text. Raises NotInBlocksError."""
    if _OTHER_BREAK.search(text):
        raise NotInBlocksError
    count = _count(document.data, steps)
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    starts = [document.line((*steps, position)) - 1 for position in range(count)]
    if not starts or any(not _ITEM.match(lines[start]) for start in starts) or any(b <= a for a, b in pairwise(starts)):
        raise NotInBlocksError
    ends = [_end(lines, start) for start in starts]
    if any(end > start for end, start in zip(ends, starts[1:], strict=False)):
        raise NotInBlocksError
    found = Blocks("", "".join(lines[ends[-1] :]), "\r\n" if "\r\n" in text else "\n")
    before = _first_gap(lines, starts[0])
    found.head = "".join(lines[:before])
    for start, end in zip(starts, ends, strict=True):
        between = lines[before:start]
        if not all(_NOTHING.fullmatch(line.rstrip("\r\n")) for line in between):
            raise NotInBlocksError
        near = _near(between)
        found.blocks.append(Block("".join(between[:near]), "".join(between[near:]), "".join(lines[start:end])))
        before = end
    return found


def _count(data: object, steps: Steps) -> int:
    for step in steps:
        data = data[step]  # type: ignore[index]
    return len(data)  # type: ignore[arg-type]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end(lines: list[str], start: int) -> int:
    """One past the last line of the item that begins here."""
    dash = _indent(lines[start])
    end = start + 1
    for position in range(start + 1, len(lines)):
        if not lines[position].strip():
            continue
        if _indent(lines[position]) <= dash:
            break
        end = position + 1
    return end


def _first_gap(lines: list[str], start: int) -> int:
    """Where the empty lines and comments before the first item begin."""
    while start > 0 and _NOTHING.fullmatch(lines[start - 1].rstrip("\r\n")):
        start -= 1
    return start


def _near(between: list[str]) -> int:
    """Where the comments begin that belong to the item below; a comment with an empty line before it is a heading."""
    near = len(between)
    while near > 0 and between[near - 1].strip():
        near -= 1
    return len(between) if near > 0 else 0


def in_blocks(text: str) -> str:
    """The same file with its lists, and what is in them, a line each."""
    yaml = round_trip(2)
    data = yaml.load(text)
    _unfold(data, 5)
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _unfold(data: object, depth: int) -> None:
    if depth == 0 or not isinstance(data, dict | list):
        return
    data.fa.set_block_style()  # type: ignore[union-attr]
    for part in data.values() if isinstance(data, dict) else data:
        _unfold(part, depth - 1)


def round_trip(offset: int) -> YAML:
    """Reads and writes with comments, order and quotes as they were. offset: of a dash below its key."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml
