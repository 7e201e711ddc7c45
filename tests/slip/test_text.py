import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.slip.examples import FONTS
from wijkwijzer_desktop.slip.characters import DIRECTIONS, JOINERS, without_directions
from wijkwijzer_desktop.slip.fonts import Face, Fonts, load_fonts
from wijkwijzer_desktop.slip.printable import clean
from wijkwijzer_desktop.slip.rows import Measure, Setter, Style
from wijkwijzer_desktop.slip.shaping import Shaper
from wijkwijzer_desktop.slip.text import break_lines, split_label


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return load_fonts(FONTS)


def lines(text: str, width: float, size: float = 14) -> list[str]:
    fonts = load_fonts(FONTS)
    return [line for line, _ in break_lines(clean(text, fonts), measure_in(size), width)]


def measure_in(size: float) -> Measure:
    fonts = load_fonts(FONTS)
    return Setter(fonts, Shaper(fonts)).measure(Style(size, Face.REGULAR))


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("Huis & <b>thuis</b>", "Huis & <b>thuis</b>"),
        ("e\u0301e\u0301n café", "één café"),
        ("a\x00b\x07c", "abc"),
        ("twee  \t spaties\nen\r\neen regel", "twee spaties en een regel"),
        ("\u202eomgekeerd\u202c \u2066los\u2069", "omgekeerd los"),
        ("Zie 👍🏽 ons 👨‍👩‍👧", "Zie ons"),
        ("𝐕𝐞𝐭 ㎞ ①", "Vet km 1"),
        ("محمد en 中文", "محمد en ZhongWen"),
        ("x" + "\u0336" * 50, "x" + "\u0336" * 3),
        ("\u0301los", "los"),
        ("zacht\u00adkoppel", "zachtkoppel"),
        ("\ud800half", "half"),
        ("Łódź, Şişli, Київ, Nguyễn, Ωμέγα", "Łódź, Şişli, Київ, Nguyễn, Ωμέγα"),
        ("12\u202f000 €", "12\u00a0000 €"),
        ("\ue000\U0010ffff", "?"),
        ("  ", ""),
    ],
)
def test_text_is_made_printable(fonts: Fonts, raw: str, printed: str) -> None:
    assert clean(raw, fonts) == printed


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_printable_text_is_covered_stable_and_on_one_line(text: str) -> None:
    fonts = load_fonts(FONTS)
    printed = clean(text, fonts)
    assert set(printed) <= {*fonts.covered, *DIRECTIONS, *JOINERS}
    assert clean(printed, fonts) == printed
    assert len(printed.splitlines()) <= 1
    assert printed == printed.strip()


@given(st.text(max_size=300), st.floats(20, 300))
def test_lines_fit_and_keep_every_letter(text: str, width: float) -> None:
    fonts = load_fonts(FONTS)
    printed = clean(text, fonts)
    measure = measure_in(14)
    broken = break_lines(printed, measure, width)
    assert "".join(line for line, _ in broken).replace(" ", "") == printed.replace(" ", "")
    for line, wide in broken:
        assert line
        assert wide == pytest.approx(measure(line))
        assert wide <= width + 0.01
        assert not unicodedata.combining(line[0])


@pytest.mark.parametrize(
    "unit",
    [
        "088 766 36 66",
        "+31 6 12345678",
        "053-1234567",
        "17:00",
        "9:00 - 17:00",
        "di 24 nov",
        "24 november",
        "7514 AD",
        "Hertmebrink 1",
        "2 km",
    ],
)
def test_numbers_times_and_addresses_are_never_broken(unit: str) -> None:
    text = f"woord {unit} woord en dan {unit} nog eens {unit}."
    for width in range(110, 400, 7):
        assert sum(line.count(unit) for line in lines(text, width)) == 3, width


def test_a_unit_wider_than_the_line_is_broken_between_its_parts() -> None:
    assert lines("+31 6 12345678", 75) == ["+31 6", "12345678"] or lines("+31 6 12345678", 75) == ["+31", "6", "12345678"]


def test_a_word_wider_than_the_line_is_cut_where_it_may() -> None:
    assert lines("https://www.voorbeeld.nl/hulp/bij/formulieren", 200) == ["https://www.voorbeeld.nl/", "hulp/bij/formulieren"]
    assert "".join(lines("x" * 500, 100)) == "x" * 500


def test_a_short_last_word_takes_its_neighbour_along() -> None:
    broken = lines("Ongeveer een kwartier lopen van u.", 230)
    assert broken[-1] != "u."


