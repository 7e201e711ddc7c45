import gc
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from tests.slip.examples import ACTIVITIES, FONTS, FOOTER, STEPS, TALK, TURKISH, URGENT, WRITE, slip
from tests.slip.reading import (
    assert_apart,
    assert_sound,
    fields_of,
    is_in_order,
    letters,
    letters_in,
    letters_on,
    lines_in,
    picture,
    texts,
    words_in,
)
from tests.slip.samples import sample
from wijkwijzer_desktop.desk.ports import SlipMaker
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import ActivitiesBlock, FooterBlock, Slip, StepBlock, UrgentBlock, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.fonts import FAMILIES, Face
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.slip.marks import BoxMark, Ink

MAKER: SlipMaker = ReportlabSlipMaker(FONTS)
PLACED = ReportlabSlipMaker(FONTS).placed
WHOLE = slip(URGENT, *STEPS, ACTIVITIES, TALK, WRITE, FOOTER)
EVERY = [(paper, large) for paper in Paper for large in (False, True)]
LEAST = {Paper.A4: 14.0, Paper.A5: 12.0, Paper.RECEIPT: 11.0, Paper.A3: 20.0}


def test_a_usual_slip_is_one_page_line_by_line_as_written() -> None:
    made = MAKER.make(slip(), Paper.A4)
    assert made.pages == 1
    assert lines_in(made.pdf) == [
        "Wijkwijzer De Magneet K7QM-3H",
        "Hertmebrink 1, Enschede 22 nov 2026",
        "1 Ik kan de rekeningen niet betalen",
        "Stadsbank Oost Nederland 088 766 36 66",
        "Hulp bij schulden. Samen maakt u een plan.",
        "Open: ma t/m vr 9:00-17:00. Open vandaag tot 17:00.",
        "Hengelosestraat 51, 7514 AD Enschede (ongeveer 2 km)",
        "Kosten: gratis",
        "Neem mee: brieven van de bank en uw pas",
        "Waarom? U zei: ik kan soms niet betalen.",
        "2 Ik ben vaak alleen",
        "Resto VanHarte De Magneet 053 475 45 00",
        "Samen eten aan tafel, met mensen uit de buurt.",
        "Donderdag 26 nov om 18:00. Ongeveer 1 km van u.",
        "Neem mee: goede zin, en 6 euro",
        "Waarom? U zei: ik eet meestal alleen.",
        "3 Een brief die ik niet snap",
        "Formulierenbrigade",
        "Een vrijwilliger leest de brief met u en vult samen in.",
        "Wij weten niet wanneer het open is. Bel eerst.",
        "Waarom? U zei: ik snap de brieven niet.",
        "Doe mee deze week",
        "di 24 nov 12:00 Wandelgroep Het Bijvank 25, ongeveer 1 km",
        "Wesselerbrink",
        "wo 25 nov 10:00 Huiskamer van De Posten 135, ongeveer 2 km",
        "de Buurt",
        "do 26 nov 14:00 Taalcafé Pijpenstraat 15, ongeveer 3 km",
        "vr 27 nov 9:30 Samen bewegen Broekheurne-Ring 1010",
        "Lukt het niet? Kom terug. Wij helpen u verder.",
        "Wijkwijzer De Magneet, Hertmebrink 1, Enschede",
        "Open: ma t/m do 9:00-12:00",
        "Wie helpt mij? Mijn eerste stap",
        "Wanneer? Tel.",
        "Dit papier is van u. Wij bewaren niets. · Is er nu gevaar? Bel 112. · Vragenlijst 2026.11",
    ]


