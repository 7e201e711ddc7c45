"""The blocks of cards, lists, plans and posters: any text, every paper, both directions."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.slip.examples import FONTS, FOOTER, HEADER, STEPS, slip
from tests.slip.reading import assert_sound, fields_of, is_in_order, letters, letters_in, letters_on, lines_in, texts
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.sheet import (
    CodeBlock,
    LinesBlock,
    SectionBlock,
    SheetBlock,
    SideText,
    TableBlock,
    TickBlock,
    TitleBlock,
    WholeBlock,
)
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import left_to_right, right_to_left
from wijkwijzer_desktop.slip.fonts import Face, load_fonts
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.slip.marks import BoxMark, CodeMark, DotsMark, Ink, Page
from wijkwijzer_desktop.slip.printable import clean

MAKER = ReportlabSlipMaker(FONTS)
EVERY = [(paper, large) for paper in Paper for large in (False, True)]
NONE = Text("")


def both(dutch: str, own: str = "") -> Text:
    return Text(dutch, own)


def whole(text: Text, count: int = 2) -> WholeBlock:
    side = SideText(text, (text,) * count, (text,) * count)
    return WholeBlock(text, (side, side, side, side), text, text, (text,) * count)


def everything(dutch: str, own: str = "", *, language: str = "nl", direction: str = "ltr") -> Slip:
    """The same text wherever these blocks have one."""
    text = Text(dutch, own)
    blocks: tuple[SheetBlock, ...] = (
        TitleBlock(text, (text, text)),
        SectionBlock(text, (text, text)),
        TableBlock(text, (text, text, text), ((text, text, text), (text, Text(""), text)), (1, 2, 1)),
        TableBlock(text, (text,) * 6, ((text,) * 6,) * 2),
        TickBlock(text, (text, text)),
        TickBlock(text, (text, text, text), across=True),
        LinesBlock(text, 2),
        CodeBlock(text, (text,), f"WW1 {dutch}"),
        whole(text),
    )
    return Slip(HEADER, blocks, language, direction)


def boxes_of(pages: tuple[Page, ...]) -> list[tuple[Page, BoxMark]]:
    return [(page, mark) for page in pages for mark in page.marks if isinstance(mark, BoxMark)]


def ticks_of(pages: tuple[Page, ...]) -> list[tuple[Page, BoxMark]]:
    return [(page, mark) for page, mark in boxes_of(pages) if mark.stroke and mark.width == mark.height and mark.width < 30]


def assert_ticks_are_free(pages: tuple[Page, ...]) -> None:
    """No word lies in a box that somebody will tick."""
    for page, box in ticks_of(pages):
        for mark in texts(page):
            beside = mark.x + mark.width <= box.x or mark.x >= box.x + box.width
            assert beside or mark.y - 0.2 * mark.size > box.y + box.height or mark.y + 0.7 * mark.size < box.y, (box, mark)


anything = st.text(st.characters(exclude_categories=[]), max_size=60)
long_text = st.builds(str.__mul__, st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30), st.integers(1, 40))
forms = st.sampled_from(EVERY)


@given(text=anything | long_text, form=forms)
@example(text="W" * 700, form=(Paper.A5, True))
@example(text="info@een-heel-lang-adres-van-een-organisatie.voorbeeld.nl", form=(Paper.A4, False))
@example(text="Een gewone zin van een paar woorden. " * 20, form=(Paper.RECEIPT, True))
@example(text="\u202e\x00Bel \u0336 שלום محمد 053-1234567", form=(Paper.A4, False))
@settings(max_examples=25)
def test_any_text_in_any_block_stays_legible(text: str, form: tuple[Paper, bool]) -> None:
    paper, large = form
    printed = everything(text)
    pages = MAKER.placed(printed, paper, large=large)
    assert_sound(pages)
    assert_ticks_are_free(pages)
    assert not letters("".join(clean(field, load_fonts(FONTS)) for field in fields_of(printed))) - letters_on(pages)
    made = MAKER.make(printed, paper, large=large)
    assert made.pages == len(pages)
    if len(pages) < 4:
        assert letters_in(made.pdf) == letters_on(pages)


@given(dutch=anything, own=anything | long_text, form=forms, way=st.sampled_from([("tr", "ltr"), ("ar", "rtl")]))
@example(dutch="Samen eten", own="\u2068053-1234567\u2069 محمد " * 12, form=(Paper.A4, False), way=("ar", "rtl"))
@example(dutch="Samen eten", own="نأكل معا", form=(Paper.A5, False), way=("ar", "rtl"))
@settings(max_examples=25)
def test_two_languages_of_any_text_in_any_block(dutch: str, own: str, form: tuple[Paper, bool], way: tuple[str, str]) -> None:
    paper, large = form
    pages = MAKER.placed(everything(dutch, own, language=way[0], direction=way[1]), paper, large=large)
    assert_sound(pages)
    assert_ticks_are_free(pages)


@pytest.mark.parametrize("paper", list(Paper))
def test_empty_blocks_leave_no_trace(paper: Paper) -> None:
    side = SideText(NONE, ())
    empty = slip(
        TitleBlock(NONE),
        SectionBlock(NONE, ()),
        TableBlock(both("Deze week"), (both("Wat"),), ()),
        TableBlock(both("Deze week"), (both("Wat"),), ((NONE,),)),
        TickBlock(both("Kruis aan"), ()),
        LinesBlock(NONE, 0),
        CodeBlock(NONE, (), ""),
        WholeBlock(NONE, (side, side, side, side), both("Zwaar"), both("Goed")),
    )
    (page,) = MAKER.placed(empty, paper)
    assert len(texts(page)) == 4
    assert not [mark for mark in page.marks if isinstance(mark, BoxMark) and mark.stroke]


def table(rows: int, columns: int = 3) -> TableBlock:
    cells = tuple(tuple(both(f"cel {row} {column}") for column in range(columns)) for row in range(rows))
    return TableBlock(both("Contacten"), tuple(both(f"Kop{column}") for column in range(columns)), cells)


def test_a_table_goes_on_on_the_next_page_below_its_heads() -> None:
    pages = MAKER.placed(slip(table(80), FOOTER), Paper.A4)
    assert_sound(pages)
    assert len(pages) > 1
    for page in pages:
        words = [mark.text for mark in texts(page)]
        assert words.count("Kop0") == 1
        heads = next(mark.y for mark in texts(page) if mark.text == "Kop0")
        assert all(mark.y < heads for mark in texts(page) if mark.text.startswith("cel"))
    cells = [mark.text for page in pages for mark in texts(page) if mark.text.endswith(" 0") and mark.text.startswith("cel")]
    assert cells == [f"cel {row} 0" for row in range(80)]


def test_a_row_of_a_table_is_never_cut() -> None:
    long = both("Een lange cel met heel veel woorden die over veel regels loopt. " * 3)
    rows = tuple((both(f"rij {number}"), long) for number in range(40))
    pages = MAKER.placed(slip(TableBlock(both("Lijst"), (both("Wie"), both("Wat")), rows, (1, 2)), FOOTER), Paper.A4)
    assert len(pages) > 2
    for page in pages:
        whole_words = " ".join(mark.text for mark in texts(page) if mark.face is Face.REGULAR)
        begun = sum(mark.text.startswith("rij ") for mark in texts(page))
        assert whole_words.count("Een lange cel") == whole_words.count("regels loopt.") == 3 * begun


def test_a_heading_of_a_table_never_stands_alone_below_a_page() -> None:
    for filler in range(20, 40):
        blocks = (SectionBlock(both("Vulling"), tuple(both(f"regel {n}") for n in range(filler))), table(10), FOOTER)
        for page in MAKER.placed(slip(*blocks), Paper.A4):
            words = [mark.text for mark in texts(page)]
            assert ("Contacten" in words) <= ("cel 0 0" in words)


def test_a_table_on_a_receipt_falls_into_lines() -> None:
    block = TableBlock(both("Wie"), (both("Naam"), both("Bel"), both("Mag")), ((both("Wijkteam"), both("14 053"), NONE),))
    lines = lines_in(MAKER.make(slip(block), Paper.RECEIPT).pdf)
    assert [line.replace(" ", "") for line in lines[-3:]] == ["Wie", "Wijkteam", "Bel:14053"]
    assert lines_in(MAKER.make(slip(block), Paper.A4).pdf)[-2:] == ["Naam Bel Mag", "Wijkteam 14 053"]


def test_columns_of_a_language_from_the_right_begin_there() -> None:
    block = TableBlock(NONE, (both("Wat", "ماذا"), both("Waar", "أين")), ((both("Koor", "غناء"), both("Zaal", "قاعة")),))
    printed = replace(slip(block), language="ar", direction="rtl")
    marks = {mark.text: mark for mark in texts(MAKER.placed(printed, Paper.A4)[0])}
    assert marks["Koor"].x > marks["Zaal"].x
    assert marks["غناء"].x + marks["غناء"].width > MAKER.placed(printed, Paper.A4)[0].width - 60
    assert marks["غناء"].y > marks["Koor"].y


def test_boxes_to_tick_stand_across_where_they_fit() -> None:
    words = tuple(map(both, ("Ja", "Nee", "Vol")))
    across, below = (MAKER.placed(slip(TickBlock(both("Kwam u er?"), words, across=a)), Paper.A4) for a in (True, False))
    assert len({mark.y for mark in texts(across[0]) if mark.text in {"Ja", "Nee", "Vol"}}) == 1
    assert len({mark.y for mark in texts(below[0]) if mark.text in {"Ja", "Nee", "Vol"}}) == 3
    assert len(ticks_of(across)) == len(ticks_of(below)) == 3


def test_boxes_stand_at_the_right_where_lines_begin_there() -> None:
    printed = replace(slip(TickBlock(NONE, (both("Ja", "نعم"), both("Nee", "لا")), across=True)), language="ar", direction="rtl")
    pages = MAKER.placed(printed, Paper.A4)
    assert max(box.x for _, box in ticks_of(pages)) > pages[0].width / 2
    assert_ticks_are_free(pages)


def test_the_visitors_own_words_stand_at_the_box_where_lines_begin_at_the_right() -> None:
    ticks = (both("1. Ik was er", "1. ذهبت"), both("1. Het hielp", "1. ساعدني"))
    printed = replace(slip(TickBlock(NONE, ticks, across=True)), language="ar", direction="rtl")
    drawn = next(mark for mark in texts(MAKER.placed(printed, Paper.A4)[0]) if "Ik was er" in mark.text)
    assert drawn.text == right_to_left(f"{right_to_left('1. ذهبت')} · {left_to_right('1. Ik was er')}")


def test_lines_to_write_on_have_room_for_a_pen() -> None:
    dots = [mark for mark in MAKER.placed(slip(LinesBlock(both("Zelf"), 4)), Paper.A4)[0].marks if isinstance(mark, DotsMark)]
    assert len(dots) == 4
    heights = sorted(mark.y for mark in dots)
    assert all(upper - lower > 24 for lower, upper in pairwise(heights))


@pytest.mark.parametrize("paper", list(Paper))
def test_a_camera_can_read_the_code_of_a_paper(paper: Paper) -> None:
    block = CodeBlock(both("Kom terug met dit papier"), (both("Laat de code zien."),), "WW1/K7QM3H/GELD.SCHULDEN/CONTACT.EENZAAM")
    for blocks in ((block,), (TickBlock(both("Hielp het?"), (both("Ja"), both("Nee")), across=True), block)):
        pages = MAKER.placed(slip(*blocks), paper)
        assert_sound(pages)
        (code,) = (mark for mark in pages[0].marks if isinstance(mark, CodeMark))
        assert code.side / code.code.size >= 1.7
        assert {"Kom terug met dit papier", "Laat de code zien."} <= {mark.text for mark in texts(pages[0])}


def test_boxes_to_tick_stand_beside_the_code_that_comes_after_them() -> None:
    ticks, code = TickBlock(both("Hielp het?"), (both("Ja"), both("Nee"))), CodeBlock(both("Kom terug"), (), "WW1/K7QM3H")
    (page,) = MAKER.placed(slip(ticks, code), Paper.A4)
    (square,) = (mark for mark in page.marks if isinstance(mark, CodeMark))
    assert all(mark.x + mark.width < square.x for mark in texts(page)[4:])
    assert square.y < next(mark.y for mark in texts(page) if mark.text == "Ja") < square.y + square.side


@pytest.mark.parametrize("qr", ["", "x" * 301, "regel\neen", "\ud800"])
def test_a_code_that_can_not_be_made_leaves_its_words(qr: str) -> None:
    (page,) = MAKER.placed(slip(CodeBlock(both("Kom terug"), (both("Zeg de code."),), qr)), Paper.A4)
    assert not [mark for mark in page.marks if isinstance(mark, CodeMark)]
    assert "Kom terug" in {mark.text for mark in texts(page)}


SIDES = tuple(SideText(both(name), (both(f"zwaar {name}"),), (both(f"goed {name}"),)) for name in ("een", "twee", "drie", "vier"))
PICTURE = WholeBlock(both("Ik"), (SIDES[0], SIDES[1], SIDES[2], SIDES[3]), both("Wat weegt"), both("Wat gaat goed"))


def test_somebody_stands_in_the_middle_with_four_sides_around() -> None:
    (page,) = MAKER.placed(slip(PICTURE), Paper.A4)
    at = {mark.text: (mark.x, mark.y) for mark in texts(page)}
    assert at["een"][1] == at["twee"][1] > at["Ik"][1] > at["drie"][1] == at["vier"][1]
    assert at["een"][0] == at["drie"][0] < at["Ik"][0] < at["twee"][0] == at["vier"][0]
    frames = [mark for mark in page.marks if isinstance(mark, BoxMark) and mark.stroke]
    assert len(frames) == 5
    inks = {mark.ink for mark in texts(page)} | {mark.stroke for mark in frames}
    assert inks == {Ink.BLACK}


def test_every_word_of_the_picture_stands_in_its_frame() -> None:
    page = MAKER.placed(slip(replace(PICTURE, middle=both("Ik en wat mij bezighoudt " * 9))), Paper.A4)[0]
    frames = [mark for mark in page.marks if isinstance(mark, BoxMark) and mark.stroke]
    for mark in texts(page)[4:]:
        around = [f for f in frames if f.x < mark.x and mark.x + mark.width < f.x + f.width and f.y < mark.y < f.y + f.height]
        assert len(around) == 1, mark


def test_the_first_side_stands_at_the_right_where_reading_begins_there() -> None:
    (page,) = MAKER.placed(replace(slip(PICTURE), language="ar", direction="rtl"), Paper.A4)
    at = {mark.text: mark.x for mark in texts(page)}
    assert at["een"] > at["twee"]


@pytest.mark.parametrize(("paper", "large"), [(Paper.RECEIPT, False), (Paper.RECEIPT, True), (Paper.A5, True)])
def test_on_narrow_paper_the_four_stand_below_each_other(paper: Paper, large: bool) -> None:
    pages = MAKER.placed(slip(PICTURE), paper, large=large)
    order = [mark.text for page in pages for mark in texts(page) if mark.text in {"een", "twee", "drie", "vier"}]
    assert order == ["een", "twee", "drie", "vier"]
    assert len({mark.x for page in pages for mark in texts(page) if mark.text in order}) == 1


def test_several_slips_are_one_file_and_each_counts_its_own_pages() -> None:
    long = slip(*STEPS, *STEPS, *STEPS)
    made = MAKER.make_all((slip(), long, slip(PICTURE)), Paper.A4)
    assert made.pages == 1 + MAKER.make(long, Paper.A4).pages + 1
    lines = lines_in(made.pdf)
    assert sum("blad 1 van 2" in line for line in lines) == sum("blad 2 van 2" in line for line in lines) == 1
    alone = MAKER.make(slip(), Paper.A4)
    assert MAKER.make_all((slip(),), Paper.A4) == alone


def test_a_poster_is_as_large_as_its_paper() -> None:
    (page,) = MAKER.placed(slip(TitleBlock(both("Deze week in de wijk")), table(5)), Paper.A3)
    assert (round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) == (297, 420)
    assert min(mark.size for mark in texts(page) if mark.text.startswith("cel")) >= 20


@pytest.mark.parametrize("paper", list(Paper))
def test_marks_follow_the_order_of_reading(paper: Paper) -> None:
    pages = MAKER.placed(slip(TitleBlock(both("Titel")), table(3), TickBlock(both("Kruis aan"), (both("Ja"),)), FOOTER), paper)
    assert all(is_in_order(texts(page)) for page in pages)