def test_no_text_gives_no_lines() -> None:
    assert lines("", 100) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Neem mee: uw pas", ("Neem mee:", "uw pas")),
        ("Waarom? U zei ja.", ("Waarom?", "U zei ja.")),
        ("Open 9:00 tot 17:00", ("", "Open 9:00 tot 17:00")),
        ("Let op:", ("", "Let op:")),
        ("Dit is een veel te lange zin voor een label: ja", ("", "Dit is een veel te lange zin voor een label: ja")),
    ],
)
def test_labels_are_told_from_sentences(text: str, parts: tuple[str, str]) -> None:
    assert split_label(text) == parts


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("ﻻ ﺏ", "لا ب"),
        ("שלום", "slvm"),
        ("日本", "RiBen"),
        ("می‌خواهم", "می‌خواهم"),
        ("a\u200cb ب\u200c\u200cت", "ab ب\u200cت"),
        ("\u2068\u2069", ""),
        ("ب\u0301", "ب"),
        ("ب\u064e\u064f\u0650\u0651", "ب\u064e\u064f\u0650"),
    ],
)
def test_other_scripts_stay_readable(fonts: Fonts, raw: str, printed: str) -> None:
    assert clean(raw, fonts) == printed


def test_every_letter_of_the_languages_is_in_the_fonts(fonts: Fonts) -> None:
    letters = (
        "ĂÂÎȘȚăâîșțŞşŢţ ĄĆĘŁŃÓŚŹŻąćęłńóśźż ĞğİıÇçÖöÜüẞß АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءپچژگکیۀ،؛؟٠٩۰۹\u064b\u0651\u0652"
        "ሀሐመሠረሰሸቀቐበተነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ፡።፣፦ –—“”„«»‘’…€\u00a0·"
    )
    assert set(letters) <= fonts.covered.keys()


@pytest.mark.parametrize("unit", ["053-1234567", "088 766 36 66", "9:00–17:00", "24", "€ 2,50", "9:00 - 17:00"])
def test_numbers_are_never_broken_in_lines_from_the_right(unit: str) -> None:
    fonts = load_fonts(FONTS)
    for text in (
        f"كلمة {unit} كلمة ثم {unit} مرة أخرى {unit}.",
        f"كلمة \u2068{unit}\u2069 كلمة ثم \u2068{unit}\u2069 مرة \u2068{unit}\u2069.",
    ):
        printed = clean(text, fonts, right_to_left=True)
        for width in range(110, 400, 13):
            broken = [without_directions(line) for line, _ in break_lines(printed, measure_in(14), width)]
            assert sum(line.count(unit) for line in broken) == 3, width


@pytest.mark.parametrize(
    ("address", "width", "cut"),
    [
        ("voorbeeld.example/rondkomen-met-je-inkomen", 204, ["voorbeeld.example/", "rondkomen-met-je-inkomen"]),
        ("voorbeeld.example/rondkomen-met-je-inkomen", 150, ["voorbeeld.example/", "rondkomen-met-je", "-inkomen"]),
        ("vrijwilligershulp.example", 150, ["vrijwilligershulp", ".example"]),
        ("info@vrijwilligershulp.example", 180, ["info@vrijwilligershulp", ".example"]),
        # A hyphen of a word may stand at the end.
        ("schuldhulpverlenings-spreekuren", 204, ["schuldhulpverlenings-", "spreekuren"]),
    ],
)
def test_an_address_is_never_cut_where_a_hyphen_or_a_dot_would_be_left_out(address: str, width: float, cut: list[str]) -> None:
    assert lines(address, width) == cut


def test_an_address_that_keeps_its_own_direction_is_cut_alike() -> None:
    cut = break_lines("\u2068voorbeeld.example/met-je-inkomen\u2069", measure_in(14), 204)
    assert [line for line, _ in cut] == ["\u2068voorbeeld.example/", "met-je-inkomen\u2069"]


@given(st.from_regex(r"[a-z]{1,12}(-[a-z]{1,12}){0,3}\.nl(/[a-z0-9-]{1,20}){0,3}", fullmatch=True), st.floats(40, 240))
def test_a_cut_address_is_whole_and_no_line_ends_in_a_hyphen_of_it(address: str, width: float) -> None:
    cut = lines(address, width)
    assert "".join(cut) == address
    assert not any(line.endswith((".", "-")) for line in cut[:-1] if not line[:-1].endswith("/"))