@pytest.mark.parametrize(("paper", "large"), EVERY)
@pytest.mark.parametrize("printed", [slip(), WHOLE, TURKISH], ids=["usual", "urgent", "turkish"])
def test_nothing_overlaps_is_clipped_or_lost(paper: Paper, large: bool, printed: Slip) -> None:
    pages = PLACED(printed, paper, large=large)
    assert_sound(pages)
    made = MAKER.make(printed, paper, large=large)
    assert made.pages == len(pages)
    assert letters_in(made.pdf) == letters_on(pages)
    for page, boxes in zip(pages, words_in(made.pdf), strict=True):
        assert_apart(boxes)
        assert all(x0 >= 11 and y0 >= 8 and x1 <= page.width - 11 and y1 <= page.height - 8 for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize(("paper", "large"), EVERY)
def test_every_field_is_on_the_paper(paper: Paper, large: bool) -> None:
    missing = letters("".join(fields_of(WHOLE))) - letters_on(PLACED(WHOLE, paper, large=large))
    assert not missing


@pytest.mark.parametrize(("paper", "large"), EVERY)
def test_body_text_is_never_smaller_than_promised(paper: Paper, large: bool) -> None:
    least = 20.0 if large else LEAST[paper]
    sentences = {line.dutch for step in STEPS for line in step.lines}
    words = {word for sentence in sentences for word in sentence.split()}
    step_pages = PLACED(slip(*STEPS), paper, large=large)
    body = [mark for page in step_pages for mark in texts(page) if set(mark.text.split()) <= words and mark.face is Face.REGULAR]
    assert body
    assert all(mark.size >= least for mark in body if mark.text not in {"22 nov 2026", "Hertmebrink 1, Enschede"})


def test_names_and_phones_stand_out_on_a4() -> None:
    marks = texts(PLACED(slip(), Paper.A4)[0])
    sizes = {mark.text: (mark.size, mark.face) for mark in marks}
    wanted = {"Stadsbank Oost Nederland": (16.0, Face.BOLD), "088 766 36 66": (20.0, Face.BOLD)}
    assert {text: sizes[text] for text in wanted} == wanted


def test_the_urgent_box_is_first_framed_and_its_number_largest() -> None:
    page = PLACED(WHOLE, Paper.A4)[0]
    frame = next(mark for mark in page.marks if isinstance(mark, BoxMark) and mark.stroke)
    number = next(mark for mark in texts(page) if mark.text == "113")
    first_step = next(mark for mark in texts(page) if mark.text == "Stadsbank Oost Nederland")
    assert frame.line > 2
    assert frame.y < number.y < frame.y + frame.height
    assert first_step.y < frame.y
    assert number.size == max(mark.size for mark in texts(page))


def test_marks_follow_the_order_of_reading() -> None:
    assert all(is_in_order(texts(page)) for page in PLACED(slip(), Paper.A4))


def test_later_pages_repeat_the_header_and_count() -> None:
    made = MAKER.make(WHOLE, Paper.A4)
    assert made.pages == 2
    lines = lines_in(made.pdf)
    assert "blad 1 van 2" in lines
    assert "Wijkwijzer De Magneet · Hertmebrink 1, Enschede · 22 nov 2026 K7QM-3H · blad 2 van 2" in lines


def test_a_block_moves_whole_to_the_next_page() -> None:
    pages = PLACED(slip(*STEPS, *STEPS), Paper.A4)
    for page in pages:
        words = " ".join(mark.text for mark in texts(page))
        assert words.count("Stadsbank Oost Nederland") == words.count("Neem mee: brieven van de bank en uw pas")


def test_a_block_taller_than_a_page_is_cut_between_its_lines() -> None:
    step = replace(STEPS[0], lines=tuple(Text(f"Regel {number}.") for number in range(300)))
    pages = PLACED(slip(step, FOOTER), Paper.A4)
    assert_sound(pages)
    assert len(pages) >= 3
    lines = [mark.text for page in pages for mark in texts(page) if mark.text.startswith("Regel")]
    assert lines == [f"Regel {number}." for number in range(300)]


def test_a_receipt_is_as_long_as_its_content_in_one_ink() -> None:
    (short,), (long,) = PLACED(slip(STEPS[2]), Paper.RECEIPT), PLACED(slip(*STEPS), Paper.RECEIPT)
    assert short.width == pytest.approx(226.8, abs=0.1)
    assert short.height < long.height
    lowest = min(mark.y for mark in texts(short))
    assert 10 < lowest < 30
    inks = {mark.ink for mark in texts(long)} | {mark.fill for mark in long.marks if isinstance(mark, BoxMark)}
    assert inks <= {Ink.BLACK, Ink.WHITE, None}


def test_two_languages_stand_side_by_side_on_a4_and_below_each_other_on_a5() -> None:
    wide = {mark.text: mark for page in PLACED(TURKISH, Paper.A4) for mark in texts(page)}
    dutch, own = wide["Hulp bij schulden. Gratis."], wide["Borç yardımı. Ücretsiz."]
    assert dutch.y == own.y
    assert dutch.x + dutch.width < own.x
    assert own.x == wide["Tekrar gelin."].x
    assert "22 Kas 2026 · 22 nov 2026" in wide
    narrow = {mark.text: mark for page in PLACED(TURKISH, Paper.A5) for mark in texts(page)}
    dutch, own = narrow["Hulp bij schulden. Gratis."], narrow["Borç yardımı. Ücretsiz."]
    assert dutch.x == own.x
    assert own.y > dutch.y


def test_what_is_the_same_in_both_languages_is_written_once() -> None:
    marks = [mark.text for page in PLACED(TURKISH, Paper.A4) for mark in texts(page)]
    assert marks.count("Hertmebrink 1, Enschede") == 2


def test_a_language_from_the_right_ends_at_the_right() -> None:
    sheet = PLACED(replace(TURKISH, direction="rtl"), Paper.A4)[0]
    ends = [mark.x + mark.width for mark in texts(sheet) if mark.text in {"Tekrar gelin.", "Bu hafta katılın"}]
    assert len(ends) == 2
    assert all(end > sheet.width - 60 for end in ends)


@pytest.mark.parametrize("paper", list(Paper))
def test_empty_blocks_leave_no_trace(paper: Paper) -> None:
    none = Text("")
    empty = slip(
        UrgentBlock(none, (), ()),
        StepBlock(1, none, "", ()),
        ActivitiesBlock(Text("Doe mee"), ()),
        WriteBlock(()),
        FooterBlock(()),
    )
    (page,) = PLACED(empty, paper)
    assert len(texts(page)) == 4
    assert not [mark for mark in page.marks if isinstance(mark, BoxMark) and mark.stroke]


def test_the_same_slip_gives_the_same_bytes_and_they_tell_nothing_more() -> None:
    first, second = MAKER.make(slip(), Paper.A4).pdf, MAKER.make(slip(), Paper.A4).pdf
    assert first == second
    assert b"(Wijkwijzer)" in first
    assert re.search(rb"/Author \(\)", first)
    assert b"/JavaScript" not in first
    assert b"Helvetica" not in first
    assert b"2026" not in first


@pytest.mark.parametrize(("paper", "large"), EVERY)
def test_the_page_is_drawn(paper: Paper, large: bool) -> None:
    drawn = picture(MAKER.make(WHOLE, paper, large=large).pdf)
    dark = sum(drawn.histogram()[:100])
    assert 0.01 < dark / (drawn.width * drawn.height) < 0.3


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"NotoSans-Regular\.ttf"):
        ReportlabSlipMaker(tmp_path).make(slip(), Paper.A4)


