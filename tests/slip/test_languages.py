"""The paper in every language: seen by people once, compared with what they saw ever after.

`python -m tests.slip.test_languages` draws the pictures anew; look at each of them before it is committed.
"""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Images
from PIL import ImageChops, ImageFilter
from PIL.Image import Image

from tests.slip.examples import FONTS
from tests.slip.reading import (
    assert_sound,
    fields_of,
    letters,
    letters_in,
    letters_on,
    small_picture,
    texts,
    words_placed,
    words_seen,
)
from tests.slip.samples import PHONES, WORDS, sample
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.slip.characters import JOINERS
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker

PICTURES = Path(__file__).parent / "pictures"
MAKER = ReportlabSlipMaker(FONTS)
CODES = [language.code for language in LANGUAGES]
EVERY = [(code, paper, large) for code in CODES for paper in Paper for large in (False, True)]
# Of 255: how much a few dots together may differ, so that another way of smoothing edges passes and another letter doesn't.
TOLERANCE = 60
PAIRS = ["ar", "fa", "ti", "uk"]


def difference(one: Image, other: Image) -> int:
    """How much the two differ where they differ most, over a square of five dots."""
    blurred = ImageChops.difference(one, other).filter(ImageFilter.BoxBlur(2))
    return int(blurred.getextrema()[1])  # type: ignore[arg-type]


def own_texts(slip: Slip) -> Iterator[str]:
    """In the visitor's language, wherever they stand."""

    def look(value: Any) -> Iterator[str]:
        if isinstance(value, Text):
            yield value.own
        elif isinstance(value, tuple):
            for item in value:
                yield from look(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from look(getattr(value, name))

    yield from filter(None, look(slip.blocks))


def drawn(word: str) -> str:
    """Without what steers its letters and is never seen itself."""
    return "".join(c for c in without_isolates(word) if c not in JOINERS)


def test_there_is_a_sample_in_every_language() -> None:
    assert list(WORDS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_page_looks_as_it_did_when_it_was_reviewed(code: str) -> None:
    drawn = small_picture(MAKER.make(sample(code), Paper.A4).pdf)
    reviewed = Images.open(PICTURES / f"{code}.png").convert("L")
    assert drawn.size == reviewed.size
    assert difference(drawn, reviewed) <= TOLERANCE


@pytest.mark.parametrize("code", [code for code in CODES if code != "nl"])
def test_another_language_is_another_picture(code: str) -> None:
    assert difference(*(Images.open(PICTURES / f"{one}.png").convert("L") for one in ("nl", code))) > TOLERANCE


def test_a_word_in_the_wrong_order_is_another_picture() -> None:
    right = sample("ar")
    turned = Slip(right.header, right.blocks, right.language, "ltr")
    pictures = [small_picture(MAKER.make(slip, Paper.A4).pdf) for slip in (right, turned)]
    assert difference(*pictures) > TOLERANCE


@pytest.mark.parametrize("code", CODES)
def test_what_is_read_from_the_page_is_what_was_written(code: str) -> None:
    slip = sample(code)
    pages = MAKER.placed(slip, Paper.A4)
    own = [without_isolates(text) for text in own_texts(slip)] if slip.direction == "rtl" else []
    seen, placed = words_seen(MAKER.make(slip, Paper.A4).pdf), words_placed(pages, own)
    assert [list(map(drawn, line)) for line in seen] == [list(map(drawn, line)) for line in placed]
    written = unicodedata.normalize("NFKC", "".join(fields_of(slip)))
    assert not letters(written) - letters(unicodedata.normalize("NFKC", "".join(m.text for page in pages for m in texts(page))))


@pytest.mark.parametrize(("code", "paper", "large"), EVERY)
def test_nothing_overlaps_or_is_lost_in_any_language(code: str, paper: Paper, large: bool) -> None:
    slip = sample(code)
    pages = MAKER.placed(slip, paper, large=large)
    assert_sound(pages)
    assert not letters("".join(fields_of(slip))) - letters_on(pages)
    assert letters_in(MAKER.make(slip, paper, large=large).pdf) == letters_on(pages)


@pytest.mark.parametrize(("code", "paper", "large"), EVERY)
def test_phone_numbers_and_times_stand_on_one_line(code: str, paper: Paper, large: bool) -> None:
    lines = [without_isolates(mark.text) for page in MAKER.placed(sample(code), paper, large=large) for mark in texts(page)]
    for unit in (*PHONES.values(), "9:00–17:00", "9-17"):
        assert any(unit in line for line in lines), unit
    assert not [line for line in lines if line.endswith(("053-", "088", "766", "9:00–", "9-"))]


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_lines_from_the_right_end_at_the_right_of_their_column(code: str) -> None:
    (page,) = MAKER.placed(sample(code), Paper.A4)
    marks = {without_isolates(mark.text): mark for mark in texts(page)}
    words = WORDS[code]
    edge = page.width - 42.5
    for text in (words.activities, words.meeting[0], words.write[0], words.footer[0]):
        assert marks[text].x + marks[text].width == pytest.approx(edge, abs=0.3)
    label, _, _ = words.bring.partition(" ")
    assert any(line.startswith(label) and mark.x > page.width / 2 for line, mark in marks.items())


@pytest.mark.parametrize("code", PAIRS)
def test_both_languages_begin_on_the_same_line_of_a4_and_own_stands_above_dutch_on_a5(code: str) -> None:
    def placed(paper: Paper) -> tuple[float, float]:
        marks = [mark for page in MAKER.placed(sample(code), paper) for mark in texts(page)]
        own = next(mark for mark in marks if without_isolates(mark.text).startswith(WORDS[code].what[:8]))
        dutch = next(mark for mark in marks if mark.text.startswith(WORDS["nl"].what[:8]))
        return own.y, dutch.y

    own, dutch = placed(Paper.A4)
    assert own == dutch
    own, dutch = placed(Paper.A5)
    assert own > dutch


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for code in sys.argv[1:] or CODES:
        small_picture(MAKER.make(sample(code), Paper.A4).pdf).save(PICTURES / f"{code}.png", optimize=True)
