from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.slip.examples import FONTS
from wijkwijzer_desktop.slip.bidi import resolve
from wijkwijzer_desktop.slip.fonts import Face, load_fonts
from wijkwijzer_desktop.slip.printable import clean
from wijkwijzer_desktop.slip.shaping import Run, Shaper, levels_of

LOADED = load_fonts(FONTS)
LATIN, ARABIC, ETHIOPIC = (cut.name for cut in LOADED.cuts[Face.REGULAR])


def line(text: str, *, right_to_left: bool = False) -> tuple[Run, ...]:
    printed = clean(text, LOADED, right_to_left=right_to_left)
    return Shaper(LOADED).line(printed, levels_of(printed, right_to_left=right_to_left), Face.REGULAR)


def read(runs: tuple[Run, ...]) -> str:
    """From left to right, as whoever copies the text from the paper gets it."""
    seen = []
    for run in runs:
        letters = run.cut.whole.letters if run.cut.whole else {}
        if run.codes:
            seen += [letters.get(ord(code), code) for code in run.codes]
        for cluster in run.clusters:
            says = cluster.says or "".join(letters.get(ord(glyph.code), glyph.code) for glyph in cluster.glyphs)
            seen.append(says[::-1] if run.right_to_left else says)
    return "".join(seen)


@pytest.mark.parametrize(
    ("text", "right_to_left", "seen"),
    [
        ("اتصل 053-1234567", True, "053-1234567 لصتا"),
        ("اتصل 088 766 36 66 أو 112.", True, ".112 وأ 088 766 36 66 لصتا"),
        ("088 766 36 66", True, "088 766 36 66"),
        ("مفتوح 9:00–17:00", True, "9:00–17:00 حوتفم"),
        ("الجمعة-الاثنين 9-17", True, "9-17 نينثالا-ةعمجلا"),
        ("أو € 2,50", True, "€ 2,50 وأ"),
        ("ثمن 2,50 €", True, "2,50 € نمث"),
        ("رقم +31 (0)53 123", True, "+31 (0)53 123 مقر"),
        ("عنوان Hengelosestraat 51-53, Enschede", True, "Hengelosestraat 51-53, Enschede ناونع"),
        ("قائمة 1, 2, 3", True, "3 ,2 ,1 ةمئاق"),
        ("Groep محمد (Enschede)", False, "Groep دمحم (Enschede)"),
        ("Bel \u2068محمد\u2069 053-1", False, "Bel دمحم 053-1"),
        ("Bel 9:00", False, "Bel 9:00"),
    ],
)
def test_words_stand_in_their_own_order(text: str, right_to_left: bool, seen: str) -> None:
    assert read(line(text, right_to_left=right_to_left)) == seen


def test_brackets_are_turned_and_still_read_as_they_were_written() -> None:
    runs = line("(من)", right_to_left=True)
    first, last = runs[0], runs[-1]
    latin = LOADED.cuts[Face.REGULAR][0]
    drawn = [run.clusters[0].glyphs[0].code for run in (first, last)]
    assert drawn == ["(", ")"] or [ord(code) - 0xE000 for code in drawn] == [latin.glyphs["("], latin.glyphs[")"]]
    assert [run.clusters[0].says for run in (first, last)] == [")", "("]


def test_letters_join() -> None:
    (joined,), (apart,) = line("ببب"), line("ب")
    assert len(set(joined.codes)) == 3
    assert apart.codes not in joined.codes


def test_a_joiner_keeps_letters_apart_and_is_read() -> None:
    (kept,), (joined,) = line("می‌خواهم"), line("میخواهم")
    assert "می‌خواهم"[::-1] == read((kept,))
    assert kept.width != joined.width


def test_a_ligature_says_both_its_letters() -> None:
    (run,) = line("لا")
    (cluster,) = run.clusters
    assert (cluster.says, len(cluster.glyphs)) == ("لا", 1)


def test_marks_stand_on_their_letters() -> None:
    for text in ("مَجّ", "x\u0336"):
        (run,) = line(text)
        marks = [glyph for cluster in run.clusters for glyph in cluster.glyphs if glyph.advance == 0]
        assert len(marks) == len([c for c in text if c in "\u064e\u0651\u0336"]) or len(marks) >= 1
        assert all(cluster.says for cluster in run.clusters if len(cluster.glyphs) > 1)


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("Bel", [LATIN]),
        ("Київ", [LATIN]),
        ("بيت", [ARABIC]),
        ("ትግርኛ፡", [ETHIOPIC]),
        ("a بيت", [LATIN, LATIN, ARABIC]),
        ("ترigt", [ARABIC, LATIN]),
        ("ኪ.ሜ", [ETHIOPIC, LATIN, ETHIOPIC]),
    ],
)
def test_each_letter_is_drawn_by_a_font_that_has_it(text: str, fonts: list[str]) -> None:
    assert [run.cut.name for run in line(text)] == fonts


SOME = st.text(st.sampled_from("abcéК بيتلاگ\u200c\u064e٣9.,:-–()€«»ትግ።\u2066\u2067\u2068\u2069\u200e\u200f"), max_size=40)


@given(SOME, st.booleans())
def test_a_line_is_as_wide_as_it_was_measured_and_nothing_is_lost(text: str, right_to_left: bool) -> None:
    shaper = Shaper(LOADED)
    printed = clean(text, LOADED, right_to_left=right_to_left)
    runs = shaper.line(printed, levels_of(printed, right_to_left=right_to_left), Face.REGULAR)
    assert sum(run.width for run in runs) == pytest.approx(shaper.width(printed, Face.REGULAR), abs=0.01)
    assert sorted(read(runs).replace("\u200c", "")) == sorted(
        c for c in printed if c not in "\u200c\u2066\u2067\u2068\u2069\u200e\u200f"
    )


@given(SOME)
def test_what_steers_text_is_never_drawn(text: str) -> None:
    printed = clean(text, LOADED, right_to_left=True)
    for run in Shaper(LOADED).line(printed, levels_of(printed, right_to_left=True), Face.REGULAR):
        codes = run.codes + "".join(glyph.code for cluster in run.clusters for glyph in cluster.glyphs)
        assert (
            all(ord(code) in run.cut.advances for code in codes) if run.cut.whole else not set(codes) & set("\u2066\u2068\u2069")
        )


def test_letters_from_the_right_are_on_odd_levels_and_joiners_go_along() -> None:
    text = "می‌خواهم Enschede 3"
    levels = levels_of(text, right_to_left=True)
    assert levels[2] == levels[1] == 1
    assert all(a == b or " " in pair for (a, b), pair in zip(pairwise(levels), pairwise(text), strict=True))


def test_a_copy_knows_what_was_learned_and_keeps_its_own_to_itself() -> None:
    shaper = Shaper(LOADED)
    shaper.learn(["بيت"])
    mine = shaper.copy()
    mine.width("كلمة", Face.REGULAR)
    assert (Face.REGULAR, "بيت") in mine._widths
    assert (Face.REGULAR, "كلمة") not in shaper._widths


def test_numbers_are_isolated_once() -> None:
    once = clean("اتصل 053-1234567", LOADED, right_to_left=True)
    assert once == "اتصل \u2066053-1234567\u2069"
    assert clean(once, LOADED, right_to_left=True) == once
    assert resolve(once)[0] == 1