@pytest.mark.parametrize("face", [face.of(family) for face in Face for family in FAMILIES])
def test_font_files_are_small_and_free(face: str) -> None:
    assert (FONTS / f"{face}.ttf").stat().st_size < 400 * 1024
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")


def test_short_lines_share_a_row_only_where_that_saves_a_page() -> None:
    lines = (Text("Kosten: gratis"), Text("Open: maandag"), *(Text(f"Neem mee: brief {n}") for n in range(7)))
    few, many = (
        slip(replace(STEPS[0], lines=lines)),
        slip(*(replace(step, lines=lines) for step in STEPS), ACTIVITIES, TALK, FOOTER),
    )
    rows = {mark.text: mark.y for mark in texts(PLACED(few, Paper.A4)[0])}
    assert rows["gratis"] != rows["maandag"]
    pages = PLACED(many, Paper.A4)
    assert len(pages) == 1
    rows = {mark.text: mark.y for mark in texts(pages[0])}
    assert rows["gratis"] == rows["maandag"]


@pytest.mark.parametrize("parts", [("KANA", "RIE"), ("كنا", "ري")])
def test_nothing_of_a_slip_stays_in_memory(parts: tuple[str, str]) -> None:
    name = "".join((*parts, str(len(STEPS))))
    MAKER.make(slip(replace(STEPS[0], name=name)), Paper.A4)
    gc.collect()
    kept = [held for held in gc.get_objects() if isinstance(held, list | tuple | set) and name in map(_text, list(held)[:5000])]
    assert not kept


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def test_words_that_the_program_knows_are_learned_at_once_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog("ar")
    catalogue.add("Bel {name}", "اتصل {name}")
    catalogue.add(("dag", "dagen"), ("يوم", "أيام"))
    with (folder / "wijkwijzer.mo").open("wb") as file:
        write_mo(file, catalogue)
    maker = ReportlabSlipMaker(FONTS, tmp_path)
    maker.make(sample("ar"), Paper.A4)
    assert {word for _, word in maker._known["ar"]._widths} == {"اتصل", "يوم", "أيام"}
    assert not ReportlabSlipMaker(FONTS)._known
