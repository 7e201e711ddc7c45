"""How tests look at paper: the marks before drawing, the words and pictures after it."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from PIL import Image as Images
from PIL.Image import Image

from wijkwijzer_desktop.devices.pdf import opened_pdf
from wijkwijzer_desktop.domain.sheet import CodeBlock
from wijkwijzer_desktop.domain.slip import Header, Slip, StepBlock
from wijkwijzer_desktop.slip.bidi import resolve, visual_order
from wijkwijzer_desktop.slip.characters import JOINERS, without_directions
from wijkwijzer_desktop.slip.marks import BoxMark, CodeMark, DotsMark, Page, TextMark

EDGE = 11.0
ASCENT = 0.95
DESCENT = 0.24
HAIR = 0.02

Box = tuple[float, float, float, float]


def texts(page: Page) -> list[TextMark]:
    return [mark for mark in page.marks if isinstance(mark, TextMark)]


def box(mark: TextMark) -> Box:
    """Left, bottom, right, top of what the letters can touch."""
    return (mark.x, mark.y - DESCENT * mark.size, mark.x + mark.width, mark.y + ASCENT * mark.size)


def assert_sound(pages: tuple[Page, ...]) -> None:
    """Everything lies on the paper, no text touches another, no text lies on a line or a code."""
    for page in pages:
        marks = texts(page)
        for mark in page.marks:
            left, bottom, right, top = box(mark) if isinstance(mark, TextMark) else _extent(mark)
            assert left >= EDGE - HAIR, mark
            assert right <= page.width - (EDGE if not isinstance(mark, CodeMark) else 0) + HAIR, mark
            assert bottom >= EDGE - HAIR, mark
            assert top <= page.height - EDGE + HAIR, mark
        assert_apart([box(mark) for mark in marks])
        for other in page.marks:
            if isinstance(other, CodeMark | DotsMark) or (isinstance(other, BoxMark) and other.height < 6):
                extent = _extent(other)
                assert not any(_meet(extent, box(mark)) for mark in marks), other


def assert_apart(boxes: list[Box]) -> None:
    """No two boxes overlap; compared from the top down, so that long pages stay fast."""
    boxes = sorted(boxes, key=lambda b: -b[3])
    for index, first in enumerate(boxes):
        for second in boxes[index + 1 :]:
            if second[3] <= first[1]:
                break
            assert not _meet(first, second), (first, second)


def _extent(mark: BoxMark | DotsMark | CodeMark) -> Box:
    match mark:
        case BoxMark():
            return (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case DotsMark():
            return (mark.x, mark.y - 0.6, mark.x + mark.width, mark.y + 0.6)
        case CodeMark():
            return (mark.x, mark.y, mark.x + mark.side, mark.y + mark.side)


def _meet(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > HAIR and min(a[3], b[3]) - max(a[1], b[1]) > HAIR


def fields_of(slip: Slip) -> Iterator[str]:
    """Every text that must be on a slip. What a code holds isn't text."""
    yield from (slip.header.counter, slip.header.place, slip.header.date.dutch, slip.header.date.own, slip.header.code)
    for block in slip.blocks:
        yield from _strings(block)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value) and not isinstance(value, Header):
        for field in fields(value):
            if not (isinstance(value, StepBlock | CodeBlock) and field.name == "qr"):
                yield from _strings(getattr(value, field.name))


def letters(text: str) -> Counter[str]:
    return Counter(c for c in without_directions(text) if c not in {"\u00a0", " ", *JOINERS})


def letters_on(pages: tuple[Page, ...]) -> Counter[str]:
    return letters("".join(mark.text for page in pages for mark in texts(page)))


def letters_in(pdf: bytes) -> Counter[str]:
    """As the format itself has it: what ActualText says, and where it is silent what the fonts say."""
    resources = PDFResourceManager()
    reader = _Reader(resources)
    interpreter = PDFPageInterpreter(resources, reader)
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    return letters("".join(reader.read))


class _Reader(PDFTextDevice):
    def __init__(self, resources: Any) -> None:
        super().__init__(resources)
        self.read: list[str] = []
        self._said: list[bool] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        actual = (props or {}).get("ActualText")
        self._said.append(actual is not None)
        if actual is not None:
            self.read.append(actual.decode("utf-16"))

    def end_tag(self) -> None:
        self._said.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if any(self._said):
            return
        for part in seq:
            if isinstance(part, bytes):
                self.read += map(textstate.font.to_unichr, textstate.font.decode(part))


def words_seen(pdf: bytes) -> list[list[str]]:
    """For each line from top to bottom its words as they stand from left to right, letter by letter, as poppler reads them."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return [_as_seen(line).split() for line in read.replace("\f", "\n").splitlines() if line.strip()]


def _as_seen(line: str) -> str:
    # poppler turns what runs from the right round and marks it so.
    turned, seen = False, []
    for part in line.replace("\u202b", "\0").replace("\u202a", "\0").replace("\u202c", "\0").split("\0"):
        seen.append(part[::-1] if turned else part)
        turned = not turned
    return "".join(seen)


def words_placed(pages: tuple[Page, ...], own: list[str]) -> list[list[str]]:
    """The same as it must be by the standard. own: all texts of which the lines begin on the right."""
    lines: list[list[str]] = []
    for page in pages:
        marks = sorted(texts(page), key=lambda mark: (-mark.y, mark.x))
        for _, together in groupby(marks, key=lambda mark: round(mark.y, 2)):
            lines.append([word for mark in together for word in _by_the_standard(mark, own).split()])
    return lines


def _by_the_standard(mark: TextMark, own: list[str]) -> str:
    right_to_left = bool(mark.runs) and any(without_directions(mark.text) in text for text in own)
    return "".join(mark.text[index] for index in visual_order(resolve(mark.text, right_to_left=right_to_left)[1]))


def lines_in(pdf: bytes) -> list[str]:
    """Lines from top to bottom over all pages, as a reader selects them."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [line for page in document.pages for line in page.extract_text().splitlines()]


def dutch_in(pdf: bytes) -> str:
    """All words of paper in Dutch in one line, found by a reader that is far quicker, and at a loss where lines run from the
    right."""
    with opened_pdf(pdf) as document:
        return " ".join(word for page in range(document.pageCount()) for word in document.getAllText(page).text().split())


def words_in(pdf: bytes) -> list[list[Box]]:
    """For each page the boxes of its words, with y from below."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [
            [(w["x0"], float(page.height) - w["bottom"], w["x1"], float(page.height) - w["top"]) for w in page.extract_words()]
            for page in document.pages
        ]


def picture(pdf: bytes, page: int = 0, scale: float = 2.0) -> Image:
    """A page in grey. scale: pixels a point."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        drawn: Image = document.pages[page].to_image(resolution=72 * scale, antialias=True).original
    return drawn.convert("L")


def small_picture(pdf: bytes, page: int = 1) -> Image:
    """A page in grey at 60 dots an inch, as poppler draws it."""
    command = ["pdftoppm", "-r", "60", "-gray", "-f", str(page), "-l", str(page), "-"]
    return Images.open(BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))


def is_in_order(marks: list[TextMark]) -> bool:
    """From top to bottom, so that a screen reader follows."""
    return all(first.y >= second.y - max(first.size, second.size) for first, second in pairwise(marks))
